// Plays study rounds over the shipped pack with people of every kind.
#include "engine/study/study_queue.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "engine/quiz/pool.hpp"
#include "engine/study/crediting.hpp"
#include "tests/quiz/round_maker.hpp"
#include "tests/study/days.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/campaign.hpp"

using namespace chelate;
using namespace chelate::study;
using namespace chelate::test;

namespace {

/// The shipped pack without basic topics, so that a first session is like any other.
const content::Pack& pack_without_basics() {
    static const content::Pack pack = [] {
        content::Pack copy = shipped_pack();
        for (content::Topic& topic : copy.topics) topic.is_basic = false;
        return copy;
    }();
    return pack;
}

const quiz::QuestionMaker& all_questions() {
    static const quiz::QuestionMaker maker =
        quiz::QuestionMaker::make(pack_without_basics(), content::Round{}, 1).value();
    return maker;
}

const std::vector<quiz::QuestionCandidate>& candidates() {
    static const std::vector<quiz::QuestionCandidate> all = all_questions().candidates();
    return all;
}

/// A study round that was played.
struct Played {
    Script script;
    std::vector<std::size_t> chosen;
};

/// Plays a study round to the end.
/// @param knows  whether the answer at an index is right
/// @param sure  the confidence given with each answer
template <class Knows>
Played played(const StudyQueue& sitting, Knows knows, quiz::Confidence sure = quiz::Confidence::think_so) {
    quiz::Rules rules;
    rules.confidence = quiz::ConfidenceUse::noted;
    quiz::SessionPlan program = a_program(200, rules);
    program.study_round = quiz::StudyRound{sitting.expected(), false};
    Played result{Script({{ada, "Ada"}}, program), {}};
    while (const auto next = sitting.next(result.script.history.state)) {
        result.chosen.push_back(*next);
        REQUIRE(result.chosen.size() < 200);
        result.script.ask(all_questions().question_of(*next, result.chosen.size()));
        const bool right = knows(result.chosen.size() - 1, candidates()[*next]);
        result.script.must(quiz::SubmitAnswer{ada, right ? result.script.key() : result.script.wrong(), sure});
        if (result.script.history.state.phase == quiz::Phase::asked) result.script.must(quiz::CloseQuestion{});
    }
    return result;
}

/// Returns the indexes of the questions that exercised an item, and whether it was missed there.
std::vector<std::pair<int, bool>> course_of(const Played& sitting, const ItemId& item) {
    std::vector<std::pair<int, bool>> places;
    const auto& asked = sitting.script.history.state.asked;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        for (const Exercised& one :
             exercised(*asked[i].question, {}, asked[i].display_order, *asked[i].answers[0], false)) {
            if (one.item == item)
                places.emplace_back(static_cast<int>(i), rating_of(one.recall, false) == memory::Rating::again);
        }
    }
    return places;
}

/// Returns whether claims with this key can be asked as a verdict and in no other way.
bool only_a_verdict(const std::pair<quiz::AnswerScale, int>& key) {
    const auto verdict = static_cast<content::Verdict>(key.second);
    return key.first == quiz::AnswerScale::verdict && verdict != content::Verdict::supported &&
           verdict != content::Verdict::contradicted;
}

DayPlan new_person(int count) {
    return plan_day(LearnerModel{}, learnables_of(candidates()), {.new_a_day = count}, today);
}

} // namespace

TEST_SUITE("study/study_queue") {
    TEST_CASE("the offers are all there is: each exercises something, and is made as it was promised") {
        REQUIRE(candidates().size() > 500);
        std::set<ItemId> taught;
        for (std::size_t i = 0; i < candidates().size(); i += 17) {
            const quiz::Question question = all_questions().question_of(i, i);
            CAPTURE(question.id);
            CHECK(question.id == candidates()[i].id);
            CHECK(question.kind == candidates()[i].kind);
            std::vector<ItemId> made = quiz::items_of(question);
            std::vector<ItemId> promised = candidates()[i].items;
            if (question.basis.rule == quiz::Rule::subject_of_value) {
                // Its wrong answers are left to chance. The key comes first.
                CHECK(made.size() == promised.size());
                made.resize(1);
                promised.resize(1);
            }
            std::sort(made.begin(), made.end());
            std::sort(promised.begin(), promised.end());
            CHECK(made == promised);
            CHECK(is_two_way(question) == candidates()[i].two_way);
            CHECK(question.difficulty == candidates()[i].difficulty);
        }
        for (const Learnable& learnable : learnables_of(candidates())) CHECK(taught.insert(learnable.item).second);
        CHECK(taught.size() > 200);
    }

    TEST_CASE("who knows everything is asked every planned item and nothing is left") {
        const DayPlan plan = new_person(20);
        REQUIRE(plan.fresh.size() == 20);
        const Played sitting = played(StudyQueue(candidates(), plan, LearnerModel{}, 3),
                                      [](std::size_t, const quiz::QuestionCandidate&) { return true; });
        CHECK(sitting.chosen.size() <= 20);
        for (const ItemId& item : plan.fresh) CHECK_FALSE(course_of(sitting, item).empty());
    }

    TEST_CASE("what is missed returns as another question, after three others, at most twice") {
        for (const std::uint64_t seed : Campaign{"days with misses", 20}) {
            CAPTURE(seed);
            Rng rng{seed};
            const int odds = static_cast<int>(seed % 4); // from always wrong to mostly right
            const DayPlan plan = new_person(12);
            const Played sitting = played(StudyQueue(candidates(), plan, LearnerModel{}, seed),
                                          [&](std::size_t, const quiz::QuestionCandidate&) {
                                              return rng.below(4) < static_cast<std::uint64_t>(odds);
                                          });
            std::set<std::string> ids;
            int again = 0;
            for (const std::size_t index : sitting.chosen) {
                if (!ids.insert(candidates()[index].id).second) ++again;
            }
            CHECK(again * 4 <= static_cast<int>(sitting.chosen.size())); // a different question while there is one
            for (const ItemId& item : plan.fresh) {
                CAPTURE(item.id);
                const auto places = course_of(sitting, item);
                REQUIRE_FALSE(places.empty());
                // An item is asked until it is known, with at most two returns; questions on other items may touch it
                // as well. When everything is missed, there may be nothing left to ask in between.
                const bool known_at_last = !places.back().second;
                const bool at_the_end =
                    places.back().first + StudyQueue::spacing >= static_cast<int>(sitting.chosen.size()) - 1;
                CHECK((known_at_last || places.size() >= 3 || at_the_end));
            }
            // The same question is never asked twice in a row.
            const auto& asked = sitting.script.history.state.asked;
            for (std::size_t i = 1; i < asked.size(); ++i) {
                if (asked[i].question->id == asked[i - 1].question->id) FAIL("the same question twice running");
            }
        }
    }

    TEST_CASE("one missed item comes back after exactly three others, and no more once it is known") {
        const DayPlan plan = new_person(8);
        const Played sitting = played(StudyQueue(candidates(), plan, LearnerModel{}, 5),
                                      [](std::size_t place, const quiz::QuestionCandidate&) { return place != 1; });
        const auto& missed = sitting.script.history.state.asked[1];
        const ItemId item = quiz::items_of(*missed.question).front();
        const auto places = course_of(sitting, item);
        REQUIRE(places.size() >= 2);
        CHECK(places[0] == std::pair(1, true));
        CHECK(places[1].first >= 5);
        CHECK_FALSE(places[1].second);
        CHECK(sitting.script.history.state.asked[static_cast<std::size_t>(places[1].first)].question->id !=
              missed.question->id);
    }

    TEST_CASE("sure and wrong returns before what was only wrong") {
        const DayPlan plan = new_person(14);
        const StudyQueue sitting(candidates(), plan, LearnerModel{}, 9);
        quiz::Rules rules;
        rules.confidence = quiz::ConfidenceUse::noted;
        quiz::SessionPlan program = a_program(200, rules);
        program.study_round = quiz::StudyRound{14, false};
        Script script({{ada, "Ada"}}, program);
        // The first two are missed: the first with "think so", the second with "sure".
        for (int place = 0; place < 5; ++place) {
            script.ask(all_questions().question_of(*sitting.next(script.history.state), 1));
            const bool right = place > 1;
            script.must(quiz::SubmitAnswer{ada, right ? script.key() : script.wrong(),
                                           place == 1 ? quiz::Confidence::sure : quiz::Confidence::think_so});
        }
        const auto asked = [&](std::size_t place) {
            return quiz::items_of(*script.history.state.asked[place].question);
        };
        const auto meets = [](const std::vector<ItemId>& a, const std::vector<ItemId>& b) {
            return std::any_of(a.begin(), a.end(),
                               [&](const ItemId& one) { return std::find(b.begin(), b.end(), one) != b.end(); });
        };
        const auto next = sitting.next(script.history.state);
        REQUIRE(next.has_value());
        CHECK(meets(candidates()[*next].items, asked(1)));
    }

    TEST_CASE("no item is asked twice running in a question with two answers, while there is another") {
        // A question that was asked before is no other, and one on a scale of verdicts may have to wait for the balance
        // of keys.
        const auto has_other = [](const ItemId& item, const Played& sitting, int place) {
            std::set<std::string> asked;
            for (int i = 0; i < place; ++i)
                asked.insert(sitting.script.history.state.asked[static_cast<std::size_t>(i)].question->id);
            return std::any_of(candidates().begin(), candidates().end(), [&](const quiz::QuestionCandidate& one) {
                return !one.two_way && !one.key && !asked.contains(one.id) &&
                       std::find(one.items.begin(), one.items.end(), item) != one.items.end();
            });
        };
        int looked_at = 0;
        const Campaign seeds{"days with questions of two answers", 15};
        for (const std::uint64_t seed : seeds) {
            CAPTURE(seed);
            Rng rng{seed};
            const Played sitting =
                played(StudyQueue(candidates(), new_person(15), LearnerModel{}, seed),
                       [&](std::size_t, const quiz::QuestionCandidate&) { return rng.below(2) == 0; });
            for (const ItemId& item : new_person(15).fresh) {
                const auto places = course_of(sitting, item);
                for (std::size_t i = 1; i < places.size(); ++i) {
                    const auto two_way = [&](int place) {
                        return is_two_way(
                            *sitting.script.history.state.asked[static_cast<std::size_t>(place)].question);
                    };
                    // Only count questions asked for this item after a miss, since questions on other items touch it
                    // too.
                    if (!places[i - 1].second || !has_other(item, sitting, places[i].first)) continue;
                    ++looked_at;
                    CHECK_FALSE((two_way(places[i - 1].first) && two_way(places[i].first)));
                }
            }
        }
        CHECK(looked_at > (seeds.is_whole() ? 50 : 0));
    }

    TEST_CASE("a pair that was confused three times is set side by side within the next six questions") {
        // A person who has confused two things twice before does so again.
        const auto contrast =
            std::find_if(candidates().begin(), candidates().end(), [](const quiz::QuestionCandidate& candidate) {
                return exercised_by(candidate).back().kind == ItemKind::pair;
            });
        REQUIRE(contrast != candidates().end());
        const ItemId pair = exercised_by(*contrast).back();
        std::vector<memory::Review> before;
        for (int i = 1; i <= 2; ++i) {
            before.push_back({.item = pair,
                              .session = "old",
                              .number = i,
                              .stamp = {{(today - 30 + i) * 86'400'000LL}, 0, i},
                              .recall = memory::Recall::wrong,
                              .two_way = true});
        }
        const LearnerModel learner = LearnerModel::of(before);
        DayPlan plan = plan_day(learner, learnables_of(candidates()), {.new_a_day = 15}, today);
        REQUIRE_FALSE(plan.due.empty());
        const StudyQueue sitting(candidates(), plan, learner, 4);
        bool missed_once = false;
        const Played result = played(sitting, [&](std::size_t, const quiz::QuestionCandidate& candidate) {
            if (missed_once || exercised_by(candidate).back() != pair) return true;
            missed_once = true;
            return false;
        });
        const auto places = course_of(result, pair);
        REQUIRE(places.size() >= 2);
        REQUIRE(places[0].second);
        CHECK(places[1].first - places[0].first >= 2);
        CHECK(places[1].first - places[0].first <= 6);
        CHECK(is_two_way(*result.script.history.state.asked[static_cast<std::size_t>(places[1].first)].question));
    }

    TEST_CASE(
        "what comes next depends on the board alone: a study round that was interrupted goes on as it would have") {
        const DayPlan plan = new_person(10);
        Rng rng{2};
        const Played whole = played(StudyQueue(candidates(), plan, LearnerModel{}, 8),
                                    [&](std::size_t, const quiz::QuestionCandidate&) { return rng.below(2) == 0; });
        // A second queue for the same plan chooses the same questions when the events are replayed.
        const std::vector<quiz::Event> log(whole.script.history.log.begin(), whole.script.history.log.end());
        quiz::SessionHistory state;
        const StudyQueue again(candidates(), plan, LearnerModel{}, 8);
        std::size_t checked = 0;
        for (const quiz::Event& event : log) {
            if (const auto* asked = std::get_if<quiz::QuestionAsked>(&event.body)) {
                const auto next = again.next(state.state);
                REQUIRE(next.has_value());
                CHECK(candidates()[*next].id == asked->question->id);
                ++checked;
            }
            state = quiz::evolve(std::move(state), event);
        }
        CHECK(checked == whole.chosen.size());
        CHECK_FALSE(again.next(state.state).has_value());
    }

    TEST_CASE("what is due comes mixed by topic, what is new in blocks") {
        const auto all = learnables_of(candidates());
        std::vector<memory::Review> known;
        std::int64_t serial = 0;
        for (std::size_t i = 0; i < all.size() && known.size() < 40; i += 5) {
            if (!all[i].is_pair)
                known.push_back({.item = all[i].item,
                                 .session = "old",
                                 .number = 1,
                                 .stamp = {{(today - 40) * 86'400'000LL}, 0, ++serial},
                                 .recall = memory::Recall::right});
        }
        const LearnerModel learner = LearnerModel::of(known);
        DayPlan plan = plan_day(learner, all, {.new_a_day = 0}, today);
        REQUIRE(plan.due.size() >= 30);
        const Played due = played(StudyQueue(candidates(), plan, learner, 6),
                                  [](std::size_t, const quiz::QuestionCandidate&) { return true; });
        int same = 0;
        for (std::size_t i = 1; i < due.chosen.size(); ++i)
            same += candidates()[due.chosen[i]].topic == candidates()[due.chosen[i - 1]].topic ? 1 : 0;
        CHECK(same * 3 <= static_cast<int>(due.chosen.size()));
    }

    TEST_CASE("in the study of a day no key of its verdicts is right for more than 40 %") {
        // Days of a new person, and days on which many claims of all topics are due.
        const auto all = learnables_of(candidates());
        std::size_t verdicts = 0;
        for (const std::uint64_t seed : Campaign{"days with verdicts", 2000}) {
            CAPTURE(seed);
            Rng rng{seed};
            std::vector<memory::Review> known;
            const bool is_new = seed % 2 == 0;
            for (std::size_t i = 0; !is_new && i < all.size(); ++i) {
                if (all[i].item.kind != ItemKind::claim || rng.below(4) != 0) continue;
                known.push_back({.item = all[i].item,
                                 .session = "old",
                                 .number = 1,
                                 .stamp = {{(today - 40) * 86'400'000LL}, 0, static_cast<std::int64_t>(i)},
                                 .recall = memory::Recall::right});
            }
            const LearnerModel learner = LearnerModel::of(known);
            const DayPlan plan =
                plan_day(learner, all, {.new_a_day = is_new ? 5 + static_cast<int>(seed % 10) : 0}, today);
            const Played played_day =
                played(StudyQueue(candidates(), plan, learner, seed),
                       [&](std::size_t, const quiz::QuestionCandidate&) { return rng.below(5) > 0; });
            std::map<std::pair<quiz::AnswerScale, int>, std::size_t> by_key;
            std::map<quiz::AnswerScale, std::size_t> asked;
            std::set<std::string> questions;
            for (const auto& record : played_day.script.history.state.asked) {
                const auto key = quiz::scale_key_of(*record.question);
                // A question that returns after a miss has told its key already, so guessing gains nothing by it.
                if (!key || !questions.insert(record.question->id).second) continue;
                ++by_key[{key->scale, key->key}];
                ++asked[key->scale];
            }
            for (const auto& [key, count] : by_key) {
                CAPTURE(static_cast<int>(key.first));
                CAPTURE(key.second);
                const std::size_t of = asked[key.first];
                if (key.first == quiz::AnswerScale::truth) CHECK(count <= of / 2 + 1);
                // Claims that are due and can only be asked as verdicts are asked even if most have one verdict.
                else if (is_new || !only_a_verdict(key)) CHECK(count <= quiz::most_with_one_key(of));
            }
            verdicts += asked[quiz::AnswerScale::verdict];
        }
        CHECK(verdicts > 0);
        MESSAGE(verdicts, " verdicts");
    }

    TEST_CASE("a person's first session asks easy questions on basic topics, and only those while there are any") {
        content::Pack pack = shipped_pack();
        const std::set<std::string> basics{"chemistry", "absorption", "gut", "intake", "food"};
        for (content::Topic& topic : pack.topics) topic.is_basic = basics.contains(topic.id.value);
        const auto maker = quiz::QuestionMaker::make(pack, content::Round{}, 1).value();
        const auto offered = maker.candidates();
        const auto learnables = learnables_of(offered);
        const auto asked_by = [&](const LearnerModel& learner, int new_items, std::uint64_t seed) {
            const DayPlan plan = plan_day(learner, learnables, {.new_a_day = new_items}, today);
            const StudyQueue queue(offered, plan, learner, seed);
            Rng rng{seed};
            Script script({{ada, "Ada"}}, a_program(200));
            std::vector<quiz::Question> asked;
            while (const auto next = queue.next(script.history.state)) {
                asked.push_back(maker.question_of(*next, rng.next()));
                REQUIRE(asked.size() < 200);
                script.ask(asked.back());
                script.must(quiz::SubmitAnswer{ada, rng.below(3) == 0 ? script.wrong() : script.key()});
                if (script.history.state.phase == quiz::Phase::asked) script.must(quiz::CloseQuestion{});
            }
            return asked;
        };
        const auto is_easy_basic = [&](const quiz::Question& question) {
            return question.difficulty == 1 && basics.contains(question.topic.value);
        };
        for (const std::uint64_t seed : Campaign{"first sessions", 100}) {
            CAPTURE(seed);
            const auto first = asked_by(LearnerModel{}, 5 + static_cast<int>(seed % 15), seed);
            CHECK_FALSE(first.empty());
            quiz::KeyBalance balance;
            std::set<std::string> met;
            for (const quiz::Question& question : first) {
                CHECK_MESSAGE(is_easy_basic(question), question.id);
                const auto key = quiz::scale_key_of(question);
                if (!met.insert(question.id).second || !key) continue;
                CHECK_MESSAGE(balance.allows(*key), question.id);
                balance.add(*key);
            }
        }
        // A person who has answered something before is asked in the usual order.
        std::vector<memory::Review> known;
        known.push_back({.item = learnables.front().item,
                         .session = "old",
                         .number = 1,
                         .stamp = {{(today - 1) * 86'400'000LL}, 0, 1},
                         .recall = memory::Recall::right});
        const auto later = asked_by(LearnerModel::of(known), 20, 1);
        CHECK_FALSE(std::all_of(later.begin(), later.end(), is_easy_basic));
    }
}
