#include "game/session/archive.hpp"

#include <utility>

#include "engine/store/backup.hpp"
#include "game/session/profile_exchange.hpp"

namespace chelate::session {

Result<std::filesystem::path> Archive::back_up() {
    if (!store_) return tl::unexpected(why_not_saved());
    return store_->back_up(store::backup_folder(file_), clock_.wall());
}

Result<std::optional<std::filesystem::path>> Archive::restore(const std::filesystem::path& backup) {
    store_.reset(); // nobody may have the file open
    auto restored = store::restore(backup, file_, clock_.wall());
    auto opened = store::Store::open(file_); // the earlier progress, when the backup could not be used
    if (opened) store_ = std::move(*opened);
    trouble_ = opened ? std::nullopt : std::optional(opened.error());
    if (restored && !opened) return tl::unexpected(opened.error());
    return restored;
}

Result<std::vector<store::Merged>> Archive::import_profiles(const std::filesystem::path& foreign) {
    if (!store_) return tl::unexpected(why_not_saved());
    std::vector<store::Merged> all;
    Result<void> done;
    const auto seen = open_foreign(foreign, file_, [&](const store::Store& theirs) {
        const auto people = theirs.profiles();
        done = people ? keep_what_is_here(*store_, file_, clock_.wall()) : tl::unexpected(people.error());
        for (std::size_t i = 0; done && i < people->size(); ++i) {
            const auto imported = import_profile(*store_, theirs, people->at(i).id);
            if (imported) all.push_back(imported->merged);
            else done = tl::unexpected(imported.error());
        }
    });
    if (!seen) return tl::unexpected(seen.error());
    if (!done) return tl::unexpected(done.error());
    return all;
}

} // namespace chelate::session
