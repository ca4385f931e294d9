// Headless play: a round that no person plays, on a virtual clock.
#pragma once

#include <iosfwd>

#include "engine/runner/runner.hpp"
#include "engine/text/language.hpp"
#include "game/session/game.hpp"

namespace chelate::terminal {

/// Where the answers of headless play come from.
enum class Answers : std::uint8_t { right, wrong, random, recorded };

struct HeadlessPlay {
    content::RoundId round;
    std::uint64_t seed = 1;
    Answers answers = Answers::right;
    quiz::SessionHistory recording{}; ///< for Answers::recorded: the recorded session at its end
    bool json = false;
};

// The virtual clock of headless play, as game/README.md describes it.
inline constexpr Millis headless_wall_start{1767225600000}; ///< 2026-01-01T00:00:00Z
inline constexpr Millis headless_answer_time{5000};
inline constexpr Millis headless_reveal_time{3000};

/// Plays one round. Errors: those of Rounds::start, and answers-do-not-fit when a recording belongs to another session.
/// @param clock  the game's own clock
[[nodiscard]] Result<void> play_headless(session::Game& game, runner::ManualClock& clock, const HeadlessPlay& play,
                                         const text::Language& words, std::ostream& out);

} // namespace chelate::terminal
