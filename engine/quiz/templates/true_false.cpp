// Asks whether a statement is true: a supported claim, its false twin, or a contradicted claim.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Claim;
using content::Pack;
using content::Template;

namespace {

Candidate statement(const Claim& claim, bool twin, bool truth) {
    Candidate candidate;
    candidate.claim = &claim;
    candidate.twin = twin;
    candidate.key = ScaleKey{AnswerScale::truth, static_cast<std::uint8_t>(truth ? 0 : 1)};
    return candidate;
}

// Weak, mixed and traditional claims are asked as verdicts to choose; they never count as "false".
std::vector<Candidate> true_false_candidates(const Pack& pack, const Template& source) {
    std::vector<Candidate> found;
    for (const Claim* claim : askable_claims(pack, source)) {
        if (claim->verdict == content::Verdict::supported) {
            found.push_back(statement(*claim, false, true));
            if (claim->twin) found.push_back(statement(*claim, true, false));
        } else if (claim->verdict == content::Verdict::contradicted) {
            found.push_back(statement(*claim, false, false));
        }
    }
    return found;
}

Question make_true_false(const Pack& pack, const Template& source, const Candidate& candidate, Rng&) {
    const content::Claim& claim = *candidate.claim;
    Question question = begun(source, Kind::true_false, claim.topic);
    question.id += ":" + claim.id.value + (candidate.twin ? "/twin" : "");
    question.prompt = filled(source.prompt, {{"statement", candidate.twin ? claim.twin->statement : claim.statement}});
    question.interaction =
        PickOne{{{pack.words.true_word, {}, {}}, {pack.words.false_word, {}, {}}}, candidate.key->key};
    question.shuffle = false; // people expect "true" first
    question.explanation = candidate.twin ? claim.twin->refutation + " " + claim.explanation : claim.explanation;
    question.claims = {claim.id};
    question.basis = {.rule = Rule::truth, .twin = candidate.twin};
    return question;
}

} // namespace

const Recipe true_false_recipe{true_false_candidates, make_true_false};

} // namespace chelate::quiz
