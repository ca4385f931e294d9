// Explains the words of a question: those of the pack's glossary, and the verdicts where there is one to choose.
#pragma once

#include <vector>

#include "engine/content/pack.hpp"
#include "engine/quiz/view.hpp"
#include "game/screens/model/page_models.hpp"

namespace chelate::screens {

/// Returns the words that a learner may not know in what a question shows before it is answered, in the order in which
/// they first occur. Where a verdict is to be chosen, the verdicts come first. It tells nothing about the key.
[[nodiscard]] std::vector<WordLine> words_of(const content::Pack& pack, const quiz::QuestionView& question);
/// Returns the same for what its reveal shows.
[[nodiscard]] std::vector<WordLine> words_of(const content::Pack& pack, const quiz::Question& question);

} // namespace chelate::screens
