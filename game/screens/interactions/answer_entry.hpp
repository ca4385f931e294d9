// An answer being given to an open question, with how sure it is where the round asks for that: what the screens of one
// person and of a room have in common.
#pragma once

#include "game/screens/interactions/interactions.hpp"

namespace chelate::screens {

class AnswerEntry {
public:
    /// What was handed in.
    struct Given {
        quiz::Response response;
        std::optional<quiz::Confidence> confidence{};
    };

    /// The context must outlive it.
    AnswerEntry(const Context& context, const quiz::QuestionView& question, bool asks_sure);

    /// Fills in instruction, answer, keys, button and focus.
    void show(QuestionModel& model) const;
    /// What the keys do now, without those of the screen around it.
    [[nodiscard]] std::vector<KeyHint> keys() const;

    [[nodiscard]] bool asks_how_sure() const { return pending_.has_value(); }
    /// Something is carried: arrows and Esc belong to it.
    [[nodiscard]] bool is_under_way() const { return answering_->keyboard() == Keys::carry; }
    /// Takes a step back inside the answer. False: there is none to take.
    bool step_back();
    /// What stepping back does now: key of the language file; empty: there is nothing to step back from.
    [[nodiscard]] std::string_view step_back_label() const;
    /// @return what is handed in with this intent
    std::optional<Given> handle(const Intent& intent);

private:
    [[nodiscard]] int check_focus() const { return answering_->count(); } ///< the button stands after the answer
    [[nodiscard]] int focusables() const { return answering_->count() + (answering_->check().empty() ? 0 : 1); }
    [[nodiscard]] AnswerModel confidence() const;
    std::optional<Given> take(std::optional<quiz::Response> response);
    std::optional<Given> handle_confidence(const Intent& intent);

    const Context& context_;
    quiz::Kind kind_;
    bool asks_sure_;
    std::unique_ptr<Answering> answering_;
    std::optional<quiz::Response> pending_; ///< given, and not yet said how sure
    int focus_ = 0;
};

} // namespace chelate::screens
