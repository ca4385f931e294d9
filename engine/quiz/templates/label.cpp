// Asks which of two labels, each with the weight of a compound, has more of an element. It uses facts that are shares
// by mass, in percent.
#include <cmath>

#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Fact;
using content::Pack;
using content::Template;

namespace {

/// share of the greater amount; a smaller difference would need arithmetic, not judgement
constexpr double least_difference = 0.2;

std::vector<Candidate> label_candidates(const Pack& pack, const Template& source) {
    if (pack.attributes.at(source.attribute).unit != "%") return {};
    return sets_of(pack, askable_facts(pack, source), 2);
}

/// Returns how far two amounts are apart, as a share of the greater.
double difference(double a, double b) { return std::abs(a - b) / std::max(a, b); }

double element_in(const Fact& fact, double amount) { return amount * *fact.value / 100; }

Question make_label(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    const Fact* a = candidate.facts[0];
    const Fact* b = candidate.facts[1];
    if (rng.below(2) == 1) std::swap(a, b);
    double amount_a = drawn_amount(rng);
    double amount_b = drawn_amount(rng);
    // Prefer a draw in which the heavier label has less of the element, because that is the lesson.
    for (int draw = 0; draw < 40; ++draw) {
        const double in_a = element_in(*a, amount_a);
        const double in_b = element_in(*b, amount_b);
        const bool far = difference(in_a, in_b) >= least_difference;
        if (far && (draw >= 20 || (amount_a > amount_b) != (in_a > in_b))) break;
        amount_a = drawn_amount(rng);
        amount_b = drawn_amount(rng);
    }
    if (difference(element_in(*a, amount_a), element_in(*b, amount_b)) < least_difference) amount_b = amount_a;
    const double apart = difference(element_in(*a, amount_a), element_in(*b, amount_b));
    const bool a_wins = element_in(*a, amount_a) > element_in(*b, amount_b);
    const auto option = [&](const Fact& fact, double amount) {
        return Option{capitalised(filled(source.option, {{"amount", shown_amount(pack, amount)},
                                                         {"subject", sentence_name(pack, fact.subject)}})),
                      fact.subject,
                      {}};
    };
    const auto element = [&](const Fact& fact, double amount) {
        return shown_amount(pack, std::round(element_in(fact, amount)));
    };
    Question question = begun(source, Kind::label, a->topic);
    question.id += ":" + candidate.facts[0]->id.value + "," + candidate.facts[1]->id.value;
    question.facts = {a->id, b->id};
    question.prompt = source.prompt;
    question.interaction =
        PickOne{{option(*a, amount_a), option(*b, amount_b)}, static_cast<std::uint8_t>(a_wins ? 0 : 1)};
    question.shuffle = false; // already drawn
    question.explanation = capitalised(
        filled(source.explanation, {{"winner", sentence_name(pack, (a_wins ? a : b)->subject)},
                                    {"winner_value", a_wins ? element(*a, amount_a) : element(*b, amount_b)},
                                    {"loser", sentence_name(pack, (a_wins ? b : a)->subject)},
                                    {"loser_value", a_wins ? element(*b, amount_b) : element(*a, amount_a)}}));
    question.difficulty = apart < 0.3 ? 3 : apart > 0.5 ? 1 : 2;
    question.basis = {.rule = Rule::most_in_label, .attribute = source.attribute, .amounts = {amount_a, amount_b}};
    return question;
}

} // namespace

const Recipe label_recipe{label_candidates, make_label};

} // namespace chelate::quiz
