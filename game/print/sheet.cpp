#include "game/print/sheet.hpp"

#include <sstream>
#include <variant>

#include "game/print/answer_forms.hpp"
#include "game/print/answer_key.hpp"
#include "game/print/html.hpp"
#include "game/wording/wording.hpp"

namespace chelate::print {

namespace {

void write_panel(std::ostream& out, const quiz::Panel& panel) {
    out << html_begin("div", "panel");
    if (!panel.heading.empty()) out << "<b>" << html_text(panel.heading) << "</b>\n";
    std::istringstream lines(panel.text);
    int step = 0;
    for (std::string line; std::getline(lines, line);) {
        if (panel.numbered) out << ++step << ". ";
        out << html_text(line) << '\n';
    }
    if (!panel.source.empty()) out << html_begin("span", "small") << "– " << html_text(panel.source) << "</span>";
    out << "</div>\n";
}

/// Writes a question with the space for its answer. It uses the question's view, which does not contain the key.
void write_question(std::ostream& out, const content::Pack& pack, const text::Language& words, int number,
                    const quiz::QuestionView& question) {
    out << "<section>" << html_begin("p", "prompt") << number << ". " << html_text(question.prompt) << "</p>\n";
    for (const quiz::Panel& panel : question.panels) write_panel(out, panel);
    out << html_begin("p", "small") << html_text(words.text(wording::instruction_key(question.kind))) << " · "
        << html_text(wording::topic_name(pack, question.topic)) << "</p>\n";
    std::visit([&](const auto& answer) { write_paper_form(out, answer); }, question.answer);
    out << "</section>\n";
}

} // namespace

Document make_sheet(const content::Pack& pack, const text::Language& words, const std::string& title,
                    const std::vector<SheetQuestion>& questions, const std::string& css) {
    std::ostringstream out;
    out << html_begin("p", "small") << html_text(pack.name) << "</p>\n"
        << html_begin("p", "who") << html_text(words.text("sheet.name")) << " <span></span>"
        << html_text(words.text("sheet.date")) << " <span></span></p>\n";
    int number = 0;
    for (const SheetQuestion& printed : questions)
        write_question(out, pack, words, ++number, quiz::show(*printed.question, printed.display_order));
    out << html_begin("p", "small") << html_text(pack.disclaimer) << "</p>\n"
        << html_begin("div", "answers") << "<h2>" << html_text(words.text("sheet.answers", {{"round", title}}))
        << "</h2>\n";
    number = 0;
    for (const SheetQuestion& printed : questions)
        write_answer_key(out, words, ++number, *printed.question, quiz::key_text(*printed.question));
    out << "</div>\n";
    return {"sheets", title, ".html", html_page(pack.language, title, css, out.str())};
}

} // namespace chelate::print
