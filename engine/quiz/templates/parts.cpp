#include "engine/quiz/templates/parts.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <set>

namespace chelate::quiz {

using content::Claim;
using content::Fact;
using content::Pack;
using content::Template;

std::vector<const Fact*> askable_facts(const Pack& pack, const Template& source) {
    std::vector<const Fact*> facts;
    const Listed subjects(source.subjects);
    for (const auto& [id, fact] : pack.facts) {
        if (!fact.askable || !fact.value || fact.attribute != source.attribute) continue;
        const auto subject = pack.subjects.find(fact.subject);
        if (subject == pack.subjects.end() || subject->second.group != source.group) continue;
        if (!subjects.wants(fact.subject)) continue;
        facts.push_back(&fact);
    }
    return facts;
}

std::vector<const Claim*> askable_claims(const Pack& pack, const Template& source) {
    std::vector<const Claim*> found;
    const Listed topics(source.topics);
    const Listed subjects(source.subjects);
    for (const auto& [id, claim] : pack.claims) {
        if (claim.askable && topics.wants(claim.topic) && subjects.wants_any_of(claim.subjects))
            found.push_back(&claim);
    }
    return found;
}

std::string filled(std::string_view text, Values values) {
    std::string result;
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        result += text.substr(0, open);
        if (open == std::string_view::npos) break;
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) {
            result += text.substr(open);
            break;
        }
        const std::string_view name = text.substr(open + 1, close - open - 1);
        for (const auto& [key, value] : values) {
            if (key == name) result += value;
        }
        text.remove_prefix(close + 1);
    }
    return result;
}

Option option_of(const Pack& pack, const Fact& fact) { return {shown_name(pack, fact.subject), fact.subject, {}}; }

std::string value_of(const Pack& pack, const Fact& fact) {
    return shown_value(fact, pack.attributes.at(fact.attribute), pack.words);
}

Question begun(const Template& source, Kind kind, const content::TopicId& own_topic) {
    Question question;
    question.id = source.id.value;
    question.kind = kind;
    question.topic = source.topic.empty() ? own_topic : source.topic;
    return question;
}

const content::SmallestGap& gap_of(const Pack& pack, const std::vector<const Fact*>& facts) {
    return pack.attributes.at(facts.front()->attribute).smallest_gap;
}

double accepted_share(const content::Attribute& attribute, double usual) {
    return attribute.accepted_percent > 0 ? attribute.accepted_percent / 100 : usual;
}

std::vector<Candidate> keys_of(const Pack& pack, const std::vector<const Fact*>& facts, std::size_t count) {
    std::vector<Candidate> keys;
    if (facts.empty()) return keys;
    const content::SmallestGap& gap = gap_of(pack, facts);
    std::map<double, std::set<content::SubjectId>> by_value;
    for (const Fact* fact : facts) by_value[*fact->value].insert(fact->subject);
    const auto has_others = [&](const Fact& key) {
        std::set<content::SubjectId> others;
        for (const Fact* fact : facts) {
            if (others.size() + 1 >= count) break;
            if (fact->subject != key.subject && gap.separates(*fact->value, *key.value)) others.insert(fact->subject);
        }
        return others.size() + 1 >= count;
    };
    const auto rivals = std::make_shared<const std::vector<const Fact*>>(facts);
    for (const Fact* fact : facts) {
        if (by_value.at(*fact->value).size() > 1 || !has_others(*fact)) continue;
        Candidate candidate;
        candidate.facts = {fact};
        candidate.rivals = rivals;
        keys.push_back(std::move(candidate));
    }
    return keys;
}

std::vector<Candidate> step_windows(const Pack& pack, const Template& source) {
    std::vector<Candidate> windows;
    const Listed topics(source.topics);
    const Listed subjects(source.subjects);
    for (const auto& [id, mechanism] : pack.mechanisms) {
        if (!mechanism.askable || !topics.wants(mechanism.topic) || !subjects.wants_any_of(mechanism.subjects))
            continue;
        const std::size_t size = std::min(mechanism.steps.size(), static_cast<std::size_t>(source.count));
        for (std::size_t first = 0; first + size <= mechanism.steps.size(); ++first) {
            Candidate candidate;
            candidate.mechanism = &mechanism;
            candidate.first_step = first;
            windows.push_back(std::move(candidate));
        }
    }
    return windows;
}

std::size_t window_size(const Template& source, const Candidate& candidate) {
    return std::min(candidate.mechanism->steps.size(), static_cast<std::size_t>(source.count));
}

std::vector<ChainStep> chain_of(const Template& source, const Candidate& candidate) {
    std::vector<ChainStep> chain;
    const std::size_t size = window_size(source, candidate);
    for (std::size_t step = candidate.first_step; step < candidate.first_step + size; ++step) {
        const content::Step& one = candidate.mechanism->steps[step];
        chain.push_back({one.short_text, one.because});
    }
    return chain;
}

std::string explanation_of(const content::Mechanism& mechanism) {
    std::string explanation = mechanism.note;
    if (!mechanism.caveat.empty()) {
        if (!explanation.empty()) explanation += ' ';
        explanation += capitalised(mechanism.caveat);
    }
    return explanation.empty() ? capitalised(mechanism.evidence) : explanation;
}

std::vector<const Fact*> greatest_first(std::vector<const Fact*> facts) {
    std::sort(facts.begin(), facts.end(), [](const Fact* a, const Fact* b) { return *a->value > *b->value; });
    return facts;
}

std::optional<double> threshold_below(const std::vector<const Fact*>& facts, std::size_t over,
                                      const content::SmallestGap& gap_needed) {
    constexpr double least_gap = 0.08;   // share of the greater; a smaller gap would be a matter of rounding
    constexpr double least_margin = 0.2; // share of the gap, on each side
    constexpr double least_power = 0.1;  // thresholds have one decimal at most
    const double above = *facts[over - 1]->value;
    const double below = *facts[over]->value;
    const double gap = above - below;
    const double larger = std::max(std::abs(above), std::abs(below));
    if (gap < least_gap * larger) return std::nullopt;
    for (double power = std::pow(10.0, std::ceil(std::log10(larger))); power >= least_power; power /= 10) {
        for (const double step : {power, power / 2, power / 5}) {
            if (step < least_power) break;
            const double threshold = std::round((above + below) / 2 / step) * step;
            if (threshold - below >= least_margin * gap && above - threshold >= least_margin * gap &&
                gap_needed.separates(above, threshold) && gap_needed.separates(threshold, below))
                return threshold;
        }
    }
    return std::nullopt;
}

std::vector<std::size_t> even_splits_of(const std::vector<const Fact*>& facts, const content::SmallestGap& gap) {
    std::vector<std::size_t> found;
    std::size_t least = facts.size(); // difference between the two parts
    for (std::size_t over = 1; over < facts.size(); ++over) {
        const std::size_t under = facts.size() - over;
        const std::size_t uneven = over > under ? over - under : under - over;
        if (uneven > least || !threshold_below(facts, over, gap)) continue;
        if (uneven < least) found.clear();
        least = uneven;
        found.push_back(over);
    }
    return found;
}

std::vector<Candidate> divided_sets(const Pack& pack, const Template& source) {
    const std::vector<const Fact*> facts = askable_facts(pack, source);
    const auto sets_with = [&](std::size_t most_uneven) {
        return sets_of(pack, facts, static_cast<std::size_t>(source.count), [&](Candidate& candidate) {
            candidate.facts = greatest_first(std::move(candidate.facts));
            const auto splits = even_splits_of(candidate.facts, gap_of(pack, candidate.facts));
            if (splits.empty()) return false;
            const std::size_t smaller = std::min(splits.front(), candidate.facts.size() - splits.front());
            return candidate.facts.size() - 2 * smaller <= most_uneven;
        });
    };
    std::vector<Candidate> even = sets_with(1);
    return even.empty() ? sets_with(facts.size()) : even;
}

std::string shown_threshold(const Pack& pack, const content::AttributeId& attribute, double threshold) {
    Fact fact;
    fact.value = threshold;
    content::Attribute shown = pack.attributes.at(attribute);
    shown.decimals = threshold == std::round(threshold) ? 0 : 1;
    return shown_value(fact, shown, pack.words);
}

std::string ranking_of(const Pack& pack, const std::vector<const Fact*>& facts) {
    std::string ranking;
    for (const Fact* fact : facts) {
        ranking += (ranking.empty() ? "" : ", ") + name_of(pack, fact->subject) + " (" + value_of(pack, *fact) + ")";
    }
    return ranking;
}

int difficulty_of(const Pack& pack, const std::vector<const Fact*>& facts) {
    const content::SmallestGap& gap = gap_of(pack, facts);
    const bool has_gap = gap.percent > 0 || gap.amount > 0;
    const std::vector<const Fact*> sorted = greatest_first(facts);
    double nearest = std::numeric_limits<double>::infinity(); // in smallest gaps, or as a share of the greater value
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        const double greater = *sorted[i - 1]->value;
        const double larger = std::max(std::abs(greater), std::abs(*sorted[i]->value));
        nearest = std::min(nearest, (greater - *sorted[i]->value) / (has_gap ? gap.below(larger) : larger));
    }
    if (has_gap) return nearest < 1.5 ? 3 : nearest > 3 ? 1 : 2;
    return nearest < 0.1 ? 3 : nearest > 1.0 / 3 ? 1 : 2;
}

int difficulty_of_set(const Pack& pack, const std::vector<const Fact*>& facts) {
    return std::min(3, difficulty_of(pack, facts) + (facts.size() >= 5 ? 1 : 0));
}

int difficulty_of_steps(std::size_t steps) { return steps <= 3 ? 1 : steps == 4 ? 2 : 3; }

std::string shown_amount(const Pack& pack, double amount) {
    Fact fact;
    fact.value = amount;
    return shown_value(fact, content::Attribute{}, pack.words);
}

double drawn_amount(Rng& rng) {
    constexpr std::array amounts{300.0, 400.0, 500.0, 600.0, 750.0, 800.0, 1000.0, 1200.0, 1500.0};
    return amounts[rng.below(amounts.size())];
}

} // namespace chelate::quiz
