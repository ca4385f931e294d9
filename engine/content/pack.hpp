// A pack: the knowledge it holds and what may be asked of it, read and checked.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/content/asking.hpp"
#include "engine/content/breathing.hpp"
#include "engine/content/grading.hpp"
#include "engine/content/script.hpp"
#include "engine/content/studies.hpp"

namespace chelate::content {

/// Words of the pack's language that made questions need.
struct Words {
    std::string true_word;
    std::string false_word;
    std::string verdicts[5];     ///< by Verdict: "supported by the sources", ...
    std::string seen_in[5];      ///< by SeenIn: "in people", ...; empty where the pack gives none: then it is not asked
    std::string thousands = ","; ///< between groups of three digits
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
    bool unsourced = false; ///< it holds questions with no source behind them, and says so
    std::string review_by;  ///< 2027-06-30: when somebody should look at it again; empty: no date
    std::string hash;       ///< of all the pack's bytes, 32 hex digits: a recording says which pack it was made from
    Words words;
    std::vector<Yardstick> yardsticks{};
    std::map<std::string, std::string> group_names{}; ///< what groups of subjects are called, where the pack says so
    std::vector<Topic> topics;                        ///< in the author's order
    std::map<SourceId, Source> sources;
    std::map<SubjectId, Subject> subjects;
    std::map<AttributeId, Attribute> attributes;
    std::map<FactId, Fact> facts;
    std::map<MechanismId, Mechanism> mechanisms;
    std::map<ClaimId, Claim> claims;
    std::map<StudyId, Study> studies;
    std::map<MisconceptionId, Misconception> misconceptions;
    std::map<ConflictId, Conflict> conflicts;
    std::map<QuestionId, AuthoredQuestion> questions;
    std::map<TemplateId, Template> templates;
    std::vector<BreathingPattern> breathing; ///< in the author's order
    std::vector<Round> rounds;               ///< in the author's order
    std::vector<Script> scripts;             ///< in the author's order

    [[nodiscard]] const Round* find_round(const RoundId& id) const;
};

/// The twelve outlines a subject may have, in the order of their slots by custom.
[[nodiscard]] const std::vector<std::string>& shapes();

/// How a grade follows from its rows. @pre the grade has studies, all in the pack
[[nodiscard]] Grading grading_of(const Pack& pack, const Grade& grade);

/// The sources of everything a script shows, in its order, each once. Questions that a template makes are not among
/// them.
/// @pre the script is one of the pack's
[[nodiscard]] std::vector<SourceId> sources_of(const Script& script, const Pack& pack);

/// How a source is cited in one line: authors, title, year, journal, DOI; a popular one by its title alone.
[[nodiscard]] std::string citation(const Source& source);

/// A fact's number as shown: the attribute's decimals and unit ("14.1 %", "2,423 mg"). @pre the fact has a value
[[nodiscard]] std::string shown_value(const Fact& fact, const Attribute& attribute, const Words& words);

} // namespace chelate::content
