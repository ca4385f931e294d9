#include "tests/interop/imports.hpp"

using namespace chelate;
using namespace chelate::interop;
using namespace chelate::interop::test;
using Texts = std::vector<std::string>;

TEST_SUITE("interop/gift") {
    TEST_CASE("a choice: one right, feedback as reasons, name as id, category as topic") {
        const Import import = read_gift("$CATEGORY: $course$/history/US presidents\n\n::Grant's tomb:: Who is buried "
                                        "there? {~Cleopatra#No. ~%0%no one =Grant#Yes.}\n");
        const auto& question = only(import);
        CHECK(question.kind == content::Kind::single);
        CHECK(question.id.value == "grant-s-tomb");
        CHECK(question.topic.value == "us-presidents");
        CHECK(import.topics.front().name == "US presidents");
        CHECK(question.prompt == "Who is buried there?");
        CHECK(choices_of(question) == Texts{"-Cleopatra", "-no one", "Grant"});
        CHECK(written<content::Choices>(question).choices[0].why == "No.");
        CHECK(question.explanation == "Yes.");
        CHECK(question.unsourced);
        CHECK(import.notes.empty());
    }

    TEST_CASE("no equals sign at all makes several to be ticked, any makes one to be chosen") {
        CHECK(only(read_gift("Q {~%50%a ~%50%b ~%-100%c}")).kind == content::Kind::multiple);
        CHECK(choices_of(only(read_gift("Q {~%50%a ~%50%b ~%-100%c}"))) == Texts{"a", "b", "-c"});
        CHECK(only(read_gift("Q {~%100%a ~b}")).kind == content::Kind::single);
        const Import partial = read_gift("Q {=a ~%50%b ~c}");
        CHECK(choices_of(only(partial)) == Texts{"a", "-b", "-c"});
        CHECK(codes_of(partial) == Texts{"1 ~partial-credit"});
        const Import ticked = read_gift("Q {=a =b ~c}");
        CHECK(only(ticked).kind == content::Kind::multiple);
        CHECK(choices_of(only(ticked)) == Texts{"a", "b", "-c"});
        CHECK(codes_of(ticked) == Texts{"1 ~several-right-ticked"});
        CHECK(choices_of(only(read_gift("Q {=%50%a =%50%b ~c}"))) == Texts{"a", "b", "-c"});
        CHECK(codes_of(read_gift("Q {~%100%a ~%50%b ~c}")) == Texts{"1 -unclear-weights"});
        CHECK(codes_of(read_gift("Q {=a =b ~=c ~%20%d}")).size() == 3);
    }

    TEST_CASE("the slip of a tilde before an equals sign is read as an equals sign, and told once a question") {
        const Import import = read_gift("One {~a ~=b ~=b2 ~c}\n\nTwo {~a ~=b}\n");
        CHECK(codes_of(import) == Texts{"1 ~tilde-equals", "1 ~several-right-ticked", "3 ~tilde-equals"});
        CHECK(choices_of(import.questions.at(1).question) == Texts{"-a", "b"});
    }

    TEST_CASE("true or false, in Moodle's words in any case") {
        CHECK(written<content::Statement>(only(read_gift("Q {T}"))).answer);
        CHECK(written<content::Statement>(only(read_gift("Q { TRUE }"))).answer);
        CHECK_FALSE(written<content::Statement>(only(read_gift("Q {F#wrong#right}"))).answer);
        CHECK(only(read_gift("Q {F#wrong#right}")).explanation == "wrong");
        CHECK(written<content::Statement>(only(read_gift("Q {true}"))).answer);
        CHECK(written<content::Statement>(only(read_gift("Q {t}"))).answer);
        CHECK_FALSE(written<content::Statement>(only(read_gift("Q { F }"))).answer);
        CHECK_FALSE(written<content::Statement>(only(read_gift("Q {False#why}"))).answer);
        CHECK(written<content::Texts>(only(read_gift("Q {=F}"))).accepted[0].text == "F"); // an answer to type
    }

    TEST_CASE("short answers with their worth, a bare one too; a star alone is feedback for all else") {
        const auto import = read_gift("Q {=%100%two =%50%2 =*#No.}");
        const auto& question = only(import);
        CHECK(question.kind == content::Kind::typed);
        const auto& texts = written<content::Texts>(question).accepted;
        REQUIRE(texts.size() == 2);
        CHECK(texts[0].percent == 100);
        CHECK(texts[1].percent == 50);
        CHECK(written<content::Texts>(only(read_gift("Q {four}"))).accepted[0].text == "four");
        CHECK(codes_of(read_gift("Q {=fo*r}")) == Texts{"1 ~wildcard"});
    }

    TEST_CASE("text after the braces makes a gap; nothing after them does not") {
        CHECK(only(read_gift("The sun rises in the {=east ~west}.")).prompt == "The sun rises in the _____.");
        CHECK(only(read_gift("Two and {=two} make four")).prompt == "Two and _____ make four");
        CHECK(only(read_gift("Two and {=two} make four")).kind == content::Kind::gap);
        CHECK(only(read_gift("Two and? {=two}\n")).kind == content::Kind::typed);
    }

    TEST_CASE("numbers: with a tolerance, as a range, on a scale that is added and told") {
        const Import import = read_gift("When? {#1822:2}");
        const auto& when = written<content::Quantity>(only(import));
        CHECK(when.low == 1820);
        CHECK(when.high == 1824);
        CHECK(when.from == 0);
        CHECK(when.to == 10000);
        CHECK(codes_of(import) == Texts{"1 ~scale-added"});
        const auto range_import = read_gift("Pi? {#3.14..3.15}");
        const auto& range = written<content::Quantity>(only(range_import));
        CHECK(range.decimals == 2);
        CHECK(range.low == doctest::Approx(3.14));
        const auto below_import = read_gift("Cold? {#=-40:1 ~#No.}");
        const auto& below = written<content::Quantity>(only(below_import));
        CHECK(below.low == -41);
        CHECK(below.from == -100);
        CHECK(codes_of(read_gift("Q {#two}")) == Texts{"1 -no-number"});
        CHECK(codes_of(read_gift("Q {#1e62}")) == Texts{"1 -number-too-large"});
        CHECK(codes_of(read_gift("Q {#nan}")) == Texts{"1 -no-number"});
        CHECK(codes_of(read_gift("Q {#1e400}")) == Texts{"1 -no-number"});
        const auto ends_of = [](const char* text) {
            const auto read = read_gift(text);
            const auto& quantity = written<content::Quantity>(only(read));
            return std::pair(quantity.low, quantity.high);
        };
        using Ends = std::pair<double, double>;
        CHECK(ends_of("Q {#=5}") == Ends(5, 5));
        CHECK(ends_of("Q {#3..4}") == Ends(3, 4));
        CHECK(ends_of("Q {#3–4}") == Ends(3, 4));
        CHECK(ends_of("Q {#3…4}") == Ends(3, 4));
        CHECK(ends_of("Q {#−3..−2}") == Ends(-3, -2));
        CHECK(ends_of("Q {#2,5}") == Ends(2.5, 2.5));
        CHECK(ends_of("Q {#5±1}") == Ends(4, 6));
        CHECK(ends_of("Q {#1,000,000}") == Ends(1e6, 1e6));
        CHECK(ends_of("Q {#1.5e3}") == Ends(1500, 1500));
        CHECK(ends_of("Q {#3 × 10⁵}") == Ends(3e5, 3e5));
        CHECK(ends_of("Q {#10,00,000}") == Ends(1e6, 1e6));
        CHECK(ends_of("Q {#.5:.25}") == Ends(0.25, 0.75));
        CHECK(codes_of(read_gift("Q {#1,000}")) == Texts{"1 -ambiguous-number"});
        CHECK(codes_of(read_gift("Q {#1e-8}")) == Texts{"1 -too-precise"});
        CHECK(codes_of(read_gift("Q {#=5 =7}")) == Texts{"1 -several-numbers"});
    }

    TEST_CASE("pairs, with more targets than there are partners") {
        const auto import = read_gift("Match. {\n=France -> Paris\n=Spain -> Madrid\n= -> Berlin\n}");
        const auto& pairs = written<content::Pairs>(only(import));
        REQUIRE(pairs.pairs.size() == 2);
        CHECK(pairs.pairs[1].target == "Madrid");
        CHECK(pairs.extra == Texts{"Berlin"});
        CHECK(codes_of(read_gift("M {=a -> b =c}")) == Texts{"1 -no-arrow"});
        CHECK(codes_of(read_gift("M {=a -> b =c -> B}")) == Texts{"1 -equal-choices"});
        CHECK(written<content::Pairs>(only(read_gift("M {=a → 1 =b –> 2}"))).pairs[1].target == "2");
        const auto seven = read_gift("M {=a->1 =b->2 =c->3 =d->4 =e->5 =f->6 =g->7}");
        CHECK(codes_of(seven) == Texts{"1 -too-many-pairs"});
        CHECK(seven.notes[0].detail == "7");
        CHECK(seven.notes[0].limit == 6);
    }

    TEST_CASE("escapes are resolved after splitting, and other backslashes stay") {
        const auto import = read_gift(R"(A \{set\} \: 1\=1 \~ \# \\ \x line\nbreak? {=yes \= ja ~no})");
        CHECK(only(import).prompt == "A {set} : 1=1 ~ # \\ \\x line\nbreak?");
        CHECK(choices_of(only(import)) == Texts{"yes = ja", "-no"});
    }

    TEST_CASE("comments inside a block go; marks in them name it") {
        const auto import = read_gift("// a file\n\n// [id:q.7] [tag:easy]\nQ {\n// not an answer\n=a\n~b\n}\n");
        CHECK(only(import).id.value == "q-7");
        CHECK(import.questions[0].line == 4);
        CHECK(choices_of(only(import)) == Texts{"a", "-b"});
    }

    TEST_CASE("markup and formats go, once told") {
        const Import import = read_gift("[html]<p>Is <b>it</b> &lt; 3?</p>{=<i>yes</i> ~no####<p>General.</p>}");
        CHECK(only(import).prompt == "Is it < 3?");
        CHECK(only(import).explanation == "General.");
        CHECK(codes_of(import) == Texts{"1 ~markup-taken-out"});
    }

    TEST_CASE("what is not GIFT, or cannot be marked, is left out with its line, and the good ones stay") {
        const Import import =
            read_gift("Cloze {1:MC:~a~=b} here\n\nEssay {}\n\nOpen {=a ~b\n\nclosed}\n\nTwo {=a} and {=b}\n\nSame {=a "
                      "~A}\n\nAlone {~a}\n\nGood {T}\r\n\r\nDescription.\r\r::name::\n");
        CHECK(codes_of(import) == Texts{"1 -cloze", "3 -essay", "5 -one-brace", "7 -one-brace", "9 -second-braces",
                                        "11 -equal-choices", "13 -too-few-choices", "19 -no-text"});
        REQUIRE(import.questions.size() == 2);
        CHECK(import.questions[1].question.kind == content::Kind::card);
        CHECK(import.questions[1].line == 17);
    }

    TEST_CASE(
        "a byte order mark is dropped, bytes that are no UTF-8 cost only their question, a formula is warned of") {
        CHECK(only(read_gift("\xEF\xBB\xBFQ {T}")).prompt == "Q");
        CHECK(codes_of(read_gift("Q \xFF {T}\n\nR {T}")) == Texts{"1 -not-utf8"});
        CHECK(codes_of(read_gift("Is $a \\neq b$? {T}")) == Texts{"1 ~formula"});
        CHECK(read_gift("").questions.empty());
        CHECK(read_gift("\n\n\n").notes.empty());
    }

    TEST_CASE("a title begins a question even without a blank line, and blank lines between braces are passed over") {
        const Import import = read_gift("::A:: One {\n=a\n~b}\n::B:: Two {T}\n::C:: Three {\n\n=x\n\n~y\n}\n");
        REQUIRE(import.questions.size() == 3);
        CHECK(import.questions[1].line == 4);
        CHECK(choices_of(import.questions[2].question) == Texts{"x", "-y"});
        CHECK(codes_of(import) == Texts{"5 ~blank-line-in-braces"});
    }

    TEST_CASE("what is left of a broken question is no card that shows the answer") {
        CHECK(codes_of(read_gift("Q\n=a\n~b\n")) == Texts{"1 -loose-answers"});
        CHECK(codes_of(read_gift("Q? {=a\n\nand more\n\nR {T}")) == Texts{"1 -one-brace", "3 -one-brace"});
        CHECK(codes_of(read_gift("Q? {=a ~b}\n~c\n")) == Texts{"1 -loose-answers"});
        CHECK(codes_of(read_gift("Which?\nA) a\nB) b\nANSWER: B\n")) == Texts{"1 -loose-answers"});
    }

    TEST_CASE("nothing takes more time than the text is long") {
        const std::string many(300'000, '<');
        std::string tags;
        std::string quotes;
        std::string titles;
        for (int i = 0; i < 100'000; ++i) {
            tags += "<a";
            quotes += "<a b=\"";
            titles += "::same:: Q {T}\n";
        }
        for (const std::string& text :
             {many, tags, quotes, std::string(300'000, '{'), std::string(300'000, '\\'), std::string(300'000, '"')})
            CHECK(read_gift("Q " + text + " {T}").questions.empty());
        CHECK(read_gift(titles).questions.size() == 100'000);
        CHECK(codes_of(read_gift(titles + titles)) == Texts{"100001 .too-many-questions"});
        std::string pairs = "M {";
        for (int i = 0; i < 50'000; ++i) pairs += "=a" + std::to_string(i) + "->b" + std::to_string(i) + " ";
        CHECK(codes_of(read_gift(pairs + "}")) == Texts{"1 -too-many-answers"});
    }

    TEST_CASE("ids are never taken twice") {
        const Import import = read_gift("::a:: Q {T}\n\n::A:: R {T}\n\n::a:: S {T}");
        REQUIRE(import.questions.size() == 3);
        CHECK(import.questions[1].question.id.value == "a-2");
        CHECK(import.questions[2].question.id.value == "a-3");
    }
}
