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

/// Returns a sample of every screen, and of every kind of question and reveal.
[[nodiscard]] std::vector<Sample> all();

} // namespace chelate::samples
