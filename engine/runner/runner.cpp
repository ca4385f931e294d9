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
    record_(recording_header(state_.log.size()));
    for (const quiz::Event& event : state_.log) record_(quiz::encode(event));
}

Millis Runner::now() const {
    if (state_.board.paused) return state_.now;
    return state_.now + (clock_.steady() - steady_then_);
}

tl::expected<void, quiz::Rejection> Runner::start(const quiz::SessionId& id, const quiz::Program& program,
                                                  const std::vector<quiz::Seat>& players) {
    session_ = id;
    steady_then_ = clock_.steady(); // a session's time begins with it
    return submit(quiz::StartSession{id, quiz::ProgramRef(program), players}).map([](const auto&) {});
}

tl::expected<void, quiz::Rejection> Runner::take_up(const store::Interrupted& left) {
    session_ = left.session;
    state_ = quiz::replay(left.events);
    saved_ = state_.log.size();
    stamps_ = left.stamps;
    stamps_.resize(saved_);
    if (journal_.learning != nullptr) learned_ = reviews();
    steady_then_ = clock_.steady();
    // A program that was killed left no pause behind; the time it was closed must not count either way.
    if (!state_.board.paused) {
        if (const auto paused = submit(quiz::Pause{}); !paused) return tl::unexpected(paused.error());
    }
    return submit(quiz::Resume{clock_.wall()}).map([](const auto&) {});
}

void Runner::look_at(const std::vector<quiz::Event>& events) {
    state_ = quiz::replay(events);
    saved_ = state_.log.size();
    stamps_.assign(saved_, {});
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
    if (quiz::bell_has_rung(board.program.rules, now()) ||
        static_cast<int>(board.asked.size()) >= board.program.planned)
        return submit(quiz::FinishSession{});
    auto next = questions_(board);
    if (!next) return submit(quiz::FinishSession{});
    return submit(quiz::AskQuestion{quiz::QuestionRef(std::move(*next))});
}

std::optional<quiz::Question> Runner::coming() const {
    const quiz::Board& board = state_.board;
    if (static_cast<int>(board.asked.size()) >= board.program.planned) return std::nullopt;
    return questions_(board);
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
    const store::Moment now{clock_.wall(), clock_.zone()};
    stamps_.resize(saved_);
    for (std::int64_t serial = journal_.store->next_serial(); stamps_.size() < state_.log.size(); ++serial)
        stamps_.push_back({now.wall, now.zone, serial});
    std::vector<memory::Review> said;
    store::Learned learned;
    if (journal_.learning != nullptr) {
        said = reviews();
        auto taken = journal_.learning->take(session_, learned_, said);
        if (!taken) {
            trouble_ = taken.error();
            return;
        }
        learned = std::move(*taken);
    }
    if (const auto saved = journal_.store->append(journal_.profile, session_, saved_, waiting, now, &state_, &learned);
        !saved) {
        trouble_ = saved.error();
        return;
    }
    saved_ = state_.log.size();
    trouble_.reset();
    if (journal_.learning != nullptr) {
        learned_ = std::move(said);
        journal_.learning->written();
    }
}

std::vector<memory::Review> Runner::reviews() const {
    return study::reviews_of(session_, state_, store::seat_of_profile(state_.board, journal_.profile), stamps_);
}

} // namespace chelate::runner
