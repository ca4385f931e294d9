// What a pack knows: sources, subjects, facts, mechanisms, claims, misconceptions, conflicts. Plain values, no JSON.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/content/figure.hpp"
#include "engine/content/image.hpp"

namespace chelate::content {

using TopicId = Id<struct TopicTag>;
using SubjectId = Id<struct SubjectTag>;
using AttributeId = Id<struct AttributeTag>;
using FactId = Id<struct FactTag>;
using MechanismId = Id<struct MechanismTag>;
using ClaimId = Id<struct ClaimTag>;
using StudyId = Id<struct StudyTag>;
using MisconceptionId = Id<struct MisconceptionTag>;
using ConflictId = Id<struct ConflictTag>;

/// What a source is: a study design or a type of document.
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

/// How much of a source the pack's author has read. A source that is only `general_knowledge` is cited from memory
/// and cannot support a question alone.
enum class Checked : std::uint8_t { whole, abstract, general_knowledge };

struct Source {
    SourceId id;
    SourceKind kind = SourceKind::reference;
    std::string authors; ///< empty for a popular source, whose authors are never named
    std::string title;
    std::optional<int> year;
    std::string publisher; ///< journal with volume and pages, or publisher
    std::string doi;       ///< without the address of a resolver; empty: none known
    Checked checked = Checked::abstract;
    std::string note; ///< what was read instead, when it was not the work itself
};

struct Topic {
    TopicId id;
    std::string name;
    bool is_basic = false; ///< what a person meets first; its questions count as easier
};

/// A thing to compare: a form, a food, a limit. `slot`, `shape` and `symbol` give it the same look everywhere.
struct Subject {
    SubjectId id;
    std::string group;             ///< subjects of the same group may be compared, for example "form"
    std::string name;              ///< full name: "magnesium bisglycinate"
    std::string short_name;        ///< short name for cards and charts: "glycinate"
    std::vector<std::string> also; ///< other names that people use
    int slot = 0;                  ///< 1..12, a colour of the theme; 0: none
    std::string shape;             ///< one of `shapes()`; empty when slot is 0
    std::string symbol;            ///< two letters; empty when slot is 0
    std::string formula;           ///< empty: none
    std::string compound;          ///< name of the pure compound with that formula: "anhydrous magnesium bisglycinate"
    std::string about;             ///< one or two sentences; may be empty
    /// How a sentence names it, where that needs an article: "the cube", "a tetrahedron". Empty: like `name`.
    std::string in_sentence{};
    std::size_t place{}; ///< position among the subjects of the pack, in the author's order
    Image image{};       ///< shown where it is looked up, and beside it as a choice
};

/// The smallest difference between two values that the spread of their sources lets anyone tell.
struct SmallestGap {
    double percent = 0; ///< of the larger value, 0 to 100
    double amount = 0;  ///< in the attribute's unit, 0 or more

    /// Returns the gap that a value needs to the next smaller one.
    [[nodiscard]] double below(double value) const { return std::max(std::abs(value) * percent / 100, amount); }
    /// Returns whether two values differ, and by as much as the gap.
    [[nodiscard]] bool separates(double a, double b) const {
        constexpr double rounding = 1e-9; // share of the larger value; a difference of 10.0 may come out as 9.999...
        const double larger = std::max(std::abs(a), std::abs(b));
        return a != b && std::abs(a - b) >= below(larger) - larger * rounding;
    }
};

/// A property by which the subjects of a group are compared.
struct Attribute {
    AttributeId id;
    std::string name;      ///< "magnesium by mass"
    std::string unit;      ///< "%"; empty: none
    bool is_number = true; ///< false: its facts are texts and never the key of a question
    int decimals = 0;      ///< digits shown after the point
    std::string caveat;    ///< shown next to each value; may be empty
    /// Values that differ by less than this, in percent or in amount, are never compared or ordered.
    SmallestGap smallest_gap{};
    /// An estimate within this many percent of the value is right: the spread among sources. 0: the pack does not say.
    double accepted_percent = 0;
    double accepted_amount{}; ///< the same in the attribute's unit; the larger of the two counts
    std::size_t place{};      ///< position among the attributes of the pack, in the author's order
};

/// How a number is computed: from the subject's formula (see chemistry.hpp), or from the people of one arm of a study.
enum class Derivation : std::uint8_t { molar_mass, mass_share, arm_share };

/// What the sources give for an attribute of a subject: either `value`, or `low` and `high`, or `text`.
struct Fact {
    FactId id;
    SubjectId subject;
    AttributeId attribute;
    TopicId topic;
    std::optional<double> value; ///< in the attribute's unit, rounded to its decimals
    std::optional<double> low;
    std::optional<double> high;
    std::string text;
    std::string of;       ///< the variant, serving, population or authority that the value applies to
    bool askable = false; ///< questions may ask for it; needs a `value`
    std::optional<Derivation> derived;
    std::string element{}; ///< the element of a derived mass share, such as "Mg"
    StudyId study{};       ///< the study row of a derived arm share
    std::string arm{};     ///< the arm of that row, such as "magnesium"
    std::string note;
    std::string review_by{}; ///< a date, 2027-06-30; empty: none
    std::vector<SourceId> sources;
};

struct Step {
    std::string text;
    /// What a card shows, at most 60 characters: the author's short text, or else `text`. A `text` that is too long
    /// is cut and ends with an ellipsis, which never happens in an askable mechanism.
    std::string short_text;
    std::string because; ///< why this step comes after the one before it; may be empty
};

/// A causal chain: a complete list of steps in their order.
struct Mechanism {
    MechanismId id;
    std::string name;
    std::string where;
    std::string area; ///< part of the body or other group that mechanisms are listed under; empty: `where`
    TopicId topic;
    std::vector<Step> steps;
    bool askable = false; ///< the mechanism fixes the order of the steps, so questions may ask for it
    std::string evidence; ///< how well established it is, in the pack's words
    std::string note;
    std::string caveat;
    std::vector<SubjectId> subjects;
    std::vector<SourceId> sources;
    std::size_t place = 0; ///< in the author's order
    Figure figure{};       ///< how it is drawn; may be without a drawing
};

enum class Verdict : std::uint8_t { supported, mixed, weak, contradicted, traditional };
enum class SeenIn : std::uint8_t { people, animals, cells, chemistry, rule };
enum class Certainty : std::uint8_t { high, moderate, low, very_low };
enum class EffectSize : std::uint8_t { large, medium, small, none, harm, unknown };
enum class AppliesTo : std::uint8_t { this_form, another_form, in_general, no_form };

/// What a graded question is about: whether something works, what a laboratory measures, or whether it harms.
enum class QuestionAbout : std::uint8_t { efficacy, measurement, safety };

/// The grade of the evidence on one question, whose wording may differ from the claim's. With studies the grade is
/// computed from them (see grading.hpp); without studies it is the author's own.
struct Grade {
    std::string question{};
    QuestionAbout about = QuestionAbout::efficacy;
    std::vector<SubjectId> asked{}; ///< the subjects that the question names; empty: none in particular
    std::vector<StudyId> studies{}; ///< study rows that answer the question
    Certainty certainty = Certainty::very_low;
    EffectSize size = EffectSize::unknown;
    AppliesTo applies_to = AppliesTo::in_general;
};

/// A false twin of a supported claim, written by the author: the claim with one thing changed, and what refutes it.
struct Twin {
    std::string statement;
    std::string refutation; ///< one sentence on what is true instead
};

struct Claim {
    ClaimId id;
    std::string statement;
    TopicId topic;
    Verdict verdict = Verdict::weak;
    std::optional<SeenIn> seen_in{}; ///< nothing: the author does not say
    std::string explanation;
    bool askable = false; ///< questions may ask about it; needs a source read as abstract or whole
    std::optional<Twin> twin;
    std::optional<Grade> grade;
    std::string review_by{}; ///< a date, 2027-06-30; empty: none
    std::string not_graded;  ///< why there is no grade: what the author looked for but did not find; may be empty
    /// What to remember instead of the statement of a claim that is not supported; empty for a supported one.
    std::string correction;
    std::vector<SubjectId> subjects;
    std::vector<MechanismId> mechanisms;
    std::vector<SourceId> sources;
};

/// A wrong belief, why it is tempting, and what corrects it.
struct Misconception {
    MisconceptionId id;
    std::string belief;
    std::string tempting;
    std::string correction;
    std::vector<SubjectId> subjects;
    std::vector<ClaimId> claims;
    std::vector<SourceId> sources;
};

/// What one side of a conflict says, and its sources.
struct Side {
    std::string says;
    std::vector<SourceId> sources;
};

/// A question on which sources disagree, and what the better evidence says.
struct Conflict {
    ConflictId id;
    std::string name; ///< what the sources disagree about
    TopicId topic;
    std::vector<Side> sides;
    std::string evidence; ///< what the better evidence shows
    std::string answer;   ///< the fairest short answer
    std::vector<ClaimId> claims;
    std::vector<SourceId> sources;
};

} // namespace chelate::content
