#include "engine/runner/recording.hpp"

#include <deque>

#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"
#include "engine/quiz/encoding.hpp"
#include "engine/quiz/validation.hpp"

namespace chelate::runner {

namespace {

struct Header {
    std::size_t taken_up = 0;
};

tl::unexpected<Error> broken(std::size_t line, const std::string& reason) {
    return fail("recording-broken", {{"line", std::to_string(line)}, {"reason", reason}});
}

Result<Header> header_of(std::string_view line) {
    std::vector<json::Problem> problems;
    const auto document = json::Document::parse("recording", std::string(line), problems);
    if (!document || document->root().kind() != json::Kind::object) return broken(1, "not a recording");
    const auto format = document->root().find("recording");
    const auto taken_up = document->root().find("taken_up");
    if (!format || format->kind() != json::Kind::integer || !taken_up || taken_up->kind() != json::Kind::integer ||
        taken_up->as_integer() < 0) {
        return broken(1, "not a recording");
    }
    if (format->as_integer() > quiz::recording_format) {
        return fail("recording-newer", {{"format", std::to_string(format->as_integer())},
                                        {"known", std::to_string(quiz::recording_format)}});
    }
    return Header{static_cast<std::size_t>(taken_up->as_integer())};
}

/// Compares the lines after the header with what the rules give.
class Comparison {
public:
    explicit Comparison(std::size_t taken_up) : taken_up_(taken_up) {}

    /// @return whether to go on. Error: a line that cannot be read.
    Result<bool> take(std::size_t number, std::string_view line) {
        if (taken_up_ > 0) {
            --taken_up_;
            const auto event = quiz::decode_event(line);
            if (!event) return broken(number, reason(event.error()));
            if (auto folded = fold(number, *event); !folded) return tl::unexpected(folded.error());
            return true;
        }
        if (!expected_.empty()) {
            const std::string decided = std::move(expected_.front());
            expected_.pop_front();
            return decided == line ? true : differs(number, line, decided);
        }
        const auto command = quiz::decode_command(line);
        if (!command) {
            // An event that no command produced is a difference; any other line means that this is not a recording.
            if (quiz::decode_event(line)) return differs(number, line, "");
            return broken(number, reason(command.error()));
        }
        const auto events = quiz::decide(fold_.history(), *command);
        if (!events) return differs(number, line, "rejected: " + std::string(quiz::to_string(events.error())));
        for (const quiz::Event& event : *events) {
            expected_.push_back(quiz::encode(event));
            // The command came from outside too: its times, names and plan have not been checked by anything.
            if (auto folded = fold(number, event); !folded) return tl::unexpected(folded.error());
        }
        replay_.commands.push_back(*command);
        return true;
    }

    /// Returns the result. Error: the file ends before all events without a command were read.
    [[nodiscard]] Result<Replay> finish(std::size_t lines) && {
        if (taken_up_ > 0) return broken(lines + 1, "the end is missing");
        if (!replay_.difference && !expected_.empty())
            replay_.difference = Difference{lines + 1, "", expected_.front()};
        replay_.history = std::move(fold_).take();
        return std::move(replay_);
    }

private:
    static std::string reason(const Error& error) {
        return error.args.empty() ? error.code : error.args.front().second;
    }

    /// Error: an event that cannot follow.
    Result<void> fold(std::size_t number, const quiz::Event& event) {
        const auto valid = fold_.add(event);
        if (!valid) return broken(number, std::string(valid.error()));
        return {};
    }

    bool differs(std::size_t number, std::string_view recorded, std::string decided) {
        replay_.difference = Difference{number, std::string(recorded), std::move(decided)};
        return false;
    }

    std::size_t taken_up_;
    std::deque<std::string> expected_;
    quiz::ValidatedFold fold_;
    Replay replay_;
};

} // namespace

std::string recording_header(std::size_t taken_up) {
    json::Writer out;
    out.begin_object()
        .member("recording", quiz::recording_format)
        .member("taken_up", static_cast<std::int64_t>(taken_up));
    return out.end_object().take();
}

Result<Replay> replay_recording(std::string_view text) {
    std::size_t number = 0;
    std::optional<Comparison> comparison;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        ++number;
        if (!comparison) {
            const auto header = header_of(line);
            if (!header) return tl::unexpected(header.error());
            comparison.emplace(header->taken_up);
            continue;
        }
        const auto goes_on = comparison->take(number, line);
        if (!goes_on) return tl::unexpected(goes_on.error());
        if (!*goes_on) break;
    }
    if (!comparison) return broken(1, "the file is empty");
    return std::move(*comparison).finish(number);
}

std::string session_result(const quiz::SessionHistory& history) {
    const quiz::SessionState& state = history.state;
    const quiz::Score score = state.scores.empty() ? quiz::Score{} : state.scores.front();
    json::Writer out;
    out.begin_object().member("type", "session_result").member("round", state.plan.round.value);
    out.member("points", score.points.count).member("possible", score.possible.count);
    out.member("right", score.right).member("asked", score.asked);
    return out.end_object().take();
}

} // namespace chelate::runner
