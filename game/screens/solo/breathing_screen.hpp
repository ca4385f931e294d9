// A breathing pause: the choice of a pattern, with what is known about it, and the pause itself.
#pragma once

#include <optional>
#include <vector>

#include "engine/runner/clock.hpp"
#include "game/screens/presenter/rows_screen.hpp"

namespace chelate::screens {

class BreathingChoiceScreen final : public RowsScreen {
public:
    /// @param pack, words  must outlive it
    BreathingChoiceScreen(const content::Pack& pack, const text::Language& words);

    [[nodiscard]] ScreenModel model() const override;

private:
    enum Row { row_pattern, row_minutes, row_holds };

    [[nodiscard]] std::vector<SettingRow> rows() const override;
    Effects set(int row, int option) override;
    Effects done() override;
    [[nodiscard]] const content::BreathingPattern* pattern() const; ///< null: the pack has none

    const content::Pack& pack_;
    int pattern_ = 0;
    int minutes_ = -1; ///< index of those offered; -1: what the pattern suggests
    bool holds_ = false;
};

class BreathingScreen final : public Presenter {
public:
    /// @param pack, words, clock  must outlive it  @param reduced_motion  nothing grows or shrinks
    BreathingScreen(const content::Pack& pack, const text::Language& words, const runner::Clock& clock,
                    bool reduced_motion, const ShowBreathing& request);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Effects handle(const Intent& intent) override;
    [[nodiscard]] bool keeps_time() const override { return !stopped_; }
    [[nodiscard]] bool is_for_projector() const override { return true; }
    [[nodiscard]] bool leads_somebody() const override { return !stopped_ && breathed() < length_; }

private:
    /// Stops the breathing or goes on with it; leaves the screen when the time is over.
    Effects toggle();
    /// Returns the time breathed so far. It stands still while the breathing is stopped.
    [[nodiscard]] Millis breathed() const;

    const text::Language& words_;
    const runner::Clock& clock_;
    bool reduced_motion_;
    const content::BreathingPattern& pattern_;
    std::vector<content::BreathPhase> phases_;
    Millis length_;
    Millis began_;                  ///< steady time
    std::optional<Millis> stopped_; ///< time breathed when it was stopped
};

} // namespace chelate::screens
