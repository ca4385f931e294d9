// Asks which subject has a value; the player types the name.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Fact;
using content::Pack;
using content::Template;

namespace {

std::vector<Candidate> name_for_value_candidates(const Pack& pack, const Template& source) {
    return keys_of(askable_facts(pack, source), 2);
}

void add_names(const content::Subject& subject, std::vector<std::string>& names) {
    names.push_back(subject.name);
    names.push_back(subject.short_name);
    if (!subject.compound.empty()) names.push_back(subject.compound);
    names.insert(names.end(), subject.also.begin(), subject.also.end());
}

Question make_name_for_value(const Pack& pack, const Template& source, const Candidate& candidate, Rng&) {
    const Fact& key = *candidate.facts[0];
    Question question = begun(source, Kind::typed, key.topic);
    question.id += ":" + key.id.value;
    question.facts = {key.id};
    WriteText interaction;
    std::vector<std::string> names;
    add_names(pack.subjects.at(key.subject), names);
    for (const std::string& name : names) interaction.accepted.push_back({name, 100});
    for (const auto& [id, subject] : pack.subjects) {
        if (id != key.subject && subject.group == source.group) add_names(subject, interaction.others);
    }
    question.prompt = capitalised(filled(source.prompt, {{"value", value_of(pack, key)}, {"of", key.of}}));
    question.interaction = std::move(interaction);
    question.explanation = capitalised(filled(
        source.explanation, {{"subject", name_of(pack, key.subject)}, {"value", value_of(pack, key)}, {"of", key.of}}));
    question.difficulty = 3; // hard, because there is nothing to choose from
    question.basis = {.rule = Rule::name_of_value, .attribute = source.attribute, .value = key.value};
    return question;
}

} // namespace

const Recipe name_for_value_recipe{name_for_value_candidates, make_name_for_value};

} // namespace chelate::quiz
