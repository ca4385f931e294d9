// Draws the stage as triangles in a few layers; in each layer, text is above shapes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/stage/figures.hpp"
#include "engine/stage/mesh.hpp"
#include "engine/stage/pictures.hpp"
#include "engine/stage/text_layout.hpp"

struct ImDrawData;

namespace chelate::stage {

/// A picture at its place.
struct PlacedPicture {
    std::string path;
    Rect rect;
    float alpha = 1;
};

/// Triangles that are drawn together.
struct Layer {
    Mesh ground;                           ///< pieces of the background, so that content can fade into it
    Mesh shapes;                           ///< triangles without a texture
    std::vector<PlacedPicture> pictures{}; ///< above the shapes
    std::vector<PlacedFigure> figures{};   ///< above the pictures
    Mesh text{};                           ///< triangles with the font texture, above the shapes
    std::optional<Rect> clip{};            ///< in whole pixels
};

/// Collects the triangles of one frame. Needs no display.
class Painter {
public:
    /// @param pictures, figures  may be null: then none of these can be shown
    explicit Painter(const Fonts& fonts, Pictures* pictures = nullptr, Figures* figures = nullptr)
        : fonts_(&fonts), pictures_(pictures), figures_(figures) {}

    /// Discards the last frame.
    void begin();
    /// Starts a new layer above everything so far, limited to `clip` if given.
    void layer(std::optional<Rect> clip = {});
    /// Starts a new layer with the clip of the previous one.
    void lift();
    /// Moves and fades everything that follows until `pop`. Calls can be nested.
    void push(Vec offset, float alpha);
    /// Ignores all pushes until `pop`, for things that stay in place while a screen enters.
    void push_still();
    void pop();

    void panel(const Rect& rect, float radius, Rgba top, Rgba bottom);
    void outline(const Rect& rect, float radius, float width, Rgba top, Rgba bottom);
    void shadow(const Rect& rect, float radius, float blur, Vec offset, Rgba colour);
    void halo(const Rect& rect, float radius, float blur, Rgba colour);
    void disc(Vec centre, float radius, Rgba top, Rgba bottom);
    void glow(Vec centre, float inner, float outer, Rgba colour);
    void ring(Vec centre, float radius, float width, float from_turn, float share, Rgba colour);
    void line(std::span<const Vec> points, float width, Rgba colour); ///< with round ends
    void polygon(const Outline& outline, Rgba top, Rgba bottom);
    void shape(std::string_view name, Vec centre, float radius, Rgba top, Rgba bottom);
    /// Draws a picture. It fills the rectangle.
    void picture(const std::string& path, const Rect& rect);
    /// Draws parts of a drawing. @param rect  of the whole drawing
    void figure(PlacedFigure placed);
    /// Draws a block of text. @param align  position in the block's width: 0 left, 0.5 centre, 1 right
    void text(const TextBlock& block, Vec top_left, Rgba colour, float align = 0);
    /// Resolution of the background. It is a soft gradient, so half the pixels in each direction look the same and
    /// take a quarter of the memory.
    static constexpr float ground_detail = 0.5F;
    /// Draws the background over what is there, from one strength to another, so that content fades out at an edge.
    void fade(const Rect& rect, float strength_top, float strength_bottom);
    /// Adds the triangles of Dear ImGui, starting a new layer whenever the clip rectangle changes.
    void overlay(const ImDrawData& draw_data);

    [[nodiscard]] const std::vector<Layer>& layers() const { return layers_; }
    [[nodiscard]] const Fonts& fonts() const { return *fonts_; }
    [[nodiscard]] Pictures* pictures() const { return pictures_; }
    [[nodiscard]] Figures* figures() const { return figures_; }
    /// Returns the size of a picture in pixels, or nothing when it cannot be shown.
    [[nodiscard]] std::optional<Vec> picture_size(const std::string& path) const;
    /// Returns the mean colour of a picture with see-through parts; nothing when it has none.
    [[nodiscard]] std::optional<Rgba> picture_ink(const std::string& path) const;
    [[nodiscard]] std::size_t vertex_count() const;

private:
    struct Mood {
        Vec offset{};
        float alpha = 1;
    };
    Mesh& shapes() { return layers_.back().shapes; }
    void settle(Mesh& mesh, std::size_t from) const;
    void glyph(const Glyph& g, Vec pen, Rgba colour);
    void line_of_text(const TextLine& line, TextStyle style, Vec pen, Rgba colour);

    const Fonts* fonts_;
    Pictures* pictures_;
    Figures* figures_;
    std::vector<Layer> layers_{1};
    std::vector<Mood> moods_{1};
};

} // namespace chelate::stage
