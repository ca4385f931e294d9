#include "game/print/lesson_report.hpp"

#include <sstream>

#include <fmt/format.h>

#include "engine/base/csv.hpp"
#include "game/print/html.hpp"
#include "game/wording/class_words.hpp"
#include "game/wording/wording.hpp"

namespace chelate::print {

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string percent(Fraction share) { return std::to_string(rounded_product(100, share)); }

void write_question(std::ostream& out, const text::Language& words, const LessonQuestion& asked) {
    const quiz::Question& question = *asked.question;
    const quiz::QuestionAnalysis& analysis = asked.analysis;
    out << "<section>" << html_begin("p", "prompt") << analysis.number << ". "
        << html_text(wording::one_line(question.prompt)) << "</p>\n<p>"
        << html_text(wording::right_line(words, analysis.answers, analysis.right)) << "<br>"
        << html_text(wording::separation_line(words, analysis.separation)) << "</p>\n"
        << html_begin("ul", "plain");
    for (const std::string& line : wording::chosen_lines(words, question, asked.display_order, analysis.chosen))
        out << "<li>" << html_text(line) << "</li>";
    out << "</ul>\n"
        << html_begin("p", "key") << html_text(quiz::key_text(question)) << "</p>\n<p>"
        << html_text(question.explanation) << "</p>\n";
    if (asked.corrected) out << "<p>" << html_text(words.text("class.corrected")) << "</p>\n";
    for (const quiz::Citation& source : question.sources)
        out << html_begin("p", "small") << "– " << html_text(source.text) << "</p>\n";
    out << "</section>\n";
}

void write_teams(std::ostream& out, const text::Language& words, const std::vector<TeamResult>& teams) {
    Rows rows{{words.text("adjust.team"), words.text("after.points"), words.text("after.of")}};
    for (const TeamResult& result : teams)
        rows.push_back({result.team, words.number(result.points.count), words.number(result.possible.count)});
    out << "<h2>" << html_text(words.text("after.by_team")) << "</h2>\n";
    write_table(out, rows);
}

void write_topics(std::ostream& out, const content::Pack& pack, const text::Language& words,
                  const std::vector<quiz::TopicAnalysis>& topics) {
    Rows rows{{words.text("after.topic"), words.text("after.answers"), words.text("after.result")}};
    for (const quiz::TopicAnalysis& topic : topics) {
        rows.push_back({wording::topic_name(pack, topic.topic), words.number(topic.answers),
                        wording::right_line(words, topic.answers, topic.right)});
    }
    out << "<h2>" << html_text(words.text("after.by_topic")) << "</h2>\n";
    write_table(out, rows);
}

/// Returns an answer in letters, such as "B" or, for raised hands, "A 3 B 12". Other answers give an empty text.
std::string answer_text(const std::optional<quiz::Response>& response) {
    if (!response) return {};
    if (const auto* picked = std::get_if<quiz::Picked>(&*response)) return wording::letter_of(picked->position);
    std::string text;
    if (const auto* raised = std::get_if<quiz::Raised>(&*response)) {
        for (std::size_t i = 0; i < raised->hands.size(); ++i)
            text += (i > 0 ? " " : "") + wording::letter_of(i) + " " + std::to_string(raised->hands[i]);
    }
    return text;
}

} // namespace

Document make_lesson_page(const content::Pack& pack, const text::Language& words, const LessonReport& report,
                          const std::string& css) {
    std::ostringstream out;
    out << html_begin("p", "small") << html_text(pack.name) << "</p>\n"
        << "<p>" << html_text(words.text("after.all", {{"percent", percent(report.reached)}})) << "</p>\n"
        << "<h2>" << html_text(words.text("after.by_question")) << "</h2>\n";
    for (const LessonQuestion& asked : report.questions) write_question(out, words, asked);
    write_teams(out, words, report.teams);
    write_topics(out, pack, words, report.topics);
    out << html_begin("p", "small") << html_text(pack.disclaimer) << "</p>\n";
    return {"reports", report.round, ".html",
            html_page(pack.language, words.text("after.title", {{"round", report.round}}), css, out.str())};
}

Document make_lesson_table(const content::Pack& pack, const text::Language& words, const LessonReport& report) {
    Rows rows{{words.text("after.number"), words.text("after.question"), words.text("after.topic"),
               words.text("after.answers"), words.text("after.right_percent"), words.text("after.separation"),
               words.text("adjust.team"), words.text("after.answered"), words.text("after.points"),
               words.text("after.of")}};
    for (const LessonQuestion& asked : report.questions) {
        const quiz::QuestionAnalysis& analysis = asked.analysis;
        const bool enough = analysis.answers >= quiz::least_answers;
        for (const TeamAnswer& answer : asked.answers) {
            rows.push_back({std::to_string(analysis.number), wording::one_line(asked.question->prompt),
                            wording::topic_name(pack, asked.question->topic), std::to_string(analysis.answers),
                            enough ? percent(analysis.right) : "",
                            analysis.separation ? fmt::format("{:.2f}", *analysis.separation) : "", answer.team,
                            answer_text(answer.response), std::to_string(answer.points.count),
                            std::to_string(answer.possible.count)});
        }
    }
    return {"reports", report.round, ".csv", write_csv_table(rows)};
}

} // namespace chelate::print
