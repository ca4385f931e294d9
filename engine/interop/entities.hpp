// The named character references of HTML 4.01 and "&apos;".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace chelate::interop {

/// Returns the code point of a reference, or nothing when HTML 4.01 does not know it. @param name  such as "eacute"
[[nodiscard]] std::optional<std::uint32_t> entity_named(std::string_view name);

} // namespace chelate::interop
