#include "engine/quiz/candidates.hpp"

#include <algorithm>

namespace chelate::quiz {

using content::Claim;
using content::Fact;
using content::Mechanism;
using content::Pack;
using content::Template;
using content::TemplateKind;
using content::Verdict;

namespace {

/// More sets than this of one attribute tell nobody anything new; they are spread evenly over all there are.
constexpr std::size_t most_sets = 600;

template <class T>
bool wanted(const std::vector<T>& listed, const T& id) {
    return listed.empty() || std::find(listed.begin(), listed.end(), id) != listed.end();
}

template <class T>
bool shares(const std::vector<T>& listed, const std::vector<T>& present) {
    return listed.empty() ||
           std::any_of(present.begin(), present.end(), [&](const T& id) { return wanted(listed, id); });
}

/// Askable numbers of the template's attribute, one a subject of its group. A missing fact is not a zero: it is absent.
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

bool all_differ(const std::vector<const Fact*>& facts) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            // Two facts of one subject (another serving, another population) are not compared with each other either.
            if (*facts[i]->value == *facts[j]->value || facts[i]->subject == facts[j]->subject) return false;
        }
    }
    return true;
}

/// All sets of `size` facts whose values differ; a tie is never asked.
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

/// Facts that can be the one right answer: at least count - 1 others have another value.
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

std::vector<Candidate> chains(const Pack& pack, const Template& source) {
    std::vector<Candidate> windows;
    for (const auto& [id, mechanism] : pack.mechanisms) {
        if (!mechanism.askable || !wanted(source.topics, mechanism.topic) || !shares(source.subjects, mechanism.subjects)) continue;
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

Candidate statement(const Claim& claim, bool twin, bool truth) {
    Candidate candidate;
    candidate.claim = &claim;
    candidate.twin = twin;
    candidate.is_truth = true;
    candidate.truth = truth;
    return candidate;
}

std::vector<Candidate> claims(const Pack& pack, const Template& source) {
    std::vector<Candidate> found;
    for (const auto& [id, claim] : pack.claims) {
        if (!claim.askable || !wanted(source.topics, claim.topic) || !shares(source.subjects, claim.subjects)) continue;
        if (source.kind == TemplateKind::verdict) {
            Candidate candidate;
            candidate.claim = &claim;
            found.push_back(std::move(candidate));
        } else if (claim.verdict == Verdict::supported) {
            found.push_back(statement(claim, false, true));
            if (claim.twin) found.push_back(statement(claim, true, false));
        } else if (claim.verdict == Verdict::contradicted) {
            found.push_back(statement(claim, false, false));
        }
        // Weak, mixed and traditional claims are verdicts to choose, never "false".
    }
    return found;
}

} // namespace

std::vector<Candidate> candidates_of(const Pack& pack, const Template& source) {
    switch (source.kind) {
    case TemplateKind::compare: return sets_of(askable_facts(pack, source), 2);
    case TemplateKind::order: return sets_of(askable_facts(pack, source), static_cast<std::size_t>(source.count));
    case TemplateKind::subject_for_value: return keys_of(askable_facts(pack, source), static_cast<std::size_t>(source.count));
    case TemplateKind::chain: return chains(pack, source);
    case TemplateKind::verdict:
    case TemplateKind::true_false: return claims(pack, source);
    }
    return {};
}

Candidate candidate_of(const content::AuthoredQuestion& question) {
    Candidate candidate;
    candidate.authored = &question;
    candidate.is_truth = question.kind == content::AuthoredKind::true_false;
    candidate.truth = question.answer;
    return candidate;
}

} // namespace chelate::quiz
