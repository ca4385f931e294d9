// Puts into words what happened to the questions of an imported file.
#pragma once

#include <string>

#include "engine/base/result.hpp"
#include "engine/interop/summary.hpp"
#include "engine/text/language.hpp"

namespace chelate::wording {

/// Returns what a note says, for example "it has no answer".
[[nodiscard]] std::string import_reason(const text::Language& words, const interop::ImportNote& note);

/// Returns one line about a group, for example "1,067 questions changed: a scale was added (lines 44, 93, 120 and
/// 1,064 more)".
[[nodiscard]] std::string import_group_line(const text::Language& words, const interop::NoteGroup& group);

/// Returns the sentence for an error of session::read_question_file, with the names of formats in words.
[[nodiscard]] std::string import_error(const text::Language& words, Error error);

} // namespace chelate::wording
