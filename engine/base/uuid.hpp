// Makes, reads and writes UUIDs (RFC 4122) for things that must never clash between machines.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace chelate {

/// A UUID as the 16 bytes stored in a row, which is less than half the size of its text.
struct Uuid {
    std::array<char, 16> bytes{};

    bool operator==(const Uuid&) const = default;
    [[nodiscard]] std::string_view view() const { return {bytes.data(), bytes.size()}; }
};

/// Returns a new UUID (version 4) from the system's random source. Never fails.
[[nodiscard]] Uuid new_uuid();

/// Returns the text of a UUID, such as "0b0e8f5c-5a1e-4d0c-9a57-2f9d7c1e6b3a".
[[nodiscard]] std::string text_of(const Uuid& uuid);

/// Returns the UUID of a text in this form, with digits in either case; nothing for any other text.
[[nodiscard]] std::optional<Uuid> uuid_of(std::string_view text);

/// Returns the UUID with these 16 bytes; nothing when there are more or fewer.
[[nodiscard]] std::optional<Uuid> uuid_of_bytes(std::string_view bytes);

} // namespace chelate
