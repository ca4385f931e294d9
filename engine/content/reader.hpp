// Reads a pack from its folder. Finds and locates every problem; leaves out only faulty items and their dependents.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/content/pack.hpp"
#include "engine/json/problem.hpp"

namespace chelate::content {

/// The result of reading: the pack without its faulty items (nothing if it is refused), and all problems, sorted.
struct Reading {
    std::optional<Pack> pack;
    std::vector<json::Problem> problems;
    std::size_t left_out = 0; ///< items left out because they are faulty or depend on a faulty one
};

/// Reads and checks the pack in `folder`: pack.json and the files it lists. Never throws; a missing or empty folder
/// is a problem like any other (content/README.md lists the codes). Problems name the folder as given here.
/// @param more  a content file outside the pack, read as if the manifest listed it last; empty: none
[[nodiscard]] Reading read_pack(const std::filesystem::path& folder, const std::filesystem::path& more = {});

/// Returns the folder of the pack that `default.json` in the content root names.
/// Errors: file-missing, default-pack-broken {path}.
[[nodiscard]] Result<std::filesystem::path> default_pack_folder(const std::filesystem::path& content_root);

} // namespace chelate::content
