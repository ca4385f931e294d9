#include <algorithm>
#include <cmath>

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
        const bool known =
            std::any_of(citations.begin(), citations.end(), [&](const Citation& other) { return other.id == id; });
        if (!known) citations.push_back({id, content::citation(pack.sources.at(id))});
    }
}

/// Returns where a fact was seen, as far as the kind of its sources tells. A reference work tells nothing.
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

// These overloads turn what an author wrote into the interaction of an interaction.

std::vector<Option> options_of(const Pack& pack, const content::Choices& authored) {
    std::vector<Option> options;
    for (const content::AuthoredChoice& choice : authored.choices) {
        const bool named = choice.text.empty() && !choice.subject.empty();
        options.push_back(
            {named ? shown_name(pack, choice.subject) : choice.text, choice.subject, choice.why, choice.image});
    }
    return options;
}

Interaction interaction_of(const Pack& pack, const AuthoredQuestion& question, const content::Choices& authored) {
    std::vector<Option> options = options_of(pack, authored);
    const content::KindRow& row = content::row_of(question.kind);
    if (!row.is_marked) return Vote{std::move(options)};
    Order right;
    for (std::size_t i = 0; i < authored.choices.size(); ++i) {
        if (authored.choices[i].right) right.push_back(static_cast<std::uint8_t>(i));
    }
    if (row.on_picture) {
        PointAt point{std::move(options), {}, authored.picture, right.front()};
        for (const content::AuthoredChoice& choice : authored.choices) point.spots.push_back(choice.spot);
        return point;
    }
    if (row.several) return PickMany{std::move(options), std::move(right)};
    return PickOne{std::move(options), right.front()};
}

Interaction interaction_of(const Pack& pack, const AuthoredQuestion&, const content::Statement& authored) {
    return PickOne{{{pack.words.true_word, {}, {}}, {pack.words.false_word, {}, {}}},
                   static_cast<std::uint8_t>(authored.answer ? 0 : 1)};
}

Interaction interaction_of(const Pack&, const AuthoredQuestion&, const content::Items& authored) {
    PutInOrder order{{}, authored.first_label, authored.last_label};
    for (const std::string& item : authored.items) order.items.push_back({item, {}, {}});
    return order;
}

Interaction interaction_of(const Pack&, const AuthoredQuestion&, const content::Pairs& authored) {
    Assign assign;
    assign.one_each = true;
    std::vector<std::string> targets = authored.extra;
    for (const content::Pair& pair : authored.pairs) targets.push_back(pair.target);
    std::sort(targets.begin(), targets.end()); // sorted, so their order does not reveal which are the extra ones
    for (const std::string& target : targets) assign.targets.push_back({target, {}, {}});
    for (const content::Pair& pair : authored.pairs) {
        assign.items.push_back({pair.item, {}, {}});
        assign.key.push_back(
            static_cast<std::uint8_t>(std::find(targets.begin(), targets.end(), pair.target) - targets.begin()));
    }
    return assign;
}

Interaction interaction_of(const Pack&, const AuthoredQuestion&, const content::Groups& authored) {
    Assign assign;
    for (std::size_t i = 0; i < authored.groups.size(); ++i) {
        assign.targets.push_back({authored.groups[i].name, {}, {}});
        for (const std::string& item : authored.groups[i].items) {
            assign.items.push_back({item, {}, {}});
            assign.key.push_back(static_cast<std::uint8_t>(i));
        }
    }
    return assign;
}

Interaction interaction_of(const Pack&, const AuthoredQuestion&, const content::Quantity& authored) {
    const auto units = [&](double number) { return units_of(number, authored.decimals); };
    return EnterNumber{
        {units(authored.from), units(authored.to), units(authored.step), authored.decimals, authored.unit},
        units(authored.low),
        units(authored.high),
        units(authored.width)};
}

Interaction interaction_of(const Pack&, const AuthoredQuestion&, const content::Texts& authored) {
    WriteText interaction{{}, authored.others};
    for (const content::AcceptedText& accepted : authored.accepted)
        interaction.accepted.push_back({accepted.text, accepted.percent});
    return interaction;
}

Interaction interaction_of(const Pack& pack, const AuthoredQuestion& question, const content::ClaimVerdict&) {
    return verdict_scale(pack, pack.claims.at(question.exercises.claims.front()).verdict);
}

Interaction interaction_of(const Pack&, const AuthoredQuestion&, const content::Nothing&) { return ReadOn{}; }

// Returns whether the options may appear in any order.
bool shuffles(const content::Choices& authored) { return authored.shuffle; }
bool shuffles(const content::Statement&) { return false; }    // people expect "true" first
bool shuffles(const content::ClaimVerdict&) { return false; } // a scale keeps its order
template <class Written>
bool shuffles(const Written&) {
    return true;
}

/// Returns whether a question is about a claim's own statement. What is known of a claim belongs to its statement only:
/// beside a question that only touches the claim it would look like a judgement of something else.
bool asks_about_statement(const Question& question) {
    return question.kind == Kind::claim_check || question.basis.rule == Rule::verdict ||
           question.basis.rule == Rule::truth || question.basis.rule == Rule::seen_in;
}

} // namespace

void add_sources(const Pack& pack, Question& question) {
    Evidence& evidence = question.evidence;
    const bool judges_claim = asks_about_statement(question);
    for (const auto& id : question.claims) {
        const content::Claim& claim = pack.claims.at(id);
        cite(pack, claim.sources, question.sources);
        if (judges_claim && !evidence.verdict) {
            evidence.seen_in = claim.seen_in;
            evidence.verdict = claim.verdict;
            evidence.not_graded = claim.not_graded;
        }
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
    for (const auto& id : question.predictions) {
        const content::Model& model = *content::prediction_named(pack.models, id)->model;
        cite(pack, model.sources, question.sources);
        if (evidence.established.empty()) evidence.established = model.evidence;
    }
    for (const auto& id : question.facts) {
        const content::Fact& fact = pack.facts.at(id);
        cite(pack, fact.sources, question.sources);
        if (!evidence.seen_in) evidence.seen_in = seen_in(pack, fact);
    }
}

Interaction verdict_scale(const Pack& pack, content::Verdict key) {
    PickOne scale{{}, static_cast<std::uint8_t>(key)};
    for (const std::string& word : pack.words.verdicts) scale.options.push_back({word, {}, {}});
    return scale;
}

std::int64_t units_of(double number, int decimals) { return std::llround(number * std::pow(10.0, decimals)); }

Question authored_question(const Pack& pack, const AuthoredQuestion& authored) {
    Question question;
    question.id = authored.id.value;
    question.kind = authored.kind;
    question.topic = authored.topic;
    question.prompt = authored.prompt;
    question.interaction =
        std::visit([&](const auto& written) { return interaction_of(pack, authored, written); }, authored.authored);
    question.shuffle = std::visit([](const auto& written) { return shuffles(written); }, authored.authored);
    question.explanation = authored.explanation;
    question.evidence.unsourced = authored.unsourced;
    question.facts = authored.exercises.facts;
    question.claims = authored.exercises.claims;
    question.mechanisms = authored.exercises.mechanisms;
    question.difficulty = authored.difficulty;
    question.hints = authored.hints;
    question.image = authored.image;
    for (const content::Panel& panel : authored.panels) {
        question.panels.push_back({panel.heading, panel.text,
                                   panel.source.empty() ? "" : content::citation(pack.sources.at(panel.source)),
                                   panel.numbered});
        if (!panel.source.empty()) cite(pack, {panel.source}, question.sources);
    }
    add_sources(pack, question);
    return question;
}

} // namespace chelate::quiz
