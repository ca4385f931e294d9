// The command line: what was asked for, as a value.
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
    std::string record;
    bool kiosk = false;    ///< visitors play, nothing is kept
    std::string script;    ///< kiosk: a file with a script; empty: the pack's first
    std::string exit_word; ///< kiosk: the word that leads out; empty: one is made up and said
    bool terminal = false;
    bool watch = false; ///< reads the pack again whenever it is saved; keeps nothing
    bool headless = false;
    std::string answers; ///< headless: right, wrong, random or a recording
    bool json = false;
    bool trace = false;      ///< for tests: the window tells on stdout when a screen stands
    std::string screenshots; ///< for tests: folder for a picture of each screen
    std::string window_size; ///< for tests: 1024x768
};
struct ValidateCommand {
    std::vector<std::string> paths;
    bool json = false;
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
    bool sheet = false; ///< as a page of HTML to print
};
struct NewPackCommand {
    std::string folder;
    std::string title; ///< empty: the folder's name
};
struct ImportCommand {
    std::string from; ///< gift, aiken or csv
    std::string file;
    std::string folder; ///< of the pack that is made
    std::string title;  ///< empty: the file's name
    bool json = false;
};
struct LintCommand {
    std::vector<std::string> paths;
    std::string today; ///< a date, 2026-11-26; empty: the clock's
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
    std::string file;  ///< restore: a backup, or "newest"; export and import: where
    std::string name;  ///< of whom; empty: of all, or of the only one
    std::string as;    ///< import: the name they get here; empty: their own
    bool sure = false; ///< erase: yes
};
/// Nothing to run: print this and end with that code.
struct SayAndEnd {
    std::string text;
    int exit_code = 0; ///< 0: to stdout, otherwise to stderr
};

using CommandLine = std::variant<PlayCommand, ValidateCommand, ReplayCommand, QuestionsCommand, NewPackCommand,
                                 ImportCommand, LintCommand, MemoryCommand, ProgressCommand, SayAndEnd>;

/// Reads the arguments. No verb means `play`. Wrong use gives a sentence with exit code 2. Never throws.
[[nodiscard]] CommandLine parse_command_line(int count, const char* const* arguments);

/// The text of --help.
[[nodiscard]] std::string help_text();

/// "chelate 0.1.0"
[[nodiscard]] std::string version_text();

} // namespace chelate::cli
