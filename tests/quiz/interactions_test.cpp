// Tests every interaction: the marks are as expected, and each is sound for any question and response.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>

#include <nlohmann/json.hpp>

#include "engine/quiz/encoding.hpp"
#include "engine/quiz/question.hpp"
#include "engine/quiz/typed_number.hpp"
#include "tests/support/campaign.hpp"
#include "tests/support/random_session.hpp"

using namespace chelate;
using namespace chelate::quiz;

TEST_SUITE("quiz/interactions") {
    TEST_CASE("ticks earn what the vectors say") {
        // Columns: {options, right, hits, wrong, credit}. All right options together weigh as much as all wrong ones.
        struct Row {
            int options, right, hits, wrong;
            Fraction credit;
        };
        for (const Row& row :
             {Row{4, 2, 2, 0, {1, 1}}, Row{4, 2, 1, 0, {1, 2}}, Row{4, 2, 2, 2, {0, 1}}, Row{4, 2, 1, 1, {0, 1}},
              Row{5, 3, 3, 1, {1, 2}}, Row{5, 2, 2, 1, {2, 3}}, Row{4, 1, 1, 3, {0, 1}}, Row{4, 1, 0, 1, {0, 1}},
              Row{3, 3, 2, 0, {2, 3}}, Row{9, 4, 4, 0, {1, 1}}}) {
            CAPTURE(row.options);
            CAPTURE(row.hits);
            CHECK(ticks_credit(row.options, row.right, row.hits, row.wrong) == row.credit);
        }
    }

    TEST_CASE("pairs and groups are corrected for guessing") {
        CHECK(assign_credit(4, 4, 4) == Fraction::one());
        CHECK(assign_credit(4, 4, 1) == Fraction::zero()); // what guessing earns on average
        CHECK(assign_credit(4, 4, 2) == Fraction{1, 3});
        CHECK(assign_credit(4, 4, 0) == Fraction::zero());
        CHECK(assign_credit(6, 2, 3) == Fraction::zero());
        CHECK(assign_credit(6, 2, 5) == Fraction{2, 3});
        CHECK(assign_credit(3, 5, 2) == Fraction{7, 12});
    }

    TEST_CASE("an estimate is full inside its range and falls to nothing a quarter of the nearer end away") {
        CHECK(estimate_credit(50, 40, 60, 0) == Fraction::one());
        CHECK(estimate_credit(40, 40, 60, 0) == Fraction::one());
        CHECK(estimate_credit(35, 40, 60, 0) == Fraction{1, 2});
        CHECK(estimate_credit(30, 40, 60, 0) == Fraction::zero());
        CHECK(estimate_credit(75, 40, 60, 0) == Fraction::zero());
        CHECK(estimate_credit(66, 40, 60, 0) == Fraction{3, 5});
        CHECK(estimate_credit(62, 40, 60, 4) == Fraction{1, 2});
        CHECK(estimate_credit(-5, -4, 0, 0) == Fraction::zero());
        CHECK(shown_number(603, 1) == "60.3");
        CHECK(shown_number(-5, 2) == "−0.05");
    }

    TEST_CASE("items to put in order never come in their right order, and every other order is as likely") {
        for (std::size_t count = 2; count <= 4; ++count) {
            const Question question = test::an_order_question(count);
            std::map<Order, int> drawn;
            Rng rng{3};
            const int orders = count == 2 ? 1 : count == 3 ? 5 : 23;
            for (int i = 0; i < orders * 400; ++i) ++drawn[draw_display_order(question, rng)];
            CHECK(drawn.size() == static_cast<std::size_t>(orders));
            for (const auto& [order, times] : drawn) {
                CHECK_FALSE(std::is_sorted(order.begin(), order.end()));
                CHECK(times > 300);
                CHECK(times < 500);
            }
        }
    }

    TEST_CASE("texts are compared as people mean them") {
        struct Row {
            const char* typed;
            const char* wanted;
            bool same;
        };
        for (const Row& row : {Row{"Fe\xC2\xB3\xE2\x81\xBA", "fe3+", true}, Row{"H\xE2\x82\x82O", "h2o", true},
                               Row{"\xCE\xB2-carotene", "Beta carotene", true}, Row{"Caf\xC3\xA9", "cafe", true},
                               Row{"  two   words ", "Two words", true}, Row{"iron", "irony", false}}) {
            CAPTURE(row.typed);
            CHECK((comparable(row.typed) == comparable(row.wanted)) == row.same);
        }
        CHECK(is_slip("gylcine", "glycine"));
        CHECK(is_slip("glicine", "glycine"));
        CHECK_FALSE(is_slip("glicin", "glycine"));
        CHECK_FALSE(is_slip("iron", "irom"));           // too short to be sure
        CHECK_FALSE(is_slip("vitaminb6", "vitaminb2")); // a different digit is not a slip
        const WriteText body{{{"lactate", 100}, {"lactic acid", 60}}, {"lactose"}};
        CHECK(taken_for("Lactate", body)->percent == 100);
        CHECK(taken_for("lactat", body)->percent == 100);
        CHECK(taken_for("lactic-acid", body)->percent == 60);
        CHECK(taken_for("lactose", body) == nullptr); // the name of another thing
        CHECK(taken_for("", body) == nullptr);
    }

    TEST_CASE("what people put around an answer is not part of it") {
        for (const char* typed :
             {"Oslo", "Oslo.", " oslo ", "“Oslo”", "\"Oslo.\"", "'Oslo'!", "OSLO…", "«Oslo» ?", "„Oslo“"}) {
            CAPTURE(typed);
            CHECK(taken_for(bare_answer(typed), {{{"Oslo", 100}}, {}}) != nullptr);
            CHECK(taken_for(bare_answer(typed), {{{"Oslo.", 100}}, {}}) != nullptr);
        }
        CHECK(taken_for(bare_answer("Yahoo!"), {{{"Yahoo!", 100}}, {}}) != nullptr);
        CHECK(bare_answer("C++") == "C++");
        CHECK(bare_answer(".NET") == ".NET");
        CHECK(bare_answer("?") == "?");
        CHECK(bare_answer("rock'n'roll") == "rock'n'roll");
        CHECK(bare_answer("").empty());
    }

    TEST_CASE("numbers are read as people type them and as the program shows them") {
        struct Row {
            const char* typed;
            Scale scale;
            std::int64_t units;
            int finer = 0;
        };
        const Scale millions{0, 10'000'000, 1, 0, ""};
        const Scale small{0, 100, 1, 1, ""}; // 0 to 10.0
        const Scale both_sides{-100, 100, 1, 0, ""};
        const Scale doses{0, 1000, 10, 0, "mg"};
        for (const Row& row : {Row{"1,000,000", millions, 1'000'000},
                               Row{"1.000.000", millions, 1'000'000},
                               Row{"1'000'000", millions, 1'000'000},
                               Row{"1’000’000", millions, 1'000'000},
                               Row{"1 000 000", millions, 1'000'000},
                               Row{"1\xE2\x80\xAF"
                                   "000\xE2\x80\x89"
                                   "000",
                                   millions, 1'000'000},
                               Row{"1\xC2\xA0"
                                   "000\xC2\xA0"
                                   "000",
                                   millions, 1'000'000},
                               Row{"10,00,000", millions, 1'000'000},
                               Row{"1e6", millions, 1'000'000},
                               Row{"1.5E+6", millions, 1'500'000},
                               Row{"3 x 10^6", millions, 3'000'000},
                               Row{"3 × 10⁶", millions, 3'000'000},
                               Row{"0e300", millions, 0},
                               Row{"1,000,000.00", millions, 1'000'000},
                               Row{"1.000.000,00", millions, 1'000'000},
                               Row{"1 234.5", millions, 12345, 1},
                               Row{"2.50", small, 25},
                               Row{"+2.5", small, 25},
                               Row{"2,5", small, 25},
                               Row{" 2.5 ", small, 25},
                               Row{".5", small, 5},
                               Row{"5.", small, 50},
                               Row{"2.45", small, 245, 1},
                               Row{"2.4500000001", small, 245, 1},
                               Row{"0.123", small, 123, 2},
                               Row{"1,234", small, 1234, 2},
                               Row{"1,234", {1000, 2000, 1, 0, ""}, 1234},
                               Row{"1.234", {1000, 2000, 1, 0, ""}, 1234},
                               Row{"2e-1", small, 2},
                               Row{"−40", both_sides, -40},
                               Row{"-40.0", both_sides, -40},
                               Row{"– 40", both_sides, -40},
                               Row{"-0", both_sides, 0},
                               Row{"350 mg", doses, 350},
                               Row{"350mg", doses, 350},
                               Row{"350 MG", doses, 350},
                               Row{"350", doses, 350},
                               Row{"355", doses, 355}, // between two steps of the slider
                               Row{"$ 5", {0, 10, 1, 0, "$"}, 5}}) {
            CAPTURE(row.typed);
            const TypedNumber read = read_number(row.typed, row.scale);
            REQUIRE(read.number.has_value());
            CHECK(read.number->units == row.units);
            CHECK(read.number->finer == row.finer);
        }
        const auto problem = [](const char* typed, const Scale& scale) { return read_number(typed, scale).problem; };
        for (const char* typed :
             {"", "twelve", "-", "1,2,3", "1.2.3", "12,34", "1 00", "1,000.000.0", "3 4", "1e", "..", "1e9999"}) {
            CAPTURE(typed);
            const bool is_decimal = std::string_view(typed) == "12,34";
            CHECK((problem(typed, millions) == NumberProblem::no_number) != is_decimal);
        }
        CHECK(problem("1,5", {10, 20, 1, 0, ""}) == NumberProblem::off_scale);
        CHECK(problem("1e300", millions) == NumberProblem::off_scale);
        CHECK(problem("99999999999999999999999999", millions) == NumberProblem::off_scale);
        CHECK(problem("350 g", doses) == NumberProblem::other_unit);
        const TypedNumber twice = read_number("1,234", {0, 2000, 1, 0, ""});
        CHECK(twice.problem == NumberProblem::two_readings);
        CHECK(read_number(twice.readings[0], {0, 2000, 1, 0, ""}).number == Entered{1234});
        CHECK(read_number(twice.readings[1], {0, 2000, 1, 0, ""}).number == Entered{1234, 3});
        for (const std::int64_t units : {-1234567, -5, 0, 7, 1234, 1969, 1234567}) {
            const Scale scale{-10'000'000, 10'000'000, 1, 2, "mg"};
            CHECK(read_number(shown_number(units, 2), scale).number == Entered{units});
            CHECK(read_number(shown_with_unit({units}, scale), scale).number == Entered{units});
        }
    }

    TEST_CASE("an answer with more decimals than the scale is marked exactly") {
        const EnterNumber question{{0, 100, 1, 1, ""}, 24, 26, 4};
        CHECK(credit_of(Entered{245, 1}, question, {}) == Fraction::one());
        CHECK(credit_of(Entered{26'000'001, 6}, question, {}) < Fraction::one());
        CHECK(credit_of(Entered{261, 1}, question, {}) < Fraction::one());
        CHECK(credit_of(Entered{28}, question, {}) == credit_of(Entered{280, 1}, question, {}));
        CHECK(fits(Entered{1000, 1}, question));
        CHECK_FALSE(fits(Entered{1001, 1}, question));
        CHECK(shown_with_unit({245, 1}, question.scale) == "2.45");
        CHECK(shown_with_unit({-1234567}, {-9'000'000, 0, 1, 0, "kg"}) == "−1,234,567 kg");
        CHECK(shown_with_unit({1969}, {0, 3000, 1, 0, ""}) == "1969");
    }

    TEST_CASE("break-even of certainty: a guess below 2/3, think so to 0.8, sure above") {
        const auto mean = [](Confidence sure, int right_of_60) {
            return right_of_60 * confidence_award(Fraction::one(), sure).points.count +
                   (60 - right_of_60) * confidence_award(Fraction::zero(), sure).points.count;
        };
        using enum Confidence;
        CHECK(mean(guess, 40) == mean(think_so, 40));
        CHECK(mean(guess, 39) > mean(think_so, 39));
        CHECK(mean(think_so, 41) > mean(guess, 41));
        CHECK(mean(think_so, 48) == mean(Confidence::sure, 48));
        CHECK(mean(think_so, 47) > mean(Confidence::sure, 47));
        CHECK(mean(Confidence::sure, 49) > mean(think_so, 49));
        CHECK(terms_of(confidence_award(Fraction::zero(), Confidence::sure)) == "-600 = 100 x -6");
        CHECK(terms_of(confidence_award({1, 2}, Confidence::think_so)) == "100 = 100 x 2 x 0.50");
        CHECK(confidence_award(Fraction::one(), std::nullopt).points.count == 100);
    }

    TEST_CASE("what is seen before the reveal is the same whatever the key is") {
        const test::Campaign questions{"questions with a hidden key", 2000};
        std::size_t met[std::variant_size_v<Interaction>] = {};
        for (const std::uint64_t number : questions) {
            CAPTURE(number);
            Rng rng = stream_of(5, number);
            const Question question = test::a_random_question(rng);
            const Order display_order = draw_display_order(question, rng);
            Question other = question;
            ++met[question.interaction.index()];
            struct OtherKey {
                Rng& rng;
                void operator()(PickOne& body) const {
                    body.key = static_cast<std::uint8_t>((body.key + 1U) % body.options.size());
                }
                // twins of an order have permuted items; see session_properties_test.cpp
                void operator()(PutInOrder&) const {}
                void operator()(PickMany& body) const {
                    body.key = {static_cast<std::uint8_t>(rng.below(body.options.size()))};
                }
                void operator()(Assign& body) const { rng.shuffle(body.key); }
                void operator()(EnterNumber& body) const {
                    body.low = body.high = static_cast<std::int64_t>(60 + rng.below(90));
                    body.width = 3;
                }
                void operator()(WriteText& body) const { body = {{{"gold", 100}}, {"silver", "lead"}}; }
                void operator()(Vote&) const {}
                void operator()(ReadOn&) const {}
                void operator()(PointAt& body) const {
                    body.key = static_cast<std::uint8_t>((body.key + 1U) % body.options.size());
                }
            };
            std::visit(OtherKey{rng}, other.interaction);
            const auto view = [&](const Question& one) {
                return std::visit(
                    [&](const auto& interaction) -> AnswerView { return view_of(interaction, display_order); },
                    one.interaction);
            };
            CHECK(view(question) == view(other));
        }
        for (const std::size_t count : met) CHECK((count > 20 || !questions.is_whole()));
    }

    TEST_CASE(
        "of any question the key earns all, the wrong response nothing, and any response comes back from its line") {
        const test::Campaign questions{"questions with three responses", 4000};
        std::size_t met[std::variant_size_v<Interaction>] = {};
        for (const std::uint64_t number : questions) {
            CAPTURE(number);
            Rng rng = stream_of(11, number);
            const Question question = test::a_random_question(rng);
            CAPTURE(encode(question));
            ++met[question.interaction.index()];
            REQUIRE(can_be_asked(question));
            CHECK(decode_question(encode(question)) == question);
            const Order display_order = draw_display_order(question, rng);
            const Response key = key_response(question, display_order);
            const Response wrong = wrong_response(question, display_order);
            const Response any = random_response(question, display_order, rng);
            for (const Response& response : {key, wrong, any}) {
                CHECK(fits(response, question));
                CHECK(decode_response(encode(response)) == response);
                const Fraction credit = credit_of(response, question, display_order);
                CHECK_FALSE(credit < Fraction::zero());
                CHECK_FALSE(Fraction::one() < credit);
            }
            if (!is_marked(question)) continue;
            CHECK(credit_of(key, question, display_order) == Fraction::one());
            CHECK(credit_of(wrong, question, display_order) == Fraction::zero());
            CHECK_FALSE(key_text(question).empty());
        }
        for (const std::size_t count : met) CHECK((count > 50 || !questions.is_whole()));
    }
}
