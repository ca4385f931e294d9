#include "game/cli/program.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>

#include <unistd.h>

#include "engine/base/folders.hpp"
#include "engine/base/new_file.hpp"
#include "engine/base/person_name.hpp"
#include "engine/base/text.hpp"
#include "engine/content/reader.hpp"
#include "engine/runner/recording.hpp"
#include "engine/text/languages.hpp"
#include "game/cli/cli.hpp"
#include "game/cli/cli_installation.hpp"
#include "game/cli/exit_word_source.hpp"
#include "game/cli/facts_verb.hpp"
#include "game/cli/figure_verb.hpp"
#include "game/cli/lint_verb.hpp"
#include "game/cli/make_pack.hpp"
#include "game/cli/memory_verb.hpp"
#include "game/cli/progress_folder.hpp"
#include "game/cli/progress_verb.hpp"
#include "game/cli/signals.hpp"
#include "game/cli/verbs.hpp"
#include "game/print/html.hpp"
#include "game/session/installation.hpp"
#include "game/session/pack_watch.hpp"
#include "game/session/packs.hpp"
#include "game/session/start_mark.hpp"
#include "game/session/zipped_pack.hpp"
#include "game/terminal/play_headless.hpp"
#include "game/terminal/play_terminal.hpp"

namespace chelate::cli {

namespace {

/// Plays in the mode that the command asks for: in the window, in the terminal or headless.
class PlayVerb {
public:
    /// @param english  what it says until it has found its language
    PlayVerb(const PlayCommand& command, text::Language english, std::filesystem::path root, const Windows& windows,
             Streams to)
        : command_(command), words_(std::move(english)), root_(std::move(root)), windows_(windows), to_(to) {}

    int run() {
        if (const auto wrong = choose_language()) return say_and(2, words_.sentence(*wrong));
        const auto exit_word = exit_word_of(command_);
        if (!exit_word) return say_and(command_.exit_word_file.empty() ? 2 : 1, words_.sentence(exit_word.error()));
        const auto mode = mode_of_play();
        if (!mode) return 2;
        mark_start();
        auto pack = read_pack();
        if (!pack) return 1;
        if (!command_.round.empty() && pack->find_round(content::RoundId{command_.round}) == nullptr) {
            return say_and(1, unknown_round(*pack, command_.round, words_));
        }
        if (command_.profile) {
            if (const auto name = person_name(*command_.profile); !name)
                return say_and(2, words_.sentence(name.error()));
        }
        if (command_.kiosk) return run_kiosk(std::move(*pack), *exit_word);
        return *mode == Mode::headless ? play_without_person(std::move(*pack))
                                       : play_with_person(std::move(*pack), *mode);
    }

private:
    enum class Mode { window, terminal, headless };

    int say_and(int code, const std::string& sentence) const {
        to_.err << "chelate: " << sentence << '\n';
        return code;
    }

    /// Changes to the language of the command line or, for a person, of the settings. A language of the settings that
    /// cannot be used becomes a notice, because it must not keep anyone from playing.
    /// @return why the language of the command line cannot be used
    std::optional<Error> choose_language() {
        std::string tag = command_.language;
        const auto folder = progress_folder(command_.data_dir);
        if (tag.empty() && !command_.headless && folder) tag = session::load_settings(*folder, &notices_).language;
        if (tag.empty() || tag == text::english) return std::nullopt;
        const Result<void> used = use_language(tag);
        if (used) return std::nullopt;
        if (!command_.language.empty()) return used.error();
        notices_.push_back({"language-not-used", {{"why", words_.sentence(used.error())}}});
        return std::nullopt;
    }

    Result<void> use_language(const std::string& tag) {
        auto language = text::load_language(root_ / "assets" / "i18n", tag);
        if (!language) return tl::unexpected(language.error());
        words_ = std::move(*language); // all screens refer to it
        return {};
    }

    /// Returns how to play. Returns nothing when there is neither a display nor a terminal, after printing why.
    [[nodiscard]] std::optional<Mode> mode_of_play() const {
        if (command_.headless) return Mode::headless;
        if (command_.terminal) return Mode::terminal;
        const Result<void> display = windows_.find_display ? windows_.find_display() : fail("no-window-built");
        if (display) return Mode::window;
        say_and(0, words_.sentence(display.error()));
        if (!command_.kiosk && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1) {
            say_and(0, words_.text("program.in_terminal"));
            return Mode::terminal;
        }
        to_.err << words_.text(command_.kiosk ? "kiosk.needs_window" : "program.no_terminal") << "\n\n" << help_text();
        return std::nullopt;
    }

    /// Returns the packs to choose from. A pack named on the command line leaves no choice, so the list is empty.
    [[nodiscard]] std::vector<session::FoundPack> packs_to_choose() const {
        if (!command_.pack.empty()) return {};
        std::vector<std::filesystem::path> roots{root_ / "content"};
        if (const auto folder = progress_folder(command_.data_dir)) roots.push_back(*folder / "packs");
        std::vector<session::FoundPack> packs = session::find_packs(roots);
        const auto usual = content::default_pack_folder(root_ / "content");
        std::stable_partition(packs.begin(), packs.end(),
                              [&](const session::FoundPack& pack) { return usual && pack.folder == *usual; });
        return packs;
    }

    /// Marks that a start with the pack chosen in the settings begins. Other packs are not chosen for the next start.
    void mark_start() {
        const auto folder = progress_folder(command_.data_dir);
        if (!command_.pack.empty() || command_.headless || command_.kiosk || !folder) return;
        const std::vector<session::FoundPack> packs = packs_to_choose();
        const session::FoundPack* chosen = session::chosen_pack(packs, session::load_settings(*folder, &notices_));
        const auto usual = content::default_pack_folder(root_ / "content");
        if (chosen == nullptr || (usual && chosen->folder == *usual)) return;
        start_mark_.emplace(*folder, session::folder_text(chosen->folder));
        if (start_mark_->has_failed()) notices_.push_back({"pack-failed-to-start", {{"pack", chosen->name}}});
    }

    /// The first screen is there, so this start has not failed. A pack whose starts failed is no longer chosen.
    void start_succeeded(session::Game& game) {
        if (!start_mark_) return;
        if (start_mark_->has_failed()) {
            session::Settings settings = game.files().settings();
            settings.pack.clear();
            settings.pack_folder.clear();
            game.files().change(settings);
        }
        start_mark_->remove();
        start_mark_.reset();
    }

    /// Returns the folder named on the command line, or of the pack chosen in the settings (not in headless play), or
    /// of the pack that comes with the program, also when starts with the chosen one failed.
    /// @pre a pack is named, or the default one can be found
    [[nodiscard]] std::filesystem::path pack_folder() const {
        if (!command_.pack.empty()) return command_.pack;
        const auto folder = progress_folder(command_.data_dir);
        if (!command_.headless && folder && !(start_mark_ && start_mark_->has_failed())) {
            const std::vector<session::FoundPack> packs = packs_to_choose();
            if (const auto* chosen = session::chosen_pack(packs, session::load_settings(*folder, &notices_)))
                return chosen->folder;
        }
        return content::default_pack_folder(root_ / "content").value_or(root_ / "content");
    }

    /// Reads the pack to play and notes its folder. Returns nothing when there is none, after printing why.
    [[nodiscard]] std::optional<content::Pack> read_pack() {
        if (command_.pack.empty()) {
            if (const auto found = content::default_pack_folder(root_ / "content"); !found) {
                say_and(1, words_.sentence(found.error()));
                return std::nullopt;
            }
        }
        std::filesystem::path folder = pack_folder();
        if (session::is_zip_file(folder)) {
            auto opened = session::UnpackedPack::open(folder);
            if (!opened) {
                say_and(1, words_.sentence(opened.error()));
                return std::nullopt;
            }
            unpacked_.emplace(std::move(*opened));
            folder = unpacked_->folder();
        }
        playing_folder_ = folder;
        auto pack = read_pack_aloud(folder, words_, to_.err, command_.script);
        const auto usual = content::default_pack_folder(root_ / "content");
        if (pack || !command_.pack.empty() || !usual || *usual == folder) return pack;
        // A pack that was chosen earlier and cannot be read now must not keep anyone from playing.
        playing_folder_ = *usual;
        return read_pack_aloud(*usual, words_, to_.err, command_.script);
    }

    /// Makes the file of --record before play starts. Returns false when it cannot be made, after printing why.
    bool open_recording() {
        if (command_.record.empty()) return true;
        auto made = NewFile::create(command_.record);
        if (!made) {
            say_and(1, words_.sentence(made.error()));
            return false;
        }
        recording_ = std::make_shared<NewFile>(std::move(*made));
        return true;
    }

    void record(session::Game& game) const {
        if (!recording_) return;
        game.record_first([file = recording_](std::string_view line) { file->append(std::string(line) + '\n'); });
    }

    int recording_written() const {
        const auto closed = recording_ ? recording_->close() : Result<void>();
        return closed ? 0 : say_and(1, words_.sentence(closed.error()));
    }

    int play_without_person(content::Pack pack) {
        terminal::HeadlessPlay play;
        play.json = command_.json;
        play.seed = command_.seed.value_or(1);
        play.round = content::RoundId{command_.round};
        if (command_.answers == "right") {
            play.answers = terminal::Answers::right;
        } else if (command_.answers == "wrong") {
            play.answers = terminal::Answers::wrong;
        } else if (command_.answers == "random") {
            play.answers = terminal::Answers::random;
        } else if (const int problem = read_answers(play)) {
            return problem;
        }
        if (play.round.empty() && !pack.rounds.empty()) play.round = pack.rounds.front().id;
        if (!open_recording()) return 1;
        // Progress is opened only when the user names a profile or a folder. What is printed is the same either way.
        const bool keeps = command_.profile || !command_.data_dir.empty();
        session::Progress progress = keeps ? open_data_folder(command_.data_dir).progress : session::Progress{};
        if (progress.why_not)
            say_and(0, words_.text("banner.not_saved", {{"why", words_.sentence(*progress.why_not)}}));
        runner::ManualClock clock(terminal::headless_wall_start);
        session::Randomness randomness = session::machine_randomness();
        if (!keeps) randomness.session = [&play] { return quiz::SessionId{"headless-" + std::to_string(play.seed)}; };
        session::Game game(std::move(pack), clock, std::move(progress), {}, std::move(randomness));
        (void)game.submit(session::PlayAs{command_.profile.value_or(words_.text("name.default"))}); // checked above
        record(game);
        if (const auto played = terminal::play_headless(game, clock, play, words_, to_.out); !played) {
            if (played.error().code == "unknown-round")
                return say_and(1, unknown_round(game.pack(), play.round.value, words_));
            return say_and(1, words_.sentence(played.error()));
        }
        return recording_written();
    }

    /// Takes answers from a recording, and also the round and seed that were not given.
    /// @return 0, or the exit code after printing what is wrong
    int read_answers(terminal::HeadlessPlay& play) const {
        const auto text = read_file(command_.answers, runner::largest_recording);
        if (!text) return say_and(1, words_.sentence(text.error()));
        auto replayed = runner::replay_recording(*text);
        if (!replayed) return say_and(1, words_.sentence(replayed.error()));
        if (replayed->difference) {
            return say_and(1, showable_line(command_.answers) + ':' + std::to_string(replayed->difference->line) +
                                  ": " + words_.text("replay.differs"));
        }
        play.answers = terminal::Answers::recorded;
        play.recording = std::move(replayed->history);
        if (play.round.empty()) play.round = play.recording.state.plan.round;
        if (!command_.seed) play.seed = play.recording.state.plan.seed;
        return 0;
    }

    /// Runs kiosk mode. It reads the host's settings and opens no file for writing, so no visitor leaves data.
    int run_kiosk(content::Pack pack, const std::string& exit_word) {
        content::Script script = session::default_script(pack);
        for (const content::Script& one : pack.scripts) {
            if (one.brought || (command_.script.empty() && one.id == pack.scripts.front().id)) script = one;
        }
        if (!command_.script.empty() && !script.brought)
            return say_and(1, words_.text("kiosk.no_script", {{"file", command_.script}}));
        session::LocalFiles files;
        if (const auto folder = progress_folder(command_.data_dir)) files = session::LocalFiles::read_only(*folder);
        session::Game game(std::move(pack), clock_, {}, std::move(files));
        (void)game.submit(session::PrepareKiosk{std::move(script), exit_word, true});
        for (const Error& notice : notices_) say_and(0, words_.sentence(notice));
        if (command_.exit_word_file.empty()) {
            to_.out << words_.text("kiosk.leave_by", {{"word", game.prepared_exit_word()}}) << std::endl;
            if (!to_.out) return 1; // nobody would know the word
        }
        (void)game.submit(session::EnterKiosk{words_.text("kiosk.visitor"), command_.window_size.empty()});
        screens::App app(game, words_, front_end(windows_.can_show), {});
        return open_window(app);
    }

    [[nodiscard]] screens::FrontEnd front_end(screens::CanShow can_show) {
        return {version_text(),
                print::style_sheet(root_),
                std::move(can_show),
                {[this] { return text::find_languages(root_ / "assets" / "i18n"); },
                 [this](const std::string& tag) { return use_language(tag); }}};
    }

    int open_window(screens::App& app, const std::function<void()>& shown = {}) const {
        WindowStart start{.assets = (root_ / "assets").string(),
                          .title = words_.text("app.name"),
                          .stop = stop_on_signals(),
                          .trace = command_.trace ? &to_.out : nullptr,
                          .screenshots = command_.screenshots,
                          .shown = shown};
        if (!command_.window_size.empty())
            (void)std::sscanf(command_.window_size.c_str(), "%ux%u", &start.width, &start.height);
        const auto ended = windows_.open(app, start);
        return ended ? 0 : say_and(1, words_.sentence(ended.error()));
    }

    int play_with_person(content::Pack pack, Mode mode) {
        if (!open_recording()) return 1;
        // An author who tries out a pack with --watch wants no progress saved.
        DataFolder data = open_data_folder(command_.data_dir);
        if (command_.watch) data = {.folder = data.folder};
        if (data.no_backup) notices_.push_back({"no-backup", {{"why", words_.sentence(*data.no_backup)}}});
        session::Game game(std::move(pack), clock_, std::move(data.progress),
                           session::LocalFiles(data.folder, &notices_));
        game.offer_packs(packs_to_choose(), playing_folder_);
        game.find_packs_with([this] { return packs_to_choose(); });
        const std::string name =
            command_.profile.value_or(command_.watch ? words_.text("name.default") : game.files().settings().profile);
        // A name from an old settings file may not be allowed any more; then the program asks for a name again.
        const bool named = !name.empty() && game.submit(session::PlayAs{name}).has_value();
        record(game);
        const std::atomic<bool>& stop = stop_on_signals();
        screens::Opening opening{.round = content::RoundId{command_.round}, .seed = command_.seed};
        if (mode == Mode::terminal) {
            for (const Error& notice : notices_) say_and(0, words_.sentence(notice));
            if (!data.backup.empty())
                say_and(0, words_.text("kept.restore_helps", {{"file", data.backup.filename().string()}}));
            if (!named) (void)game.submit(session::PlayAs{words_.text("name.default"), false});
        } else {
            opening.ask_name = !named;
            opening.notices = notices_;
            opening.backup = data.backup;
            if (command_.watch)
                opening.watch = [watch = std::make_shared<session::PackWatch>(playing_folder_)] {
                    return watch->changed();
                };
        }
        screens::App app(game, words_, front_end(mode == Mode::window ? windows_.can_show : screens::CanShow{}),
                         opening);
        if (mode == Mode::terminal) {
            terminal::play_in_terminal(app, game, words_, !command_.round.empty(),
                                       {std::cin, to_.out, stop, [&] { start_succeeded(game); }});
            return recording_written();
        }
        const int ended = open_window(app, [&] { start_succeeded(game); });
        game.leave();
        return ended != 0 ? ended : recording_written();
    }

    const PlayCommand& command_;
    text::Language words_;
    std::filesystem::path root_;
    const Windows& windows_;
    Streams to_;
    runner::SystemClock clock_;
    std::optional<session::UnpackedPack> unpacked_; ///< the pack, if it came as a zip
    std::filesystem::path playing_folder_;          ///< of the pack that is played
    std::shared_ptr<NewFile> recording_;            ///< null: none is asked for
    std::optional<session::StartMark> start_mark_;  ///< empty: the pack was not chosen in the settings
    mutable std::vector<Error> notices_;            ///< files that were set aside, or a backup that could not be made
};

} // namespace

namespace {

/// Returns what a command writes to stdout.
OutputForm form_of(const CommandLine& command) {
    const bool json = std::visit(
        [](const auto& one) {
            using Command = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<Command, ReplayCommand>) return true; // the result is always JSON
            else if constexpr (requires { one.json; }) return one.json;
            else return false;
        },
        command);
    return json ? OutputForm::json : OutputForm::text;
}

/// Carries out a command and returns its exit code, whatever becomes of its output.
int run(const CommandLine& command, const char* commit, const Windows& windows, Streams to) {
    if (const auto* say = std::get_if<SayAndEnd>(&command)) {
        (say->exit_code == 0 ? to.out : to.err) << say->text;
        return say->exit_code;
    }
    if (const auto* version = std::get_if<VersionCommand>(&command)) {
        print_version(*version, commit, windows, to.out);
        return 0;
    }
    const std::filesystem::path root = session::installation_root();
    if (const auto broken = session::find_broken_file(root)) return complain(broken_installation(*broken), to);
    const auto words = text::load_language(root / "assets" / "i18n", std::string(text::english));
    if (!words) return complain(broken_installation(words.error()), to);
    if (const auto* verb = std::get_if<ValidateCommand>(&command)) return validate(*verb, *words, windows.can_show, to);
    if (const auto* verb = std::get_if<ReplayCommand>(&command)) return replay(*verb, *words, to);
    if (const auto* verb = std::get_if<LintCommand>(&command)) {
        const auto basis = windows.lint_display_checks ? windows.lint_display_checks() : lint::LintBasis{};
        return lint_paths(*verb, *words, basis, to);
    }
    if (const auto* verb = std::get_if<MemoryCommand>(&command)) return compute_memory(*verb, *words, to);
    if (const auto* verb = std::get_if<ProgressCommand>(&command)) {
        const auto folder = progress_folder(verb->data_dir);
        if (!folder) return complain(words->sentence(folder.error()), to);
        return look_after_progress(*verb, *folder, *words, to);
    }
    if (const auto* verb = std::get_if<NewPackCommand>(&command)) return new_pack(*verb, *words, to);
    if (const auto* verb = std::get_if<ImportCommand>(&command)) {
        const int code = verb->as == "facts" ? import_facts(*verb, *words, to) : import_questions(*verb, *words, to);
        if (code != 0 || verb->folder == "-") return code;
        if (const content::Reading made = content::read_pack(verb->folder); made.pack)
            warn_of_missing_fonts(*made.pack, windows.can_show, false, *words, to);
        return code;
    }
    if (const auto* verb = std::get_if<PackCommand>(&command)) return zip_pack(*verb, *words, to);
    if (const auto* verb = std::get_if<QuestionsCommand>(&command)) {
        return with_pack(verb->pack, root / "content", *words, to, [&](const std::filesystem::path& folder) {
            return print_questions(*verb, folder, *words, to);
        });
    }
    if (const auto* verb = std::get_if<FigureCommand>(&command)) {
        return with_pack(verb->pack, root / "content", *words, to, [&](const std::filesystem::path& folder) {
            return draw_figure(*verb, folder, root / "assets" / "themes", *words, to);
        });
    }
    return PlayVerb(std::get<PlayCommand>(command), *words, root, windows, to).run();
}

} // namespace

int run_program(int count, char* const* arguments, const char* commit, const Windows& windows) {
    const CommandLine command = parse_command_line(count, arguments);
    if (const auto* play = std::get_if<PlayCommand>(&command)) hide_exit_word(*play, count, arguments);
    StandardStreams standard(form_of(command));
    return standard.finish(run(command, commit, windows, standard.streams()));
}

} // namespace chelate::cli
