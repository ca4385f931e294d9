// All subjects that have more, or less, of an attribute than a threshold.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Fact;
using content::Pack;
using content::Template;

namespace {

/// How many of the facts, greatest first, may be over a threshold.
std::vector<std::size_t> splits(const std::vector<const Fact*>& facts) {
    std::vector<std::size_t> found;
    for (std::size_t over = 1; over < facts.size(); ++over) {
        if (threshold_below(facts, over)) found.push_back(over);
    }
    return found;
}

/// Sets of facts that a round number divides.
std::vector<Candidate> candidates(const Pack& pack, const Template& source) {
    std::vector<Candidate> found;
    for (Candidate& candidate : sets_of(askable_facts(pack, source), static_cast<std::size_t>(source.count))) {
        candidate.facts = greatest_first(std::move(candidate.facts));
        if (!splits(candidate.facts).empty()) found.push_back(std::move(candidate));
    }
    return found;
}

Question make(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    const std::vector<const Fact*>& facts = candidate.facts;
    const std::vector<std::size_t> possible = splits(facts);
    const std::size_t over = possible[rng.below(possible.size())];
    const double threshold = *threshold_below(facts, over);
    Question question = begun(source, Kind::multiple, facts[0]->topic);
    question.id += ":";
    for (const Fact* fact : facts) {
        question.id += (question.facts.empty() ? "" : ",") + fact->id.value;
        question.facts.push_back(fact->id);
    }
    PickMany body;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        body.options.push_back(option_of(pack, *facts[i]));
        body.options.back().why = value_of(pack, *facts[i]);
        if ((i < over) == source.greatest) body.key.push_back(static_cast<std::uint8_t>(i));
    }
    question.prompt = capitalised(filled(source.prompt, {{"threshold", shown_threshold(pack, source.attribute, threshold)}}));
    question.body = std::move(body);
    question.explanation = capitalised(filled(source.explanation, {{"ranking", ranking_of(pack, facts)}}));
    question.difficulty = difficulty_of(facts);
    question.basis = {.rule = Rule::over_threshold, .attribute = source.attribute, .value = threshold, .twin = !source.greatest};
    return question;
}

} // namespace

const Recipe select_over_recipe{candidates, make};

} // namespace chelate::quiz
