// Provides UI models about the shipped subject, as presenters would make them, for looking at every view.
#pragma once

#include <string>
#include <vector>

#include "game/screens/model/ui_model.hpp"

namespace chelate::samples {

struct Sample {
    std::string name;
    screens::UiModel ui;
};

/// Returns samples of the list of mechanisms, and of figures at several steps, playing, with a variant and without one.
[[nodiscard]] std::vector<Sample> of_mechanisms();

/// Returns a sample of every screen, and of every kind of question and reveal.
[[nodiscard]] std::vector<Sample> all();

} // namespace chelate::samples
