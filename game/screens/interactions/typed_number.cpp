#include "game/screens/interactions/typed_number.hpp"

#include "engine/base/text.hpp"

namespace chelate::screens {

std::string problem_of_number(const text::Language& words, const std::string& typed, const quiz::Scale& scale) {
    if (typed.empty()) return {};
    const quiz::TypedNumber read = quiz::read_number(typed, scale);
    const std::string shown = tidied(typed);
    switch (read.problem) {
    case quiz::NumberProblem::none: return {};
    case quiz::NumberProblem::no_number: return words.text("question.no_number", {{"typed", shown}});
    case quiz::NumberProblem::other_unit:
        return words.text("question.other_unit", {{"typed", shown}, {"unit", scale.unit}});
    case quiz::NumberProblem::off_scale:
        return words.text("question.off_the_scale", {{"typed", shown},
                                                     {"from", quiz::shown_with_unit({scale.from}, scale)},
                                                     {"to", quiz::shown_with_unit({scale.to}, scale)}});
    case quiz::NumberProblem::two_readings:
        return words.text("question.two_readings",
                          {{"typed", shown}, {"one", read.readings[0]}, {"other", read.readings[1]}});
    }
    return {};
}

} // namespace chelate::screens
