// Asks for the weight of an element in the weight on a label. It uses facts that are shares by mass, in percent.
#include <cmath>

#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Fact;
using content::Pack;
using content::Template;

namespace {

/// share of the result, to each side, with full credit; allows for mental arithmetic
constexpr double arithmetic_tolerance = 0.02;

std::vector<Candidate> convert_candidates(const Pack& pack, const Template& source) {
    std::vector<Candidate> found;
    if (pack.attributes.at(source.attribute).unit != "%") return found;
    const double tolerance = accepted_share(pack.attributes.at(source.attribute), arithmetic_tolerance);
    for (const Fact* fact : askable_facts(pack, source)) {
        // The scale of the answer ends at the amount on the label, so the range with full credit must end before it.
        if (*fact->value <= 0 || *fact->value * (1 + tolerance) > 100) continue;
        found.emplace_back();
        found.back().facts = {fact};
    }
    return found;
}

Question make_convert(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    const Fact& fact = *candidate.facts[0];
    const double amount = drawn_amount(rng);
    const double tolerance = accepted_share(pack.attributes.at(fact.attribute), arithmetic_tolerance);
    const double result = amount * *fact.value / 100;
    Question question = begun(source, Kind::convert, fact.topic);
    question.id += ":" + fact.id.value;
    question.facts = {fact.id};
    const std::string shown = shown_amount(pack, amount);
    question.prompt = capitalised(
        filled(source.prompt,
               {{"subject", sentence_name(pack, fact.subject)}, {"value", value_of(pack, fact)}, {"amount", shown}}));
    question.interaction =
        EnterNumber{{0, units_of(amount, 0), std::max<std::int64_t>(1, units_of(amount / 100, 0)), 0, source.unit},
                    static_cast<std::int64_t>(std::floor(result * (1 - tolerance))),
                    static_cast<std::int64_t>(std::ceil(result * (1 + tolerance))),
                    0};
    question.explanation =
        capitalised(filled(source.explanation, {{"subject", sentence_name(pack, fact.subject)},
                                                {"value", value_of(pack, fact)},
                                                {"amount", shown},
                                                {"result", shown_amount(pack, std::round(result))}}));
    question.basis = {.rule = Rule::amount_in_label, .attribute = source.attribute, .amounts = {amount}};
    return question;
}

} // namespace

const Recipe convert_recipe{convert_candidates, make_convert};

} // namespace chelate::quiz
