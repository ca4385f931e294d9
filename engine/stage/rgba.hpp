// Represents colours and measures how people see them: contrast, difference, colour blindness.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace chelate::stage {

/// An sRGB colour. Alpha is not premultiplied.
struct Rgba {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;
    bool operator==(const Rgba&) const = default;
};

/// Reads "#RRGGBB" or "#RRGGBBAA". Returns nothing for anything else.
[[nodiscard]] std::optional<Rgba> rgba_from_hex(std::string_view text);

/// Returns the colour with its alpha multiplied by `share` (0..1, clamped).
[[nodiscard]] Rgba faded(Rgba colour, float share);

/// Returns the mixture of `a` (t = 0) and `b` (t = 1), including alpha. t is clamped.
[[nodiscard]] Rgba mixed(Rgba a, Rgba b, float t);

/// Returns the colour of `top` over an opaque `bottom`.
[[nodiscard]] Rgba over(Rgba top, Rgba bottom);

/// Returns the WCAG 2.2 contrast ratio of two opaque colours, 1..21.
[[nodiscard]] double contrast(Rgba a, Rgba b);

enum class Sight : std::uint8_t { usual, protan, deutan, tritan };

struct Lab {
    double l = 0;
    double a = 0;
    double b = 0;
};

/// Returns CIE L*a*b* (D65) of an opaque colour as seen with full dichromacy of that kind.
/// Source of the simulation: Machado, Oliveira, Fernandes, IEEE TVCG 15(6), 2009, severity 1.0, on linear light.
[[nodiscard]] Lab lab(Rgba colour, Sight sight = Sight::usual);

/// Returns the CIEDE2000 colour difference (Sharma, Wu, Dalal, Color Res. Appl. 30(1), 2005).
[[nodiscard]] double difference(const Lab& a, const Lab& b);

} // namespace chelate::stage
