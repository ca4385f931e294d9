// Finds the packs that can be played: those that come with the program, and those in the data folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.hpp"
#include "game/session/settings.hpp"

namespace chelate::session {

struct FoundPack {
    std::string id; ///< empty when the manifest cannot be read
    /// On one line, fit to be shown, at most 60 graphemes. The folder's name follows where packs have the same name or
    /// id.
    std::string name;
    std::filesystem::path folder;
    bool shares_id = false;            ///< another of the packs has the same id
    std::optional<Error> trouble = {}; ///< why the pack cannot be chosen: its manifest cannot be read
};

/// Returns the packs in these folders: every folder with a manifest, each folder once. A pack whose manifest cannot be
/// read, or names no id or no name, is listed by its folder's name, with its trouble (pack-manifest-not-read {path,
/// code}).
[[nodiscard]] std::vector<FoundPack> find_packs(const std::vector<std::filesystem::path>& roots);

/// Returns how the settings name a pack's folder: its whole path, fit to be written as text.
[[nodiscard]] std::string folder_text(const std::filesystem::path& folder);

/// Returns the pack that the settings name: the one in that folder, else the first with that id, because folders are
/// moved. Null when there is none, or no pack was chosen.
[[nodiscard]] const FoundPack* chosen_pack(const std::vector<FoundPack>& packs, const Settings& settings);

} // namespace chelate::session
