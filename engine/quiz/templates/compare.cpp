// Asks which of two subjects has more, or less, of an attribute.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Fact;
using content::Pack;
using content::Template;

namespace {

std::vector<Candidate> compare_candidates(const Pack& pack, const Template& source) {
    return sets_of(pack, askable_facts(pack, source), 2);
}

Question make_compare(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    const Fact* a = candidate.facts[0];
    const Fact* b = candidate.facts[1];
    Question question = begun(source, Kind::compare, a->topic);
    question.id += ":" + a->id.value + "," + b->id.value;
    if (rng.below(2) == 1) std::swap(a, b);
    const bool a_wins = source.greatest == (*a->value > *b->value);
    const Fact& winner = a_wins ? *a : *b;
    const Fact& loser = a_wins ? *b : *a;
    question.prompt = capitalised(
        filled(source.prompt, {{"a", sentence_name(pack, a->subject)}, {"b", sentence_name(pack, b->subject)}}));
    question.interaction =
        PickOne{{option_of(pack, *a), option_of(pack, *b)}, static_cast<std::uint8_t>(a_wins ? 0 : 1)};
    question.shuffle = false; // the order is already drawn, and the prompt may name them in it
    question.explanation = capitalised(filled(source.explanation, {{"winner", sentence_name(pack, winner.subject)},
                                                                   {"winner_value", value_of(pack, winner)},
                                                                   {"loser", sentence_name(pack, loser.subject)},
                                                                   {"loser_value", value_of(pack, loser)}}));
    question.facts = {a->id, b->id};
    question.difficulty = difficulty_of(pack, candidate.facts);
    question.basis = {.rule = source.greatest ? Rule::greatest : Rule::least, .attribute = source.attribute};
    return question;
}

} // namespace

const Recipe compare_recipe{compare_candidates, make_compare};

} // namespace chelate::quiz
