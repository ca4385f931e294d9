// A pack as one file to give away: a plain .zip of the pack's own files. Both ways work in memory, so that nothing that
// is not allowed is ever on the disk.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.hpp"

namespace chelate::interop {

/// A file of a pack. Its name is a path inside the pack's folder, with forward slashes: "questions/easy.json".
struct NamedFile {
    std::string name;
    std::string bytes;
    bool operator==(const NamedFile&) const = default;
};

inline constexpr std::size_t most_zip_files = 512;                       ///< files in a zip
inline constexpr std::size_t largest_text_file = 1024 * 1024;            ///< bytes of a file that is no picture
inline constexpr std::size_t largest_picture = 4 * 1024 * 1024;          ///< bytes of a picture
inline constexpr std::size_t largest_unpacked = std::size_t{32} << 20;   ///< bytes of all files together
inline constexpr std::size_t largest_zip = largest_unpacked + (1 << 20); ///< bytes of the zip

/// Returns whether a pack may contain a file of this name: a JSON file, a picture (PNG, JPEG, SVG, WebP or GIF), or a
/// README, LICENSE or AUTHORS. Its path leads nowhere else, is valid UTF-8 that can be shown, and names no hidden file.
[[nodiscard]] bool is_pack_file_name(std::string_view name);

/// Returns whether the name is that of a picture.
[[nodiscard]] bool is_picture_name(std::string_view name);

/// Returns the files of a zipped pack, sorted by name. When all are in one folder, its name is taken off, because that
/// is how people zip a folder. Stops as soon as a limit is exceeded, however small the zip is. Errors: zip-broken, zip-
/// encrypted, zip-too-many-files {limit}, zip-file-too-large {name, limit}, zip-too-large {limit}, zip-not-a-file
/// {name} (a link or device), zip-wrong-name {name}, zip-name-twice {name}, zip-no-manifest.
[[nodiscard]] Result<std::vector<NamedFile>> read_pack_zip(std::string_view bytes);

/// Returns the zip of these files. The same files give the same bytes, whatever their order.
/// Errors: as read_pack_zip for names and sizes.
[[nodiscard]] Result<std::string> write_pack_zip(std::vector<NamedFile> files);

} // namespace chelate::interop
