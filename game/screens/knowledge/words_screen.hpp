// Explains the words of a question: those of the pack's glossary, and the verdicts where there is one to choose.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/quiz/view.hpp"
#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

/// Returns the words that a learner may not know in what a question shows before it is answered, in the order in which
/// they first occur. Where a verdict is to be chosen, the verdicts come first. It tells nothing about the key.
[[nodiscard]] std::vector<WordLine> words_of(const content::Pack& pack, const quiz::QuestionView& question);
/// Returns the same for what its reveal shows.
[[nodiscard]] std::vector<WordLine> words_of(const content::Pack& pack, const quiz::Question& question);

class WordsOverlay final : public Presenter {
public:
    /// @param words  must outlive it
    WordsOverlay(const text::Language& words, std::vector<WordLine> lines) : words_(words), lines_(std::move(lines)) {}

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

private:
    const text::Language& words_;
    std::vector<WordLine> lines_;
};

} // namespace chelate::screens
