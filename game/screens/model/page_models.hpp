// What pages and small overlays show: settings, the page of keys, a name, a question with a few answers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/screens/model/actions.hpp"
#include "game/screens/model/answer_models.hpp"
#include "game/screens/model/classroom_model.hpp"

namespace chelate::screens {

/// One key and what it does now, for the footer and the page of keys.
struct KeyHint {
    std::string key;              ///< "Enter"
    std::string action;           ///< "answer"
    std::optional<ActionId> id{}; ///< what a click on it carries out; nothing: it only informs
    bool operator==(const KeyHint&) const = default;
};

struct Button {
    std::string text;
    std::string detail{}; ///< a second, quieter line; may be empty
    bool primary = false; ///< the one main action of the screen
    bool operator==(const Button&) const = default;
};

struct SettingRow {
    std::string name;
    std::vector<std::string> options;
    int chosen = 0;
    std::string about;
    std::vector<std::string> other_abouts{}; ///< what `about` may become by another choice: the row keeps space for it
    std::vector<bool> disabled{}; ///< by option: the keys pass it over, and choosing it says why; empty: none is
    [[nodiscard]] bool is_disabled(std::size_t option) const { return option < disabled.size() && disabled[option]; }
    bool operator==(const SettingRow&) const = default;
};

/// Rows with one option chosen in each. Focusable: rows, then the button.
struct SettingsModel {
    std::string title;
    std::string intro;         ///< below the title; may be empty
    std::vector<Badge> badges; ///< what the rows lead to
    std::vector<SettingRow> rows;
    std::string about_heading;
    std::vector<std::string> about; ///< version, where progress is kept, disclaimer
    std::string done;
    std::vector<std::string> more{}; ///< further buttons, focusable after it
    std::vector<TeamModel> teams{};  ///< who plays
    int focus = 0;
    [[nodiscard]] InputTraits traits() const { return {.name = "settings", .is_overlay = true, .arrows_adjust = true}; }
    bool operator==(const SettingsModel&) const = default;
};

/// A page of keys over the screen below.
struct KeysModel {
    std::string title;
    std::vector<KeyHint> keys;
    std::string done;
    [[nodiscard]] InputTraits traits() const {
        return {.name = "keys", .is_overlay = true, .arrows_scroll_first = true};
    }
    bool operator==(const KeysModel&) const = default;
};

/// A word and what it means.
struct WordLine {
    std::string word;
    std::string meaning;
    bool operator==(const WordLine&) const = default;
};

/// The words of a question, explained.
struct WordsModel {
    std::string title;
    std::vector<WordLine> lines;
    std::string done;
    [[nodiscard]] InputTraits traits() const {
        return {.name = "words", .is_overlay = true, .arrows_scroll_first = true};
    }
    bool operator==(const WordsModel&) const = default;
};

/// What an answer earns at one level of confidence.
struct ConfidenceRow {
    std::string level;      ///< "I think so"
    std::string best;       ///< when this level pays best: "right 67–80 % of the time"
    std::string right;      ///< "+200"
    std::string wrong;      ///< "−200"
    double right_share = 0; ///< of the largest gain or loss, 0..1
    double wrong_share = 0;
    bool operator==(const ConfidenceRow&) const = default;
};

/// Explains marking by confidence before the first question.
struct ConfidenceModel {
    std::string title;
    std::string text;
    std::string wrong_heading;
    std::string right_heading;
    std::vector<ConfidenceRow> rows;
    std::string done;
    [[nodiscard]] InputTraits traits() const {
        return {.name = "confidence", .is_overlay = true, .arrows_scroll_first = true};
    }
    bool operator==(const ConfidenceModel&) const = default;
};

/// Asks for a name. Focusable: field, ok, cancel.
struct NameModel {
    std::string title;
    std::string about;
    std::string text;
    std::string problem; ///< why the text cannot be used, or not shown; empty: all is well
    std::string ok;
    std::string cancel;
    bool lines = false; ///< several lines may be typed or pasted
    [[nodiscard]] InputTraits traits() const { return {.name = "name", .is_overlay = true, .owns_keys = true}; }
    bool operator==(const NameModel&) const = default;
};

/// A yes-or-no question or a plain message over the screen below. Focusable: buttons.
struct DialogModel {
    std::string title;
    std::string text;
    std::vector<Button> buttons;
    bool list = false; ///< one below the other, all of one width
    int focus = 0;
    [[nodiscard]] InputTraits traits() const { return {.name = "dialog", .is_overlay = true}; }
    bool operator==(const DialogModel&) const = default;
};

} // namespace chelate::screens
