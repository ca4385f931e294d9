// Tests the printed sheet of a round.
#include "game/print/sheet.hpp"

#include "engine/base/text.hpp"
#include "tests/print/samples.hpp"

using namespace chelate;
using namespace chelate::test;

namespace {

print::Document sheet_of(const std::vector<print::SheetQuestion>& questions) {
    return print::make_sheet(sample_pack(), words(), "A <round> & more", questions, "p > b { margin: 0; }");
}

} // namespace

TEST_SUITE("print/sheet") {
    TEST_CASE("a sheet is one page of HTML with its style in it, and fetches nothing") {
        const print::Document sheet = sheet_of({{quiz::QuestionRef(sample_question()), {0, 1, 2}}});
        CHECK(sheet.folder == "sheets");
        CHECK(sheet.name == "A <round> & more");
        CHECK(sheet.ending == ".html");
        CHECK(sheet.text.starts_with("<!DOCTYPE html><html lang=\"en\">"));
        CHECK(contains(sheet.text, "<style>/*<![CDATA[*/\np > b { margin: 0; }/*]]>*/</style>"));
        check_fetches_nothing(sheet.text);
    }

    TEST_CASE("every text is escaped") {
        quiz::Question question = sample_question();
        question.panels = {{.heading = "A <label>", .text = "one & two\nthree", .source = "<Doe>", .numbered = true}};
        const std::string html = sheet_of({{quiz::QuestionRef(question), {0, 1, 2}}}).text;
        for (const char* raw : {"<round>", "<salt>", "<sea>", "<North>", "<seas>", "<label>", "<Doe>"})
            CHECK_FALSE_MESSAGE(contains(html, raw), raw);
        CHECK(contains(html, "<title>A &lt;round&gt; &amp; more</title>"));
        CHECK(contains(html, "1. one &amp; two\n2. three\n"));
        CHECK(contains(html, "Seas &amp; lakes"));
    }

    TEST_CASE("characters that may not be shown do not get into a page") {
        quiz::Question question = sample_question();
        question.prompt = "a\x1B[31m\u202Eb";
        question.explanation = "c\u0085\u2028d\x07";
        question.sources.front().text = "Doe\xFF\u2066";
        question.panels = {{.heading = "\u202A", .text = "e\x1B", .source = "\x7F", .numbered = true}};
        print::Document sheet =
            print::make_sheet(sample_pack(), words(), "f\x1B\u202E", {{quiz::QuestionRef(question), {0, 1, 2}}}, "");
        CHECK_FALSE(first_invalid_utf8(sheet.text));
        CHECK_FALSE(first_unshowable(sheet.text));
        CHECK(contains(sheet.text, "a\uFFFD[31m\uFFFDb"));
    }

    TEST_CASE("questions keep their order, and options are printed in the order they are given in") {
        quiz::Question second = sample_question("second");
        second.prompt = "And the second?";
        const std::string html =
            sheet_of({{quiz::QuestionRef(sample_question()), {2, 0, 1}}, {quiz::QuestionRef(second), {0, 1, 2}}}).text;
        CHECK(position(html, "1. Which") < position(html, "2. And the second?"));
        CHECK(position(html, "<li>The Baltic Sea") < position(html, "<li>The &lt;North&gt; Sea"));
        CHECK(position(html, "<li>The &lt;North&gt; Sea") < position(html, "<li>The Dead Sea"));
        const std::string answers = html.substr(position(html, "class=\"answers\""));
        CHECK(position(answers, "1. Which &lt;sea&gt; is saltiest?") < position(answers, "2. And the second?"));
    }

    TEST_CASE("the questions' side does not depend on a key: key, explanation and sources come after it") {
        quiz::Question question = sample_question();
        const std::string html = sheet_of({{quiz::QuestionRef(question), {2, 0, 1}}}).text;
        std::get<quiz::PickOne>(question.interaction).key = 0;
        question.explanation = "Another reason.";
        question.sources.clear();
        const std::string other = sheet_of({{quiz::QuestionRef(question), {2, 0, 1}}}).text;
        const std::size_t answers = position(html, "class=\"answers\"");
        CHECK(html.substr(0, answers) == other.substr(0, position(other, "class=\"answers\"")));
        CHECK(position(html, "class=\"key\">The Dead Sea") > answers);
        CHECK(position(html, "no outflow &amp; much sun") > answers);
        CHECK(position(html, "A survey of &lt;seas&gt;") > answers);
    }

    TEST_CASE("a question without a key has no line for one") {
        quiz::Question question = sample_question();
        question.interaction = quiz::Vote{{{"Yes"}, {"No"}}};
        CHECK_FALSE(contains(sheet_of({{quiz::QuestionRef(question), {0, 1}}}).text, "class=\"key\""));
    }
}
