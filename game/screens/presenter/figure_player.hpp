// Plays the figure of a mechanism: which step it shows, and for how long. Screens with a figure have one.
#pragma once

#include <cstddef>

#include "engine/content/pack.hpp"
#include "engine/runner/clock.hpp"
#include "engine/text/language.hpp"
#include "game/screens/model/figure_model.hpp"

namespace chelate::screens {

/// Returns a figure at rest at the end of a step, without gauges.
[[nodiscard]] FigureModel still_figure(const content::Figure& figure, std::size_t step, bool labels);

/// Returns the figure of a mechanism before its first step, without words, as a question about its steps shows it; an
/// empty model when it has none. @param mechanism  may be empty
[[nodiscard]] FigureModel first_picture(const content::Pack& pack, const content::MechanismId& mechanism);

/// Returns the figure of a mechanism playing from its first step to its last; an empty model when it has none.
[[nodiscard]] FigureModel played_figure(const content::Pack& pack, const content::MechanismId& mechanism);

class FigurePlayer {
public:
    /// All of them must outlive it. It begins before the first step.
    FigurePlayer(const content::Figure& figure, const text::Language& words, const runner::Clock& clock)
        : figure_(figure), words_(words), clock_(clock) {}

    /// Plays on to the last step, or from the beginning when it is there.
    void play();
    void pause();
    /// Plays one step and rests. @param step  0: only shows the picture before the first
    void play_step(std::size_t step);
    /// Shows the end of a step. @param step  0..steps
    void rest_at(std::size_t step);
    /// Takes another variant and keeps the step. @param variant  figure::no_variant: none
    void set_variant(std::size_t variant);
    void set_half_speed(bool half);
    /// Goes on to the next step when the time of this one is over. Called often.
    void tick();

    [[nodiscard]] bool is_playing() const { return playing_; }
    [[nodiscard]] std::size_t step() const { return step_; }
    [[nodiscard]] std::size_t steps() const { return figure_.steps.size(); }
    [[nodiscard]] std::size_t variant() const { return variant_; }
    [[nodiscard]] bool half_speed() const { return half_speed_; }
    [[nodiscard]] FigureModel model() const;

private:
    /// Begins a step at its start, or at a moment of it.
    void begin(std::size_t step, double seconds = 0);
    [[nodiscard]] double length() const; ///< of the present step, seconds of the figure
    [[nodiscard]] double seconds() const;

    const content::Figure& figure_;
    const text::Language& words_;
    const runner::Clock& clock_;
    std::size_t variant_ = figure::no_variant;
    std::size_t step_ = 0;
    bool playing_ = false;
    bool one_step_ = false; ///< rests after this step
    bool half_speed_ = false;
    Millis began_{};  ///< steady time at which the present step began, as if it had played without a pause
    double kept_ = 0; ///< seconds of the step at which it was paused
};

} // namespace chelate::screens
