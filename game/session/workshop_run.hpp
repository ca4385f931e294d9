// The workshop that is running or was left: one session of the core, kept in the progress store. Its presenters see its
// view and send it commands.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "engine/content/pack.hpp"
#include "engine/runner/runner.hpp"
#include "engine/store/store.hpp"
#include "game/session/randomness.hpp"
#include "game/session/workshop.hpp"

namespace chelate::session {

/// Returns the progress store; null while there is none. Asked again each time, since a backup may replace it.
using StoreAccess = std::function<store::Store*()>;

/// At most one workshop is under way. It is running, or was left and waits in the store; its time stands still then.
/// Without a usable store, or while the disk refuses to write, it goes on in memory and `trouble` says why.
class WorkshopRun {
public:
    WorkshopRun(const runner::Clock& clock, StoreAccess store, Randomness randomness);

    /// Starts a workshop. One that was under way ends for good.
    void start(const content::Pack& pack, const content::Script& script);
    /// Looks in the store for the workshop that was left.
    void look_up();
    /// Returns whether the workshop under way can continue with this pack: it has the script, and the picture that was
    /// shown last.
    [[nodiscard]] bool can_resume(const content::Pack& pack) const;
    /// Continues the workshop that was left. If its script has other steps now, it continues in a new session.
    /// @pre can_resume(pack)
    void resume(const content::Pack& pack);
    /// Leaves the running workshop. Does nothing when none is running.
    void leave();
    /// Makes a session of a workshop that is not one yet, in place of the one under way. It then waits like one that
    /// was left.
    /// @return whether it is on disk
    bool take_over(const CarriedWorkshop& carried);

    /// Decides a command now. A rejected command changes nothing. Rejected with not_started when none is running.
    tl::expected<void, quiz::Rejection> submit(quiz::CommandBody command);

    /// Returns what the workshop under way shows; nothing when there is none.
    [[nodiscard]] const std::optional<quiz::WorkshopView>& view() const { return view_; }
    /// Returns the question that a scene of the workshop asks (see scene_question).
    [[nodiscard]] std::optional<SceneQuestion> question(const content::Pack& pack, const content::QuestionScene& asked,
                                                        std::size_t scene) const;
    /// Return the picture after and before the one that is shown; nothing at the ends.
    [[nodiscard]] std::optional<quiz::ShowScene> next() const;
    [[nodiscard]] std::optional<quiz::ShowScene> previous() const;
    [[nodiscard]] bool can_undo() const;
    [[nodiscard]] bool can_redo() const;
    /// Returns the session-active time of the workshop under way.
    [[nodiscard]] Millis used() const;
    [[nodiscard]] bool is_running() const { return run_ != nullptr && !run_->history().state.paused; }

    /// Records the next workshop that is started or continued, and only that one.
    void record_next(runner::RecordLine line) { record_ = std::move(line); }
    /// Returns why the workshop is not being saved; nothing when it is.
    [[nodiscard]] std::optional<Error> trouble() const;
    /// Returns whether events are waiting to be saved. The store must not be replaced then.
    [[nodiscard]] bool has_unsaved() const { return run_ != nullptr && run_->trouble().has_value(); }
    void save_again();

private:
    [[nodiscard]] const quiz::SessionHistory& history() const { return run_ ? run_->history() : left_history_; }
    [[nodiscard]] runner::Journal journal();
    void begin(quiz::SessionPlan plan);
    /// Starts a session with everything that is carried into it, and leaves it. @return whether it is on disk
    bool carry(quiz::SessionPlan plan, const CarriedWorkshop& carried);
    void continue_left();
    void end_left();
    void record();
    void refresh();

    const runner::Clock& clock_;
    StoreAccess store_;
    Randomness randomness_;
    runner::RecordLine record_;
    std::unique_ptr<runner::Runner> run_; ///< running, or left while it could not be saved
    std::optional<store::SuspendedSession> left_;
    quiz::SessionHistory left_history_; ///< of left_
    bool is_left_on_disk_ = false;
    std::optional<quiz::WorkshopView> view_;
    std::optional<Error> trouble_;
};

} // namespace chelate::session
