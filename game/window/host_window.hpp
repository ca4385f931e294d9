// The host's own window beside the one that everybody sees: notes, the key and the next question.
#pragma once

#include <memory>
#include <vector>

#include "engine/stage/window.hpp"
#include "game/window/context.hpp"

namespace chelate::window {

class HostWindow {
public:
    explicit HostWindow(std::filesystem::path themes) : themes_(std::move(themes)) {}

    /// What the host did since the last turn. Keys go to the shared screen as if they were pressed there.
    struct Doings {
        std::vector<stage::Input> keys;
        std::vector<screens::Intent> intents;
    };
    /// Opens or closes the window as the UI model asks, and draws when something is new. When the window cannot be
    /// opened, the game goes on without it.
    Doings turn(const screens::UiModel& ui, const stage::Appearance& look, Seconds now);

    [[nodiscard]] bool has_focus() const { return window_ && window_->has_focus(); }

private:
    void draw(const screens::UiModel& ui, Seconds now);

    std::filesystem::path themes_;
    std::unique_ptr<stage::Window> window_;
    ViewState state_;
    std::optional<screens::HostModel> drawn_;
    std::vector<screens::KeyHint> drawn_footer_;
    bool refused_ = false; ///< it could not be opened; tried again only after it was switched off and on
};

} // namespace chelate::window
