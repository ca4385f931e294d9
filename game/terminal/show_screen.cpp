#include "game/terminal/show_screen.hpp"

#include <ostream>
#include <sstream>
#include <utility>
#include <vector>

#include "engine/base/amount.hpp"
#include "engine/base/text.hpp"
#include "game/terminal/typed_line.hpp"

namespace chelate::terminal {

namespace {

using namespace screens;

constexpr std::size_t line_width = 78;
constexpr const char* no_break = "\u00A0"; // a number stays beside its option when lines are wrapped

void show_line(const Page& page, const std::string& text, std::size_t indent = 0) {
    if (!text.empty()) page.out << wrapped(text, indent);
}

void show_lines(const Page& page, const std::vector<std::string>& lines, std::size_t indent) {
    for (const std::string& line : lines) show_line(page, line, indent);
}

void show_listed(const Page& page, const std::vector<std::string>& lines, std::size_t indent) {
    for (const std::string& line : lines) show_line(page, "– " + line, indent);
}

void show_badges(const Page& page, const std::vector<Badge>& badges) {
    for (const Badge& badge : badges) {
        show_line(page,
                  badge.label + ": " + badge.value + (badge.symbol.empty() ? "" : " " + badge.symbol) +
                      (badge.meaning.empty() ? "" : " – " + badge.meaning),
                  2);
    }
}

void show_numbered(const Page& page, std::size_t number, const std::string& text, const std::string& detail = {}) {
    page.out << "  " << number << "  " << showable_line(text) << (detail.empty() ? "" : " – " + showable_line(detail))
             << '\n';
}

void show_buttons(const Page& page, const std::vector<Button>& buttons) {
    page.out << '\n';
    for (std::size_t i = 0; i < buttons.size(); ++i) show_numbered(page, i + 1, buttons[i].text, buttons[i].detail);
}

void show_panels(const Page& page, const std::vector<PanelModel>& panels) {
    for (const PanelModel& panel : panels) {
        show_line(page, panel.heading, 2);
        std::size_t number = 0;
        for (const std::string& line : panel.lines)
            show_line(page, panel.numbered ? std::to_string(++number) + ". " + line : line, 4);
        if (!panel.source.empty()) show_line(page, "– " + panel.source, 4);
        page.out << '\n';
    }
}

/// Returns options in one line, numbered from `first`, with brackets around those that are chosen.
std::string options_line(const std::vector<std::string>& options, const std::vector<int>& chosen, std::size_t first) {
    std::string line;
    for (std::size_t i = 0; i < options.size(); ++i) {
        bool is_chosen = false;
        for (const int one : chosen) is_chosen = is_chosen || one == static_cast<int>(i);
        line += (line.empty() ? "" : " · ") + std::to_string(first + i) + no_break +
                (is_chosen ? "[" + options[i] + "]" : options[i]);
    }
    return line;
}

template <class Model>
const Model* before(const Page& page) {
    return page.before == nullptr ? nullptr : std::get_if<Model>(page.before);
}

// One overload for each screen.

void show(const Page& page, const HomeModel& model) {
    show_line(page, model.greeting);
    show_lines(page, model.today, 0);
    show_line(page, model.week.text);
    page.out << '\n';
    if (model.resume) {
        page.out << "  " << continue_letter << "  " << showable_line(model.resume->text);
        if (!model.resume->detail.empty()) page.out << " – " << showable_line(model.resume->detail);
        page.out << '\n';
    }
    std::size_t number = 0;
    for (const RoundCard& round : model.rounds) {
        show_numbered(page, ++number, round.name, round.detail);
        show_line(page, round.about, 5);
        show_line(page, round.history, 5);
    }
    page.out << '\n';
    for (const HomePlace& place : places_of(model)) show_numbered(page, ++number, place.text);
}

void show(const Page& page, const QuestionModel& model) {
    const auto* last = before<QuestionModel>(page);
    if (last == nullptr || last->counter != model.counter || last->prompt != model.prompt) {
        page.out << showable_line(model.round) << " · " << model.counter << " · " << model.score << "\n\n";
        show_line(page, model.prompt);
        if (model.image) show_line(page, picture_text(page.words, *model.image));
        page.out << '\n';
        show_panels(page, model.panels);
        if (model.clock) show_line(page, page.words.text("terminal.clock", {{"time", model.clock->text}}));
    }
    for (const std::string& hint : model.hints) show_line(page, hint, 2);
    show_line(page, model.notice);
    show_line(page, model.instruction);
    show_answer(page, model.answer);
}

void show(const Page& page, const RevealModel& model) {
    if (model.turns) {
        page.out << showable_line(model.round) << " · " << model.counter << "\n\n";
        show_line(page, model.prompt);
        if (model.image) show_line(page, picture_text(page.words, *model.image));
        page.out << '\n';
        show_panels(page, model.panels);
    }
    page.out << model.verdict << (model.award.empty() ? "" : ". " + model.award) << '\n';
    show_marked(page, model.answer);
    show_line(page, model.chain_heading);
    show_placed(page, model.chain);
    page.out << '\n';
    show_line(page, model.why);
    show_line(page, model.graded_question);
    show_badges(page, model.badges);
    show_line(page, model.memory_heading);
    show_lines(page, model.memory, 2);
    if (model.saved) show_line(page, model.saved_text); // the banner says why, when it is not saved
}

void show(const Page& page, const ResultModel& model) {
    page.out << showable_line(model.round) << '\n' << showable_line(model.heading) << '\n' << model.points_text << '\n';
    show_line(page, model.losses);
    page.out << '\n' << model.mistakes_heading << '\n';
    for (const ResultLine& line : model.mistakes) show_line(page, "– " + line.text + " → " + line.detail, 2);
    page.out << '\n' << model.known_heading << '\n';
    show_listed(page, model.known, 2);
    if (!model.returns.empty()) page.out << '\n' << model.returns_heading << '\n';
    show_listed(page, model.returns, 2);
    show_line(page, model.saved_text);
    show_buttons(page, model.buttons);
}

void show(const Page& page, const SettingsModel& model) {
    const auto* last = before<SettingsModel>(page);
    if (last != nullptr && last->title != model.title) last = nullptr;
    if (last == nullptr) {
        page.out << showable_line(model.title) << "\n\n";
        show_line(page, model.intro);
    }
    show_badges(page, model.badges);
    for (const TeamModel& team : model.teams) page.out << "  " << showable_line(team.name) << '\n';
    for (std::size_t i = 0; i < model.rows.size(); ++i) {
        const SettingRow& row = model.rows[i];
        if (last != nullptr && i < last->rows.size() && last->rows[i] == row) continue;
        show_numbered(page, i + 1, row.name);
        show_line(page, options_line(row.options, {row.chosen}, 1), 5);
        show_line(page, row.about, 5);
    }
    if (last == nullptr || last->about != model.about) {
        page.out << '\n';
        show_line(page, model.about_heading);
        show_lines(page, model.about, 2);
    }
    if (last != nullptr && last->more == model.more) return;
    page.out << '\n';
    std::size_t number = model.rows.size();
    show_numbered(page, ++number, model.done);
    for (const std::string& more : model.more) show_numbered(page, ++number, more);
}

/// The page lists what can be typed instead of the keys of a window.
void show(const Page& page, const KeysModel& model) {
    page.out << page.words.text("terminal.typed") << '\n';
    std::optional<ActionId> last;
    for (const KeyHint& hint : model.keys) {
        if (!hint.id || hint.id == last || !is_for_terminal(*hint.id)) continue;
        const std::string does = *hint.id == ActionId::help ? page.words.text("terminal.help") : hint.action;
        page.out << "  " << typed_word(*hint.id) << "  " << does << '\n';
        last = hint.id;
    }
    page.out << "  " << typed_word(ActionId::quit) << "  " << page.words.text(row_of(ActionId::quit).label) << '\n';
}

void show(const Page& page, const WordsModel& model) {
    page.out << model.title << '\n';
    for (const WordLine& line : model.lines) show_line(page, line.word + ": " + line.meaning, 2);
}

void show(const Page& page, const ConfidenceModel& model) {
    page.out << model.title << '\n';
    show_line(page, model.text);
    for (const ConfidenceRow& row : model.rows)
        show_line(page, row.level + ": " + row.right + " / " + row.wrong + " (" + row.best + ")", 2);
}

void show(const Page& page, const NameModel& model) {
    page.out << showable_line(model.title) << '\n';
    show_line(page, model.about);
    show_line(page, model.problem);
}

void show(const Page& page, const DialogModel& model) {
    page.out << showable_line(model.title) << '\n';
    show_line(page, model.text);
    show_buttons(page, model.buttons);
}

void show_row(const Page& page, std::size_t number, const KnownRow& row, const std::string& sources_heading) {
    std::string cells;
    for (const KnownCell& cell : row.cells) {
        const std::string value = cell.about.empty() ? cell.text : cell.about + ": " + cell.text;
        cells += (cells.empty() ? "" : " · ") + value;
    }
    const std::string symbol = row.look ? "[" + row.look->symbol + "] " : "";
    show_line(page, std::to_string(number) + ' ' + symbol + row.title + (cells.empty() ? "" : " – " + cells), 2);
    show_line(page, row.about, 5);
    if (!row.open) return;
    if (row.image) show_line(page, picture_text(page.words, *row.image), 5);
    show_lines(page, row.details, 5);
    if (!row.sources.empty()) show_line(page, sources_heading, 5);
    show_listed(page, row.sources, 5);
}

/// Returns whether the only news about a page is that a row was opened.
bool has_opened_row(const KnowledgeModel& last, KnowledgeModel now) {
    if (last.rows.size() != now.rows.size()) return false;
    bool opened = false;
    for (std::size_t i = 0; i < last.rows.size(); ++i) {
        opened = opened || now.rows[i].open;
        now.rows[i].open = last.rows[i].open;
        now.rows[i].details = last.rows[i].details; // some are added when the row is opened
    }
    return opened && last.title == now.title && last.chips == now.chips && last.field == now.field &&
           last.rows == now.rows;
}

/// A chart shows the same as the rows below it, so it is left out.
void show(const Page& page, const KnowledgeModel& model) {
    const auto* last = before<KnowledgeModel>(page);
    const bool only_open = last != nullptr && has_opened_row(*last, model);
    std::size_t number = 1;
    if (!only_open) page.out << showable_line(model.title) << '\n';
    for (const ChipRow& row : model.chips) {
        if (!only_open) show_line(page, row.label + ": " + options_line(row.options, row.chosen, number), 2);
        number += row.options.size();
    }
    if (!only_open && model.field && !model.field->text.empty()) show_line(page, "“" + model.field->text + "”");
    if (!only_open) show_line(page, model.caveat);
    for (const KnownRow& row : model.rows) {
        if (!only_open || row.open) show_row(page, number, row, model.sources_heading);
        ++number;
    }
    if (!only_open) show_line(page, model.last_line);
}

void show(const Page& page, const SimulationModel& model) {
    const auto* last = before<SimulationModel>(page);
    const bool is_same = last != nullptr && last->models == model.models;
    if (!is_same) {
        page.out << showable_line(model.title) << '\n';
        show_line(page, model.models.label + ": " + options_line(model.models.options, model.models.chosen, 1), 2);
        show_line(page, model.about);
    }
    if (!model.ask.empty()) {
        show_line(page, model.ask);
        for (const ChoiceCard& choice : model.choices) show_line(page, choice.number + ' ' + choice.text, 2);
        return;
    }
    show_line(page, model.outcome);
    auto number = static_cast<std::size_t>(model.first_slider());
    for (const SliderModel& slider : model.sliders) {
        show_numbered(page, ++number, slider.name + ": " + slider.value + " (" + slider.from + " – " + slider.to + ")");
        if (slider.field) show_line(page, slider.field->problem, 5);
    }
    show_numbered(page, ++number, model.reset);
    for (const ResultValue& result : model.results) show_line(page, result.name + ": " + result.value, 2);
    if (is_same) return;
    show_badges(page, model.badges);
    show_line(page, model.leaves_out_heading);
    show_listed(page, model.leaves_out, 2);
    show_line(page, model.sources_heading);
    show_listed(page, model.sources, 2);
}

void show(const Page& page, const StandingsModel& model) {
    page.out << showable_line(model.round) << " · " << model.counter << '\n' << showable_line(model.heading) << '\n';
    for (const StandingRow& row : model.rows)
        page.out << "  " << row.place << "  " << showable_line(row.name) << "  " << row.points << ' ' << row.change
                 << '\n';
    if (model.goal) show_line(page, model.goal->text);
    show_line(page, model.note);
}

void show(const Page& page, const BlankModel&) { page.out << '\n'; }

void show(const Page& page, const BreathModel& model) {
    page.out << showable_line(model.name) << '\n'
             << model.say << ' ' << model.count << " · " << model.left_text << '\n';
    show_line(page, model.caution);
}

void show(const Page& page, const MechanismListModel& model) {
    page.out << showable_line(model.title) << '\n';
    show_line(page, model.about);
    std::size_t number = 0;
    for (const MechanismListModel::Group& group : model.groups) {
        page.out << '\n' << showable_line(group.name) << '\n';
        for (const MechanismListModel::Card& card : group.cards) show_numbered(page, ++number, card.name, {});
    }
}

void show(const Page& page, const MechanismModel& model) {
    const auto* last = before<MechanismModel>(page);
    if (last == nullptr || last->title != model.title) {
        page.out << showable_line(model.title) << '\n';
        show_line(page, model.evidence);
        if (model.figure.figure != nullptr) show_line(page, model.figure.figure->alt);
        show_lines(page, model.remarks, 0);
        page.out << '\n';
    }
    if (model.step == 0)
        return show_line(
            page, page.words.text("figure.first",
                                  {{"count", page.words.number(static_cast<std::int64_t>(model.steps.size()))}}));
    const MechanismModel::Step& step = model.steps[model.step - 1];
    show_numbered(page, model.step, step.text, {});
    show_line(page, step.because, 5);
    for (const figure::GaugeText& gauge : model.figure.gauges) show_line(page, gauge.name + ": " + gauge.reading, 5);
    if (model.step == model.steps.size()) {
        page.out << '\n';
        show_line(page, model.sources_heading);
        show_listed(page, model.sources, 2);
    }
}

void show(const Page& page, const SceneModel& model) {
    page.out << showable_line(model.round) << " · " << model.counter << '\n' << showable_line(model.heading) << '\n';
    show_lines(page, model.paragraphs, 0);
    for (const SceneRow& row : model.rows) {
        show_line(page, row.number + ' ' + row.text, 2);
        show_line(page, row.detail, 5);
        for (const StackModel& stack : row.stacks) show_line(page, stack.label + ": " + stack.text, 5);
    }
    show_line(page, model.sources_heading);
    show_listed(page, model.sources, 2);
    show_line(page, model.note);
}

/// Returns the words of a paragraph. A number and its unit are one word.
std::vector<std::string> unbroken_parts(const std::string& paragraph) {
    std::vector<std::string> parts;
    std::istringstream words(paragraph);
    for (std::string word; words >> word;) {
        const bool joins = !parts.empty() && is_inside_amount(parts.back() + ' ' + word, parts.back().size());
        if (joins) parts.back() += ' ' + word;
        else parts.push_back(std::move(word));
    }
    return parts;
}

} // namespace

std::string wrapped(const std::string& text, std::size_t indent) {
    std::string result;
    std::istringstream paragraphs(showable(text));
    for (std::string paragraph; std::getline(paragraphs, paragraph);) {
        std::size_t used = 0;
        result += std::string(indent, ' ');
        for (const std::string& word : unbroken_parts(paragraph)) {
            const std::size_t length = code_points(word);
            if (used > 0 && indent + used + 1 + length > line_width) {
                result += '\n' + std::string(indent, ' ');
                used = 0;
            }
            if (used > 0) {
                result += ' ';
                ++used;
            }
            result += word;
            used += length;
        }
        result += '\n';
    }
    return result;
}

void show_screen(const Page& page, const ScreenModel& screen) {
    std::visit([&](const auto& model) { show(page, model); }, screen);
}

void show_sources(const Page& page, const RevealModel& reveal) { show_listed(page, reveal.sources, 2); }

std::string offered_actions(const text::Language& words, const UiModel& ui) {
    std::string line;
    for (const KeyHint& hint : ui.footer) {
        if (!hint.id || !is_for_terminal(*hint.id)) continue;
        const std::string does = hint.id == ActionId::help ? words.text("terminal.help") : hint.action;
        line += (line.empty() ? "" : " · ") + typed_word(*hint.id) + ' ' + does;
    }
    return line;
}

} // namespace chelate::terminal
