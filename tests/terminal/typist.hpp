// A person at the terminal: types each line when the program asks for it, having seen what it shows.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <sstream>
#include <streambuf>
#include <string>
#include <vector>

#include "game/terminal/play_terminal.hpp"
#include "tests/screens/test_program.hpp"

namespace chelate::test {

/// Returns the next line to type; nothing ends the input.
using NextLine = std::function<std::optional<std::string>()>;

class Keyboard : public std::streambuf {
public:
    explicit Keyboard(NextLine next) : next_(std::move(next)) {}

private:
    int_type underflow() override {
        const auto line = next_();
        if (!line) return traits_type::eof();
        line_ = *line + '\n';
        setg(line_.data(), line_.data(), line_.data() + line_.size());
        return traits_type::to_int_type(line_[0]);
    }

    NextLine next_;
    std::string line_;
};

/// The program in a terminal.
struct TestTerminal {
    TestProgram program;
    screens::App app;
    std::ostringstream out;
    std::atomic<bool> stop = false;
    bool one_round = false;

    explicit TestTerminal(screens::Opening opening = {}) : app(program.open(std::move(opening))) {}
    TestTerminal(store::Store store, screens::Opening opening)
        : program(std::move(store)), app(program.open(std::move(opening))) {}

    TestTerminal(session::Progress progress, screens::Opening opening)
        : program(std::move(progress)), app(program.open(std::move(opening))) {}

    /// Plays until the program ends, and returns everything it wrote.
    std::string play(NextLine next) {
        Keyboard keyboard(std::move(next));
        std::istream in(&keyboard);
        terminal::play_in_terminal(app, program.game, words(), one_round, {in, out, stop});
        return out.str();
    }

    /// Types these lines, then the input ends.
    std::string play(const std::vector<std::string>& lines) {
        std::size_t at = 0;
        return play([&]() -> std::optional<std::string> {
            return at < lines.size() ? std::optional(lines[at++]) : std::nullopt;
        });
    }

    /// @pre a round is under way, so not after `play`
    [[nodiscard]] const quiz::SessionState& state() { return program.game.rounds().runner().history().state; }
    /// Returns what was written since the last call.
    std::string news() {
        std::string text = out.str().substr(read_);
        read_ += text.size();
        return text;
    }

private:
    std::size_t read_ = 0;
};

/// Returns how a person types a response, one overload for each kind.
struct Typed {
    const screens::AnswerModel& answer;
    const quiz::QuestionRecord& asked;

    std::string operator()(const quiz::Picked& picked) const { return std::to_string(picked.position + 1); }
    std::string operator()(const quiz::Raised&) const { return ""; }
    std::string operator()(const quiz::Ticked& ticked) const {
        std::string line;
        for (const auto position : ticked.positions) line += (line.empty() ? "" : ",") + std::to_string(position + 1);
        return line;
    }
    std::string operator()(const quiz::Arranged& arranged) const {
        const auto& items = std::get<screens::OrderModel>(answer).items;
        std::string line;
        for (const auto position : arranged.positions) {
            const std::string& text = quiz::options_of(asked.question->interaction)[asked.display_order[position]].text;
            const auto item =
                std::find_if(items.begin(), items.end(), [&](const auto& card) { return card.text == text; });
            line += std::to_string(item - items.begin() + 1) + ' ';
        }
        return line;
    }
    std::string operator()(const quiz::Assigned& assigned) const {
        std::string line;
        for (const auto target : assigned.targets) line += std::to_string(target + 1);
        return line;
    }
    std::string operator()(const quiz::Entered& entered) const {
        const auto& scale = std::get<quiz::EnterNumber>(asked.question->interaction).scale;
        return quiz::shown_number(entered.units, scale.decimals);
    }
    std::string operator()(const quiz::Written& written) const {
        if (written.text != "?") return written.text;
        return asked.attempts.at(0).first ? "no idea either" : "no idea"; // a question mark asks for help
    }
    std::string operator()(const quiz::Noted&) const { return ""; }
};

/// Answers every question of a round rightly or wrongly, by typing.
struct Answers {
    TestTerminal& terminal;
    bool right;
    Rng rng{3};

    /// Returns the line for the screen that is shown; nothing on screens that are not part of playing.
    std::optional<std::string> next() {
        const auto& screen = terminal.app.ui().screens.back();
        if (std::holds_alternative<screens::RevealModel>(screen)) return "";
        if (std::holds_alternative<screens::ConfidenceModel>(screen)) return "";
        const auto* question = std::get_if<screens::QuestionModel>(&screen);
        if (question == nullptr) return std::nullopt;
        if (question->instruction == words().text("question.how_sure")) return "3";
        const quiz::QuestionRecord& asked = terminal.state().asked.back();
        quiz::Response response = right ? quiz::key_response(*asked.question, asked.display_order)
                                        : quiz::wrong_response(*asked.question, asked.display_order);
        const auto& first = asked.attempts.at(0).first;
        while (first && (response == *first ||
                         quiz::credit_of(response, *asked.question, asked.display_order) != Fraction::zero()))
            response = quiz::random_response(*asked.question, asked.display_order, rng);
        return std::visit(Typed{question->answer, asked}, response);
    }
};

inline bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// Returns how often a part is in a text.
inline int count_of(const std::string& text, std::string_view part) {
    int count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

} // namespace chelate::test
