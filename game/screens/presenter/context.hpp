// What every screen's presenter works with.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/language.hpp"
#include "game/session/class_file.hpp"
#include "game/session/game.hpp"
#include "game/session/kiosk.hpp"
#include "game/session/settings.hpp"
#include "game/session/workshop.hpp"
#include "game/session/workshop_run.hpp"

namespace chelate::screens {

/// Whether the screen has all the letters of a text.
using CanShow = std::function<bool(std::string_view text)>;

struct Context {
    session::Game& game;
    const text::Language& words;
    session::Settings& settings;
    std::function<void()> save_settings;     ///< after a change; trouble with it is the game's to tell
    std::function<std::uint64_t()> new_seed; ///< for a round nobody gave a seed for
    std::function<quiz::SessionId()> new_session;
    std::string version;
    std::string kept_in; ///< folder of the progress, as shown to people
    /// names of the packs one can choose from; fewer than two: there is no choice
    std::vector<std::string> packs{};
    /// plays another of them from now on; nothing is under way then
    std::function<Result<void>(std::size_t)> choose_pack{};
    std::filesystem::path progress_file{}; ///< empty: nothing is kept
    session::ClassFile classes{};          ///< the class that plays is the first
    std::function<void()> save_classes{};  ///< after a change; empty: they are not kept
    session::WorkshopFile workshop{};
    std::function<void()> save_workshop{};        ///< after a change; empty: it is not kept
    session::WorkshopRun* workshop_run = nullptr; ///< null: no workshop can be held, as in a kiosk of its own
    std::optional<session::Kiosk> kiosk{};        ///< visitors play
    bool host_window = false;                     ///< the host has a window of their own
    bool strip_hidden = false;                    ///< a host wants the teams' strip out of sight
    CanShow can_show{};                           ///< empty: everything can be shown

    /// Saves workshop.json after a change, where it is kept at all.
    void keep_workshop() const {
        if (save_workshop) save_workshop();
    }

    /// A player's name, or a stand-in when the screen lacks its letters: the name itself is kept as it is.
    [[nodiscard]] std::string shown_name(const std::string& name) const {
        return !can_show || can_show(name) ? name : words.text("name.stand_in");
    }
};

} // namespace chelate::screens
