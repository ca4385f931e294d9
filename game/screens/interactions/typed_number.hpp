// Says what is wrong with a number that is typed.
#pragma once

#include <string>

#include "engine/quiz/typed_number.hpp"
#include "engine/text/language.hpp"

namespace chelate::screens {

/// Returns why a typed text is no number on the scale, or an empty text when it is one or nothing is typed.
[[nodiscard]] std::string problem_of_number(const text::Language& words, const std::string& typed,
                                            const quiz::Scale& scale);

} // namespace chelate::screens
