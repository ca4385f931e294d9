// Theme, size of the text, motion; what this program is and where it keeps progress.
#pragma once

#include "game/app/presenter.hpp"

namespace chelate::app {

class SettingsScreen final : public Presenter {
public:
    explicit SettingsScreen(Context& context) : context_(context) {}

    [[nodiscard]] ScreenModel model() const override;
    [[nodiscard]] std::vector<KeyHint> footer() const override;
    Transition handle(const Intent& intent) override;

private:
    [[nodiscard]] std::vector<SettingRow> rows() const;
    void set(int row, int option);

    Context& context_;
    int focus_ = 0;
};

} // namespace chelate::app
