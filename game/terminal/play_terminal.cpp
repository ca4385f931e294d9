#include <algorithm>
#include <istream>
#include <ostream>
#include <sstream>

#include "engine/base/text.hpp"
#include "game/screens/interactions/interactions.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/terminal/play.hpp"
#include "game/wording/wording.hpp"

namespace chelate::terminal {

namespace {

constexpr std::size_t line_width = 78;

/// A paragraph in lines of at most `line_width` characters, each line begun with `indent` blanks.
std::string wrapped(const std::string& text, std::size_t indent = 0) {
    std::string result;
    std::istringstream paragraphs(text);
    for (std::string paragraph; std::getline(paragraphs, paragraph);) {
        std::istringstream words(paragraph);
        std::size_t used = 0;
        result += std::string(indent, ' ');
        for (std::string word; words >> word;) {
            const std::size_t length = code_points(word);
            if (used > 0 && indent + used + 1 + length > line_width) {
                result += '\n' + std::string(indent, ' ');
                used = 0;
            }
            if (used > 0) {
                result += ' ';
                ++used;
            }
            result += word;
            used += length;
        }
        result += '\n';
    }
    return result;
}

/// One evening in the terminal.
class Terminal {
public:
    Terminal(screens::Context& context, std::istream& in, std::ostream& out, const std::atomic<bool>& stop)
        : context_(context), words_(context.words), in_(in), out_(out), stop_(stop) {}

    void greet() {
        out_ << words_.text("app.name") << " – " << context_.game.pack().name << "\n\n"
             << wrapped(context_.game.pack().disclaimer) << '\n'
             << words_.text("home.greeting", {{"name", context_.game.player()}}) << '\n';
        tell_trouble();
    }

    /// Lets the person choose until they leave.
    void home() {
        while (!ended_) {
            const auto& rounds = context_.game.pack().rounds;
            out_ << '\n';
            if (context_.game.interrupted()) out_ << "  c  " << words_.text("home.continue") << '\n';
            for (std::size_t i = 0; i < rounds.size(); ++i) {
                out_ << "  " << i + 1 << "  " << rounds[i].name << " – " << wording::length_of(words_, rounds[i])
                     << '\n'
                     << wrapped(rounds[i].about, 5);
            }
            out_ << "  q  " << words_.text("does.quit") << "\n\n";
            const auto answer = asked(words_.text("terminal.choose_round"));
            if (!answer || *answer == "q") return;
            if (*answer == "c" && context_.game.interrupted()) {
                context_.game.resume();
                play();
            } else if (const auto number = screens::number_in(*answer, rounds.size())) {
                start(rounds[*number - 1].id, std::nullopt);
            } else {
                out_ << words_.text("terminal.not_understood") << '\n';
            }
        }
    }

    void start(const content::RoundId& round, std::optional<std::uint64_t> seed) {
        if (context_.game.start(round, seed.value_or(context_.new_seed()), context_.new_session())) play();
    }

private:
    /// Plays the round under way to its end or until the person leaves it.
    void play() {
        runner::Runner& run = context_.game.run();
        if (run.history().state.phase == quiz::Phase::between) (void)run.advance();
        while (!ended_ && run.history().state.phase != quiz::Phase::finished) {
            if (run.history().state.phase == quiz::Phase::asked && !answer_question()) break;
            const bool tells = run.history().state.phase == quiz::Phase::revealed && !rules().feedback_at_end;
            if (tells) {
                show_reveal();
                if (!after_reveal()) break;
            }
            if (run.history().state.phase == quiz::Phase::revealed) (void)run.advance();
        }
        if (run.history().state.phase == quiz::Phase::finished) {
            show_result();
        } else {
            out_ << words_.text("terminal.kept") << '\n';
        }
        context_.game.leave();
    }

    bool answer_question() {
        const quiz::View view = context_.game.view();
        const quiz::QuestionView& question = *view.question;
        const screens::Standing standing = screens::standing_of(context_);
        out_ << '\n'
             << standing.round << " · " << standing.counter << " · " << standing.score << "\n\n"
             << wrapped(question.prompt) << '\n';
        for (const screens::PanelModel& panel : screens::panels_of(question.panels)) {
            if (!panel.heading.empty()) out_ << wrapped(panel.heading, 2);
            std::size_t number = 0;
            for (const std::string& line : panel.lines)
                out_ << wrapped(panel.numbered ? std::to_string(++number) + ". " + line : line, 4);
            if (!panel.source.empty()) out_ << wrapped("– " + panel.source, 4);
            out_ << '\n';
        }
        std::visit([&](const auto& answer) { screens::print(out_, context_, answer); }, question.answer);
        out_ << '\n';
        std::string prompt =
            std::visit([&](const auto& answer) { return screens::asks(words_, answer); }, question.answer);
        prompt = words_.text("terminal.e_to_end") + ' ' + prompt;
        if (question.has_hint) prompt = words_.text("terminal.h_for_hint") + ' ' + prompt;
        if (rules().passing) prompt = words_.text("terminal.p_to_pass") + ' ' + prompt;
        if (question.time)
            out_ << words_.text(
                        "terminal.clock",
                        {{"seconds", words_.number((question.time->all - question.time->reading).count / 1000)}})
                 << '\n';
        for (;;) {
            const auto answer = asked(prompt);
            if (context_.game.run().tick()) {
                out_ << words_.text("terminal.time_is_up") << '\n';
                return true;
            }
            if (!answer || *answer == "q") return false;
            if (*answer == "e") {
                (void)context_.game.run().submit(quiz::FinishSession{});
                return true;
            }
            if (*answer == "h" && question.has_hint) {
                if (context_.game.run().submit(quiz::TakeHint{context_.game.seat()}))
                    out_ << wrapped(words_.text("question.hint", {{"hint", context_.game.view().question->hint}}), 2);
                continue;
            }
            if (*answer == "p" && rules().passing &&
                context_.game.run().submit(quiz::PassQuestion{context_.game.seat()}))
                return true;
            const auto response =
                std::visit([&](const auto& way) { return screens::understood(*answer, way); }, question.answer);
            if (!response) {
                out_ << words_.text("terminal.not_understood") << '\n';
                continue;
            }
            const auto confidence = how_sure();
            if (ended_) return false;
            if (!context_.game.run().submit(quiz::SubmitAnswer{context_.game.seat(), *response, confidence})) {
                out_ << words_.text("question.tried_already") << '\n';
            } else if (context_.game.view().phase != quiz::Phase::asked) {
                return true;
            } else {
                out_ << words_.text("question.try_again") << '\n';
            }
        }
    }

    [[nodiscard]] const quiz::Rules& rules() const { return context_.game.run().history().state.plan.rules; }

    /// Asked where the round wants to know it.
    std::optional<quiz::Confidence> how_sure() {
        if (!rules().asks_confidence || !quiz::is_marked(*context_.game.run().history().state.asked.back().question))
            return std::nullopt;
        for (;;) {
            const auto answer = asked(words_.text("terminal.how_sure"));
            if (!answer) return std::nullopt;
            if (const auto level = screens::number_in(*answer, 3)) return static_cast<quiz::Confidence>(*level);
            out_ << words_.text("terminal.not_understood") << '\n';
        }
    }

    void show_reveal() {
        const quiz::View view = context_.game.view();
        if (!view.reveal || !view.reveal->judgement) return;
        const quiz::Award& award = view.reveal->judgement->award;
        const quiz::Question& question = *view.reveal->question;
        if (quiz::is_marked(question)) {
            out_ << '\n'
                 << (view.reveal->judgement->passed ? words_.text("reveal.passed")
                                                    : wording::verdict_word(words_, wording::mark_of(award.credit)))
                 << ". " << quiz::terms_of(award) << '\n'
                 << wrapped(words_.text("terminal.right_answer", {{"answer", quiz::key_text(question)}}));
        }
        out_ << '\n' << wrapped(question.explanation);
        for (const screens::Badge& badge : wording::badges_of(words_, question.evidence)) {
            out_ << wrapped(badge.label + ": " + badge.value + (badge.symbol.empty() ? "" : " " + badge.symbol) +
                                " – " + badge.meaning,
                            2);
        }
        if (question.evidence.graded) {
            out_ << wrapped(words_.text("reveal.graded_question", {{"question", question.evidence.graded_question}}),
                            2);
        }
        if (context_.game.run().saved()) out_ << words_.text("saved.yes") << '\n';
        tell_trouble();
    }

    bool after_reveal() {
        for (;;) {
            const auto answer = asked(words_.text("terminal.after_reveal"));
            if (!answer || *answer == "q") return false;
            if (*answer != "s") return true;
            const quiz::View view = context_.game.view(); // named: the loop would outlive a temporary
            if (!view.reveal) continue;
            for (const quiz::Citation& source : view.reveal->question->sources) out_ << wrapped("– " + source.text, 2);
        }
    }

    void show_result() {
        const quiz::Score& score = context_.game.run().history().state.scores.at(0);
        out_ << '\n'
             << words_.text("result.heading",
                            {{"right", words_.number(score.right)}, {"asked", words_.number(score.asked)}})
             << '\n'
             << words_.text("result.points", {{"points", words_.number(score.points.count)},
                                              {"possible", words_.number(score.possible.count)}})
             << '\n';
        bool heading = false;
        for (const quiz::QuestionRecord& question : context_.game.run().history().state.asked) {
            if (question.voided || !question.answers[0] || !quiz::is_marked(*question.question) ||
                wording::mark_of(question.answers[0]->award.credit) == screens::Mark::right)
                continue;
            if (!heading) out_ << '\n' << words_.text("result.mistakes") << '\n';
            heading = true;
            out_ << wrapped(
                "– " + wording::one_line(question.question->prompt) + " → " + quiz::key_text(*question.question), 2);
        }
    }

    /// A sentence when progress is not being saved, once for each cause.
    void tell_trouble() {
        const auto trouble = context_.game.trouble();
        if (trouble && trouble->code != told_) {
            out_ << wrapped(words_.text("banner.not_saved", {{"why", words_.sentence(*trouble)}}));
            told_ = trouble->code;
        }
    }

    /// One line of input, trimmed; nothing when the input has ended.
    std::optional<std::string> asked(const std::string& prompt) {
        out_ << prompt << ' ' << std::flush;
        std::string line;
        if (stop_ || !std::getline(in_, line) || stop_) {
            ended_ = true;
            out_ << '\n';
            return std::nullopt;
        }
        if (first_invalid_utf8(line)) return std::string("?");
        return tidied(line);
    }

    screens::Context& context_;
    const text::Language& words_;
    std::istream& in_;
    std::ostream& out_;
    const std::atomic<bool>& stop_;
    std::string told_;
    bool ended_ = false;
};

} // namespace

int play_in_terminal(screens::Context& context, const content::RoundId& round, std::optional<std::uint64_t> seed,
                     std::istream& in, std::ostream& out, const std::atomic<bool>& stop) {
    Terminal terminal(context, in, out, stop);
    terminal.greet();
    if (round.empty()) {
        terminal.home();
    } else {
        terminal.start(round, seed);
    }
    return 0;
}

} // namespace chelate::terminal
