// Recordings: what a session was told and what followed, as lines of JSON that can be decided again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/quiz/session.hpp"

namespace chelate::runner {

/// First line of a recording. @param taken_up number of events that follow it without a command: a session that was
/// recorded from its middle on
[[nodiscard]] std::string recording_header(std::size_t taken_up);

/// A line of a recording that does not follow from the lines before it.
struct Difference {
    std::size_t line = 0; ///< 1-based
    std::string recorded; ///< the line as it stands; empty: the recording ends here
    std::string decided;  ///< what the rules give today; a rejection as "rejected: ..."; empty: nothing
};

struct Replay {
    quiz::SessionHistory history;
    std::vector<quiz::Command> commands;
    std::optional<Difference> difference; ///< the first one
};

/// Bytes; a larger file is no recording of ours.
inline constexpr std::size_t largest_recording = 64 * 1024 * 1024;

/// Decides every command of a recording again and compares each event byte by byte.
/// Errors: recording-broken {line, reason}, recording-newer {format, known}.
[[nodiscard]] Result<Replay> replay_recording(std::string_view text);

/// The final line of headless play and of a replay:
/// `{"type":"session_result","round":..,"points":n,"possible":n,"right":n,"asked":n}`, of the first player.
[[nodiscard]] std::string session_result(const quiz::SessionHistory& history);

} // namespace chelate::runner
