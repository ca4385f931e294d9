// Glasses as presenters would make them, about the shipped subject, to look at every view.
#pragma once

#include <string>
#include <vector>

#include "game/screens/model/ui_model.hpp"

namespace chelate::samples {

struct Sample {
    std::string name;
    screens::UiModel glass;
};

/// Every screen and every kind of question and reveal.
[[nodiscard]] std::vector<Sample> all();

} // namespace chelate::samples
