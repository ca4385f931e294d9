#include "game/session/installation.hpp"

#include <array>

#include "engine/base/folders.hpp"

namespace chelate::session {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_needed = 16 * 1024 * 1024; // bytes

constexpr std::array needed_files{
    "assets/i18n/en.json",
    "assets/lint/en.json",
    "assets/new-pack/knowledge.json",
    "assets/new-pack/pack.json",
    "assets/new-pack/questions.json",
    "assets/new-pack/rounds.json",
    "assets/sheets/print.css",
    "assets/themes/dark.json",
    "assets/themes/light.json",
    "content/default.json",
};

} // namespace

fs::path program_file() {
    std::error_code ignored;
    return fs::read_symlink("/proc/self/exe", ignored);
}

fs::path installation_root() {
    const fs::path folder = program_file().parent_path();
    std::error_code ignored;
    if (fs::exists(folder / "CMakeCache.txt", ignored)) return (folder / CHELATE_SOURCE_FROM_BUILD).lexically_normal();
    return folder.parent_path() / "share" / "chelate";
}

std::optional<Error> find_broken_file(const fs::path& root) {
    const auto missing = [](const fs::path& path) { return Error{"file-missing", {{"path", path.string()}}}; };
    if (program_file().empty()) return missing("/proc/self/exe");
    std::error_code error;
    for (const fs::path& folder : {root, root / "assets", root / "content"}) {
        if (!fs::exists(folder, error) && !error) return missing(folder);
    }
    for (const char* name : needed_files) {
        if (const auto text = read_file(root / name, largest_needed); !text) return text.error();
    }
    return std::nullopt;
}

} // namespace chelate::session
