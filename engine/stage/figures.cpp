#include "engine/stage/figures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include <SFML/Graphics/Texture.hpp>

#include "engine/base/folders.hpp"

namespace chelate::stage {
namespace {

constexpr std::uint64_t frames_a_sheet_stays = 600; // as pictures do
constexpr unsigned sheet_width = 4096;
constexpr unsigned between = 1; // pixels between two parts, so that none bleeds into another

/// Returns the light around what a bitmap shows: its outline, grown and soft, in one colour.
/// @param reach  how far the light goes, pixels
figure::Bitmap light_around(const figure::Bitmap& bitmap, unsigned reach, Rgba colour) {
    figure::Bitmap light{bitmap.width + 2 * reach, bitmap.height + 2 * reach, {}};
    std::vector<float> alpha(std::size_t{light.width} * light.height, 0.0F);
    for (unsigned y = 0; y < bitmap.height; ++y) {
        for (unsigned x = 0; x < bitmap.width; ++x)
            alpha[std::size_t{y + reach} * light.width + x + reach] =
                static_cast<float>(bitmap.rgba[(std::size_t{y} * bitmap.width + x) * 4 + 3]) / 255;
    }
    // Two passes of a running mean in each direction come close to a Gaussian.
    const auto blur = [&](std::size_t count, std::size_t length, std::size_t step, std::size_t stride) {
        std::vector<float> line(length);
        const auto radius = static_cast<std::ptrdiff_t>(std::max(1U, reach / 2));
        for (std::size_t i = 0; i < count; ++i) {
            float* const start = alpha.data() + i * stride;
            float sum = 0;
            const auto at = [&](std::ptrdiff_t k) {
                return k < 0 || k >= static_cast<std::ptrdiff_t>(length) ? 0.0F
                                                                         : start[static_cast<std::size_t>(k) * step];
            };
            for (std::ptrdiff_t k = -radius; k <= radius; ++k) sum += at(k);
            for (std::size_t k = 0; k < length; ++k) {
                line[k] = sum / static_cast<float>(2 * radius + 1);
                const auto now = static_cast<std::ptrdiff_t>(k);
                sum += at(now + radius + 1) - at(now - radius);
            }
            for (std::size_t k = 0; k < length; ++k) start[k * step] = line[k];
        }
    };
    for (int pass = 0; pass < 2; ++pass) {
        blur(light.height, light.width, 1, light.width);
        blur(light.width, light.height, light.width, 1);
    }
    light.rgba.reserve(alpha.size() * 4);
    for (const float value : alpha) {
        const float strength = std::min(1.0F, value * 1.8F);
        light.rgba.insert(light.rgba.end(),
                          {colour.r, colour.g, colour.b, static_cast<std::uint8_t>(std::lround(strength * 255))});
    }
    return light;
}

} // namespace

/// One drawing in the colours of one stylesheet, at one size.
struct Figures::Sheet {
    std::shared_ptr<const content::Drawing> drawing;
    std::optional<figure::Renderer> renderer; ///< nothing: it cannot be drawn
    double asked = 0;                         ///< pixels a unit on the screen
    double scale = 0;                         ///< pixels a unit in the texture; less than asked for where it must be
    std::unique_ptr<sf::Texture> texture;
    std::vector<Rect> pieces;                                   ///< by part
    std::vector<char> drawn;                                    ///< by part
    std::map<std::size_t, std::unique_ptr<sf::Texture>> lights; ///< by part
    std::uint64_t used = 0;

    /// Gives each part a place in a new texture.
    void lay_out(double new_scale) {
        asked = new_scale;
        texture.reset();
        lights.clear();
        drawn.assign(drawing->parts.size(), 0);
        const unsigned most = sf::Texture::getMaximumSize();
        unsigned width = 0;
        unsigned height = 0;
        for (scale = asked; scale > asked / 8; scale *= 0.8) {
            width = std::min(sheet_width, most);
            for (std::size_t i = 0; i < drawing->parts.size(); ++i)
                width = std::max(width, renderer->place(i, scale).width);
            height = place_pieces(width);
            if (width <= most && height <= most) break;
        }
        auto made = std::make_unique<sf::Texture>();
        if (!made->create(width, height)) return;
        made->setSmooth(true);
        texture = std::move(made);
    }

    /// Puts the parts on shelves, the tallest first, so that little is left over. Returns the height of all.
    unsigned place_pieces(unsigned width) {
        std::vector<std::size_t> order(drawing->parts.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return renderer->place(a, scale).height > renderer->place(b, scale).height;
        });
        pieces.assign(order.size(), {});
        unsigned x = 0;
        unsigned y = 0;
        unsigned shelf = 0;
        for (const std::size_t i : order) {
            const figure::PartPlace place = renderer->place(i, scale);
            if (x + place.width > width) {
                x = 0;
                y += shelf + between;
                shelf = 0;
            }
            pieces[i] = {static_cast<float>(x), static_cast<float>(y), static_cast<float>(place.width),
                         static_cast<float>(place.height)};
            x += place.width + between;
            shelf = std::max(shelf, place.height);
        }
        return y + shelf + 1;
    }

    void draw(std::size_t part) {
        if (drawn[part] || !texture) return;
        drawn[part] = 1;
        const figure::Bitmap bitmap = renderer->part(part, scale);
        if (bitmap.rgba.empty()) {
            pieces[part].w = 0;
            return;
        }
        texture->update(bitmap.rgba.data(), bitmap.width, bitmap.height, static_cast<unsigned>(pieces[part].x),
                        static_cast<unsigned>(pieces[part].y));
    }
};

Figures::Figures(std::filesystem::path styles) : styles_(std::move(styles)) {}
Figures::~Figures() = default;

Figures::Sheet* Figures::sheet(const std::shared_ptr<const content::Drawing>& drawing, const std::string& style) {
    if (styles_.empty() || !drawing) return nullptr;
    auto& entry = sheets_[{drawing.get(), style}];
    if (!entry) {
        entry = std::make_unique<Sheet>();
        entry->drawing = drawing;
        if (const auto css = read_file(styles_ / (style + ".css"), figure::largest_style)) {
            if (auto renderer = figure::Renderer::open(*drawing, *css)) entry->renderer = std::move(*renderer);
        }
    }
    entry->used = frame_;
    return entry->renderer ? entry.get() : nullptr;
}

const std::vector<figure::Box>* Figures::boxes(const std::shared_ptr<const content::Drawing>& drawing,
                                               const std::string& style) {
    const Sheet* const found = sheet(drawing, style);
    return found == nullptr ? nullptr : &found->renderer->boxes();
}

bool Figures::is_ready(const std::shared_ptr<const content::Drawing>& drawing, const std::string& style,
                       float width) const {
    const auto found = sheets_.find({drawing.get(), style});
    return found != sheets_.end() && found->second->asked == static_cast<double>(width) / drawing->width;
}

PartTexture Figures::part(const PlacedFigure& figure, std::size_t index, bool lit) {
    Sheet* const found = sheet(figure.drawing, figure.style);
    if (found == nullptr) return {};
    const double asked = static_cast<double>(figure.rect.w) / figure.drawing->width;
    if (found->asked != asked) found->lay_out(asked);
    found->draw(index);
    if (!found->texture || found->pieces[index].w < 1) return {};
    const figure::PartPlace place = found->renderer->place(index, found->scale);
    const auto enlarged = static_cast<float>(asked / found->scale);
    const auto x = static_cast<float>(place.x);
    const auto y = static_cast<float>(place.y);
    if (!lit) return {found->texture.get(), found->pieces[index], {x * enlarged, y * enlarged}, enlarged};
    const auto reach = static_cast<unsigned>(std::max(2.0, 14 * found->scale));
    auto& light = found->lights[index];
    if (!light) {
        const figure::Bitmap bitmap = light_around(found->renderer->part(index, found->scale), reach, figure.light);
        light = std::make_unique<sf::Texture>();
        if (!light->create(bitmap.width, bitmap.height)) return {};
        light->setSmooth(true);
        light->update(bitmap.rgba.data());
    }
    const auto size = light->getSize();
    const auto edge = static_cast<float>(reach);
    return {light.get(),
            {0, 0, static_cast<float>(size.x), static_cast<float>(size.y)},
            {(x - edge) * enlarged, (y - edge) * enlarged},
            enlarged};
}

void Figures::begin_frame() {
    ++frame_;
    std::erase_if(sheets_, [this](const auto& entry) { return entry.second->used + frames_a_sheet_stays < frame_; });
}

} // namespace chelate::stage
