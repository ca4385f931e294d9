#include "game/screens/classroom/class_report.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <sstream>

#include <fmt/format.h>

#include "game/print/html.hpp"
#include "game/screens/classroom/lesson.hpp"
#include "game/screens/classroom/report_screen.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

constexpr std::size_t printed_cards = 4; ///< few questions have more choices

/// Colours of printed cards, told apart in grey too; the screen's are the theme's.
constexpr std::array<std::string_view, printed_cards> card_colours{"#1f4e9e", "#f0b429", "#b3261e", "#2f7d4f"};

std::string polygon(int corners, double turn) {
    std::string points;
    for (int i = 0; i < corners; ++i) {
        const double angle = turn + 2 * std::numbers::pi * i / corners;
        points += fmt::format("{:.1f},{:.1f} ", 50 + 44 * std::sin(angle), 50 - 44 * std::cos(angle));
    }
    return points;
}

void write_shape(std::ostream& out, const std::string& shape, std::string_view colour) {
    const std::string look = fmt::format("style=\"fill:{0};stroke:{0}\"", colour);
    out << print::html_begin("svg", "card", "viewBox", "0 0 100 100");
    if (shape == "circle") out << "<circle cx=\"50\" cy=\"50\" r=\"44\" " << look << "/>"; // not for people
    else if (shape == "square") out << "<rect x=\"10\" y=\"10\" width=\"80\" height=\"80\" " << look << "/>";
    else
        out << "<polygon points=\"" // not for people
            << polygon(shape == "triangle" ? 3 : 4, 0) << "\" " << look << "/>";
    out << "</svg>\n";
}

const quiz::SessionState& board_of(const Context& context) { return context.game.run().history().state; }

std::string percent(Fraction share) { return std::to_string(rounded_product(100, share)); }

void write_table(std::ostream& out, const std::vector<std::vector<std::string>>& rows) {
    out << print::html_begin("table", "report");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        out << "<tr>";
        for (const std::string& cell : rows[i])
            out << (i == 0 ? "<th>" : "<td>") << print::html_text(cell) << (i == 0 ? "</th>" : "</td>");
        out << "</tr>\n";
    }
    out << "</table>\n";
}

} // namespace

std::string cards_html(const std::string& language, const text::Language& words) {
    std::ostringstream out;
    out << print::html_begin("p", "small") << print::html_text(words.text("cards.about")) << "</p>\n";
    for (std::size_t i = 0; i < printed_cards; ++i) {
        out << print::html_begin("div", "held-card") << print::html_begin("b", "letter") << letter_of(i) << "</b>";
        write_shape(out, sign_of(i), card_colours[i]);
        out << "</div>\n";
    }
    return page_of(language, words.text("cards.title"), out.str());
}

std::string reason_word(const text::Language& words, quiz::Reason reason) {
    switch (reason) {
    case quiz::Reason::fair_play: return words.text("reason.fair_play");
    case quiz::Reason::good_reason: return words.text("reason.good_reason");
    case quiz::Reason::counted_wrong: return words.text("reason.counted_wrong");
    case quiz::Reason::other: return words.text("reason.other");
    }
    return {};
}

std::string lesson_html(const Context& context) {
    const auto& words = context.words;
    const quiz::SessionState& state = board_of(context);
    std::ostringstream out;
    out << print::html_begin("p", "small") << print::html_text(context.game.pack().name) << "</p>\n"
        << "<p>" << print::html_text(words.text("after.all", {{"percent", percent(reached(context.game.view()))}}))
        << "</p>\n"
        << "<h2>" << print::html_text(words.text("after.by_question")) << "</h2>\n";
    for (const auto& one : quiz::analyse_questions(state)) {
        const quiz::QuestionRecord& asked = state.asked[static_cast<std::size_t>(one.number) - 1];
        out << "<section>" << print::html_begin("p", "prompt") << one.number << ". "
            << print::html_text(wording::one_line(asked.question->prompt)) << "</p>\n<p>"
            << print::html_text(said_of(words, one.answers, one.right)) << "<br>"
            << print::html_text(separation_word(words, one.separation)) << "</p>\n"
            << print::html_begin("ul", "plain");
        for (const std::string& line : chosen_lines(words, asked, one.chosen))
            out << "<li>" << print::html_text(line) << "</li>";
        out << "</ul>\n"
            << print::html_begin("p", "key") << print::html_text(quiz::key_text(*asked.question)) << "</p>\n<p>"
            << print::html_text(asked.question->explanation) << "</p>\n";
        if (asked.corrected) out << "<p>" << print::html_text(words.text("room.corrected")) << "</p>\n";
        for (const quiz::Citation& source : asked.question->sources)
            out << print::html_begin("p", "small") << "– " << print::html_text(source.text) << "</p>\n";
        out << "</section>\n";
    }
    std::vector<std::vector<std::string>> teams{
        {words.text("adjust.team"), words.text("after.points"), words.text("after.of")}};
    for (std::size_t seat = 0; seat < state.players.size(); ++seat) {
        teams.push_back({team_name(context, state.players[seat].id), words.number(state.scores[seat].points.count),
                         words.number(state.scores[seat].possible.count)});
    }
    out << "<h2>" << print::html_text(words.text("after.by_team")) << "</h2>\n";
    write_table(out, teams);
    std::vector<std::vector<std::string>> topics{
        {words.text("after.topic"), words.text("after.answers"), words.text("after.result")}};
    for (const auto& one : quiz::analyse_topics(state)) {
        topics.push_back({wording::topic_name(context.game.pack(), one.topic), words.number(one.answers),
                          said_of(words, one.answers, one.right)});
    }
    out << "<h2>" << print::html_text(words.text("after.by_topic")) << "</h2>\n";
    write_table(out, topics);
    out << print::html_begin("p", "small") << print::html_text(context.game.pack().disclaimer) << "</p>\n";
    return page_of(context.game.pack().language,
                   words.text("after.title", {{"round", round_name(context, state.plan.round)}}), out.str());
}

std::string csv_cell(const std::string& text) {
    // What begins like a formula would be carried out by a spreadsheet: an apostrophe makes it text.
    const bool number =
        text.size() > 1 && text.front() == '-' && text.find_first_not_of("0123456789.", 1) == std::string::npos;
    const bool formula =
        !number && !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    const std::string safe = (formula ? "'" : "") + text;
    if (safe.find_first_of(",\"\n\r;") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += (i > 0 ? "," : "") + csv_cell(cells[i]);
    return line + "\r\n"; // RFC 4180
}

std::string lesson_csv(const Context& context) {
    const auto& words = context.words;
    const quiz::SessionState& state = board_of(context);
    std::string table;
    const auto line = [&](const std::vector<std::string>& cells) { table += csv_line(cells); };
    line({words.text("after.number"), words.text("after.question"), words.text("after.topic"),
          words.text("after.answers"), words.text("after.right_percent"), words.text("after.separation"),
          words.text("adjust.team"), words.text("after.answered"), words.text("after.points"), words.text("after.of")});
    for (const auto& one : quiz::analyse_questions(state)) {
        const quiz::QuestionRecord& asked = state.asked[static_cast<std::size_t>(one.number) - 1];
        for (std::size_t seat = 0; seat < asked.answers.size(); ++seat) {
            const auto& answer = asked.answers[seat];
            if (!answer) continue;
            const bool enough = one.answers >= quiz::least_answers;
            std::string given;
            if (answer->response) {
                if (const auto* picked = std::get_if<quiz::Picked>(&*answer->response))
                    given = letter_of(picked->position);
                if (const auto* raised = std::get_if<quiz::Raised>(&*answer->response)) {
                    for (std::size_t i = 0; i < raised->hands.size(); ++i)
                        given +=
                            fmt::format("{}{} {}", i > 0 ? " " : "", letter_of(i), raised->hands[i]); // not for people
                }
            }
            line({std::to_string(one.number), wording::one_line(asked.question->prompt),
                  wording::topic_name(context.game.pack(), asked.question->topic), std::to_string(one.answers),
                  enough ? percent(one.right) : "", one.separation ? fmt::format("{:.2f}", *one.separation) : "",
                  team_name(context, state.players[seat].id), given, std::to_string(answer->award.points.count),
                  std::to_string(answer->award.possible.count)});
        }
    }
    return table;
}

Result<std::filesystem::path> write_cards(const Context& context) {
    return write_export(context, "sheets", "cards", ".html",
                        cards_html(context.game.pack().language, context.words)); // not for people
}

Result<std::filesystem::path> write_lesson_page(const Context& context) {
    return write_export(context, "reports", round_name(context, board_of(context).plan.round), ".html",
                        lesson_html(context)); // not for people
}

Result<std::filesystem::path> write_lesson_table(const Context& context) {
    return write_export(context, "reports", round_name(context, board_of(context).plan.round), ".csv",
                        lesson_csv(context)); // not for people
}

Transition say_export(const Context& context, const Result<std::filesystem::path>& path) {
    const auto& words = context.words;
    return Push{
        ShowMessage{words.text("sheet.written_title"),
                    path ? words.text("paper.written", {{"path", path->string()}}) : words.sentence(path.error())}};
}

} // namespace chelate::screens
