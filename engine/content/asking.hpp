// What is asked of the knowledge: questions written by hand, templates that make questions, rounds. Plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/content/knowledge.hpp"

namespace chelate::content {

using QuestionId = Id<struct QuestionTag>;
using TemplateId = Id<struct TemplateTag>;
using RoundId = Id<struct RoundTag>;

/// What a question exercises and memory is kept for.
struct Exercises {
    std::vector<FactId> facts;
    std::vector<ClaimId> claims;
    std::vector<MechanismId> mechanisms;

    [[nodiscard]] bool empty() const { return facts.empty() && claims.empty() && mechanisms.empty(); }
};

enum class AuthoredKind : std::uint8_t { single, true_false, compare, order };

/// A choice written by hand. A wrong one names what makes it wrong: distractors come from what is known.
struct AuthoredChoice {
    std::string text;                  ///< empty for `compare`: the subject's name stands
    SubjectId subject;                 ///< for `compare`
    bool right = false;
    std::string why;                   ///< why it is wrong, shown after the answer; empty on the right one
    MisconceptionId misconception;     ///< a wrong choice has one of these three
    FactId refuted_by_fact;
    ClaimId refuted_by_claim;
};

/// A question written by hand.
struct AuthoredQuestion {
    QuestionId id;
    AuthoredKind kind = AuthoredKind::single;
    TopicId topic;
    std::string prompt;
    std::vector<AuthoredChoice> choices;  ///< single, compare: exactly one right
    bool answer = false;                  ///< true_false: is the prompt's statement true
    std::vector<std::string> items;       ///< order: from first to last
    std::string first_label;              ///< order: what stands at the top ("first", "most"); may be empty
    std::string last_label;
    bool shuffle = true;                  ///< single: false keeps the author's order (scales, years)
    std::string explanation;
    int difficulty = 2;                   ///< 1 easy, 2, 3 hard
    Exercises exercises;
};

enum class TemplateKind : std::uint8_t { compare, order, chain, verdict, true_false, subject_for_value };

/// A recipe that makes questions from facts, claims or mechanisms; what each kind needs is said in content/README.md.
struct Template {
    TemplateId id;
    TemplateKind kind = TemplateKind::compare;
    std::string prompt;            ///< with {placeholders}
    std::string explanation;       ///< with {placeholders}; empty where the claim or mechanism brings its own
    std::string group;             ///< compare, order, subject_for_value: subjects of this group
    AttributeId attribute;         ///< compare, order, subject_for_value
    bool greatest = true;          ///< compare: ask for the greatest; order: greatest first
    int count = 4;                 ///< order, chain: items at most; subject_for_value: choices
    std::string first_label;       ///< order, chain: what stands at the top
    std::string last_label;
    std::vector<TopicId> topics;   ///< verdict, true_false, chain: only these topics; empty: all
    std::vector<SubjectId> subjects; ///< verdict, true_false, chain: only what names one of these; compare...: only these; empty: all
    TopicId topic;                 ///< topic of the made question; empty: that of the claim or mechanism
};

/// A round: what it draws from and how many questions it asks.
struct Round {
    RoundId id;
    std::string name;
    std::string about;
    int count = 10;
    bool shuffled = true;                 ///< false: authored questions in the order listed, then the made ones
    std::vector<QuestionId> questions;
    std::vector<TemplateId> templates;
};

} // namespace chelate::content
