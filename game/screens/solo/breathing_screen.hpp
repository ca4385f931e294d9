// A breathing pause: which way to breathe, with what is known of it, and the pause itself.
#pragma once

#include "game/screens/presenter/rows_screen.hpp"

namespace chelate::screens {

class BreathingChoiceScreen final : public RowsScreen {
public:
    explicit BreathingChoiceScreen(Context& context) : RowsScreen(context) { focus_ = static_cast<int>(rows().size()); }
    [[nodiscard]] ScreenModel model() const override;

private:
    enum Row { row_pattern, row_minutes, row_holds };

    [[nodiscard]] std::vector<SettingRow> rows() const override;
    void set(int row, int option) override;
    Transition done() override;
    [[nodiscard]] const content::BreathingPattern* pattern() const; ///< null: the pack has none

    int pattern_ = 0;
    int minutes_ = -1; ///< index of those offered; -1: what the pattern says
    bool holds_ = false;
};

class BreathingScreen final : public Presenter {
public:
    BreathingScreen(Context& context, const ShowBreathing& request);

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> hints() const override;
    [[nodiscard]] std::vector<Action> actions() const override;
    Transition handle(const Intent& intent) override;
    [[nodiscard]] bool keeps_time() const override { return !stopped_; }
    [[nodiscard]] bool is_for_projector() const override { return true; }
    [[nodiscard]] bool leads_somebody() const override { return !stopped_ && breathed() < length_; }

private:
    /// Goes on, stops, or ends the pause when it is over.
    Transition toggle();
    /// Time breathed so far; it stands still in a pause of the pause.
    [[nodiscard]] Millis breathed() const;

    Context& context_;
    const content::BreathingPattern& pattern_;
    std::vector<content::BreathPhase> phases_;
    Millis length_;
    Millis began_;
    std::optional<Millis> stopped_; ///< how far it was when it was stopped
};

} // namespace chelate::screens
