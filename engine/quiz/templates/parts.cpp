#include "engine/quiz/templates/parts.hpp"

#include <array>
#include <cmath>

namespace chelate::quiz {

using content::Claim;
using content::Fact;
using content::Pack;
using content::Template;

namespace {

/// Largest number of sets for one attribute. More would add nothing new; these are spread evenly over all.
constexpr std::size_t most_sets = 600;

bool all_differ(const std::vector<const Fact*>& facts) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            // Two facts about one subject (another serving, another population) are not compared either.
            if (*facts[i]->value == *facts[j]->value || facts[i]->subject == facts[j]->subject) return false;
        }
    }
    return true;
}

} // namespace

std::vector<const Fact*> askable_facts(const Pack& pack, const Template& source) {
    std::vector<const Fact*> facts;
    for (const auto& [id, fact] : pack.facts) {
        if (!fact.askable || !fact.value || fact.attribute != source.attribute) continue;
        const auto subject = pack.subjects.find(fact.subject);
        if (subject == pack.subjects.end() || subject->second.group != source.group) continue;
        if (!wanted(source.subjects, fact.subject)) continue;
        facts.push_back(&fact);
    }
    return facts;
}

std::vector<Candidate> sets_of(const std::vector<const Fact*>& facts, std::size_t size) {
    std::vector<Candidate> sets;
    if (size < 2 || facts.size() < size) return sets;
    std::vector<std::size_t> picked(size);
    for (std::size_t i = 0; i < size; ++i) picked[i] = i;
    for (;;) {
        Candidate candidate;
        for (const std::size_t index : picked) candidate.facts.push_back(facts[index]);
        if (all_differ(candidate.facts)) sets.push_back(std::move(candidate));
        // Move on to the next combination in lexicographic order.
        std::size_t moving = size;
        while (moving > 0 && picked[moving - 1] == facts.size() - size + moving - 1) --moving;
        if (moving == 0) break;
        ++picked[moving - 1];
        for (std::size_t i = moving; i < size; ++i) picked[i] = picked[i - 1] + 1;
    }
    if (sets.size() > most_sets) {
        std::vector<Candidate> spread;
        for (std::size_t i = 0; i < most_sets; ++i) spread.push_back(std::move(sets[i * sets.size() / most_sets]));
        return spread;
    }
    return sets;
}

std::vector<const Claim*> askable_claims(const Pack& pack, const Template& source) {
    std::vector<const Claim*> found;
    for (const auto& [id, claim] : pack.claims) {
        if (claim.askable && wanted(source.topics, claim.topic) && shares(source.subjects, claim.subjects))
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

std::vector<Candidate> keys_of(const std::vector<const Fact*>& facts, std::size_t count) {
    std::vector<Candidate> keys;
    for (const Fact* fact : facts) {
        std::vector<content::SubjectId> others;
        bool unique = true;
        for (const Fact* other : facts) {
            if (other->subject == fact->subject) continue;
            if (*other->value == *fact->value) {
                unique = false;
            } else if (std::find(others.begin(), others.end(), other->subject) == others.end()) {
                others.push_back(other->subject);
            }
        }
        if (!unique || others.size() + 1 < count) continue;
        Candidate candidate;
        candidate.facts = {fact};
        keys.push_back(std::move(candidate));
    }
    return keys;
}

std::vector<Candidate> step_windows(const Pack& pack, const Template& source) {
    std::vector<Candidate> windows;
    for (const auto& [id, mechanism] : pack.mechanisms) {
        if (!mechanism.askable || !wanted(source.topics, mechanism.topic) ||
            !shares(source.subjects, mechanism.subjects))
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

std::optional<double> threshold_below(const std::vector<const Fact*>& facts, std::size_t over) {
    constexpr double least_gap = 0.08;   // share of the greater; a smaller gap would be a matter of rounding
    constexpr double least_margin = 0.2; // share of the gap, on each side
    const double above = *facts[over - 1]->value;
    const double below = *facts[over]->value;
    const double gap = above - below;
    if (gap < least_gap * above) return std::nullopt;
    for (const double step : {1000.0, 500.0, 100.0, 50.0, 20.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1}) {
        const double threshold = std::round((above + below) / 2 / step) * step;
        if (threshold - below >= least_margin * gap && above - threshold >= least_margin * gap) return threshold;
    }
    return std::nullopt;
}

std::vector<std::size_t> splits_of(const std::vector<const Fact*>& facts) {
    std::vector<std::size_t> found;
    for (std::size_t over = 1; over < facts.size(); ++over) {
        if (threshold_below(facts, over)) found.push_back(over);
    }
    return found;
}

std::vector<Candidate> divided_sets(const Pack& pack, const Template& source) {
    std::vector<Candidate> found;
    for (Candidate& candidate : sets_of(askable_facts(pack, source), static_cast<std::size_t>(source.count))) {
        candidate.facts = greatest_first(std::move(candidate.facts));
        if (!splits_of(candidate.facts).empty()) found.push_back(std::move(candidate));
    }
    return found;
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

int difficulty_of(const std::vector<const Fact*>& facts) {
    const std::vector<const Fact*> sorted = greatest_first(facts);
    double nearest = 1;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        nearest = std::min(nearest, (*sorted[i - 1]->value - *sorted[i]->value) / *sorted[i - 1]->value);
    }
    return nearest < 0.1 ? 3 : nearest > 1.0 / 3 ? 1 : 2;
}

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
