#include "game/screens/knowledge/explained_words.hpp"

#include <string>
#include <variant>

#include "engine/base/text.hpp"

namespace chelate::screens {

namespace {

void add_text(std::string& all, const std::string& text) { all += '\n' + text; }

template <class Options>
void add_options(std::string& all, const Options& options) {
    for (const auto& option : options) add_text(all, option.text);
}

void add_panels(std::string& all, const std::vector<quiz::Panel>& panels) {
    for (const quiz::Panel& panel : panels) {
        add_text(all, panel.heading);
        add_text(all, panel.text);
    }
}

// Add what each interaction shows before it is answered.
void add_answer(std::string& all, const quiz::ChoiceView& view) { add_options(all, view.options); }
void add_answer(std::string& all, const quiz::TickView& view) { add_options(all, view.options); }
void add_answer(std::string& all, const quiz::OrderView& view) { add_options(all, view.items); }
void add_answer(std::string& all, const quiz::AssignView& view) {
    add_options(all, view.items);
    add_options(all, view.targets);
}
template <class ShowsNoWords>
void add_answer(std::string&, const ShowsNoWords&) {}

std::vector<WordLine> explained(const content::Pack& pack, const std::string& text, bool asks_verdict) {
    std::vector<WordLine> lines;
    for (std::size_t i = 0; asks_verdict && i < std::size(pack.words.verdicts); ++i) {
        if (!pack.words.verdict_meanings[i].empty())
            lines.push_back({pack.words.verdicts[i], pack.words.verdict_meanings[i]});
    }
    for (const content::GlossaryEntry* entry : content::words_in(text, pack.glossary))
        lines.push_back({capitalised(entry->word), entry->meaning});
    return lines;
}

} // namespace

std::vector<WordLine> words_of(const content::Pack& pack, const quiz::QuestionView& question) {
    std::string all = question.prompt;
    add_panels(all, question.panels);
    std::visit([&](const auto& view) { add_answer(all, view); }, question.answer);
    return explained(pack, all, question.kind == quiz::Kind::claim_check);
}

std::vector<WordLine> words_of(const content::Pack& pack, const quiz::Question& question) {
    std::string all = question.prompt;
    add_panels(all, question.panels);
    add_options(all, quiz::options_of(question.interaction));
    add_text(all, question.explanation);
    for (const quiz::ChainStep& step : question.chain) {
        add_text(all, step.text);
        add_text(all, step.because);
    }
    return explained(pack, all, question.kind == quiz::Kind::claim_check);
}

} // namespace chelate::screens
