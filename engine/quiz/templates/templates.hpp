// Lists what a template can ask from a pack, as candidates, and turns each candidate into a question. It is for the
// maker, and for showing an author's question without asking it. Each kind of template is a source file in this folder
// that defines one Recipe.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/rng.hpp"
#include "engine/base/text.hpp"
#include "engine/content/pack.hpp"
#include "engine/quiz/key_balance.hpp"
#include "engine/quiz/question.hpp"

namespace chelate::quiz {

struct NameList;

/// The lowest and the highest value of an attribute in a group.
struct Spread {
    double low = 0;
    double high = 0;
    [[nodiscard]] double width() const { return high - low; }
};

/// One thing that a source of questions can ask. Its pointers lead into the pack.
struct Candidate {
    const content::AuthoredQuestion* authored = nullptr;
    std::vector<const content::Fact*> facts; ///< compare: two; order: all items; subject-for-value: the key
    const content::Claim* claim = nullptr;
    const content::Mechanism* mechanism = nullptr;
    content::Prediction prediction{};
    bool falls = false;            ///< prediction: the input goes down
    std::size_t first_step = 0;    ///< chain: where the window of steps begins
    bool twin = false;             ///< true-false: the false twin is shown
    std::optional<ScaleKey> key{}; ///< key of a question whose answers are a scale
    /// What wrong answers are taken from. All candidates of a template share one list, which is made only once.
    std::shared_ptr<const std::vector<const content::Fact*>> rivals{}; ///< subject-for-value
    std::shared_ptr<const NameList> names{};                           ///< name-for-value
    Spread spread{};                                                   ///< estimate
};

/// How a kind of template works.
struct Recipe {
    /// Returns everything the template can ask, in an order that depends only on the pack.
    std::vector<Candidate> (*candidates)(const content::Pack& pack, const content::Template& source);
    /// Returns the question of a candidate, without its sources. `rng` decides what is left open.
    Question (*make)(const content::Pack& pack, const content::Template& source, const Candidate& candidate, Rng& rng);
};
extern const Recipe compare_recipe, order_recipe, chain_recipe, verdict_recipe, true_false_recipe,
    subject_for_value_recipe, select_over_recipe, sort_by_recipe, odd_one_out_recipe, match_values_recipe,
    estimate_recipe, name_for_value_recipe, label_recipe, convert_recipe, swapped_steps_recipe, missing_step_recipe,
    seen_in_recipe, predict_recipe, predict_value_recipe;

/// Returns all candidates of a template, in an order that depends only on the pack.
[[nodiscard]] std::vector<Candidate> candidates_of(const content::Pack& pack, const content::Template& source);
[[nodiscard]] Candidate candidate_of(const content::Pack& pack, const content::AuthoredQuestion& question);

/// Returns the question of a candidate. `rng` decides what is left open, such as which distractors appear and which
/// of two subjects comes first.
[[nodiscard]] Question make_question(const content::Pack& pack, const content::Template& source,
                                     const Candidate& candidate, Rng& rng);
[[nodiscard]] Question authored_question(const content::Pack& pack, const content::AuthoredQuestion& authored);

/// Returns a subject's name, or the name of its pure compound where there is one, because the numbers belong to that.
[[nodiscard]] const std::string& name_of(const content::Pack& pack, const content::SubjectId& subject);
/// Returns how a sentence names a subject: like name_of, but with an article where the author gives one.
[[nodiscard]] const std::string& sentence_name(const content::Pack& pack, const content::SubjectId& subject);
/// Returns the name of name_of as a card shows it, capitalised.
[[nodiscard]] std::string shown_name(const content::Pack& pack, const content::SubjectId& subject);

/// Returns an interaction with the pack's words for all verdicts, one of them right.
[[nodiscard]] Interaction verdict_scale(const content::Pack& pack, content::Verdict key);

/// Returns a number as a whole multiple of 10^-decimals, rounded half away from zero.
[[nodiscard]] std::int64_t units_of(double number, int decimals);

/// Adds what every question needs from what it exercises: its cited sources and its evidence.
void add_sources(const content::Pack& pack, Question& question);

} // namespace chelate::quiz
