// The files of a pack: finding them inside its folder, and their fingerprint. Private to this room.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "engine/base/result.hpp"

struct XXH3_state_s;

namespace chelate::content {

/// Reads a file of a pack. @param path checked by is_inside_path
/// Errors: path-outside (a link leads out of the folder), file-missing, file-not-read {reason}, too-large.
[[nodiscard]] Result<std::string> load(const std::filesystem::path& folder, const std::string& path);

/// XXH3 (128 bits) over the names and bytes of files in the order added.
class Fingerprint {
public:
    Fingerprint();
    ~Fingerprint();
    Fingerprint(const Fingerprint&) = delete;
    Fingerprint& operator=(const Fingerprint&) = delete;

    /// Name and bytes each go in after their length (64 bits, little endian), so no two lists of files look alike.
    void add(std::string_view name, std::string_view bytes);
    /// 32 lowercase hex digits, the canonical (big-endian) form.
    [[nodiscard]] std::string text() const;

private:
    XXH3_state_s* state_;
};

} // namespace chelate::content
