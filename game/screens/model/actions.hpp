// The table of actions: each thing that a person can do by a key, a button, a menu row or a typed word is one row.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace chelate::screens {

enum class ActionId : std::uint8_t {
    back,
    help,
    hint,
    pass,
    end_round,
    ask_about,
    report,
    print,
    weigh,
    export_table,
    host_window,
    full_screen,
    words,
    go_on,
    previous,
    undo,
    redo,
    blank,
    remove,
    replace,
    quit
};

/// One action. A screen says whether it is enabled now and what its effect is (see Presenter::actions); everything else
/// about it is here.
struct ActionRow {
    ActionId id;
    std::string_view name;     ///< stable: for settings, the terminal and tests
    std::string_view letter;   ///< short for the name when it is typed in the terminal; empty: there is none
    std::string_view key;      ///< default key, as a keyboard calls it; empty: none
    std::string_view key_text; ///< key of the language file: what the key is called
    std::string_view label;    ///< key of the language file: what the action does, unless a screen says otherwise
    bool for_visitors = true;  ///< false: a kiosk's visitor may not do it (it writes a file or is the host's)
};

inline constexpr std::array action_table{
    ActionRow{ActionId::back, "back", "q", "Escape", "key.esc", "does.back"},
    ActionRow{ActionId::help, "help", "?", "F1", "key.f1", "does.keys"},
    ActionRow{ActionId::hint, "hint", "h", "F2", "key.f2", "does.hint"},
    ActionRow{ActionId::pass, "pass", "p", "F3", "key.f3", "does.pass"},
    ActionRow{ActionId::end_round, "end-round", "e", "F4", "key.f4", "does.end_round"},
    ActionRow{ActionId::ask_about, "ask-about", "", "F5", "key.f5", "does.ask"},
    ActionRow{ActionId::report, "report", "", "F6", "key.f6", "does.report", false},
    ActionRow{ActionId::print, "print", "", "F7", "key.f7", "does.print", false},
    ActionRow{ActionId::weigh, "weigh", "", "F8", "key.f8", "does.weigh"},
    ActionRow{ActionId::export_table, "export-table", "", "F9", "key.f9", "does.table", false},
    ActionRow{ActionId::host_window, "host-window", "", "F10", "key.f10", "host.window_open", false},
    ActionRow{ActionId::full_screen, "full-screen", "", "F11", "key.f11", "does.full_screen", false},
    ActionRow{ActionId::words, "words", "w", "F12", "key.f12", "does.words"},
    ActionRow{ActionId::go_on, "go-on", "", "PageDown", "key.page_down", "does.go_on"},
    ActionRow{ActionId::previous, "previous", "", "PageUp", "key.page_up", "does.picture_before"},
    ActionRow{ActionId::undo, "undo", "", "Ctrl+Z", "key.ctrl_z", "does.undo"},
    ActionRow{ActionId::redo, "redo", "", "Ctrl+Y", "key.ctrl_y", "host.redo"},
    ActionRow{ActionId::blank, "blank", "", ".", "key.full_stop", "does.blank"},
    ActionRow{ActionId::remove, "remove", "", "Delete", "key.delete", "does.drop"},
    ActionRow{ActionId::replace, "replace", "", "Insert", "key.insert", "does.another"},
    ActionRow{ActionId::quit, "quit", "", "", "", "does.quit", false},
};

/// Returns the row of an action.
[[nodiscard]] constexpr const ActionRow& row_of(ActionId id) { return action_table[static_cast<std::size_t>(id)]; }

static_assert([] {
    for (std::size_t i = 0; i < action_table.size(); ++i) {
        if (static_cast<std::size_t>(action_table[i].id) != i) return false;
    }
    return true;
}());

} // namespace chelate::screens
