#include "game/terminal/play_headless.hpp"

#include <ostream>

#include "engine/base/text.hpp"
#include "engine/json/writer.hpp"
#include "engine/quiz/encoding.hpp"
#include "engine/runner/recording.hpp"
#include "game/wording/wording.hpp"

namespace chelate::terminal {

namespace {

constexpr std::uint64_t answer_stream = 1ULL
                                        << 34; // its own random numbers, so the answers do not change the questions

/// Writes what happens, as lines of JSON or as short text.
class Report {
public:
    Report(std::ostream& out, const text::Language& words, bool json) : out_(out), words_(words), json_(json) {}

    void begin(const content::Pack& pack, const quiz::SessionPlan& session_plan) {
        if (!json_) return;
        json::Writer line;
        line.begin_object().member("type", "session").member("pack", pack.id).member("pack_hash", pack.hash);
        line.member("round", session_plan.round.value)
            .member("seed", std::to_string(session_plan.seed))
            .member("planned", session_plan.planned);
        line.key("clock").begin_object().member("wall_start_ms", headless_wall_start.count);
        line.member("answer_ms", headless_answer_time.count)
            .member("reveal_ms", headless_reveal_time.count)
            .end_object();
        out_ << line.end_object().text() << '\n';
    }

    void question(int number, const quiz::QuestionRecord& asked) {
        const quiz::Question& question = *asked.question;
        if (!json_) {
            out_ << number << ". " << showable_line(question.prompt) << '\n';
            return;
        }
        json::Writer line;
        line.begin_object().member("type", "question").member("number", number).member("id", question.id);
        line.member("prompt", question.prompt).key("choices").begin_array();
        for (const std::uint8_t option : asked.display_order)
            line.string(quiz::options_of(question.interaction)[option].text);
        out_ << line.end_array().end_object().text() << '\n';
    }

    void answer(int number, const quiz::Judgement& judgement) {
        const std::string terms = quiz::terms_of(judgement.award);
        if (!json_) {
            out_ << "   " << wording::verdict_word(words_, wording::mark_of(judgement.award.credit)) << ": " << terms
                 << '\n';
            return;
        }
        json::Writer line;
        line.begin_object().member("type", "answer").member("number", number).member("taken_ms", judgement.taken.count);
        line.key("credit")
            .begin_array()
            .integer(judgement.award.credit.num)
            .integer(judgement.award.credit.den)
            .end_array();
        out_ << line.member("points", judgement.award.points.count).member("terms", terms).end_object().text() << '\n';
    }

    void end(const quiz::SessionHistory& state) {
        if (json_) {
            out_ << runner::session_result(state) << '\n';
            return;
        }
        const quiz::Score& score = state.state.scores.at(0);
        out_ << words_.text("result.heading",
                            {{"right", words_.number(score.right)}, {"asked", words_.number(score.asked)}})
             << '\n'
             << words_.text("result.points", {{"points", words_.number(score.points.count)},
                                              {"possible", words_.number(score.possible.count)}})
             << '\n';
    }

private:
    std::ostream& out_;
    const text::Language& words_;
    bool json_;
};

/// Returns what the recording did at a question; null when it has no answer to it.
const quiz::Judgement* recorded_answer(const HeadlessPlay& play, std::size_t index) {
    const auto& recorded = play.recording.state.asked;
    if (index >= recorded.size() || recorded[index].answers.empty() || !recorded[index].answers[0]) return nullptr;
    return &*recorded[index].answers[0];
}

/// Returns the response to the open question: one that earns everything, nothing, or anything. A second try differs
/// from the first.
quiz::Response response_to(Answers answers, const quiz::QuestionRecord& asked, Rng& rng) {
    const auto& first = asked.attempts.at(0).first;
    if (answers == Answers::right) return quiz::key_response(*asked.question, asked.display_order);
    if (answers == Answers::wrong && !first) return quiz::wrong_response(*asked.question, asked.display_order);
    for (;;) {
        quiz::Response response = quiz::random_response(*asked.question, asked.display_order, rng);
        const bool wrong = quiz::credit_of(response, *asked.question, asked.display_order) == Fraction::zero();
        if (response != first && (answers == Answers::random || wrong)) return response;
    }
}

/// Returns how sure an answer is. Right and wrong answers are given on purpose, so they are sure; others are random.
std::optional<quiz::Confidence> confidence(Answers answers, const quiz::SessionState& state, Rng& rng) {
    if (state.plan.rules.confidence == quiz::ConfidenceUse::none || !quiz::is_marked(*state.asked.back().question))
        return std::nullopt;
    if (answers != Answers::random) return quiz::Confidence::sure;
    return static_cast<quiz::Confidence>(1 + rng.below(3));
}

/// Answers the open question. Returns false when the recording has no answer to it, or one that does not fit; `fits`
/// tells which.
bool answer_as_recorded(const HeadlessPlay& play, quiz::PlayerId seat, runner::Runner& run, bool& fits) {
    const std::size_t index = run.history().state.asked.size() - 1;
    const quiz::Judgement* judgement = recorded_answer(play, index);
    if (judgement == nullptr) return false;
    if (!judgement->response && !judgement->passed)
        return run.submit(quiz::CloseQuestion{}).has_value(); // the time ran out
    const quiz::Attempt attempt =
        index < play.recording.state.asked.size() && !play.recording.state.asked[index].attempts.empty()
            ? play.recording.state.asked[index].attempts[0]
            : quiz::Attempt{};
    for (int taken = 0; taken < attempt.hints; ++taken) fits = run.submit(quiz::TakeHint{seat}) && fits;
    if (attempt.first) fits = run.submit(quiz::SubmitAnswer{seat, *attempt.first}) && fits;
    if (judgement->passed) fits = run.submit(quiz::PassQuestion{seat}) && fits;
    else fits = run.submit(quiz::SubmitAnswer{seat, *judgement->response, judgement->confidence}) && fits;
    return fits;
}

} // namespace

Result<void> play_headless(session::Game& game, runner::ManualClock& clock, const HeadlessPlay& play,
                           const text::Language& words, std::ostream& out) {
    if (const auto started = game.rounds().start(play.round, play.seed); !started) return started;
    runner::Runner& run = game.rounds().runner();
    Report report(out, words, play.json);
    report.begin(game.pack(), run.history().state.plan);
    Rng rng = stream_of(play.seed, answer_stream);
    while (run.advance() && run.history().state.phase == quiz::Phase::asked) {
        const std::size_t index = run.history().state.asked.size() - 1;
        const int number = static_cast<int>(index) + 1;
        report.question(number, run.history().state.asked.back());
        bool fits = true;
        if (play.answers == Answers::recorded) {
            if (const quiz::Judgement* judgement = recorded_answer(play, index)) clock.advance(judgement->taken);
            if (!answer_as_recorded(play, game.players().current().seat, run, fits)) {
                if (!fits) return fail("answers-do-not-fit");
                (void)run.submit(
                    quiz::FinishSession{}); // a recording that stops in the middle of the round ends here too
                break;
            }
        } else {
            clock.advance(headless_answer_time);
            (void)run.tick(); // the bell may ring, or the clock may run out, before the answer
            while (fits && run.history().state.phase == quiz::Phase::asked) {
                const quiz::Response response = response_to(play.answers, run.history().state.asked.back(), rng);
                fits = run.submit(quiz::SubmitAnswer{game.players().current().seat, response,
                                                     confidence(play.answers, run.history().state, rng)})
                           .has_value();
            }
            if (!fits) return fail("answers-do-not-fit");
        }
        if (run.history().state.phase == quiz::Phase::finished)
            break; // the bell rang; the open question counts for nothing
        report.answer(number, *run.history().state.asked.back().answers.at(0));
        clock.advance(headless_reveal_time);
    }
    report.end(run.history());
    return {};
}

} // namespace chelate::terminal
