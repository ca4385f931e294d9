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
    return digits ? "" : "a seed must be a whole number, 0 or more: " + text;
}

/// Refuses an empty word, which would count as no word.
std::string word_problem(const std::string& word) { return word.empty() ? "an exit word cannot be empty" : ""; }

/// Contains the parser and the commands it fills. They are one object because CLI11 keeps references to them.
struct Parser {
    CLI::App app{"Chelate: a quiz game that shows its sources and how strong the evidence is.", "chelate"};
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
    CLI::App* pack_verb = nullptr;
    CLI::App* figure_verb = nullptr;
    CLI::App* lint_verb = nullptr;
    CLI::App* memory_verb = nullptr;
    CLI::App* progress_verb = nullptr;
    NewPackCommand new_pack;
    ImportCommand import;
    PackCommand pack;
    FigureCommand figure;
    LintCommand lint;
    MemoryCommand memory;
    ProgressCommand progress;

    Parser() {
        app.set_version_flag("--version", version_text(), "Print the version and commit");
        app.add_flag("--verbose", verbose,
                     "With --version: also print where the files are and which libraries are used");
        app.require_subcommand(0, 1);
        app.footer(
            "Without a command, chelate plays.\n\n"
            "Exit codes: 0 success, 1 problem with the input, 2 wrong usage. Errors go to stderr.\n"
            "Headless play uses a virtual clock that starts at 2026-01-01T00:00:00Z. Each answer takes 5 s, and\n"
            "each explanation 3 s. The same pack, seed and answers give the same bytes.");
        play_verb = app.add_subcommand("play", "Play in a window, or in the terminal if there is no display");
        add_play(*play_verb);
        add_play(app); // `chelate --round ...` means `chelate play --round ...`
        kiosk_verb = app.add_subcommand("kiosk", "Run by itself in full screen for visitors; save nothing about them");
        kiosk_verb->add_option("--script", kiosk.script, "Script to show; by default, the first script in the pack")
            ->type_name("FILE");
        kiosk_verb->add_option("--pack", kiosk.pack, "Pack folder, or a zipped pack")->type_name("DIR");
        kiosk_verb
            ->add_option("--exit-word,--way-out", kiosk.exit_word,
                         "Word to type to leave kiosk mode; by default, a random word is printed")
            ->type_name("WORD")
            ->check(word_problem);
        kiosk_verb
            ->add_option("--exit-word-file,--way-out-file", kiosk.exit_word_file,
                         "File with that word on its first line; keeps it out of the process list")
            ->type_name("FILE");
        kiosk_verb
            ->add_option("--data-dir", kiosk.data_dir, "Folder with the host's settings; nothing is written there")
            ->type_name("DIR");
        kiosk_verb->add_option("--language", kiosk.language, "Program language: the name of a file in assets/i18n")
            ->type_name("TAG");
        add_hidden(*kiosk_verb, kiosk);
        validate_verb =
            app.add_subcommand("validate", "Check packs and print every problem with its file, line and column");
        validate_verb->add_option("PATH", validate.paths, "Pack folder, its pack.json, or a zipped pack")->required();
        validate_verb->add_flag("--json", validate.json, "Print one JSON object per line");
        validate_verb->add_flag("--verbose", validate.verbose,
                                "Also print each problem that only follows from another one");
        replay_verb = app.add_subcommand("replay", "Replay a recording and compare the results");
        replay_verb->add_option("FILE", replay.file, "Recording made by play --record")->required();
        questions_verb = app.add_subcommand("questions", "Print questions of a round with their answers");
        questions_verb->add_option("--pack", questions.pack, "Pack folder, or a zipped pack")->type_name("DIR");
        questions_verb->add_option("--round", questions.round, "Round to print")->type_name("ID")->required();
        questions_verb->add_option("--seed", questions.seed, "Seed")
            ->type_name("N")
            ->check(seed_problem)
            ->capture_default_str();
        questions_verb->add_option("--count", questions.count, "Number of questions")
            ->type_name("K")
            ->check(CLI::Range(1, 1000000))
            ->capture_default_str();
        questions_verb->add_flag("--json", questions.json, "Print one JSON object per line");
        questions_verb->add_flag("--sheet", questions.sheet,
                                 "Print an HTML page for paper, with answers and sources on separate pages");
        new_pack_verb = app.add_subcommand("new-pack", "Create a small, complete pack to start from");
        new_pack_verb->add_option("DIR", new_pack.folder, "Folder to create")->required();
        new_pack_verb->add_option("--title", new_pack.title, "Pack name")->type_name("T");
        import_verb = app.add_subcommand("import", "Create a pack from another program's question file");
        import_verb->add_option("--from", import.from, "File format; without it, the content decides")
            ->type_name("gift|aiken|csv")
            ->check(CLI::IsMember({"gift", "aiken", "csv"}));
        import_verb->add_option("--as", import.as, "What the file contains (default: questions)")
            ->type_name("questions|facts")
            ->check(CLI::IsMember({"questions", "facts"}));
        import_verb->add_option("--source", import.source, "With --as facts: where the values come from")
            ->type_name("TEXT");
        import_verb->add_option("FILE", import.file, "Question file, or table of facts; - is the standard input")
            ->required();
        import_verb->add_option("--to", import.folder, "Folder to create; with --as facts, - prints the facts")
            ->type_name("DIR")
            ->required();
        import_verb->add_option("--title", import.title, "Pack name")->type_name("T");
        import_verb->add_flag("--json", import.json, "Print one JSON object per line");
        import_verb->add_flag("--verbose", import.verbose, "List every question that was changed or left out");
        pack_verb = app.add_subcommand("pack", "Make one zip file of a pack, to give away");
        pack_verb->add_option("DIR", pack.folder, "Pack folder")->required();
        pack_verb->add_option("--to", pack.file, "File to create; by default, named after the pack")->type_name("FILE");
        figure_verb = app.add_subcommand("figure", "Draw a step of a mechanism's figure into a PNG file");
        figure_verb->add_option("--pack", figure.pack, "Pack folder, or a zipped pack")->type_name("DIR");
        figure_verb->add_option("--id", figure.mechanism, "Mechanism to draw")->type_name("ID")->required();
        figure_verb->add_option("--step", figure.step, "Step to draw; 0 is the picture before the first step")
            ->type_name("N")
            ->check(CLI::NonNegativeNumber)
            ->capture_default_str();
        figure_verb->add_option("--variant", figure.variant, "Variant of the figure")->type_name("ID");
        figure_verb->add_option("--theme", figure.theme, "Colours: the name of a file in assets/themes")
            ->type_name("NAME")
            ->capture_default_str();
        figure_verb->add_option("--size", figure.size, "Largest size in pixels")
            ->type_name("WxH")
            ->capture_default_str();
        figure_verb->add_option("--out", figure.out, "File to create")->type_name("FILE")->required();
        lint_verb = app.add_subcommand("lint", "Suggest improvements to valid packs and language files");
        lint_verb->add_option("PATH", lint.paths, "Pack folder, its pack.json, or a file in assets/i18n")->required();
        lint_verb->add_option("--today", lint.today, "Date to compare review dates with")->type_name("YYYY-MM-DD");
        lint_verb->add_flag("--json", lint.json, "Print one JSON object per line");
        progress_verb = app.add_subcommand("progress", "Check, back up, move or delete players' progress");
        progress_verb->require_subcommand(1);
        using Act = ProgressCommand::Act;
        const auto act = [&](Act wanted, const char* name, const char* about) {
            CLI::App* verb = progress_verb->add_subcommand(name, about);
            verb->callback([this, wanted] { progress.act = wanted; });
            verb->add_option("--data-dir", progress.data_dir, "Folder where progress is saved")->type_name("DIR");
            return verb;
        };
        act(Act::check, "check", "Check all progress; change nothing");
        act(Act::rebuild, "rebuild", "Recalculate what everyone remembers from the journal");
        act(Act::backup, "backup", "Make a backup now; one is made automatically every day");
        CLI::App* restore = act(Act::restore, "restore",
                                "Restore a backup and keep the current progress as a file; without FILE, list backups");
        restore->add_option("file", progress.file, "Backup file, or newest")->type_name("FILE");
        CLI::App* export_one = act(Act::export_one, "export", "Export one person's progress to a file");
        export_one->add_option("file", progress.file, "File to create")->type_name("FILE")->required();
        CLI::App* import_all = act(Act::import_all, "import", "Import new progress from a file; make a backup first");
        import_all->add_option("file", progress.file, "Exported file, or a whole progress.db")
            ->type_name("FILE")
            ->required();
        import_all->add_option("--as", progress.as, "New name here, if the name is already taken")->type_name("NAME");
        import_all->add_flag("--same-person", progress.same_person,
                             "A person with the same name here is the same person");
        CLI::App* erase =
            act(Act::erase, "erase", "Show what would be deleted of one person's progress; with --yes, delete it");
        erase->add_flag("--yes", progress.sure, "Delete it");
        for (CLI::App* verb : {export_one, import_all, erase})
            verb->add_option("--name", progress.name, "Whose progress")->type_name("NAME");
        memory_verb = app.add_subcommand("memory", "Run the memory model on test vectors and compare the results");
        memory_verb
            ->add_option("--vectors", memory.vectors, "Vector file, in the format of tests/memory/fsrs_vectors.json")
            ->type_name("FILE")
            ->required();
        memory_verb->add_flag("--json", memory.json, "Print the file with our results in place of the expected ones");
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
        option("--pack", play.pack, "Pack folder", "DIR");
        option("--round", play.round, "Start with this round", "ID");
        option("--seed", play.seed, "Seed of that round; the same seed gives the same questions", "N")
            ->check(seed_problem);
        option("--profile", play.profile, "Name of the player", "NAME");
        option("--data-dir", play.data_dir, "Folder where progress is saved", "DIR");
        option("--language", play.language, "Program language: the name of a file in assets/i18n", "TAG");
        option("--record", play.record, "Record the first round or workshop to a new file", "FILE");
        flag("--terminal", play.terminal, "Play in the terminal");
        flag("--watch", play.watch, "Reload the pack whenever its files change, at the same question; save nothing");
        flag("--headless", play.headless, "Play a round without a person");
        option("--answers", play.answers, "With --headless: right, wrong, random, or a recording to replay", "HOW");
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
    return {"chelate: " + showable_line(sentence) + "\nFor help, run: chelate --help\n", 2};
}

CommandLine checked(PlayCommand play) {
    if (play.headless && play.terminal) return wrong_use("--headless and --terminal cannot be used together");
    if (play.watch && (play.headless || play.terminal)) return wrong_use("--watch needs the window");
    if (!play.headless && !play.answers.empty()) return wrong_use("--answers needs --headless");
    if (!play.headless && play.json) return wrong_use("--json needs --headless");
    if (play.headless && play.answers.empty())
        return wrong_use("--headless needs --answers with right, wrong, random or a recording");
    return play;
}

} // namespace

std::string version_text() { return std::string("chelate ") + CHELATE_VERSION; }

std::string lost_output_text(const std::string& reason) {
    return "chelate: could not write all of the output: " + reason + ".\n";
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
        if (parser.questions.json && parser.questions.sheet)
            return wrong_use("--json and --sheet cannot be used together");
        return parser.questions;
    }
    if (parser.new_pack_verb->parsed()) return parser.new_pack;
    if (parser.import_verb->parsed()) {
        if (parser.import.as == "facts" && !parser.import.from.empty())
            return wrong_use("--from and --as facts cannot be used together");
        return parser.import;
    }
    if (parser.pack_verb->parsed()) return parser.pack;
    if (parser.figure_verb->parsed()) return parser.figure;
    if (parser.lint_verb->parsed()) return parser.lint;
    if (parser.memory_verb->parsed()) return parser.memory;
    if (parser.progress_verb->parsed()) return parser.progress;
    if (parser.kiosk_verb->parsed()) {
        parser.kiosk.kiosk = true;
        if (!parser.kiosk.exit_word.empty() && !parser.kiosk.exit_word_file.empty())
            return wrong_use("--exit-word and --exit-word-file cannot be used together");
        return parser.kiosk;
    }
    return checked(parser.play);
}

} // namespace chelate::cli
