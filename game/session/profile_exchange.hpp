// One person's progress from one machine to another: a file that is taken along and brought in.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "engine/base/result.hpp"
#include "engine/store/store.hpp"
#include "engine/study/learner_model.hpp"

namespace chelate::session {

/// Where such files are put, and looked for, in the folder of the progress.
inline constexpr const char* exchange_folder = "exchange";
inline constexpr const char* exchange_ending = ".db";

/// Lets somebody look into a file of progress that is not this program's own. A copy of it is opened, in a folder of
/// its own
/// beside the progress that goes afterwards: opening may bring an older file up to date, and this one belongs to
/// somebody else.
/// @param progress the file of this program's progress
/// Errors: file-missing {path}, folder-not-made, file-not-written, those of opening a store; those name `file`.
[[nodiscard]] Result<void> open_foreign(const std::filesystem::path& file, const std::filesystem::path& progress,
                                        const std::function<void(const store::Store& theirs)>& use);

/// Makes a backup of what is here, should somebody not like what comes. Errors: as store::Store::back_up.
[[nodiscard]] Result<void> keep_what_is_here(store::Store& ours, const std::filesystem::path& progress, Millis wall);

struct Brought {
    store::Merged merged;
    study::LearnerModel learner; ///< what they remember, all told
};
/// Brings in what is new of one of theirs (see store::Store::merge), and counts what they remember. Errors: those of
/// the store.
[[nodiscard]] Result<Brought> import_profiles(store::Store& ours, const store::Store& theirs,
                                              const store::ProfileId& whom, const std::string& as = {});

} // namespace chelate::session
