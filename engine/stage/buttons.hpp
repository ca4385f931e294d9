// Polls buzzers, which are letter keys and gamepad buttons, more often than events report them.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "engine/stage/animation.hpp"

namespace chelate::stage {

/// Time between two polls while a buzzer press is expected.
inline constexpr Seconds button_look = 0.002;

/// Polls the keys "A" to "Z", and the gamepads "Pad 1" to "Pad 8", on which any button counts.
class Buttons {
public:
    /// Returns what was pressed since the last poll; all of it counts as the same moment. The first poll only
    /// records what is already down.
    /// @param focused whether the window has the keyboard; without it, keys typed elsewhere are ignored
    [[nodiscard]] std::vector<std::string> look(bool focused);
    /// Ends a series of polls; the next poll counts as a first one.
    void forget() { knows_ = false; }

private:
    static constexpr std::size_t letters = 26;
    static constexpr std::size_t pads = 8;
    std::array<bool, letters + pads> down_{};
    bool knows_ = false;
};

} // namespace chelate::stage
