// Defines points and rectangles in window pixels, with y pointing down.
#pragma once

#include <algorithm>

namespace chelate::stage {

struct Vec {
    float x = 0;
    float y = 0;
    bool operator==(const Vec&) const = default;
    friend constexpr Vec operator+(Vec a, Vec b) { return {a.x + b.x, a.y + b.y}; }
    friend constexpr Vec operator-(Vec a, Vec b) { return {a.x - b.x, a.y - b.y}; }
    friend constexpr Vec operator*(Vec a, float k) { return {a.x * k, a.y * k}; }
};

struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    bool operator==(const Rect&) const = default;
    [[nodiscard]] constexpr float right() const { return x + w; }
    [[nodiscard]] constexpr float bottom() const { return y + h; }
    [[nodiscard]] constexpr Vec centre() const { return {x + w / 2, y + h / 2}; }
    /// Returns whether a point is inside. The left and top edges belong to it, the right and bottom edges do not.
    [[nodiscard]] constexpr bool contains(Vec p) const {
        return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
    }
    /// Returns the rectangle made smaller by dx on the left and right and by dy at the top and bottom.
    /// Negative values enlarge it.
    [[nodiscard]] constexpr Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
    [[nodiscard]] constexpr Rect inset(float d) const { return inset(d, d); }
    [[nodiscard]] constexpr Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    /// Returns the common part. Its width or height is zero when there is none.
    [[nodiscard]] constexpr Rect cut(const Rect& o) const {
        const float left = std::max(x, o.x);
        const float top = std::max(y, o.y);
        return {left, top, std::max(0.0F, std::min(right(), o.right()) - left),
                std::max(0.0F, std::min(bottom(), o.bottom()) - top)};
    }
};

} // namespace chelate::stage
