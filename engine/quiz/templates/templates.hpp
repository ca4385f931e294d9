// What a template can ask of a pack, as candidates, and the question each of them becomes. Used by the maker alone.
// Every kind of template is a source in this folder that gives one Recipe.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/rng.hpp"
#include "engine/base/text.hpp"
#include "engine/content/pack.hpp"
#include "engine/quiz/question.hpp"

namespace chelate::quiz {

/// One thing a source of questions can ask. Pointers lead into the pack.
struct Candidate {
    const content::AuthoredQuestion* authored = nullptr;
    std::vector<const content::Fact*> facts; ///< compare: two; order: all items; subject-for-value: the key
    const content::Claim* claim = nullptr;
    const content::Mechanism* mechanism = nullptr;
    std::size_t first_step = 0; ///< chain: where the window of steps begins
    bool twin = false;          ///< true-false: the false twin is shown
    bool is_truth = false;      ///< a true-or-false question,
    bool truth = false;         ///< and whether its statement is true
};

/// How a kind of template works.
struct Recipe {
    /// All it can ask, in an order that depends on the pack alone.
    std::vector<Candidate> (*candidates)(const content::Pack& pack, const content::Template& source);
    /// The question a candidate becomes, without its sources; `rng` settles what is left open.
    Question (*make)(const content::Pack& pack, const content::Template& source, const Candidate& candidate, Rng& rng);
};
extern const Recipe compare_recipe, order_recipe, chain_recipe, verdict_recipe, true_false_recipe,
    subject_for_value_recipe, select_over_recipe, sort_by_recipe, odd_one_out_recipe, match_values_recipe,
    estimate_recipe, name_for_value_recipe, label_recipe, convert_recipe, swapped_steps_recipe, missing_step_recipe,
    seen_in_recipe;

/// All candidates of a template, in an order that depends on the pack alone.
[[nodiscard]] std::vector<Candidate> candidates_of(const content::Pack& pack, const content::Template& source);
[[nodiscard]] Candidate candidate_of(const content::AuthoredQuestion& question);

/// The question a candidate becomes; `rng` settles what is left open (which distractors, which of two stands first).
[[nodiscard]] Question make_question(const content::Pack& pack, const content::Template& source,
                                     const Candidate& candidate, Rng& rng);
[[nodiscard]] Question authored_question(const content::Pack& pack, const content::AuthoredQuestion& authored);

/// A subject's name: that of the pure compound where there is one, because the numbers belong to it.
[[nodiscard]] const std::string& name_of(const content::Pack& pack, const content::SubjectId& subject);
/// The same as a card shows it, with a capital.
[[nodiscard]] std::string shown_name(const content::Pack& pack, const content::SubjectId& subject);

/// The pack's words for all verdicts, one of them right.
[[nodiscard]] Body verdict_scale(const content::Pack& pack, content::Verdict key);

/// A number as a whole multiple of 10^-decimals, rounded half away from zero.
[[nodiscard]] std::int64_t units_of(double number, int decimals);

/// Fills in what every question needs from what it exercises: its sources cited, its evidence.
void add_sources(const content::Pack& pack, Question& question);

} // namespace chelate::quiz
