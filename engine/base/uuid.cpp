#include "engine/base/uuid.hpp"

#include <bit>

#include <uuid/uuid.h>

namespace chelate {
namespace {

/// The bytes as libuuid takes them.
using LibraryBytes = std::array<unsigned char, sizeof(Uuid::bytes)>;

} // namespace

Uuid new_uuid() {
    LibraryBytes bytes;
    uuid_generate_random(bytes.data());
    return std::bit_cast<Uuid>(bytes);
}

std::string text_of(const Uuid& uuid) {
    std::string text(UUID_STR_LEN - 1, '\0'); // the library writes its closing zero where the string has one
    uuid_unparse_lower(std::bit_cast<LibraryBytes>(uuid).data(), text.data());
    return text;
}

std::optional<Uuid> uuid_of(std::string_view text) {
    LibraryBytes bytes;
    if (uuid_parse_range(text.data(), text.data() + text.size(), bytes.data()) != 0) return std::nullopt;
    return std::bit_cast<Uuid>(bytes);
}

std::optional<Uuid> uuid_of_bytes(std::string_view bytes) {
    Uuid uuid;
    if (bytes.size() != uuid.bytes.size()) return std::nullopt;
    bytes.copy(uuid.bytes.data(), uuid.bytes.size());
    return uuid;
}

} // namespace chelate
