#include "engine/stage/glyph_sheet.hpp"

#include <algorithm>

namespace chelate::stage {
namespace {

constexpr unsigned gap = 2; // space for bilinear sampling at fractions of a pixel

} // namespace

void GlyphSheet::reset(unsigned width) {
    pixels_.clear();
    width_ = width;
    shelf_ = bottom_ = next_x_ = 0;
    ++version_;
    ++epoch_;
}

std::optional<GlyphSheet::Place> GlyphSheet::add(const std::uint8_t* pixels, unsigned width, unsigned height,
                                                 int pitch) {
    if (width + 2 * gap > width_) return std::nullopt;
    if (next_x_ + width + 2 * gap > width_) {
        shelf_ = bottom_;
        next_x_ = 0;
    }
    const unsigned bottom = std::max(bottom_, shelf_ + height + 2 * gap);
    if (bottom > most_rows) return std::nullopt;
    bottom_ = bottom;
    pixels_.resize(std::size_t{bottom_} * width_);
    const Place place{next_x_ + gap, shelf_ + gap};
    for (unsigned y = 0; y < height; ++y) {
        const std::uint8_t* from = pixels + static_cast<std::ptrdiff_t>(y) * pitch;
        std::copy(from, from + width, pixels_.begin() + std::ptrdiff_t{place.y + y} * width_ + place.x);
    }
    next_x_ += width + gap;
    ++version_;
    return place;
}

} // namespace chelate::stage
