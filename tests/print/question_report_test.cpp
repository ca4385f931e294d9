// Tests the report on a question that seems wrong.
#include "game/print/question_report.hpp"

#include "tests/print/samples.hpp"

using namespace chelate;
using namespace chelate::test;

namespace {

print::QuestionReport sample_question_report() {
    return {.program = "chelate 9.9",
            .round = content::RoundId{"the-seas"},
            .seed = 77,
            .question = quiz::QuestionRef(sample_question()),
            .display_order = {2, 0, 1}};
}

} // namespace

TEST_SUITE("print/question_report") {
    TEST_CASE("a report has everything needed to make the same question again and to check it") {
        print::QuestionReport report = sample_question_report();
        report.response = quiz::Picked{1};
        const print::Document document = print::make_question_report(sample_pack(), words(), report);
        CHECK(document.folder == "reports");
        CHECK(document.name == "saltiest");
        CHECK(document.ending == ".txt");
        for (const char* part : {"Water & <salt> 1.2, chelate 9.9\n", "the-seas / saltiest / seed 77\n", "dead-sea\n",
                                 "Which <sea>\nis saltiest?\n", "Right answer: The Dead Sea\n", "no outflow & much sun",
                                 "- [survey] Doe. A survey of <seas>.\n", "Answered: "})
            CHECK_MESSAGE(contains(document.text, part), part);
    }

    TEST_CASE("its options are in the order that was on the screen") {
        const std::string text = print::make_question_report(sample_pack(), words(), sample_question_report()).text;
        CHECK(contains(text, "- The Baltic Sea\n- The <North> Sea\n- The Dead Sea\n"));
    }

    TEST_CASE("without an answer it has no line for one") {
        const std::string text = print::make_question_report(sample_pack(), words(), sample_question_report()).text;
        CHECK_FALSE(contains(text, "Answered"));
    }
}
