#include "engine/stage/rgba.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace chelate::stage {
namespace {

std::optional<int> nibble(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return std::nullopt;
}

double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Rgba c) { return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b); }

using Linear = std::array<double, 3>;
using Matrix = std::array<Linear, 3>;

// Rows of the matrices in Machado et al. 2009, table 1, severity 1.0.
constexpr Matrix protan{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deutan{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritan{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

Linear seen(const Linear& light, const Matrix& m) {
    Linear out{};
    for (std::size_t row = 0; row < 3; ++row) {
        const double sum = m[row][0] * light[0] + m[row][1] * light[1] + m[row][2] * light[2];
        out[row] = std::clamp(sum, 0.0, 1.0);
    }
    return out;
}

double lab_curve(double t) { return t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0; }

constexpr double degree = std::numbers::pi / 180.0;

double hue(double a, double b) {
    if (a == 0 && b == 0) return 0;
    const double angle = std::atan2(b, a) / degree;
    return angle < 0 ? angle + 360 : angle;
}

std::uint8_t byte(float value) { return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F))); }

} // namespace

std::optional<Rgba> rgba_from_hex(std::string_view text) {
    if ((text.size() != 7 && text.size() != 9) || text.front() != '#') return std::nullopt;
    std::array<std::uint8_t, 4> channels{0, 0, 0, 255};
    for (std::size_t i = 0; 2 * i + 1 < text.size(); ++i) {
        const auto high = nibble(text[2 * i + 1]);
        const auto low = nibble(text[2 * i + 2]);
        if (!high || !low) return std::nullopt;
        channels[i] = static_cast<std::uint8_t>(*high * 16 + *low);
    }
    return Rgba{channels[0], channels[1], channels[2], channels[3]};
}

Rgba faded(Rgba colour, float share) {
    colour.a = byte(static_cast<float>(colour.a) * std::clamp(share, 0.0F, 1.0F));
    return colour;
}

Rgba mixed(Rgba a, Rgba b, float t) {
    t = std::clamp(t, 0.0F, 1.0F);
    const auto channel = [t](std::uint8_t from, std::uint8_t to) {
        return byte(static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * t);
    };
    return {channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b), channel(a.a, b.a)};
}

Rgba over(Rgba top, Rgba bottom) {
    const float share = static_cast<float>(top.a) / 255.0F;
    top.a = 255;
    bottom.a = 255;
    return mixed(bottom, top, share);
}

double contrast(Rgba a, Rgba b) {
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

Lab lab(Rgba colour, Sight sight) {
    Linear light{linear(colour.r), linear(colour.g), linear(colour.b)};
    if (sight == Sight::protan) light = seen(light, protan);
    if (sight == Sight::deutan) light = seen(light, deutan);
    if (sight == Sight::tritan) light = seen(light, tritan);
    const auto& [r, g, b] = light;
    // Convert sRGB to XYZ (IEC 61966-2-1) and divide by the D65 white point.
    const double x = lab_curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const double y = lab_curve(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double z = lab_curve((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(const Lab& p, const Lab& q) {
    const double mean_c = (std::hypot(p.a, p.b) + std::hypot(q.a, q.b)) / 2;
    const double g = 0.5 * (1 - std::sqrt(std::pow(mean_c, 7) / (std::pow(mean_c, 7) + std::pow(25.0, 7))));
    const double a1 = p.a * (1 + g);
    const double a2 = q.a * (1 + g);
    const double c1 = std::hypot(a1, p.b);
    const double c2 = std::hypot(a2, q.b);
    const double h1 = hue(a1, p.b);
    const double h2 = hue(a2, q.b);
    double turn = h2 - h1;
    if (c1 * c2 == 0) turn = 0;
    else if (turn > 180) turn -= 360;
    else if (turn < -180) turn += 360;
    const double dl = q.l - p.l;
    const double dc = c2 - c1;
    const double dh = 2 * std::sqrt(c1 * c2) * std::sin(turn / 2 * degree);
    const double lm = (p.l + q.l) / 2;
    const double cm = (c1 + c2) / 2;
    double hm = h1 + h2;
    if (c1 * c2 != 0) {
        if (std::abs(h1 - h2) > 180) hm += hm < 360 ? 360 : -360;
        hm /= 2;
    }
    const double t = 1 - 0.17 * std::cos((hm - 30) * degree) + 0.24 * std::cos(2 * hm * degree) +
                     0.32 * std::cos((3 * hm + 6) * degree) - 0.20 * std::cos((4 * hm - 63) * degree);
    const double swing = 30 * std::exp(-std::pow((hm - 275) / 25, 2));
    const double rc = 2 * std::sqrt(std::pow(cm, 7) / (std::pow(cm, 7) + std::pow(25.0, 7)));
    const double sl = 1 + 0.015 * std::pow(lm - 50, 2) / std::sqrt(20 + std::pow(lm - 50, 2));
    const double l = dl / sl;
    const double c = dc / (1 + 0.045 * cm);
    const double h = dh / (1 + 0.015 * cm * t);
    return std::sqrt(l * l + c * c + h * h - std::sin(2 * swing * degree) * rc * c * h);
}

} // namespace chelate::stage
