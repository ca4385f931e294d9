// The knowledge a pack holds: facts with their sources, and what may be asked of them. Plain values, no JSON.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/id.hpp"

namespace chelate::content {

using SourceId = Id<struct SourceTag>;
using TopicId = Id<struct TopicTag>;
using SubjectId = Id<struct SubjectTag>;
using AttributeId = Id<struct AttributeTag>;
using FactId = Id<struct FactTag>;
using MechanismId = Id<struct MechanismTag>;
using ClaimId = Id<struct ClaimTag>;
using MisconceptionId = Id<struct MisconceptionTag>;
using QuestionId = Id<struct QuestionTag>;
using TemplateId = Id<struct TemplateTag>;
using RoundId = Id<struct RoundTag>;

/// What a source is, as study design or as rank of a document.
enum class SourceKind : std::uint8_t { trial, review, observational, animal, laboratory, guideline, reference, popular };

/// How far the author of the pack has read it. `general_knowledge` is cited from memory and carries no question alone.
enum class Checked : std::uint8_t { whole, abstract, general_knowledge };

struct Source {
    SourceId id;
    SourceKind kind = SourceKind::reference;
    std::string authors;       ///< empty for a popular source: it is never named
    std::string title;
    std::optional<int> year;
    std::string publisher;     ///< journal with volume and pages, or publisher
    std::string doi;           ///< without a resolver's address; empty: none known
    Checked checked = Checked::abstract;
    std::string note;          ///< what was read when it was not the work itself
};

struct Topic {
    TopicId id;
    std::string name;
};

/// A thing that is compared: a form, a food, a limit. `slot`, `shape` and `symbol` are how it looks everywhere.
struct Subject {
    SubjectId id;
    std::string group;              ///< subjects of one group may be compared: "form"
    std::string name;               ///< in full: "magnesium bisglycinate"
    std::string short_name;         ///< for cards and charts: "glycinate"
    std::vector<std::string> also;  ///< other names in use
    int slot = 0;                   ///< 1..12, the theme's colour; 0: none
    std::string shape;              ///< one of `shapes()`; empty when slot is 0
    std::string symbol;             ///< two letters; empty when slot is 0
    std::string formula;            ///< empty: none
    std::string compound;           ///< the named pure compound of `formula`: "anhydrous magnesium bisglycinate"
    std::string about;              ///< one or two sentences; may be empty
};

/// A property by which subjects of a group are compared.
struct Attribute {
    AttributeId id;
    std::string name;         ///< "magnesium by mass"
    std::string unit;         ///< "%"; empty: none
    bool is_number = true;    ///< false: its facts are texts and are never a key
    int decimals = 0;         ///< digits shown after the point
    std::string caveat;       ///< shown beside each value; may be empty
};

/// How a number follows from a formula; see chemistry.hpp.
enum class Derivation : std::uint8_t { molar_mass, mass_share };

/// Subject has value for attribute, by sources. Either `value`, or `low` and `high`, or `text`.
struct Fact {
    FactId id;
    SubjectId subject;
    AttributeId attribute;
    TopicId topic;
    std::optional<double> value;    ///< in the attribute's unit, rounded to its decimals
    std::optional<double> low;
    std::optional<double> high;
    std::string text;
    std::string of;                 ///< variant, serving, population or body the value holds for
    bool askable = false;
    std::optional<Derivation> derived;
    std::string element{};          ///< of a derived mass share: "Mg"
    std::string note;
    std::vector<SourceId> sources;
};

struct Step {
    std::string text;
    std::string short_text; ///< at most 60 characters, what a card shows; equals `text` when that is short enough,
                            ///< and ends with an ellipsis when the author gave none (never so in an askable mechanism)
};

/// A causal chain, a closed list of steps in their order.
struct Mechanism {
    MechanismId id;
    std::string name;
    std::string where;
    TopicId topic;
    std::vector<Step> steps;
    bool askable = false;     ///< the order of the steps follows from the mechanism and may be asked
    std::string evidence;     ///< how well established, in the pack's words
    std::string note;
    std::string caveat;
    std::vector<SubjectId> subjects;
    std::vector<SourceId> sources;
};

enum class Verdict : std::uint8_t { supported, mixed, weak, contradicted, traditional };
enum class SeenIn : std::uint8_t { people, animals, cells, chemistry, rule };
enum class Certainty : std::uint8_t { high, moderate, low, very_low };
enum class EffectSize : std::uint8_t { large, medium, small, none, harm, unknown };
enum class AppliesTo : std::uint8_t { this_form, another_form, in_general, no_form };

/// Grade of the evidence on one question, which need not be the claim's wording.
struct Grade {
    std::string question;
    Certainty certainty = Certainty::very_low;
    EffectSize size = EffectSize::unknown;
    AppliesTo applies_to = AppliesTo::in_general;
};

/// An authored false twin of a supported claim: one thing changed, and what refutes it.
struct Twin {
    std::string statement;
    std::string refutation; ///< one sentence that says what is true instead
};

struct Claim {
    ClaimId id;
    std::string statement;
    TopicId topic;
    Verdict verdict = Verdict::weak;
    SeenIn seen_in = SeenIn::people;
    std::string explanation;
    bool askable = false;      ///< needs at least one source read as abstract or whole
    std::optional<Twin> twin;
    std::optional<Grade> grade;
    std::vector<SubjectId> subjects;
    std::vector<MechanismId> mechanisms;
    std::vector<SourceId> sources;
};

struct Misconception {
    MisconceptionId id;
    std::string belief;
    std::string tempting;
    std::string correction;
    std::vector<SubjectId> subjects;
    std::vector<ClaimId> claims;
    std::vector<SourceId> sources;
};

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

/// Words of the pack's language that made questions need.
struct Words {
    std::string true_word;
    std::string false_word;
    std::string verdicts[5]; ///< by Verdict: "supported by the sources", ...
};

/// A pack that has been read and checked: every reference resolves, every map is keyed by id (sorted: iteration order
/// is the same everywhere).
struct Pack {
    std::string id;
    std::string name;
    std::string version;
    std::string language;
    std::string about;
    std::string disclaimer;
    std::string hash;      ///< of all the pack's bytes, 32 hex digits: a recording says which pack it was made from
    Words words;
    std::vector<Topic> topics; ///< in the author's order
    std::map<SourceId, Source> sources;
    std::map<SubjectId, Subject> subjects;
    std::map<AttributeId, Attribute> attributes;
    std::map<FactId, Fact> facts;
    std::map<MechanismId, Mechanism> mechanisms;
    std::map<ClaimId, Claim> claims;
    std::map<MisconceptionId, Misconception> misconceptions;
    std::map<QuestionId, AuthoredQuestion> questions;
    std::map<TemplateId, Template> templates;
    std::vector<Round> rounds; ///< in the author's order

    [[nodiscard]] const Round* find_round(const RoundId& id) const;
};

/// The twelve outlines a subject may have, in the order of their slots by custom.
[[nodiscard]] const std::vector<std::string>& shapes();

/// How a source is cited in one line: authors, title, year, journal, DOI; a popular one by its title alone.
[[nodiscard]] std::string citation(const Source& source);

/// A fact's number as shown: the attribute's decimals and unit ("14.1 %"). @pre the fact has a value
[[nodiscard]] std::string shown_value(const Fact& fact, const Attribute& attribute);

} // namespace chelate::content
