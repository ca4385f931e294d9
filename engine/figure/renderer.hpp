// Turns drawings into pixels with librsvg. It needs no display. The library is loaded when the first figure is drawn,
// because it would make every start slower and larger.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/figure/timeline.hpp"

namespace chelate::figure {

inline constexpr unsigned longest_side = 8192;          ///< pixels of a picture
inline constexpr std::size_t largest_style = 64 * 1024; ///< bytes of a stylesheet

/// Pixels of a picture.
struct Bitmap {
    unsigned width = 0;
    unsigned height = 0;
    std::vector<std::uint8_t> rgba; ///< four bytes a pixel, row by row; the colours are not multiplied with the alpha
};

/// Where the pixels of a part lie in a picture of the whole drawing.
struct PartPlace {
    int x = 0; ///< of the upper left corner
    int y = 0;
    unsigned width = 0; ///< 0: there is nothing to see
    unsigned height = 0;
};

/// Draws the parts of one drawing in the colours of one stylesheet.
class Renderer {
public:
    /// Errors: no-librsvg, drawing-not-drawn.
    [[nodiscard]] static Result<Renderer> open(const content::Drawing& drawing, const std::string& style);
    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;
    ~Renderer();

    /// Returns where each part lies, without its strokes, in units of the drawing.
    [[nodiscard]] const std::vector<Box>& boxes() const { return boxes_; }
    /// Returns the place of a part. @param scale  pixels a unit
    [[nodiscard]] PartPlace place(std::size_t index, double scale) const;
    /// Draws a part, as large as its place. Nothing to see gives no pixels.
    [[nodiscard]] Bitmap part(std::size_t index, double scale) const;

private:
    struct Handle;
    explicit Renderer(std::unique_ptr<Handle> handle);

    std::unique_ptr<Handle> handle_;
    std::vector<Box> boxes_;
    std::vector<Box> inks_; ///< with strokes
};

/// Draws a whole SVG file, as large as fits into that size.
/// Errors: no-librsvg, drawing-not-drawn.
[[nodiscard]] Result<Bitmap> draw(std::string_view svg, unsigned width, unsigned height);

/// Returns the bytes of a PNG file with a whole SVG file drawn in it. Errors: no-librsvg, drawing-not-drawn.
[[nodiscard]] Result<std::string> png_of(std::string_view svg, unsigned width, unsigned height);

} // namespace chelate::figure
