// Steps of play that more than one screen takes.
#pragma once

#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

/// Brings the round to its next stop (an open question, a reveal or the result) and returns the screen for it. Asks the
/// next question when one is due.
[[nodiscard]] ScreenRequest continue_round(session::Game& game);

/// Starts a round, with a new seed unless one is given, and goes to its first question.
[[nodiscard]] Transition start_round(Context& context, const content::Round& round,
                                     std::optional<std::uint64_t> seed = {});
/// The same, asking first what to do with a round that was left.
[[nodiscard]] Transition ask_or_start(Context& context, const content::Round& round);

/// Starts a study round and goes to its first question.
[[nodiscard]] Transition start_study(Context& context, bool practice = false);

/// Continues after a reveal.
[[nodiscard]] Transition go_on(session::Game& game);

} // namespace chelate::screens
