#include "engine/runner/runner.hpp"

#include <chrono>
#include <span>

#include "engine/json/writer.hpp"
#include "engine/quiz/encoding.hpp"
#include "engine/runner/recording.hpp"

namespace chelate::runner {

namespace {

template <class Duration>
Millis in_millis(Duration duration) {
    return {std::chrono::duration_cast<std::chrono::milliseconds>(duration).count()};
}

} // namespace

Millis SystemClock::steady() const { return in_millis(std::chrono::steady_clock::now().time_since_epoch()); }
Millis SystemClock::wall() const { return in_millis(std::chrono::system_clock::now().time_since_epoch()); }

Runner::Runner(const Clock& clock, QuestionSource questions, Journal journal)
    : clock_(clock), questions_(std::move(questions)), journal_(std::move(journal)), steady_then_(clock.steady()) {}

void Runner::record(RecordLine line) {
    record_ = std::move(line);
    record_(recording_header(state_.log.size()));
    for (const quiz::Event& event : state_.log) record_(quiz::encode(event));
}

Millis Runner::now() const {
    if (state_.board.paused) return state_.now;
    return state_.now + (clock_.steady() - steady_then_);
}

tl::expected<void, quiz::Rejection> Runner::start(const quiz::SessionId& id, const quiz::Program& program,
                                                  const std::vector<quiz::Seat>& players) {
    steady_then_ = clock_.steady(); // a session's time begins with it
    return submit(quiz::StartSession{id, program, players}).map([](const auto&) {});
}

tl::expected<void, quiz::Rejection> Runner::take_up(const std::vector<quiz::Event>& events) {
    state_ = quiz::replay(events);
    saved_ = state_.log.size();
    steady_then_ = clock_.steady();
    // A program that was killed left no pause behind; the time it was closed must not count either way.
    if (!state_.board.paused) {
        if (const auto paused = submit(quiz::Pause{}); !paused) return tl::unexpected(paused.error());
    }
    return submit(quiz::Resume{clock_.wall()}).map([](const auto&) {});
}

tl::expected<std::vector<quiz::Event>, quiz::Rejection> Runner::submit(quiz::CommandBody body) {
    const quiz::Command command{now(), std::move(body)};
    auto events = quiz::decide(state_, command);
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
    const quiz::Board& board = state_.board;
    if (quiz::bell_has_rung(board.program.rules, now()) || static_cast<int>(board.asked.size()) >= board.program.planned) return submit(quiz::FinishSession{});
    return submit(quiz::AskQuestion{quiz::QuestionRef(questions_(board.asked.size()))});
}

std::optional<quiz::Question> Runner::coming() const {
    const quiz::Board& board = state_.board;
    if (static_cast<int>(board.asked.size()) >= board.program.planned) return std::nullopt;
    return questions_(board.asked.size());
}

bool Runner::deadline_has_passed() const {
    const quiz::Board& board = state_.board;
    if (board.phase != quiz::Phase::asked || !board.program.rules.clock) return false;
    bool waited = false; // when all have answered, whoever leads the round reveals
    for (std::size_t seat = 0; seat < board.players.size(); ++seat) {
        if (!quiz::is_awaited(board, seat)) continue;
        waited = true;
        if (now() <= quiz::deadline_of(board, seat)) return false;
    }
    return waited;
}

bool Runner::tick() {
    const quiz::Board& board = state_.board;
    if (board.paused || board.phase != quiz::Phase::asked) return false;
    if (quiz::bell_has_rung(board.program.rules, now())) return submit(quiz::FinishSession{}).has_value();
    return deadline_has_passed() && submit(quiz::CloseQuestion{}).has_value();
}

void Runner::take(const std::vector<quiz::Event>& events) {
    for (const quiz::Event& event : events) state_ = quiz::evolve(std::move(state_), event);
    steady_then_ = clock_.steady();
}

void Runner::save_again() {
    if (journal_.store == nullptr || saved_ == state_.log.size()) return;
    const auto waiting = std::span(state_.log).subspan(saved_);
    const auto saved = journal_.store->append(journal_.profile, state_.board.id, saved_, waiting, clock_.wall(), &state_);
    if (saved) {
        saved_ = state_.log.size();
        trouble_.reset();
    } else {
        trouble_ = saved.error();
    }
}

} // namespace chelate::runner
