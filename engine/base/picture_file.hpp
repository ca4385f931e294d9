// Recognises picture files by their content and reads their size without decoding them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/base/result.hpp"

namespace chelate {

inline constexpr std::size_t largest_picture_file = 4 * 1024 * 1024; ///< bytes
inline constexpr unsigned longest_picture_side = 4096;               ///< pixels

enum class PictureFormat : unsigned char { png, jpeg };

/// What the header of a picture says.
struct PictureHeader {
    PictureFormat format = PictureFormat::png;
    unsigned width = 0; ///< pixels, before the picture is turned
    unsigned height = 0;
    unsigned orientation = 1; ///< 1 to 8, as EXIF numbers them: how to turn the picture upright; 1 leaves it as it is
};

/// Reads the header of a PNG or JPEG file and checks that the file is complete. Nothing is decoded, so a small file
/// with a huge picture does no harm. Errors: not-a-picture, picture-broken, picture-too-large {width, height}.
[[nodiscard]] Result<PictureHeader> picture_header(std::string_view bytes);

/// Returns bytes in base64, as data: addresses have them.
[[nodiscard]] std::string base64(std::string_view bytes);

} // namespace chelate
