// What the player studies: what they remember, what is due, what they do not want to be asked. Nothing is remembered
// of a class or of visitors, nor where nothing is saved.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/runner/fitting.hpp"
#include "engine/runner/memory_updater.hpp"
#include "engine/runner/runner.hpp"
#include "engine/study/item_difficulty.hpp"
#include "game/session/players.hpp"
#include "game/session/study_book.hpp"

namespace chelate::session {

/// The id of a study round; no pack can have it.
inline constexpr const char* study_round_id = "*study";

class Study {
public:
    /// All of them must outlive it.
    Study(const content::Pack& pack, const runner::Clock& clock, Archive& archive, Players& players);

    /// Returns what the player remembers; null: nothing is remembered.
    [[nodiscard]] const study::LearnerModel* learner() const { return updater_ ? &updater_->learner() : nullptr; }
    [[nodiscard]] const store::StudySettings& settings() const { return settings_; }
    /// Returns the study day of now: the clock's, unless it is behind what this machine last saved.
    [[nodiscard]] int today() const;
    /// Returns the study day of a moment, as days begin for this player.
    [[nodiscard]] int day_of(Millis wall) const;
    /// Returns what there is to study; nothing when nothing is remembered, or the pack asks nothing.
    /// @param ahead  days from today
    [[nodiscard]] std::optional<study::DayPlan> day_plan(int ahead = 0) const;
    /// Returns how many seconds a question takes this person on average, with the time to read its reveal.
    [[nodiscard]] int seconds_a_question() const;
    /// Returns everything the pack offers for study; null when it asks nothing.
    [[nodiscard]] const StudyBook* book() const;
    /// Returns all that the player has answered, as memory counts it; empty where nothing is remembered.
    [[nodiscard]] std::vector<memory::Review> reviews() const;
    /// Returns how hard items are, from the first answers of everyone on this machine.
    [[nodiscard]] study::ItemDifficulties difficulties() const;
    /// Returns the items that rounds leave out because the player suspended them.
    [[nodiscard]] const ItemList& suspended() const { return suspended_; }

    /// Errors: those of the store, not-kept.
    Result<void> set_settings(const store::StudySettings& settings);
    /// Leaves items out of all rounds from now on. Errors: those of the store, not-kept.
    Result<void> suspend(const ItemList& items);
    /// Brings all suspended items back.
    void resume_suspended();
    /// Starts to fit the weights of memory in the background when there are enough answers, and takes them once they
    /// are there. @pre no round is under way
    void refit_memory_model();
    /// Returns by how much the clock is off: below zero when it is behind what this machine last saved, above zero when
    /// it went ahead while the program ran. It is reported once; nothing afterwards.
    [[nodiscard]] std::optional<Millis> take_clock_jump();

    // For the other parts of the session.

    /// Loads what the player remembers. It does nothing when the profile is the one that is loaded.
    void load();
    /// Forgets what is loaded: the store is closed, or somebody else plays.
    void unload();
    /// Reads the suspended items again.
    void load_suspended();
    /// The pack has changed.
    void forget_book() { book_.reset(); }
    [[nodiscard]] const std::shared_ptr<runner::MemoryUpdater>& updater() const { return updater_; }
    /// Returns the questions of a study round, and writes into the plan how many there will be, as far as that is
    /// known. Error: nothing-to-ask.
    [[nodiscard]] Result<runner::QuestionSource> questions(quiz::SessionPlan& plan) const;

private:
    [[nodiscard]] bool is_saved() const { return archive_.store() != nullptr && !players_.current().profile.empty(); }
    [[nodiscard]] study::DayPlan practice_plan(const study::LearnerModel& known, int day) const;

    const content::Pack& pack_;
    const runner::Clock& clock_;
    Archive& archive_;
    Players& players_;
    store::ProfileId loaded_; ///< whose memory is loaded
    std::shared_ptr<runner::MemoryUpdater> updater_;
    store::StudySettings settings_;
    ItemList suspended_;
    runner::Fitting fitting_;
    mutable std::optional<StudyBook> book_; ///< made when it is first needed
    bool clock_jump_taken_ = false;
    Millis wall_ahead_of_steady_; ///< when the program started
};

} // namespace chelate::session
