// What every screen's presenter works with.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/language.hpp"
#include "game/app/game.hpp"
#include "game/app/room/class_file.hpp"
#include "game/app/settings.hpp"
#include "game/app/workshop/workshop.hpp"

namespace chelate::app {

/// Whether the screen has all the letters of a text.
using CanShow = std::function<bool(std::string_view text)>;

/// A table that visitors play at and nobody's data stays on.
struct Kiosk {
    content::Script script{};  ///< what it shows by itself
    std::string exit_word{};   ///< typed by the host, it leads out
    std::string typed{};       ///< as much of what was typed last as could be that word
    bool ends_program = false; ///< leaving it ends the program
    Settings before{};         ///< the host's
    Millis last_activity{};    ///< steady time somebody last did something
};

struct Context {
    Game& game;
    const text::Language& words;
    Settings& settings;
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
    ClassFile classes{};                   ///< the class that plays is the first
    std::function<void()> save_classes{};  ///< after a change; empty: they are not kept
    WorkshopFile workshop{};
    std::function<void()> save_workshop{}; ///< after a change; empty: it is not kept
    std::optional<Kiosk> kiosk{};          ///< visitors play
    bool host_window = false;              ///< the host has a window of their own
    bool strip_hidden = false;             ///< a host wants the teams' strip out of sight
    CanShow can_show{};                    ///< empty: everything can be shown

    /// Keeps the workshop after a change, where it is kept at all.
    void keep_workshop() const {
        if (save_workshop) save_workshop();
    }

    /// A player's name, or a stand-in when the screen lacks its letters: the name itself is kept as it is.
    [[nodiscard]] std::string shown_name(const std::string& name) const {
        return !can_show || can_show(name) ? name : words.text("name.stand_in");
    }
};

} // namespace chelate::app
