// UUIDs as the sixteen bytes that stand in a row: less than half of what their text takes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chelate::store {

struct Uuid {
    std::array<char, 16> bytes{}; ///< as stored in a row

    bool operator==(const Uuid&) const = default;
    [[nodiscard]] std::string_view view() const { return {bytes.data(), bytes.size()}; }
};

/// "0b0e8f5c-5a1e-4d0c-9a57-2f9d7c1e6b3a".
[[nodiscard]] std::string text_of(const Uuid& uuid);

/// The UUID written so (either case of the digits), or nothing.
[[nodiscard]] std::optional<Uuid> uuid_of(std::string_view text);

/// The UUID with these 16 bytes; nothing when there are more or less.
[[nodiscard]] std::optional<Uuid> uuid_of_bytes(std::string_view bytes);

} // namespace chelate::store
