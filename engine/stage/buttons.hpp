// Buzzers: letters of any keyboard and buttons of gamepads, looked at faster than events would tell them.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "engine/stage/animation.hpp"

namespace chelate::stage {

/// Time between two looks while somebody waits for a button.
inline constexpr Seconds button_look = 0.002;

/// "A" to "Z" for keys, "Pad 1" to "Pad 8" for any button of a gamepad.
class Buttons {
public:
    /// What went down since the last look; all of it together is one moment. The first look only learns what is down
    /// already.
    /// @param focused whether the window has the keyboard: keys count for nobody else's typing
    [[nodiscard]] std::vector<std::string> look(bool focused);
    /// Nobody looks any more: the next look is a first one.
    void forget() { knows_ = false; }

private:
    static constexpr std::size_t letters = 26;
    static constexpr std::size_t pads = 8;
    std::array<bool, letters + pads> down_{};
    bool knows_ = false;
};

} // namespace chelate::stage
