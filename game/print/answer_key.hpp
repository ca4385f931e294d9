// Writes what a reader learns about a question once it may be told: its key, its explanation and its sources.
#pragma once

#include <iosfwd>
#include <string>

#include "engine/quiz/question.hpp"
#include "engine/text/language.hpp"

namespace chelate::print {

/// Writes a question's prompt, its key, its explanation, how well the answer is known, and its sources.
/// @param key  the right answer or the verdict on it; empty: none is printed
void write_answer_key(std::ostream& out, const text::Language& words, int number, const quiz::Question& question,
                      const std::string& key);

} // namespace chelate::print
