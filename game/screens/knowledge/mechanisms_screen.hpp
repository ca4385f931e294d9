// The mechanisms of a pack: all of them by place in the body, and one that plays.
#pragma once

#include <vector>

#include "engine/content/pack.hpp"
#include "game/screens/presenter/figure_player.hpp"
#include "game/screens/presenter/presenter.hpp"
#include "game/session/rounds.hpp"

namespace chelate::screens {

class MechanismsScreen final : public Presenter {
public:
    /// Both must outlive it.
    MechanismsScreen(const content::Pack& pack, const text::Language& words);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;

private:
    struct Group {
        std::string name;
        std::vector<const content::Mechanism*> mechanisms;
    };
    Effects open(int index);

    const text::Language& words_;
    std::vector<Group> groups_; ///< in the order in which the pack names them
    int count_ = 0;
    int focus_ = 0;
};

class MechanismScreen final : public Presenter {
public:
    /// All of them must outlive it. @pre the pack contains the mechanism
    MechanismScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                    const runner::Clock& clock, const content::MechanismId& mechanism);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;
    Effects tick() override;
    [[nodiscard]] bool keeps_time() const override { return player_.is_playing(); }

private:
    enum class Control { play, back, next, replay, speed, variant };
    [[nodiscard]] std::vector<Control> controls() const;
    [[nodiscard]] std::string control_text(Control control) const;
    Effects press(int index);
    void press(Control control);
    void turn(int by);
    Effects ask();

    const content::Pack& pack_;
    const text::Language& words_;
    const session::Rounds& rounds_;
    const content::Mechanism& mechanism_;
    FigurePlayer player_;
    std::size_t step_ = 0; ///< the present step of a mechanism without a figure
    int focus_ = 0;
};

} // namespace chelate::screens
