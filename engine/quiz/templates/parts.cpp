#include "engine/quiz/templates/parts.hpp"

namespace chelate::quiz {

using content::Claim;
using content::Fact;
using content::Pack;
using content::Template;

namespace {

/// More sets than this of one attribute tell nobody anything new; they are spread evenly over all there are.
constexpr std::size_t most_sets = 600;

bool all_differ(const std::vector<const Fact*>& facts) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            // Two facts of one subject (another serving, another population) are not compared with each other either.
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
        // The next combination in lexicographic order.
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
        if (claim.askable && wanted(source.topics, claim.topic) && shares(source.subjects, claim.subjects)) found.push_back(&claim);
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

Option option_of(const Pack& pack, const Fact& fact) {
    return {shown_name(pack, fact.subject), fact.subject, {}};
}

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

} // namespace chelate::quiz
