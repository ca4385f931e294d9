// The only door into a session: commands go in, events come out and are on disk before anybody is told "saved".
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/quiz/session.hpp"
#include "engine/quiz/view.hpp"
#include "engine/runner/clock.hpp"
#include "engine/runner/memory_updater.hpp"
#include "engine/store/store.hpp"

namespace chelate::runner {

/// The question that comes after those a board has asked; nothing: there is none left.
using QuestionSource = std::function<std::optional<quiz::Question>(const quiz::SessionState& state)>;
/// Takes one line of a recording, without its line break.
using RecordLine = std::function<void(std::string_view line)>;

/// Where a session's events are kept. Without a store nothing is saved.
struct Journal {
    store::Store* store = nullptr;
    store::ProfileId profile{};
    std::shared_ptr<MemoryUpdater>
        learning{}; ///< what the answers change in somebody's memory; null: they change nothing
};

/// One session with its clock, its questions and its journal.
///
/// When the disk refuses, the session goes on: events wait in memory in their order, `trouble` says why, and every
/// further command (or `save_again`) tries again. Nothing is ever overwritten.
class Runner {
public:
    Runner(const Clock& clock, QuestionSource questions, Journal journal);

    /// Every line of the recording from now on: a header, then each command with its events.
    void record(RecordLine line);

    /// Starts a session.
    tl::expected<void, quiz::Rejection> start(const quiz::SessionId& id, const quiz::SessionPlan& plan,
                                              const std::vector<quiz::Participant>& players);

    /// Takes up an interrupted session: its events, as the journal gave them, then `Resumed` with the wall time. An
    /// open
    /// question is open again, in the same order.
    tl::expected<void, quiz::Rejection> resume(const store::SuspendedSession& left);

    /// Looks at a session that is over: nothing can be done with it, and nothing is written.
    void view_finished(const std::vector<quiz::Event>& events);

    /// Decides a command at the present time, saves what follows, and gives it back.
    tl::expected<std::vector<quiz::Event>, quiz::Rejection> submit(quiz::CommandBody command);

    /// What comes after a reveal: the next question, or the end of the session after the last one.
    tl::expected<std::vector<quiz::Event>, quiz::Rejection> advance();

    /// The question that `advance` would ask next; nothing when there is none.
    [[nodiscard]] std::optional<quiz::Question> coming() const;

    /// Lets time do its work: at the bell the round ends, at a question's deadline the question closes. To be called
    /// now
    /// and then. @return whether anything happened
    bool tick();

    /// Session-active time now: it stands still in a pause and never falls.
    [[nodiscard]] Millis now() const;

    [[nodiscard]] const quiz::SessionHistory& history() const { return history_; }
    /// The name under which the session is kept. One that went on apart on two machines is kept under two.
    [[nodiscard]] const quiz::SessionId& session() const { return session_; }
    [[nodiscard]] quiz::View view(const quiz::Audience& audience) const { return quiz::project(history_, audience); }

    /// Why events are not on disk; nothing when every one is committed.
    [[nodiscard]] const std::optional<Error>& trouble() const { return trouble_; }
    /// Whether anything is kept at all.
    [[nodiscard]] bool keeps_journal() const { return journal_.store != nullptr; }
    /// Whether everything that happened is committed.
    [[nodiscard]] bool saved() const { return keeps_journal() && !trouble_; }
    /// Tries again to save what waits.
    void save_again();

private:
    /// Whether time is over for everybody who may still answer the open question.
    [[nodiscard]] bool deadline_has_passed() const;
    void take(const std::vector<quiz::Event>& events);
    /// What the session says of somebody's memory, as far as it is stamped.
    [[nodiscard]] std::vector<memory::Review> reviews() const;

    const Clock& clock_;
    QuestionSource questions_;
    Journal journal_;
    RecordLine record_;
    quiz::SessionId session_;
    quiz::SessionHistory history_;
    Millis steady_then_{};                ///< steady time of the last event
    std::size_t saved_ = 0;               ///< events of the log that are on disk
    std::vector<memory::Stamp> stamps_;   ///< of the events that are, or were tried to be, written
    std::vector<memory::Review> learned_; ///< what the session said of memory when it was written last
    std::optional<Error> trouble_;
};

} // namespace chelate::runner
