#include <ostream>

#include "engine/json/writer.hpp"
#include "engine/quiz/encoding.hpp"
#include "engine/runner/recording.hpp"
#include "game/app/play.hpp"
#include "game/app/wording.hpp"

namespace chelate::app {

namespace {

constexpr std::uint64_t answer_stream = 1ULL << 34; // draws of its own: other answers leave the questions as they are

/// A response that earns nothing: another choice, or the right order backwards.
quiz::Response wrong_response(const quiz::Asked& asked) {
    quiz::Response key = quiz::key_response(*asked.question, asked.shown);
    if (auto* arranged = std::get_if<quiz::Arranged>(&key)) {
        return quiz::Arranged{{arranged->positions.rbegin(), arranged->positions.rend()}};
    }
    return quiz::Picked{static_cast<std::uint8_t>(std::get<quiz::Picked>(key).position == 0 ? 1 : 0)};
}

quiz::Response random_response(const quiz::Asked& asked, Rng& rng) {
    const std::size_t count = asked.shown.size();
    if (std::holds_alternative<quiz::PickOne>(asked.question->body)) {
        return quiz::Picked{static_cast<std::uint8_t>(rng.below(count))};
    }
    quiz::Arranged arranged;
    for (std::size_t i = 0; i < count; ++i) arranged.positions.push_back(static_cast<std::uint8_t>(i));
    rng.shuffle(arranged.positions);
    return arranged;
}

/// Writes what happens, as JSON lines or as short text.
class Report {
public:
    Report(std::ostream& out, const text::Language& words, bool json) : out_(out), words_(words), json_(json) {}

    void begin(const content::Pack& pack, const quiz::Program& program) {
        if (!json_) return;
        json::Writer line;
        line.begin_object().member("type", "session").member("pack", pack.id).member("pack_hash", pack.hash);
        line.member("round", program.round.value).member("seed", std::to_string(program.seed)).member("planned", program.planned);
        line.key("clock").begin_object().member("wall_start_ms", headless_wall_start.count);
        line.member("answer_ms", headless_answer_time.count).member("reveal_ms", headless_reveal_time.count).end_object();
        out_ << line.end_object().text() << '\n';
    }

    void question(const quiz::QuestionView& question, const std::string& id) {
        if (!json_) {
            out_ << question.number << ". " << one_line(question.prompt) << '\n';
            return;
        }
        json::Writer line;
        line.begin_object().member("type", "question").member("number", question.number).member("id", id);
        line.member("prompt", question.prompt).key("choices").begin_array();
        for (const quiz::OptionView& option : question.options) line.string(option.text);
        out_ << line.end_array().end_object().text() << '\n';
    }

    void answer(int number, const quiz::Judgement& judgement) {
        const std::string terms = quiz::terms_of(judgement.award);
        if (!json_) {
            out_ << "   " << verdict_word(words_, mark_of(judgement.award.credit)) << ": " << terms << '\n';
            return;
        }
        json::Writer line;
        line.begin_object().member("type", "answer").member("number", number).member("taken_ms", judgement.taken.count);
        line.key("credit").begin_array().integer(judgement.award.credit.num).integer(judgement.award.credit.den).end_array();
        out_ << line.member("points", judgement.award.points.count).member("terms", terms).end_object().text() << '\n';
    }

    void end(const quiz::State& state) {
        if (json_) {
            out_ << runner::session_result(state) << '\n';
            return;
        }
        const quiz::Score& score = state.board.scores.at(0);
        out_ << words_.text("result.heading", {{"right", words_.number(score.right)}, {"asked", words_.number(score.asked)}}) << '\n'
             << words_.text("result.points", {{"points", words_.number(score.points.count)},
                                              {"possible", words_.number(score.possible.count)}})
             << '\n';
    }

private:
    std::ostream& out_;
    const text::Language& words_;
    bool json_;
};

/// What to answer to the open question; nothing: the recording has no answer to it.
std::optional<quiz::Response> response_to(const HeadlessPlay& play, const quiz::Board& board, Rng& rng) {
    const quiz::Asked& asked = board.asked.back();
    switch (play.answers) {
    case Answers::right: return quiz::key_response(*asked.question, asked.shown);
    case Answers::wrong: return wrong_response(asked);
    case Answers::random: return random_response(asked, rng);
    case Answers::recorded: break;
    }
    const auto& recorded = play.recording.board.asked;
    const std::size_t index = board.asked.size() - 1;
    if (index >= recorded.size() || recorded[index].answers.empty() || !recorded[index].answers[0]) return std::nullopt;
    return recorded[index].answers[0]->response;
}

Millis time_for(const HeadlessPlay& play, std::size_t index) {
    const auto& recorded = play.recording.board.asked;
    if (play.answers != Answers::recorded || index >= recorded.size() || recorded[index].answers.empty() ||
        !recorded[index].answers[0]) {
        return headless_answer_time;
    }
    return recorded[index].answers[0]->taken;
}

} // namespace

Result<void> play_headless(Game& game, runner::ManualClock& clock, const quiz::SessionId& session, const HeadlessPlay& play,
                           const text::Language& words, std::ostream& out) {
    if (const auto started = game.start(play.round, play.seed, session); !started) return started;
    runner::Runner& run = game.run();
    Report report(out, words, play.json);
    report.begin(game.pack(), run.state().board.program);
    Rng rng = stream_of(play.seed, answer_stream);
    while (run.advance() && run.state().board.phase == quiz::Phase::asked) {
        const auto view = game.view();
        const std::size_t index = run.state().board.asked.size() - 1;
        report.question(*view.question, run.state().board.asked.back().question->id);
        const auto response = response_to(play, run.state().board, rng);
        if (!response) { // a recording that was left in the middle ends here too
            (void)run.submit(quiz::FinishSession{});
            break;
        }
        clock.advance(time_for(play, index));
        if (!run.submit(quiz::SubmitAnswer{game.seat(), *response})) return fail("answers-do-not-fit");
        report.answer(view.question->number, *run.state().board.asked.back().answers.at(0));
        clock.advance(headless_reveal_time);
    }
    report.end(run.state());
    return {};
}

} // namespace chelate::app
