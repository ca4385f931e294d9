#include "game/session/rounds.hpp"

#include <algorithm>
#include <utility>

#include "engine/quiz/maker.hpp"
#include "engine/quiz/pool.hpp"

namespace chelate::session {

namespace {

constexpr std::size_t most_items_to_count =
    200; ///< facts, claims, mechanisms and models of a pack whose made questions are counted

/// Returns whether the reveal of the last question is shown now. A card has none, and some rounds tell all at the end.
bool shows_reveal(const quiz::SessionState& state) {
    return !std::holds_alternative<quiz::ReadOn>(state.asked.back().question->interaction) &&
           !state.plan.rules.feedback_at_end;
}

InterruptedRound described(const quiz::SessionState& state) {
    InterruptedRound round{.round = state.plan.round,
                           .asked = static_cast<int>(state.asked.size()),
                           .planned = state.plan.planned,
                           .is_study_round = state.plan.study_round.has_value(),
                           .is_between = state.phase == quiz::Phase::between};
    if (state.plan.study_round) round.planned = state.plan.study_round->expected;
    return round;
}

} // namespace

Rounds::Rounds(const content::Pack& pack, const runner::Clock& clock, Archive& archive, Players& players, Study& study,
               History& history, Randomness randomness)
    : pack_(pack),
      clock_(clock),
      archive_(archive),
      players_(players),
      study_(study),
      history_(history),
      randomness_(std::move(randomness)) {}

quiz::Audience Rounds::audience() const {
    return {players_.is_classroom() ? quiz::Role::host : quiz::Role::player, players_.current().seat};
}

quiz::View Rounds::view() const { return runner_->view(audience()); }

quiz::View Rounds::look_back(int number) const { return quiz::look_back(runner_->history(), audience(), number); }

std::vector<quiz::RevealedQuestion> Rounds::revealed() const {
    return quiz::revealed_questions(runner_->history(), audience());
}

std::vector<quiz::QuestionAnalysis> Rounds::question_analysis() const {
    return quiz::analyse_questions(runner_->history().state);
}

std::vector<quiz::TopicAnalysis> Rounds::topic_analysis() const {
    return quiz::analyse_topics(runner_->history().state);
}

int Rounds::turns_of(const quiz::PlayerId& team) const {
    const auto& asked = runner_->history().state.asked;
    return static_cast<int>(std::count_if(asked.begin(), asked.end(), [&](const quiz::QuestionRecord& question) {
        return !question.voided && question.turn == team;
    }));
}

const quiz::Question* Rounds::question_with_key() const {
    const auto& asked = runner_->history().state.asked;
    return asked.empty() ? nullptr : &*asked.back().question;
}

quiz::ConfidenceUse Rounds::confidence_wanted() const {
    const quiz::ConfidenceUse use = plan().rules.confidence;
    const quiz::Question& question = *question_with_key();
    if (!quiz::is_marked(question)) return quiz::ConfidenceUse::none;
    if (use != quiz::ConfidenceUse::noted) return use;
    const study::LearnerModel* learner = study_.learner();
    const std::vector<ItemId> items = quiz::remembered_items(question, plan().pack);
    const bool met = learner != nullptr && std::any_of(items.begin(), items.end(), [&](const ItemId& item) {
                         return learner->find(item) != nullptr;
                     });
    return met ? use : quiz::ConfidenceUse::none;
}

bool Rounds::confidence_is_new() const {
    if (confidence_wanted() != quiz::ConfidenceUse::noted || study_.learner()->has_said_confidence()) return false;
    // Practice is not part of what is remembered.
    const auto& asked = runner_->history().state.asked;
    return std::none_of(asked.begin(), asked.end(), [](const quiz::QuestionRecord& question) {
        return std::any_of(question.answers.begin(), question.answers.end(),
                           [](const auto& answer) { return answer && answer->confidence; });
    });
}

bool Rounds::has_time() const {
    if (!runner_) return false;
    const quiz::SessionState& state = runner_->history().state;
    return state.phase == quiz::Phase::asked && (state.plan.rules.clock || state.plan.rules.bell.count > 0);
}

std::optional<Error> Rounds::trouble() const {
    if (runner_ && runner_->trouble()) return runner_->trouble();
    for (const Left& left : left_) {
        if (left.run->trouble()) return left.run->trouble();
    }
    return std::nullopt;
}

runner::Journal Rounds::journal() {
    if (archive_.store() == nullptr || players_.current().profile.empty() || leaves_no_trace_) return {};
    return {archive_.store(), players_.current().profile, study_.updater()};
}

bool Rounds::can_resume(const quiz::SessionState& state) const {
    if (state.phase == quiz::Phase::not_started || state.phase == quiz::Phase::finished) return false;
    // A pack that was updated since will do: what was asked is whole in the journal, and what follows is made from the
    // pack as it is. But the same bytes may give this program other rounds than the one that played them.
    return state.plan.pack == pack_.id && questions_of(state.plan).has_value();
}

void Rounds::load() {
    forget_interrupted();
    if (archive_.store() != nullptr && !players_.current().profile.empty()) {
        auto stored = archive_.store()->interrupted(players_.current().profile, pack_.id);
        if (!stored) archive_.set_trouble(stored.error());
        else if (*stored && can_resume((*stored)->history.state)) interrupted_ = std::move(*stored);
    }
    // What is only in memory is newer than what is stored of the same round.
    for (const Left& left : left_) {
        const quiz::SessionHistory& history = left.run->history();
        if (!is_own(left) || history.state.phase == quiz::Phase::finished) continue;
        interrupted_ = store::SuspendedSession{left.run->session(), history};
    }
    if (interrupted_) interrupted_round_ = described(interrupted_->history.state);
}

std::size_t Rounds::questions_in(const content::Round& round, std::uint64_t seed) const {
    auto maker = quiz::QuestionMaker::make(pack_, round, seed);
    return maker ? maker->different() : 0;
}

int Rounds::length_of(const content::Round& round) const {
    if (round.minutes > 0) return 0;
    // To count made questions, all must be found. In a pack with many facts that takes long, and there are enough.
    const std::size_t known = pack_.facts.size() + pack_.claims.size() + pack_.mechanisms.size() + pack_.models.size();
    if ((!round.templates.empty() || round.draws_on_all()) && known > most_items_to_count) return round.count;
    content::Round asked = round;
    asked.pool.excluded_items = study_.suspended();
    auto maker = quiz::QuestionMaker::make(pack_, asked, 0);
    return maker ? static_cast<int>(maker->different(static_cast<std::size_t>(round.count))) : 0;
}

void Rounds::resume() {
    if (!interrupted_) return;
    const auto left = std::find_if(left_.begin(), left_.end(),
                                   [&](const Left& other) { return other.run->session() == interrupted_->session; });
    if (left != left_.end()) {
        runner_ = std::move(left->run);
        left_.erase(left);
        (void)runner_->submit(quiz::Resume{clock_.wall()}); // leave() paused it
    } else {
        auto questions = questions_of(interrupted_->history.state.plan);
        if (!questions) return; // load() offers only what can be resumed
        runner_ = std::make_unique<runner::Runner>(clock_, std::move(*questions), journal());
        (void)runner_->resume(*interrupted_);
    }
    begin_recording();
    const auto& players = runner_->history().state.players;
    if (!players.empty()) players_.take_seat(players.front().id);
    forget_interrupted();
}

void Rounds::abandon() {
    if (!interrupted_) return;
    auto next_recording = std::exchange(record_, nullptr); // meant for a round that is played
    resume();
    if (runner_) (void)runner_->submit(quiz::FinishSession{});
    leave();
    record_ = std::move(next_recording);
}

void Rounds::leave() {
    if (!runner_) return save_again();
    if (std::exchange(leaves_no_trace_, false)) return runner_.reset();
    runner_->save_again();
    if (runner_->history().state.phase != quiz::Phase::finished && !runner_->history().state.paused)
        (void)runner_->submit(quiz::Pause{}); // the time away does not count
    left_.push_back({players_.current().kind, players_.name(), std::move(runner_)});
    save_left();
}

Result<void> Rounds::view_finished(const quiz::SessionId& session) {
    if (archive_.store() == nullptr || players_.current().profile.empty())
        return tl::unexpected(archive_.why_not_saved());
    const auto events = archive_.store()->events(session);
    if (!events) return tl::unexpected(events.error());
    leave();
    const store::ProfileId& profile = players_.current().profile;
    runner_ = std::make_unique<runner::Runner>(clock_, runner::QuestionSource{},
                                               runner::Journal{archive_.store(), profile, nullptr});
    runner_->view_finished(*events);
    const quiz::SessionState& state = runner_->history().state;
    if (!state.players.empty()) players_.take_seat(state.players[store::seat_of_profile(state, profile)].id);
    return {};
}

void Rounds::settle() {
    if (!runner_) return;
    const quiz::SessionState& state = runner_->history().state;
    const auto passes_by = [&] {
        if (state.phase == quiz::Phase::between) return true;
        return !players_.is_classroom() && state.phase == quiz::Phase::revealed && !shows_reveal(state);
    };
    while (passes_by() && runner_->advance()) {
    }
}

void Rounds::go_on() {
    if (!runner_) return;
    (void)runner_->advance();
    settle();
}

Result<void> Rounds::submit(quiz::CommandBody command) {
    if (const auto done = runner_->submit(std::move(command)); !done) return fail(std::string(to_string(done.error())));
    return {};
}

Result<void> Rounds::retrace(bool forward) {
    const quiz::CommandBody step = forward ? quiz::CommandBody{quiz::Redo{}} : quiz::CommandBody{quiz::Undo{}};
    const quiz::SessionState& state = runner_->history().state;
    const auto passes_by = [&] {
        if (state.phase == quiz::Phase::between) return true;
        return state.phase == quiz::Phase::asked && state.plan.rules.response_mode == quiz::ResponseMode::buzzers &&
               !state.asked.back().buzzers.open;
    };
    Result<void> moved = submit(step);
    while (moved && passes_by() && runner_->submit(step)) {
    }
    return moved;
}

void Rounds::set_paused(bool paused) {
    if (!runner_) return;
    if (paused) (void)runner_->submit(quiz::Pause{});
    else (void)runner_->submit(quiz::Resume{clock_.wall()});
}

void Rounds::save_left() {
    std::erase_if(left_, [](const Left& left) {
        left.run->save_again();
        const bool over = left.run->history().state.phase == quiz::Phase::finished;
        return left.run->keeps_journal() ? !left.run->trouble() : over;
    });
    history_.load();
    load();
}

void Rounds::save_again() {
    if (runner_) runner_->save_again();
    if (!left_.empty()) save_left();
}

void Rounds::rename_player(const std::string& before, const std::string& now) {
    for (Left& left : left_) {
        if (left.player == before && left.kind == players_.current().kind) left.player = now;
    }
}

void Rounds::drop_unsaved(const std::string& person) {
    std::erase_if(left_, [&](const Left& left) { return left.kind == PlayerKind::person && left.player == person; });
}

std::optional<quiz::SessionState> Rounds::drop() {
    std::optional<quiz::SessionState> before;
    if (runner_ && runner_->history().state.phase != quiz::Phase::not_started) before = runner_->history().state;
    runner_.reset();
    left_.clear();
    forget_interrupted();
    return before;
}

} // namespace chelate::session
