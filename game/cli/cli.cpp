#include "game/cli/cli.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

#include "engine/base/text.hpp"

namespace chelate::cli {

namespace {

/// Returns what is wrong with a seed, or nothing. CLI11 itself would read -1 as the largest number, so the digits are
/// checked here.
std::string seed_problem(const std::string& text) {
    const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    return digits ? "" : "a seed is a whole number from 0: " + text;
}

/// Refuses an empty word, which would count as none.
std::string word_problem(const std::string& word) { return word.empty() ? "an exit word is not empty" : ""; }

/// Contains the parser and the commands it fills. They are one object because CLI11 keeps references to them.
struct Parser {
    CLI::App app{"Chelate: quiz rounds on what is known, how well it is known, and why.", "chelate"};
    CLI::App* play_verb = nullptr;
    CLI::App* kiosk_verb = nullptr;
    CLI::App* validate_verb = nullptr;
    CLI::App* replay_verb = nullptr;
    CLI::App* questions_verb = nullptr;
    PlayCommand play;
    PlayCommand kiosk;
    ValidateCommand validate;
    ReplayCommand replay;
    QuestionsCommand questions;
    bool verbose = false;
    CLI::App* new_pack_verb = nullptr;
    CLI::App* import_verb = nullptr;
    CLI::App* lint_verb = nullptr;
    CLI::App* memory_verb = nullptr;
    CLI::App* progress_verb = nullptr;
    NewPackCommand new_pack;
    ImportCommand import;
    LintCommand lint;
    MemoryCommand memory;
    ProgressCommand progress;

    Parser() {
        app.set_version_flag("--version", version_text(), "Print the version and the commit, and exit");
        app.add_flag("--verbose", verbose, "With --version: also where its files are, and which libraries it uses");
        app.require_subcommand(0, 1);
        app.footer(
            "Without a verb: play.\n\n"
            "Exit codes: 0 fine, 1 problems in what was given, 2 wrong use. Errors go to stderr.\n"
            "Headless play runs on a virtual clock: it starts at 2026-01-01T00:00:00Z, an answer takes 5 s, reading\n"
            "what was right 3 s. Same pack, seed and answers: same bytes.");
        play_verb = app.add_subcommand("play", "Opens the window and plays; without a display, plays in the terminal");
        add_play(*play_verb);
        add_play(app); // `chelate --round ...` means `chelate play --round ...`
        kiosk_verb =
            app.add_subcommand("kiosk", "Plays by itself over the full screen for visitors; keeps nothing about them");
        kiosk_verb
            ->add_option("--script", kiosk.script, "File with the script to show; without it, the pack's first script")
            ->type_name("FILE");
        kiosk_verb->add_option("--pack", kiosk.pack, "Folder of the pack")->type_name("DIR");
        kiosk_verb
            ->add_option("--exit-word,--way-out", kiosk.exit_word,
                         "Word that ends kiosk mode when typed; without it, one is made up and printed")
            ->type_name("WORD")
            ->check(word_problem);
        kiosk_verb
            ->add_option("--exit-word-file,--way-out-file", kiosk.exit_word_file,
                         "File with that word on its first line, so that no list of processes shows it")
            ->type_name("FILE");
        kiosk_verb
            ->add_option("--data-dir", kiosk.data_dir, "Folder with the host's settings; nothing is written there")
            ->type_name("DIR");
        kiosk_verb
            ->add_option("--language", kiosk.language, "Language of the program: the name of a file in assets/i18n")
            ->type_name("TAG");
        add_hidden(*kiosk_verb, kiosk);
        validate_verb = app.add_subcommand("validate", "Reads packs and prints every problem with its place");
        validate_verb->add_option("PATH", validate.paths, "Folder of a pack, or its pack.json")->required();
        validate_verb->add_flag("--json", validate.json, "Print one JSON object a line");
        replay_verb =
            app.add_subcommand("replay", "Decides each command of a recording again and compares the results");
        replay_verb->add_option("FILE", replay.file, "Recording made by play --record")->required();
        questions_verb = app.add_subcommand("questions", "Prints questions of a round with their keys");
        questions_verb->add_option("--pack", questions.pack, "Folder of a pack")->type_name("DIR");
        questions_verb->add_option("--round", questions.round, "Round of the pack")->type_name("ID")->required();
        questions_verb->add_option("--seed", questions.seed, "Seed")
            ->type_name("N")
            ->check(seed_problem)
            ->capture_default_str();
        questions_verb->add_option("--count", questions.count, "How many")
            ->type_name("K")
            ->check(CLI::Range(1, 1000000))
            ->capture_default_str();
        questions_verb->add_flag("--json", questions.json, "Print one JSON object a line");
        questions_verb->add_flag("--sheet", questions.sheet,
                                 "Page of HTML to print, with answers and sources on pages of their own");
        new_pack_verb = app.add_subcommand("new-pack", "Makes a small complete pack to start from");
        new_pack_verb->add_option("DIR", new_pack.folder, "Folder to make")->required();
        new_pack_verb->add_option("--title", new_pack.title, "Name of the pack")->type_name("T");
        import_verb = app.add_subcommand("import", "Makes a pack from a question file of another program");
        import_verb->add_option("--from", import.from, "What the file is")
            ->type_name("gift|aiken|csv")
            ->required()
            ->check(CLI::IsMember({"gift", "aiken", "csv"}));
        import_verb->add_option("FILE", import.file, "The question file")->required();
        import_verb->add_option("--to", import.folder, "Folder to make")->type_name("DIR")->required();
        import_verb->add_option("--title", import.title, "Name of the pack")->type_name("T");
        import_verb->add_flag("--json", import.json, "Print one JSON object a line");
        lint_verb =
            app.add_subcommand("lint", "Says what could be better in packs and language files that are correct");
        lint_verb->add_option("PATH", lint.paths, "Folder of a pack, its pack.json, or a file in assets/i18n")
            ->required();
        lint_verb->add_option("--today", lint.today, "Judge review dates by this day")->type_name("YYYY-MM-DD");
        lint_verb->add_flag("--json", lint.json, "Print one JSON object a line");
        progress_verb = app.add_subcommand("progress", "Looks after everybody's progress");
        progress_verb->require_subcommand(1);
        using Act = ProgressCommand::Act;
        const auto act = [&](Act wanted, const char* name, const char* about) {
            CLI::App* verb = progress_verb->add_subcommand(name, about);
            verb->callback([this, wanted] { progress.act = wanted; });
            verb->add_option("--data-dir", progress.data_dir, "Folder where progress is kept")->type_name("DIR");
            return verb;
        };
        act(Act::check, "check", "Reads everything and says whether it is sound; changes nothing");
        act(Act::rebuild, "rebuild", "Counts what everybody remembers from the journal again");
        act(Act::backup, "backup", "Makes a backup now; one a day is made automatically");
        CLI::App* restore =
            act(Act::restore, "restore",
                "Goes back to a backup and sets aside what was there; without a file, lists the backups");
        restore->add_option("file", progress.file, "Backup, or newest")->type_name("FILE");
        CLI::App* export_one = act(Act::export_one, "export", "Writes one person's progress into a file");
        export_one->add_option("file", progress.file, "The new file")->type_name("FILE")->required();
        CLI::App* import_all =
            act(Act::import_all, "import", "Takes over what is new in a file of progress; makes a backup first");
        import_all->add_option("file", progress.file, "File that export wrote, or a whole progress.db")
            ->type_name("FILE")
            ->required();
        import_all->add_option("--as", progress.as, "Name they get here, if somebody else has theirs already")
            ->type_name("NAME");
        CLI::App* erase = act(Act::erase, "erase", "Says what would be lost of one person; with --yes, deletes it");
        erase->add_flag("--yes", progress.sure, "Delete it");
        for (CLI::App* verb : {export_one, import_all, erase})
            verb->add_option("--name", progress.name, "Whose progress")->type_name("NAME");
        memory_verb = app.add_subcommand("memory", "Computes the memory model over a file of vectors and compares");
        memory_verb
            ->add_option("--vectors", memory.vectors, "File of vectors; tests/memory/fsrs_vectors.json shows the form")
            ->type_name("FILE")
            ->required();
        memory_verb->add_flag("--json", memory.json, "Print the file again with our results under the same keys");
    }

    void add_play(CLI::App& verb) {
        const bool shown = &verb == play_verb;
        const auto option = [&](const std::string& name, auto& value, const std::string& about, const char* type) {
            auto* made = verb.add_option(name, value, about)->type_name(type);
            if (!shown) made->group("");
            return made;
        };
        const auto flag = [&](const std::string& name, bool& value, const std::string& about) {
            auto* made = verb.add_flag(name, value, about);
            if (!shown) made->group("");
        };
        option("--pack", play.pack, "Folder of the pack to play", "DIR");
        option("--round", play.round, "Start with this round", "ID");
        option("--seed", play.seed, "Seed of that round: the same seed asks the same questions", "N")
            ->check(seed_problem);
        option("--profile", play.profile, "Who plays", "NAME");
        option("--data-dir", play.data_dir, "Folder where progress is kept", "DIR");
        option("--language", play.language, "Language of the program: the name of a file in assets/i18n", "TAG");
        option("--record", play.record, "Write the first round or workshop as a recording", "FILE");
        flag("--terminal", play.terminal, "Play in the terminal");
        flag("--watch", play.watch, "Read the pack again whenever it is saved, at the same question; keep nothing");
        flag("--headless", play.headless, "Play a round without a person");
        option("--answers", play.answers, "With --headless: right, wrong, random, or a recording", "HOW");
        flag("--json", play.json, "With --headless: print one JSON object a line");
        add_hidden(verb, play);
    }

    // Adds the options that the window tests and the README's screenshot use. The help does not show them.
    static void add_hidden(CLI::App& verb, PlayCommand& command) {
        verb.add_flag("--trace", command.trace)->group("");
        verb.add_option("--screenshots", command.screenshots)->group("");
        verb.add_option("--window-size", command.window_size)->group("");
    }
};

/// @param sentence  may quote what was typed
SayAndEnd wrong_use(const std::string& sentence) {
    return {"chelate: " + showable_line(sentence) + "\nTry: chelate --help\n", 2};
}

CommandLine checked(PlayCommand play) {
    if (play.headless && play.terminal) return wrong_use("--headless and --terminal exclude each other");
    if (play.watch && (play.headless || play.terminal)) return wrong_use("--watch needs the window");
    if (!play.headless && !play.answers.empty()) return wrong_use("--answers needs --headless");
    if (!play.headless && play.json) return wrong_use("--json needs --headless");
    if (play.headless && play.answers.empty())
        return wrong_use("--headless needs --answers right, wrong, random or a recording");
    return play;
}

} // namespace

std::string version_text() { return std::string("chelate ") + CHELATE_VERSION; }

std::string lost_output_text(const std::string& reason) {
    return "chelate: the output could not be written completely: " + reason + ".\n";
}

std::string help_text() { return Parser().app.help("", CLI::AppFormatMode::Normal); }

CommandLine parse_command_line(int count, const char* const* arguments) {
    Parser parser;
    try {
        parser.app.parse(count, arguments);
    } catch (const CLI::CallForVersion&) {
        return VersionCommand{parser.app.count("--verbose") > 0};
    } catch (const CLI::CallForHelp&) {
        for (const CLI::App* verb : parser.app.get_subcommands()) return SayAndEnd{verb->help(), 0};
        return SayAndEnd{parser.app.help(), 0};
    } catch (const CLI::ParseError& error) {
        return wrong_use(error.what());
    }
    if (parser.verbose) return wrong_use("--verbose needs --version");
    if (parser.validate_verb->parsed()) return parser.validate;
    if (parser.replay_verb->parsed()) return parser.replay;
    if (parser.questions_verb->parsed()) {
        if (parser.questions.json && parser.questions.sheet) return wrong_use("--json and --sheet exclude each other");
        return parser.questions;
    }
    if (parser.new_pack_verb->parsed()) return parser.new_pack;
    if (parser.import_verb->parsed()) return parser.import;
    if (parser.lint_verb->parsed()) return parser.lint;
    if (parser.memory_verb->parsed()) return parser.memory;
    if (parser.progress_verb->parsed()) return parser.progress;
    if (parser.kiosk_verb->parsed()) {
        parser.kiosk.kiosk = true;
        if (!parser.kiosk.exit_word.empty() && !parser.kiosk.exit_word_file.empty())
            return wrong_use("--exit-word and --exit-word-file exclude each other");
        return parser.kiosk;
    }
    return checked(parser.play);
}

} // namespace chelate::cli
