// How a person wants to study: how well things should be known, how much a day brings, and the memory model's weights.
#pragma once

#include <optional>

#include "engine/memory/fsrs.hpp"

namespace chelate::memory {

/// A day of study starts at this hour of local time unless the person chooses another: somebody who studies past
/// midnight has not started tomorrow.
inline constexpr int default_start_hour = 4;

/// The settings of one person. The store keeps them; the learner model and the plan of a day follow them.
struct StudySettings {
    int retention_percent = 90;          ///< wanted chance of recall when an item comes back, 70 to 97
    int new_a_day = 10;                  ///< items met for the first time
    int most_a_day = 60;                 ///< questions
    int start_hour = default_start_hour; ///< local time, 0 to 23
    bool asks_confidence = true;         ///< each answer says how sure the person is
    std::optional<int> exam_day{};       ///< days since 1970-01-01 on which everything should be known
    std::optional<Weights> weights{};    ///< fitted to this person; nothing: the defaults
    int fitted_at = 0;                   ///< number of reviews at the last fit, kept or refused; 0: never fitted

    /// Returns the wanted chance of recall, 0.70 to 0.97.
    [[nodiscard]] double retention() const { return retention_percent / 100.0; }
    /// Returns the weights in use.
    [[nodiscard]] const Weights& model_weights() const { return weights ? *weights : default_weights; }
    bool operator==(const StudySettings&) const = default;
};

} // namespace chelate::memory
