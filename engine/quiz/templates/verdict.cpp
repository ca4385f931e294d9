// What the sources say of a claim.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Claim;
using content::Pack;
using content::Template;

namespace {

std::vector<Candidate> candidates(const Pack& pack, const Template& source) {
    std::vector<Candidate> found;
    for (const Claim* claim : askable_claims(pack, source)) {
        found.emplace_back();
        found.back().claim = claim;
    }
    return found;
}

Question make(const Pack& pack, const Template& source, const Candidate& candidate, Rng&) {
    const content::Claim& claim = *candidate.claim;
    Question question = begun(source, Kind::single, claim.topic);
    question.id += ":" + claim.id.value;
    PickOne body{{}, static_cast<std::uint8_t>(claim.verdict)};
    for (const std::string& word : pack.words.verdicts) body.options.push_back({word, {}, {}});
    question.prompt = filled(source.prompt, {{"statement", claim.statement}});
    question.body = std::move(body);
    question.shuffle = false; // a scale
    question.explanation = claim.explanation;
    question.claims = {claim.id};
    question.basis = {.rule = Rule::verdict};
    return question;
}

} // namespace

const Recipe verdict_recipe{candidates, make};

} // namespace chelate::quiz
