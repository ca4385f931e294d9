#include "tests/interop/imports.hpp"

using namespace chelate;
using namespace chelate::interop;
using namespace chelate::interop::test;
using Texts = std::vector<std::string>;

TEST_SUITE("interop/aiken") {
    TEST_CASE("questions of one line and of several, choices with both signs, blank lines anywhere") {
        const Import import =
            read_aiken("What is 2 + 2?\nA) 3\n\nB. 4\nANSWER: B\nLine one\nline two?\r\nA)x\r\nB)y\r\nANSWER:A\r\n");
        REQUIRE(import.questions.size() == 2);
        CHECK(choices_of(import.questions[0].question) == Texts{"-3", "4"});
        CHECK(import.questions[1].question.prompt == "Line one\nline two?");
        CHECK(import.questions[1].line == 6);
        CHECK(import.notes.empty());
    }

    TEST_CASE("a letter that is not there, a missing answer, too few choices: each costs one question") {
        const Import import = read_aiken("One\nA) a\nB) b\nANSWER: C\nTwo\nA) a\nB) b\nThree\nA) a\nANSWER: "
                                         "A\nFour\nA) a\nB) b\nANSWER: b\nFive\nA) a\nB) b\nANSWER: A\nSix");
        CHECK(codes_of(import) ==
              Texts{"1 -no-such-letter", "5 -no-answer", "8 -too-few-choices", "11 -no-such-letter", "19 -no-answer"});
        CHECK(only(import).prompt == "Five");
    }

    TEST_CASE("a text that itself begins like a choice begins a question") {
        CHECK(only(read_aiken("A. Smith wrote what?\nA) this\nB) that\nANSWER: A\n")).prompt == "A. Smith wrote what?");
        CHECK(codes_of(read_aiken("ANSWER: A\n")) == Texts{"1 -no-text"});
    }
}

TEST_SUITE("interop/csv") {
    TEST_CASE("columns by name in any order, quotes, line ends inside them, semicolons") {
        const Import import = read_csv("\xEF\xBB\xBF"
                                       "Answer;Question;Wrong1;Wrong2;Explanation;Tags\n\"yes\";\"Is \"\"it\"\"\nso; "
                                       "really?\";no;maybe;Because.;logic|easy\n");
        const auto& question = only(import);
        CHECK(question.prompt == "Is \"it\"\nso; really?");
        CHECK(choices_of(question) == Texts{"yes", "-no", "-maybe"});
        CHECK(question.explanation == "Because.");
        CHECK(question.topic.value == "logic");
    }

    TEST_CASE("the answer is a choice's text, its number or its letter; a bar stands between several") {
        const Import import = read_csv("question,answer,choice1,choice2,choice3\nOne,b,a,b,c\nTwo,3,x,y,z\nThree,C,x,y,"
                                       "z\nFour,x|z,x,y,z\nFive,w,x,y,z\n");
        REQUIRE(import.questions.size() == 4);
        CHECK(choices_of(import.questions[0].question) == Texts{"-a", "b", "-c"});
        CHECK(choices_of(import.questions[1].question) == Texts{"-x", "-y", "z"});
        CHECK(choices_of(import.questions[2].question) == Texts{"-x", "-y", "z"});
        CHECK(import.questions[3].question.kind == content::Kind::multiple);
        CHECK(codes_of(import) == Texts{"6 -answer-not-among-choices"});
    }

    TEST_CASE("without choices it is true or false, or typed; a source stands in the explanation") {
        const Import import =
            read_csv("question\tanswer\tsource\nTrue?\tTRUE\t\nCat?\tcat|Katze\tA dictionary\n\t\t\nNone?\t\t\n");
        REQUIRE(import.questions.size() == 2);
        CHECK(written<content::Statement>(import.questions[0].question).answer);
        CHECK(written<content::Texts>(import.questions[1].question).accepted.size() == 2);
        CHECK(import.questions[1].question.explanation == "A dictionary");
        CHECK(codes_of(import) == Texts{"3 ~source-as-text", "5 -no-answer"});
    }

    TEST_CASE("what nobody sees is no answer, and long names of topics and reasons are kept to what a pack takes") {
        CHECK(written<content::Texts>(only(read_csv("question,answer\nQ,a|\xEF\xBB\xBF\n"))).accepted.size() == 1);
        CHECK(codes_of(read_csv("question,answer,choice1,choice2\nQ,\xEF\xBB\xBF|a,a,b\n")) ==
              Texts{"2 -answer-not-among-choices"});
        const Import named = read_csv("question,answer,tags\nQ,a," + std::string(300, 'x') + "\n");
        CHECK(named.topics.front().name.size() == 100);
        CHECK(codes_of(read_gift("Q {=a ~b#" + std::string(2001, 'x') + "}")) == Texts{"1 -too-long"});
    }

    TEST_CASE("a table without the two columns, and an empty file") {
        CHECK(codes_of(read_csv("a,b\n1,2\n")) == Texts{"1 -no-header"});
        CHECK(codes_of(read_csv("")) == Texts{"1 -no-header"});
        CHECK(read_csv("question,answer\n").questions.empty());
        CHECK(codes_of(read_csv("question,answer\n\"open,true\nQ,true")) ==
              Texts{"2 -no-answer"}); // a quote that is never closed
    }
}
