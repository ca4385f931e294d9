// Helps to check what was imported from another program's format.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/interop/imported.hpp"

namespace chelate::interop::test {

inline std::vector<std::string> codes_of(const Import& import) {
    std::vector<std::string> codes;
    for (const ImportNote& note : import.notes) {
        const char* sign = note.kind == NoteKind::left_out ? " -" : note.kind == NoteKind::repaired ? " ~" : " .";
        codes.push_back(std::to_string(note.line) + sign + note.code);
    }
    return codes;
}

/// Returns the only question of an import.
inline const content::AuthoredQuestion& only(const Import& import) {
    REQUIRE(import.questions.size() == 1);
    return import.questions.front().question;
}

template <class Written>
const Written& written(const content::AuthoredQuestion& question) {
    REQUIRE(std::holds_alternative<Written>(question.authored));
    return std::get<Written>(question.authored);
}

/// Returns the choices as "right" and "-wrong".
inline std::vector<std::string> choices_of(const content::AuthoredQuestion& question) {
    std::vector<std::string> texts;
    for (const content::AuthoredChoice& choice : written<content::Choices>(question).choices)
        texts.push_back((choice.right ? "" : "-") + choice.text);
    return texts;
}

} // namespace chelate::interop::test
