// Gathers what the report on a lesson says.
#pragma once

#include "game/print/lesson_report.hpp"
#include "game/screens/classroom/lesson.hpp"

namespace chelate::screens {

/// Returns the report on the lesson under way or just finished, to be printed.
[[nodiscard]] print::LessonReport lesson_report(const content::Pack& pack, const text::Language& words,
                                                const session::Rounds& rounds, const TeamNames& names);

} // namespace chelate::screens
