// Tests every interaction: the marks are as expected, and each is sound for any question and response.
#include <doctest/doctest.h>

#include <fstream>

#include <nlohmann/json.hpp>

#include "engine/quiz/encoding.hpp"
#include "engine/quiz/question.hpp"
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
        CHECK(shown_number(-5, 2) == "-0.05");
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
