// Screens of the program in a language, for looking at them and for measuring them.
#pragma once

#include "engine/text/language.hpp"
#include "tests/window/samples.hpp"

namespace chelate::samples {

/// Returns screens that a random walk through the program comes to: some of every kind.
[[nodiscard]] std::vector<Sample> walked(const text::Language& language);

} // namespace chelate::samples
