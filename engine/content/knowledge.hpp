// What is known: sources, the things compared, facts, mechanisms, claims, misconceptions. Plain values, no JSON.
#pragma once

#include <cstdint>
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
using StudyId = Id<struct StudyTag>;
using MisconceptionId = Id<struct MisconceptionTag>;
using ConflictId = Id<struct ConflictTag>;

/// What a source is, as study design or as rank of a document.
enum class SourceKind : std::uint8_t {
    trial,
    review,
    observational,
    animal,
    laboratory,
    guideline,
    reference,
    popular
};

/// How far the author of the pack has read it. `general_knowledge` is cited from memory and carries no question alone.
enum class Checked : std::uint8_t { whole, abstract, general_knowledge };

struct Source {
    SourceId id;
    SourceKind kind = SourceKind::reference;
    std::string authors; ///< empty for a popular source: it is never named
    std::string title;
    std::optional<int> year;
    std::string publisher; ///< journal with volume and pages, or publisher
    std::string doi;       ///< without a resolver's address; empty: none known
    Checked checked = Checked::abstract;
    std::string note; ///< what was read when it was not the work itself
};

struct Topic {
    TopicId id;
    std::string name;
};

/// A thing that is compared: a form, a food, a limit. `slot`, `shape` and `symbol` are how it looks everywhere.
struct Subject {
    SubjectId id;
    std::string group;             ///< subjects of one group may be compared: "form"
    std::string name;              ///< in full: "magnesium bisglycinate"
    std::string short_name;        ///< for cards and charts: "glycinate"
    std::vector<std::string> also; ///< other names in use
    int slot = 0;                  ///< 1..12, the theme's colour; 0: none
    std::string shape;             ///< one of `shapes()`; empty when slot is 0
    std::string symbol;            ///< two letters; empty when slot is 0
    std::string formula;           ///< empty: none
    std::string compound;          ///< the named pure compound of `formula`: "anhydrous magnesium bisglycinate"
    std::string about;             ///< one or two sentences; may be empty
};

/// A property by which subjects of a group are compared.
struct Attribute {
    AttributeId id;
    std::string name;      ///< "magnesium by mass"
    std::string unit;      ///< "%"; empty: none
    bool is_number = true; ///< false: its facts are texts and are never a key
    int decimals = 0;      ///< digits shown after the point
    std::string caveat;    ///< shown beside each value; may be empty
};

/// How a number follows from a formula; see chemistry.hpp.
enum class Derivation : std::uint8_t { molar_mass, mass_share };

/// Subject has value for attribute, by sources. Either `value`, or `low` and `high`, or `text`.
struct Fact {
    FactId id;
    SubjectId subject;
    AttributeId attribute;
    TopicId topic;
    std::optional<double> value; ///< in the attribute's unit, rounded to its decimals
    std::optional<double> low;
    std::optional<double> high;
    std::string text;
    std::string of; ///< variant, serving, population or body the value holds for
    bool askable = false;
    std::optional<Derivation> derived;
    std::string element{}; ///< of a derived mass share: "Mg"
    std::string note;
    std::string review_by{}; ///< a date, 2027-06-30; empty: none
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
    bool askable = false; ///< the order of the steps follows from the mechanism and may be asked
    std::string evidence; ///< how well established, in the pack's words
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

/// What a graded question is about: whether it works, what a laboratory measures, whether it harms.
enum class QuestionAbout : std::uint8_t { efficacy, measurement, safety };

/// Grade of the evidence on one question, which need not be the claim's wording. With studies it is computed from them
/// (grading.hpp), without it is the author's.
struct Grade {
    std::string question{};
    QuestionAbout about = QuestionAbout::efficacy;
    std::vector<SubjectId> asked{}; ///< what the question names; empty: nothing in particular
    std::vector<StudyId> studies{}; ///< rows that answer it
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
    bool askable = false; ///< needs at least one source read as abstract or whole
    std::optional<Twin> twin;
    std::optional<Grade> grade;
    std::string review_by{}; ///< a date, 2027-06-30; empty: none
    std::string not_graded;  ///< why there is no grade: what was looked for and not found; may be empty
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

/// What one side of a conflict says.
struct Side {
    std::string says;
    std::vector<SourceId> sources;
};

/// Where sources say different things, and what the better evidence says.
struct Conflict {
    ConflictId id;
    std::string name; ///< what it is about
    TopicId topic;
    std::vector<Side> sides;
    std::string evidence; ///< what the better evidence shows
    std::string answer;   ///< the fairest short answer
    std::vector<ClaimId> claims;
    std::vector<SourceId> sources;
};

} // namespace chelate::content
