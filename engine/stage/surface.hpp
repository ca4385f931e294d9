// Draws a painter's layers to a window, above the background. Layers that do not change are kept as a picture.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/stage/painter.hpp"
#include "engine/stage/theme.hpp"

namespace sf {
class RenderTarget;
class RenderTexture;
class Texture;
} // namespace sf

namespace chelate::stage {

struct FrameStats {
    int draw_calls = 0;
    std::size_t vertices = 0;
};

/// Returns the RGBA pixels of the background: a slow gradient and two pools of light. Noise of one step hides banding.
[[nodiscard]] std::vector<std::uint8_t> ground_pixels(unsigned width, unsigned height, const Theme& theme);

/// Owns the textures. Needs a display.
class Surface {
public:
    Surface();
    ~Surface();

    void set_ground(unsigned width, unsigned height, const Theme& theme);
    void set_font_texture(const Fonts& fonts);
    /// Draws the whole frame. Layers at the bottom that are the same as in the previous frame come from the picture.
    FrameStats draw(sf::RenderTarget& target, const Painter& painter);

private:
    struct Drawing;
    void keep(std::size_t count, const Painter& painter, unsigned width, unsigned height);

    std::unique_ptr<sf::Texture> ground_;
    std::unique_ptr<sf::Texture> font_;
    std::unique_ptr<sf::RenderTexture> picture_;
    std::vector<std::uint64_t> before_; ///< hashes of the last frame's layers
    std::vector<std::uint64_t> kept_;   ///< hashes of the layers in the picture
};

} // namespace chelate::stage
