// Models that people can turn: inputs, outputs computed from them, and what the model leaves out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/content/expression.hpp"
#include "engine/content/knowledge.hpp"

namespace chelate::content {

using ModelId = Id<struct ModelTag>;

inline constexpr std::size_t most_inputs = 8;
inline constexpr std::size_t most_outputs = 6;

/// From the first number to the second, both included.
struct Interval {
    double from = 0;
    double to = 0;

    [[nodiscard]] bool contains(double number) const { return from <= number && number <= to; }
    bool operator==(const Interval&) const = default;
};

struct ModelInput {
    std::string id; ///< its name in expressions
    std::string name;
    std::string unit;                ///< empty: none
    Interval range;                  ///< what a person may choose
    double step = 1;                 ///< distance of two choices
    double start = 0;                ///< in the range
    int decimals = 0;                ///< that its numbers are shown with, which is as many as its steps need
    std::optional<Interval> usual{}; ///< the usual range in real life; shaded in the chart
    Interval valid{};                ///< outside it the model is silent; inside `range`

    bool operator==(const ModelInput&) const = default;
};

struct ModelOutput {
    std::string id; ///< its name in the expressions of later outputs
    std::string name;
    std::string unit;
    int decimals = 0;
    std::string expression;
    Expression compiled{};
};

/// Something that can be computed, simplified for learning. It says in `leaves_out` what it simplifies.
struct Model {
    ModelId id;
    std::string name;
    TopicId topic;
    std::string about; ///< one sentence
    std::vector<ModelInput> inputs;
    std::vector<ModelOutput> outputs;
    std::size_t plot_x = 0; ///< index of the input on the chart's horizontal axis
    std::size_t plot_y = 0; ///< index of the output on its vertical axis
    std::vector<std::string> leaves_out;
    std::string evidence;  ///< how well established it is, in the pack's words
    MechanismId mechanism; ///< the mechanism that it is about; may be empty
    std::vector<SourceId> sources;
    std::size_t place{}; ///< position among the models of the pack, in the author's order
};

/// Returns the inputs' starting values.
[[nodiscard]] std::vector<double> starts_of(const Model& model);

/// Returns the outputs for values of the inputs. An output is nothing when the model does not know it: when an input is
/// outside `valid`, or its expression has no finite value, or it uses an output that is not known. So no output is ever
/// infinite or not a number. @pre as many values as inputs
[[nodiscard]] std::vector<std::optional<double>> outputs_of(const Model& model, const std::vector<double>& inputs);

/// Returns the choice of an input that is nearest to a number.
[[nodiscard]] double nearest_choice(const ModelInput& input, double number);

} // namespace chelate::content
