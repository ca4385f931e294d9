// A game set up to be played: its pack, who plays, where progress goes, and the round under way.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/quiz/maker.hpp"
#include "engine/runner/fitting.hpp"
#include "engine/runner/memory_updater.hpp"
#include "engine/runner/runner.hpp"
#include "engine/store/store.hpp"
#include "engine/study/item_difficulty.hpp"
#include "game/session/study_book.hpp"

namespace chelate::session {

/// The longest name a player may have, in characters as people count them.
inline constexpr std::size_t longest_name = 40;

/// The id of a round that was put together by its player; no pack can have it.
inline constexpr const char* own_round_id = "*own";
/// The id of a study round.
inline constexpr const char* study_round_id = "*study";

/// A player's name as it is kept: tidied. Errors: name-empty, name-too-long {limit}, name-not-text (not UTF-8, or
/// control characters).
[[nodiscard]] Result<std::string> player_name(std::string_view typed);

/// What a round needs in front of a class: who plays, how they answer and are marked, which of its questions.
struct Lesson {
    std::vector<quiz::Participant> participants{};
    quiz::Rules rules{};
    std::vector<std::uint32_t> question_indices{}; ///< see quiz::Program
    bool rehearsal = false;                        ///< nothing of it is kept
};

/// One person's game, or a class's, over one pack. Progress that cannot be opened or written never stops it;
/// `trouble` says why.
class Game {
public:
    /// @param store nothing when it could not be opened; `why` then says the reason
    Game(content::Pack pack, const runner::Clock& clock, std::optional<store::Store> store,
         std::optional<Error> why = {});
    Game(const Game&) = delete;
    Game& operator=(const Game&) = delete;

    [[nodiscard]] const content::Pack& pack() const { return pack_; }
    /// Returns the progress store; null when it could not be opened. Restoring a backup replaces it.
    [[nodiscard]] store::Store* store() { return store_ ? &*store_ : nullptr; }

    /// Chooses who plays. Errors as player_name; trouble with the disk is kept in `trouble`, not returned.
    Result<void> play_as(std::string_view name);
    /// Everybody who plays here, last played first.
    [[nodiscard]] std::vector<std::string> players() const;
    /// Errors: as player_name, name-taken {name}, and those of the store.
    Result<void> rename_player(std::string_view name);
    /// Removes the player and all that is kept of them; nobody plays then until play_as. Errors: those of the store.
    Result<void> remove_player();
    [[nodiscard]] const std::string& player() const { return player_; } ///< empty before play_as

    /// From now on a class plays whose rounds are nobody's own, until `leave_classroom` gives the game back to who
    /// played
    /// before. Trouble with the disk is kept in `trouble`. @param name as a player's
    void enter_classroom(const std::string& name);
    void leave_classroom();
    [[nodiscard]] bool in_classroom() const { return kind_ == store::ProfileKind::classroom; }
    /// From now on visitors play, of whom nothing is kept, until `leave_kiosk` gives the game back to who played
    /// before.
    void enter_kiosk(const std::string& name);
    /// Whatever a visitor was doing is gone.
    void forget_visitor();
    void leave_kiosk();
    /// Starts a round with the whole class. Errors: as start.
    Result<void> start_lesson(const content::Round& round, std::uint64_t seed, const Lesson& lesson,
                              const quiz::SessionId& id);

    /// Starts a round; a round that was under way stays interrupted. Errors: unknown-round {round, nearest},
    /// nothing-to-ask {round}.
    Result<void> start(const content::RoundId& round, std::uint64_t seed, const quiz::SessionId& id);
    /// The same for a round that somebody has put together; its id is own_round.
    Result<void> start(const content::Round& round, std::uint64_t seed, const quiz::SessionId& id);
    /// The round under way, or just finished, from the beginning with other questions.
    Result<void> start_again(std::uint64_t seed, const quiz::SessionId& id);
    // game_study.cpp: what somebody studies. Nothing is remembered of rooms and visitors, nor without a disk.

    /// What who plays remembers; null: nothing is.
    [[nodiscard]] const study::LearnerModel* learner() const {
        return memory_updater_ ? &memory_updater_->learner() : nullptr;
    }
    [[nodiscard]] const store::StudySettings& study_settings() const { return study_settings_; }
    /// Errors: those of the store, not-kept.
    Result<void> set_study_settings(const store::StudySettings& settings);
    /// The day of study: the clock's, unless the clock is behind what was written before.
    [[nodiscard]] int today() const;
    /// By how much the clock is ahead of what it should be: behind what was written last (below 0), or gone ahead
    /// while the
    /// program ran. Told once, nothing afterwards.
    [[nodiscard]] std::optional<Millis> clock_jump();
    /// What there is to study today; nothing when nothing is remembered, or the pack asks nothing.
    /// @param ahead days from today
    [[nodiscard]] std::optional<study::DayPlan> day_plan(int ahead = 0) const;
    /// Seconds a question takes this person in the mean, reading included.
    [[nodiscard]] int seconds_a_question() const;
    [[nodiscard]] int day_of(Millis wall) const; ///< the day of study of a moment, as days are here now
    /// What the pack gives to study; null when it asks nothing.
    [[nodiscard]] const StudyBook* study_book() const;
    /// Everything who plays has answered, as memory counts it; empty where nothing is remembered.
    [[nodiscard]] std::vector<memory::Review> reviews() const;
    /// How hard items are, by everybody's first answers here.
    [[nodiscard]] study::ItemDifficulties difficulties() const;
    /// Begins to fit the weights of memory in the background when there is enough to fit them to, and takes them when
    /// they are
    /// there. To be called where no round is under way.
    void refit_memory_model();
    /// Starts a sitting for what is left of the day. @param practice leaves the schedule alone: the weakest items
    /// first,
    /// due or not. Errors: nothing-to-ask.
    Result<void> start_sitting(std::uint64_t seed, const quiz::SessionId& id, bool practice = false);

    // game_keeping.cpp: what is kept.

    /// Shows a round that is over as the one under way. Errors: those of the store.
    Result<void> view_finished(const quiz::SessionId& session);
    /// Makes a backup now (see store::Store::back_up). Errors: those of the store, not-kept.
    Result<std::filesystem::path> back_up(const std::filesystem::path& folder);
    /// Puts a backup in place of progress (see store::restore) and goes on with it as who played before.
    /// @param progress the file  @return where what was there before is now
    /// Errors: rounds-not-saved, when one would be lost; those of the store; progress is as it was then.
    Result<std::optional<std::filesystem::path>> restore_backup(const std::filesystem::path& backup,
                                                                const std::filesystem::path& progress);
    /// Writes all that is kept of who plays into a new file. Errors: not-kept, as store::Store::export_profile.
    Result<void> export_profile(const std::filesystem::path& file);
    /// Brings in everybody of such a file, after a backup (see exchange.hpp), and goes on as who played before.
    /// Errors: not-kept, rounds-not-saved, those of `visit` and `import_profiles`; who was brought in before one stays.
    Result<std::vector<store::Merged>> import_profiles(const std::filesystem::path& file,
                                                       const std::filesystem::path& progress);

    /// How many different questions a round has under a seed.
    [[nodiscard]] std::size_t questions_in(const content::Round& round, std::uint64_t seed) const;
    /// What this player did not get fully right when it was asked last: items as a pool names them.
    [[nodiscard]] std::vector<ItemId> missed() const;

    /// Replaces the pack by a newer version of it, at the same place. The round under way starts again with the same
    /// seed, earlier answers are given again where they still fit, and the question that was open is open. Only rounds
    /// that are not saved can be replayed like this. Errors: as start; then no round is under way.
    Result<void> reload(content::Pack pack, const quiz::SessionId& id);

    /// Plays another pack from now on; a round under way is left. Error: rounds-not-saved, when leaving would lose it.
    Result<void> change_pack(content::Pack pack);

    /// Starts the round under way, or just finished, once more with those of its questions that earned less than full
    /// credit. @pre there are some
    void play_mistakes(const quiz::SessionId& id);

    /// The interrupted round of this player that can be taken up, if there is one.
    [[nodiscard]] const std::optional<store::SuspendedSession>& interrupted() const { return interrupted_; }
    void resume();
    /// Ends the interrupted round for good, keeping what was answered.
    void abandon();

    /// The round under way. @pre a round was started or taken up
    [[nodiscard]] runner::Runner& run() { return *runner_; }
    [[nodiscard]] bool playing() const { return runner_ != nullptr; }
    /// What this player may see of it; in a room, what its host may.
    [[nodiscard]] quiz::View view() const;
    /// Whether time matters in the round under way.
    [[nodiscard]] bool has_time() const;
    [[nodiscard]] const quiz::PlayerId& seat() const { return seat_; }

    /// Records the next round that is started or taken up, and only that one.
    void record_next(runner::RecordLine line) { record_ = std::move(line); }

    /// Time that never falls, for what is no session.
    [[nodiscard]] Millis steady() const { return clock_.steady(); }

    /// Time stands still in a pause.
    void set_paused(bool paused);

    /// Leaves the round under way: finished or kept as interrupted, in memory while it cannot be saved.
    void leave();

    /// What this player does not want to be asked any more (as content::Pool names it); rounds leave it out from now
    /// on.
    [[nodiscard]] const ItemList& suspended() const { return suspended_; }
    Result<void> suspend(const ItemList& items);
    void resume_suspended();

    /// Rounds this player has finished, newest first; empty when unknown.
    [[nodiscard]] const std::vector<store::PlayedRound>& history() const { return history_; }
    [[nodiscard]] std::vector<store::TopicTotal> totals_by_topic() const;

    /// Why progress is not being saved; nothing when it is.
    [[nodiscard]] std::optional<Error> trouble() const;
    void save_again();

private:
    /// A round that was left before all of it was saved, and whose it is.
    struct Left {
        std::string player;
        store::ProfileKind who = store::ProfileKind::person;
        std::unique_ptr<runner::Runner> run;
    };

    [[nodiscard]] runner::Journal journal();
    void find_profile();
    void load_learning();
    [[nodiscard]] Result<runner::QuestionSource> sitting_of(quiz::SessionPlan& session_plan) const;
    void recall();
    void recall_stored();
    void save_left();
    void record();
    /// Whether a round that was left is of who plays now.
    [[nodiscard]] bool is_own(const Left& left) const { return left.player == player_ && left.who == kind_; }
    /// The questions a program asks for. Nothing when its round gives none any more.
    [[nodiscard]] Result<runner::QuestionSource> questions_of(const quiz::SessionPlan& session_plan) const;
    Result<void> begin(quiz::SessionPlan session_plan, const quiz::SessionId& id,
                       std::vector<quiz::Participant> participants = {}, bool rehearsal = false);
    Result<void> begin_anew(quiz::SessionPlan session_plan, const quiz::SessionId& id);
    /// The round a program plays, with everything that decides its questions.
    [[nodiscard]] Result<content::Round> round_of(const quiz::SessionPlan& session_plan) const;

    content::Pack pack_;
    const runner::Clock& clock_;
    std::optional<store::Store> store_;
    std::optional<Error> why_not_saved_;
    std::string player_;
    store::ProfileKind kind_ = store::ProfileKind::person;
    std::string person_; ///< who played before a class did
    bool visitors_ = false;
    bool rehearsing_ = false;
    quiz::PlayerId seat_;
    store::ProfileId profile_;
    std::optional<store::SuspendedSession> interrupted_;
    std::vector<store::PlayedRound> history_;
    ItemList suspended_;
    /// what who plays remembers; nothing for rooms, visitors, and without a disk
    std::shared_ptr<runner::MemoryUpdater> memory_updater_;
    store::StudySettings study_settings_;
    runner::Fitting fitting_;
    mutable std::optional<StudyBook> study_book_; ///< made when somebody asks
    bool told_of_clock_ = false;
    Millis wall_ahead_of_steady_; ///< when the game began
    std::unique_ptr<runner::Runner> runner_;
    std::vector<Left> left_;
    runner::RecordLine record_;
};

} // namespace chelate::session
