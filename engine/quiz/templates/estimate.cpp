// Asks how large a subject's value is. All subjects of an attribute share one scale, so that it tells nothing about the
// value: the one that the template gives, or else one that follows from the values.
#include <cmath>
#include <limits>

#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Fact;
using content::Pack;
using content::Template;

namespace {

constexpr double usual_share = 0.05;            ///< share of a value, and of the spread, to each side
constexpr double credit_reach = 5;              ///< credit reaches 0 at this many times the accepted distance
constexpr double largest_in_units = 1e12;       ///< see EnterNumber
constexpr std::int64_t slider_steps = 100;      ///< at least so many steps from the lowest to the highest value
constexpr std::int64_t steps_between_ends = 10; ///< the ends of a scale are multiples of so many steps
constexpr double free_share = 0.15;             ///< share of the spread that a scale adds beyond the values

/// Returns the spread of all askable values, also of subjects that the template does not ask about.
Spread spread_of(const Pack& pack, const Template& source) {
    Template of_all = source;
    of_all.subjects.clear();
    Spread spread{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (const Fact* fact : askable_facts(pack, of_all)) {
        spread.low = std::min(spread.low, *fact->value);
        spread.high = std::max(spread.high, *fact->value);
    }
    return spread;
}

/// What is accepted for a value.
struct Accepted {
    double distance = 0;           ///< to each side, with full credit
    bool is_share_of_value = true; ///< false: a share of the spread, or what the attribute says
};

/// Returns what is accepted. A share of the value means nothing where zero is arbitrary, as in degrees, or far from all
/// values, as in years, so there it is a share of the spread.
Accepted accepted_for(double value, const content::Attribute& attribute, const Spread& spread) {
    const double own = std::abs(value) * attribute.accepted_percent / 100;
    if (attribute.accepted_percent > 0 || attribute.accepted_amount > 0)
        return {std::max(own, attribute.accepted_amount), attribute.accepted_amount <= own && spread.low >= 0};
    const double of_value = std::abs(value) * usual_share;
    const double of_spread = spread.width() * usual_share;
    if (of_spread > 0 && (spread.low < 0 || of_spread < of_value)) return {of_spread, false};
    return {of_value, true};
}

/// Returns the largest of 1, 2 and 5 times a power of ten that is not above a number. @pre number > 0
double round_below(double number) {
    const double power = std::pow(10.0, std::floor(std::log10(number)));
    for (const double digit : {5.0, 2.0}) {
        if (digit * power <= number * (1 + 1e-9)) return digit * power;
    }
    return power;
}

struct Ends {
    double from = 0;
    double to = 0;
    double step = 1;
};

/// Returns the ends and the step of the scale for all values of the attribute.
Ends ends_of(const Template& source, const content::Attribute& attribute, const Spread& spread) {
    if (source.from < source.to) return {source.from, source.to, source.step};
    if (spread.width() <= 0) return {};
    const double finest = std::pow(10.0, -attribute.decimals);
    const double step = std::max(finest, round_below(spread.width() / static_cast<double>(slider_steps)));
    const double edge = step * static_cast<double>(steps_between_ends);
    const double beyond = spread.width() * free_share;
    Ends ends{std::floor((spread.low - beyond) / edge) * edge, std::ceil((spread.high + beyond) / edge) * edge, step};
    if (spread.low >= 0 && (ends.from < 0 || spread.low <= spread.width())) ends.from = 0;
    if (attribute.unit == "%" && spread.high <= 100) ends.to = std::min(ends.to, 100.0);
    return ends;
}

} // namespace

std::optional<EnterNumber> scale_for(double value, const Template& source, const content::Attribute& attribute,
                                     const Spread& spread) {
    const Ends ends = ends_of(source, attribute, spread);
    const double largest = std::max({std::abs(ends.from), std::abs(ends.to), std::abs(value)});
    if (largest * std::pow(10.0, attribute.decimals) > largest_in_units) return std::nullopt;
    if (ends.from >= ends.to || value < ends.from || value > ends.to) return std::nullopt;
    const auto units = [&](double number) { return units_of(number, attribute.decimals); };
    const Accepted accepted = accepted_for(value, attribute, spread);
    EnterNumber made{{units(ends.from), units(ends.to), std::max<std::int64_t>(1, units(ends.step)), attribute.decimals,
                      attribute.unit},
                     units(std::max(ends.from, value - accepted.distance)),
                     units(std::min(ends.to, value + accepted.distance)),
                     accepted.is_share_of_value ? 0 : units(accepted.distance * credit_reach)};
    if (source.from == source.to) {
        // On a scale of its own making the slider must be able to stop at a right number.
        const std::int64_t past = (made.low - made.scale.from) % made.scale.step;
        if (past != 0 && made.low + made.scale.step - past > made.high) return std::nullopt;
    }
    return is_sound(made) ? std::optional(std::move(made)) : std::nullopt;
}

namespace {

std::vector<Candidate> estimate_candidates(const Pack& pack, const Template& source) {
    std::vector<Candidate> found;
    const content::Attribute& attribute = pack.attributes.at(source.attribute);
    const Spread spread = spread_of(pack, source);
    for (const Fact* fact : askable_facts(pack, source)) {
        if (!scale_for(*fact->value, source, attribute, spread)) continue;
        found.emplace_back();
        found.back().facts = {fact};
        found.back().spread = spread;
    }
    return found;
}

Question make_estimate(const Pack& pack, const Template& source, const Candidate& candidate, Rng&) {
    const Fact& fact = *candidate.facts[0];
    const std::string& name = sentence_name(pack, fact.subject);
    Question question = begun(source, Kind::estimate, fact.topic);
    question.id += ":" + fact.id.value;
    question.facts = {fact.id};
    question.prompt = capitalised(filled(source.prompt, {{"subject", name}, {"of", fact.of}}));
    question.interaction = scale_for(*fact.value, source, pack.attributes.at(fact.attribute), candidate.spread).value();
    question.explanation =
        capitalised(filled(source.explanation, {{"subject", name}, {"value", value_of(pack, fact)}, {"of", fact.of}}));
    question.basis = {.rule = Rule::value_of_subject, .attribute = source.attribute};
    return question;
}

} // namespace

const Recipe estimate_recipe{estimate_candidates, make_estimate};

} // namespace chelate::quiz
