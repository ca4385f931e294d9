// Says what a file is that somebody listed or renamed as JSON, and what to do with it. Private to this module.
#pragma once

#include <string_view>

namespace chelate::json {

/// Returns what a file is and what to do with it ("this is a Word file; ..."). Empty: it may be JSON.
[[nodiscard]] std::string_view why_not_json(std::string_view bytes);

} // namespace chelate::json
