// The host's own window beside the picture of the room: notes, the key, the next question.
#pragma once

#include <memory>
#include <vector>

#include "engine/stage/window.hpp"
#include "game/window/context.hpp"

namespace chelate::window {

class HostWindow {
public:
    explicit HostWindow(std::filesystem::path themes) : themes_(std::move(themes)) {}

    /// What the host did since the last turn: keys go to the room's screen as if they came from there.
    struct Doings {
        std::vector<stage::Input> keys;
        std::vector<screens::Intent> intents;
    };
    /// Opens or closes as the glass wants, draws when something is new. A window that cannot be opened is not there.
    /// @param title  of the window
    Doings turn(const screens::UiModel& glass, const stage::Appearance& look, Seconds now);

    [[nodiscard]] bool has_focus() const { return window_ && window_->has_focus(); }

private:
    void draw(const screens::UiModel& glass, Seconds now);

    std::filesystem::path themes_;
    std::unique_ptr<stage::Window> window_;
    ViewState state_;
    std::optional<screens::HostModel> drawn_;
    std::vector<screens::KeyHint> drawn_footer_;
    bool refused_ = false; ///< it could not be opened: not tried again until it is wanted anew
};

} // namespace chelate::window
