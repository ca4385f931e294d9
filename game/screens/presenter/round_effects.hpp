// Effects by which a round is started or goes on. More than one screen asks for them.
#pragma once

#include "game/screens/presenter/presenter.hpp"
#include "game/session/rounds.hpp"

namespace chelate::screens {

/// Returns the screen that shows the round under way as it is now; home when there is none.
[[nodiscard]] ScreenRequest screen_of_round(const session::Rounds& rounds);

/// Carries out a command that starts a round or goes on with it, and then shows the round. An error is said on a page
/// of its own. @param rounds, words  must outlive the screen that asks
[[nodiscard]] Effects play(session::Command command, const session::Rounds& rounds, const text::Language& words);

/// Starts a round, but first asks what to do with a round that was left.
[[nodiscard]] Effects start_or_ask(const content::Round& round, const session::Rounds& rounds,
                                   const text::Language& words);

/// Returns the page that explains marking by confidence, before the first question of a round that marks by it. Empty
/// otherwise, and once anything was done at that question.
[[nodiscard]] Effects explained_marking(const quiz::View& view);

} // namespace chelate::screens
