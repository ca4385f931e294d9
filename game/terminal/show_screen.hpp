// Screens as text: what each model shows, and what the person is asked to type.
#pragma once

#include <iosfwd>
#include <string>

#include "engine/text/language.hpp"
#include "game/screens/model/ui_model.hpp"

namespace chelate::terminal {

/// Where a screen is written.
struct Page {
    std::ostream& out;
    const text::Language& words;
    /// What this screen showed last; parts that have not changed are then left out. Null: write all of it.
    const screens::ScreenModel* before = nullptr;
};

/// Writes what a screen shows.
void show_screen(const Page& page, const screens::ScreenModel& screen);
/// Writes the sources of a reveal.
void show_sources(const Page& page, const screens::RevealModel& reveal);
/// Returns what the person is asked to type.
[[nodiscard]] std::string prompt_of(const text::Language& words, const screens::ScreenModel& screen);
/// Returns the actions that can be typed now, each with what it does.
[[nodiscard]] std::string offered_actions(const text::Language& words, const screens::UiModel& ui);

// Used by the sources of this module.

/// Returns a paragraph for each line of the text, wrapped to the width of the terminal. @param indent  in blanks
[[nodiscard]] std::string wrapped(const std::string& text, std::size_t indent = 0);
/// Writes what there is to answer.
void show_answer(const Page& page, const screens::AnswerModel& answer);
/// Writes how a question was answered, and what is right.
void show_marked(const Page& page, const screens::MarkedModel& marked);
/// Shows items in their right order, numbered, each with the reason for its place.
void show_placed(const Page& page, const std::vector<screens::PlacedItem>& items);
/// Returns what the person is asked to type for an answer.
[[nodiscard]] std::string prompt_of_answer(const text::Language& words, const screens::AnswerModel& answer);
/// Returns the words that stand for a picture.
[[nodiscard]] std::string picture_text(const text::Language& words, const screens::ImageModel& image);
/// Returns a card's text, after its symbol when it has one, and what its picture shows.
[[nodiscard]] std::string card_text(const text::Language& words, const screens::ChoiceCard& card);

} // namespace chelate::terminal
