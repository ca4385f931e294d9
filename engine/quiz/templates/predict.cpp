// Asks what an output of a model does when one input changes and all others stay: whether it goes up, down or stays the
// same, or where it ends.
#include <algorithm>

#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Change;
using content::change_between;
using content::Move;
using content::Pack;
using content::Prediction;
using content::Template;

namespace {

/// Returns an attribute with the unit and the decimals of an output, because scales are made for attributes.
content::Attribute attribute_like(const content::ModelOutput& output) {
    content::Attribute attribute;
    attribute.unit = output.unit;
    attribute.decimals = output.decimals;
    return attribute;
}

/// Returns the moves in one direction.
std::vector<Move> moves_towards(bool falls, std::vector<Move> moves) {
    std::erase_if(moves, [&](const Move& move) { return (move.to < move.from) != falls; });
    return moves;
}

/// Returns the moves that ask where an output ends: those that change it, to a value that a scale can ask for.
/// @param spread  is set to that of all values at which moves end
std::vector<Move> moves_to_values(const Template& source, const Prediction& prediction, Spread& spread) {
    std::vector<Move> moves = moves_of(prediction);
    std::erase_if(moves, [](const Move& move) { return change_between(move.before, move.after) == Change::same; });
    if (moves.empty()) return moves;
    const auto [low, high] =
        std::minmax_element(moves.begin(), moves.end(), [](const Move& a, const Move& b) { return a.after < b.after; });
    spread = {low->after, high->after};
    std::erase_if(moves, [&](const Move& move) {
        return !scale_for(move.after, source, attribute_like(prediction.asked()), spread).has_value();
    });
    return moves;
}

/// Returns a candidate for each input and output of the models that a template asks about, and for each direction of
/// the input. @param moves_for  returns the moves of a prediction that can be asked
template <class MovesFor>
std::vector<Candidate> predictions_of(const Pack& pack, const Template& source, MovesFor moves_for) {
    const Listed<content::ModelId> models(source.models);
    const Listed<content::TopicId> topics(source.topics);
    std::vector<Candidate> found;
    for (const auto& [id, model] : pack.models) {
        if (!models.wants(id) || !topics.wants(model.topic)) continue;
        for (std::size_t input = 0; input < model.inputs.size(); ++input) {
            for (std::size_t output = 0; output < model.outputs.size(); ++output) {
                const Prediction prediction{&model, input, output};
                const std::vector<Move> moves = moves_for(prediction);
                for (const bool falls : {false, true}) {
                    if (moves_towards(falls, moves).empty()) continue;
                    found.emplace_back().prediction = prediction;
                    found.back().falls = falls;
                }
            }
        }
    }
    return found;
}

std::vector<Candidate> predict_candidates(const Pack& pack, const Template& source) {
    return predictions_of(pack, source, [](const Prediction& prediction) { return moves_of(prediction); });
}

std::vector<Candidate> predict_value_candidates(const Pack& pack, const Template& source) {
    return predictions_of(pack, source, [&](const Prediction& prediction) {
        Spread spread;
        return moves_to_values(source, prediction, spread);
    });
}

/// Returns what the model is about and where its other inputs are.
Panel panel_of(const Pack& pack, const Prediction& prediction) {
    const content::Model& model = *prediction.model;
    Panel panel{.heading = model.name, .text = model.about};
    for (std::size_t i = 0; i < model.inputs.size(); ++i) {
        const content::ModelInput& input = model.inputs[i];
        if (i == prediction.input) continue;
        panel.text += "\n" + input.name + ": " + shown_quantity(input.start, input.decimals, input.unit, pack.words);
    }
    return panel;
}

/// Returns the question of a move, without its interaction.
Question begun_with(const Pack& pack, const Template& source, const Prediction& prediction, const Move& move,
                    Kind kind) {
    const content::ModelInput& input = prediction.changed();
    const content::ModelOutput& output = prediction.asked();
    const auto of_input = [&](double number) { return shown_quantity(number, input.decimals, input.unit, pack.words); };
    const auto of_output = [&](double number) {
        return shown_quantity(number, output.decimals, output.unit, pack.words);
    };
    Question question = begun(source, kind, prediction.model->topic);
    question.id += ":" + id_of(prediction).value + (move.to < move.from ? "/fall" : "/rise");
    question.prompt = capitalised(filled(source.prompt, {{"model", prediction.model->name},
                                                         {"input", input.name},
                                                         {"from", of_input(move.from)},
                                                         {"to", of_input(move.to)},
                                                         {"output", output.name}}));
    question.panels = {panel_of(pack, prediction)};
    question.explanation = capitalised(filled(source.explanation, {{"input", input.name},
                                                                   {"output", output.name},
                                                                   {"before", of_output(move.before)},
                                                                   {"after", of_output(move.after)}}));
    for (const std::string& sentence : prediction.model->leaves_out) question.explanation += " " + sentence;
    question.predictions = {id_of(prediction)};
    question.basis.amounts = {move.from, move.to};
    return question;
}

Question make_predict(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    const std::vector<Move> moves = moves_towards(candidate.falls, moves_of(candidate.prediction));
    const Move& move = moves[rng.below(moves.size())];
    Question question = begun_with(pack, source, candidate.prediction, move, Kind::single);
    question.interaction =
        PickOne{{{pack.words.goes_up, {}, {}}, {pack.words.goes_down, {}, {}}, {pack.words.stays_same, {}, {}}},
                static_cast<std::uint8_t>(change_between(move.before, move.after))};
    question.shuffle = false; // up comes before down
    question.basis.rule = Rule::predicted_direction;
    return question;
}

Question make_predict_value(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    Spread spread;
    const std::vector<Move> moves =
        moves_towards(candidate.falls, moves_to_values(source, candidate.prediction, spread));
    const Move& move = moves[rng.below(moves.size())];
    Question question = begun_with(pack, source, candidate.prediction, move, Kind::estimate);
    const content::ModelInput& input = candidate.prediction.changed();
    const content::ModelOutput& output = candidate.prediction.asked();
    question.panels[0].text += "\n" + output.name + ", " + input.name + " " +
                               shown_quantity(move.from, input.decimals, input.unit, pack.words) + ": " +
                               shown_quantity(move.before, output.decimals, output.unit, pack.words);
    question.interaction = scale_for(move.after, source, attribute_like(output), spread).value();
    question.difficulty = 3;
    question.basis.rule = Rule::predicted_value;
    return question;
}

} // namespace

const Recipe predict_recipe{predict_candidates, make_predict};
const Recipe predict_value_recipe{predict_value_candidates, make_predict_value};

} // namespace chelate::quiz
