#include "engine/content/rules.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/content/chemistry.hpp"
#include "engine/content/draft.hpp"

namespace chelate::content {
namespace {

/// Returns whether a number has at most that many decimals, within the precision of a double.
bool is_rounded(double number, int decimals) {
    const double scaled = number * std::pow(10.0, decimals);
    return std::abs(scaled - std::round(scaled)) <= 1e-9 * std::max(1.0, std::abs(scaled));
}

std::optional<BrokenRule> rounding_broken_by(const Fact& fact, const Attribute& attribute) {
    const std::pair<std::string_view, const std::optional<double>&> numbers[] = {
        {"value", fact.value}, {"low", fact.low}, {"high", fact.high}};
    for (const auto& [key, number] : numbers) {
        if (!number || is_rounded(*number, attribute.decimals)) continue;
        return BrokenRule{key, "", "too-many-decimals",
                          json::in_quotes(attribute.id.value) + " is shown with " + std::to_string(attribute.decimals) +
                              " decimals, so '" + std::string(key) + "' has no more"};
    }
    return std::nullopt;
}

/// Checks a percentage of the people of an arm, which is computed and never typed.
std::optional<BrokenRule> share_broken_by(const Fact& fact, const Attribute& attribute, const Pack& pack) {
    const auto study = pack.studies.find(fact.study);
    const StudyArm* arm = study == pack.studies.end() ? nullptr : arm_named(study->second, fact.arm);
    if (arm == nullptr || !arm->events) {
        return BrokenRule{"derived", "", "derived-value",
                          "there is no study row " + json::in_quotes(fact.study.value) + " with events in an arm " +
                              json::in_quotes(fact.arm)};
    }
    const std::string expected =
        with_decimals(rounded(100.0 * *arm->events / arm->people, attribute.decimals), attribute.decimals);
    if (with_decimals(*fact.value, attribute.decimals) == expected) return std::nullopt;
    return BrokenRule{"value", "", "derived-value",
                      std::to_string(*arm->events) + " of " + std::to_string(arm->people) + " people is " + expected +
                          " %"};
}

std::optional<BrokenRule> derivation_broken_by(const Fact& fact, const Attribute& attribute, const Pack& pack) {
    if (!fact.derived) return std::nullopt;
    if (*fact.derived == Derivation::arm_share) return share_broken_by(fact, attribute, pack);
    const Subject& subject = pack.subjects.at(fact.subject);
    if (subject.formula.empty()) {
        return BrokenRule{"derived", "", "derived-value",
                          "the subject '" + subject.id.value + "' has no formula to derive this from"};
    }
    const bool is_mass = *fact.derived == Derivation::molar_mass;
    const auto derived = is_mass ? molar_mass(subject.formula) : mass_share(subject.formula, fact.element);
    if (!derived) {
        return BrokenRule{"derived", "", "derived-value",
                          json::in_quotes(fact.element) + " is no element with a standard atomic weight"};
    }
    const std::string expected = with_decimals(rounded(*derived, attribute.decimals), attribute.decimals);
    if (with_decimals(*fact.value, attribute.decimals) == expected) return std::nullopt;
    return BrokenRule{"value", "", "derived-value", "the formula " + subject.formula + " gives " + expected};
}

bool names_one_of(const std::vector<SubjectId>& named, const std::vector<SubjectId>& wanted) {
    return wanted.empty() || std::any_of(named.begin(), named.end(), [&](const SubjectId& id) {
               return std::find(wanted.begin(), wanted.end(), id) != wanted.end();
           });
}

template <class IdType>
bool is_one_of(const IdType& id, const std::vector<IdType>& wanted) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), id) != wanted.end();
}

/// Returns whether a template may draw on a model: some output of it changes, or surely stays, when an input does.
bool draws_on(const Template& made, const Model& model) {
    if (!is_one_of(model.topic, made.topics) || !is_one_of(model.id, made.models)) return false;
    for (std::size_t input = 0; input < model.inputs.size(); ++input) {
        for (std::size_t output = 0; output < model.outputs.size(); ++output) {
            if (!moves_of({&model, input, output}).empty()) return true;
        }
    }
    return false;
}

/// Returns whether a template may draw on a claim or mechanism.
template <class Item>
bool draws_on(const Template& made, const Item& item) {
    return item.askable && is_one_of(item.topic, made.topics) && names_one_of(item.subjects, made.subjects);
}

bool has_claim(const Template& made, const Pack& pack) {
    return std::any_of(pack.claims.begin(), pack.claims.end(), [&](const auto& entry) {
        const Claim& claim = entry.second;
        const Draws draws = row_of(made.kind).draws;
        const bool fits = draws == Draws::claims || claim.verdict == Verdict::supported ||
                          (draws == Draws::decided_claims && claim.verdict == Verdict::contradicted);
        const bool says_where = draws != Draws::supported_claims || claim.seen_in.has_value();
        return draws_on(made, claim) && fits && says_where;
    });
}

/// Returns whether the template has at least that many subjects and that many different values to compare.
bool has_values(const Template& made, const Askable& askable, std::size_t wanted) {
    std::set<double> values;
    std::set<SubjectId> subjects;
    for (const Fact* fact : askable.facts(made.attribute, made.group)) {
        if (!names_one_of({fact->subject}, made.subjects)) continue;
        values.insert(*fact->value);
        subjects.insert(fact->subject);
        if (values.size() >= wanted && subjects.size() >= wanted) return true;
    }
    return false;
}

std::optional<BrokenRule> makes_nothing(std::string_view key, std::string message) {
    return BrokenRule{key, "", "template-makes-nothing", std::move(message)};
}

} // namespace

Askable::Askable(const Pack& pack) {
    for (const auto& [id, fact] : pack.facts) {
        if (fact.askable) facts_[{fact.attribute, pack.subjects.at(fact.subject).group}].push_back(&fact);
    }
}

const std::vector<const Fact*>& Askable::facts(const AttributeId& attribute, const std::string& group) const {
    static const std::vector<const Fact*> none;
    const auto found = facts_.find({attribute, group});
    return found == facts_.end() ? none : found->second;
}

std::optional<BrokenRule> rule_broken_by(const Fact& fact, const Pack& pack) {
    const Attribute& attribute = pack.attributes.at(fact.attribute);
    if (!attribute.is_number) {
        if (fact.text.empty()) {
            return BrokenRule{"attribute", "", "text-attribute",
                              "the attribute '" + attribute.id.value + "' is of type text, so its facts have a 'text'"};
        }
        return std::nullopt; // read_fact has already rejected askable texts
    }
    if (auto broken = rounding_broken_by(fact, attribute)) return broken;
    return derivation_broken_by(fact, attribute, pack);
}

std::optional<BrokenRule> rule_broken_by(const Claim& claim, const Pack& pack) {
    if (!claim.askable) return std::nullopt;
    const bool read = std::any_of(claim.sources.begin(), claim.sources.end(), [&](const SourceId& id) {
        return pack.sources.at(id).checked != Checked::general_knowledge;
    });
    if (read) return std::nullopt;
    return BrokenRule{"askable", "", "unread-sources",
                      "a claim that is asked has a source that was read, not only general knowledge"};
}

std::optional<BrokenRule> rule_broken_by(const Template& made, const Pack& pack, const Askable& askable) {
    switch (row_of(made.kind).draws) {
    case Draws::facts: {
        if (!pack.attributes.at(made.attribute).is_number) {
            return BrokenRule{"attribute", "", "text-attribute",
                              "the attribute '" + made.attribute.value + "' is of type text, which is never asked"};
        }
        // A scale that the template does not give is made from the values, and one value alone would give itself away.
        const bool makes_scale = row_of(made.kind).scale && made.from == made.to;
        const std::size_t wanted = std::max<std::size_t>(row_of(made.kind).fewest, makes_scale ? 2 : 0);
        if (has_values(made, askable, wanted)) return std::nullopt;
        return makes_nothing("group", "fewer than " + std::to_string(wanted) + " subjects of the group " +
                                          json::in_quotes(made.group) + " have different askable values of '" +
                                          made.attribute.value + "'");
    }
    case Draws::mechanisms: {
        const bool some = std::any_of(pack.mechanisms.begin(), pack.mechanisms.end(),
                                      [&](const auto& entry) { return draws_on(made, entry.second); });
        if (some) return std::nullopt;
        return makes_nothing("", "no askable mechanism fits this template's topics and subjects");
    }
    case Draws::models: {
        const bool some = std::any_of(pack.models.begin(), pack.models.end(),
                                      [&](const auto& entry) { return draws_on(made, entry.second); });
        if (some) return std::nullopt;
        return makes_nothing("",
                             "no model that changes enough to be asked about fits this template's models and topics");
    }
    case Draws::claims:
        if (has_claim(made, pack)) return std::nullopt;
        return makes_nothing("", "no askable claim fits this template's topics and subjects");
    case Draws::decided_claims:
        if (has_claim(made, pack)) return std::nullopt;
        return makes_nothing(
            "", "no askable claim that is supported or contradicted fits this template's topics and subjects");
    case Draws::supported_claims:
        if (std::any_of(std::begin(pack.words.seen_in), std::end(pack.words.seen_in),
                        [](const std::string& word) { return word.empty(); })) {
            return makes_nothing("", "the manifest's 'words' do not name people, animals, cells, chemistry and rule");
        }
        if (has_claim(made, pack)) return std::nullopt;
        return makes_nothing(
            "", "no askable claim that is supported and has 'seen_in' fits this template's topics and subjects");
    }
    return std::nullopt;
}

} // namespace chelate::content
