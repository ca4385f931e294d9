#include "game/session/profile_exchange.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "engine/base/folders.hpp"
#include "engine/base/person_name.hpp"
#include "engine/base/private_files.hpp"
#include "engine/base/text.hpp"
#include "engine/runner/memory_updater.hpp"
#include "engine/store/backup.hpp"

namespace chelate::session {

namespace fs = std::filesystem;

namespace {

/// Makes an error about a copy one about the file it was made of.
Error about(Error why, const fs::path& file) {
    for (auto& [name, value] : why.args) {
        if (name == "path") value = file.string();
    }
    return why;
}

/// Makes a backup, unless there is nobody yet.
Result<void> keep_what_is_here(store::Store& ours, const fs::path& progress, Millis now) {
    const auto here = ours.profiles();
    if (!here) return tl::unexpected<Error>(here.error());
    if (here->empty()) return {};
    if (const auto kept = ours.back_up(store::backup_folder(progress), now); !kept)
        return tl::unexpected<Error>(kept.error());
    return {};
}

Result<std::vector<NameClash>> clashes_of(const store::Store& ours, const store::Store& theirs,
                                          std::span<const ImportChoice> choices) {
    std::vector<NameClash> clashes;
    for (const ImportChoice& choice : choices) {
        store::Profile stranger = choice.person;
        if (!choice.how.name.empty()) stranger.name = choice.how.name;
        auto here = ours.person_like(stranger);
        if (!here) return tl::unexpected<Error>(here.error());
        if (!*here || (*here)->id == stranger.id || choice.how.same_person) continue;
        const auto answers_here = ours.answers((*here)->id);
        const auto answers_there = theirs.answers(stranger.id);
        if (!answers_here || !answers_there)
            return tl::unexpected<Error>((answers_here ? answers_there : answers_here).error());
        clashes.push_back({{std::move(**here), *answers_here}, {choice.person, *answers_there}});
    }
    return clashes;
}

} // namespace

Result<void> open_foreign(const fs::path& file, const fs::path& progress, Millis now,
                          const std::function<void(const store::Store& theirs)>& use) {
    std::error_code none;
    // Copying the open progress file would drop the lock on it.
    if (fs::equivalent(file, progress, none)) return fail("file-is-progress", {{"path", file.string()}});
    if (auto made = make_folder(progress.parent_path()); !made) return made;
    const auto work = WorkFolder::make(progress.parent_path());
    if (!work) return tl::unexpected<Error>(work.error());
    const auto theirs = store::open_copy(file, work->path() / "theirs.db");
    if (!theirs) return tl::unexpected<Error>(theirs.error());
    if (const auto sound = theirs->check_rows(now); !sound) return tl::unexpected<Error>(about(sound.error(), file));
    use(*theirs);
    return {};
}

Result<ImportResult> import_people(store::Store& ours, const fs::path& progress, const store::Store& theirs,
                                   std::span<const ImportChoice> choices, Millis now) {
    auto clashes = clashes_of(ours, theirs, choices);
    if (!clashes) return tl::unexpected<Error>(clashes.error());
    if (!clashes->empty()) return ImportResult{.clashes = std::move(*clashes)};
    if (const auto kept = keep_what_is_here(ours, progress, now); !kept) return tl::unexpected<Error>(kept.error());
    ImportResult result;
    const auto done = ours.all_or_nothing([&]() -> Result<void> {
        for (const ImportChoice& choice : choices) {
            auto merged = ours.merge(theirs, choice.person, choice.how);
            if (!merged) return tl::unexpected<Error>(merged.error());
            // Events that cannot be counted must not be saved, or no later start could count them.
            auto learner = runner::recount(ours, merged->profile.id);
            if (!learner) return tl::unexpected<Error>(learner.error());
            result.people.push_back({std::move(*merged), std::move(*learner)});
        }
        return {};
    });
    if (!done) return tl::unexpected<Error>(done.error());
    return result;
}

Result<std::string> unused_name(const store::Store& ours, const std::string& name,
                                std::span<const ImportChoice> others) {
    constexpr std::size_t room_for_number = 8;
    const auto here = ours.profiles();
    if (!here) return tl::unexpected<Error>(here.error());
    const std::string_view stem = first_graphemes(name, longest_person_name - room_for_number);
    for (int number = 2;; ++number) {
        std::string found = std::string(stem) + ' ' + std::to_string(number);
        const auto has_it = [&](const store::Profile& one) { return is_same_name(one.name, found); };
        const auto gets_it = [&](const ImportChoice& one) {
            return is_same_name(one.how.name.empty() ? one.person.name : one.how.name, found);
        };
        if (std::none_of(here->begin(), here->end(), has_it) && std::none_of(others.begin(), others.end(), gets_it))
            return found;
    }
}

Result<std::optional<fs::path>> restore_progress(const fs::path& backup, const fs::path& progress, Millis now) {
    return store::restore(backup, progress, now, [](const store::Store& restored) -> Result<void> {
        const auto people = restored.profiles();
        if (!people) return tl::unexpected<Error>(people.error());
        for (const store::Profile& one : *people) {
            if (const auto counted = runner::count(restored, one.id); !counted)
                return tl::unexpected<Error>(counted.error());
        }
        return {};
    });
}

} // namespace chelate::session
