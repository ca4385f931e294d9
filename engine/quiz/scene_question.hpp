// The questions of a workshop's scenes: one that a script names, and a vote on a statement.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/content/pack.hpp"
#include "engine/quiz/view.hpp"

namespace chelate::quiz {

/// The question a scene asks; a template's follows from the seed. @pre the scene is one of the pack's scripts
/// Errors: nothing-to-ask, when its template gives none any more.
[[nodiscard]] Result<Question> question_of(const content::Pack& pack, const content::QuestionScene& scene,
                                           std::uint64_t seed);

/// A vote on a statement, which none of the options decides; evidence and sources are those of its claim.
/// @param options  at least two, as they are shown
[[nodiscard]] Question vote_on(const content::Pack& pack, const content::WallStatement& statement,
                               const std::vector<std::string>& options);

/// A question in front of a room without a session: as it is shown, with the hands that were counted for it.
/// @param hands  by option as shown; empty: none were counted  @param told  whether all of it is told
[[nodiscard]] View staged(const QuestionRef& question, const Order& display_order,
                          const std::vector<std::uint16_t>& hands, bool told);

} // namespace chelate::quiz
