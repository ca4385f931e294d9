// Asks to put subjects in order of an attribute.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Fact;
using content::Pack;
using content::Template;

namespace {

std::vector<Candidate> order_candidates(const Pack& pack, const Template& source) {
    return sets_of(pack, askable_facts(pack, source), static_cast<std::size_t>(source.count));
}

Question make_order(const Pack& pack, const Template& source, const Candidate& candidate, Rng&) {
    std::vector<const Fact*> facts = candidate.facts;
    Question question = begun(source, Kind::order, facts[0]->topic);
    question.id += ":";
    for (const Fact* fact : facts) {
        question.id += (question.facts.empty() ? "" : ",") + fact->id.value;
        question.facts.push_back(fact->id);
    }
    std::sort(facts.begin(), facts.end(), [&](const Fact* a, const Fact* b) {
        return source.greatest ? *a->value > *b->value : *a->value < *b->value;
    });
    PutInOrder interaction{{}, source.first_label, source.last_label};
    for (const Fact* fact : facts) interaction.items.push_back(option_of(pack, *fact));
    question.prompt = source.prompt;
    question.interaction = std::move(interaction);
    question.explanation = capitalised(filled(source.explanation, {{"ranking", ranking_of(pack, facts)}}));
    question.difficulty = difficulty_of_set(pack, candidate.facts);
    question.basis = {.rule = source.greatest ? Rule::greatest_first : Rule::least_first,
                      .attribute = source.attribute};
    return question;
}

} // namespace

const Recipe order_recipe{order_candidates, make_order};

} // namespace chelate::quiz
