#include "game/print/answer_key.hpp"

#include <ostream>

#include "game/print/html.hpp"
#include "game/wording/wording.hpp"

namespace chelate::print {

void write_answer_key(std::ostream& out, const text::Language& words, int number, const quiz::Question& question,
                      const std::string& key) {
    out << "<section>" << html_begin("p", "prompt") << number << ". " << html_text(wording::one_line(question.prompt))
        << "</p>\n";
    if (!key.empty()) out << html_begin("p", "key") << html_text(key) << "</p>\n";
    out << "<p>" << html_text(question.explanation) << "</p>\n";
    for (const wording::Badge& badge : wording::badges_of(words, question.evidence)) {
        out << html_begin("p", "small") << html_text(badge.label + ": " + badge.value + " – " + badge.meaning)
            << "</p>\n";
    }
    for (const quiz::Citation& source : question.sources)
        out << html_begin("p", "small") << "– " << html_text(source.text) << "</p>\n";
    out << "</section>\n";
}

} // namespace chelate::print
