// Adds what a reader learns about a question once it may be told: its key, its explanation and its sources.
#pragma once

#include <string>

#include <pugixml.hpp>

#include "engine/quiz/question.hpp"
#include "engine/text/language.hpp"

namespace chelate::print {

/// Adds a question's prompt, its key, its explanation, how well the answer is known, and its sources.
/// @param key  the right answer or the verdict on it; empty: none is printed
void add_answer_key(pugi::xml_node parent, const content::Pack& pack, const text::Language& words, int number,
                    const quiz::Question& question, const std::string& key);

} // namespace chelate::print
