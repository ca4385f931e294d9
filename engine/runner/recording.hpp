// Recordings: the commands of a session and the events that followed, as lines of JSON that can be replayed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/quiz/session.hpp"

namespace chelate::runner {

/// Returns the first line of a recording.
/// @param taken_up  number of events that follow it without a command, in a session recorded from its middle on
[[nodiscard]] std::string recording_header(std::size_t taken_up);

/// A line of a recording that does not follow from the lines before it.
struct Difference {
    std::size_t line = 0; ///< 1-based
    std::string recorded; ///< the recorded line; empty: the recording ends here
    /// What the rules give today, where a rejection is "rejected: ..."; empty: nothing.
    std::string decided;
};

/// The result of replaying a recording.
struct Replay {
    quiz::SessionHistory history;
    std::vector<quiz::Command> commands;
    std::optional<Difference> difference; ///< the first difference; nothing: there is none
};

/// Largest recording, in bytes. A larger file is not one of our recordings.
inline constexpr std::size_t largest_recording = 64 * 1024 * 1024;

/// Decides every command of a recording again and compares each event byte by byte. Stops at the first difference.
/// Errors: recording-broken {line, reason}, recording-newer {format, known}.
[[nodiscard]] Result<Replay> replay_recording(std::string_view text);

/// Returns the last line that headless play and a replay print:
/// `{"type":"session_result","round":..,"points":n,"possible":n,"right":n,"asked":n}`, for the first player.
[[nodiscard]] std::string session_result(const quiz::SessionHistory& history);

} // namespace chelate::runner
