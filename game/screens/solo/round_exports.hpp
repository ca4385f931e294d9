// Takes from the round under way what its printed sheet and the report on one of its questions need.
#pragma once

#include "game/print/document.hpp"
#include "game/screens/presenter/context.hpp"

namespace chelate::screens {

/// Returns the questions of the round as a sheet to print. Voided questions are left out.
[[nodiscard]] print::Document round_sheet(const Context& context);

/// Returns the report on a question that seems wrong. @param number  1-based number of a question that was asked
[[nodiscard]] print::Document question_report(const Context& context, int number);

} // namespace chelate::screens
