// Takes a person's progress from one machine to another, in a file that one exports and the other imports.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/store/store.hpp"
#include "engine/study/learner_model.hpp"

namespace chelate::session {

/// The folder, inside the data folder, where such files are written and looked for.
inline constexpr const char* exchange_folder = "exchange";
inline constexpr const char* exchange_ending = ".db";

/// Opens a progress file that is not this program's own, checks all that is in it, and passes it to `use`. It opens a
/// private copy, because opening can update an older file, and this one belongs to somebody else.
/// @param progress  this program's progress file
/// @param now  wall clock
/// Errors: file-is-progress {path} for this program's own file, folder-not-made, those of store::open_copy and
/// store::Store::check_rows; they name `file`.
[[nodiscard]] Result<void> open_foreign(const std::filesystem::path& file, const std::filesystem::path& progress,
                                        Millis now, const std::function<void(const store::Store& theirs)>& use);

/// A person of another store, and whom to take them for.
struct ImportChoice {
    store::Profile person;
    store::MergeAs how{};
};

struct PersonSummary {
    store::Profile profile;
    std::int64_t answers = 0;
};
/// A person here and one in a file who have the same name and different ids. Only the user knows whether they are the
/// same person.
struct NameClash {
    PersonSummary here;
    PersonSummary there;
};

struct ImportedProfile {
    store::Merged merged;
    study::LearnerModel learner; ///< what the person remembers after the import
};
/// What an import did. With a name clash it did nothing.
struct ImportResult {
    std::vector<ImportedProfile> people{};
    std::vector<NameClash> clashes{};
};

/// Imports what is new of some people, after a backup, and computes what they remember. All of it is one transaction.
/// Errors: those of the store; then nothing has changed.
[[nodiscard]] Result<ImportResult> import_people(store::Store& ours, const std::filesystem::path& progress,
                                                 const store::Store& theirs, std::span<const ImportChoice> choices,
                                                 Millis now);

/// Returns a name that nobody has here, made from this one: "Ada 2". Errors: those of the store.
/// @param others  people who are imported with this one
[[nodiscard]] Result<std::string> unused_name(const store::Store& ours, const std::string& name,
                                              std::span<const ImportChoice> others = {});

/// Puts a backup in place of the progress file, after counting what everybody in it remembers (see store::restore).
[[nodiscard]] Result<std::optional<std::filesystem::path>>
restore_progress(const std::filesystem::path& backup, const std::filesystem::path& progress, Millis now);

} // namespace chelate::session
