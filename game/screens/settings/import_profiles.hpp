// Progress that was taken along from another machine: which file, and what it brought.
#pragma once

#include <filesystem>
#include <vector>

#include "game/screens/presenter/dialog.hpp"

namespace chelate::screens {

class BringInOverlay final : public Dialog {
public:
    explicit BringInOverlay(Context& context);

private:
    BringInOverlay(Context& context, std::vector<std::filesystem::path> files);
    Transition handle(const Intent& intent) override;
    Transition press(int index) override;

    std::vector<std::filesystem::path> files_;
    bool brought_ = false;
};

} // namespace chelate::screens
