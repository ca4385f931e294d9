#include "game/session/packs.hpp"

#include <algorithm>
#include <map>
#include <set>
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

/// Returns the pack in a folder, or nothing when there is no manifest.
std::optional<FoundPack> pack_in(const fs::path& folder) {
    FoundPack pack{{}, name_to_show({}, folder), folder};
    const auto broken = [&](const std::string& code) {
        pack.trouble = Error{"pack-manifest-not-read", {{"path", folder_text(folder)}, {"code", code}}};
        return pack;
    };
    auto text = content::load(folder, "pack.json");
    if (!text) {
        if (text.error().code == "file-missing") return std::nullopt;
        return broken(text.error().code);
    }
    std::vector<json::Problem> problems;
    const auto manifest = json::Document::parse("pack.json", std::move(*text), problems);
    if (!manifest) return broken(problems.empty() ? "not-json" : problems.front().code);
    const auto id = manifest->root().find("id");
    const auto name = manifest->root().find("name");
    if (!id || !name) return broken("missing-key");
    if (id->kind() != json::Kind::string || name->kind() != json::Kind::string) return broken("wrong-type");
    pack.id = id->as_string();
    pack.name = name_to_show(name->as_string(), folder);
    return pack;
}

/// Adds the folder's name to packs that would be taken for one another.
void tell_apart(std::vector<FoundPack>& packs) {
    std::map<std::string, int> ids;
    std::map<std::string, int> names;
    for (const FoundPack& pack : packs) {
        if (!pack.id.empty()) ++ids[pack.id];
        ++names[folded(pack.name)];
    }
    for (FoundPack& pack : packs) {
        pack.shares_id = !pack.id.empty() && ids[pack.id] > 1;
        if (!pack.shares_id && names[folded(pack.name)] == 1) continue;
        const std::string folder = showable_line(pack.folder.filename().string());
        if (folder == pack.name) continue;
        pack.name =
            shortened(pack.name, longest_pack_name / 2) + " (" + shortened(folder, longest_pack_name / 2 - 3) + ')';
    }
}

} // namespace

std::vector<FoundPack> find_packs(const std::vector<fs::path>& roots) {
    std::vector<FoundPack> found;
    std::set<fs::path> seen;
    for (const fs::path& root : roots) {
        for (const fs::path& folder : folders_in(root)) {
            std::error_code error;
            const fs::path real = fs::canonical(folder, error);
            if (error || !seen.insert(real).second) continue;
            if (auto pack = pack_in(folder)) found.push_back(std::move(*pack));
        }
    }
    tell_apart(found);
    return found;
}

std::string folder_text(const fs::path& folder) {
    std::error_code none; // without a current folder, the path stays as it is
    const fs::path whole = fs::absolute(folder, none);
    return showable_line((none ? folder : whole).lexically_normal().generic_string());
}

const FoundPack* chosen_pack(const std::vector<FoundPack>& packs, const Settings& settings) {
    if (settings.pack.empty()) return nullptr;
    const auto first = [&](auto is_it) -> const FoundPack* {
        const auto found = std::find_if(packs.begin(), packs.end(), [&](const FoundPack& pack) {
            return !pack.trouble && pack.id == settings.pack && is_it(pack);
        });
        return found == packs.end() ? nullptr : &*found;
    };
    if (const FoundPack* same =
            first([&](const FoundPack& pack) { return folder_text(pack.folder) == settings.pack_folder; }))
        return same;
    return first([](const FoundPack&) { return true; });
}

} // namespace chelate::session
