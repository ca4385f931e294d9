#include "game/cli/cli_installation.hpp"

#include <ostream>

#include <fmt/format.h>

#include "engine/base/folders.hpp"
#include "engine/base/text.hpp"
#include "engine/store/sqlite_version.hpp"
#include "game/session/installation.hpp"

namespace chelate::cli {

std::string broken_installation(const Error& broken) {
    std::string path;
    std::string what = "does not exist";
    for (const auto& [name, value] : broken.args) {
        if (name == "path") path = value;
        if (name == "reason") what = "could not be read: " + value;
    }
    return fmt::format("Chelate is not installed completely: {} {}.\n"
                       "Install Chelate again. Your progress is in another folder and is safe.",
                       showable_line(path), showable_line(what));
}

void print_version(const VersionCommand& command, const char* commit, const Windows& windows, std::ostream& out) {
    out << version_text() << " (" << commit << ")\n";
    if (!command.verbose) return;
    const auto line = [&](const std::string& name, const std::string& value) {
        out << fmt::format("{:<12} {}\n", name, value.empty() ? "unknown" : showable_line(value));
    };
    const std::filesystem::path root = session::installation_root();
    const auto progress = data_folder(process_environment());
    line("program", session::program_file().string());
    line("content", (root / "content").string());
    line("assets", (root / "assets").string());
    line("progress", progress ? progress->string() : "");
    for (const auto& [name, version] : windows.libraries) line(name, version);
    line("SQLite", store::sqlite_version());
    line("renderer", windows.find_renderer ? windows.find_renderer().value_or("") : "");
}

} // namespace chelate::cli
