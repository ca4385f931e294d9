#include "game/session/players.hpp"

#include "engine/base/text.hpp"

namespace chelate::session {

Result<std::string> player_name(std::string_view typed) {
    if (first_invalid_utf8(typed)) return fail("name-not-text");
    std::string name = tidied(typed);
    if (name.empty()) return fail("name-empty");
    if (first_unshowable(name) || is_blank(name)) return fail("name-not-text");
    if (graphemes(name) > longest_name) return fail("name-too-long", {{"limit", std::to_string(longest_name)}});
    return name;
}

std::vector<std::string> Players::names() const {
    std::vector<std::string> names;
    if (archive_.store() == nullptr) return names;
    for (const store::Profile& profile : archive_.store()->profiles().value_or(std::vector<store::Profile>{}))
        names.push_back(profile.name);
    return names;
}

void Players::choose(PlayerKind kind, const std::string& name) {
    if (kind != PlayerKind::person && player_.kind == PlayerKind::person) person_before_ = player_.name;
    player_ = {.kind = kind, .name = name, .seat = quiz::PlayerId{"1"}, .profile = {}};
    find_profile();
}

void Players::choose_person_before() {
    player_ = {.seat = player_.seat};
    if (!person_before_.empty()) choose(PlayerKind::person, person_before_); // it was a name before
}

void Players::find_profile() {
    if (are_visitors() || archive_.store() == nullptr || player_.name.empty() || !player_.profile.empty()) return;
    if (const auto profile = archive_.store()->profile_named(player_.name, clock_.wall(), profile_kind())) {
        player_.profile = profile->id;
        player_.name = profile->name;
        archive_.set_trouble(std::nullopt);
    } else {
        archive_.set_trouble(profile.error());
    }
}

Result<void> Players::rename(const std::string& name) {
    if (archive_.store() != nullptr && !player_.profile.empty()) {
        if (auto renamed = archive_.store()->rename(player_.profile, name); !renamed) return renamed;
    }
    player_.name = name;
    return {};
}

Result<void> Players::remove() {
    if (archive_.store() != nullptr && !player_.profile.empty()) {
        if (auto removed = archive_.store()->remove(player_.profile); !removed) return removed;
    }
    player_.name.clear();
    player_.profile = {};
    return {};
}

} // namespace chelate::session
