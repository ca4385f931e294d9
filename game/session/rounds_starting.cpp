// How a round starts: its plan, its questions, and its first event. The rest of Rounds is in rounds.cpp.
#include <algorithm>
#include <utility>

#include "engine/base/text.hpp"
#include "engine/quiz/maker.hpp"
#include "game/session/rounds.hpp"

namespace chelate::session {

namespace {

constexpr int most_planned = 1000; ///< questions of a round that a bell ends
constexpr int most_in_study = 500; ///< questions of one study round; more would be a mistake of ours

quiz::Rules rules_of(const content::Round& round) {
    quiz::Rules rules;
    if (round.asks_confidence) rules.confidence = quiz::ConfidenceUse::marked;
    rules.passing = round.passing;
    rules.hints = round.hints;
    rules.tries = round.tries;
    rules.feedback_at_end = round.feedback_at_end;
    if (round.seconds > 0) rules.clock = quiz::Clock{{std::int64_t{round.seconds} * 1000}, round.loss_quarters, true};
    rules.bell = {std::int64_t{round.minutes} * 60000};
    return rules;
}

} // namespace

Result<content::Round> Rounds::round_of(const quiz::SessionPlan& plan) const {
    content::Round round;
    if (plan.own) {
        round.pool = plan.own->pool;
        round.mixing = plan.own->mixing;
        round.count = plan.own->count;
    } else if (const content::Round* found = pack_.find_round(plan.round)) {
        round = *found;
    } else {
        std::vector<std::string> known;
        for (const content::Round& other : pack_.rounds) known.push_back(other.id.value);
        return fail("unknown-round",
                    {{"round", plan.round.value}, {"nearest", nearest(plan.round.value, known).value_or("")}});
    }
    round.pool.excluded_items = plan.excluded_items;
    return round;
}

Result<runner::QuestionSource> Rounds::questions_of(const quiz::SessionPlan& plan) const {
    if (plan.study_round) {
        quiz::SessionPlan study_plan = plan;
        return study_.questions(study_plan);
    }
    const auto round = round_of(plan);
    if (!round) return tl::unexpected(round.error());
    auto made = quiz::QuestionMaker::make(pack_, *round, plan.seed);
    if (!made) return tl::unexpected(made.error());
    return [maker = std::make_shared<quiz::QuestionMaker>(std::move(*made)),
            indices = plan.question_indices](const quiz::SessionState& state) {
        const std::size_t asked = state.asked.size();
        return maker->question(indices.empty() ? asked : indices.at(asked));
    };
}

void Rounds::begin_recording() {
    if (record_ && !players_.are_visitors()) runner_->record(std::exchange(record_, nullptr));
}

Result<void> Rounds::begin(quiz::SessionPlan plan, std::vector<quiz::Participant> participants, bool rehearsal) {
    auto questions = questions_of(plan);
    if (!questions) return tl::unexpected(questions.error());
    leave();
    leaves_no_trace_ = rehearsal || players_.are_visitors();
    players_.find_profile(); // the disk may have had no space for it before
    study_.load();
    runner_ = std::make_unique<runner::Runner>(clock_, std::move(*questions), journal());
    begin_recording();
    if (participants.empty()) participants = {{players_.current().seat, players_.name()}};
    (void)runner_->start(randomness_.session(), plan, participants); // never refused: the session is new, with players
    return {};
}

Result<void> Rounds::begin_anew(quiz::SessionPlan plan) {
    const auto round = round_of(plan);
    if (!round) return tl::unexpected(round.error());
    const auto different = static_cast<int>(std::min<std::size_t>(questions_in(*round, plan.seed), most_planned));
    plan.question_indices.clear();
    plan.planned = plan.rules.bell.count > 0 || different < plan.planned ? different : plan.planned;
    return begin(std::move(plan));
}

Result<void> Rounds::start(const content::RoundId& id, std::optional<std::uint64_t> seed) {
    const content::Round* round = pack_.find_round(id);
    if (round != nullptr) return start(*round, seed);
    return begin({.pack = pack_.id,
                  .pack_hash = pack_.hash,
                  .round = id,
                  .seed = seed ? *seed : randomness_.seed(),
                  .rules = {}});
}

Result<void> Rounds::start(const content::Round& round, std::optional<std::uint64_t> seed) {
    quiz::SessionPlan plan{.pack = pack_.id,
                           .pack_hash = pack_.hash,
                           .round = round.id,
                           .seed = seed ? *seed : randomness_.seed(),
                           .planned = round.count,
                           .excluded_items = study_.suspended(),
                           .rules = rules_of(round)};
    if (round.id.value == own_round_id) plan.own = quiz::OwnRound{round.pool, round.mixing, round.count};
    return begin_anew(std::move(plan));
}

Result<void> Rounds::start_study(bool practice) {
    quiz::Rules rules;
    if (study_.settings().asks_confidence) rules.confidence = quiz::ConfidenceUse::noted;
    rules.passing = true;
    rules.hints = true;
    quiz::SessionPlan plan{.pack = pack_.id,
                           .pack_hash = pack_.hash,
                           .round = content::RoundId{study_round_id},
                           .seed = randomness_.seed(),
                           .planned = most_in_study,
                           .excluded_items = study_.suspended(),
                           .study_round = quiz::StudyRound{0, practice},
                           .rules = rules};
    leave();
    const auto questions = study_.questions(plan); // for how many it expects
    if (!questions) return tl::unexpected(questions.error());
    if (plan.study_round->expected == 0) return fail("nothing-to-ask", {{"round", plan.round.value}});
    return begin(std::move(plan));
}

Result<void> Rounds::start_lesson(const content::Round& round, std::uint64_t seed, const Lesson& lesson) {
    if (lesson.question_indices.empty()) return fail("nothing-to-ask", {{"round", round.id.value}});
    quiz::SessionPlan plan{.pack = pack_.id,
                           .pack_hash = pack_.hash,
                           .round = round.id,
                           .seed = seed,
                           .planned = static_cast<int>(lesson.question_indices.size()),
                           .question_indices = lesson.question_indices,
                           .rules = lesson.rules};
    return begin(std::move(plan), lesson.participants, lesson.rehearsal);
}

Result<void> Rounds::start_again() {
    quiz::SessionPlan again = plan();
    again.seed = randomness_.seed();
    again.excluded_items = study_.suspended();
    if (const auto round = round_of(again)) again.planned = round->count; // not only what was missed
    return begin_anew(std::move(again));
}

void Rounds::play_mistakes() {
    const quiz::SessionState& state = runner_->history().state;
    quiz::SessionPlan again = state.plan;
    again.question_indices.clear();
    for (std::size_t i = 0; i < state.asked.size(); ++i) {
        const auto& answer = state.asked[i].answers.at(0);
        if (state.asked[i].voided || !answer || answer->award.credit == Fraction::one()) continue;
        again.question_indices.push_back(state.plan.question_indices.empty() ? static_cast<std::uint32_t>(i)
                                                                             : state.plan.question_indices[i]);
    }
    again.planned = static_cast<int>(again.question_indices.size());
    (void)begin(std::move(again)); // its round was there a moment ago
}

Result<void> Rounds::restore(const quiz::SessionState& before) {
    quiz::SessionPlan plan = before.plan;
    plan.pack = pack_.id;
    plan.pack_hash = pack_.hash;
    if (const auto round = round_of(plan)) {
        plan.planned = round->count;
        if (!plan.own) plan.rules = rules_of(*round);
    }
    if (auto begun = begin_anew(std::move(plan)); !begun) return begun;
    const quiz::SessionState& now = runner_->history().state;
    for (std::size_t i = 0; i < before.asked.size(); ++i) {
        (void)runner_->advance();
        if (now.phase != quiz::Phase::asked) break;                                    // the round has become shorter
        if (before.phase == quiz::Phase::asked && i + 1 == before.asked.size()) break; // open then, open now
        const auto& answer = before.asked[i].answers.at(0);
        if (answer && answer->response)
            (void)runner_->submit(quiz::SubmitAnswer{players_.current().seat, *answer->response, answer->confidence});
        if (now.phase == quiz::Phase::asked) (void)runner_->submit(quiz::CloseQuestion{});
    }
    return {};
}

} // namespace chelate::session
