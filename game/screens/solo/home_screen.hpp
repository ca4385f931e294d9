// Home: who plays, the round that can be resumed, what there is to study, and the rounds of the pack.
#pragma once

#include <optional>
#include <string>

#include "game/screens/presenter/presenter.hpp"
#include "game/screens/presenter/services.hpp"

namespace chelate::screens {

/// What home shows something of. All of it must outlive the screen.
struct HomeSource {
    const content::Pack& pack;
    const text::Language& words;
    const session::Players& players;
    const session::Rounds& rounds;
    const session::Study& study;
    const session::History& history;
    const ShownNames& shown_name;
    bool in_kiosk = false;
};

class HomeScreen final : public Presenter {
public:
    explicit HomeScreen(const HomeSource& source) : source_(source), words_(source.words) {}

    /// Leaves the round under way and the class, and plans the day.
    Effects enter() override;

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

private:
    // Focusable things in reading order: continue and progress (where there are any), the rounds, the buttons of the
    // corner.

    /// Returns whether the big button leads anywhere.
    [[nodiscard]] bool can_continue() const { return source_.rounds.interrupted() || (plan_ && !plan_->empty()); }
    /// Returns whether there is some progress to look at.
    [[nodiscard]] bool has_progress() const;
    [[nodiscard]] int first_round() const;
    [[nodiscard]] int count() const;
    // These add to the model: the interrupted round, what is due today, and the last seven days.
    void show_interrupted(HomeModel& model) const;
    void show_study(HomeModel& model) const;
    void show_week(HomeModel& model) const;
    [[nodiscard]] std::string history_of(const content::Round& round) const;
    Effects activate(int index);

    HomeSource source_;
    const text::Language& words_;
    std::optional<study::DayPlan> plan_; ///< of the player, for today
    std::vector<int> lengths_{};         ///< by round: how many questions it asks
    int focus_ = 0;
};

} // namespace chelate::screens
