// Answering an open question, and saying how sure the answer is when the round asks for that. The screens of one person
// and of a class share it.
#pragma once

#include "game/screens/interactions/interactions.hpp"

namespace chelate::screens {

class AnswerEntry {
public:
    /// What was submitted.
    struct Given {
        quiz::Response response;
        std::optional<quiz::Confidence> confidence{};
    };

    /// The words must outlive it. @param confidence  whether each answer comes with the player's confidence, and why
    AnswerEntry(const content::Pack& pack, const text::Language& words, const quiz::QuestionView& question,
                quiz::ConfidenceUse confidence = quiz::ConfidenceUse::none);

    /// Fills in the instruction, the answer, the keys, the button and the focus.
    void show(QuestionModel& model) const;
    /// Returns what the keys do now, without those of the screen around it.
    [[nodiscard]] std::vector<KeyHint> keys() const;

    [[nodiscard]] bool asks_how_sure() const { return pending_.has_value(); }
    /// Returns whether an item is being carried. Arrows and Esc then belong to it.
    [[nodiscard]] bool is_under_way() const { return answering_->keyboard() == Keys::carry; }
    /// Takes one step back inside the answer. Returns false when there is no step to take back.
    bool step_back();
    /// Returns what stepping back does now, as a key of the language file; empty: there is no step to take back.
    [[nodiscard]] std::string_view step_back_label() const;
    /// Takes an intent. Returns an answer when the intent submits it.
    std::optional<Given> handle(const Intent& intent);

private:
    [[nodiscard]] int check_focus() const { return answering_->count(); } ///< the button comes after the answer
    [[nodiscard]] int focusables() const { return answering_->count() + (answering_->check().empty() ? 0 : 1); }
    [[nodiscard]] AnswerModel levels() const;
    std::optional<Given> take(std::optional<quiz::Response> response);
    /// Submits the answer. If something of it is missing, points there instead.
    std::optional<Given> check();
    std::optional<Given> handle_confidence(const Intent& intent);

    const text::Language& words_;
    quiz::Kind kind_;
    quiz::ConfidenceUse confidence_;
    std::unique_ptr<Answering> answering_;
    std::optional<quiz::Response> pending_; ///< an answer that still needs its confidence
    int focus_ = 0;
    std::string missing_; ///< says what was missing when the answer was submitted too early
};

} // namespace chelate::screens
