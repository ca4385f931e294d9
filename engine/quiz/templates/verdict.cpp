// Asks what the sources say about a claim.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Claim;
using content::Pack;
using content::Template;

namespace {

std::vector<Candidate> verdict_candidates(const Pack& pack, const Template& source) {
    std::vector<Candidate> found;
    for (const Claim* claim : askable_claims(pack, source)) {
        found.emplace_back();
        found.back().claim = claim;
        found.back().key = ScaleKey{AnswerScale::verdict, static_cast<std::uint8_t>(claim->verdict)};
    }
    return found;
}

Question make_verdict(const Pack& pack, const Template& source, const Candidate& candidate, Rng&) {
    const content::Claim& claim = *candidate.claim;
    Question question = begun(source, Kind::claim_check, claim.topic);
    question.id += ":" + claim.id.value;
    question.prompt = filled(source.prompt, {{"statement", claim.statement}});
    question.interaction = verdict_scale(pack, claim.verdict);
    question.shuffle = false; // a scale keeps its order
    question.explanation = claim.explanation;
    question.claims = {claim.id};
    question.basis = {.rule = Rule::verdict};
    return question;
}

} // namespace

const Recipe verdict_recipe{verdict_candidates, make_verdict};

} // namespace chelate::quiz
