// Files for people: a report on a question that seems wrong, a round as a sheet to print. Written into the data folder.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "game/screens/presenter/context.hpp"

namespace chelate::screens {

/// A question with the order of its options, as it stands on a sheet.
struct SheetQuestion {
    quiz::QuestionRef question;
    quiz::Order shown;
};

/// A page of HTML made for paper: the questions first; key, explanation and sources of each on pages of their own.
/// Nothing in it is fetched from anywhere.
[[nodiscard]] std::string sheet_html(const content::Pack& pack, const text::Language& words, const std::string& title,
                                     const std::vector<SheetQuestion>& questions);

/// What is told of a question: its prompt, the key or another verdict on it (may be empty), why, how well it is
/// known, sources.
void write_answer(std::ostream& out, const text::Language& words, int number, const quiz::Question& question,
                  const std::string& key);

/// A page of HTML for paper around a body that is HTML already.
[[nodiscard]] std::string page_of(const std::string& language, const std::string& title, const std::string& body);

/// Where a new file can stand in a folder of the data folder, which is made: nowhere where one is already, somebody
/// may have written
/// into it. @param name letters and digits of it become the file's name Errors: not-kept (there is no data folder),
/// make_folder's
[[nodiscard]] Result<std::filesystem::path> new_export(const Context& context, const char* folder,
                                                       const std::string& name, const std::string& ending);

/// Writes such a file. Errors: as new_export, and write_file's.
[[nodiscard]] Result<std::filesystem::path> write_export(const Context& context, const char* folder,
                                                         const std::string& name, const std::string& ending,
                                                         const std::string& text);

/// Writes the questions of the round under way as a sheet. Errors: not-kept (there is no data folder), write_file's.
[[nodiscard]] Result<std::filesystem::path> write_sheet(const Context& context);

/// Writes what somebody needs to look into a question: ids, sources, text, what was answered. Errors: as write_sheet.
/// @param number 1-based, of those asked in the round under way
[[nodiscard]] Result<std::filesystem::path> write_report(const Context& context, int number);

} // namespace chelate::screens
