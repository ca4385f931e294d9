#include "game/session/archive.hpp"

#include <utility>

#include "engine/store/backup.hpp"

namespace chelate::session {

Result<std::filesystem::path> Archive::back_up() {
    if (!store_) return tl::unexpected(why_not_saved());
    return store_->back_up(store::backup_folder(file_), clock_.wall());
}

Result<std::optional<std::filesystem::path>> Archive::restore(const std::filesystem::path& backup) {
    store_.reset(); // nobody may have the file open
    auto restored = restore_progress(backup, file_, clock_.wall());
    auto opened = store::Store::open(file_); // the earlier progress, when the backup could not be used
    if (opened) store_ = std::move(*opened);
    trouble_ = opened ? std::nullopt : std::optional(opened.error());
    if (restored && !opened) return tl::unexpected(opened.error());
    return restored;
}

Result<ImportResult> Archive::import_profiles(const std::filesystem::path& foreign, const SamePerson& answers) {
    if (!store_) return tl::unexpected(why_not_saved());
    Result<ImportResult> result;
    const auto seen = open_foreign(foreign, file_, clock_.wall(), [&](const store::Store& theirs) {
        const auto choices = choices_of(theirs, answers);
        result = choices ? import_people(*store_, file_, theirs, *choices, clock_.wall())
                         : Result<ImportResult>(tl::unexpected(choices.error()));
    });
    if (!seen) return tl::unexpected(seen.error());
    return result;
}

Result<std::vector<ImportChoice>> Archive::choices_of(const store::Store& theirs, const SamePerson& answers) const {
    const auto people = theirs.profiles();
    if (!people) return tl::unexpected(people.error());
    std::vector<ImportChoice> choices;
    for (const store::Profile& person : *people) {
        ImportChoice choice{person};
        if (const auto answer = answers.find(person.id); answer != answers.end()) {
            choice.how.same_person = answer->second;
            if (!answer->second) {
                auto name = unused_name(*store_, person.name, choices);
                if (!name) return tl::unexpected(name.error());
                choice.how.name = std::move(*name);
            }
        }
        choices.push_back(std::move(choice));
    }
    return choices;
}

} // namespace chelate::session
