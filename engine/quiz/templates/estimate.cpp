// Asks how large a subject's value is, on the scale that the template gives.
#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Fact;
using content::Pack;
using content::Template;

namespace {

constexpr double usual_tolerance = 0.05; ///< share of the value, to each side, with full credit

std::vector<Candidate> estimate_candidates(const Pack& pack, const Template& source) {
    std::vector<Candidate> found;
    const double tolerance = accepted_share(pack.attributes.at(source.attribute), usual_tolerance);
    for (const Fact* fact : askable_facts(pack, source)) {
        const double slack = *fact->value * tolerance;
        if (*fact->value <= 0 || *fact->value - slack < source.from || *fact->value + slack > source.to) continue;
        found.emplace_back();
        found.back().facts = {fact};
    }
    return found;
}

Question make_estimate(const Pack& pack, const Template& source, const Candidate& candidate, Rng&) {
    const Fact& fact = *candidate.facts[0];
    const content::Attribute& attribute = pack.attributes.at(fact.attribute);
    const double tolerance = accepted_share(attribute, usual_tolerance);
    const auto units = [&](double number) { return units_of(number, attribute.decimals); };
    Question question = begun(source, Kind::estimate, fact.topic);
    question.id += ":" + fact.id.value;
    question.facts = {fact.id};
    question.prompt = capitalised(filled(source.prompt, {{"subject", name_of(pack, fact.subject)}, {"of", fact.of}}));
    question.interaction =
        EnterNumber{{units(source.from), units(source.to), std::max<std::int64_t>(1, units(source.step)),
                     attribute.decimals, attribute.unit},
                    units(*fact.value * (1 - tolerance)),
                    units(*fact.value * (1 + tolerance)),
                    0};
    question.explanation = capitalised(
        filled(source.explanation,
               {{"subject", name_of(pack, fact.subject)}, {"value", value_of(pack, fact)}, {"of", fact.of}}));
    question.basis = {.rule = Rule::value_of_subject, .attribute = source.attribute};
    return question;
}

} // namespace

const Recipe estimate_recipe{estimate_candidates, make_estimate};

} // namespace chelate::quiz
