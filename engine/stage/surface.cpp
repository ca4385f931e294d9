#include "engine/stage/surface.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <functional>
#include <utility>

#include <SFML/Graphics.hpp>
#include <imgui.h>

#include "engine/stage/script_fonts.hpp"

namespace chelate::stage {
namespace {

std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
    return (hash ^ word) * 0x9E3779B97F4A7C15ULL ^ (hash >> 29);
}

std::uint64_t hash_of(const Mesh& mesh, std::uint64_t hash) {
    for (const sf::Vertex& v : mesh) {
        const auto word = [](float a, float b) {
            return (std::uint64_t{std::bit_cast<std::uint32_t>(a)} << 32) | std::bit_cast<std::uint32_t>(b);
        };
        hash = mix(hash, word(v.position.x, v.position.y));
        hash = mix(hash, word(v.texCoords.x, v.texCoords.y) + v.color.toInteger());
    }
    return mix(hash, mesh.size());
}

std::uint64_t hash_of(const Layer& layer) {
    std::uint64_t hash = hash_of(layer.text, hash_of(layer.shapes, hash_of(layer.ground, 1)));
    for (const PlacedPicture& picture : layer.pictures) {
        hash = mix(hash, std::hash<std::string>{}(picture.path));
        for (const float part : {picture.rect.x, picture.rect.y, picture.rect.w, picture.rect.h, picture.alpha})
            hash = mix(hash, std::bit_cast<std::uint32_t>(part));
    }
    for (const PlacedFigure& figure : layer.figures) {
        hash = mix(hash, std::hash<const void*>{}(figure.drawing.get()) ^ std::hash<std::string>{}(figure.style));
        for (const float part : {figure.rect.x, figure.rect.y, figure.rect.w, figure.rect.h, figure.seen.x,
                                 figure.seen.y, figure.seen.w, figure.seen.h, figure.alpha})
            hash = mix(hash, std::bit_cast<std::uint32_t>(part));
        for (const figure::PlacedPart& part : figure.parts) {
            hash = mix(hash, part.part);
            for (const double value : {part.moved.x, part.moved.y, part.opacity, part.glow})
                hash = mix(hash, std::bit_cast<std::uint64_t>(value));
        }
    }
    if (layer.clip) {
        for (const float edge : {layer.clip->x, layer.clip->y, layer.clip->w, layer.clip->h}) {
            hash = mix(hash, std::bit_cast<std::uint32_t>(edge));
        }
    }
    return hash;
}

sf::View view_of(const std::optional<Rect>& clip, sf::Vector2u size) {
    const auto w = static_cast<float>(size.x);
    const auto h = static_cast<float>(size.y);
    sf::View view(sf::FloatRect(0, 0, w, h));
    if (!clip) return view;
    const Rect seen = clip->cut({0, 0, w, h});
    view.reset({seen.x, seen.y, seen.w, seen.h});
    view.setViewport({seen.x / w, seen.y / h, seen.w / w, seen.h / h});
    return view;
}

void copy(sf::RenderTarget& target, const sf::Texture& texture) {
    target.setView(view_of({}, target.getSize()));
    const auto w = static_cast<float>(texture.getSize().x);
    const auto h = static_cast<float>(texture.getSize().y);
    const auto tw = static_cast<float>(target.getSize().x);
    const auto th = static_cast<float>(target.getSize().y);
    const sf::Vertex quad[4] = {{{0, 0}, {0, 0}}, {{tw, 0}, {w, 0}}, {{tw, th}, {w, h}}, {{0, th}, {0, h}}};
    sf::RenderStates states(sf::BlendNone);
    states.texture = &texture;
    target.draw(quad, 4, sf::Quads, states);
}

// Returns the strength of a pool of light at a distance given in radii.
float pool(float dx, float dy) {
    const float left = 1 - std::min(1.0F, dx * dx + dy * dy);
    return left * left;
}

} // namespace

struct Surface::Drawing {
    sf::RenderTarget& target;
    const sf::Texture* ground;
    const sf::Texture* font;
    Pictures* pictures;
    Figures* figures;
    FrameStats& stats;

    void mesh(const Mesh& vertices, const sf::Texture* texture) const {
        if (vertices.empty()) return;
        sf::RenderStates states;
        states.texture = texture;
        target.draw(vertices.data(), vertices.size(), sf::Triangles, states);
        ++stats.draw_calls;
        stats.vertices += vertices.size();
    }

    void picture(const PlacedPicture& placed) const {
        const sf::Texture* texture = pictures != nullptr ? pictures->texture(placed.path) : nullptr;
        if (texture == nullptr) return;
        const sf::Color ink(255, 255, 255, static_cast<sf::Uint8>(std::lround(placed.alpha * 255)));
        const Rect& r = placed.rect;
        const auto w = static_cast<float>(texture->getSize().x);
        const auto h = static_cast<float>(texture->getSize().y);
        const sf::Vertex a({r.x, r.y}, ink, {0, 0});
        const sf::Vertex b({r.right(), r.y}, ink, {w, 0});
        const sf::Vertex c({r.right(), r.bottom()}, ink, {w, h});
        const sf::Vertex d({r.x, r.bottom()}, ink, {0, h});
        mesh({a, b, c, a, c, d}, texture);
    }

    // Draws the parts of a figure. Those that follow one another in the same texture are drawn together.
    void figure(const PlacedFigure& placed, const std::optional<Rect>& clip) const {
        if (figures == nullptr) return;
        const Rect& r = placed.rect;
        const Rect seen = placed.seen.cut(r);
        const Rect shown = clip ? clip->cut(seen) : seen;
        if (shown.w < 1 || shown.h < 1) return;
        target.setView(view_of(shown, target.getSize()));
        const auto scale = static_cast<double>(r.w) / placed.drawing->width;
        Mesh pieces;
        const sf::Texture* texture = nullptr;
        const auto add = [&](const figure::PlacedPart& part, const PartTexture& from, double opacity) {
            if (from.texture == nullptr) return;
            if (from.texture != texture) mesh(std::exchange(pieces, {}), texture);
            texture = from.texture;
            const float x = r.x + from.at.x + static_cast<float>(part.moved.x * scale);
            const float y = r.y + from.at.y + static_cast<float>(part.moved.y * scale);
            const Rect& piece = from.piece;
            const float right = x + piece.w * from.enlarged;
            const float bottom = y + piece.h * from.enlarged;
            const double strength = opacity * static_cast<double>(placed.alpha);
            const sf::Color ink(255, 255, 255, static_cast<sf::Uint8>(std::lround(strength * 255)));
            const sf::Vertex a({x, y}, ink, {piece.x, piece.y});
            const sf::Vertex b({right, y}, ink, {piece.right(), piece.y});
            const sf::Vertex c({right, bottom}, ink, {piece.right(), piece.bottom()});
            const sf::Vertex d({x, bottom}, ink, {piece.x, piece.bottom()});
            pieces.insert(pieces.end(), {a, b, c, a, c, d});
        };
        for (const figure::PlacedPart& part : placed.parts) {
            if (part.glow > 0) add(part, figures->part(placed, part.part, true), part.glow * part.opacity);
            add(part, figures->part(placed, part.part, false), part.opacity);
        }
        mesh(pieces, texture);
        target.setView(view_of(clip, target.getSize()));
    }

    void layer(const Layer& layer) const {
        if (layer.clip && (layer.clip->w < 1 || layer.clip->h < 1)) return;
        target.setView(view_of(layer.clip, target.getSize()));
        mesh(layer.ground, ground);
        mesh(layer.shapes, nullptr);
        for (const PlacedPicture& placed : layer.pictures) picture(placed);
        for (const PlacedFigure& placed : layer.figures) figure(placed, layer.clip);
        mesh(layer.text, font);
    }
};

std::vector<std::uint8_t> ground_pixels(unsigned width, unsigned height, const Theme& theme) {
    const Colours& c = theme.colour;
    std::vector<std::uint8_t> pixels(std::size_t{4} * width * height);
    std::uint32_t noise = 0x1234567U;
    std::size_t at = 0;
    const auto channel = [](std::uint8_t a, std::uint8_t b, float t) {
        return static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * t;
    };
    for (unsigned row = 0; row < height; ++row) {
        const float y = (static_cast<float>(row) + 0.5F) / static_cast<float>(height);
        const float base[3] = {channel(c.ground_top.r, c.ground_bottom.r, y),
                               channel(c.ground_top.g, c.ground_bottom.g, y),
                               channel(c.ground_top.b, c.ground_bottom.b, y)};
        for (unsigned column = 0; column < width; ++column) {
            const float x = (static_cast<float>(column) + 0.5F) / static_cast<float>(width);
            const float near =
                pool((x - 0.82F) / 0.62F, (y - 0.08F) / 0.85F) * static_cast<float>(c.ground_glow_near.a) / 255;
            const float far =
                pool((x - 0.08F) / 0.6F, (y - 0.98F) / 0.75F) * static_cast<float>(c.ground_glow_far.a) / 255;
            const float lights[2][3] = {
                {static_cast<float>(c.ground_glow_near.r), static_cast<float>(c.ground_glow_near.g),
                 static_cast<float>(c.ground_glow_near.b)},
                {static_cast<float>(c.ground_glow_far.r), static_cast<float>(c.ground_glow_far.g),
                 static_cast<float>(c.ground_glow_far.b)}};
            noise = noise * 1664525U + 1013904223U;
            const float dither =
                static_cast<float>(noise >> 24) / 256 + static_cast<float>((noise >> 16) & 255U) / 256 - 1;
            for (std::size_t k = 0; k < 3; ++k) {
                float value = base[k];
                value += (lights[0][k] - value) * near;
                value += (lights[1][k] - value) * far;
                pixels[at++] = static_cast<std::uint8_t>(std::clamp(value + 0.5F + dither * 0.8F, 0.0F, 255.0F));
            }
            pixels[at++] = 255;
        }
    }
    return pixels;
}

Surface::Surface()
    : ground_(std::make_unique<sf::Texture>()),
      font_(std::make_unique<sf::Texture>()),
      picture_(std::make_unique<sf::RenderTexture>()) {}
Surface::~Surface() = default;

void Surface::set_ground(unsigned width, unsigned height, const Theme& theme) {
    kept_.clear();
    before_.clear();
    const auto detailed = [](unsigned pixels) {
        return std::max(1U, static_cast<unsigned>(std::lround(static_cast<float>(pixels) * Painter::ground_detail)));
    };
    const unsigned columns = detailed(width);
    const unsigned rows = detailed(height);
    if (!ground_->create(columns, rows)) return;
    ground_->setSmooth(true);
    ground_->update(ground_pixels(columns, rows, theme).data());
}

void Surface::set_font_texture(const Fonts& fonts) {
    kept_.clear();
    before_.clear();
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    fonts.atlas().GetTexDataAsRGBA32(&pixels, &width, &height);
    if (!font_->create(static_cast<unsigned>(width), static_cast<unsigned>(height))) return;
    font_->update(pixels);
    font_->setSmooth(true);
    atlas_height_ = static_cast<unsigned>(height);
    sheet_rows_ = 0;
    sheet_version_ = 0;
    // The window keeps the texture, so the tens of megabytes of pixels are no longer needed.
    fonts.atlas().ClearTexData();
}

// Copies new glyphs of the sheet to the texture, below the atlas.
void Surface::follow_sheet(const Fonts& fonts) {
    const GlyphSheet& sheet = fonts.scripts().sheet();
    if (sheet.version() == sheet_version_ || sheet.height() == 0) return;
    sheet_version_ = sheet.version();
    if (sheet.epoch() != sheet_epoch_) {
        sheet_epoch_ = sheet.epoch();
        sheet_shelf_ = 0;
        kept_.clear(); // the same places have other glyphs now
        before_.clear();
    }
    if (sheet.height() > sheet_rows_) {
        constexpr unsigned step = 256;
        sheet_rows_ = (sheet.height() + step - 1) / step * step;
        sheet_shelf_ = 0;
        auto taller = std::make_unique<sf::Texture>();
        if (!taller->create(sheet.width(), atlas_height_ + sheet_rows_)) return;
        sf::Image atlas = font_->copyToImage();
        taller->update(atlas.getPixelsPtr(), sheet.width(), atlas_height_, 0, 0);
        taller->setSmooth(true);
        font_ = std::move(taller);
    }
    std::vector<std::uint8_t> pixels;
    pixels.reserve(std::size_t{4} * sheet.width() * (sheet.height() - sheet_shelf_));
    for (unsigned y = sheet_shelf_; y < sheet.height(); ++y) {
        const std::uint8_t* row = sheet.row(y);
        for (unsigned x = 0; x < sheet.width(); ++x) pixels.insert(pixels.end(), {255, 255, 255, row[x]});
    }
    font_->update(pixels.data(), sheet.width(), sheet.height() - sheet_shelf_, 0, atlas_height_ + sheet_shelf_);
    sheet_shelf_ = sheet.shelf();
}

void Surface::keep(std::size_t count, const Painter& painter, unsigned width, unsigned height) {
    if (picture_->getSize() != sf::Vector2u(width, height) && !picture_->create(width, height)) {
        kept_.clear();
        return;
    }
    FrameStats ignored;
    copy(*picture_, *ground_);
    const Drawing drawing{*picture_, ground_.get(), font_.get(), painter.pictures(), painter.figures(), ignored};
    for (std::size_t i = 0; i < count; ++i) drawing.layer(painter.layers()[i]);
    picture_->display();
}

FrameStats Surface::draw(sf::RenderTarget& target, const Painter& painter) {
    follow_sheet(painter.fonts());
    std::vector<std::uint64_t> now;
    for (const Layer& layer : painter.layers()) now.push_back(hash_of(layer));
    const auto same = [&now](const std::vector<std::uint64_t>& other) {
        std::size_t count = 0;
        while (count < now.size() && count < other.size() && now[count] == other[count]) ++count;
        return count;
    };
    const std::size_t stable = same(before_);
    if (same(kept_) < kept_.size()) kept_.clear();
    if (stable > kept_.size()) {
        kept_.assign(now.begin(), now.begin() + static_cast<std::ptrdiff_t>(stable));
        keep(stable, painter, target.getSize().x, target.getSize().y);
    }
    FrameStats stats;
    copy(target, kept_.empty() ? *ground_ : picture_->getTexture());
    ++stats.draw_calls;
    stats.vertices += 4;
    const Drawing drawing{target, ground_.get(), font_.get(), painter.pictures(), painter.figures(), stats};
    for (std::size_t i = kept_.size(); i < now.size(); ++i) drawing.layer(painter.layers()[i]);
    target.setView(view_of({}, target.getSize()));
    before_ = std::move(now);
    return stats;
}

} // namespace chelate::stage
