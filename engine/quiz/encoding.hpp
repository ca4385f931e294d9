// Encodes sessions as JSON (questions, commands and events) for journals and recordings. Equal values
// have equal bytes.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.hpp"
#include "engine/quiz/session.hpp"

namespace chelate::quiz {

/// Format number of recordings. Raise it when a line changes its meaning.
inline constexpr int recording_format = 1;

/// Returns one JSON object on one line, without a line break.
[[nodiscard]] std::string encode(const Question& question);
[[nodiscard]] std::string encode(const Command& command); ///< `{"command":"submit-answer","at":..,...}`
[[nodiscard]] std::string encode(const Event& event);     ///< `{"event":"answer-judged","at":..,"step":..,...}`
[[nodiscard]] std::string encode(const Response& response);

/// Returns the value that such a line encodes. Error: recording-broken {reason}, when the line is not JSON, uses an
/// unknown name, or has a wrong or missing member.
[[nodiscard]] Result<Question> decode_question(std::string_view line);
[[nodiscard]] Result<Command> decode_command(std::string_view line);
[[nodiscard]] Result<Event> decode_event(std::string_view line);
[[nodiscard]] Result<Response> decode_response(std::string_view line);

/// Returns the XXH3-128 hash of the encoded question as 32 hex digits. Equal questions have equal hashes, so a
/// journal stores each question once.
[[nodiscard]] std::string hash_of(const Question& question);

} // namespace chelate::quiz
