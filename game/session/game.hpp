// The session of the program: its parts, each with one job, and the one way to change them.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/content/pack.hpp"
#include "game/session/archive.hpp"
#include "game/session/commands.hpp"
#include "game/session/history.hpp"
#include "game/session/kiosk.hpp"
#include "game/session/lesson_plan.hpp"
#include "game/session/local_files.hpp"
#include "game/session/packs.hpp"
#include "game/session/players.hpp"
#include "game/session/randomness.hpp"
#include "game/session/rounds.hpp"
#include "game/session/study.hpp"
#include "game/session/workshop_run.hpp"

namespace chelate::session {

/// Progress that cannot be opened or written never stops anybody from playing; `trouble` says why it is not saved.
class Game {
public:
    Game(content::Pack pack, const runner::Clock& clock, Progress progress, LocalFiles files = {},
         Randomness randomness = machine_randomness());
    Game(const Game&) = delete;
    Game& operator=(const Game&) = delete;

    // What there is to see. Presenters read these parts and change nothing.

    [[nodiscard]] const content::Pack& pack() const { return pack_; }
    [[nodiscard]] const Players& players() const { return players_; }
    [[nodiscard]] const Rounds& rounds() const { return rounds_; }
    [[nodiscard]] const Study& study() const { return study_; }
    [[nodiscard]] const History& history() const { return history_; }
    [[nodiscard]] const Archive& archive() const { return archive_; }
    [[nodiscard]] const LocalFiles& files() const { return files_; }
    /// Returns the lesson that was planned last; it has no questions before the first.
    [[nodiscard]] const LessonPlan& lesson_plan() const { return lesson_plan_; }
    [[nodiscard]] const WorkshopRun& workshop() const { return workshop_; }
    /// Returns the kiosk that visitors play at; null: there is none.
    [[nodiscard]] const Kiosk* kiosk() const { return kiosk_ ? &*kiosk_ : nullptr; }
    /// Returns the exit word of the kiosk that is prepared.
    [[nodiscard]] const std::string& prepared_exit_word() const { return prepared_exit_word_; }
    /// Returns the packs to choose from, with those that cannot be read; fewer than two: there is no choice.
    [[nodiscard]] const std::vector<FoundPack>& packs() const { return packs_; }
    /// Returns which of the packs is played: the one in the folder it was read from, else the first with its id;
    /// packs().size(): none of them.
    [[nodiscard]] std::size_t playing_pack() const;
    /// Returns which of the packs was added last (see AddPack); nothing: none, or it is not among those to choose from.
    [[nodiscard]] std::optional<std::size_t> added_pack() const;
    /// Returns the clock, for what belongs to no round.
    [[nodiscard]] const runner::Clock& clock() const { return clock_; }
    /// Returns why progress is not being saved; nothing when it is.
    [[nodiscard]] std::optional<Error> trouble() const;
    /// Returns whether all that was played is on disk and the next step will be too.
    [[nodiscard]] bool is_saving() const { return archive_.store() != nullptr && !trouble(); }

    // What changes it.

    /// Carries out a command. Errors: PlayAs and RenamePlayer as person_name, RenamePlayer also name-taken {name};
    /// starting a round as Rounds::start; StartLesson also no-class; SwapQuestion no-other-question; Retrace as
    /// Rounds::retrace; ChoosePack pack-refused {path}, rounds-not-saved, the trouble of the pack; AddPack as
    /// write_import, not-kept; a
    /// quiz::CommandBody the name of its rejection; what changes what is saved not-kept and those of the store. Then
    /// nothing has changed.
    Result<void> submit(const Command& command);

    [[nodiscard]] Rounds& rounds() { return rounds_; }
    [[nodiscard]] Study& study() { return study_; }
    [[nodiscard]] LocalFiles& files() { return files_; }
    [[nodiscard]] WorkshopRun& workshop() { return workshop_; }
    [[nodiscard]] Kiosk* kiosk() { return kiosk_ ? &*kiosk_ : nullptr; }

    /// Makes a backup now. Errors: those of the store, not-kept.
    Result<std::filesystem::path> back_up();
    /// Puts a backup in place of progress and goes on with it as the same player. Returns where the earlier progress
    /// is now. Errors: rounds-not-saved, when one would be lost; those of the store; then progress is as it was.
    Result<std::optional<std::filesystem::path>> restore_backup(const std::filesystem::path& backup);
    /// Writes all that is saved of the player into a new file. Errors: not-kept, as store::Store::export_profile.
    Result<void> export_profile(const std::filesystem::path& file);
    /// Imports every profile of another progress file, after a backup, and goes on as the same player.
    /// Errors: rounds-not-saved, as Archive::import_profiles.
    Result<ImportResult> import_profiles(const std::filesystem::path& file, const SamePerson& answers = {});

    /// Replaces the pack by a newer version of it. The round under way starts again with the same seed, see
    /// Rounds::restore. Only rounds that are not saved can be replayed like this. Errors: as Rounds::start; then no
    /// round is under way.
    Result<void> reload(content::Pack pack);
    /// Plays another pack from now on; a round under way is left. Error: rounds-not-saved, when one would be lost.
    Result<void> change_pack(content::Pack pack);
    /// Says how the packs to choose from are found, for when one was added.
    void find_packs_with(std::function<std::vector<FoundPack>()> find) { find_packs_ = std::move(find); }
    /// Says which packs can be chosen. @param playing  folder of the one that is played; empty: not known
    void offer_packs(std::vector<FoundPack> packs, std::filesystem::path playing = {});
    /// Tries again to save what is waiting.
    void save_again();
    /// Records the first round or workshop that is started or resumed from now on, and only that one.
    void record_first(const runner::RecordLine& line);
    /// Leaves what is under way, so that nothing is lost when the program ends.
    void leave();

private:
    struct CarryOut; ///< carries out commands, one overload each

    void change_player(PlayerKind kind, const std::string& name);
    void give_back_to_person();
    void load_player();

    content::Pack pack_;
    const runner::Clock& clock_;
    Randomness randomness_;
    Archive archive_;
    Players players_;
    Study study_;
    History history_;
    Rounds rounds_;
    WorkshopRun workshop_;
    LocalFiles files_;
    LessonPlan lesson_plan_;
    std::vector<FoundPack> packs_;
    std::function<std::vector<FoundPack>()> find_packs_; ///< empty: they are what was offered
    std::filesystem::path added_folder_;                 ///< of the pack that was added last; empty: none
    std::filesystem::path playing_folder_;               ///< of the pack that is played; empty: not known
    std::optional<Kiosk> kiosk_;
    std::optional<PrepareKiosk> prepared_kiosk_;
    std::string prepared_exit_word_;
};

} // namespace chelate::session
