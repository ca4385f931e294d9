#include "engine/content/files.hpp"

#include <algorithm>
#include <new>
#include <string>
#include <system_error>
#include <vector>

#include <xxhash.h>

#include "engine/base/folders.hpp"
#include "engine/base/text.hpp"
#include "engine/json/document.hpp"
#include "engine/json/problem.hpp"

namespace chelate::content {
namespace {

namespace fs = std::filesystem;

/// Returns whether `path` is below `folder`. It compares whole names: "/packs/ab" is not below "/packs/a".
bool is_below(const fs::path& folder, const fs::path& path) {
    const auto parts = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return parts.first == folder.end() && parts.second != path.end();
}

constexpr std::size_t most_names = 1000; ///< looked at in one folder

/// Returns the names in a folder, sorted; an unreadable folder has none.
std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end && names.size() < most_names;
         at.increment(error))
        names.push_back(at->path().filename().string());
    std::erase_if(names, [](const std::string& name) { return first_invalid_utf8(name).has_value(); });
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

Result<std::string> load(const fs::path& folder, const std::string& path, std::size_t most) {
    std::error_code error;
    const fs::path root = fs::canonical(folder, error);
    if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory)
        return fail("file-not-read", {{"reason", error.message()}});
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

std::string suggestion_for(const fs::path& folder, const std::string& path) {
    const fs::path wanted(path);
    const std::vector<std::string> names = names_in(folder / wanted.parent_path());
    const auto shown = [&](const std::string& name) {
        return json::in_quotes((wanted.parent_path() / name).generic_string());
    };
    const std::string name = wanted.filename().string();
    // Systems that hide endings turn "facts.json" into "facts.json.txt".
    for (const std::string& known : names) {
        if (folded(known) == folded(name + ".txt"))
            return "; there is " + shown(known) + ": remove '.txt' from its name";
    }
    for (const std::string& known : names) {
        if (folded(known) == folded(name)) return "; did you mean " + shown(known) + "?";
    }
    std::vector<std::string> stems; // the ending is the same for all, so it would make every short name similar
    const std::string ending = wanted.extension().string();
    for (const std::string& known : names) {
        if (fs::path(known).extension().string() == ending) stems.push_back(fs::path(known).stem().string());
    }
    const auto near = nearest(wanted.stem().string(), stems);
    return near ? "; did you mean " + shown(*near + ending) + "?" : std::string();
}

std::optional<fs::path> nearby_pack(const fs::path& folder) {
    std::error_code error;
    for (const std::string& name : names_in(folder)) {
        if (fs::exists(folder / name / "pack.json", error)) return folder / name;
    }
    const fs::path around = fs::absolute(folder, error).lexically_normal().parent_path();
    const fs::path above = around.has_filename() ? around : around.parent_path();
    if (!error && fs::exists(above / "pack.json", error)) return above;
    return std::nullopt;
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
