#include "game/print/question_report.hpp"

#include <sstream>

#include "engine/quiz/encoding.hpp"
#include "engine/quiz/pool.hpp"

namespace chelate::print {

Document make_question_report(const content::Pack& pack, const text::Language& words, const QuestionReport& report) {
    const quiz::Question& question = *report.question;
    std::ostringstream out;
    out << words.text("report.heading") << "\n\n"
        << words.text("report.pack", {{"name", pack.name}, {"version", pack.version}, {"program", report.program}})
        << '\n'
        << report.round.value << " / " << question.id << " / seed " << report.seed << '\n';
    for (const ItemId& item : quiz::items_of(question)) out << item.to_text() << '\n';
    out << '\n' << question.prompt << "\n\n";
    for (const std::uint8_t option : report.display_order)
        out << "- " << quiz::options_of(question.interaction)[option].text << '\n';
    out << "\n"
        << words.text("questions.key", {{"key", quiz::key_text(question)}}) << '\n'
        << question.explanation << '\n';
    for (const quiz::Citation& source : question.sources)
        out << "- [" << source.id.value << "] " << source.text << '\n';
    if (report.response)
        out << '\n' << words.text("report.answered", {{"answer", quiz::encode(*report.response)}}) << '\n';
    out << "\n" << words.text("report.say_why") << "\n\n";
    return {"reports", question.id, ".txt", out.str()};
}

} // namespace chelate::print
