#include "game/print/sheet.hpp"

#include <sstream>
#include <variant>

#include "game/print/answer_forms.hpp"
#include "game/print/answer_key.hpp"
#include "game/print/html.hpp"
#include "game/wording/choice_image.hpp"
#include "game/wording/wording.hpp"

namespace chelate::print {

namespace {

void add_panel(pugi::xml_node section, const quiz::Panel& panel) {
    const pugi::xml_node box = add(section, "div", {}, "panel");
    if (!panel.heading.empty()) {
        add(box, "b", panel.heading);
        add_text(box, "\n");
    }
    std::istringstream lines(panel.text);
    int step = 0;
    for (std::string line; std::getline(lines, line);)
        add_text(box, (panel.numbered ? std::to_string(++step) + ". " : "") + line + "\n");
    if (!panel.source.empty()) add(box, "span", "– " + panel.source, "small");
}

/// Returns an image whose file is a data: address, so that the page stays one file.
content::Image embedded(const content::Image& image, const content::Pack& pack) {
    if (image.empty()) return {};
    return {content::data_address(image, pack), content::words_for(image)};
}

/// Embeds the images of an answer's choices.
template <class Answer>
void embed_images(Answer& answer, const content::Pack& pack) {
    if constexpr (requires { answer.options; }) {
        for (quiz::OptionView& option : answer.options)
            option.image = embedded(wording::image_of_choice(option.image, option.subject, pack), pack);
    }
}

/// Adds a question with the space for its answer. It uses the question's view, which does not contain the key.
void add_sheet_question(pugi::xml_node parent, const content::Pack& pack, const text::Language& words, int number,
                        quiz::QuestionView question) {
    const pugi::xml_node section = add(parent, "section");
    add(section, "p", std::to_string(number) + ". " + question.prompt, "prompt");
    add_image(section, embedded(question.image, pack));
    for (const quiz::Panel& panel : question.panels) add_panel(section, panel);
    add(section, "p",
        words.text(wording::instruction_key(question.kind)) + " · " + wording::topic_name(pack, question.topic),
        "small");
    std::visit(
        [&](auto& answer) {
            embed_images(answer, pack);
            add_paper_form(section, answer);
        },
        question.answer);
}

} // namespace

Document make_sheet(const content::Pack& pack, const text::Language& words, const std::string& title,
                    const std::vector<SheetQuestion>& questions, const std::string& css) {
    Page page(pack.language, title, css);
    const pugi::xml_node body = page.body();
    add(body, "p", pack.name, "small");
    const pugi::xml_node who = add(body, "p", {}, "who");
    for (const char* blank : {"sheet.name", "sheet.date"}) {
        add_text(who, words.text(blank) + " ");
        add(who, "span");
    }
    int number = 0;
    for (const SheetQuestion& printed : questions)
        add_sheet_question(body, pack, words, ++number, quiz::show(*printed.question, printed.display_order));
    add(body, "p", pack.disclaimer, "small");
    const pugi::xml_node answers = add(body, "div", {}, "answers");
    add(answers, "h2", words.text("sheet.answers", {{"round", title}}));
    number = 0;
    for (const SheetQuestion& printed : questions)
        add_answer_key(answers, pack, words, ++number, *printed.question, quiz::key_text(*printed.question));
    return {"sheets", title, ".html", page.text()};
}

} // namespace chelate::print
