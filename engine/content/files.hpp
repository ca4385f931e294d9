// Loads the files of a pack from inside its folder and computes their fingerprint. Whatever reads a file of a pack
// uses `load`, so that no link leads a reader out of the pack's folder.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/result.hpp"
#include "engine/json/document.hpp"

struct XXH3_state_s;

namespace chelate::content {

/// Reads a file of a pack. @param path  relative path that has passed is_inside_path  @param most  bytes it may have
/// Errors: path-outside (a link leads out of the folder), file-missing, file-not-read {reason}, too-large.
[[nodiscard]] Result<std::string> load(const std::filesystem::path& folder, const std::string& path,
                                       std::size_t most = json::max_bytes);

/// Returns what an author is told about an error of `load`.
[[nodiscard]] std::string message_of(const Error& error, const std::string& path);

/// Returns which file or folder an author may have meant, as the end of a message, or an empty text: one whose name
/// differs by case or a letter or two, or has ".txt" at its end.
/// @param path  path inside `folder` where nothing is
[[nodiscard]] std::string suggestion_for(const std::filesystem::path& folder, const std::string& path);

/// Returns a folder next to or around this one that has a manifest, or nothing: a folder inside `folder`, or the one
/// around it.
[[nodiscard]] std::optional<std::filesystem::path> nearby_pack(const std::filesystem::path& folder);

/// A 128-bit XXH3 hash of the names and bytes of files, in the order they were added.
class Fingerprint {
public:
    Fingerprint();
    ~Fingerprint();
    Fingerprint(const Fingerprint&) = delete;
    Fingerprint& operator=(const Fingerprint&) = delete;

    /// Adds a file. The name and the bytes each follow their length (64 bits, little endian), so two different lists
    /// of files never feed the hash the same bytes.
    void add(std::string_view name, std::string_view bytes);
    /// Returns the hash as 32 lowercase hex digits, in the canonical (big-endian) form.
    [[nodiscard]] std::string text() const;

private:
    XXH3_state_s* state_;
};

} // namespace chelate::content
