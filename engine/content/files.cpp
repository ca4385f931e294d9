#include "engine/content/files.hpp"

#include <algorithm>
#include <new>
#include <system_error>

#include <xxhash.h>

#include "engine/base/folders.hpp"
#include "engine/json/problem.hpp"

namespace chelate::content {
namespace {

namespace fs = std::filesystem;

/// Returns whether `path` is below `folder`. It compares whole names: "/packs/ab" is not below "/packs/a".
bool is_below(const fs::path& folder, const fs::path& path) {
    const auto parts = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return parts.first == folder.end() && parts.second != path.end();
}

} // namespace

Result<std::string> load(const fs::path& folder, const std::string& path, std::size_t most) {
    std::error_code error;
    const fs::path root = fs::canonical(folder, error);
    if (error) return fail("file-missing");
    const fs::path file = fs::canonical(root / path, error);
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
        return fail("file-missing");
    if (error) return fail("file-not-read", {{"reason", error.message()}});
    if (!is_below(root, file)) return fail("path-outside");
    auto bytes = read_file(file, most);
    if (bytes) return bytes;
    if (bytes.error().code == "file-too-large") return fail("too-large");
    return bytes;
}

std::string message_of(const Error& error, const std::string& path) {
    const std::string shown = json::in_quotes(path);
    if (error.code == "file-missing") return "there is no file " + shown + " in this pack";
    if (error.code == "path-outside") return shown + " leads out of the pack's folder";
    if (error.code == "too-large") {
        return shown + " has more than " + std::to_string(json::max_bytes) + " bytes, so split it";
    }
    std::string message = shown + " cannot be read";
    for (const auto& [name, value] : error.args) {
        if (name == "reason") message += ": " + value;
    }
    return message;
}

Fingerprint::Fingerprint() : state_(XXH3_createState()) {
    if (state_ == nullptr) throw std::bad_alloc();
    XXH3_128bits_reset(state_);
}

Fingerprint::~Fingerprint() { XXH3_freeState(state_); }

void Fingerprint::add(std::string_view name, std::string_view bytes) {
    for (const std::string_view part : {name, bytes}) {
        unsigned char length[8];
        for (std::size_t i = 0; i < 8; ++i)
            length[i] = static_cast<unsigned char>((std::uint64_t{part.size()} >> (8 * i)) & 0xFF);
        XXH3_128bits_update(state_, length, sizeof length);
        XXH3_128bits_update(state_, part.data(), part.size());
    }
}

std::string Fingerprint::text() const {
    static constexpr std::string_view hex = "0123456789abcdef";
    XXH128_canonical_t digest;
    XXH128_canonicalFromHash(&digest, XXH3_128bits_digest(state_));
    std::string text;
    for (const unsigned char byte : digest.digest) {
        text += hex[byte >> 4];
        text += hex[byte & 0xF];
    }
    return text;
}

} // namespace chelate::content
