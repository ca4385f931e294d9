#include "game/print/lesson_report.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "engine/base/text.hpp"
#include "game/print/html.hpp"
#include "game/print/table.hpp"
#include "game/wording/class_words.hpp"
#include "game/wording/wording.hpp"

namespace chelate::print {

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string percent(Fraction share) { return std::to_string(rounded_product(100, share)); }

void add_lesson_question(pugi::xml_node parent, const text::Language& words, const LessonQuestion& asked) {
    const quiz::Question& question = *asked.question;
    const quiz::QuestionAnalysis& analysis = asked.analysis;
    const pugi::xml_node section = add(parent, "section");
    add(section, "p", std::to_string(analysis.number) + ". " + showable_line(question.prompt), "prompt");
    pugi::xml_node figures = add(section, "p", wording::right_line(words, analysis.answers, analysis.right));
    figures.append_child("br");
    add_text(figures, wording::separation_line(words, analysis.separation));
    const pugi::xml_node chosen = add(section, "ul", {}, "plain");
    for (const std::string& line : wording::chosen_lines(words, question, asked.display_order, analysis.chosen))
        add(chosen, "li", line);
    add(section, "p", quiz::key_text(question), "key");
    add(section, "p", question.explanation);
    if (asked.corrected) add(section, "p", words.text("class.corrected"));
    for (const quiz::Citation& source : question.sources) add(section, "p", "– " + source.text, "small");
}

void add_teams(pugi::xml_node parent, const text::Language& words, const std::vector<TeamResult>& teams) {
    Rows rows{{words.text("adjust.team"), words.text("after.points"), words.text("after.of")}};
    for (const TeamResult& result : teams)
        rows.push_back({result.team, words.number(result.points.count), words.number(result.possible.count)});
    add(parent, "h2", words.text("after.by_team"));
    add_table(parent, rows);
}

void add_topics(pugi::xml_node parent, const content::Pack& pack, const text::Language& words,
                const std::vector<quiz::TopicAnalysis>& topics) {
    Rows rows{{words.text("after.topic"), words.text("after.answers"), words.text("after.result")}};
    for (const quiz::TopicAnalysis& topic : topics) {
        rows.push_back({wording::topic_name(pack, topic.topic), words.number(topic.answers),
                        wording::right_line(words, topic.answers, topic.right)});
    }
    add(parent, "h2", words.text("after.by_topic"));
    add_table(parent, rows);
}

constexpr std::array levels{"sure.guess", "sure.think_so", "sure.sure"};

void add_confidence(pugi::xml_node parent, const text::Language& words,
                    const std::array<ConfidenceCount, 3>& by_level) {
    Rows rows{{words.text("after.confidence"), words.text("after.answers"), words.text("after.fully_right"),
               words.text("after.not_right")}};
    for (std::size_t level = levels.size(); level-- > 0;) {
        const ConfidenceCount& count = by_level[level];
        rows.push_back({words.text(levels[level]), words.number(count.answers), words.number(count.right),
                        words.number(count.answers - count.right)});
    }
    add(parent, "h2", words.text("after.by_confidence"));
    add_table(parent, rows);
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
    Page page(pack.language, words.text("after.title", {{"round", report.round}}), css);
    const pugi::xml_node body = page.body();
    add(body, "p", pack.name, "small");
    add(body, "p", words.text("after.all", {{"percent", percent(report.reached)}}));
    add(body, "h2", words.text("after.by_question"));
    for (const LessonQuestion& asked : report.questions) add_lesson_question(body, words, asked);
    add_teams(body, words, report.teams);
    add_topics(body, pack, words, report.topics);
    if (report.confidence) add_confidence(body, words, *report.confidence);
    add(body, "p", pack.disclaimer, "small");
    return {"reports", report.round, ".html", page.text()};
}

Document make_lesson_table(const content::Pack& pack, const text::Language& words, const LessonReport& report) {
    Rows rows{{words.text("after.number"), words.text("after.question"), words.text("after.topic"),
               words.text("after.answers"), words.text("after.right_percent"), words.text("after.separation"),
               words.text("adjust.team"), words.text("after.answered"), words.text("after.points"),
               words.text("after.of")}};
    if (report.confidence) rows.front().push_back(words.text("after.confidence"));
    for (const LessonQuestion& asked : report.questions) {
        const quiz::QuestionAnalysis& analysis = asked.analysis;
        const bool enough = analysis.answers >= quiz::least_answers;
        for (const TeamAnswer& answer : asked.answers) {
            rows.push_back({std::to_string(analysis.number), showable_line(asked.question->prompt),
                            wording::topic_name(pack, asked.question->topic), std::to_string(analysis.answers),
                            enough ? percent(analysis.right) : "",
                            analysis.separation ? fmt::format("{:.2f}", *analysis.separation) : "", answer.team,
                            answer_text(answer.response), std::to_string(answer.points.count),
                            std::to_string(answer.possible.count)});
            if (!report.confidence) continue;
            rows.back().push_back(
                answer.confidence ? words.text(levels[static_cast<std::size_t>(*answer.confidence) - 1]) : "");
        }
    }
    return make_table(report.round, std::move(rows));
}

} // namespace chelate::print
