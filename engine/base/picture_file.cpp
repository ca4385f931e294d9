#include "engine/base/picture_file.hpp"

#include <algorithm>

namespace chelate {
namespace {

constexpr std::string_view png_signature = "\x89PNG\r\n\x1a\n";
constexpr std::string_view jpeg_signature = "\xFF\xD8\xFF";

/// Returns the number in `count` bytes, the highest first. @pre they are there
std::size_t number(std::string_view bytes, std::size_t at, std::size_t count) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// Returns how a camera was held, from the body of the segment that says so; 1 if it does not.
unsigned exif_orientation(std::string_view segment) {
    constexpr std::string_view name{"Exif\0\0", 6};
    constexpr std::size_t entry_size = 12;
    constexpr std::size_t orientation_tag = 0x0112;
    if (!segment.starts_with(name)) return 1;
    const std::string_view tiff = segment.substr(name.size());
    const bool lowest_first = tiff.starts_with("II");
    const auto read = [&](std::size_t at, std::size_t count) -> std::size_t {
        if (at + count > tiff.size()) return 0;
        if (!lowest_first) return number(tiff, at, count);
        std::size_t value = 0;
        for (std::size_t i = count; i-- > 0;) value = value << 8 | static_cast<unsigned char>(tiff[at + i]);
        return value;
    };
    const std::size_t directory = read(4, 4);
    const std::size_t entries = read(directory, 2);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t at = directory + 2 + entry_size * i;
        if (read(at, 2) != orientation_tag) continue;
        const std::size_t value = read(at + 8, 2);
        return value >= 1 && value <= 8 ? static_cast<unsigned>(value) : 1;
    }
    return 1;
}

/// Returns the header when its size may be decoded.
Result<PictureHeader> sized(PictureFormat format, std::size_t width, std::size_t height, unsigned orientation = 1) {
    if (width == 0 || height == 0) return fail("picture-broken");
    if (width > longest_picture_side || height > longest_picture_side)
        return fail("picture-too-large", {{"width", std::to_string(width)}, {"height", std::to_string(height)}});
    return PictureHeader{format, static_cast<unsigned>(width), static_cast<unsigned>(height), orientation};
}

/// Reads the first chunk of a PNG file, and follows the others to the last one.
Result<PictureHeader> png_header(std::string_view bytes) {
    constexpr std::size_t around_a_chunk = 12; // its length, name and checksum
    const std::size_t first = png_signature.size();
    if (bytes.size() < first + around_a_chunk + 13 || bytes.substr(first + 4, 4) != "IHDR")
        return fail("picture-broken");
    for (std::size_t at = first; at + around_a_chunk <= bytes.size();) {
        if (bytes.substr(at + 4, 4) == "IEND")
            return sized(PictureFormat::png, number(bytes, first + 8, 4), number(bytes, first + 12, 4));
        at += around_a_chunk + number(bytes, at, 4);
    }
    return fail("picture-broken");
}

/// Follows the segments of a JPEG file to the one with its size. Arithmetic coding and 12 bits are too rare to decode.
Result<PictureHeader> jpeg_header(std::string_view bytes) {
    unsigned orientation = 1;
    for (std::size_t at = 2; at + 9 < bytes.size();) {
        if (bytes[at] != '\xFF') return fail("picture-broken");
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        const bool has_size = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (has_size) {
            if (marker > 0xC2 || bytes[at + 4] != 8) return fail("not-a-picture");
            if (bytes.rfind("\xFF\xD9") == std::string_view::npos) return fail("picture-broken");
            return sized(PictureFormat::jpeg, number(bytes, at + 7, 2), number(bytes, at + 5, 2), orientation);
        }
        if (marker == 0xDA || marker == 0xD9) return fail("picture-broken");
        const std::size_t length = number(bytes, at + 2, 2);
        if (marker == 0xE1 && length > 2 && orientation == 1)
            orientation = exif_orientation(bytes.substr(at + 4, length - 2));
        at += 2 + length;
    }
    return fail("picture-broken");
}

} // namespace

Result<PictureHeader> picture_header(std::string_view bytes) {
    if (bytes.starts_with(png_signature)) return png_header(bytes);
    if (bytes.starts_with(jpeg_signature)) return jpeg_header(bytes);
    return fail("not-a-picture");
}

std::string base64(std::string_view bytes) {
    static constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        const std::size_t bits = number(bytes, at, count) << (8 * (3 - count));
        for (std::size_t i = 0; i < 4; ++i) text += i <= count ? digits[bits >> (18 - 6 * i) & 63U] : '=';
    }
    return text;
}

} // namespace chelate
