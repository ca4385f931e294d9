// What the app gives to the table of screens. A row of the table passes on to its presenter what that presenter needs.
// All of it can only be read: what changes goes back as effects.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "engine/base/text.hpp"
#include "engine/text/languages.hpp"
#include "game/session/game.hpp"

namespace chelate::screens {

/// Tells whether the screen has all the letters of a text.
using CanShow = std::function<bool(std::string_view text)>;

/// Names of people and classes, as the screen can show them.
class ShownNames {
public:
    /// @param can_show  empty: everything can be shown  @param words  must outlive it
    ShownNames(const text::Language& words, CanShow can_show) : words_(words), can_show_(std::move(can_show)) {}

    /// Returns a name on one line and at most 60 graphemes long, or a stand-in when the screen lacks its letters. Names
    /// that other programs have written may be anything. The name itself stays as it is.
    [[nodiscard]] std::string operator()(const std::string& name) const {
        std::string shown = shortened(showable_line(name), 60);
        return !can_show_ || can_show_(shown) ? shown : words_.text("name.stand_in");
    }

private:
    const text::Language& words_;
    CanShow can_show_;
};

/// The languages of the program.
struct Languages {
    /// Returns those that can be chosen. Empty: there is no choice.
    std::function<std::vector<text::FoundLanguage>()> find{};
    /// Changes the language that all screens are written in. Errors: those of text::load_language, after which the
    /// language is as it was.
    std::function<Result<void>(const std::string& tag)> use{};
};

/// What the app itself shows or hides.
struct Display {
    bool host_window = false;  ///< the host has a window of their own
    bool strip_hidden = false; ///< the host has taken the teams' strip out of sight
};

struct Services {
    const session::Game& game;
    const text::Language& words;
    const ShownNames& shown_name;
    const Display& display;
    const Languages& languages;
    const std::string& version;   ///< of the program, as people read it
    const std::string& print_css; ///< style sheet of what is printed
};

} // namespace chelate::screens
