// Takes a person's progress from one machine to another, in a file that one exports and the other imports.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "engine/base/result.hpp"
#include "engine/store/store.hpp"
#include "engine/study/learner_model.hpp"

namespace chelate::session {

/// The folder, inside the data folder, where such files are written and looked for.
inline constexpr const char* exchange_folder = "exchange";
inline constexpr const char* exchange_ending = ".db";

/// Opens a progress file that is not this program's own and passes it to `use`. It opens a copy, in a temporary folder
/// beside the progress, because opening can update an older file, and this one belongs to somebody else.
/// @param progress  this program's progress file
/// Errors: file-missing {path}, folder-not-made, file-not-written, those of opening a store; those name `file`.
[[nodiscard]] Result<void> open_foreign(const std::filesystem::path& file, const std::filesystem::path& progress,
                                        const std::function<void(const store::Store& theirs)>& use);

/// Makes a backup before an import. Errors: as store::Store::back_up.
[[nodiscard]] Result<void> keep_what_is_here(store::Store& ours, const std::filesystem::path& progress, Millis wall);

struct ImportedProfile {
    store::Merged merged;
    study::LearnerModel learner; ///< what the person remembers after the import
};
/// Imports what is new in a profile of another store (see store::Store::merge), and computes what the person
/// remembers. @param as  the name that the profile gets; empty: its own  Errors: those of the store.
[[nodiscard]] Result<ImportedProfile> import_profile(store::Store& ours, const store::Store& theirs,
                                                     const store::ProfileId& profile, const std::string& as = {});

} // namespace chelate::session
