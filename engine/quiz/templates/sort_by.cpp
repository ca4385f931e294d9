// Asks to sort subjects by the side of a threshold they are on.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Fact;
using content::Pack;
using content::Template;

namespace {

std::vector<Candidate> sort_by_candidates(const Pack& pack, const Template& source) {
    return divided_sets(pack, source);
}

Question make_sort_by(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    const std::vector<const Fact*>& facts = candidate.facts;
    const content::SmallestGap& gap = gap_of(pack, facts);
    const std::vector<std::size_t> possible = even_splits_of(facts, gap);
    const std::size_t over = possible[rng.below(possible.size())];
    const double threshold = *threshold_below(facts, over, gap);
    const std::string shown = shown_threshold(pack, source.attribute, threshold);
    Question question = begun(source, Kind::sort, facts[0]->topic);
    question.id += ":";
    for (const Fact* fact : facts) {
        question.id += (question.facts.empty() ? "" : ",") + fact->id.value;
        question.facts.push_back(fact->id);
    }
    Assign interaction;
    interaction.targets = {{capitalised(filled(source.first_label, {{"threshold", shown}})), {}, {}},
                           {capitalised(filled(source.last_label, {{"threshold", shown}})), {}, {}}};
    for (std::size_t i = 0; i < facts.size(); ++i) {
        interaction.items.push_back(option_of(pack, *facts[i]));
        interaction.key.push_back(i < over ? 0 : 1);
    }
    question.prompt = capitalised(filled(source.prompt, {{"threshold", shown}}));
    question.interaction = std::move(interaction);
    question.explanation = capitalised(filled(source.explanation, {{"ranking", ranking_of(pack, facts)}}));
    question.difficulty = difficulty_of_set(pack, facts);
    question.basis = {.rule = Rule::sides_of_threshold, .attribute = source.attribute, .value = threshold};
    return question;
}

} // namespace

const Recipe sort_by_recipe{sort_by_candidates, make_sort_by};

} // namespace chelate::quiz
