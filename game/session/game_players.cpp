// Who plays: a person, a class, or the visitors of a kiosk. Another part of Game.
#include "game/session/game.hpp"

#include <algorithm>

#include "engine/base/text.hpp"

namespace chelate::session {

Result<std::string> player_name(std::string_view typed) {
    if (first_invalid_utf8(typed)) return fail("name-not-text");
    std::string name = tidied(typed);
    if (name.empty()) return fail("name-empty");
    if (std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 32 || c == 127; })) {
        return fail("name-not-text");
    }
    if (graphemes(name) > longest_name) return fail("name-too-long", {{"limit", std::to_string(longest_name)}});
    return name;
}

Result<void> Game::play_as(std::string_view typed) {
    const auto name = player_name(typed);
    if (!name) return tl::unexpected(name.error());
    leave();
    player_ = *name;
    kind_ = store::ProfileKind::person;
    seat_ = quiz::PlayerId{"1"};
    profile_ = {};
    memory_updater_.reset();
    find_profile();
    recall();
    return {};
}

void Game::enter_classroom(const std::string& name) {
    leave();
    if (!in_classroom()) person_ = player_;
    player_ = name;
    kind_ = store::ProfileKind::classroom;
    profile_ = {};
    memory_updater_.reset();
    find_profile();
    recall();
}

void Game::leave_classroom() {
    if (!in_classroom()) return;
    leave();
    player_.clear();
    kind_ = store::ProfileKind::person;
    profile_ = {};
    if (!person_.empty()) (void)play_as(person_); // it was a name before
    recall();
}

void Game::enter_kiosk(const std::string& name) {
    leave();
    if (!in_classroom()) person_ = player_;
    visitors_ = true;
    kind_ = store::ProfileKind::person;
    player_ = name;
    seat_ = quiz::PlayerId{"1"};
    profile_ = {};
    memory_updater_.reset();
    recall();
}

void Game::forget_visitor() {
    if (visitors_) leave();
}

void Game::leave_kiosk() {
    if (!visitors_) return;
    leave();
    visitors_ = false;
    player_.clear();
    if (!person_.empty()) (void)play_as(person_); // it was a name before
    recall();
}

void Game::find_profile() {
    if (visitors_ || !store_ || player_.empty() || !profile_.empty()) return;
    if (const auto profile = store_->profile_named(player_, clock_.wall(), kind_)) {
        profile_ = profile->id;
        player_ = profile->name;
        why_not_saved_.reset();
        load_learning();
    } else {
        why_not_saved_ = profile.error();
    }
}

std::vector<std::string> Game::players() const {
    std::vector<std::string> names;
    if (!store_) return names;
    for (const store::Profile& profile : store_->profiles().value_or(std::vector<store::Profile>{}))
        names.push_back(profile.name);
    return names;
}

Result<void> Game::rename_player(std::string_view typed) {
    const auto name = player_name(typed);
    if (!name) return tl::unexpected(name.error());
    if (store_ && !profile_.empty()) {
        if (auto renamed = store_->rename(profile_, *name); !renamed) return renamed;
    }
    for (Left& left : left_) {
        if (is_own(left)) left.player = *name;
    }
    player_ = *name;
    return {};
}

Result<void> Game::remove_player() {
    leave();
    if (store_ && !profile_.empty()) {
        if (auto removed = store_->remove(profile_); !removed) return removed;
    }
    std::erase_if(left_, [&](const Left& left) { return is_own(left); });
    player_.clear();
    profile_ = {};
    memory_updater_.reset();
    recall();
    return {};
}

} // namespace chelate::session
