// Ways to play without a window: by a person in the terminal, by nobody on a virtual clock.
#pragma once

#include <atomic>
#include <iosfwd>

#include "game/screens/presenter/context.hpp"

namespace chelate::terminal {

/// Plays rounds as plain text, line by line, until the person leaves, the input ends or `stop` is set. What was
/// answered
/// is kept; a round left in the middle is offered again.
/// @param round start with this round; empty: let the person choose  @return the exit code
[[nodiscard]] int play_in_terminal(screens::Context& context, const content::RoundId& round,
                                   std::optional<std::uint64_t> seed, std::istream& in, std::ostream& out,
                                   const std::atomic<bool>& stop);

/// Where headless answers come from.
enum class Answers : std::uint8_t { right, wrong, random, recorded };

struct HeadlessPlay {
    content::RoundId round;
    std::uint64_t seed = 1;
    Answers answers = Answers::right;
    quiz::SessionHistory recording{}; ///< for Answers::recorded: the state at its end
    bool json = false;
};

// The virtual clock of headless play, as --help states it.
inline constexpr Millis headless_wall_start{1767225600000}; ///< 2026-01-01T00:00:00Z
inline constexpr Millis headless_answer_time{5000};
inline constexpr Millis headless_reveal_time{3000};

/// Plays one round with no person. Errors: as Game::start. @param clock the game's own clock
[[nodiscard]] Result<void> play_headless(session::Game& game, runner::ManualClock& clock,
                                         const quiz::SessionId& session, const HeadlessPlay& play,
                                         const text::Language& words, std::ostream& out);

} // namespace chelate::terminal
