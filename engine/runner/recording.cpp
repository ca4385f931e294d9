#include "engine/runner/recording.hpp"

#include <algorithm>
#include <deque>

#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"
#include "engine/quiz/encoding.hpp"

namespace chelate::runner {

namespace {

/// No session is as long as this. Later times would overflow when a time limit is added.
constexpr Millis end_of_time{std::int64_t{1} << 48U};

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

/// Returns whether an event that no command produced can follow. It checks what deciding and marking rely on. It does
/// not check the rules, since they may have been different when the session began.
struct CanFollow {
    const quiz::SessionHistory& history;

    bool operator()(const quiz::SessionStarted& started) const {
        return phase() == quiz::Phase::not_started &&
               (!started.plan->workshop || !started.plan->workshop->steps.empty());
    }
    bool operator()(const quiz::PlayerJoined& joined) const {
        return begun() && (!seated(joined.player.id) || history.state.gone[*seat_of(history.state, joined.player.id)]);
    }
    bool operator()(const quiz::QuestionAsked& asked) const {
        return begun() && !open() && quiz::can_be_asked(*asked.question) &&
               quiz::is_order_of(asked.display_order, *asked.question);
    }
    bool operator()(const quiz::HintTaken& taken) const { return open() && seated(taken.player); }
    bool operator()(const quiz::AnswerTried& tried) const {
        return open() && seated(tried.player) && quiz::fits(tried.response, *history.state.asked.back().question);
    }
    bool operator()(const quiz::AnswerJudged& judged) const {
        return open() && seated(judged.player) &&
               (!judged.response || quiz::fits(*judged.response, *history.state.asked.back().question));
    }
    bool operator()(const quiz::QuestionRevealed&) const { return open(); }
    bool operator()(const quiz::QuestionVoided&) const { return begun(); }
    bool operator()(const quiz::Paused&) const { return begun(); }
    bool operator()(const quiz::Resumed&) const { return begun(); }
    bool operator()(const quiz::SessionFinished&) const { return begun(); }
    bool operator()(const quiz::Undone& undone) const { return range(undone.first, undone.last); }
    bool operator()(const quiz::Redone& redone) const { return range(redone.first, redone.last); }
    bool operator()(const quiz::PlayerLeft& left) const { return seated(left.player); }
    bool operator()(const quiz::BuzzersOpened&) const { return open(); }
    bool operator()(const quiz::Buzzed& buzzed) const { return open() && seated(buzzed.player); }
    bool operator()(const quiz::BuzzedEarly& early) const { return open() && seated(early.player); }
    bool operator()(const quiz::KeyCorrected& corrected) const {
        if (corrected.number < 1 || corrected.number > static_cast<int>(history.state.asked.size())) return false;
        const quiz::QuestionRecord& asked = history.state.asked[static_cast<std::size_t>(corrected.number) - 1];
        const auto fits = [&](const auto& answer) {
            return !answer || !answer->response || quiz::fits(*answer->response, *corrected.question);
        };
        return quiz::can_be_asked(*corrected.question) &&
               quiz::is_order_of(corrected.display_order, *corrected.question) &&
               std::all_of(asked.answers.begin(), asked.answers.end(), fits);
    }
    bool operator()(const quiz::PointsAdjusted& adjusted) const { return seated(adjusted.player); }
    bool operator()(const quiz::SpeedLossSet&) const { return begun(); }
    bool operator()(const quiz::TimeGiven& given) const { return open() && seated(given.player); }
    bool operator()(const quiz::SceneShown& shown) const {
        return has_scene(shown.scene) && shown.step >= 0 &&
               shown.step < history.state.plan.workshop->steps[shown.scene];
    }
    bool operator()(const quiz::VotesCounted& counted) const { return has_scene(counted.scene); }

private:
    [[nodiscard]] quiz::Phase phase() const { return history.state.phase; }
    [[nodiscard]] bool begun() const { return phase() != quiz::Phase::not_started; }
    [[nodiscard]] bool seated(const quiz::PlayerId& player) const { return seat_of(history.state, player).has_value(); }
    [[nodiscard]] bool open() const { return phase() == quiz::Phase::asked; }
    [[nodiscard]] bool has_scene(std::size_t scene) const {
        return history.state.workshop && scene < history.state.plan.workshop->steps.size();
    }
    [[nodiscard]] bool range(std::size_t first, std::size_t last) const {
        return first > 0 && first <= last && last < history.log.size();
    }
};

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
            const bool follows = event->at >= replay_.history.now && event->at < end_of_time &&
                                 std::visit(CanFollow{replay_.history}, event->body);
            if (!follows) return broken(number, "an event that cannot follow");
            replay_.history = quiz::evolve(std::move(replay_.history), *event);
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
        if (command->at >= end_of_time) return broken(number, "a number is out of range");
        const auto events = quiz::decide(replay_.history, *command);
        if (!events) return differs(number, line, "rejected: " + std::string(quiz::to_string(events.error())));
        for (const quiz::Event& event : *events) {
            expected_.push_back(quiz::encode(event));
            replay_.history = quiz::evolve(std::move(replay_.history), event);
        }
        replay_.commands.push_back(*command);
        return true;
    }

    /// Returns the result. Error: the file ends before all events without a command were read.
    [[nodiscard]] Result<Replay> finish(std::size_t lines) && {
        if (taken_up_ > 0) return broken(lines + 1, "the end is missing");
        if (!replay_.difference && !expected_.empty())
            replay_.difference = Difference{lines + 1, "", expected_.front()};
        return std::move(replay_);
    }

private:
    static std::string reason(const Error& error) {
        return error.args.empty() ? error.code : error.args.front().second;
    }

    bool differs(std::size_t number, std::string_view recorded, std::string decided) {
        replay_.difference = Difference{number, std::string(recorded), std::move(decided)};
        return false;
    }

    std::size_t taken_up_;
    std::deque<std::string> expected_;
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
