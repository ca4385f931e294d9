// Tests the report on a lesson as a page and as a table.
#include "game/print/lesson_report.hpp"

#include "tests/print/samples.hpp"

using namespace chelate;
using namespace chelate::test;

namespace {

print::LessonReport sample_lesson_report() {
    print::LessonReport report{.round = "The <seas>", .reached = Fraction{3, 4}};
    print::LessonQuestion first;
    first.analysis.number = 1;
    first.analysis.answers = 24;
    first.analysis.right = Fraction{1, 2};
    first.analysis.separation = 0.456;
    first.analysis.chosen = {2, 10, 12};
    first.question = quiz::QuestionRef(sample_question());
    first.display_order = {2, 0, 1};
    first.answers = {{"=Crabs", quiz::Raised{{1, 0, 12}}, {500}, {1000}},
                     {"Eels, \"fast\"", quiz::Picked{2}, {1000}, {1000}}};
    report.questions.push_back(std::move(first));
    quiz::Question other = sample_question("second");
    other.prompt = "=And the second?";
    print::LessonQuestion second;
    second.analysis.number = 3;
    second.analysis.answers = 2;
    second.analysis.right = Fraction::one();
    second.question = quiz::QuestionRef(std::move(other));
    second.display_order = {0, 1, 2};
    second.corrected = true;
    second.answers = {{"=Crabs", std::nullopt, {-250}, {1000}}};
    report.questions.push_back(std::move(second));
    report.teams = {{"=Crabs", {1250}, {2000}}, {"Eels <fast>", {1000}, {1000}}};
    report.topics = {{content::TopicId{"seas"}, 26, Fraction{1, 2}}};
    return report;
}

} // namespace

TEST_SUITE("print/lesson_report") {
    TEST_CASE("the page has questions, teams and topics in the order given, and fetches nothing") {
        const print::Document page = print::make_lesson_page(sample_pack(), words(), sample_lesson_report(), "");
        CHECK(page.folder == "reports");
        CHECK(page.name == "The <seas>");
        CHECK(page.ending == ".html");
        std::size_t before = 0;
        for (const char* part :
             {"75\u00a0%", "1. Which &lt;sea&gt; is saltiest?", "3. =And the second?", "<td>=Crabs</td><td>1,250</td>",
              "<td>Eels &lt;fast&gt;</td>", "<td>Seas &amp; lakes</td><td>26</td>", "This is no \"advice\"."}) {
            CHECK(position(page.text, part) > before);
            before = position(page.text, part);
        }
        for (const char* raw : {"<seas>", "<sea>", "<North>", "<salt>", "<fast>"})
            CHECK_FALSE_MESSAGE(contains(page.text, raw), raw);
        check_fetches_nothing(page.text);
    }

    TEST_CASE("the page says how a question was answered, what is right, and whether its key was corrected") {
        const std::string page = print::make_lesson_page(sample_pack(), words(), sample_lesson_report(), "").text;
        CHECK(contains(page, "<li>A: 2 × The Baltic Sea</li>"));
        CHECK(contains(page, "<li>C: 12 × The Dead Sea (right)</li>"));
        CHECK(contains(page, "class=\"key\">The Dead Sea"));
        CHECK(position(page, words().text("class.corrected")) > position(page, "3. =And the second?"));
    }

    TEST_CASE("on a page no line ends between a number and its unit") {
        print::LessonReport report = sample_lesson_report();
        report.round = "Take 120 mg";
        CHECK(contains(print::make_lesson_page(sample_pack(), words(), report, "").text, "Take 120\u00a0mg</h1>"));
    }

    TEST_CASE("the table has one line for each question and team, and no cell is a formula") {
        const print::Document table = print::make_lesson_table(sample_pack(), words(), sample_lesson_report());
        CHECK(table.folder == "reports");
        CHECK(table.ending == ".csv");
        const std::vector<std::string> lines = lines_of(table.text);
        REQUIRE(lines.size() == 4);
        CHECK(lines[1] == "1,Which <sea> is saltiest?,Seas & lakes,24,50,0.46,'=Crabs,A 1 B 0 C 12,500,1000");
        CHECK(lines[2] == "1,Which <sea> is saltiest?,Seas & lakes,24,50,0.46,\"Eels, \"\"fast\"\"\",C,1000,1000");
    }

    TEST_CASE("where the lesson asked how sure teams were, the page counts it and the table has a column for it") {
        print::LessonReport report = sample_lesson_report();
        const std::string by_confidence = words().text("after.by_confidence");
        CHECK_FALSE(contains(print::make_lesson_page(sample_pack(), words(), report, "").text, by_confidence));
        report.confidence = {print::ConfidenceCount{1, 1}, print::ConfidenceCount{}, print::ConfidenceCount{4, 1}};
        report.questions[0].answers[1].confidence = quiz::Confidence::sure;
        const std::string page = print::make_lesson_page(sample_pack(), words(), report, "").text;
        const std::string sure = "<td>I’m sure</td><td>4</td><td>1</td><td>3</td>";
        CHECK(position(page, sure) > position(page, by_confidence));
        CHECK(position(page, "<td>Guess</td><td>1</td><td>1</td><td>0</td>") > position(page, sure));
        const std::vector<std::string> lines = lines_of(print::make_lesson_table(sample_pack(), words(), report).text);
        CHECK(lines[0].ends_with(",Confidence"));
        CHECK(lines[1].ends_with(",500,1000,"));
        CHECK(lines[2].ends_with(",1000,1000,I’m sure"));
    }

    TEST_CASE("with too few answers the table gives neither a share nor a separation") {
        const auto lines = lines_of(print::make_lesson_table(sample_pack(), words(), sample_lesson_report()).text);
        CHECK(lines.back() == "3,'=And the second?,Seas & lakes,2,,,'=Crabs,,-250,1000");
    }
}
