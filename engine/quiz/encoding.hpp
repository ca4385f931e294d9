// Sessions as JSON: questions, commands and events, equal values to equal bytes, for journals and recordings.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.hpp"
#include "engine/quiz/session.hpp"

namespace chelate::quiz {

/// Format of a recording; raised when a line changes its meaning.
inline constexpr int recording_format = 1;

/// One JSON object on one line, without a line break.
[[nodiscard]] std::string encode(const Question& question);
[[nodiscard]] std::string encode(const Command& command); ///< `{"command":"submit-answer","at":..,...}`
[[nodiscard]] std::string encode(const Event& event);     ///< `{"event":"answer-judged","at":..,"step":..,...}`
[[nodiscard]] std::string encode(const Response& response);

/// The value of such a line. Error: recording-broken {reason}: not JSON, an unknown name, a wrong or missing member.
[[nodiscard]] Result<Question> decode_question(std::string_view line);
[[nodiscard]] Result<Command> decode_command(std::string_view line);
[[nodiscard]] Result<Event> decode_event(std::string_view line);
[[nodiscard]] Result<Response> decode_response(std::string_view line);

/// XXH3-128 of the encoded question, 32 hex digits: equal questions have equal hashes, so a journal keeps each once.
[[nodiscard]] std::string hash_of(const Question& question);

} // namespace chelate::quiz
