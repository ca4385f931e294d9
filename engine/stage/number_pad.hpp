// Notices the Delete key of the number pad, for which SFML has no code.
#pragma once

#include <memory>

#include <SFML/Window/WindowHandle.hpp>

namespace chelate::stage {

class NumberPadDelete {
public:
    /// @param window  whose keys are watched; must outlive it
    explicit NumberPadDelete(sf::WindowHandle window);
    ~NumberPadDelete();
    NumberPadDelete(const NumberPadDelete&) = delete;
    NumberPadDelete& operator=(const NumberPadDelete&) = delete;

    /// Returns whether the key has gone down without Num Lock since the last call. Call it when SFML reports a key
    /// that it does not know. Where there is no X server, it never has.
    [[nodiscard]] bool has_gone_down();

private:
    struct Watch;
    std::unique_ptr<Watch> watch_;
};

} // namespace chelate::stage
