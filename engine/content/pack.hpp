// A pack after reading and checking: what it knows and what it asks.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/content/asking.hpp"
#include "engine/content/breathing.hpp"
#include "engine/content/glossary.hpp"
#include "engine/content/grading.hpp"
#include "engine/content/model.hpp"
#include "engine/content/script.hpp"
#include "engine/content/studies.hpp"

namespace chelate::content {

/// Words in the pack's language that template-made questions need.
struct Words {
    std::string true_word;
    std::string false_word;
    std::string verdicts[5]; ///< indexed by Verdict: "supported by the sources", ...
    /// Indexed by SeenIn: "in people", ... Empty where the pack gives no word: then nothing shows what a claim is based
    /// on. `seen-in` templates need all five.
    std::string seen_in[5];
    std::string seen_in_meanings[5]; ///< indexed by SeenIn: what each means; empty where the pack does not say
    std::string verdict_meanings[5]; ///< indexed by Verdict: when a claim gets it; empty where the pack does not say
    std::string thousands = ",";     ///< separator between groups of three digits
    /// Places among numbered steps, with {step} and {next}: choices of `missing-step` and `swapped-steps` templates.
    std::string before_step = "Before step {step}";
    std::string between_steps = "Between steps {step} and {next}";
    std::string after_step = "After step {step}";
    std::string both_steps = "Steps {step} and {next}";
    /// What an output of a model does: choices of `predict` templates.
    std::string goes_up = "It goes up";
    std::string goes_down = "It goes down";
    std::string stays_same = "It stays the same";
};

/// A set of the program's own rules that a pack asks to be checked against; see health_rules.hpp.
enum class RuleSet : std::uint8_t { health };

/// A pack that has been read and checked. Every reference resolves. The maps are sorted by id, so iteration order is
/// the same on every machine.
struct Pack {
    std::string id;
    std::string name;
    std::string version;
    std::string language;
    std::string about;
    std::string disclaimer;
    bool unsourced = false; ///< the pack declares that some of its questions have no source
    bool grades{};          ///< at least one of its claims has a grade
    std::string review_by;  ///< the date by which someone should review it, such as 2027-06-30; empty: none
    /// Fingerprint of the pack's files, 32 hex digits. A recording stores it to say which pack it was made from.
    std::string hash;
    std::string folder; ///< where its files are; empty for a pack that was not read from a folder
    Words words;
    std::vector<RuleSet> rules{}; ///< an item that breaks one of these is faulty
    std::vector<Yardstick> yardsticks{};
    std::map<std::string, std::string> group_names{}; ///< display names of subject groups, where the pack gives them
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
    std::map<ModelId, Model> models{};
    std::vector<BreathingPattern> breathing; ///< in the author's order
    std::vector<GlossaryEntry> glossary;     ///< in the author's order
    std::vector<Round> rounds;               ///< in the author's order
    std::vector<Script> scripts;             ///< in the author's order

    /// Returns whether a topic is one of the basics.
    [[nodiscard]] bool is_basic(const TopicId& topic) const;
    /// Returns the round with this id, or null when there is none.
    [[nodiscard]] const Round* find_round(const RoundId& id) const;
};

/// Returns subjects, attributes, mechanisms or models in the author's order.
template <class Key, class Item>
[[nodiscard]] std::vector<const Item*> in_authors_order(const std::map<Key, Item>& items) {
    std::vector<const Item*> sorted;
    sorted.reserve(items.size());
    for (const auto& [id, item] : items) sorted.push_back(&item);
    std::sort(sorted.begin(), sorted.end(), [](const Item* a, const Item* b) { return a->place < b->place; });
    return sorted;
}

/// Returns the 12 outlines that a subject may have. By convention they are in the order of the slots.
[[nodiscard]] const std::vector<std::string>& shapes();

/// Computes a grade from its study rows. @pre the grade lists studies, and the pack contains them all
[[nodiscard]] Grading grading_of(const Pack& pack, const Grade& grade);

/// Returns the sources of everything that a script shows, in script order, each once. Leaves out the sources of
/// questions that a template makes.
/// @pre the script is in the pack
[[nodiscard]] std::vector<SourceId> sources_of(const Script& script, const Pack& pack);

/// Returns the one-line citation of a source: authors, title, year, journal, DOI; only the title for a popular one.
[[nodiscard]] std::string citation(const Source& source);

/// Returns a number with its decimals and unit: "14.1 %", "2,423 mg".
[[nodiscard]] std::string shown_quantity(double number, int decimals, const std::string& unit, const Words& words);

/// Returns a fact's number with the attribute's decimals and unit: "14.1 %", "2,423 mg". @pre the fact has a value
[[nodiscard]] std::string shown_value(const Fact& fact, const Attribute& attribute, const Words& words);

} // namespace chelate::content
