// Makes the questions of a workshop's scenes: one that a script names, and a vote on a statement.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/content/pack.hpp"
#include "engine/quiz/view.hpp"

namespace chelate::quiz {

/// Returns the question that a scene asks. For a template, the seed decides which question it is. @pre the scene
/// belongs to one of the pack's scripts
/// Errors: nothing-to-ask, when the template no longer gives a question.
[[nodiscard]] Result<Question> question_of(const content::Pack& pack, const content::QuestionScene& scene,
                                           std::uint64_t seed);

/// Returns a vote on a statement. No option is right; evidence and sources are those of the statement's claim.
/// @param options  at least two, in the order shown
[[nodiscard]] Question vote_on(const content::Pack& pack, const content::WallStatement& statement,
                               const std::vector<std::string>& options);

/// Returns the view of a question shown to a class without a session, with the hands counted for it.
/// @param hands  by position on the screen; empty: none were counted  @param told  whether the answer is revealed
[[nodiscard]] View staged(const QuestionRef& question, const Order& display_order,
                          const std::vector<std::uint16_t>& hands, bool told);

} // namespace chelate::quiz
