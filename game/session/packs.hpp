// The packs that are there to be played: those that came with the program and those somebody has put beside their
// progress.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chelate::session {

struct FoundPack {
    std::string id;
    std::string name;
    std::filesystem::path folder;
};

/// Folders with a manifest that says its id and name, in these folders, each id once (the first wins). A manifest that
/// cannot be read is left out: `chelate validate` says why.
[[nodiscard]] std::vector<FoundPack> find_packs(const std::vector<std::filesystem::path>& roots);

} // namespace chelate::session
