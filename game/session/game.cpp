#include "game/session/game.hpp"

#include <algorithm>
#include <utility>

#include "engine/content/reader.hpp"
#include "engine/quiz/maker.hpp"
#include "game/session/pack_import.hpp"

namespace chelate::session {

Game::Game(content::Pack pack, const runner::Clock& clock, Progress progress, LocalFiles files, Randomness randomness)
    : pack_(std::move(pack)),
      clock_(clock),
      randomness_(std::move(randomness)),
      archive_(clock, std::move(progress)),
      players_(clock, archive_),
      study_(pack_, clock, archive_, players_),
      history_(archive_, players_),
      rounds_(pack_, clock, archive_, players_, study_, history_, randomness_),
      workshop_(
          clock, [this] { return archive_.store(); }, randomness_),
      files_(std::move(files)),
      lesson_plan_(pack_) {
    // An earlier version kept the workshop under way in a file of its own.
    if (const auto carried = files_.carried_workshop(); carried && workshop_.take_over(*carried))
        files_.drop_carried_workshop();
}

std::optional<Error> Game::trouble() const {
    if (auto trouble = rounds_.trouble()) return trouble;
    if (archive_.trouble()) return archive_.trouble();
    return workshop_.trouble();
}

void Game::load_player() {
    study_.load();
    study_.load_suspended();
    history_.load();
    rounds_.load();
}

void Game::change_player(PlayerKind kind, const std::string& name) {
    rounds_.leave();
    study_.unload();
    players_.choose(kind, name);
    load_player();
}

void Game::give_back_to_person() {
    rounds_.leave();
    study_.unload();
    players_.choose_person_before();
    load_player();
}

/// What each command does.
struct Game::CarryOut {
    Game& game;

    /// Brings a round that has just started, or goes on, to something that can be seen.
    Result<void> settled(Result<void> started) const {
        if (started) game.rounds_.settle();
        return started;
    }

    Result<void> operator()(const quiz::CommandBody& command) const {
        // Steps that are taken back or brought back must not be followed by a new one.
        const bool retraces =
            std::holds_alternative<quiz::Undo>(command) || std::holds_alternative<quiz::Redo>(command);
        auto done = game.rounds_.submit(command);
        return retraces ? done : settled(std::move(done));
    }
    Result<void> operator()(const PlayAs& play) const {
        const auto name = person_name(play.name);
        if (!name) return tl::unexpected(name.error());
        game.change_player(PlayerKind::person, *name);
        if (play.is_remembered) remember_player();
        return {};
    }
    Result<void> operator()(const RenamePlayer& rename) const {
        const auto name = person_name(rename.name);
        if (!name) return tl::unexpected(name.error());
        const std::string before = game.players_.name();
        if (auto renamed = game.players_.rename(*name); !renamed) return renamed;
        game.rounds_.rename_player(before, *name);
        remember_player();
        return {};
    }
    Result<void> operator()(const RemovePlayer&) const {
        game.rounds_.leave();
        const std::string name = game.players_.name();
        if (auto removed = game.players_.remove(); !removed) return removed;
        game.rounds_.drop_unsaved(name);
        game.study_.unload();
        game.load_player();
        return {};
    }
    Result<void> operator()(const EnterClassroom& enter) const {
        game.change_player(PlayerKind::classroom, enter.name);
        return {};
    }
    Result<void> operator()(const LeaveClassroom&) const {
        if (game.players_.is_classroom()) game.give_back_to_person();
        return {};
    }
    Result<void> operator()(const PrepareKiosk& prepare) const {
        game.prepared_kiosk_ = prepare;
        game.prepared_exit_word_ =
            prepare.exit_word.empty() ? new_exit_word(game.randomness_.seed()) : prepare.exit_word;
        return {};
    }
    Result<void> operator()(const EnterKiosk& enter) const {
        if (!game.prepared_kiosk_) return fail("no-kiosk");
        PrepareKiosk prepared = *std::exchange(game.prepared_kiosk_, std::nullopt);
        game.kiosk_.emplace(std::move(prepared.script), game.prepared_exit_word_, prepared.ends_program,
                            game.files_.settings());
        game.kiosk_->touch(game.clock_.steady());
        game.kiosk_->restart(game.randomness_.seed());
        Settings settings = game.files_.settings();
        settings.full_screen = enter.full_screen;
        game.files_.borrow(settings);
        game.change_player(PlayerKind::visitors, enter.visitor);
        return {};
    }
    Result<void> operator()(const ForgetVisitor&) const {
        if (!game.kiosk_) return {};
        forget_visitor();
        game.kiosk_->restart(game.randomness_.seed());
        return {};
    }
    Result<void> operator()(const LeaveKiosk&) const {
        if (!game.kiosk_) return {};
        forget_visitor();
        game.files_.borrow(game.kiosk_->settings_before());
        game.kiosk_.reset();
        game.give_back_to_person();
        return {};
    }

    Result<void> operator()(const StartRound& start) const {
        return settled(game.rounds_.start(start.round, start.seed));
    }
    Result<void> operator()(const StartStudy& start) const { return settled(game.rounds_.start_study(start.practice)); }
    Result<void> operator()(const StartAgain&) const { return settled(game.rounds_.start_again()); }
    Result<void> operator()(const PlayMistakes&) const {
        game.rounds_.play_mistakes();
        return settled({});
    }
    Result<void> operator()(const ResumeRound&) const {
        game.rounds_.resume();
        return settled({});
    }
    Result<void> operator()(const AbandonRound&) const {
        game.rounds_.abandon();
        return {};
    }
    Result<void> operator()(const LeaveRound&) const {
        game.rounds_.leave();
        return {};
    }
    Result<void> operator()(const GoOn&) const {
        game.rounds_.go_on();
        return {};
    }
    Result<void> operator()(const PauseRound&) const {
        game.rounds_.set_paused(true);
        return {};
    }
    Result<void> operator()(const ContinueRound&) const {
        game.rounds_.set_paused(false);
        return {};
    }
    Result<void> operator()(const ViewFinished& view) const { return game.rounds_.view_finished(view.session); }

    Result<void> operator()(const PlanLesson& plan) const {
        if (plan.kept) game.lesson_plan_.take(plan.round, *plan.kept, plan.response_mode);
        else game.lesson_plan_.draw(plan.round, game.randomness_.seed(), plan.response_mode);
        return {};
    }
    Result<void> operator()(const DropQuestion& drop) const {
        game.lesson_plan_.drop(drop.index);
        return {};
    }
    Result<void> operator()(const SwapQuestion& swap) const { return game.lesson_plan_.swap(swap.index); }
    Result<void> operator()(const MoveQuestion& move) const {
        game.lesson_plan_.move(move.from, move.to);
        return {};
    }
    Result<void> operator()(const StartLesson& start) const {
        const auto& classes = game.files_.classes().classes;
        if (classes.empty()) return fail("no-class");
        const LessonPlan& plan = game.lesson_plan_;
        return settled(game.rounds_.start_lesson(plan.round(), plan.seed(),
                                                 {.participants = start.participants,
                                                  .rules = rules_of(classes.front()),
                                                  .question_indices = plan.question_indices(),
                                                  .rehearsal = start.rehearsal}));
    }
    Result<void> operator()(const Retrace& retrace) const { return game.rounds_.retrace(retrace.forward); }

    Result<void> operator()(const StartWorkshop& start) const {
        const content::Script* script = find_script(game.pack_, start.script);
        if (script == nullptr) return fail("unknown-script");
        game.workshop_.start(game.pack_, *script);
        return {};
    }
    Result<void> operator()(const ResumeWorkshop&) const {
        if (!game.workshop_.can_resume(game.pack_)) return fail("nothing-to-resume");
        game.workshop_.resume(game.pack_);
        return {};
    }
    Result<void> operator()(const LeaveWorkshop&) const {
        game.workshop_.leave();
        game.workshop_.look_up();
        return {};
    }
    Result<void> operator()(const ToWorkshop& to) const {
        if (const auto done = game.workshop_.submit(to.command); !done)
            return fail(std::string(to_string(done.error())));
        return {};
    }

    Result<void> operator()(const ChangeStudySettings& change) const {
        return game.study_.set_settings(change.settings);
    }
    Result<void> operator()(const SuspendItems& suspend) const { return game.study_.suspend(suspend.items); }
    Result<void> operator()(const ResumeSuspended&) const {
        game.study_.resume_suspended();
        return {};
    }
    Result<void> operator()(const RefitMemoryModel&) const {
        game.study_.refit_memory_model();
        return {};
    }
    Result<void> operator()(const ChoosePack& choose) const {
        const FoundPack& wanted = game.packs_.at(choose.index);
        if (wanted.trouble) return tl::unexpected(*wanted.trouble);
        content::Reading reading = content::read_pack(wanted.folder);
        if (!reading.pack) return fail("pack-refused", {{"path", wanted.folder.string()}});
        // If making a question never ends, or ends the program, the choice has not been saved.
        const bool asks = makes_a_question(*reading.pack);
        if (auto changed = game.change_pack(std::move(*reading.pack)); !changed) return changed;
        game.playing_folder_ = wanted.folder;
        if (!asks) return {};
        Settings settings = game.files_.settings();
        settings.pack = wanted.id;
        settings.pack_folder = folder_text(wanted.folder);
        game.files_.change(settings);
        return {};
    }
    Result<void> operator()(const AddPack& add) const {
        if (game.files_.folder().empty()) return fail("not-kept");
        auto folder = write_import(*add.preview, game.files_.folder(), add.about);
        if (!folder) return tl::unexpected(folder.error());
        if (game.find_packs_) game.packs_ = game.find_packs_();
        game.added_folder_ = std::move(*folder);
        return {};
    }

private:
    /// Makes the first question of the first round that has one.
    /// @return whether there is one, or there are no rounds, as in a pack that is only read
    [[nodiscard]] static bool makes_a_question(const content::Pack& pack) {
        return pack.rounds.empty() ||
               std::any_of(pack.rounds.begin(), pack.rounds.end(), [&](const content::Round& round) {
                   auto maker = quiz::QuestionMaker::make(pack, round, 0);
                   return maker && !maker->question(0).id.empty();
               });
    }

    /// The next start begins with the player who plays now.
    void remember_player() const {
        Settings settings = game.files_.settings();
        settings.profile = game.players_.name();
        game.files_.change(settings);
    }
    void forget_visitor() const {
        game.rounds_.leave();
        Settings settings = game.kiosk_->settings_before();
        settings.full_screen = game.files_.settings().full_screen;
        game.files_.borrow(settings);
        game.kiosk_->forget_typed();
    }
};

Result<void> Game::submit(const Command& command) { return std::visit(CarryOut{*this}, command); }

void Game::save_again() {
    rounds_.save_again();
    workshop_.save_again();
}

void Game::record_first(const runner::RecordLine& line) {
    enum class First { none, round, workshop };
    const auto for_first = [&line, first = std::make_shared<First>(First::none)](First mine) {
        return [line, first, mine](std::string_view text) {
            if (*first == First::none) *first = mine;
            if (*first == mine) line(text);
        };
    };
    rounds_.record_next(for_first(First::round));
    workshop_.record_next(for_first(First::workshop));
}

void Game::leave() {
    rounds_.leave();
    workshop_.leave();
}

Result<std::filesystem::path> Game::back_up() { return archive_.back_up(); }

Result<std::optional<std::filesystem::path>> Game::restore_backup(const std::filesystem::path& backup) {
    leave();
    if (rounds_.has_unsaved() || workshop_.has_unsaved()) return fail("rounds-not-saved");
    study_.unload();
    players_.forget_profile();
    auto restored = archive_.restore(backup);
    players_.find_profile();
    load_player();
    return restored;
}

Result<void> Game::export_profile(const std::filesystem::path& file) {
    if (archive_.store() == nullptr || players_.current().profile.empty())
        return tl::unexpected(archive_.why_not_saved());
    return archive_.store()->export_profile(players_.current().profile, file);
}

Result<ImportResult> Game::import_profiles(const std::filesystem::path& file, const SamePerson& answers) {
    if (archive_.store() == nullptr) return tl::unexpected(archive_.why_not_saved());
    rounds_.leave();
    if (rounds_.has_unsaved()) return fail("rounds-not-saved");
    auto imported = archive_.import_profiles(file, answers);
    study_.unload(); // the player may remember more now
    players_.forget_profile();
    players_.find_profile();
    load_player();
    return imported;
}

Result<void> Game::reload(content::Pack pack) {
    workshop_.leave();
    const auto before = rounds_.drop();
    study_.forget_book();
    lesson_plan_.clear();
    pack_ = std::move(pack);
    if (!before) return {};
    return rounds_.restore(*before);
}

std::size_t Game::playing_pack() const {
    const auto place_of = [&](auto is_it) {
        return static_cast<std::size_t>(std::find_if(packs_.begin(), packs_.end(), is_it) - packs_.begin());
    };
    const std::size_t same = place_of([&](const FoundPack& pack) { return pack.folder == playing_folder_; });
    return same < packs_.size() ? same : place_of([&](const FoundPack& pack) { return pack.id == pack_.id; });
}

std::optional<std::size_t> Game::added_pack() const {
    const auto found = std::find_if(packs_.begin(), packs_.end(), [&](const FoundPack& pack) {
        return !pack.trouble && pack.folder == added_folder_;
    });
    if (found == packs_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - packs_.begin());
}

void Game::offer_packs(std::vector<FoundPack> packs, std::filesystem::path playing) {
    packs_ = std::move(packs);
    playing_folder_ = std::move(playing);
}

Result<void> Game::change_pack(content::Pack pack) {
    leave();
    if (rounds_.has_unsaved()) return fail("rounds-not-saved"); // their questions need the pack that would go
    study_.forget_book();
    lesson_plan_.clear();
    pack_ = std::move(pack);
    study_.load_suspended();
    history_.load();
    rounds_.load();
    return {};
}

} // namespace chelate::session
