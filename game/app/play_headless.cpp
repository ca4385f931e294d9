#include <ostream>

#include "engine/json/writer.hpp"
#include "engine/quiz/encoding.hpp"
#include "engine/runner/recording.hpp"
#include "game/app/play.hpp"
#include "game/app/wording.hpp"

namespace chelate::app {

namespace {

constexpr std::uint64_t answer_stream = 1ULL << 34; // draws of its own: other answers leave the questions as they are

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

    void question(int number, const quiz::Asked& asked) {
        const quiz::Question& question = *asked.question;
        if (!json_) {
            out_ << number << ". " << one_line(question.prompt) << '\n';
            return;
        }
        json::Writer line;
        line.begin_object().member("type", "question").member("number", number).member("id", question.id);
        line.member("prompt", question.prompt).key("choices").begin_array();
        for (const std::uint8_t option : asked.shown) line.string(quiz::options_of(question.body)[option].text);
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
    case Answers::wrong: return quiz::wrong_response(*asked.question, asked.shown);
    case Answers::random: return quiz::random_response(*asked.question, asked.shown, rng);
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
        const std::size_t index = run.state().board.asked.size() - 1;
        const int number = static_cast<int>(index) + 1;
        report.question(number, run.state().board.asked.back());
        const auto response = response_to(play, run.state().board, rng);
        if (!response) { // a recording that was left in the middle ends here too
            (void)run.submit(quiz::FinishSession{});
            break;
        }
        clock.advance(time_for(play, index));
        if (!run.submit(quiz::SubmitAnswer{game.seat(), *response})) return fail("answers-do-not-fit");
        report.answer(number, *run.state().board.asked.back().answers.at(0));
        clock.advance(headless_reveal_time);
    }
    report.end(run.state());
    return {};
}

} // namespace chelate::app
