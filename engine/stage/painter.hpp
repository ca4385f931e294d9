// Draws the stage: everything becomes triangles in a few layers, shapes first and text on top of each.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/stage/mesh.hpp"
#include "engine/stage/text_layout.hpp"

struct ImDrawData;

namespace chelate::stage {

/// Triangles that are drawn together.
struct Layer {
    Mesh ground;                ///< pieces of the ground, to let content fade into it
    Mesh shapes;                ///< without texture
    Mesh text;                  ///< with the font texture, over the shapes
    std::optional<Rect> clip{}; ///< whole pixels
};

/// Collects one frame. Needs no display.
class Painter {
public:
    explicit Painter(const Fonts& fonts) : fonts_(&fonts) {}

    /// Forgets the last frame.
    void begin();
    /// What follows stands over everything so far, and inside `clip` when there is one.
    void layer(std::optional<Rect> clip = {});
    /// A new layer with the clip of the one before.
    void lift();
    /// Moves and fades all that follows until `pop`; nests.
    void push(Vec offset, float alpha);
    /// As if nothing had been pushed, until `pop`: for what stays while a screen comes in.
    void push_still();
    void pop();

    void panel(const Rect& rect, float radius, Rgba top, Rgba bottom);
    void outline(const Rect& rect, float radius, float width, Rgba top, Rgba bottom);
    void shadow(const Rect& rect, float radius, float blur, Vec offset, Rgba colour);
    void halo(const Rect& rect, float radius, float blur, Rgba colour);
    void disc(Vec centre, float radius, Rgba top, Rgba bottom);
    void glow(Vec centre, float inner, float outer, Rgba colour);
    void ring(Vec centre, float radius, float width, float from_turn, float share, Rgba colour);
    void line(std::span<const Vec> points, float width, Rgba colour); ///< round ends
    void polygon(const Outline& outline, Rgba top, Rgba bottom);
    void shape(std::string_view name, Vec centre, float radius, Rgba top, Rgba bottom);
    /// align 0 left, 0.5 centre, 1 right, in the block's width
    void text(const TextBlock& block, Vec top_left, Rgba colour, float align = 0);
    /// The ground is a soft gradient: half as many pixels each way show it as well and take a quarter of the memory.
    static constexpr float ground_detail = 0.5F;
    /// The ground once more, over what is there, from one strength to another: content dissolves at an edge.
    void fade(const Rect& rect, float strength_top, float strength_bottom);
    /// Triangles of Dear ImGui, each list in layers of its own.
    void overlay(const ImDrawData& draw_data);

    [[nodiscard]] const std::vector<Layer>& layers() const { return layers_; }
    [[nodiscard]] const Fonts& fonts() const { return *fonts_; }
    [[nodiscard]] std::size_t vertex_count() const;

private:
    struct Mood {
        Vec offset{};
        float alpha = 1;
    };
    Mesh& shapes() { return layers_.back().shapes; }
    void settle(Mesh& mesh, std::size_t from) const;
    void line_of_text(const TextLine& line, TextStyle style, Vec pen, Rgba colour);

    const Fonts* fonts_;
    std::vector<Layer> layers_{1};
    std::vector<Mood> moods_{1};
};

} // namespace chelate::stage
