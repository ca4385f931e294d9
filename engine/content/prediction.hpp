// What a person can learn to predict from a model: how one input changes one output.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "engine/content/model.hpp"

namespace chelate::content {

using PredictionId = Id<struct PredictionTag>;

struct Prediction {
    const Model* model = nullptr; ///< null: none
    std::size_t input = 0;
    std::size_t output = 0;

    [[nodiscard]] const ModelInput& changed() const { return model->inputs[input]; }
    [[nodiscard]] const ModelOutput& asked() const { return model->outputs[output]; }
};

/// Returns the id of a prediction, "MODEL:INPUT>OUTPUT". No id in a pack has either of these signs.
[[nodiscard]] PredictionId id_of(const Prediction& prediction);
/// Returns the prediction with this id, which points into `models`, or nothing when there is none.
[[nodiscard]] std::optional<Prediction> prediction_named(const std::map<ModelId, Model>& models,
                                                         const PredictionId& id);

/// What an output does.
enum class Change : std::uint8_t { up, down, same };

/// Returns what an output does between two values: `same` when they are equal but for rounding.
[[nodiscard]] Change change_between(double before, double after);

/// A change of the input, while all others stay at their start, and the output before and after.
struct Move {
    double from = 0;
    double to = 0;
    double before = 0;
    double after = 0;
};

/// Returns the changes that a question may ask about, in an order that depends only on the model. Each crosses at least
/// a fifth of the input's valid range. The output is known at both ends, and either stays the same or changes so much
/// that its shown values tell. With each change comes the one back, so up and down are equally frequent.
[[nodiscard]] std::vector<Move> moves_of(const Prediction& prediction);

} // namespace chelate::content
