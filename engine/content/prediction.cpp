#include "engine/content/prediction.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace chelate::content {
namespace {

constexpr std::size_t stops = 11;        ///< values of the input between which a question moves
constexpr double shortest_move = 0.2;    ///< share of the range in which the model is valid
constexpr double rounding = 1e-9;        ///< share of the larger value; equal results may differ by so much
constexpr double smallest_change = 0.05; ///< share of the larger value
constexpr double smallest_shown = 2;     ///< in units of the last decimal that is shown

bool tells(double before, double after, int decimals) {
    const double change = std::abs(after - before);
    return change >= smallest_shown * std::pow(10.0, -decimals) &&
           change >= smallest_change * std::max(std::abs(before), std::abs(after));
}

/// A value of the input and what the output is there.
struct Stop {
    double input = 0;
    std::optional<double> output{};
};

std::vector<Stop> stops_of(const Prediction& prediction) {
    const ModelInput& input = prediction.changed();
    const double width = input.valid.to - input.valid.from;
    std::vector<Stop> found;
    for (std::size_t i = 0; i < stops; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(stops - 1);
        const double value = nearest_choice(input, input.valid.from + share * width);
        if (!input.valid.contains(value) || (!found.empty() && found.back().input == value)) continue;
        std::vector<double> inputs = starts_of(*prediction.model);
        inputs[prediction.input] = value;
        found.push_back({value, outputs_of(*prediction.model, inputs)[prediction.output]});
    }
    return found;
}

} // namespace

PredictionId id_of(const Prediction& prediction) {
    return PredictionId{prediction.model->id.value + ':' + prediction.changed().id + '>' + prediction.asked().id};
}

std::optional<Prediction> prediction_named(const std::map<ModelId, Model>& models, const PredictionId& id) {
    const auto model = models.find(ModelId{id.value.substr(0, id.value.find(':'))});
    if (model == models.end()) return std::nullopt;
    for (std::size_t input = 0; input < model->second.inputs.size(); ++input) {
        for (std::size_t output = 0; output < model->second.outputs.size(); ++output) {
            const Prediction found{&model->second, input, output};
            if (id_of(found) == id) return found;
        }
    }
    return std::nullopt;
}

Change change_between(double before, double after) {
    if (std::abs(after - before) <= rounding * std::max(std::abs(before), std::abs(after))) return Change::same;
    return after > before ? Change::up : Change::down;
}

std::vector<Move> moves_of(const Prediction& prediction) {
    const std::vector<Stop> found = stops_of(prediction);
    const ModelInput& input = prediction.changed();
    const double least = shortest_move * (input.valid.to - input.valid.from) * (1 - rounding);
    std::vector<Move> moves;
    for (std::size_t a = 0; a < found.size(); ++a) {
        for (std::size_t b = a + 1; b < found.size(); ++b) {
            if (found[b].input - found[a].input < least) continue;
            if (!found[a].output || !found[b].output) continue;
            const double before = *found[a].output;
            const double after = *found[b].output;
            if (change_between(before, after) != Change::same && !tells(before, after, prediction.asked().decimals))
                continue;
            moves.push_back({found[a].input, found[b].input, before, after});
            moves.push_back({found[b].input, found[a].input, after, before});
        }
    }
    return moves;
}

} // namespace chelate::content
