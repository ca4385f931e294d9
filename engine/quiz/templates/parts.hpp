// What several templates share: which facts and claims they may use, and how they word a question.
#pragma once

#include <algorithm>
#include <initializer_list>
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
    return listed.empty() || std::any_of(present.begin(), present.end(), [&](const T& id) { return wanted(listed, id); });
}

/// Askable numbers of the template's attribute over its group. A missing fact is not a zero: it is absent.
[[nodiscard]] std::vector<const content::Fact*> askable_facts(const content::Pack& pack, const content::Template& source);

/// All sets of `size` of these facts whose values and subjects differ; a tie is never asked. At most a few hundred.
[[nodiscard]] std::vector<Candidate> sets_of(const std::vector<const content::Fact*>& facts, std::size_t size);

/// The askable claims of a template's topics and subjects.
[[nodiscard]] std::vector<const content::Claim*> askable_claims(const content::Pack& pack, const content::Template& source);

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
