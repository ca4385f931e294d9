// Keeps pictures of single glyphs that are made while the program runs. They are below the font atlas in its texture.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace chelate::stage {

/// A sheet of grey pixels that grows downwards.
class GlyphSheet {
public:
    /// The sheet is as wide as the atlas above it. Forgets all glyphs.
    void reset(unsigned width);

    struct Place {
        unsigned x = 0;
        unsigned y = 0;
    };
    /// Copies a picture of grey pixels into the sheet. @param pitch  bytes from one row to the next
    /// Returns its place, or nothing when the sheet is full.
    std::optional<Place> add(const std::uint8_t* pixels, unsigned width, unsigned height, int pitch);

    [[nodiscard]] unsigned width() const { return width_; }
    [[nodiscard]] unsigned height() const { return bottom_; } ///< rows in use
    [[nodiscard]] unsigned shelf() const { return shelf_; }   ///< first row that may still change
    /// Returns how often the sheet has changed, and how often it has forgotten everything.
    [[nodiscard]] unsigned version() const { return version_; }
    [[nodiscard]] unsigned epoch() const { return epoch_; }
    /// Returns whether it should be reset before the next frame, so that the frame's glyphs fit.
    [[nodiscard]] bool is_crowded() const { return bottom_ > most_rows / 2; }
    /// Returns the pixels of a row. @pre row < height()
    [[nodiscard]] const std::uint8_t* row(unsigned row) const { return pixels_.data() + std::size_t{row} * width_; }

    /// With the atlas above it, the texture stays within the 4096 rows that every graphics card has.
    static constexpr unsigned most_rows = 2048;

private:
    std::vector<std::uint8_t> pixels_;
    unsigned width_ = 0;
    unsigned shelf_ = 0;  ///< top of the row of glyphs being filled
    unsigned bottom_ = 0; ///< below the tallest glyph of that row
    unsigned next_x_ = 0;
    unsigned version_ = 0;
    unsigned epoch_ = 0;
};

} // namespace chelate::stage
