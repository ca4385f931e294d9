// What a pack asks: questions written by hand, templates that make questions, and rounds. Plain values, no JSON.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/item_list.hpp"
#include "engine/content/diagram.hpp"
#include "engine/content/kinds.hpp"
#include "engine/content/knowledge.hpp"
#include "engine/content/prediction.hpp"
#include "engine/content/template_kinds.hpp"

namespace chelate::content {

using QuestionId = Id<struct QuestionTag>;
using TemplateId = Id<struct TemplateTag>;
using RoundId = Id<struct RoundTag>;

/// The facts, claims and mechanisms that a question exercises. The learner model keeps memory records for these.
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
[[nodiscard]] inline ItemId item_of(const PredictionId& prediction) { return {ItemKind::prediction, prediction.value}; }

/// A choice written by hand. A wrong choice names what makes it wrong, so distractors come from what the pack knows.
struct AuthoredChoice {
    std::string text;  ///< empty where choices are subjects; the subject's name is shown instead
    SubjectId subject; ///< set only where choices are subjects
    bool right = false;
    /// Why the choice is wrong, shown after the answer. Empty for right choices and polls; optional if unsourced.
    std::string why;
    /// What makes the choice wrong. A wrong choice of a sourced question sets exactly one of these three ids.
    MisconceptionId misconception;
    FactId refuted_by_fact;
    ClaimId refuted_by_claim;
    Spot spot{}; ///< used only where choices are places on a picture
    Image image{};
};

// What an author writes for a question: one struct for each content::Writing. engine/content/authored reads them.
struct Choices {
    std::vector<AuthoredChoice> choices; ///< one is right; `multiple` has one or more, a poll none
    Diagram picture{};                   ///< used only where choices are places on it
    bool shuffle = true;                 ///< false keeps the author's order, for example of years or of a scale
};
struct Statement {
    bool answer = false; ///< whether the statement in the prompt is true
};
struct Items {
    std::vector<std::string> items; ///< in the right order, first to last
    std::string first_label;        ///< label above the list, such as "first" or "most"; may be empty
    std::string last_label;         ///< label below the list; may be empty
};
struct Pair {
    std::string item;
    std::string target;
};
struct Pairs {
    std::vector<Pair> pairs;
    std::vector<std::string> extra; ///< targets that match no item
};
struct Group {
    std::string name;
    std::vector<std::string> items;
};
struct Groups {
    std::vector<Group> groups; ///< 2 to 5
};
/// A number or a range on a scale. All numbers are whole multiples of 10^-decimals.
struct Quantity {
    int decimals = 0;
    double low = 0; ///< answers from here to `high` are right; a single number has `low` equal to `high`
    double high = 0;
    double from = 0; ///< start of the scale
    double to = 0;   ///< end of the scale
    double step = 1;
    /// Distance from the nearer end of the range at which credit reaches 0. A width of 0 means a quarter of that end.
    double width = 0;
    std::string unit;
};
struct AcceptedText {
    std::string text;
    int percent = 100; ///< credit for this answer, 1 to 100
};
struct Texts {
    std::vector<AcceptedText> accepted; ///< the first match counts
    std::vector<std::string> others;    ///< names of other things, never taken for a typing slip
};
/// Nothing to write: the key is the verdict of the one claim that the question exercises.
struct ClaimVerdict {};
/// Nothing to write: a card has no key.
struct Nothing {};
/// What the author wrote. The alternatives are in the order of Writing.
using Authored = std::variant<Choices, Statement, Items, Pairs, Groups, Quantity, Texts, ClaimVerdict, Nothing>;

/// Something to look at before answering: a statement with its source, a label, a case or a chain of steps.
struct Panel {
    std::string heading;   ///< may be empty
    std::string text;      ///< each line feed starts a new line
    SourceId source;       ///< may be empty
    bool numbered = false; ///< the lines are steps and are shown with numbers
};

inline constexpr std::size_t most_hints = 3;

/// A question written by hand.
struct AuthoredQuestion {
    QuestionId id;
    Kind kind = Kind::single;
    TopicId topic;
    std::string prompt;
    Authored authored;
    std::string explanation;
    int difficulty = 2;             ///< 1 easy, 2 medium, 3 hard
    std::vector<std::string> hints; ///< at most `most_hints`, shown one after another; may be empty
    std::vector<Panel> panels;
    Image image{};
    Exercises exercises;
    bool unsourced = false; ///< no source supports it; allowed only in packs that declare it
};

/// A recipe that makes questions from facts, claims, mechanisms or models. content/README.md lists its keys.
struct Template {
    TemplateId id;
    TemplateKind kind = TemplateKind::compare;
    std::string prompt;      ///< contains {placeholders}
    std::string explanation; ///< contains {placeholders}; empty where the claim or mechanism brings its own
    std::string group;       ///< facts: compares subjects of this group
    AttributeId attribute;   ///< facts: compares values of this attribute
    bool greatest = true;    ///< asks for the greatest value, or orders from the greatest; key `most`
    int count = 4;           ///< number of choices, or largest number of items
    /// Start of the number scale, in the attribute's unit, as are `to` and `step`. When `from` equals `to`, the scale
    /// follows from the values.
    double from = 0;
    double to = 0;
    double step = 1;
    std::string option;          ///< label: text of a choice, with {amount} and {subject}
    std::string unit;            ///< convert: unit of the result
    std::string first_label;     ///< label above an order, or name of the first group when sorting
    std::string last_label;      ///< label below an order, or name of the second group
    std::vector<TopicId> topics; ///< claims, mechanisms and models: only those of these topics; empty: all
    /// Claims and mechanisms: only those that name one of these subjects. Facts: only these subjects. Empty: all.
    std::vector<SubjectId> subjects;
    std::vector<ModelId> models{}; ///< models: only these; empty: all
    TopicId topic; ///< topic of each question made; empty: the topic of its fact, claim, mechanism or model
};

/// A filter on questions. A question must pass every list; an empty list lets every question pass.
struct Pool {
    std::vector<TopicId> topics{};
    std::vector<SubjectId> subjects{};     ///< the question is about one of these
    std::vector<MechanismId> mechanisms{}; ///< the question is about one of these
    std::vector<Kind> kinds{};
    std::vector<int> difficulties{}; ///< 1 easy, 2 medium, 3 hard
    ItemList items{};                ///< the question is remembered by one of these (see quiz::remembered_items)
    /// Items, or questions. Questions that exercise one of these, or are one, never appear.
    ItemList excluded_items{};

    [[nodiscard]] bool empty() const {
        return excluded_items.empty() && topics.empty() && subjects.empty() && mechanisms.empty() && kinds.empty() &&
               difficulties.empty() && items.empty();
    }
    bool operator==(const Pool&) const = default;
};

/// The order in which questions appear.
enum class Mixing : std::uint8_t {
    shuffled,
    fixed,      ///< authored questions in the order listed, then questions made by templates
    interleaved ///< shuffled, without the same topic twice in a row while another is left
};

/// A set of questions to play: what it draws from, how many questions it asks and how it marks them.
struct Round {
    RoundId id;
    std::string name;
    std::string about;
    int count = 10;
    int minutes = 0; ///< the round ends after this time, after any number of questions; 0: after `count`
    Mixing mixing = Mixing::shuffled;
    /// Filters what the round lists. A round that lists nothing draws on the whole pack except polls and cards.
    Pool pool;
    int seconds = 0;              ///< to answer a question, on top of the reading time; 0: no clock
    int loss_quarters = 0;        ///< quarters of a question's points lost when its time is up: 0, 1 or 2
    bool asks_confidence = false; ///< asks for the confidence in each answer and marks by it
    bool passing = false;         ///< players may pass a question
    bool hints = false;           ///< players may use the questions' hints
    int tries = 1;                ///< tries at each question, 1 or 2
    bool feedback_at_end = false; ///< feedback is shown only at the end
    std::vector<QuestionId> questions;
    std::vector<TemplateId> templates;

    [[nodiscard]] bool draws_on_all() const { return questions.empty() && templates.empty(); }
};

} // namespace chelate::content
