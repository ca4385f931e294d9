// Asks which subject has a value.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Fact;
using content::Pack;
using content::Template;

namespace {

std::vector<Candidate> subject_for_value_candidates(const Pack& pack, const Template& source) {
    return keys_of(askable_facts(pack, source), static_cast<std::size_t>(source.count));
}

/// Makes the question. Its distractors are other subjects of the group with a known, different value.
Question make_subject_for_value(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    const Fact& key = *candidate.facts[0];
    Question question = begun(source, Kind::single, key.topic);
    question.id += ":" + key.id.value;
    std::vector<const Fact*> others;
    for (const auto& [id, fact] : pack.facts) {
        if (!fact.askable || !fact.value || fact.attribute != key.attribute || fact.subject == key.subject) continue;
        if (*fact.value == *key.value || pack.subjects.at(fact.subject).group != source.group) continue;
        if (!source.subjects.empty() &&
            std::find(source.subjects.begin(), source.subjects.end(), fact.subject) == source.subjects.end())
            continue;
        const bool taken = std::any_of(others.begin(), others.end(),
                                       [&](const Fact* other) { return other->subject == fact.subject; });
        if (!taken) others.push_back(&fact);
    }
    rng.shuffle(others);
    others.resize(static_cast<std::size_t>(source.count) - 1);
    std::vector<const Fact*> compared = others;
    compared.push_back(&key);
    PickOne interaction{{option_of(pack, key)}, 0};
    question.facts = {key.id};
    for (const Fact* other : others) {
        interaction.options.push_back(option_of(pack, *other));
        interaction.options.back().why = value_of(pack, *other);
        question.facts.push_back(other->id);
    }
    question.prompt = capitalised(filled(source.prompt, {{"value", value_of(pack, key)}, {"of", key.of}}));
    question.interaction = std::move(interaction);
    question.explanation = capitalised(filled(
        source.explanation, {{"subject", name_of(pack, key.subject)}, {"value", value_of(pack, key)}, {"of", key.of}}));
    question.difficulty = difficulty_of(compared);
    question.basis = {.rule = Rule::subject_of_value, .attribute = source.attribute, .value = key.value};
    return question;
}

} // namespace

const Recipe subject_for_value_recipe{subject_for_value_candidates, make_subject_for_value};

} // namespace chelate::quiz
