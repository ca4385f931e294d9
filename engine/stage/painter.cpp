#include "engine/stage/painter.hpp"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "engine/stage/script_fonts.hpp"
#include "engine/stage/shaped_line.hpp"

namespace chelate::stage {
namespace {

Rect whole_pixels(const Rect& r) {
    const float x = std::floor(r.x);
    const float y = std::floor(r.y);
    return {x, y, std::max(0.0F, std::ceil(r.right()) - x), std::max(0.0F, std::ceil(r.bottom()) - y)};
}

Paint vertical(const Rect& rect, Rgba top, Rgba bottom) { return {top, bottom, rect.y, rect.bottom()}; }

// Returns whether everything since `from` is above or below the clip. Lines scrolled out of view must cost nothing.
bool is_unseen(const Mesh& mesh, std::size_t from, const std::optional<Rect>& clip) {
    if (!clip || from == mesh.size()) return false;
    const auto above = [&clip](const sf::Vertex& v) { return v.position.y < clip->y; };
    const auto below = [&clip](const sf::Vertex& v) { return v.position.y > clip->bottom(); };
    const auto first = mesh.begin() + static_cast<std::ptrdiff_t>(from);
    return std::all_of(first, mesh.end(), above) || std::all_of(first, mesh.end(), below);
}

bool is_empty(const Layer& layer) {
    return layer.ground.empty() && layer.shapes.empty() && layer.pictures.empty() && layer.figures.empty() &&
           layer.text.empty();
}

} // namespace

void Painter::begin() {
    fonts_->scripts().begin_frame();
    if (pictures_ != nullptr) pictures_->begin_frame();
    if (figures_ != nullptr) figures_->begin_frame();
    layers_.assign(1, {});
    moods_.assign(1, {});
}

void Painter::layer(std::optional<Rect> clip) {
    if (clip) clip = whole_pixels(clip->moved(moods_.back().offset.x, moods_.back().offset.y));
    Layer& last = layers_.back();
    if (is_empty(last)) last.clip = clip;
    else layers_.push_back({{}, {}, {}, {}, {}, clip});
}

void Painter::lift() {
    const Layer& last = layers_.back();
    if (is_empty(last)) return;
    const std::optional<Rect> clip = last.clip;
    layers_.push_back({{}, {}, {}, {}, {}, clip});
}

void Painter::push(Vec offset, float alpha) {
    const Mood& now = moods_.back();
    moods_.push_back({now.offset + offset, now.alpha * alpha});
}

void Painter::push_still() { moods_.push_back({}); }

void Painter::pop() {
    if (moods_.size() > 1) moods_.pop_back();
}

void Painter::settle(Mesh& mesh, std::size_t from) const {
    const Mood& mood = moods_.back();
    if (mood.offset != Vec{} || mood.alpha < 1) {
        for (std::size_t i = from; i < mesh.size(); ++i) {
            mesh[i].position.x += mood.offset.x;
            mesh[i].position.y += mood.offset.y;
            mesh[i].color.a = static_cast<sf::Uint8>(std::lround(static_cast<float>(mesh[i].color.a) * mood.alpha));
        }
    }
    if (is_unseen(mesh, from, layers_.back().clip)) mesh.resize(from);
}

void Painter::panel(const Rect& rect, float radius, Rgba top, Rgba bottom) {
    const std::size_t from = shapes().size();
    fill(shapes(), round_rect(rect, radius), vertical(rect, top, bottom));
    settle(shapes(), from);
}

void Painter::outline(const Rect& rect, float radius, float width, Rgba top, Rgba bottom) {
    const std::size_t from = shapes().size();
    stroke(shapes(), round_rect(rect.inset(width / 2), radius - width / 2), width, vertical(rect, top, bottom), true);
    settle(shapes(), from);
}

void Painter::shadow(const Rect& rect, float radius, float blur, Vec offset, Rgba colour) {
    const std::size_t from = shapes().size();
    stage::halo(shapes(), rect.moved(offset.x, offset.y), radius, blur, colour, false);
    settle(shapes(), from);
}

void Painter::halo(const Rect& rect, float radius, float blur, Rgba colour) {
    const std::size_t from = shapes().size();
    stage::halo(shapes(), rect, radius, blur, colour, true);
    settle(shapes(), from);
}

void Painter::disc(Vec centre, float radius, Rgba top, Rgba bottom) {
    const std::size_t from = shapes().size();
    fill(shapes(), arc(centre, radius, 0, 1), {top, bottom, centre.y - radius, centre.y + radius});
    settle(shapes(), from);
}

void Painter::glow(Vec centre, float inner, float outer, Rgba colour) {
    const std::size_t from = shapes().size();
    stage::glow(shapes(), centre, inner, outer, colour);
    settle(shapes(), from);
}

void Painter::ring(Vec centre, float radius, float width, float from_turn, float share, Rgba colour) {
    const std::size_t from = shapes().size();
    stage::ring(shapes(), centre, radius, width, from_turn, share, Paint::solid(colour));
    settle(shapes(), from);
}

void Painter::line(std::span<const Vec> points, float width, Rgba colour) {
    if (points.size() < 2) return;
    const std::size_t from = shapes().size();
    const Paint paint = Paint::solid(colour);
    stroke(shapes(), Outline(points.begin(), points.end()), width, paint, false);
    fill(shapes(), arc(points.front(), width / 2, 0, 1), paint);
    fill(shapes(), arc(points.back(), width / 2, 0, 1), paint);
    settle(shapes(), from);
}

void Painter::polygon(const Outline& outline, Rgba top, Rgba bottom) {
    if (outline.empty()) return;
    const std::size_t from = shapes().size();
    float y0 = outline.front().y;
    float y1 = y0;
    for (const Vec& p : outline) {
        y0 = std::min(y0, p.y);
        y1 = std::max(y1, p.y);
    }
    fill(shapes(), outline, {top, bottom, y0, y1});
    settle(shapes(), from);
}

void Painter::shape(std::string_view name, Vec centre, float radius, Rgba top, Rgba bottom) {
    const std::vector<Outline> outlines = subject_shape(name, centre, radius);
    if (outlines.size() == 1) {
        polygon(outlines.front(), top, bottom);
        return;
    }
    // The ring is the band between its two circles.
    const std::size_t from = shapes().size();
    const float outer = centre.y - outlines[0].front().y;
    const float inner = centre.y - outlines[1].front().y;
    stage::ring(shapes(), centre, (outer + inner) / 2, outer - inner, 0, 1,
                {top, bottom, centre.y - outer, centre.y + outer});
    settle(shapes(), from);
}

std::optional<Vec> Painter::picture_size(const std::string& path) const {
    if (pictures_ == nullptr || path.empty()) return std::nullopt;
    return pictures_->size(path);
}

std::optional<Rgba> Painter::picture_ink(const std::string& path) const {
    if (pictures_ == nullptr || path.empty()) return std::nullopt;
    return pictures_->ink(path);
}

void Painter::picture(const std::string& path, const Rect& rect) {
    const Mood& mood = moods_.back();
    const Rect moved = rect.moved(mood.offset.x, mood.offset.y);
    const std::optional<Rect>& clip = layers_.back().clip;
    if (clip && (moved.bottom() < clip->y || moved.y > clip->bottom())) return;
    layers_.back().pictures.push_back({path, moved, mood.alpha});
}

void Painter::figure(PlacedFigure placed) {
    const Mood& mood = moods_.back();
    placed.rect = placed.rect.moved(mood.offset.x, mood.offset.y);
    placed.seen = placed.seen.moved(mood.offset.x, mood.offset.y);
    placed.alpha *= mood.alpha;
    const std::optional<Rect>& clip = layers_.back().clip;
    if (clip && (placed.rect.bottom() < clip->y || placed.rect.y > clip->bottom())) return;
    layers_.back().figures.push_back(std::move(placed));
}

void Painter::glyph(const Glyph& g, Vec pen, Rgba colour) {
    if (!g.visible) return;
    Mesh& mesh = layers_.back().text;
    const sf::Color ink = to_sfml(colour);
    // Glyphs at whole pixels have crisp stems. The pen keeps its fractions, so that words keep their width.
    const float x = std::round(pen.x);
    const sf::Vertex a({x + g.x0, pen.y + g.y0}, ink, {g.u0, g.v0});
    const sf::Vertex b({x + g.x1, pen.y + g.y0}, ink, {g.u1, g.v0});
    const sf::Vertex c({x + g.x1, pen.y + g.y1}, ink, {g.u1, g.v1});
    const sf::Vertex d({x + g.x0, pen.y + g.y1}, ink, {g.u0, g.v1});
    mesh.insert(mesh.end(), {a, b, c, a, c, d});
}

void Painter::line_of_text(const TextLine& line, TextStyle style, Vec pen, Rgba colour) {
    if (needs_shaping(line.text, style)) {
        const ShapedLine shaped = shape_line(*fonts_, line.text, style, line.right_to_left);
        for (const PlacedGlyph& placed : shaped.glyphs) glyph(placed.glyph, {pen.x + placed.x, pen.y}, colour);
        return;
    }
    std::string_view rest = line.text;
    while (!rest.empty()) {
        const Glyph g = fonts_->glyph(take_code_point(rest), style);
        glyph(g, pen, colour);
        pen.x += g.advance;
    }
}

void Painter::text(const TextBlock& block, Vec top_left, Rgba colour, float align) {
    Mesh& mesh = layers_.back().text;
    const float lead = (block.line_height - fonts_->box_height(block.style)) / 2;
    Vec pen = top_left;
    for (const TextLine& line : block.lines) {
        const std::size_t line_from = mesh.size();
        const float left = (block.width - line.width) * (line.right_to_left && align == 0 ? 1 : align);
        line_of_text(line, block.style, {pen.x + left, std::round(pen.y + lead)}, colour);
        settle(mesh, line_from);
        pen.y += block.line_height;
    }
}

void Painter::fade(const Rect& rect, float strength_top, float strength_bottom) {
    Mesh& mesh = layers_.back().ground;
    const std::size_t from = mesh.size();
    const auto corner = [&](float x, float y, float strength) {
        mesh.emplace_back(sf::Vector2f(x, y),
                          sf::Color(255, 255, 255, static_cast<sf::Uint8>(std::lround(strength * 255))));
    };
    corner(rect.x, rect.y, strength_top);
    corner(rect.right(), rect.y, strength_top);
    corner(rect.right(), rect.bottom(), strength_bottom);
    corner(rect.x, rect.y, strength_top);
    corner(rect.right(), rect.bottom(), strength_bottom);
    corner(rect.x, rect.bottom(), strength_bottom);
    settle(mesh, from);
    for (std::size_t i = from; i < mesh.size(); ++i) mesh[i].texCoords = mesh[i].position * ground_detail;
}

void Painter::overlay(const ImDrawData& draw_data) {
    const ImFontAtlas& atlas = fonts_->atlas();
    const ImVec2 size(static_cast<float>(atlas.TexWidth), static_cast<float>(atlas.TexHeight));
    for (int n = 0; n < draw_data.CmdListsCount; ++n) {
        const ImDrawList& list = *draw_data.CmdLists[n];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            if (command.UserCallback != nullptr || command.ElemCount == 0) continue;
            const Rect clip{command.ClipRect.x, command.ClipRect.y, command.ClipRect.z - command.ClipRect.x,
                            command.ClipRect.w - command.ClipRect.y};
            const std::optional<Rect> wanted = whole_pixels(clip);
            if (!layers_.back().clip || layers_.back().clip != wanted) layer(wanted);
            Mesh& mesh = layers_.back().text;
            for (unsigned i = 0; i < command.ElemCount; ++i) {
                const ImDrawIdx index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i)];
                const ImDrawVert& v = list.VtxBuffer[static_cast<int>(command.VtxOffset + index)];
                const sf::Color colour(static_cast<sf::Uint8>(v.col >> IM_COL32_R_SHIFT),
                                       static_cast<sf::Uint8>(v.col >> IM_COL32_G_SHIFT),
                                       static_cast<sf::Uint8>(v.col >> IM_COL32_B_SHIFT),
                                       static_cast<sf::Uint8>(v.col >> IM_COL32_A_SHIFT));
                mesh.emplace_back(sf::Vector2f(v.pos.x, v.pos.y), colour,
                                  sf::Vector2f(v.uv.x * size.x, v.uv.y * size.y));
            }
        }
    }
    layer();
}

std::size_t Painter::vertex_count() const {
    std::size_t count = 0;
    for (const Layer& layer : layers_) count += layer.ground.size() + layer.shapes.size() + layer.text.size();
    return count;
}

} // namespace chelate::stage
