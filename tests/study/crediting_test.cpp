#include "engine/study/crediting.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/support/builders.hpp"
#include "tests/support/item.hpp"

using namespace chelate;
using namespace chelate::quiz;
using namespace chelate::study;
using namespace chelate::test;
using memory::Rating;
using memory::Recall;

namespace {

std::vector<memory::Review> reviews(const Script& session) {
    return reviews_of(quiz::SessionId{"s"}, session.history, 0,
                      std::vector<memory::Stamp>(session.history.log.size(), memory::Stamp{{1000}, 60, 1}));
}

Recall recall_of(const std::vector<memory::Review>& found, const std::string& of) {
    const auto one = std::find_if(found.rbegin(), found.rend(),
                                  [&](const memory::Review& review) { return review.item == item(of); });
    REQUIRE_MESSAGE(one != found.rend(), of);
    return one->recall;
}

/// Returns a "Which has more?" question about things named by one letter each; the first is the right one.
Question a_comparison(const std::string& letters) {
    Question question = a_question(letters.size());
    question.claims.clear();
    question.basis = {.rule = Rule::greatest, .attribute = content::AttributeId{"weight"}};
    auto& body = std::get<PickOne>(question.interaction);
    for (std::size_t i = 0; i < letters.size(); ++i) {
        body.options[i].subject = content::SubjectId{std::string(1, letters[i])};
        question.facts.emplace_back(std::string(1, letters[i]) + ".weight");
    }
    return question;
}

Question a_ranking(const std::string& letters) {
    Question question = an_order_question(letters.size());
    question.claims.clear();
    question.basis = {.rule = Rule::greatest_first, .attribute = content::AttributeId{"weight"}};
    auto& body = std::get<PutInOrder>(question.interaction);
    for (std::size_t i = 0; i < letters.size(); ++i) {
        body.items[i].subject = content::SubjectId{std::string(1, letters[i])};
        question.facts.emplace_back(std::string(1, letters[letters.size() - 1 - i]) +
                                    ".weight"); // the order of the facts gives nothing away
    }
    return question;
}

/// Returns a response that puts the items in the order of the letters in `wanted`.
Response ranked(const Script& session, const std::string& letters, const std::string& wanted) {
    const QuestionRecord& asked = session.history.state.asked.back();
    Arranged arranged;
    for (const char letter : wanted)
        arranged.positions.push_back(position_of(static_cast<std::uint8_t>(letters.find(letter)), asked.display_order));
    return arranged;
}

SessionPlan certain() {
    Rules rules;
    rules.confidence = ConfidenceUse::marked;
    rules.passing = true;
    return a_program(5, rules);
}

} // namespace

TEST_SUITE("study/crediting") {
    TEST_CASE("the table names every kind of recall once, in order, and only a fast sure answer is easy") {
        for (std::size_t i = 0; i < credit_table.size(); ++i) CHECK(credit_table[i].recall == static_cast<Recall>(i));
        for (const CreditRow& row : credit_table) {
            CHECK(rating_of(row.recall, false) == row.rating);
            CHECK(rating_of(row.recall, true) == (row.recall == Recall::sure ? Rating::easy : row.rating));
        }
        CHECK(rating_of(Recall::wrong, true) == Rating::again);
        CHECK(rating_of(Recall::partly, false) == Rating::hard);
        CHECK(rating_of(Recall::right, false) == Rating::good);
        CHECK(rating_of(Recall::sure, false) == Rating::good);
    }

    TEST_CASE("a full answer is right whether or not certainty was asked; wrong, passed and unanswered are forgotten") {
        Script plain;
        plain.ask().must(SubmitAnswer{ada, plain.key()});
        REQUIRE(reviews(plain).size() == 1);
        const memory::Review only = reviews(plain).front();
        CHECK(only.item == item("claim:c1"));
        CHECK(only.recall == Recall::right);
        CHECK(only.session == "s");
        CHECK(only.number == 1);
        CHECK(only.credit == 1000);
        CHECK(only.chance == 250);
        CHECK(only.stamp == memory::Stamp{{1000}, 60, 1});
        plain.ask().must(SubmitAnswer{ada, plain.wrong()});
        CHECK(reviews(plain).back().recall == Recall::wrong);
        plain.ask().must(CloseQuestion{});
        CHECK(reviews(plain).size() == 3);
        CHECK(reviews(plain).back().recall == Recall::wrong);

        Script sure({{ada, "Ada"}}, certain());
        sure.ask().must(SubmitAnswer{ada, sure.key(), Confidence::think_so});
        CHECK(reviews(sure).back().recall == Recall::right);
        sure.ask().must(SubmitAnswer{ada, sure.key(), Confidence::sure});
        CHECK(reviews(sure).back().recall == Recall::sure);
        CHECK(reviews(sure).back().confidence == 3);
        sure.ask().must(PassQuestion{ada});
        CHECK(reviews(sure).back().recall == Recall::wrong);
    }

    TEST_CASE("a guess that was right is hard, and wrong on the same item later in the round is hard too") {
        Script session({{ada, "Ada"}}, certain());
        session.ask().must(SubmitAnswer{ada, session.key(), Confidence::guess});
        CHECK(recall_of(reviews(session), "claim:c1") == Recall::guessed);
        session.ask().must(SubmitAnswer{ada, session.wrong(), Confidence::think_so});
        CHECK(recall_of(reviews(session), "claim:c1") == Recall::guessed_then_wrong);
        Question other = a_question();
        other.claims = {content::ClaimId{"c2"}};
        session.ask(other).must(SubmitAnswer{ada, session.wrong(), Confidence::guess});
        CHECK(recall_of(reviews(session), "claim:c2") == Recall::wrong); // it was never answered right
    }

    TEST_CASE("a hint or a second try makes a full answer hard") {
        Rules rules;
        rules.hints = true;
        rules.tries = 2;
        Script session({{ada, "Ada"}}, a_program(3, rules));
        Question question = a_question();
        question.hints = {"Think."};
        session.ask(question).must(TakeHint{ada}).must(SubmitAnswer{ada, session.key()});
        CHECK(reviews(session).back().recall == Recall::helped);
        session.ask(question).must(SubmitAnswer{ada, session.wrong()}).must(SubmitAnswer{ada, session.key()});
        CHECK(reviews(session).back().recall == Recall::helped);
    }

    TEST_CASE("in an order the things that stand the wrong way round are forgotten, the others go by the credit") {
        Script session;
        session.ask(a_ranking("abcd"))
            .must(SubmitAnswer{ada, ranked(session, "abcd", "abdc")}); // two thirds of the credit
        const auto found = reviews(session);
        CHECK(recall_of(found, "fact:a.weight") == Recall::partly);
        CHECK(recall_of(found, "fact:b.weight") == Recall::partly);
        CHECK(recall_of(found, "fact:c.weight") == Recall::wrong_pair);
        CHECK(recall_of(found, "fact:d.weight") == Recall::wrong_pair);
        CHECK(recall_of(found, "pair:weight:c+d") == Recall::wrong_pair);
        CHECK(recall_of(found, "pair:weight:a+b") == Recall::right);
        session.ask(a_ranking("abcd")).must(SubmitAnswer{ada, ranked(session, "abcd", "abcd")});
        CHECK(recall_of(reviews(session), "fact:d.weight") == Recall::right);
        session.ask(a_ranking("abcd")).must(SubmitAnswer{ada, ranked(session, "abcd", "dcba")});
        CHECK(recall_of(reviews(session), "fact:a.weight") == Recall::wrong_pair);
    }

    TEST_CASE(
        "two things compared are a pair with a memory of its own; of more, the one that was taken for the other") {
        CHECK(pair_item(content::AttributeId{"x"}, content::SubjectId{"b"}, content::SubjectId{"a"}) ==
              item("pair:x:a+b"));
        const auto pair = pair_of(item("pair:x:a+b"));
        REQUIRE(pair.has_value());
        CHECK(pair->attribute.value == "x");
        CHECK(pair->one.value == "a");
        CHECK(pair->other.value == "b");
        for (const char* other : {"fact:x:a+b", "pair:x", "pair:x:ab", "pair:xa+b", "pair:a+b:x"})
            CHECK_FALSE(pair_of(item(other)).has_value());
        Script session;
        session.ask(a_comparison("ab")).must(SubmitAnswer{ada, session.key()});
        CHECK(recall_of(reviews(session), "pair:weight:a+b") == Recall::right);
        session.ask(a_comparison("abcd"));
        const auto position = position_of(2, session.history.state.asked.back().display_order);
        session.must(SubmitAnswer{ada, Picked{position}});
        const auto found = reviews(session);
        CHECK(recall_of(found, "pair:weight:a+c") == Recall::wrong);
        CHECK(std::none_of(found.begin(), found.end(), [](const memory::Review& review) {
            return review.item == item("pair:weight:a+b") && review.number == 2;
        }));
        CHECK(std::count_if(found.begin(), found.end(), [](const memory::Review& review) { return review.first; }) ==
              2);
    }

    TEST_CASE("what was voided, undone or not yet written down says nothing") {
        Script session;
        session.ask().must(SubmitAnswer{ada, session.key()});
        CHECK(reviews_of(quiz::SessionId{"s"}, session.history, 0, {}).empty());
        session.must(Undo{});
        CHECK(reviews(session).empty());
        session.must(Redo{});
        CHECK(reviews(session).size() == 1);
        session.must(VoidQuestion{1});
        CHECK(reviews(session).empty());
        Question poll = a_question();
        poll.kind = Kind::poll;
        poll.interaction = Vote{std::get<PickOne>(a_question().interaction).options};
        session.ask(poll).must(SubmitAnswer{ada, Picked{0}});
        CHECK(reviews(session).empty());
    }
}
