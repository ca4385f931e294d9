// Reads a typed number as an answer on a scale.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/quiz/interactions/enter_number.hpp"

namespace chelate::quiz {

/// Why a typed text is not taken as a number of a scale.
enum class NumberProblem : std::uint8_t {
    none,
    no_number,    ///< for example "twelve"
    other_unit,   ///< it begins like a number, but something else than the scale's unit comes with it
    off_scale,    ///< for example "1.5" on a scale from 10 to 20
    two_readings, ///< for example "1,234" on a scale from 0 to 2000, where it may also be a little more than 1
};

struct TypedNumber {
    std::optional<Entered> number{}; ///< only if there is no problem
    NumberProblem problem = NumberProblem::none;
    std::array<std::string, 2> readings{}; ///< of two_readings: what to type instead for each
};

/// Reads a typed number in any form that read_written_number() takes, with or without the scale's unit. One comma or
/// point before three digits can mean thousands or a decimal sign: the reading that is on the scale counts. Any number
/// of decimals is taken; those that are finer than marking can tell apart are rounded.
[[nodiscard]] TypedNumber read_number(std::string_view typed, const Scale& scale);

} // namespace chelate::quiz
