#include "game/print/answer_key.hpp"

#include "engine/base/text.hpp"
#include "game/print/html.hpp"
#include "game/wording/wording.hpp"

namespace chelate::print {

void add_answer_key(pugi::xml_node parent, const content::Pack& pack, const text::Language& words, int number,
                    const quiz::Question& question, const std::string& key) {
    const pugi::xml_node section = add(parent, "section");
    add(section, "p", std::to_string(number) + ". " + showable_line(question.prompt), "prompt");
    if (!key.empty()) add(section, "p", key, "key");
    for (const quiz::ChainStep& step : question.chain) {
        if (!step.because.empty()) add(section, "p", step.text + ": " + step.because, "small");
    }
    add(section, "p", question.explanation);
    for (const wording::Badge& badge : wording::badges_of(pack, words, question.evidence)) {
        const std::string meaning = badge.meaning.empty() ? "" : " – " + badge.meaning;
        add(section, "p", badge.label + ": " + badge.value + meaning, "small");
    }
    for (const quiz::Citation& source : question.sources) add(section, "p", "– " + source.text, "small");
}

} // namespace chelate::print
