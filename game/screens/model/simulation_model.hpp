// What the screen of a model shows that a person can turn: sliders, a chart, results, and a prediction to make first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/screens/model/answer_models.hpp"
#include "game/screens/model/knowledge_model.hpp"

namespace chelate::screens {

/// An input of a model.
struct SliderModel {
    std::string name{};
    std::string value{}; ///< "−60 mV"
    std::string from{};  ///< the ends of the scale
    std::string to{};
    double share = 0;                  ///< where it is, 0..1
    std::optional<Span> usual{};       ///< the usual range, on the scale
    Span valid{0, 1};                  ///< where the model knows anything, on the scale
    std::optional<FieldModel> field{}; ///< what is typed, instead of the value; nothing: nothing is typed
    bool operator==(const SliderModel&) const = default;
};

/// An output of a model.
struct ResultValue {
    std::string name{};
    std::string value{}; ///< "9.3 %" or "not known"
    bool known = true;
    bool is_charted = false;
    bool operator==(const ResultValue&) const = default;
};

/// A place in a chart; both 0..1, from the left and from the bottom.
struct PlotPoint {
    double x = 0;
    double y = 0;
    bool operator==(const PlotPoint&) const = default;
};

/// One output over one input, while all other inputs stay where they are.
struct CurveModel {
    std::string heading{}; ///< the output
    std::string top{};     ///< what the upper and lower ends mean
    std::string bottom{};
    std::string x_name{}; ///< the input
    std::string x_from{};
    std::string x_to{};
    std::vector<std::vector<PlotPoint>> lines{}; ///< broken where the output is not known
    std::optional<PlotPoint> now{};              ///< nothing: the output is not known here
    std::optional<PlotPoint> before{};           ///< where it was before the last change of an input
    std::optional<Span> usual{};                 ///< the usual range of the input
    std::string usual_text{};                    ///< what its shade means
    std::string text{};                          ///< the present point in words
    std::string hint{};                          ///< why there is no curve yet; empty: there is one
    bool operator==(const CurveModel&) const = default;
};

/// A model that a person can turn. Focusable: the models, the sliders, the choices, the results, the button.
struct SimulationModel {
    std::string title{};
    ChipRow models{};
    std::string about{};
    std::vector<SliderModel> sliders{};
    std::string ask{};                 ///< what to predict; empty: nothing now
    std::vector<ChoiceCard> choices{}; ///< while something is to be predicted: up, down, same
    std::string outcome{};             ///< whether the last prediction was right; may be empty
    Mark mark = Mark::none;            ///< of the last prediction
    CurveModel curve{};
    std::vector<ResultValue> results{};
    std::string reset{};         ///< text of the button
    std::vector<Badge> badges{}; ///< the evidence
    std::string leaves_out_heading{};
    std::vector<std::string> leaves_out{};
    std::string sources_heading{};
    std::vector<std::string> sources{};
    int focus = 0;

    [[nodiscard]] int first_slider() const { return static_cast<int>(models.options.size()); }
    [[nodiscard]] int first_choice() const { return first_slider() + static_cast<int>(sliders.size()); }
    [[nodiscard]] int first_result() const { return first_choice() + static_cast<int>(choices.size()); }
    [[nodiscard]] int reset_focus() const { return first_result() + static_cast<int>(results.size()); }
    [[nodiscard]] bool is_on_slider() const { return focus >= first_slider() && focus < first_choice(); }
    [[nodiscard]] InputTraits traits() const {
        return {.name = "simulation", .keys = is_on_slider() && choices.empty() ? Keys::slide : Keys::focus};
    }
    bool operator==(const SimulationModel&) const = default;
};

} // namespace chelate::screens
