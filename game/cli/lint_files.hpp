// Finds files that a pack names and does not have, and files that it has and does not name.
#pragma once

#include <filesystem>
#include <vector>

#include "engine/json/problem.hpp"
#include "engine/text/language.hpp"

namespace chelate::cli {

/// Returns what is odd about the files of a pack, as warnings: a picture that is not there, and a file that looks like
/// part of the pack but is not in its list of files.
[[nodiscard]] std::vector<json::Problem> check_files(const std::filesystem::path& folder, const text::Language& words);

} // namespace chelate::cli
