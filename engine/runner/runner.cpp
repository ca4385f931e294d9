#include "engine/runner/runner.hpp"

#include <chrono>
#include <ctime>
#include <span>

#include "engine/json/writer.hpp"
#include "engine/quiz/encoding.hpp"
#include "engine/runner/recording.hpp"
#include "engine/study/crediting.hpp"

namespace chelate::runner {

namespace {

template <class Duration>
Millis in_millis(Duration duration) {
    return {std::chrono::duration_cast<std::chrono::milliseconds>(duration).count()};
}

} // namespace

Millis SystemClock::steady() const { return in_millis(std::chrono::steady_clock::now().time_since_epoch()); }
Millis SystemClock::wall() const { return in_millis(std::chrono::system_clock::now().time_since_epoch()); }

int SystemClock::zone() const {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
    return localtime_r(&now, &local) != nullptr ? static_cast<int>(local.tm_gmtoff / 60) : 0;
}

Runner::Runner(const Clock& clock, QuestionSource questions, Journal journal)
    : clock_(clock), questions_(std::move(questions)), journal_(std::move(journal)), steady_then_(clock.steady()) {}

void Runner::record(RecordLine line) {
    record_ = std::move(line);
    record_(recording_header(history_.log.size()));
    for (const quiz::Event& event : history_.log) record_(quiz::encode(event));
}

Millis Runner::now() const {
    if (history_.state.paused) return history_.now;
    return history_.now + (clock_.steady() - steady_then_);
}

tl::expected<void, quiz::Rejection> Runner::start(const quiz::SessionId& id, const quiz::SessionPlan& plan,
                                                  const std::vector<quiz::Participant>& players) {
    session_ = id;
    steady_then_ = clock_.steady(); // a session's time starts with it
    return submit(quiz::StartSession{id, quiz::SessionPlanRef(plan), players}).map([](const auto&) {});
}

tl::expected<void, quiz::Rejection> Runner::resume(const store::SuspendedSession& left) {
    session_ = left.session;
    history_ = left.history;
    saved_ = history_.log.size();
    stamps_ = left.stamps;
    stamps_.resize(saved_);
    if (journal_.learning != nullptr) learned_ = reviews();
    steady_then_ = clock_.steady();
    // A program that was killed leaves no pause in the log; the time it was closed must not count in either case.
    if (!history_.state.paused) {
        if (const auto paused = submit(quiz::Pause{}); !paused) return tl::unexpected(paused.error());
    }
    return submit(quiz::Resume{clock_.wall()}).map([](const auto&) {});
}

void Runner::view_finished(const std::vector<quiz::Event>& events) {
    history_ = quiz::replay(events);
    saved_ = history_.log.size();
    stamps_.assign(saved_, {});
}

tl::expected<std::vector<quiz::Event>, quiz::Rejection> Runner::submit(quiz::CommandBody body) {
    const quiz::Command command{now(), std::move(body)};
    auto events = quiz::decide(history_, command);
    if (!events) return events;
    if (record_) {
        record_(quiz::encode(command));
        for (const quiz::Event& event : *events) record_(quiz::encode(event));
    }
    take(*events);
    save_again();
    return events;
}

tl::expected<std::vector<quiz::Event>, quiz::Rejection> Runner::advance() {
    const quiz::SessionState& state = history_.state;
    if (quiz::bell_has_rung(state.plan.rules, now()) || static_cast<int>(state.asked.size()) >= state.plan.planned)
        return submit(quiz::FinishSession{});
    auto next = questions_(state);
    if (!next) return submit(quiz::FinishSession{});
    return submit(quiz::AskQuestion{quiz::QuestionRef(std::move(*next))});
}

std::optional<quiz::Question> Runner::coming() const {
    const quiz::SessionState& state = history_.state;
    if (static_cast<int>(state.asked.size()) >= state.plan.planned) return std::nullopt;
    return questions_(state);
}

bool Runner::deadline_has_passed() const {
    const quiz::SessionState& state = history_.state;
    if (state.phase != quiz::Phase::asked || !state.plan.rules.clock) return false;
    bool waited = false; // when all have answered, the client that runs the round reveals
    for (std::size_t seat = 0; seat < state.players.size(); ++seat) {
        if (!quiz::is_awaited(state, seat)) continue;
        waited = true;
        if (now() <= quiz::deadline_of(state, seat)) return false;
    }
    return waited;
}

bool Runner::tick() {
    const quiz::SessionState& state = history_.state;
    if (state.paused || state.phase != quiz::Phase::asked) return false;
    if (quiz::bell_has_rung(state.plan.rules, now())) return submit(quiz::FinishSession{}).has_value();
    return deadline_has_passed() && submit(quiz::CloseQuestion{}).has_value();
}

void Runner::take(const std::vector<quiz::Event>& events) {
    for (const quiz::Event& event : events) history_ = quiz::evolve(std::move(history_), event);
    steady_then_ = clock_.steady();
}

void Runner::save_again() {
    if (journal_.store == nullptr || saved_ == history_.log.size()) return;
    const auto waiting = std::span(history_.log).subspan(saved_);
    const store::Moment now{clock_.wall(), clock_.zone()};
    stamps_.resize(saved_);
    for (std::int64_t serial = journal_.store->next_serial(); stamps_.size() < history_.log.size(); ++serial)
        stamps_.push_back({now.wall, now.zone, serial});
    std::vector<memory::Review> said;
    store::MemoryUpdate learned;
    if (journal_.learning != nullptr) {
        said = reviews();
        auto taken = journal_.learning->take(session_, learned_, said);
        if (!taken) {
            trouble_ = taken.error();
            return;
        }
        learned = std::move(*taken);
    }
    if (const auto saved =
            journal_.store->append(journal_.profile, session_, saved_, waiting, now, &history_, &learned);
        !saved) {
        trouble_ = saved.error();
        return;
    }
    saved_ = history_.log.size();
    trouble_.reset();
    if (journal_.learning != nullptr) {
        learned_ = std::move(said);
        journal_.learning->written();
    }
}

std::vector<memory::Review> Runner::reviews() const {
    return study::reviews_of(session_, history_, store::seat_of_profile(history_.state, journal_.profile), stamps_);
}

} // namespace chelate::runner
