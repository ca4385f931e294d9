#include "game/session/profile_exchange.hpp"

#include <system_error>
#include <utility>

#include "engine/base/folders.hpp"
#include "engine/runner/memory_updater.hpp"
#include "engine/store/backup.hpp"

namespace chelate::session {

namespace fs = std::filesystem;

Result<void> open_foreign(const fs::path& file, const fs::path& progress,
                          const std::function<void(const store::Store& theirs)>& use) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return fail("file-missing", {{"path", file.string()}});
    if (auto made = make_folder(progress.parent_path()); !made) return made;
    const fs::path apart = progress.string() + ".importing";
    const fs::path copy = apart / "theirs.db";
    fs::remove_all(apart, error);
    fs::create_directory(apart, error);
    fs::copy_file(file, copy, error);
    if (error) return fail("file-not-written", {{"path", copy.string()}, {"reason", error.message()}});
    Result<void> seen;
    if (const auto theirs = store::Store::open(copy)) {
        use(*theirs);
    } else {
        Error why = theirs.error();
        for (auto& [name, value] : why.args) {
            if (name == "path") value = file.string();
        }
        seen = tl::unexpected<Error>(std::move(why));
    }
    fs::remove_all(apart, error);
    return seen;
}

Result<void> keep_what_is_here(store::Store& ours, const fs::path& progress, Millis wall) {
    const auto here = ours.profiles();
    if (!here) return tl::unexpected<Error>(here.error());
    if (here->empty()) return {};
    if (const auto kept = ours.back_up(store::backup_folder(progress), wall); !kept)
        return tl::unexpected<Error>(kept.error());
    return {};
}

Result<ImportedProfile> import_profile(store::Store& ours, const store::Store& theirs, const store::ProfileId& profile,
                                       const std::string& as) {
    auto merged = ours.merge(theirs, profile, as);
    if (!merged) return tl::unexpected<Error>(merged.error());
    auto learner = runner::recount(ours, merged->profile.id);
    if (!learner) return tl::unexpected<Error>(learner.error());
    return ImportedProfile{std::move(*merged), std::move(*learner)};
}

} // namespace chelate::session
