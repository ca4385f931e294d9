#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "engine/quiz/candidates.hpp"

namespace chelate::quiz {

using content::Fact;
using content::Pack;
using content::Subject;
using content::Template;
using content::TemplateKind;

namespace {

using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The text with its {placeholders} filled, its first letter large (names stand small in the middle of a sentence).
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

const Subject& subject_of(const Pack& pack, const Fact& fact) { return pack.subjects.at(fact.subject); }

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

Question compare(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    const Fact* a = candidate.facts[0];
    const Fact* b = candidate.facts[1];
    Question question = begun(source, Kind::compare, a->topic);
    question.id += ":" + a->id.value + "," + b->id.value;
    if (rng.below(2) == 1) std::swap(a, b);
    const bool a_wins = source.greatest == (*a->value > *b->value);
    const Fact& winner = a_wins ? *a : *b;
    const Fact& loser = a_wins ? *b : *a;
    question.prompt = capitalised(filled(source.prompt, {{"a", name_of(pack, a->subject)}, {"b", name_of(pack, b->subject)}}));
    question.body = PickOne{{option_of(pack, *a), option_of(pack, *b)}, static_cast<std::uint8_t>(a_wins ? 0 : 1)};
    question.shuffle = false; // already drawn, and the prompt may name them in this order
    question.explanation = capitalised(filled(source.explanation, {{"winner", name_of(pack, winner.subject)},
                                                                   {"winner_value", value_of(pack, winner)},
                                                                   {"loser", name_of(pack, loser.subject)},
                                                                   {"loser_value", value_of(pack, loser)}}));
    question.facts = {a->id, b->id};
    question.basis = {.rule = source.greatest ? Rule::greatest : Rule::least, .attribute = source.attribute};
    return question;
}

Question order(const Pack& pack, const Template& source, const Candidate& candidate) {
    std::vector<const Fact*> facts = candidate.facts;
    Question question = begun(source, Kind::order, facts[0]->topic);
    question.id += ":";
    for (const Fact* fact : facts) {
        question.id += (question.facts.empty() ? "" : ",") + fact->id.value;
        question.facts.push_back(fact->id);
    }
    std::sort(facts.begin(), facts.end(), [&](const Fact* a, const Fact* b) {
        return source.greatest ? *a->value > *b->value : *a->value < *b->value;
    });
    PutInOrder body{{}, source.first_label, source.last_label};
    std::string ranking;
    for (const Fact* fact : facts) {
        body.items.push_back(option_of(pack, *fact));
        ranking += (ranking.empty() ? "" : ", ") + name_of(pack, fact->subject) + " (" + value_of(pack, *fact) + ")";
    }
    question.prompt = source.prompt;
    question.body = std::move(body);
    question.explanation = capitalised(filled(source.explanation, {{"ranking", ranking}}));
    question.basis = {.rule = source.greatest ? Rule::greatest_first : Rule::least_first, .attribute = source.attribute};
    return question;
}

/// Distractors are other subjects of the group with an explicit, different value.
Question subject_for_value(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    const Fact& key = *candidate.facts[0];
    Question question = begun(source, Kind::single, key.topic);
    question.id += ":" + key.id.value;
    std::vector<const Fact*> others;
    for (const auto& [id, fact] : pack.facts) {
        if (!fact.askable || !fact.value || fact.attribute != key.attribute || fact.subject == key.subject) continue;
        if (*fact.value == *key.value || subject_of(pack, fact).group != source.group) continue;
        if (!source.subjects.empty() &&
            std::find(source.subjects.begin(), source.subjects.end(), fact.subject) == source.subjects.end()) continue;
        const bool taken = std::any_of(others.begin(), others.end(), [&](const Fact* other) { return other->subject == fact.subject; });
        if (!taken) others.push_back(&fact);
    }
    rng.shuffle(others);
    others.resize(static_cast<std::size_t>(source.count) - 1);
    PickOne body{{option_of(pack, key)}, 0};
    question.facts = {key.id};
    for (const Fact* other : others) {
        body.options.push_back(option_of(pack, *other));
        body.options.back().why = value_of(pack, *other);
        question.facts.push_back(other->id);
    }
    question.prompt = capitalised(filled(source.prompt, {{"value", value_of(pack, key)}, {"of", key.of}}));
    question.body = std::move(body);
    question.explanation = capitalised(filled(
        source.explanation, {{"subject", name_of(pack, key.subject)}, {"value", value_of(pack, key)}, {"of", key.of}}));
    question.basis = {.rule = Rule::subject_of_value, .attribute = source.attribute, .value = key.value};
    return question;
}

Question chain(const Template& source, const Candidate& candidate) {
    const content::Mechanism& mechanism = *candidate.mechanism;
    Question question = begun(source, Kind::order, mechanism.topic);
    question.id += ":" + mechanism.id.value + "/" + std::to_string(candidate.first_step + 1);
    PutInOrder body{{}, source.first_label, source.last_label};
    const std::size_t size = std::min(mechanism.steps.size(), static_cast<std::size_t>(source.count));
    for (std::size_t step = candidate.first_step; step < candidate.first_step + size; ++step) {
        body.items.push_back({mechanism.steps[step].short_text, {}, {}});
    }
    question.prompt = capitalised(filled(source.prompt, {{"mechanism", mechanism.name}}));
    question.body = std::move(body);
    question.explanation = mechanism.note;
    if (!mechanism.caveat.empty()) {
        if (!question.explanation.empty()) question.explanation += ' ';
        question.explanation += capitalised(mechanism.caveat);
    }
    if (question.explanation.empty()) question.explanation = capitalised(mechanism.evidence);
    question.mechanisms = {mechanism.id};
    question.basis = {.rule = Rule::steps};
    return question;
}

Question verdict(const Pack& pack, const Template& source, const Candidate& candidate) {
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

Question true_false(const Pack& pack, const Template& source, const Candidate& candidate) {
    const content::Claim& claim = *candidate.claim;
    Question question = begun(source, Kind::true_false, claim.topic);
    question.id += ":" + claim.id.value + (candidate.twin ? "/twin" : "");
    question.prompt = filled(source.prompt, {{"statement", candidate.twin ? claim.twin->statement : claim.statement}});
    question.body = PickOne{{{pack.words.true_word, {}, {}}, {pack.words.false_word, {}, {}}},
                            static_cast<std::uint8_t>(candidate.truth ? 0 : 1)};
    question.shuffle = false; // everybody expects "true" first
    question.explanation = candidate.twin ? claim.twin->refutation + " " + claim.explanation : claim.explanation;
    question.claims = {claim.id};
    question.basis = {.rule = Rule::truth, .twin = candidate.twin};
    return question;
}

Question made(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    switch (source.kind) {
    case TemplateKind::compare: return compare(pack, source, candidate, rng);
    case TemplateKind::order: return order(pack, source, candidate);
    case TemplateKind::subject_for_value: return subject_for_value(pack, source, candidate, rng);
    case TemplateKind::chain: return chain(source, candidate);
    case TemplateKind::verdict: return verdict(pack, source, candidate);
    case TemplateKind::true_false: return true_false(pack, source, candidate);
    }
    return {};
}

} // namespace

const std::string& name_of(const Pack& pack, const content::SubjectId& id) {
    const Subject& subject = pack.subjects.at(id);
    return subject.compound.empty() ? subject.name : subject.compound;
}

std::string shown_name(const Pack& pack, const content::SubjectId& id) { return capitalised(name_of(pack, id)); }

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

Question make_question(const Pack& pack, const Template& source, const Candidate& candidate, Rng& rng) {
    Question question = made(pack, source, candidate, rng);
    add_sources(pack, question);
    return question;
}

} // namespace chelate::quiz
