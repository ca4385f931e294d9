// Sessions under events from anybody. Private to the fuzz target.
#pragma once

#include <string_view>

namespace chelate::test {

/// Takes bytes for lines of a journal or recording: decodes each, validates it, folds it and looks at the result.
void take_for_lines(std::string_view bytes);

/// Takes bytes for choices among events, most of which nearly follow: validates each, folds it and looks at the result.
void take_for_events(std::string_view bytes);

} // namespace chelate::test
