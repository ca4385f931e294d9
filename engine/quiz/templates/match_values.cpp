// Asks to match subjects with their values.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Fact;
using content::Pack;
using content::Template;

namespace {

std::vector<Candidate> match_values_candidates(const Pack& pack, const Template& source) {
    return sets_of(pack, askable_facts(pack, source), static_cast<std::size_t>(source.count));
}

Question make_match_values(const Pack& pack, const Template& source, const Candidate& candidate, Rng&) {
    const std::vector<const Fact*> facts = greatest_first(candidate.facts);
    Question question = begun(source, Kind::match, facts[0]->topic);
    question.id += ":";
    for (const Fact* fact : facts) {
        question.id += (question.facts.empty() ? "" : ",") + fact->id.value;
        question.facts.push_back(fact->id);
    }
    Assign interaction;
    interaction.one_each = true;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        interaction.items.push_back(option_of(pack, *facts[i]));
        interaction.targets.push_back(
            {value_of(pack, *facts[i]), {}, {}}); // items are shuffled, so the order of the values reveals nothing
        interaction.key.push_back(static_cast<std::uint8_t>(i));
    }
    question.prompt = source.prompt;
    question.interaction = std::move(interaction);
    question.explanation = capitalised(filled(source.explanation, {{"ranking", ranking_of(pack, facts)}}));
    question.difficulty = difficulty_of_set(pack, facts);
    question.basis = {.rule = Rule::value_of_each, .attribute = source.attribute};
    return question;
}

} // namespace

const Recipe match_values_recipe{match_values_candidates, make_match_values};

} // namespace chelate::quiz
