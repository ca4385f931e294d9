// What is asked of the knowledge: questions written by hand, templates that make questions, rounds. Plain values.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/item_list.hpp"
#include "engine/content/diagram.hpp"
#include "engine/content/kinds.hpp"
#include "engine/content/knowledge.hpp"
#include "engine/content/template_kinds.hpp"

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

/// Returns the item that stands for what is to be remembered of it.
[[nodiscard]] inline ItemId item_of(const FactId& fact) { return {ItemKind::fact, fact.value}; }
[[nodiscard]] inline ItemId item_of(const ClaimId& claim) { return {ItemKind::claim, claim.value}; }
[[nodiscard]] inline ItemId item_of(const MechanismId& mechanism) { return {ItemKind::mechanism, mechanism.value}; }

/// A choice written by hand. A wrong one names what makes it wrong: distractors come from what is known.
struct AuthoredChoice {
    std::string text;  ///< empty where choices are subjects: the subject's name stands
    SubjectId subject; ///< only where choices are subjects
    bool right = false;
    /// why it is wrong, shown after the answer; empty on the right one, and where an unsourced question does not say
    std::string why;
    MisconceptionId misconception; ///< a wrong choice of a sourced question has one of these three
    FactId refuted_by_fact;
    ClaimId refuted_by_claim;
    Spot spot{}; ///< only where places on a picture are chosen
};

// What an author writes, by content::Writing. Each is read in a file of its own in `authored/`.
struct Choices {
    std::vector<AuthoredChoice> choices; ///< exactly one right
    Diagram picture{};                   ///< only where places on it are chosen
    bool shuffle = true;                 ///< false keeps the author's order (scales, years)
};
struct Statement {
    bool answer = false; ///< is the prompt's statement true
};
struct Items {
    std::vector<std::string> items; ///< from first to last
    std::string first_label;        ///< what stands at the top ("first", "most"); may be empty
    std::string last_label;
};
struct Pair {
    std::string item;
    std::string target;
};
struct Pairs {
    std::vector<Pair> pairs;
    std::vector<std::string> extra; ///< targets that fit nothing
};
struct Group {
    std::string name;
    std::vector<std::string> items;
};
struct Groups {
    std::vector<Group> groups; ///< 2 to 5
};
/// A number, or a range, on a scale. All are whole multiples of 10^-decimals.
struct Quantity {
    int decimals = 0;
    double low = 0; ///< right from here to `high`
    double high = 0;
    double from = 0; ///< the scale
    double to = 0;
    double step = 1;
    /// distance at which nothing is earned any more; 0: a quarter of the nearer end
    double width = 0;
    std::string unit;
};
struct AcceptedText {
    std::string text;
    int percent = 100; ///< what it is worth
};
struct Texts {
    std::vector<AcceptedText> accepted; ///< the first that matches counts
    std::vector<std::string> others;    ///< other things' names, never taken for a slip
};
struct ClaimVerdict {}; ///< the key is the verdict of the one claim it exercises
struct Nothing {};
/// in the order of Writing
using Authored = std::variant<Choices, Statement, Items, Pairs, Groups, Quantity, Texts, ClaimVerdict, Nothing>;

/// Something to look at before answering: a statement with its source, a label, a case, a chain of steps.
struct Panel {
    std::string heading;   ///< may be empty
    std::string text;      ///< a line for each line feed
    SourceId source;       ///< may be empty
    bool numbered = false; ///< its lines are steps and are numbered
};

/// A question written by hand.
struct AuthoredQuestion {
    QuestionId id;
    Kind kind = Kind::single;
    TopicId topic;
    std::string prompt;
    Authored authored;
    std::string explanation;
    int difficulty = 2; ///< 1 easy, 2, 3 hard
    std::string hint;   ///< may be empty
    std::vector<Panel> panels;
    Exercises exercises;
    bool unsourced = false; ///< nothing stands behind it; only in packs that say so
};

/// A recipe that makes questions from facts, claims or mechanisms; what each kind needs is said in content/README.md.
struct Template {
    TemplateId id;
    TemplateKind kind = TemplateKind::compare;
    std::string prompt;      ///< with {placeholders}
    std::string explanation; ///< with {placeholders}; empty where the claim or mechanism brings its own
    std::string group;       ///< from facts: subjects of this group
    AttributeId attribute;   ///< from facts
    bool greatest = true;    ///< ask for the greatest, or greatest first
    int count = 4;           ///< items at most, or choices
    double from = 0;         ///< scale of a number: its ends and step in the attribute's unit
    double to = 0;
    double step = 1;
    std::string option;      ///< label: how a choice reads, with {amount} and {subject}
    std::string unit;        ///< convert: of the result
    std::string first_label; ///< what stands at the top of an order
    std::string last_label;
    std::vector<TopicId> topics; ///< from claims or mechanisms: only these topics; empty: all
    /// from claims or mechanisms: only what names one of these; from facts: only these; empty: all
    std::vector<SubjectId> subjects;
    TopicId topic; ///< topic of the made question; empty: that of the claim or mechanism
};

/// Which questions may come. A list that is empty lets everything pass; a question passes all of them.
struct Pool {
    std::vector<TopicId> topics{};
    std::vector<SubjectId> subjects{};     ///< it is about one of these
    std::vector<MechanismId> mechanisms{}; ///< it is about one of these
    std::vector<Kind> kinds{};
    std::vector<int> difficulties{}; ///< 1 easy, 2, 3 hard
    ItemList items{};                ///< it exercises one of these facts, claims or mechanisms
    /// what exercises one of these items, or is one of these questions, never comes
    ItemList excluded_items{};

    [[nodiscard]] bool empty() const {
        return excluded_items.empty() && topics.empty() && subjects.empty() && mechanisms.empty() && kinds.empty() &&
               difficulties.empty() && items.empty();
    }
    bool operator==(const Pool&) const = default;
};

/// In what order questions come.
enum class Mixing : std::uint8_t {
    shuffled,
    fixed,      ///< authored questions in the order listed, then the made ones
    interleaved ///< shuffled, and no topic twice running while there is another
};

/// A round: what it draws from and how many questions it asks.
struct Round {
    RoundId id;
    std::string name;
    std::string about;
    int count = 10;
    int minutes = 0; ///< it ends after so many, however many questions that were; 0: after `count`
    Mixing mixing = Mixing::shuffled;
    /// of what it lists; when it lists nothing, of all the pack has but polls and cards
    Pool pool;
    int seconds = 0;              ///< to answer a question, after the time to read it; 0: no clock
    int loss_quarters = 0;        ///< of a question's points at the bell: 0, 1 or 2
    bool asks_confidence = false; ///< asks how sure each answer is, and marks by it
    bool passing = false;         ///< a question may be passed
    bool hints = false;           ///< the hints of its questions may be taken
    int tries = 1;                ///< 1 or 2
    bool feedback_at_end = false; ///< nothing is told before the end
    std::vector<QuestionId> questions;
    std::vector<TemplateId> templates;

    [[nodiscard]] bool draws_on_all() const { return questions.empty() && templates.empty(); }
};

} // namespace chelate::content
