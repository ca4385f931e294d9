// Asks which subject is on the other side of a threshold from all the others.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Fact;
using content::Pack;
using content::Template;

namespace {

/// Returns a threshold that only the odd one is over, or all but that one.
std::optional<double> threshold_of(const Pack& pack, const Template& source, const Candidate& candidate) {
    const std::size_t over = source.greatest ? 1 : candidate.facts.size() - 1;
    return threshold_below(candidate.facts, over, gap_of(pack, candidate.facts));
}

std::vector<Candidate> odd_one_out_candidates(const Pack& pack, const Template& source) {
    return sets_of(pack, askable_facts(pack, source), static_cast<std::size_t>(source.count),
                   [&](Candidate& candidate) {
                       candidate.facts = greatest_first(std::move(candidate.facts));
                       return threshold_of(pack, source, candidate).has_value();
                   });
}

Question make_odd_one_out(const Pack& pack, const Template& source, const Candidate& candidate, Rng&) {
    const std::vector<const Fact*>& facts = candidate.facts;
    const double threshold = *threshold_of(pack, source, candidate);
    Question question = begun(source, Kind::odd_one_out, facts[0]->topic);
    question.id += ":";
    for (const Fact* fact : facts) {
        question.id += (question.facts.empty() ? "" : ",") + fact->id.value;
        question.facts.push_back(fact->id);
    }
    PickOne interaction{{}, static_cast<std::uint8_t>(source.greatest ? 0 : facts.size() - 1)};
    for (const Fact* fact : facts) {
        interaction.options.push_back(option_of(pack, *fact));
        interaction.options.back().why = value_of(pack, *fact);
    }
    question.prompt =
        capitalised(filled(source.prompt, {{"threshold", shown_threshold(pack, source.attribute, threshold)}}));
    question.interaction = std::move(interaction);
    question.explanation = capitalised(filled(source.explanation, {{"ranking", ranking_of(pack, facts)}}));
    question.difficulty = difficulty_of(pack, facts);
    question.basis = {
        .rule = Rule::odd_of_threshold, .attribute = source.attribute, .value = threshold, .twin = !source.greatest};
    return question;
}

} // namespace

const Recipe odd_one_out_recipe{odd_one_out_candidates, make_odd_one_out};

} // namespace chelate::quiz
