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
        CHECK(codes_of(import) == Texts{"1 -no-such-letter", "5 -no-answer", "8 -too-few-choices", "19 -no-answer"});
        REQUIRE(import.questions.size() == 2);
        CHECK(import.questions[1].question.prompt == "Five");
    }

    TEST_CASE("a text that itself begins like a choice begins a question") {
        CHECK(only(read_aiken("A. Smith wrote what?\nA) this\nB) that\nANSWER: A\n")).prompt == "A. Smith wrote what?");
        CHECK(codes_of(read_aiken("ANSWER: A\n")) == Texts{"1 -no-text"});
    }

    TEST_CASE("an answer is a letter, several letters, or the text of a choice; what is unclear is refused") {
        const auto answered = [](const std::string& answer) {
            return read_aiken("Q\nA) one\nB) two\nC) ac\nANSWER: " + answer + "\n");
        };
        CHECK(choices_of(only(answered("B.")))[1] == "two");
        CHECK(choices_of(only(answered("(b)")))[1] == "two");
        CHECK(choices_of(only(answered("two")))[1] == "two");
        CHECK(choices_of(only(answered("B) two")))[1] == "two");
        CHECK(choices_of(only(answered("A and B"))) == Texts{"one", "two", "-ac"});
        CHECK(choices_of(only(answered("AB"))) == Texts{"one", "two", "-ac"});
        CHECK(codes_of(answered("AC")) == Texts{"1 -answer-ambiguous"});
        CHECK(codes_of(answered("B) one")) == Texts{"1 -no-such-letter"});
        CHECK(codes_of(answered("A or B")) == Texts{"1 -no-such-letter"});
        CHECK(codes_of(answered("D")) == Texts{"1 -no-such-letter"});
        CHECK(codes_of(answered("B\nANSWER: A")) == Texts{"1 -second-answer"});
    }

    TEST_CASE("what follows an answer never becomes part of the next question") {
        const std::string next = "Two\nA) x\nB) y\nANSWER: A\n";
        const std::string first = "One\nA) x\nB) y\nANSWER: B\n";
        const auto prompts = [&](const std::string& between) {
            const Import import = read_aiken(first + between + next);
            Texts all;
            for (const Imported& one : import.questions) all.push_back(one.question.prompt);
            return all;
        };
        const Texts both{"One", "Two"};
        CHECK(prompts("Feedback: It is y.\n") == both);
        CHECK(prompts("**Explanation:** It is y.\n\n") == both);
        CHECK(prompts("Points: 2\n") == both);
        CHECK(prompts("It is y, of course.\n\n") == both);
        CHECK(prompts("-----\n") == both);
        CHECK(prompts("\nFEEDBACK: It is y.\nand so on.\n\n") == both);
        CHECK(prompts("FEEDBACK: It is y.\nand so on.\n") == Texts{"One"});
        CHECK(read_aiken(first + "Why: it is y.\n" + next).questions[0].question.explanation == "it is y.");
        // A first line below an answer may be a question, whose choices follow after a blank line.
        CHECK(read_aiken(first + "Two\n\nA) x\nB) y\nANSWER: A\n").questions.size() == 2);
        CHECK(read_aiken("Read this.\n\nWhat now?\nA) x\nB) y\nANSWER: A\n").questions[0].question.prompt ==
              "Read this.\nWhat now?");
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
        CHECK(codes_of(read_csv("a,b,c\n1,2,3\n")) == Texts{"1 -no-header"});
        CHECK(read_csv("a,b,c\n1,2,3\n").notes[0].detail == "a, b, c");
        CHECK(codes_of(read_csv("")) == Texts{"1 -no-header"});
        CHECK(read_csv("question,answer\n").questions.empty());
        CHECK(codes_of(read_csv("question,answer\n\"open,true\nQ,true")) ==
              Texts{"2 -no-answer"}); // a quote that is never closed
    }

    TEST_CASE("numbers of choices are counted from 0 or from 1 as all rows show, and refused when both fit") {
        const std::string head = "question,option_a,option_b,option_c,correct index\n";
        CHECK(codes_of(read_csv(head + "Q,x,y,z,1\n")) == Texts{"2 -index-ambiguous"});
        CHECK(read_csv(head + "Q,x,y,z,1\n").notes[0].detail == "1: x / y");
        const Import from_0 = read_csv(head + "Q,x,y,z,1\nR,x,y,z,0\n");
        CHECK(choices_of(from_0.questions.at(0).question) == Texts{"-x", "y", "-z"});
        CHECK(codes_of(from_0) == Texts{"1 .index-from-0"});
        const Import from_1 = read_csv(head + "Q,x,y,z,1\nR,x,y,z,3\n");
        CHECK(choices_of(from_1.questions.at(0).question) == Texts{"x", "-y", "-z"});
        CHECK(codes_of(from_1) == Texts{"1 .index-from-1"});
        CHECK(codes_of(read_csv(head + "Q,x,y,z,0\nR,x,y,z,3\n")) == Texts{"2 -index-unclear", "3 -index-unclear"});
        CHECK(choices_of(only(read_csv("question,option_a,option_b,answer (0-based)\nQ,x,y,1\n"))) == Texts{"-x", "y"});
        // The number of a column that has one is clear.
        CHECK(choices_of(only(read_csv("question,option1,option2,option3,answer\nQ,x,y,z,1\n")))[0] == "x");
    }

    TEST_CASE("an answer that is the text of one choice and the place of another is refused unless other rows decide") {
        const std::string head = "question,choice1,choice2,choice3,answer\n";
        CHECK(codes_of(read_csv(head + "Q,3,4,2,2\n")) == Texts{"2 -answer-ambiguous"});
        CHECK(choices_of(read_csv(head + "Q,3,4,2,2\nR,x,y,z,3\n").questions.at(0).question) == Texts{"-3", "4", "-2"});
        CHECK(choices_of(read_csv(head + "Q,3,4,2,2\nR,10,20,30,20\n").questions.at(0).question) ==
              Texts{"-3", "-4", "2"});
        CHECK(choices_of(only(read_csv(head + "Q,1,2,3,2\n"))) == Texts{"-1", "2", "-3"});
    }

    TEST_CASE("several right answers in one cell") {
        const std::string head = "question,A,B,C,correct\n";
        for (const char* answer :
             {"\"A,C\"", "\"A, C\"", "A;C", "A|C", "A and C", "AC", "x;z", "\"a, c\"", "Option A & Option C"}) {
            CAPTURE(answer);
            const Import import = read_csv(head + "Q,x,y,z," + answer + "\n");
            CHECK(choices_of(only(import)) == Texts{"x", "-y", "z"});
            CHECK(only(import).kind == content::Kind::multiple);
        }
    }

    TEST_CASE("words for true and false, where nothing else is meant") {
        CHECK_FALSE(written<content::Statement>(only(read_csv("question,answer\nQ,false\n"))).answer);
        CHECK(read_csv("question,answer\nQ,T\nR,F\nS,yes\nU,0\n").questions.size() == 4);
        CHECK(codes_of(read_csv("question,answer\nCapital?,Rome\nDogs bark.,T\n")) == Texts{"3 -truth-ambiguous"});
        CHECK(written<content::Texts>(read_csv("front,back\nyes,ja\nhouse,Haus\n").questions.at(0).question)
                  .accepted[0]
                  .text == "ja");
        CHECK(written<content::Texts>(only(read_csv("question,answer\n1-1,0\n"))).accepted[0].text == "0");
        CHECK_FALSE(written<content::Statement>(only(read_csv("question,A,B,answer\nQ,True,False,0\n"))).answer);
        CHECK(codes_of(read_csv("question,A,B,answer\nQ,False,True,1\n")) == Texts{"2 -truth-ambiguous"});
    }

    TEST_CASE("columns by many names, and what is not read is named") {
        for (const char* head :
             {"Question Text;Correct Option;Distractor 1;Rationale", "PROMPT;right answer;Wrong_1;feedback",
              "questionText;correctAnswer;incorrectAnswer1;explanation",
              "Frage;Richtige Antwort;Falsche Antwort 1;Erklärung"}) {
            CAPTURE(head);
            const Import import = read_csv(std::string(head) + "\nQ;yes;no;why\n");
            CHECK(choices_of(only(import)) == Texts{"yes", "-no"});
            CHECK(only(import).explanation == "why");
            CHECK(import.notes.empty());
        }
        const Import unread = read_csv("question,answer,Mnemonic\nQ,ant,x\nR,bee,\nS,cat,y\n");
        CHECK(codes_of(unread) == Texts{"1 .column-unread"});
        CHECK(unread.notes[0].detail == "Mnemonic");
        CHECK(read_csv("question,answer,Mnemonic\nQ,a,\n").notes.empty());
        const Import refers = read_csv("question,answer,first,second\nQ,B,x,y\n");
        CHECK(codes_of(refers) == Texts{"1 .column-unread", "1 .column-unread", "2 -answer-refers-to-unread"});
        CHECK(codes_of(read_csv("question,answer,image\nQ,a,cat.png\n")) == Texts{"2 ~media-lost"});
        CHECK(codes_of(read_csv("question,answer\nWhich? A) x B) y,B\n")) == Texts{"2 -choices-in-text"});
        CHECK(codes_of(read_csv("question,answer,wrong answers\nQ,a,\"b, c\"\n")) == Texts{"2 -list-unclear"});
        CHECK(choices_of(only(read_csv("question,answer,wrong answers\nQ,a,b|c\n"))) == Texts{"a", "-b", "-c"});
    }

    TEST_CASE("a table in Markdown") {
        CHECK(choices_of(only(read_csv("| Question | Answer | Wrong 1 |\n|---|:--|---|\n| Q | yes | no |\n"))) ==
              Texts{"yes", "-no"});
    }

    TEST_CASE("tables of any size take time and memory in proportion") {
        CHECK(read_csv("question,answer" + std::string(1'000'000, ',') + "\nQ,a\n").questions.size() == 1);
        CHECK(codes_of(read_csv("question,answer\nQ,a" + std::string(100'000, ',') + "x\n")) ==
              Texts{"2 -row-too-wide"});
        CHECK(read_csv("question,answer\n" + std::string(1'000'000, '"')).questions.empty());
        CHECK(read_csv("question,answer\n" + std::string(1'000'000, '\n')).questions.empty());
    }
}
