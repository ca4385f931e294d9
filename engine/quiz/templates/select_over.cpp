// Asks for all subjects that have more, or less, of an attribute than a threshold.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Fact;
using content::Pack;
using content::Template;

namespace {

std::vector<Candidate> select_over_candidates(const Pack& pack, const Template& source) {
    return divided_sets(pack, source);
}

Question make_select_over(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    const std::vector<const Fact*>& facts = candidate.facts;
    const content::SmallestGap& gap = gap_of(pack, facts);
    const std::vector<std::size_t> possible = even_splits_of(facts, gap);
    const std::size_t over = possible[rng.below(possible.size())];
    const double threshold = *threshold_below(facts, over, gap);
    Question question = begun(source, Kind::multiple, facts[0]->topic);
    question.id += ":";
    for (const Fact* fact : facts) {
        question.id += (question.facts.empty() ? "" : ",") + fact->id.value;
        question.facts.push_back(fact->id);
    }
    PickMany interaction;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        interaction.options.push_back(option_of(pack, *facts[i]));
        interaction.options.back().why = value_of(pack, *facts[i]);
        if ((i < over) == source.greatest) interaction.key.push_back(static_cast<std::uint8_t>(i));
    }
    question.prompt =
        capitalised(filled(source.prompt, {{"threshold", shown_threshold(pack, source.attribute, threshold)}}));
    question.interaction = std::move(interaction);
    question.explanation = capitalised(filled(source.explanation, {{"ranking", ranking_of(pack, facts)}}));
    question.difficulty = difficulty_of_set(pack, facts);
    question.basis = {
        .rule = Rule::over_threshold, .attribute = source.attribute, .value = threshold, .twin = !source.greatest};
    return question;
}

} // namespace

const Recipe select_over_recipe{select_over_candidates, make_select_over};

} // namespace chelate::quiz
