#include "game/session/packs.hpp"

#include <algorithm>
#include <system_error>

#include "engine/base/text.hpp"
#include "engine/content/files.hpp"
#include "engine/json/document.hpp"

namespace chelate::session {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_pack_name = 60; // graphemes

std::vector<fs::path> folders_in(const fs::path& root) {
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator entry(root, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code unreadable;
        if (entry->is_directory(unreadable)) folders.push_back(entry->path());
    }
    std::sort(folders.begin(), folders.end()); // the same order on every machine
    return folders;
}

/// Returns the name of a pack for a list. Nobody has checked the manifest yet, so any name may be in it; without one to
/// show, the folder's name is shown.
std::string name_to_show(std::string_view name, const fs::path& folder) {
    const std::string shown = shortened(tidied(showable_line(name)), longest_pack_name);
    if (!is_blank(shown)) return shown;
    return shortened(showable_line(folder.filename().string()), longest_pack_name);
}

} // namespace

std::vector<FoundPack> find_packs(const std::vector<fs::path>& roots) {
    std::vector<FoundPack> found;
    for (const fs::path& root : roots) {
        for (const fs::path& folder : folders_in(root)) {
            auto text = content::load(folder, "pack.json");
            if (!text) continue;
            std::vector<json::Problem> problems;
            const auto manifest = json::Document::parse("pack.json", std::move(*text), problems);
            if (!manifest) continue;
            const auto id = manifest->root().find("id");
            const auto name = manifest->root().find("name");
            if (!id || !name || id->kind() != json::Kind::string || name->kind() != json::Kind::string) continue;
            FoundPack pack{std::string(id->as_string()), name_to_show(name->as_string(), folder), folder};
            const bool known =
                std::any_of(found.begin(), found.end(), [&](const FoundPack& other) { return other.id == pack.id; });
            if (!known) found.push_back(std::move(pack));
        }
    }
    return found;
}

} // namespace chelate::session
