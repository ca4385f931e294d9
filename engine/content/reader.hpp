// Reading a pack from its folder: every problem is found and located, and one faulty item costs only itself.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/content/pack.hpp"
#include "engine/json/problem.hpp"

namespace chelate::content {

/// What reading gave: the pack without its faulty items (nothing when it must be refused), and all problems, sorted.
struct Reading {
    std::optional<Pack> pack;
    std::vector<json::Problem> problems;
    std::size_t left_out = 0; ///< items left out: faulty themselves, or depending on a faulty one
};

/// Reads and checks the pack in `folder` (pack.json and the files it lists). Never throws; a folder that is missing or
/// empty is a problem like any other (codes in content/README.md). @param name how problems name the folder
/// @param more  a content file outside the pack that is read as if the manifest listed it last; empty: none
[[nodiscard]] Reading read_pack(const std::filesystem::path& folder, const std::filesystem::path& more = {});

/// The folder of the pack that `content/default.json` names. Errors: file-missing, default-pack-broken {path}.
[[nodiscard]] Result<std::filesystem::path> default_pack_folder(const std::filesystem::path& content_root);

} // namespace chelate::content
