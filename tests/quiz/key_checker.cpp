#include "tests/quiz/key_checker.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <sstream>
#include <string_view>

#include "tests/quiz/model_calculator.hpp"

namespace chelate::test {

using quiz::Question;
using quiz::Rule;

namespace {

using Key = std::optional<std::vector<std::size_t>>;

/// Returns the subject's value for the attribute, when exactly one known fact gives one.
std::optional<double> value_of(const content::SubjectId& subject, const content::AttributeId& attribute,
                               const Known& known) {
    std::optional<double> value;
    for (const auto& [id, fact] : known.facts) {
        if (fact.subject != subject || fact.attribute != attribute) continue;
        if (value || !fact.value) return std::nullopt;
        value = fact.value;
    }
    return value;
}

/// Returns whether two values differ by as much as the attribute asks for: so many percent of the larger one, and so
/// much in its unit.
bool differ_enough(double a, double b, const content::Attribute& attribute) {
    const double apart = std::abs(a - b) * (1 + 1e-9);
    const double larger = std::max(std::abs(a), std::abs(b));
    return apart > 0 && apart * 100 >= attribute.smallest_gap.percent * larger &&
           apart >= attribute.smallest_gap.amount;
}

/// Returns whether the values that a question sets against each other all differ enough: from the value that it asks
/// about where there is one, and else, and beside a threshold, from one another.
bool may_be_asked(const Question& question, const std::vector<double>& values, const Known& known) {
    const content::Attribute& attribute = known.attributes.at(question.basis.attribute);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool is_key = question.basis.rule == Rule::subject_of_value && values[i] == question.basis.value;
        if (question.basis.value && !is_key && !differ_enough(values[i], *question.basis.value, attribute))
            return false;
        if (question.basis.rule == Rule::subject_of_value) continue;
        for (std::size_t j = 0; j < i; ++j) {
            if (!differ_enough(values[i], values[j], attribute)) return false;
        }
    }
    return true;
}

/// Returns the values of all options, or nothing when one is unknown.
std::optional<std::vector<double>> values_of(const Question& question, const Known& known) {
    std::vector<double> values;
    for (const auto& option : quiz::options_of(question.interaction)) {
        const auto value = value_of(option.subject, question.basis.attribute, known);
        if (!value) return std::nullopt;
        values.push_back(*value);
    }
    return values;
}

Key ranked(const std::vector<double>& values, bool greatest_first) {
    if (std::set<double>(values.begin(), values.end()).size() != values.size())
        return std::nullopt; // a tie decides nothing
    std::vector<std::size_t> order(values.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return greatest_first ? values[a] > values[b] : values[a] < values[b];
    });
    return order;
}

Key by_value(const Question& question, const std::vector<double>& values) {
    Key key;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] != question.basis.value) continue;
        if (key) return std::nullopt;
        key = std::vector<std::size_t>{i};
    }
    return key;
}

Key by_steps(const Question& question, const Known& known) {
    if (known.mechanisms.size() != 1) return std::nullopt;
    const auto& steps = known.mechanisms.begin()->second.steps;
    const auto& options = quiz::options_of(question.interaction);
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t option = 0; option < options.size(); ++option) {
        const auto step = std::find_if(steps.begin(), steps.end(),
                                       [&](const auto& s) { return s.short_text == options[option].text; });
        if (step == steps.end()) return std::nullopt;
        places.emplace_back(static_cast<std::size_t>(step - steps.begin()), option);
    }
    std::sort(places.begin(), places.end());
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < places.size(); ++i) {
        // The items must be neighbouring steps of the mechanism. With a gap, the order would be open to doubt.
        if (i > 0 && places[i].first != places[i - 1].first + 1) return std::nullopt;
        order.push_back(places[i].second);
    }
    return order;
}

Key by_words(const Question& question, const std::string& word) {
    const auto& options = quiz::options_of(question.interaction);
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (options[i].text == word) return std::vector<std::size_t>{i};
    }
    return std::nullopt;
}

Key by_claim(const Question& question, const Known& known) {
    if (known.claims.size() != 1) return std::nullopt;
    const content::Claim& claim = known.claims.begin()->second;
    if (question.basis.rule == Rule::seen_in) {
        if (!claim.seen_in || question.prompt.find(claim.statement) == std::string::npos) return std::nullopt;
        return by_words(question, known.words.seen_in[static_cast<std::size_t>(*claim.seen_in)]);
    }
    if (question.basis.rule == Rule::verdict) {
        if (question.prompt.find(claim.statement) == std::string::npos) return std::nullopt;
        return by_words(question, known.words.verdicts[static_cast<std::size_t>(claim.verdict)]);
    }
    // The text shown tells whether it is the claim or its twin. The question's own flag is not used.
    const bool shows_twin = claim.twin && question.prompt.find(claim.twin->statement) != std::string::npos;
    const bool shows_claim = question.prompt.find(claim.statement) != std::string::npos;
    if (shows_twin == shows_claim) return std::nullopt;
    if (shows_twin)
        return claim.verdict == content::Verdict::supported ? by_words(question, known.words.false_word) : std::nullopt;
    if (claim.verdict == content::Verdict::supported) return by_words(question, known.words.true_word);
    if (claim.verdict == content::Verdict::contradicted) return by_words(question, known.words.false_word);
    return std::nullopt;
}

/// Returns which options are over the threshold, or nothing when a value equals it.
std::optional<std::vector<bool>> over_threshold(const Question& question, const std::vector<double>& values) {
    std::vector<bool> over;
    for (const double value : values) {
        if (!question.basis.value || value == *question.basis.value) return std::nullopt;
        over.push_back(value > *question.basis.value);
    }
    return over;
}

Key all_over(const Question& question, const std::vector<bool>& over) {
    std::vector<std::size_t> key;
    for (std::size_t i = 0; i < over.size(); ++i) {
        if (over[i] != question.basis.twin) key.push_back(i);
    }
    if (question.basis.rule == Rule::odd_of_threshold && key.size() != 1) return std::nullopt;
    return key;
}

Key sides(const std::vector<bool>& over) {
    std::vector<std::size_t> key;
    for (const bool side : over) key.push_back(side ? 0 : 1);
    return key;
}

/// Returns the number that a text begins with, as in "60.3 %" or "1,200 mg".
double number_in(std::string text) {
    std::erase(text, ',');
    constexpr std::string_view minus = "−";
    return text.starts_with(minus) ? -std::stod(text.substr(minus.size())) : std::stod(text);
}

/// Returns, for each item, the target that states its value.
Key matched(const Question& question, const std::vector<double>& values) {
    std::vector<std::size_t> key;
    const auto& targets = std::get<quiz::Assign>(question.interaction).targets;
    for (const double value : values) {
        const auto target =
            std::find_if(targets.begin(), targets.end(), [&](const auto& t) { return number_in(t.text) == value; });
        if (target == targets.end()) return std::nullopt;
        key.push_back(static_cast<std::size_t>(target - targets.begin()));
    }
    return key;
}

/// Returns the value of the listed fact, when there is exactly one.
std::optional<double> only_value(const Question& question, const Known& known) {
    std::optional<double> value;
    for (const auto& [id, fact] : known.facts) {
        if (fact.attribute != question.basis.attribute ||
            std::find(question.facts.begin(), question.facts.end(), id) == question.facts.end())
            continue;
        if (value || !fact.value) return std::nullopt;
        value = fact.value;
    }
    return value;
}

/// Returns how far from a number full credit reaches: what the attribute says, or else the usual percentage of it. An
/// estimate reaches no further than that percentage of the range of values, and exactly so far where some are negative.
double accepted_distance(const Question& question, const Known& known, double number, double usual) {
    const content::Attribute& attribute = known.attributes.at(question.basis.attribute);
    if (attribute.accepted_percent > 0 || attribute.accepted_amount > 0)
        return std::max(std::abs(number) * attribute.accepted_percent / 100, attribute.accepted_amount);
    const double of_number = std::abs(number) * usual / 100;
    const double of_range = (known.range.second - known.range.first) * usual / 100;
    if (question.basis.rule != Rule::value_of_subject || of_range == 0) return of_number;
    return known.range.first < 0 ? of_range : std::min(of_number, of_range);
}

/// Returns 1 when the numbers that are right earn full credit, those beyond them less, and far ones nothing.
/// @param slack  how far from the number full credit reaches
Key by_number(const Question& question, double right_number, double slack) {
    const auto& body = std::get<quiz::EnterNumber>(question.interaction);
    double parts = 1;
    for (int i = 0; i < body.scale.decimals; ++i) parts *= 10;
    const auto earns_all = [&](double at) {
        return quiz::credit_of(quiz::Entered{std::llround(at * parts)}, body, {}) == Fraction::one();
    };
    const double part = 1.01 / parts; // numbers are entered in whole parts, and the ends are rounded to them
    // No number beyond the ends of the scale can be entered.
    const double last = static_cast<double>(body.scale.to) / parts;
    const double first = static_cast<double>(body.scale.from) / parts;
    const bool right = earns_all(right_number) &&
                       earns_all(std::max(first, right_number - std::max(0.0, slack - part))) &&
                       earns_all(std::min(last, right_number + std::max(0.0, slack - part))) &&
                       !earns_all(right_number - slack - 2 * part) && !earns_all(right_number + slack + 2 * part);
    const double far = std::max(std::abs(right_number) * 0.75, slack * 7);
    const auto nothing_at = [&](double at) {
        return quiz::credit_of(quiz::Entered{std::llround(at * parts) + (at < right_number ? -1 : 1)}, body, {}) ==
               Fraction::zero();
    };
    if (!right || !nothing_at(right_number - far) || !nothing_at(right_number + far)) return std::nullopt;
    return std::vector<std::size_t>{1};
}

/// Returns the same. @param usual  percent to each side of the number that are right where the attribute does not say
Key by_number(const Question& question, const Known& known, std::optional<double> number, double usual) {
    if (!number) return std::nullopt;
    return by_number(question, *number, accepted_distance(question, known, *number, usual));
}

/// What a question about a model changes, worked out from the model's text alone.
struct Predicted {
    const content::Model& model;
    const content::ModelInput& input;
    const content::ModelOutput& output;
    double before = 0;
    double after = 0;
};

/// Returns the number with its unit, if a text has it.
bool mentions(const std::string& text, double number, const content::ModelInput& input, const Known& known) {
    return text.find(content::shown_quantity(number, input.decimals, input.unit, known.words)) != std::string::npos;
}

/// Works out a prediction; nothing when the question does not say all that it takes.
std::optional<Predicted> predicted(const Question& question, const Known& known) {
    if (known.models.size() != 1 || question.predictions.size() != 1 || question.basis.amounts.size() != 2 ||
        question.panels.size() != 1)
        return std::nullopt;
    const content::Model& model = known.models.begin()->second;
    const std::string& named = question.predictions[0].value;
    const std::string input_id = named.substr(named.find(':') + 1, named.find('>') - named.find(':') - 1);
    const std::string output_id = named.substr(named.find('>') + 1);
    const auto input =
        std::find_if(model.inputs.begin(), model.inputs.end(), [&](const auto& one) { return one.id == input_id; });
    const auto output =
        std::find_if(model.outputs.begin(), model.outputs.end(), [&](const auto& one) { return one.id == output_id; });
    if (input == model.inputs.end() || output == model.outputs.end()) return std::nullopt;
    // The prompt says what changes, and the panel where all else stays.
    if (question.prompt.find(output->name) == std::string::npos ||
        question.prompt.find(input->name) == std::string::npos)
        return std::nullopt;
    Predicted found{model, *input, *output};
    for (const bool is_after : {false, true}) {
        std::map<std::string, double> values;
        for (const content::ModelInput& one : model.inputs) {
            const double value = one.id == input->id ? question.basis.amounts[is_after ? 1 : 0] : one.start;
            if (value < one.valid.from || value > one.valid.to) return std::nullopt;
            const std::string& told = one.id == input->id ? question.prompt : question.panels[0].text;
            if (!mentions(told, value, one, known)) return std::nullopt;
            values[one.id] = value;
        }
        const auto outputs = calculated(model, std::move(values));
        if (!outputs.contains(output->id)) return std::nullopt;
        (is_after ? found.after : found.before) = outputs.at(output->id);
    }
    return found;
}

/// Returns whether two results count as equal, because only rounding sets them apart.
bool are_equal(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)); }

Key by_direction(const Question& question, const Known& known) {
    const auto found = predicted(question, known);
    if (!found) return std::nullopt;
    if (are_equal(found->before, found->after)) return by_words(question, known.words.stays_same);
    // A change that nobody can see in the numbers shown must not be asked.
    const double change = std::abs(found->after - found->before);
    if (change < 2 * std::pow(10.0, -found->output.decimals) * (1 - 1e-9) ||
        change < 0.05 * std::max(std::abs(found->before), std::abs(found->after)) * (1 - 1e-9))
        return std::nullopt;
    return by_words(question, found->after > found->before ? known.words.goes_up : known.words.goes_down);
}

Key by_predicted_value(const Question& question, const Known& known) {
    const auto found = predicted(question, known);
    if (!found || are_equal(found->before, found->after)) return std::nullopt;
    std::vector<double> reached;
    for (int stop = 0; stop <= 10; ++stop) {
        const content::ModelInput& input = found->input;
        std::map<std::string, double> values;
        for (const content::ModelInput& one : found->model.inputs) values[one.id] = one.start;
        const double wanted = input.valid.from + (input.valid.to - input.valid.from) * stop / 10;
        values[input.id] = input.range.from + std::round((wanted - input.range.from) / input.step) * input.step;
        const auto outputs = calculated(found->model, std::move(values));
        if (outputs.contains(found->output.id)) reached.push_back(outputs.at(found->output.id));
    }
    const auto [low, high] = std::minmax_element(reached.begin(), reached.end());
    const double of_range = (*high - *low) * 0.05;
    const double of_number = std::abs(found->after) * 0.05;
    return by_number(question, found->after, *low < 0 ? of_range : std::min(of_range, of_number));
}

/// Returns 1 when the name of the subject with the value is accepted, and no other known subject's name is.
Key by_name(const Question& question, const Known& known) {
    const auto& body = std::get<quiz::WriteText>(question.interaction);
    std::optional<content::SubjectId> subject;
    for (const auto& [id, fact] : known.facts) {
        if (fact.attribute != question.basis.attribute || fact.value != question.basis.value) continue;
        if (subject) return std::nullopt;
        subject = fact.subject;
    }
    if (!subject || quiz::taken_for(known.names.at(*subject), body) == nullptr) return std::nullopt;
    for (const auto& [id, name] : known.names) {
        if (id != *subject && quiz::taken_for(name, body) != nullptr) return std::nullopt;
    }
    return std::vector<std::size_t>{1};
}

Key by_label(const Question& question, const std::vector<double>& shares) {
    if (question.basis.amounts.size() != shares.size()) return std::nullopt;
    std::vector<double> contents;
    for (std::size_t i = 0; i < shares.size(); ++i) contents.push_back(shares[i] * question.basis.amounts[i]);
    const auto order = ranked(contents, true);
    return order ? Key{{order->front()}} : std::nullopt;
}

/// Returns the places in the mechanism of the steps that a panel shows, one on each line.
std::optional<std::vector<std::size_t>> shown_steps(const Question& question, const Known& known) {
    if (known.mechanisms.size() != 1 || question.panels.size() != 1) return std::nullopt;
    const auto& steps = known.mechanisms.begin()->second.steps;
    std::vector<std::size_t> places;
    std::istringstream lines(question.panels[0].text);
    for (std::string line; std::getline(lines, line);) {
        const auto step = std::find_if(steps.begin(), steps.end(), [&](const auto& s) { return s.short_text == line; });
        if (step == steps.end()) return std::nullopt;
        places.push_back(static_cast<std::size_t>(step - steps.begin()));
    }
    return places;
}

/// Returns the whole numbers in a text: 2 and 3 of "Between steps 2 and 3".
std::vector<std::size_t> numbers_in(const std::string& text) {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] < '0' || text[i] > '9') continue;
        std::size_t end = 0;
        numbers.push_back(std::stoul(text.substr(i), &end));
        i += end;
    }
    return numbers;
}

/// Returns the choice that names these steps and no others.
Key choice_naming(const Question& question, const std::vector<std::size_t>& steps) {
    Key key;
    const auto& options = quiz::options_of(question.interaction);
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (numbers_in(options[i].text) != steps) continue;
        if (key) return std::nullopt;
        key = std::vector<std::size_t>{i};
    }
    return key;
}

/// Returns the only pair of neighbours that puts all steps in order when swapped.
Key by_exchange(const Question& question, const Known& known) {
    const auto places = shown_steps(question, known);
    if (!places) return std::nullopt;
    Key key;
    for (std::size_t i = 0; i + 1 < places->size(); ++i) {
        auto mended = *places;
        std::swap(mended[i], mended[i + 1]);
        if (!std::is_sorted(mended.begin(), mended.end())) continue;
        if (key) return std::nullopt;
        key = choice_naming(question, {i + 1, i + 2});
    }
    return key;
}

/// Returns where the step that the prompt names belongs among those shown.
Key by_place(const Question& question, const Known& known) {
    const auto places = shown_steps(question, known);
    if (!places || !std::is_sorted(places->begin(), places->end())) return std::nullopt;
    const auto& steps = known.mechanisms.begin()->second.steps;
    Key key;
    for (std::size_t step = 0; step < steps.size(); ++step) {
        if (std::find(places->begin(), places->end(), step) != places->end() ||
            question.prompt.find(steps[step].short_text) == std::string::npos)
            continue;
        if (key) return std::nullopt;
        const auto before =
            static_cast<std::size_t>(std::lower_bound(places->begin(), places->end(), step) - places->begin());
        if (before == 0) key = choice_naming(question, {1});
        else if (before == places->size()) key = choice_naming(question, {before});
        else key = choice_naming(question, {before, before + 1});
    }
    return key;
}

} // namespace

Known listed_of(const content::Pack& pack, const Question& question) {
    Known known;
    known.words = pack.words;
    for (const auto& [id, subject] : pack.subjects) {
        const bool compared = std::any_of(question.facts.begin(), question.facts.end(), [&](const auto& fact) {
            return pack.subjects.at(pack.facts.at(fact).subject).group == subject.group;
        });
        if (compared) known.names.emplace(id, subject.name);
    }
    for (const auto& id : question.facts) known.facts.emplace(id, pack.facts.at(id));
    std::vector<double> values;
    for (const auto& [id, fact] : pack.facts) {
        if (fact.askable && fact.attribute == question.basis.attribute && known.names.contains(fact.subject))
            values.push_back(*fact.value);
    }
    if (!values.empty())
        known.range = {*std::min_element(values.begin(), values.end()),
                       *std::max_element(values.begin(), values.end())};
    for (const auto& [id, fact] : known.facts)
        known.attributes.emplace(fact.attribute, pack.attributes.at(fact.attribute));
    for (const auto& id : question.claims) known.claims.emplace(id, pack.claims.at(id));
    for (const auto& id : question.mechanisms) known.mechanisms.emplace(id, pack.mechanisms.at(id));
    for (const auto& id : question.predictions) {
        const content::ModelId model{id.value.substr(0, id.value.find(':'))};
        known.models.emplace(model, pack.models.at(model));
    }
    return known;
}

std::optional<std::vector<std::size_t>> derived_key(const Question& question, const Known& known) {
    switch (question.basis.rule) {
    case Rule::authored: return std::nullopt;
    case Rule::steps: return by_steps(question, known);
    case Rule::verdict:
    case Rule::seen_in:
    case Rule::truth: return by_claim(question, known);
    case Rule::value_of_subject: return by_number(question, known, only_value(question, known), 5);
    case Rule::amount_in_label: {
        const auto share = only_value(question, known);
        const auto amount = share ? std::optional(*share * question.basis.amounts.at(0) / 100) : std::nullopt;
        return by_number(question, known, amount, 2);
    }
    case Rule::name_of_value: return by_name(question, known);
    case Rule::predicted_direction: return by_direction(question, known);
    case Rule::predicted_value: return by_predicted_value(question, known);
    case Rule::swapped_steps: return by_exchange(question, known);
    case Rule::place_of_step: return by_place(question, known);
    case Rule::over_threshold:
    case Rule::odd_of_threshold:
    case Rule::sides_of_threshold:
    case Rule::value_of_each:
    case Rule::most_in_label:
    case Rule::greatest:
    case Rule::least:
    case Rule::greatest_first:
    case Rule::least_first:
    case Rule::subject_of_value: break;
    }
    const auto values = values_of(question, known);
    if (!values || !may_be_asked(question, *values, known)) return std::nullopt;
    if (question.basis.rule == Rule::subject_of_value) return by_value(question, *values);
    if (question.basis.rule == Rule::value_of_each) return matched(question, *values);
    if (question.basis.rule == Rule::most_in_label) return by_label(question, *values);
    if (question.basis.value) {
        const auto over = over_threshold(question, *values);
        if (!over) return std::nullopt;
        return question.basis.rule == Rule::sides_of_threshold ? sides(*over) : all_over(question, *over);
    }
    const bool greatest = question.basis.rule == Rule::greatest || question.basis.rule == Rule::greatest_first;
    const auto order = ranked(*values, greatest);
    const bool whole = question.basis.rule == Rule::greatest_first || question.basis.rule == Rule::least_first;
    if (!order || whole) return order;
    return std::vector<std::size_t>{order->front()};
}

std::vector<std::size_t> carried_key(const Question& question) {
    const auto numbers = [](const auto& list) { return std::vector<std::size_t>(list.begin(), list.end()); };
    if (const auto* pick = std::get_if<quiz::PickOne>(&question.interaction)) return {pick->key};
    if (const auto* ticks = std::get_if<quiz::PickMany>(&question.interaction)) return numbers(ticks->key);
    if (const auto* assign = std::get_if<quiz::Assign>(&question.interaction)) return numbers(assign->key);
    if (!std::holds_alternative<quiz::PutInOrder>(question.interaction)) return {1};
    std::vector<std::size_t> order(quiz::options_of(question.interaction).size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    return order;
}

} // namespace chelate::test
