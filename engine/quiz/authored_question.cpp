#include <algorithm>

#include "engine/quiz/templates/templates.hpp"

namespace chelate::quiz {

using content::AuthoredQuestion;
using content::Pack;
using content::SeenIn;
using content::SourceId;
using content::SourceKind;

namespace {

void cite(const Pack& pack, const std::vector<SourceId>& sources, std::vector<Citation>& citations) {
    for (const SourceId& id : sources) {
        const bool known = std::any_of(citations.begin(), citations.end(), [&](const Citation& other) { return other.id == id; });
        if (!known) citations.push_back({id, content::citation(pack.sources.at(id))});
    }
}

/// Where a fact was seen, as far as its kind of source says it: a reference work says nothing.
std::optional<SeenIn> seen_in(const Pack& pack, const content::Fact& fact) {
    if (fact.derived) return SeenIn::chemistry;
    for (const SourceId& id : fact.sources) {
        switch (pack.sources.at(id).kind) {
        case SourceKind::trial:
        case SourceKind::review:
        case SourceKind::observational: return SeenIn::people;
        case SourceKind::animal: return SeenIn::animals;
        case SourceKind::laboratory: return SeenIn::cells;
        case SourceKind::guideline: return SeenIn::rule;
        case SourceKind::reference:
        case SourceKind::popular: break;
        }
    }
    return std::nullopt;
}

// What an author wrote becomes a way to answer, one overload each.

Body body_of(const Pack& pack, const content::Choices& authored) {
    PickOne pick;
    for (const content::AuthoredChoice& choice : authored.choices) {
        if (choice.right) pick.key = static_cast<std::uint8_t>(pick.options.size());
        const bool named = choice.text.empty() && !choice.subject.empty();
        pick.options.push_back({named ? shown_name(pack, choice.subject) : choice.text, choice.subject, choice.why});
    }
    return pick;
}

Body body_of(const Pack& pack, const content::Statement& authored) {
    return PickOne{{{pack.words.true_word, {}, {}}, {pack.words.false_word, {}, {}}}, static_cast<std::uint8_t>(authored.answer ? 0 : 1)};
}

Body body_of(const Pack&, const content::Items& authored) {
    PutInOrder order{{}, authored.first_label, authored.last_label};
    for (const std::string& item : authored.items) order.items.push_back({item, {}, {}});
    return order;
}

// Whether the options may stand in any order.
bool shuffles(const content::Choices& authored) { return authored.shuffle; }
bool shuffles(const content::Statement&) { return false; } // everybody expects "true" first
bool shuffles(const content::Items&) { return true; }

} // namespace

void add_sources(const Pack& pack, Question& question) {
    Evidence& evidence = question.evidence;
    for (const auto& id : question.claims) {
        const content::Claim& claim = pack.claims.at(id);
        cite(pack, claim.sources, question.sources);
        if (!evidence.seen_in) evidence.seen_in = claim.seen_in;
        if (!evidence.verdict) evidence.verdict = claim.verdict;
        if (claim.grade && !evidence.graded) {
            evidence.graded = true;
            evidence.certainty = claim.grade->certainty;
            evidence.size = claim.grade->size;
            evidence.applies_to = claim.grade->applies_to;
            evidence.graded_question = claim.grade->question;
        }
    }
    for (const auto& id : question.mechanisms) {
        const content::Mechanism& mechanism = pack.mechanisms.at(id);
        cite(pack, mechanism.sources, question.sources);
        if (evidence.established.empty()) evidence.established = mechanism.evidence;
    }
    for (const auto& id : question.facts) {
        const content::Fact& fact = pack.facts.at(id);
        cite(pack, fact.sources, question.sources);
        if (!evidence.seen_in) evidence.seen_in = seen_in(pack, fact);
    }
}

Question authored_question(const Pack& pack, const AuthoredQuestion& authored) {
    Question question;
    question.id = authored.id.value;
    question.kind = authored.kind;
    question.topic = authored.topic;
    question.prompt = authored.prompt;
    question.body = std::visit([&](const auto& written) { return body_of(pack, written); }, authored.authored);
    question.shuffle = std::visit([](const auto& written) { return shuffles(written); }, authored.authored);
    question.explanation = authored.explanation;
    question.facts = authored.exercises.facts;
    question.claims = authored.exercises.claims;
    question.mechanisms = authored.exercises.mechanisms;
    question.difficulty = authored.difficulty;
    add_sources(pack, question);
    return question;
}

} // namespace chelate::quiz
