// The only way into a session: commands go in, events come out, and they are on disk before anyone is told "saved".
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

/// Returns the next question after those the session state has asked; nothing: none is left.
using QuestionSource = std::function<std::optional<quiz::Question>(const quiz::SessionState& state)>;
/// Takes one line of a recording, without its line break.
using RecordLine = std::function<void(std::string_view line)>;

/// Where a session's events are saved. Without a store nothing is saved.
struct Journal {
    store::Store* store = nullptr;
    store::ProfileId profile{};
    /// Updates the person's memory with each answer; null: answers change no memory.
    std::shared_ptr<MemoryUpdater> learning{};
};

/// One session with its clock, its questions and its journal.
///
/// When the disk refuses a write, the session goes on. Events wait in memory in their order, `trouble` says why, and
/// each further command (or `save_again`) tries again. Nothing is ever overwritten.
class Runner {
public:
    Runner(const Clock& clock, QuestionSource questions, Journal journal);

    /// Records from now on: writes a header and the events so far, then each command with its events.
    void record(RecordLine line);

    /// Starts a session.
    tl::expected<void, quiz::Rejection> start(const quiz::SessionId& id, const quiz::SessionPlan& plan,
                                              const std::vector<quiz::Participant>& players);

    /// Resumes an interrupted session from the events its journal gave, then adds `Resumed` with the wall time. An
    /// open question is open again, in the same display order.
    tl::expected<void, quiz::Rejection> resume(const store::SuspendedSession& left);

    /// Loads a finished session for viewing. No commands can change it, and nothing is written.
    void view_finished(const std::vector<quiz::Event>& events);

    /// Decides a command at the present time, saves the events that follow and returns them.
    tl::expected<std::vector<quiz::Event>, quiz::Rejection> submit(quiz::CommandBody command);

    /// Goes on after a reveal: asks the next question, or finishes the session after the last one.
    tl::expected<std::vector<quiz::Event>, quiz::Rejection> advance();

    /// Returns the question that `advance` would ask next; nothing when there is none.
    [[nodiscard]] std::optional<quiz::Question> coming() const;

    /// Applies the passing of time: ends the round at the bell, and closes a question at its deadline. Call it
    /// regularly.
    /// @return whether anything happened
    bool tick();

    /// Returns the session's active time. It stops during a pause and never goes back.
    [[nodiscard]] Millis now() const;

    [[nodiscard]] const quiz::SessionHistory& history() const { return history_; }
    /// Returns the name under which the session is saved. A session that continued separately on two machines has two
    /// names.
    [[nodiscard]] const quiz::SessionId& session() const { return session_; }
    [[nodiscard]] quiz::View view(const quiz::Audience& audience) const { return quiz::project(history_, audience); }

    /// Returns why some events are not on disk; nothing when all are committed.
    [[nodiscard]] const std::optional<Error>& trouble() const { return trouble_; }
    /// Returns whether anything is saved at all.
    [[nodiscard]] bool keeps_journal() const { return journal_.store != nullptr; }
    /// Returns whether everything that happened is committed.
    [[nodiscard]] bool saved() const { return keeps_journal() && !trouble_; }
    /// Tries again to save the events that are waiting.
    void save_again();

private:
    /// Returns whether time is up for every player who may still answer the open question.
    [[nodiscard]] bool deadline_has_passed() const;
    void take(const std::vector<quiz::Event>& events);
    /// Returns what the session says about the person's memory, as far as its events have stamps.
    [[nodiscard]] std::vector<memory::Review> reviews() const;

    const Clock& clock_;
    QuestionSource questions_;
    Journal journal_;
    RecordLine record_;
    quiz::SessionId session_;
    quiz::SessionHistory history_;
    /// Steady time of the last event.
    Millis steady_then_{};
    std::size_t saved_ = 0; ///< number of events of the log that are on disk
    /// Stamps of the events that were written, or that the runner tried to write.
    std::vector<memory::Stamp> stamps_;
    std::vector<memory::Review> learned_; ///< reviews of the session when it was last written
    std::optional<Error> trouble_;
};

} // namespace chelate::runner
