// Takes from the lesson under way what its report needs.
#pragma once

#include "game/print/document.hpp"
#include "game/screens/presenter/context.hpp"

namespace chelate::screens {

/// Returns the report of the lesson as a page to print.
[[nodiscard]] print::Document lesson_page(const Context& context);

/// Returns the report of the lesson as a CSV table.
[[nodiscard]] print::Document lesson_table(const Context& context);

} // namespace chelate::screens
