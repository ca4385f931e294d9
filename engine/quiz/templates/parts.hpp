// Helpers shared by several templates: which facts and claims they may use, and how they word a question.
#pragma once

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/quiz/listed.hpp"
#include "engine/quiz/templates/templates.hpp"

namespace chelate::quiz {

/// Returns the askable numeric facts of the template's attribute in its group. A missing fact is left out; it is not
/// counted as zero.
[[nodiscard]] std::vector<const content::Fact*> askable_facts(const content::Pack& pack,
                                                              const content::Template& source);

/// Decides whether a set of facts can be asked about. It may sort the facts.
using SetRule = std::function<bool(Candidate&)>;

/// Returns the smallest gap between values of the facts' attribute that may be asked. @pre there is a fact
[[nodiscard]] const content::SmallestGap& gap_of(const content::Pack& pack,
                                                 const std::vector<const content::Fact*>& facts);
/// Returns the share of a number, to each side, that earns full credit.
/// @param usual  the share where the attribute says nothing
[[nodiscard]] double accepted_share(const content::Attribute& attribute, double usual);

/// Returns sets of `size` of these facts whose subjects differ, and whose values differ by the smallest gap or more,
/// because a tie is never asked. There are at most a few hundred, and one more for each fact that would be in none.
/// All sets are considered if there are not too many to list; of more, a few hundred are drawn, each combination of
/// values equally likely. The same facts always give the same sets.
[[nodiscard]] std::vector<Candidate> sets_of(const content::Pack& pack, const std::vector<const content::Fact*>& facts,
                                             std::size_t size);
/// Returns such sets, but only those that fit the rule.
[[nodiscard]] std::vector<Candidate> sets_of(const content::Pack& pack, const std::vector<const content::Fact*>& facts,
                                             std::size_t size, SetRule fits);

/// Returns the askable claims of a template's topics and subjects.
[[nodiscard]] std::vector<const content::Claim*> askable_claims(const content::Pack& pack,
                                                                const content::Template& source);

/// Returns windows of neighbouring steps of askable mechanisms, of the size that the template's count gives.
[[nodiscard]] std::vector<Candidate> step_windows(const content::Pack& pack, const content::Template& source);
/// Returns how many steps a window of this candidate has.
[[nodiscard]] std::size_t window_size(const content::Template& source, const Candidate& candidate);
/// Returns the steps of a candidate's window in their order, with their reasons.
[[nodiscard]] std::vector<ChainStep> chain_of(const content::Template& source, const Candidate& candidate);
/// Returns what is said about a mechanism after the answer: its note and caveat, or else how well it is established.
[[nodiscard]] std::string explanation_of(const content::Mechanism& mechanism);

/// Returns the facts that can be the only right answer: no other subject has the same value, and at least `count` - 1
/// other subjects have one that differs by the smallest gap or more. Each brings all these facts as its rivals.
[[nodiscard]] std::vector<Candidate> keys_of(const content::Pack& pack, const std::vector<const content::Fact*>& facts,
                                             std::size_t count);

/// Returns the facts from the greatest value to the least.
[[nodiscard]] std::vector<const content::Fact*> greatest_first(std::vector<const content::Fact*> facts);
/// Returns a round number well between neighbours `over` - 1 and `over` of the facts, which are sorted greatest
/// first, so that `over` of them lie above it. Returns nothing when the two are too close.
/// @param gap  smallest distance of a value from the threshold
[[nodiscard]] std::optional<double> threshold_below(const std::vector<const content::Fact*>& facts, std::size_t over,
                                                    const content::SmallestGap& gap);
/// Returns how many of the facts, sorted greatest first, lie above a threshold that divides them as evenly as any can:
/// one number or two, or none when no threshold divides them.
[[nodiscard]] std::vector<std::size_t> even_splits_of(const std::vector<const content::Fact*>& facts,
                                                      const content::SmallestGap& gap);
/// Returns sets of as many facts as the template's count, sorted greatest first, that some threshold divides in halves,
/// or, where there is no such set, into two parts of any size.
[[nodiscard]] std::vector<Candidate> divided_sets(const content::Pack& pack, const content::Template& source);
/// Formats a number as the attribute's values are shown, with no more decimals than it needs.
[[nodiscard]] std::string shown_threshold(const content::Pack& pack, const content::AttributeId& attribute,
                                          double threshold);
/// Returns names with their values: "cast iron (7.2 g), ...".
[[nodiscard]] std::string ranking_of(const content::Pack& pack, const std::vector<const content::Fact*>& facts);
/// Returns a difficulty of 1 to 3 from how close the two nearest values are. Less than one and a half times the
/// smallest gap is hard, more than three times is easy. Where the attribute has no smallest gap, less than a tenth of
/// the greater value is hard, and more than a third is easy.
[[nodiscard]] int difficulty_of(const content::Pack& pack, const std::vector<const content::Fact*>& facts);
/// Returns the same for questions on all of the facts at once, such as their order. From five facts on it is one
/// harder.
[[nodiscard]] int difficulty_of_set(const content::Pack& pack, const std::vector<const content::Fact*>& facts);
/// Returns the difficulty of putting so many steps in order: up to three are easy, from five on it is hard.
[[nodiscard]] int difficulty_of_steps(std::size_t steps);
/// Returns a scale for an estimate, with what is right for a value, or nothing when the scale cannot ask it.
/// @param spread  of all values of the attribute; the scale follows from it, unless the template gives one
[[nodiscard]] std::optional<EnterNumber> scale_for(double value, const content::Template& source,
                                                   const content::Attribute& attribute, const Spread& spread);
/// Formats a weight in mg as it is written on a label, with the pack's thousands separator.
[[nodiscard]] std::string shown_amount(const content::Pack& pack, double amount);
/// Draws a weight for an arithmetic example: 300 to 1,500.
[[nodiscard]] double drawn_amount(Rng& rng);

using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// Returns the text with its {placeholders} filled in.
[[nodiscard]] std::string filled(std::string_view text, Values values);

/// Returns a subject as an option.
[[nodiscard]] Option option_of(const content::Pack& pack, const content::Fact& fact);

/// Returns the fact's value as it is shown, with its unit.
[[nodiscard]] std::string value_of(const content::Pack& pack, const content::Fact& fact);

/// Starts a question of a kind, with the template's id and topic. The caller fills in the rest.
[[nodiscard]] Question begun(const content::Template& source, Kind kind, const content::TopicId& own_topic);

} // namespace chelate::quiz
