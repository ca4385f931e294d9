// Recognises files of other programs that somebody listed or renamed as JSON, by their first bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chelate::json {

/// Returns what a file is and what to do with it ("this is a Word file; ..."), or nothing when it may be JSON.
[[nodiscard]] std::optional<std::string> other_file_kind(std::string_view bytes);

} // namespace chelate::json
