#include "game/session/game.hpp"

#include <algorithm>
#include <utility>

#include "engine/base/text.hpp"


namespace chelate::session {

namespace {

/// Whether the journal's round can go on with this pack. A pack that was updated meanwhile will do: what was asked
/// stands
/// whole in the journal, what comes next is made from the pack as it is.
bool can_go_on(const quiz::SessionState& state, const content::Pack& pack) {
    if (state.phase == quiz::Phase::not_started || state.phase == quiz::Phase::finished) return false;
    return state.plan.pack == pack.id;
}

} // namespace

Game::Game(content::Pack pack, const runner::Clock& clock, std::optional<store::Store> store, std::optional<Error> why)
    : pack_(std::move(pack)),
      clock_(clock),
      store_(std::move(store)),
      why_not_saved_(std::move(why)),
      wall_ahead_of_steady_(clock.wall() - clock.steady()) {}

Result<void> Game::suspend(const ItemList& items) {
    if (!store_ || profile_.empty()) return tl::unexpected(why_not_saved_.value_or(Error{"not-kept", {}}));
    if (auto done = store_->suspend(profile_, items); !done) return done;
    if (auto aside = store_->suspended(profile_)) suspended_ = std::move(*aside);
    study_book_.reset();
    return {};
}

void Game::resume_suspended() {
    if (store_ && !profile_.empty() && store_->resume_all(profile_)) suspended_.clear();
    study_book_.reset();
}

runner::Journal Game::journal() {
    if (!store_ || profile_.empty() || rehearsing_) return {};
    return {&*store_, profile_, memory_updater_};
}

void Game::recall() {
    interrupted_.reset();
    history_.clear();
    const auto set_aside = std::exchange(suspended_, {});
    if (store_ && !profile_.empty()) recall_stored();
    if (suspended_ != set_aside) study_book_.reset();
    // What only memory holds is newer than what is stored of the same round.
    for (const Left& left : left_) {
        const quiz::SessionHistory& state = left.run->history();
        if (!is_own(left) || state.state.phase == quiz::Phase::finished) continue;
        interrupted_ = store::SuspendedSession{left.run->session(), state.log};
    }
}

void Game::recall_stored() {
    if (auto aside = store_->suspended(profile_)) suspended_ = std::move(*aside);
    if (auto history = store_->history(profile_)) history_ = std::move(*history);
    auto interrupted = store_->interrupted(profile_, pack_.id);
    if (!interrupted) {
        why_not_saved_ = interrupted.error();
    } else if (*interrupted) {
        const quiz::SessionState state = quiz::replay((*interrupted)->events).state;
        // The same bytes may give this program other rounds than the one that played them.
        if (can_go_on(state, pack_) && questions_of(state.plan)) interrupted_ = std::move(*interrupted);
    }
}

Result<content::Round> Game::round_of(const quiz::SessionPlan& session_plan) const {
    content::Round round;
    if (session_plan.own) {
        round.pool = session_plan.own->pool;
        round.mixing = session_plan.own->mixing;
        round.count = session_plan.own->count;
    } else if (const content::Round* found = pack_.find_round(session_plan.round)) {
        round = *found;
    } else {
        std::vector<std::string> known;
        for (const content::Round& other : pack_.rounds) known.push_back(other.id.value);
        return fail("unknown-round", {{"round", session_plan.round.value},
                                      {"nearest", nearest(session_plan.round.value, known).value_or("")}});
    }
    round.pool.excluded_items = session_plan.excluded_items;
    return round;
}

Result<runner::QuestionSource> Game::questions_of(const quiz::SessionPlan& session_plan) const {
    if (session_plan.study_round) {
        quiz::SessionPlan study_round = session_plan;
        return sitting_of(study_round);
    }
    const auto round = round_of(session_plan);
    if (!round) return tl::unexpected(round.error());
    auto made = quiz::QuestionMaker::make(pack_, *round, session_plan.seed);
    if (!made) return tl::unexpected(made.error());
    return [maker = std::make_shared<quiz::QuestionMaker>(std::move(*made)),
            places = session_plan.question_indices](const quiz::SessionState& state) {
        const std::size_t index = state.asked.size();
        return maker->question(places.empty() ? index : places.at(index));
    };
}

namespace {

quiz::Rules rules_of(const content::Round& round) {
    quiz::Rules rules;
    rules.asks_confidence = round.asks_confidence;
    rules.passing = round.passing;
    rules.hints = round.hints;
    rules.tries = round.tries;
    rules.feedback_at_end = round.feedback_at_end;
    if (round.seconds > 0) rules.clock = quiz::Clock{{std::int64_t{round.seconds} * 1000}, round.loss_quarters, true};
    rules.bell = {std::int64_t{round.minutes} * 60000};
    return rules;
}

constexpr int most_planned = 1000; ///< of a round that a bell ends

} // namespace

void Game::record() {
    if (record_ && !visitors_) runner_->record(std::exchange(record_, nullptr));
}

Result<void> Game::begin(quiz::SessionPlan session_plan, const quiz::SessionId& id,
                         std::vector<quiz::Participant> participants, bool rehearsal) {
    auto questions = questions_of(session_plan);
    if (!questions) return tl::unexpected(questions.error());
    leave();
    rehearsing_ = rehearsal || visitors_;
    find_profile(); // the disk may have had no room for it before
    runner_ = std::make_unique<runner::Runner>(clock_, std::move(*questions), journal());
    record();
    if (participants.empty()) participants = {{seat_, player_}};
    (void)runner_->start(id, session_plan, participants); // a fresh session with players is never refused
    return {};
}

Result<void> Game::start_lesson(const content::Round& round, std::uint64_t seed, const Lesson& lesson,
                                const quiz::SessionId& session) {
    quiz::SessionPlan session_plan{.pack = pack_.id,
                                   .pack_hash = pack_.hash,
                                   .round = round.id,
                                   .seed = seed,
                                   .planned = static_cast<int>(lesson.question_indices.size()),
                                   .question_indices = lesson.question_indices,
                                   .rules = lesson.rules};
    if (lesson.question_indices.empty()) return fail("nothing-to-ask", {{"round", round.id.value}});
    return begin(std::move(session_plan), session, lesson.participants, lesson.rehearsal);
}

Result<void> Game::begin_anew(quiz::SessionPlan session_plan, const quiz::SessionId& id) {
    const auto round = round_of(session_plan);
    if (!round) return tl::unexpected(round.error());
    const auto different =
        static_cast<int>(std::min<std::size_t>(questions_in(*round, session_plan.seed), most_planned));
    session_plan.question_indices.clear();
    session_plan.planned =
        session_plan.rules.bell.count > 0 || different < session_plan.planned ? different : session_plan.planned;
    return begin(std::move(session_plan), id);
}

Result<void> Game::start(const content::RoundId& id, std::uint64_t seed, const quiz::SessionId& session) {
    const content::Round* round = pack_.find_round(id);
    return round != nullptr
               ? start(*round, seed, session)
               : begin({.pack = pack_.id, .pack_hash = pack_.hash, .round = id, .seed = seed, .rules = {}}, session);
}

Result<void> Game::start(const content::Round& round, std::uint64_t seed, const quiz::SessionId& session) {
    quiz::SessionPlan session_plan{.pack = pack_.id,
                                   .pack_hash = pack_.hash,
                                   .round = round.id,
                                   .seed = seed,
                                   .planned = round.count,
                                   .excluded_items = suspended_,
                                   .rules = rules_of(round)};
    if (round.id.value == own_round_id) session_plan.own = quiz::OwnRound{round.pool, round.mixing, round.count};
    return begin_anew(std::move(session_plan), session);
}

Result<void> Game::start_again(std::uint64_t seed, const quiz::SessionId& session) {
    quiz::SessionPlan session_plan = runner_->history().state.plan;
    session_plan.seed = seed;
    session_plan.excluded_items = suspended_;
    if (const auto round = round_of(session_plan)) session_plan.planned = round->count; // not only what was missed
    return begin_anew(std::move(session_plan), session);
}

std::size_t Game::questions_in(const content::Round& round, std::uint64_t seed) const {
    auto maker = quiz::QuestionMaker::make(pack_, round, seed);
    return maker ? maker->different() : 0;
}

std::vector<ItemId> Game::missed() const {
    std::vector<ItemId> items;
    if (!store_ || profile_.empty()) return items;
    for (const store::ItemTotal& total : store_->totals_by_item(profile_).value_or(std::vector<store::ItemTotal>{})) {
        if (!total.last_right) items.push_back(total.id);
    }
    return items;
}

Result<void> Game::reload(content::Pack pack, const quiz::SessionId& session) {
    std::optional<quiz::SessionState> before;
    if (runner_ && runner_->history().state.phase != quiz::Phase::not_started) before = runner_->history().state;
    runner_.reset(); // its questions come from the pack that goes
    left_.clear();
    interrupted_.reset();
    study_book_.reset();
    pack_ = std::move(pack);
    if (!before) return {};
    quiz::SessionPlan session_plan = before->plan;
    session_plan.pack = pack_.id;
    session_plan.pack_hash = pack_.hash;
    if (const auto round = round_of(session_plan)) {
        session_plan.planned = round->count;
        session_plan.rules = session_plan.own ? session_plan.rules : rules_of(*round);
    }
    if (auto begun = begin_anew(std::move(session_plan), session); !begun) return begun;
    const bool open = before->phase == quiz::Phase::asked;
    for (std::size_t place = 0; place < before->asked.size(); ++place) {
        (void)runner_->advance();
        if (runner_->history().state.phase != quiz::Phase::asked) break; // the round has become shorter
        if (open && place + 1 == before->asked.size()) break;
        const auto& answer = before->asked[place].answers.at(0);
        const bool fits = answer && answer->response &&
                          runner_->submit(quiz::SubmitAnswer{seat_, *answer->response, answer->confidence}).has_value();
        if (!fits || runner_->history().state.phase == quiz::Phase::asked) (void)runner_->submit(quiz::CloseQuestion{});
    }
    return {};
}

Result<void> Game::change_pack(content::Pack pack) {
    leave();
    if (!left_.empty()) return fail("rounds-not-saved"); // their questions come from the pack that would go
    study_book_.reset();
    pack_ = std::move(pack);
    recall();
    return {};
}

void Game::play_mistakes(const quiz::SessionId& session) {
    const quiz::SessionState& state = runner_->history().state;
    quiz::SessionPlan session_plan = state.plan;
    session_plan.question_indices.clear();
    for (std::size_t i = 0; i < state.asked.size(); ++i) {
        const auto& answer = state.asked[i].answers.at(0);
        if (state.asked[i].voided || !answer || answer->award.credit == Fraction::one()) continue;
        session_plan.question_indices.push_back(state.plan.question_indices.empty() ? static_cast<std::uint32_t>(i)
                                                                                    : state.plan.question_indices[i]);
    }
    session_plan.planned = static_cast<int>(session_plan.question_indices.size());
    (void)begin(std::move(session_plan), session); // its round was there a moment ago
}

void Game::resume() {
    if (!interrupted_) return;
    const auto left = std::find_if(left_.begin(), left_.end(),
                                   [&](const Left& other) { return other.run->session() == interrupted_->session; });
    if (left != left_.end()) {
        runner_ = std::move(left->run);
        left_.erase(left);
        (void)runner_->submit(quiz::Resume{clock_.wall()}); // leave() paused it
    } else {
        auto questions = questions_of(quiz::replay(interrupted_->events).state.plan);
        if (!questions) return; // recall() offers only what can be taken up
        runner_ = std::make_unique<runner::Runner>(clock_, std::move(*questions), journal());
        (void)runner_->resume(*interrupted_);
    }
    record();
    const auto& players = runner_->history().state.players;
    if (!players.empty()) seat_ = players.front().id;
    interrupted_.reset();
}

void Game::abandon() {
    if (!interrupted_) return;
    auto kept = std::exchange(record_, nullptr); // for a round that is played
    resume();
    if (runner_) (void)runner_->submit(quiz::FinishSession{});
    leave();
    record_ = std::move(kept);
}

bool Game::has_time() const {
    if (!runner_) return false;
    const quiz::SessionState& state = runner_->history().state;
    return state.phase == quiz::Phase::asked && (state.plan.rules.clock || state.plan.rules.bell.count > 0);
}

quiz::View Game::view() const { return runner_->view({in_classroom() ? quiz::Role::host : quiz::Role::player, seat_}); }

void Game::set_paused(bool paused) {
    if (!runner_) return;
    if (paused) (void)runner_->submit(quiz::Pause{});
    else (void)runner_->submit(quiz::Resume{clock_.wall()});
}

void Game::leave() {
    if (!runner_) return save_again();
    if (std::exchange(rehearsing_, false)) return runner_.reset();
    runner_->save_again();
    if (runner_->history().state.phase != quiz::Phase::finished && !runner_->history().state.paused) {
        (void)runner_->submit(quiz::Pause{}); // the time away does not count
    }
    left_.push_back({player_, kind_, std::move(runner_)});
    save_left();
}

void Game::save_left() {
    std::erase_if(left_, [](const Left& left) {
        left.run->save_again();
        const bool over = left.run->history().state.phase == quiz::Phase::finished;
        return left.run->keeps_journal() ? !left.run->trouble() : over;
    });
    recall();
}

std::vector<store::TopicTotal> Game::totals_by_topic() const {
    if (!store_ || profile_.empty()) return {};
    return store_->totals_by_topic(profile_).value_or(std::vector<store::TopicTotal>{});
}

std::optional<Error> Game::trouble() const {
    if (runner_ && runner_->trouble()) return runner_->trouble();
    for (const Left& left : left_) {
        if (left.run->trouble()) return left.run->trouble();
    }
    return why_not_saved_;
}

void Game::save_again() {
    if (runner_) runner_->save_again();
    if (!left_.empty()) save_left();
}

} // namespace chelate::session
