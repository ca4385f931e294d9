// How a person wants to study: how well to know things, how much to do each day, and the memory model's weights.
#pragma once

#include <optional>

#include "engine/memory/fsrs.hpp"

namespace chelate::memory {

/// Hour of local time at which a study day starts, unless the person chooses another. Someone who studies past
/// midnight is still in the same study day.
inline constexpr int default_start_hour = 4;

/// The settings of one person. The store keeps them; the learner model and the daily plan follow them.
struct StudySettings {
    int retention_percent = 90;          ///< wanted chance of recall when an item comes back, 70 to 97 percent
    int new_a_day = 10;                  ///< most items a day that are met for the first time
    int most_a_day = 60;                 ///< most questions a day
    int start_hour = default_start_hour; ///< local time, 0 to 23
    bool asks_confidence = true;         ///< each answer asks for the person's confidence
    std::optional<int> exam_day{};       ///< days since 1970-01-01; by this day everything should be known
    std::optional<Weights> weights{};    ///< weights fitted to this person; nothing: the defaults
    int fitted_at = 0; ///< number of reviews at the last fit, whether its weights were kept or not; 0: never fitted

    /// Returns the wanted chance of recall, 0.70 to 0.97.
    [[nodiscard]] double retention() const { return retention_percent / 100.0; }
    /// Returns the weights in use.
    [[nodiscard]] const Weights& model_weights() const { return weights ? *weights : default_weights; }
    bool operator==(const StudySettings&) const = default;
};

} // namespace chelate::memory
