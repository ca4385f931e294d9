#include "engine/content/model.hpp"

#include <algorithm>
#include <cmath>

#include "engine/content/draft.hpp"

namespace chelate::content {
namespace {

constexpr std::size_t longest_model_unit = 20; ///< stands next to a number
constexpr std::size_t most_left_out = 12;
constexpr int most_decimals = 6;
constexpr double most_choices = 10'000; ///< of one input; each is a place of its slider
constexpr double largest_known = 1e30;  ///< absolute value of an output; larger ones cannot be read on a screen

/// Returns how many decimals a number needs, or nothing when they are more than `most_decimals`.
std::optional<int> decimals_of(double number) {
    for (int decimals = 0; decimals <= most_decimals; ++decimals) {
        if (rounded(number, decimals) == number) return decimals;
    }
    return std::nullopt;
}

/// Reads a part of an input: an object with `from` and `to`.
std::optional<Interval> read_interval(Draft& draft, const json::Document& document, json::ObjectReader& input,
                                      std::string_view key, bool& sound) {
    const auto value = input.object(key, false);
    if (!value) return std::nullopt;
    json::ObjectReader reader(document, *value, "a range", draft.problems);
    const auto from = reader.number("from");
    const auto to = reader.number("to");
    reader.finish();
    if (from && to && !(*from < *to)) reader.report("from", "empty-range", "'from' is below 'to'");
    sound = sound && reader.ok();
    if (!from || !to) return std::nullopt;
    return Interval{*from, *to};
}

/// Checks the scale of an input, and says with how many decimals it is shown.
void check_scale(json::ObjectReader& reader, ModelInput& input) {
    if (!reader.ok()) return;
    if (!(input.range.from < input.range.to) || !(input.step > 0))
        return reader.report("from", "bad-scale", "an input goes up from 'from' to 'to' in steps above 0");
    if ((input.range.to - input.range.from) / input.step > most_choices)
        return reader.report("step", "bad-scale", "an input has at most 10000 steps; make them larger");
    for (const auto& [key, number] : {std::pair{"step", input.step}, {"from", input.range.from}}) {
        const auto decimals = decimals_of(number);
        if (!decimals) return reader.report(key, "bad-scale", json::in_quotes(key) + " has at most 6 decimals");
        input.decimals = std::max(input.decimals, *decimals);
    }
    if (!input.range.contains(input.start) || nearest_choice(input, input.start) != input.start)
        return reader.report("start", "bad-scale", "'start' is one of the steps from 'from' to 'to'");
    for (const auto& [key, part] : {std::pair{"usual", input.usual}, {"valid", std::optional(input.valid)}}) {
        if (part && (!input.range.contains(part->from) || !input.range.contains(part->to)))
            return reader.report(key, "bad-scale", json::in_quotes(key) + " lies within 'from' and 'to'");
    }
    if (!input.valid.contains(input.start)) reader.report("start", "bad-scale", "'start' lies within 'valid'");
}

void read_number(json::ObjectReader& reader, std::string_view key, double& number) {
    const auto read = reader.number(key);
    if (!read) return;
    number = *read;
    if (!(std::abs(number) <= largest_on_scale))
        reader.report(key, "out-of-range", json::in_quotes(key) + " is larger than a billion");
}

/// Reads the `id` of an input or output, which is its name in expressions.
void read_name(json::ObjectReader& reader, const std::vector<std::string>& taken, std::string& id) {
    assign(id, reader.string("id"));
    if (id.empty()) return;
    if (!is_expression_name(id)) {
        reader.report("id", "bad-id",
                      json::in_quotes(id) + " cannot be a name in an expression: a lowercase letter, then lowercase "
                                            "letters, digits and '_', at most 40, and no name of a function");
    } else if (std::find(taken.begin(), taken.end(), id) != taken.end()) {
        reader.report("id", "duplicate-id", json::in_quotes(id) + " is already a name in this model");
    }
}

ModelInput read_input(Draft& draft, const json::Document& document, const json::Value& value,
                      const std::vector<std::string>& taken, bool& sound) {
    json::ObjectReader reader(document, value, "an input", draft.problems);
    ModelInput input;
    read_name(reader, taken, input.id);
    assign(input.name, reader.string("name", longest_label));
    assign(input.unit, reader.optional_string("unit", longest_model_unit));
    read_number(reader, "from", input.range.from);
    read_number(reader, "to", input.range.to);
    read_number(reader, "step", input.step);
    read_number(reader, "start", input.start);
    bool parts_sound = true;
    input.usual = read_interval(draft, document, reader, "usual", parts_sound);
    input.valid = read_interval(draft, document, reader, "valid", parts_sound).value_or(input.range);
    if (parts_sound) check_scale(reader, input);
    reader.finish();
    sound = sound && parts_sound && reader.ok();
    return input;
}

/// Compiles the expression of an output. A fault is reported at its place in the expression.
void compile(const json::Document& document, json::ObjectReader& reader, const json::Value& object,
             const std::vector<std::string>& names, ModelOutput& output) {
    auto compiled = Expression::compile(output.expression, names);
    if (compiled) {
        output.compiled = std::move(*compiled);
        return;
    }
    std::size_t at = 0;
    std::string reason;
    for (const auto& [key, text] : compiled.error().args) {
        if (key == "at") at = std::stoul(text);
        if (key == "reason") reason = text;
    }
    const std::size_t value = object.find("expression")->offset();
    // With an escape in it, the string does not have its characters where the file has them.
    const bool is_plain = document.text().substr(value + 1, output.expression.size()) == output.expression;
    reader.report_at(is_plain ? value + 1 + at : value, "bad-expression", reason);
}

ModelOutput read_output(Draft& draft, const json::Document& document, const json::Value& value,
                        const std::vector<std::string>& taken, bool& sound) {
    json::ObjectReader reader(document, value, "an output", draft.problems);
    ModelOutput output;
    read_name(reader, taken, output.id);
    assign(output.name, reader.string("name", longest_label));
    assign(output.unit, reader.optional_string("unit", longest_model_unit));
    output.decimals = static_cast<int>(reader.integer("decimals", 0, most_decimals).value_or(0));
    assign(output.expression, reader.string("expression"));
    // A part without a name makes every expression that uses it look wrong.
    if (std::all_of(taken.begin(), taken.end(), is_expression_name) && !output.expression.empty())
        compile(document, reader, value, taken, output);
    reader.finish();
    sound = sound && reader.ok();
    return output;
}

/// Reads a list of parts, of which there may be `most`.
template <class ReadPart>
void read_parts(json::ObjectReader& reader, std::string_view key, std::size_t most, ReadPart read_part) {
    const auto list = reader.array(key, true);
    if (!list) return;
    if (list->size() == 0) return reader.report(key, "empty-list", json::in_quotes(key) + " must have at least one");
    if (list->size() > most) {
        return reader.report(key, "out-of-range",
                             json::in_quotes(key) + " has at most " + std::to_string(most) + " entries, not " +
                                 std::to_string(list->size()));
    }
    for (auto part = list->first(); part; part = part->next()) read_part(*part);
}

void read_inputs_and_outputs(Draft& draft, const json::Document& document, json::ObjectReader& reader, Model& model,
                             bool& sound) {
    std::vector<std::string> names;
    read_parts(reader, "inputs", most_inputs, [&](const json::Value& part) {
        names.push_back(model.inputs.emplace_back(read_input(draft, document, part, names, sound)).id);
    });
    read_parts(reader, "outputs", most_outputs, [&](const json::Value& part) {
        names.push_back(model.outputs.emplace_back(read_output(draft, document, part, names, sound)).id);
    });
}

/// Reads one name of the plot and returns the place of what it names.
template <class Part>
std::size_t read_axis(json::ObjectReader& reader, std::string_view key, std::string_view what,
                      const std::vector<Part>& parts) {
    const auto id = reader.string(key);
    if (!id || parts.empty()) return 0;
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.id == *id; });
    if (found != parts.end()) return static_cast<std::size_t>(found - parts.begin());
    reader.report(key, "dangling-reference", "this model has no " + std::string(what) + " " + json::in_quotes(*id));
    return 0;
}

void read_plot(Draft& draft, const json::Document& document, json::ObjectReader& model_reader, Model& model,
               bool& sound) {
    const auto value = model_reader.object("plot", true);
    if (!value) return;
    json::ObjectReader reader(document, *value, "a plot", draft.problems);
    model.plot_x = read_axis(reader, "x", "input", model.inputs);
    model.plot_y = read_axis(reader, "y", "output", model.outputs);
    reader.finish();
    sound = sound && reader.ok();
}

/// Checks that each output has a value at the start.
void check_start(json::ObjectReader& reader, const Model& model) {
    const auto outputs = outputs_of(model, starts_of(model));
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        if (outputs[i]) continue;
        reader.report("outputs", "no-value-at-start",
                      "where all inputs are at their 'start', " + json::in_quotes(model.outputs[i].id) +
                          " has no value");
        return;
    }
}

} // namespace

std::vector<double> starts_of(const Model& model) {
    std::vector<double> starts;
    for (const ModelInput& input : model.inputs) starts.push_back(input.start);
    return starts;
}

std::vector<std::optional<double>> outputs_of(const Model& model, const std::vector<double>& inputs) {
    std::vector<std::optional<double>> outputs(model.outputs.size());
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (!model.inputs[i].valid.contains(inputs[i])) return outputs;
    }
    std::vector<double> values = inputs;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const Expression& expression = model.outputs[i].compiled;
        const bool knows_all = std::all_of(expression.used().begin(), expression.used().end(), [&](std::size_t name) {
            return name < inputs.size() || outputs[name - inputs.size()].has_value();
        });
        const double value = knows_all ? expression.value_at(values) : 0;
        if (knows_all && std::abs(value) <= largest_known) outputs[i] = value;
        values.push_back(outputs[i].value_or(0));
    }
    return outputs;
}

double nearest_choice(const ModelInput& input, double number) {
    const double within = std::clamp(number, input.range.from, input.range.to);
    const double steps = std::round((within - input.range.from) / input.step);
    const double choice = rounded(input.range.from + steps * input.step, input.decimals);
    // The last step may be shorter than the others.
    return choice > input.range.to ? rounded(input.range.from + (steps - 1) * input.step, input.decimals) : choice;
}

void read_model(Draft& draft, const json::Document& document, const json::Value& value) {
    json::ObjectReader reader(document, value, name_of(EntryKind::model), draft.problems);
    Model model;
    bool sound = true;
    model.id.value = take_id(draft, reader, EntryKind::model);
    assign(model.name, reader.string("name", longest_short_name));
    assign(model.topic, reader.string("topic"));
    assign(model.about, reader.string("about"));
    read_inputs_and_outputs(draft, document, reader, model, sound);
    read_plot(draft, document, reader, model, sound);
    model.leaves_out = read_texts(reader, "leaves_out", most_left_out);
    assign(model.evidence, reader.string("evidence"));
    assign(model.mechanism, reader.optional_string("mechanism"));
    assign_ids(model.sources, reader, "sources", true);
    if (sound && reader.ok()) check_start(reader, model);
    read_reserved(reader);
    if (keep(draft, reader, EntryKind::model, model.id.value, sound)) {
        model.place = draft.pack.models.size();
        draft.pack.models.emplace(model.id, std::move(model));
    }
}

} // namespace chelate::content
