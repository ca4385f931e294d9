// What several templates share: which facts and claims they may use, and how they word a question.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/quiz/templates/templates.hpp"

namespace chelate::quiz {

/// Whether an id is one of those listed; an empty list means all.
template <class T>
[[nodiscard]] bool wanted(const std::vector<T>& listed, const T& id) {
    return listed.empty() || std::find(listed.begin(), listed.end(), id) != listed.end();
}

/// Whether any of the ids present is one of those listed; an empty list means all.
template <class T>
[[nodiscard]] bool shares(const std::vector<T>& listed, const std::vector<T>& present) {
    return listed.empty() ||
           std::any_of(present.begin(), present.end(), [&](const T& id) { return wanted(listed, id); });
}

/// Askable numbers of the template's attribute over its group. A missing fact is not a zero: it is absent.
[[nodiscard]] std::vector<const content::Fact*> askable_facts(const content::Pack& pack,
                                                              const content::Template& source);

/// All sets of `size` of these facts whose values and subjects differ; a tie is never asked. At most a few hundred.
[[nodiscard]] std::vector<Candidate> sets_of(const std::vector<const content::Fact*>& facts, std::size_t size);

/// The askable claims of a template's topics and subjects.
[[nodiscard]] std::vector<const content::Claim*> askable_claims(const content::Pack& pack,
                                                                const content::Template& source);

/// Neighbouring steps of askable mechanisms, as many as the template counts.
[[nodiscard]] std::vector<Candidate> step_windows(const content::Pack& pack, const content::Template& source);
/// How many steps a window of this candidate has.
[[nodiscard]] std::size_t window_size(const content::Template& source, const Candidate& candidate);
/// What is said of a mechanism once it was asked: its note and caveat, or else how well it is established.
[[nodiscard]] std::string explanation_of(const content::Mechanism& mechanism);

/// Facts that can be the one right answer: at least `count` - 1 others have another value.
[[nodiscard]] std::vector<Candidate> keys_of(const std::vector<const content::Fact*>& facts, std::size_t count);

/// The facts from the greatest value to the least.
[[nodiscard]] std::vector<const content::Fact*> greatest_first(std::vector<const content::Fact*> facts);
/// A round number that stands clearly between neighbours `over` - 1 and `over` of the facts, greatest first: so many
/// are over
/// it. Nothing when they are too near.
[[nodiscard]] std::optional<double> threshold_below(const std::vector<const content::Fact*>& facts, std::size_t over);
/// How many of the facts, greatest first, may be over a threshold: each at least 1 and not all.
[[nodiscard]] std::vector<std::size_t> splits_of(const std::vector<const content::Fact*>& facts);
/// Sets of as many facts as the template counts, greatest first, that some threshold divides.
[[nodiscard]] std::vector<Candidate> divided_sets(const content::Pack& pack, const content::Template& source);
/// A number as the attribute's values are shown, with no more decimals than it needs.
[[nodiscard]] std::string shown_threshold(const content::Pack& pack, const content::AttributeId& attribute,
                                          double threshold);
/// Names with their values: "cast iron (7.2 g), ...".
[[nodiscard]] std::string ranking_of(const content::Pack& pack, const std::vector<const content::Fact*>& facts);
/// 1 to 3: how alike the values are that have to be told apart, by the nearest two. Below a tenth of the greater they
/// are
/// hard, above a third easy.
[[nodiscard]] int difficulty_of(const std::vector<const content::Fact*>& facts);
/// A weight in mg as written on a label, with the pack's thousands.
[[nodiscard]] std::string shown_amount(const content::Pack& pack, double amount);
/// A weight for an arithmetic example: 300 to 1,500.
[[nodiscard]] double drawn_amount(Rng& rng);

using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The text with its {placeholders} filled.
[[nodiscard]] std::string filled(std::string_view text, Values values);

/// A subject as an option.
[[nodiscard]] Option option_of(const content::Pack& pack, const content::Fact& fact);

/// The fact's value as it is shown, with its unit.
[[nodiscard]] std::string value_of(const content::Pack& pack, const content::Fact& fact);

/// A question of a kind with the template's id and topic, to be filled in.
[[nodiscard]] Question begun(const content::Template& source, Kind kind, const content::TopicId& own_topic);

} // namespace chelate::quiz
