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
    void follow_sheet(const Fonts& fonts);
    void keep(std::size_t count, const Painter& painter, unsigned width, unsigned height);

    std::unique_ptr<sf::Texture> ground_;
    std::unique_ptr<sf::Texture> font_;
    std::unique_ptr<sf::RenderTexture> picture_;
    unsigned atlas_height_ = 0;
    unsigned sheet_rows_ = 0;  ///< rows of the glyph sheet that the texture has space for
    unsigned sheet_shelf_ = 0; ///< rows that it has and that no longer change
    unsigned sheet_version_ = 0;
    unsigned sheet_epoch_ = 0;
    std::vector<std::uint64_t> before_; ///< hashes of the last frame's layers
    std::vector<std::uint64_t> kept_;   ///< hashes of the layers in the picture
};

} // namespace chelate::stage
