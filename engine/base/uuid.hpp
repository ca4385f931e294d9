// Makes random UUIDs (RFC 4122, version 4) for things that must never clash between machines.
#pragma once

#include <string>

namespace chelate {

/// Returns a new UUID: 36 lowercase characters from the system's random source. Never fails.
[[nodiscard]] std::string new_uuid();

} // namespace chelate
