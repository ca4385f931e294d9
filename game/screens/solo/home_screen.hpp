// Home: who plays, the round under way, the rounds there are.
#pragma once

#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

class HomeScreen final : public Presenter {
public:
    explicit HomeScreen(Context& context) : context_(context) {}

    void enter() override;

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;

private:
    /// What the big button leads to.
    [[nodiscard]] bool can_go_on() const { return context_.game.interrupted() || (plan_ && !plan_->empty()); }
    void show_study(HomeModel& model) const;
    /// Focusable things in reading order: continue (when there is one), rounds, the buttons of the corner.
    /// Whether there is some progress to look at.
    [[nodiscard]] bool has_progress() const;
    [[nodiscard]] int first_round() const;
    [[nodiscard]] int count() const;
    Transition activate(int index);
    [[nodiscard]] std::string history_of(const content::Round& round) const;

    Context& context_;
    std::optional<study::DayPlan> plan_; ///< of who plays, for today
    int focus_ = 0;
};

} // namespace chelate::screens
