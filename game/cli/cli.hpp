// Reads the command line into a value that says what the user asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace chelate::cli {

struct PlayCommand {
    std::string pack; ///< folder; empty: the default pack
    std::string round;
    std::optional<std::uint64_t> seed;
    std::optional<std::string> profile;
    std::string data_dir;
    std::string language; ///< tag of a language file; empty: the one of the settings
    std::string record;
    bool kiosk = false;         ///< visitors play and nothing is saved
    std::string script;         ///< kiosk: a file with a script; empty: the pack's first script
    std::string exit_word;      ///< kiosk: the word that ends it
    std::string exit_word_file; ///< kiosk: a file with that word. Both empty: the program makes one up and prints it
    bool terminal = false;
    bool watch = false; ///< reads the pack again whenever it is saved, and saves nothing
    bool headless = false;
    std::string answers; ///< headless: right, wrong, random or the file of a recording
    bool json = false;
    bool trace = false;      ///< for tests: the window reports on stdout when a screen is ready
    std::string screenshots; ///< for tests: folder for a picture of each screen
    std::string window_size; ///< for tests: the size in pixels, for example 1024x768
};
struct ValidateCommand {
    std::vector<std::string> paths;
    bool json = false;
    bool verbose = false; ///< also print what only follows from another problem
};
struct ReplayCommand {
    std::string file;
};
struct QuestionsCommand {
    std::string pack;
    std::string round;
    std::uint64_t seed = 1;
    int count = 10;
    bool json = false;
    bool sheet = false; ///< prints a page of HTML for paper
};
struct NewPackCommand {
    std::string folder;
    std::string title; ///< empty: the name of the folder
};
struct ImportCommand {
    std::string from; ///< format of the file: gift, aiken or csv; empty: decides by the content
    std::string file;
    std::string folder; ///< folder of the new pack
    std::string title;  ///< empty: the name of the file
    bool json = false;
    bool verbose = false;         ///< one line for each question that was changed or left out
    std::string as = "questions"; ///< what the file contains: questions or facts
    std::string source;           ///< facts: where values come from if their row does not say
};
struct PackCommand {
    std::string folder;
    std::string file; ///< zip to create; empty: named after the pack, in the current folder
};
struct FigureCommand {
    std::string pack;      ///< folder; empty: the default pack
    std::string mechanism; ///< id
    int step = 0;          ///< 0: before the first one
    std::string variant;   ///< id; empty: none
    std::string theme = "dark";
    std::string size = "1280x720"; ///< of the picture, in pixels
    std::string out;               ///< file to create
};
struct LintCommand {
    std::vector<std::string> paths;
    std::string today; ///< A date such as 2026-11-26; empty: today by the system clock
    bool json = false;
};
struct MemoryCommand {
    std::string vectors;
    bool json = false;
};
struct ProgressCommand {
    enum class Act : std::uint8_t { check, rebuild, backup, restore, export_one, import_all, erase };
    Act act = Act::check;
    std::string data_dir;
    std::string file;         ///< restore: a backup, or "newest". Export and import: the file to write or read.
    std::string name;         ///< the person's name; empty: everybody, or the only person there is
    std::string as;           ///< import: the name they get here; empty: their own name
    bool same_person = false; ///< import: people with the name of somebody here are that person
    bool sure = false;        ///< erase: the user has confirmed it
};
struct VersionCommand {
    bool verbose = false; ///< also says where the files are, and which libraries are used
};
/// The result when there is nothing to run: the program prints this text and ends with this code.
struct SayAndEnd {
    std::string text;
    int exit_code = 0; ///< with 0 the text goes to stdout, otherwise to stderr
};

using CommandLine =
    std::variant<PlayCommand, ValidateCommand, ReplayCommand, QuestionsCommand, NewPackCommand, ImportCommand,
                 PackCommand, FigureCommand, LintCommand, MemoryCommand, ProgressCommand, VersionCommand, SayAndEnd>;

/// Reads the arguments; with no verb, returns a PlayCommand. Wrong use gives a sentence and exit code 2. Never throws.
[[nodiscard]] CommandLine parse_command_line(int count, const char* const* arguments);

/// Returns the text of --help.
[[nodiscard]] std::string help_text();

/// Returns what the user is told when stdout could not be written completely. @param reason  as the system says it
[[nodiscard]] std::string lost_output_text(const std::string& reason);

/// Returns the name and version, for example "chelate 0.1.0".
[[nodiscard]] std::string version_text();

} // namespace chelate::cli
