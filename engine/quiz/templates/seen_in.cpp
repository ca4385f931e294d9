// Asks where a supported claim was seen: in people, animals, cells or chemistry, or in an authority's rule.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Pack;
using content::Template;

namespace {

std::vector<Candidate> seen_in_candidates(const Pack& pack, const Template& source) {
    std::vector<Candidate> found;
    for (const std::string& word : pack.words.seen_in) {
        if (word.empty()) return found;
    }
    for (const content::Claim* claim : askable_claims(pack, source)) {
        // A claim that is not true was seen nowhere.
        if (claim->verdict != content::Verdict::supported || !claim->seen_in) continue;
        found.emplace_back();
        found.back().claim = claim;
        found.back().key = ScaleKey{AnswerScale::seen_in, static_cast<std::uint8_t>(*claim->seen_in)};
    }
    return found;
}

Question make_seen_in(const Pack& pack, const Template& source, const Candidate& candidate, Rng&) {
    const content::Claim& claim = *candidate.claim;
    Question question = begun(source, Kind::tested_in, claim.topic);
    question.id += ":" + claim.id.value;
    PickOne interaction{{}, static_cast<std::uint8_t>(*claim.seen_in)};
    for (const std::string& word : pack.words.seen_in) interaction.options.push_back({word, {}, {}});
    question.prompt = filled(source.prompt, {{"statement", claim.statement}});
    question.interaction = std::move(interaction);
    question.shuffle = false; // a scale keeps its order
    question.explanation = claim.explanation;
    question.claims = {claim.id};
    question.basis = {.rule = Rule::seen_in};
    return question;
}

} // namespace

const Recipe seen_in_recipe{seen_in_candidates, make_seen_in};

} // namespace chelate::quiz
