#include "tests/quiz/key_checker.hpp"

#include <algorithm>
#include <set>

namespace chelate::test {

using quiz::Question;
using quiz::Rule;

namespace {

using Key = std::optional<std::vector<std::size_t>>;

/// Value of the subject for the attribute, when exactly one known fact gives one.
std::optional<double> value_of(const content::SubjectId& subject, const content::AttributeId& attribute, const Known& known) {
    std::optional<double> value;
    for (const auto& [id, fact] : known.facts) {
        if (fact.subject != subject || fact.attribute != attribute) continue;
        if (value || !fact.value) return std::nullopt;
        value = fact.value;
    }
    return value;
}

/// The values of all options; nothing when one is unknown.
std::optional<std::vector<double>> values_of(const Question& question, const Known& known) {
    std::vector<double> values;
    for (const auto& option : quiz::options_of(question.body)) {
        const auto value = value_of(option.subject, question.basis.attribute, known);
        if (!value) return std::nullopt;
        values.push_back(*value);
    }
    return values;
}

Key ranked(const std::vector<double>& values, bool greatest_first) {
    if (std::set<double>(values.begin(), values.end()).size() != values.size()) return std::nullopt; // a tie decides nothing
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
    const auto& options = quiz::options_of(question.body);
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t option = 0; option < options.size(); ++option) {
        const auto step = std::find_if(steps.begin(), steps.end(), [&](const auto& s) { return s.short_text == options[option].text; });
        if (step == steps.end()) return std::nullopt;
        places.emplace_back(static_cast<std::size_t>(step - steps.begin()), option);
    }
    std::sort(places.begin(), places.end());
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < places.size(); ++i) {
        // The items are neighbouring steps of the closed list; a hole would leave the order open to doubt.
        if (i > 0 && places[i].first != places[i - 1].first + 1) return std::nullopt;
        order.push_back(places[i].second);
    }
    return order;
}

Key by_words(const Question& question, const std::string& word) {
    const auto& options = quiz::options_of(question.body);
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (options[i].text == word) return std::vector<std::size_t>{i};
    }
    return std::nullopt;
}

Key by_claim(const Question& question, const Known& known) {
    if (known.claims.size() != 1) return std::nullopt;
    const content::Claim& claim = known.claims.begin()->second;
    if (question.basis.rule == Rule::verdict) {
        if (question.prompt.find(claim.statement) == std::string::npos) return std::nullopt;
        return by_words(question, known.words.verdicts[static_cast<std::size_t>(claim.verdict)]);
    }
    // What is shown tells whether it is the claim or its twin; the question's own word for it is not asked.
    const bool shows_twin = claim.twin && question.prompt.find(claim.twin->statement) != std::string::npos;
    const bool shows_claim = question.prompt.find(claim.statement) != std::string::npos;
    if (shows_twin == shows_claim) return std::nullopt;
    if (shows_twin) return claim.verdict == content::Verdict::supported ? by_words(question, known.words.false_word) : std::nullopt;
    if (claim.verdict == content::Verdict::supported) return by_words(question, known.words.true_word);
    if (claim.verdict == content::Verdict::contradicted) return by_words(question, known.words.false_word);
    return std::nullopt;
}

} // namespace

Known listed_of(const content::Pack& pack, const Question& question) {
    Known known;
    known.words = pack.words;
    for (const auto& id : question.facts) known.facts.emplace(id, pack.facts.at(id));
    for (const auto& id : question.claims) known.claims.emplace(id, pack.claims.at(id));
    for (const auto& id : question.mechanisms) known.mechanisms.emplace(id, pack.mechanisms.at(id));
    return known;
}

std::optional<std::vector<std::size_t>> derived_key(const Question& question, const Known& known) {
    switch (question.basis.rule) {
    case Rule::authored: return std::nullopt;
    case Rule::steps: return by_steps(question, known);
    case Rule::verdict:
    case Rule::truth: return by_claim(question, known);
    case Rule::greatest:
    case Rule::least:
    case Rule::greatest_first:
    case Rule::least_first:
    case Rule::subject_of_value: break;
    }
    const auto values = values_of(question, known);
    if (!values) return std::nullopt;
    if (question.basis.rule == Rule::subject_of_value) return by_value(question, *values);
    const bool greatest = question.basis.rule == Rule::greatest || question.basis.rule == Rule::greatest_first;
    const auto order = ranked(*values, greatest);
    const bool whole = question.basis.rule == Rule::greatest_first || question.basis.rule == Rule::least_first;
    if (!order || whole) return order;
    return std::vector<std::size_t>{order->front()};
}

std::vector<std::size_t> carried_key(const Question& question) {
    if (const auto* pick = std::get_if<quiz::PickOne>(&question.body)) return {pick->key};
    std::vector<std::size_t> order(quiz::options_of(question.body).size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    return order;
}

} // namespace chelate::test
