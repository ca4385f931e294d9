// What is kept of who plays: looking back at it, and other progress in its place. A third part of Game.
#include <utility>

#include "engine/store/backup.hpp"
#include "game/session/game.hpp"
#include "game/session/profile_exchange.hpp"

namespace chelate::session {

Result<void> Game::view_finished(const quiz::SessionId& session) {
    if (!store_ || profile_.empty()) return tl::unexpected(why_not_saved_.value_or(Error{"not-kept", {}}));
    const auto events = store_->events(session);
    if (!events) return tl::unexpected(events.error());
    leave();
    runner_ = std::make_unique<runner::Runner>(clock_, runner::QuestionSource{},
                                               runner::Journal{&*store_, profile_, nullptr});
    runner_->view_finished(*events);
    const quiz::SessionState& state = runner_->history().state;
    if (!state.players.empty()) seat_ = state.players[store::seat_of_profile(state, profile_)].id;
    return {};
}

Result<std::filesystem::path> Game::back_up(const std::filesystem::path& folder) {
    if (!store_) return tl::unexpected(why_not_saved_.value_or(Error{"not-kept", {}}));
    return store_->back_up(folder, clock_.wall());
}

Result<std::optional<std::filesystem::path>> Game::restore_backup(const std::filesystem::path& backup,
                                                                  const std::filesystem::path& progress) {
    leave();
    if (!left_.empty()) return fail("rounds-not-saved");
    fitting_.abandon();
    memory_updater_.reset();
    profile_ = {};
    store_.reset(); // nobody may have the file open
    auto restored = store::restore(backup, progress, clock_.wall());
    auto opened = store::Store::open(progress); // what was there before, when the backup could not be taken
    if (opened) store_ = std::move(*opened);
    why_not_saved_ = opened ? std::nullopt : std::optional(opened.error());
    find_profile();
    recall();
    if (restored && !opened) return tl::unexpected(opened.error());
    return restored;
}

Result<void> Game::export_profile(const std::filesystem::path& file) {
    if (!store_ || profile_.empty()) return tl::unexpected(why_not_saved_.value_or(Error{"not-kept", {}}));
    return store_->export_profile(profile_, file);
}

Result<std::vector<store::Merged>> Game::import_profiles(const std::filesystem::path& file,
                                                         const std::filesystem::path& progress) {
    if (!store_) return tl::unexpected(why_not_saved_.value_or(Error{"not-kept", {}}));
    leave();
    if (!left_.empty()) return fail("rounds-not-saved");
    std::vector<store::Merged> all;
    Result<void> done;
    const auto seen = open_foreign(file, progress, [&](const store::Store& theirs) {
        const auto people = theirs.profiles();
        done = people ? keep_what_is_here(*store_, progress, clock_.wall()) : tl::unexpected(people.error());
        for (std::size_t i = 0; done && i < people->size(); ++i) {
            const auto brought = session::import_profiles(*store_, theirs, people->at(i).id);
            if (brought) all.push_back(brought->merged);
            else done = tl::unexpected(brought.error());
        }
    });
    profile_ = {};
    find_profile(); // what they remember is more now
    recall();
    if (!seen) return tl::unexpected(seen.error());
    if (!done) return tl::unexpected(done.error());
    return all;
}

} // namespace chelate::session
