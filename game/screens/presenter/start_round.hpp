// Steps of play that more than one screen takes.
#pragma once

#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

/// The screen that belongs to the round under way: its open question, its reveal, or its result.
[[nodiscard]] ScreenRequest continue_round(session::Game& game);

/// Starts a round, with a new seed unless one is given, and goes to its first question.
[[nodiscard]] Transition start_round(Context& context, const content::Round& round,
                                     std::optional<std::uint64_t> seed = {});
/// The same, asking first what to do with a round that was left.
[[nodiscard]] Transition ask_or_start(Context& context, const content::Round& round);

/// Starts a sitting of study and goes to its first question.
[[nodiscard]] Transition start_study(Context& context, bool practice = false);

/// Goes on after a reveal.
[[nodiscard]] Transition go_on(session::Game& game);

} // namespace chelate::screens
