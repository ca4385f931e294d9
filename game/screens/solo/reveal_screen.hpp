// What was right, and why.
#pragma once

#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

/// What is told of a question that is over, without what belongs to the round: name, counter, score, what comes next.
/// @pre the view has a reveal
[[nodiscard]] RevealModel reveal_model(const Context& context, const quiz::View& view);
/// Whether the round under way is saved so far.
void say_saved(const Context& context, RevealModel& model);

class RevealScreen final : public Presenter {
public:
    explicit RevealScreen(Context& context);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;

private:
    Transition weigh() { return Push{ShowWeighing{*weighed()}}; }
    Transition report() { return Push{ShowSeemsWrong{view_.question->number}}; }
    Transition go_back();
    [[nodiscard]] bool has_sources() const { return !view_.reveal->question->sources.empty(); }

    /// The claim whose grade can be looked into.
    [[nodiscard]] std::optional<content::ClaimId> weighed() const;

    Context& context_;
    quiz::View view_;
    bool sources_open_ = false;
    int focus_ = 1; ///< 0: sources, 1: next
};

} // namespace chelate::screens
