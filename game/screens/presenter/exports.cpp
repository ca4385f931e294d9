#include "game/screens/presenter/exports.hpp"

#include <sstream>

#include "engine/base/folders.hpp"
#include "engine/quiz/encoding.hpp"
#include "engine/quiz/pool.hpp"
#include "game/print/answer_forms.hpp"
#include "game/print/html.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/session/installation.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

constexpr std::size_t largest_style = 64 * 1024;

/// Looks of a sheet; without them it is plain and still complete.
std::string style() {
    return read_file(session::installation_root() / "assets" / "sheets" / "print.css", largest_style).value_or("");
}

/// A name for a file: letters, digits and dashes of a text, never long.
std::string plain(const std::string& text) {
    std::string name;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
        if (letter) name += c;
        else if (!name.empty() && name.back() != '-') name += '-';
        if (name.size() == 60) break;
    }
    while (!name.empty() && name.back() == '-') name.pop_back();
    return name.empty() ? "round" : name;
}

void write_question(std::ostream& out, const text::Language& words, const content::Pack& pack, int number,
                    const SheetQuestion& asked) {
    const quiz::Question& question = *asked.question;
    out << "<section>" << print::html_begin("p", "prompt") << number << ". " << print::html_text(question.prompt)
        << "</p>\n";
    for (const quiz::Panel& panel : question.panels) {
        out << print::html_begin("div", "panel");
        if (!panel.heading.empty()) out << "<b>" << print::html_text(panel.heading) << "</b>\n";
        std::istringstream lines(panel.text);
        int step = 0;
        for (std::string line; std::getline(lines, line);) {
            if (panel.numbered) out << ++step << ". ";
            out << print::html_text(line) << '\n';
        }
        if (!panel.source.empty())
            out << print::html_begin("span", "small") << "– " << print::html_text(panel.source) << "</span>";
        out << "</div>\n";
    }
    const quiz::AnswerView view =
        std::visit([&](const auto& way) -> quiz::AnswerView { return quiz::view_of(way, asked.shown); }, question.body);
    out << print::html_begin("p", "small") << print::html_text(words.text(wording::instruction_key(question.kind)))
        << " · " << print::html_text(wording::topic_name(pack, question.topic)) << "</p>\n";
    std::visit([&](const auto& way) { print::write_paper_form(out, way); }, view);
    out << "</section>\n";
}

} // namespace

void write_answer(std::ostream& out, const text::Language& words, int number, const quiz::Question& question,
                  const std::string& key) {
    out << "<section>" << print::html_begin("p", "prompt") << number << ". "
        << print::html_text(wording::one_line(question.prompt)) << "</p>\n";
    if (!key.empty()) out << print::html_begin("p", "key") << print::html_text(key) << "</p>\n";
    out << "<p>" << print::html_text(question.explanation) << "</p>\n";
    for (const Badge& badge : wording::badges_of(words, question.evidence)) {
        out << print::html_begin("p", "small")
            << print::html_text(badge.label + ": " + badge.value + " – " + badge.meaning) << "</p>\n";
    }
    for (const quiz::Citation& source : question.sources)
        out << print::html_begin("p", "small") << "– " << print::html_text(source.text) << "</p>\n";
    out << "</section>\n";
}

std::string page_of(const std::string& language, const std::string& title, const std::string& body) {
    return "<!DOCTYPE html>\n" // not for people
           + print::html_begin("html", {}, "lang", language) + "<head>" +
           print::html_begin("meta", {}, "charset", "utf-8") + "<title>" + print::html_text(title) + "</title><style>" +
           style() + "</style></head>\n<body>\n<h1>" + print::html_text(title) + "</h1>\n" + body +
           "</body>\n</html>\n";
}

Result<std::filesystem::path> new_export(const Context& context, const char* folder_name, const std::string& name,
                                         const std::string& ending) {
    if (context.kept_in.empty()) return fail("not-kept");
    const std::filesystem::path folder = std::filesystem::path(context.kept_in) / folder_name;
    if (const auto made = make_folder(folder); !made) return tl::unexpected(made.error());
    const std::string stem = plain(name);
    std::filesystem::path path = folder / (stem + ending);
    std::error_code unseen; // what cannot be looked at cannot be written either, and writing says why
    for (int number = 2; std::filesystem::exists(path, unseen); ++number)
        path = folder / (stem + '-' + std::to_string(number) + ending);
    return path;
}

Result<std::filesystem::path> write_export(const Context& context, const char* folder, const std::string& name,
                                           const std::string& ending, const std::string& text) {
    auto path = new_export(context, folder, name, ending);
    if (!path) return path;
    if (const auto written = write_file(*path, text); !written) return tl::unexpected(written.error());
    return path;
}

std::string sheet_html(const content::Pack& pack, const text::Language& words, const std::string& title,
                       const std::vector<SheetQuestion>& questions) {
    std::ostringstream out;
    out << print::html_begin("p", "small") << print::html_text(pack.name) << "</p>\n"
        << print::html_begin("p", "who") << print::html_text(words.text("sheet.name")) << " <span></span>"
        << print::html_text(words.text("sheet.date")) << " <span></span></p>\n";
    int number = 0;
    for (const SheetQuestion& asked : questions) write_question(out, words, pack, ++number, asked);
    out << print::html_begin("p", "small") << print::html_text(pack.disclaimer) << "</p>\n"
        << print::html_begin("div", "answers") << "<h2>"
        << print::html_text(words.text("sheet.answers", {{"round", title}})) << "</h2>\n";
    number = 0;
    for (const SheetQuestion& asked : questions)
        write_answer(out, words, ++number, *asked.question,
                     quiz::is_marked(*asked.question) ? quiz::key_text(*asked.question) : std::string{});
    out << "</div>\n";
    return page_of(pack.language, title, out.str());
}

Result<std::filesystem::path> write_sheet(const Context& context) {
    const quiz::SessionState& state = context.game.run().history().state;
    std::vector<SheetQuestion> questions;
    for (const quiz::QuestionRecord& asked : state.asked) {
        if (!asked.voided) questions.push_back({asked.question, asked.display_order});
    }
    const std::string title = round_name(context, state.plan.round);
    return write_export(context, "sheets", title, ".html",
                        sheet_html(context.game.pack(), context.words, title, questions));
}

Result<std::filesystem::path> write_report(const Context& context, int number) {
    const quiz::SessionState& state = context.game.run().history().state;
    const quiz::QuestionRecord& asked = state.asked.at(static_cast<std::size_t>(number) - 1);
    const quiz::Question& question = *asked.question;
    const auto& words = context.words;
    std::ostringstream out;
    out << words.text("report.heading") << "\n\n"
        << words.text("report.pack", {{"name", context.game.pack().name},
                                      {"version", context.game.pack().version},
                                      {"program", context.version}})
        << '\n'
        << state.plan.round.value << " / " << question.id << " / seed " << state.plan.seed << '\n';
    for (const ItemId& item : quiz::items_of(question)) out << item.to_text() << '\n';
    out << '\n' << question.prompt << "\n\n";
    for (const std::uint8_t option : asked.display_order)
        out << "- " << quiz::options_of(question.body)[option].text << '\n';
    out << "\n"
        << words.text("questions.key", {{"key", quiz::key_text(question)}}) << '\n'
        << question.explanation << '\n';
    for (const quiz::Citation& source : question.sources)
        out << "- [" << source.id.value << "] " << source.text << '\n';
    if (!asked.answers.empty() && asked.answers[0] && asked.answers[0]->response) {
        out << '\n' << words.text("report.answered", {{"answer", quiz::encode(*asked.answers[0]->response)}}) << '\n';
    }
    out << "\n" << words.text("report.say_why") << "\n\n";
    return write_export(context, "reports", question.id, ".txt", out.str());
}

} // namespace chelate::screens
