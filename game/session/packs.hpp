// Finds the packs that can be played: those that come with the program, and those in the data folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chelate::session {

struct FoundPack {
    std::string id;
    std::string name; ///< on one line, fit to be shown, at most 60 graphemes
    std::filesystem::path folder;
};

/// Returns the packs in these folders: every folder with a manifest that has an id and a name. Of packs with the same
/// id, the first counts. Packs whose manifest cannot be read are left out; `chelate validate` says why.
[[nodiscard]] std::vector<FoundPack> find_packs(const std::vector<std::filesystem::path>& roots);

} // namespace chelate::session
