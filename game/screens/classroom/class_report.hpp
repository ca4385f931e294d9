// What a host prints or takes along: cards to hold up, the report of a lesson as a page and as a table.
#pragma once

#include <filesystem>
#include <string>

#include "game/screens/presenter/exports.hpp"
#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

/// A sheet of cards to cut out: letter, shape and colour of every choice.
[[nodiscard]] std::string cards_html(const std::string& language, const text::Language& words);
/// The report of the lesson under way as a page. Pupils' names are not in it.
[[nodiscard]] std::string lesson_html(const Context& context);
/// The same as a table, one line for each question and team. No cell begins a formula.
[[nodiscard]] std::string lesson_csv(const Context& context);

/// A cell of a CSV file: quoted where it must be, and never taken for a formula by a spreadsheet.
[[nodiscard]] std::string csv_cell(const std::string& text);
/// A line of such cells, with its end.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

[[nodiscard]] std::string reason_word(const text::Language& words, quiz::Reason reason);

// Each writes its file. Errors: not-kept, write_file's.
[[nodiscard]] Result<std::filesystem::path> write_cards(const Context& context);
[[nodiscard]] Result<std::filesystem::path> write_lesson_page(const Context& context);
[[nodiscard]] Result<std::filesystem::path> write_lesson_table(const Context& context);

/// Says where a paper lies, or why it could not be written.
[[nodiscard]] Transition say_export(const Context& context, const Result<std::filesystem::path>& path);

} // namespace chelate::screens
