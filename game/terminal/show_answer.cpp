#include <algorithm>
#include <ostream>

#include "engine/base/text.hpp"
#include "game/terminal/show_screen.hpp"

namespace chelate::terminal {

namespace {

using namespace screens;

std::string number_of(std::size_t index) { return std::to_string(index + 1); }

void show_cards(const Page& page, const std::vector<ChoiceCard>& cards) {
    for (std::size_t i = 0; i < cards.size(); ++i)
        page.out << "  " << number_of(i) << "  " << card_text(page.words, cards[i]) << '\n';
}

// One overload for each way to answer.

void show(const Page& page, const ChoiceModel& model) { show_cards(page, model.choices); }

void show(const Page& page, const OrderModel& model) {
    if (!model.first_label.empty())
        page.out << "   (" << showable_line(model.first_label) << " … " << showable_line(model.last_label) << ")\n";
    show_cards(page, model.items);
}

void show(const Page& page, const TickModel& model) {
    for (std::size_t i = 0; i < model.choices.size(); ++i)
        page.out << (model.ticked[i] ? "* " : "  ") << number_of(i) << "  " << card_text(page.words, model.choices[i])
                 << '\n';
}

void show(const Page& page, const AssignModel& model) {
    for (std::size_t i = 0; i < model.items.size(); ++i) {
        page.out << "  " << static_cast<char>('a' + i) << "  " << card_text(page.words, model.items[i]);
        if (model.given[i] >= 0)
            page.out << " → " << showable_line(model.targets[static_cast<std::size_t>(model.given[i])].text);
        page.out << '\n';
    }
    page.out << '\n';
    show_cards(page, model.targets);
}

void show(const Page& page, const NumberModel& model) {
    page.out << "  " << model.from << " … " << model.to << '\n';
    if (!model.field.problem.empty()) page.out << wrapped(model.field.problem);
}

void show(const Page& page, const TextModel& model) {
    if (!model.field.problem.empty()) page.out << wrapped(model.field.problem);
}

void show(const Page&, const ReadModel&) {}

void show(const Page& page, const PointModel& model) {
    for (const SpotModel& spot : model.spots)
        page.out << "  " << spot.number << "  " << showable_line(spot.text) << '\n';
}

void show(const Page& page, const TallyModel& model) {
    for (std::size_t i = 0; i < model.choices.size(); ++i)
        page.out << "  " << card_text(page.words, model.choices[i]) << ": " << model.counts[i] << '\n';
    if (!model.note.empty()) page.out << wrapped(model.note, 2) << '\n';
}

void show(const Page& page, const SpreadModel& model) {
    for (const SpreadModel::Bar& bar : model.bars)
        page.out << "  " << card_text(page.words, bar.card) << ": " << bar.text << '\n';
}

void show_choice(const Page& page, const MarkedChoice& choice) {
    const std::string number = choice.card.number.empty() ? "" : choice.card.number + "  ";
    page.out << wrapped(number + card_text(page.words, choice.card) + (choice.word.empty() ? "" : " – " + choice.word),
                        2);
    if (!choice.why.empty()) page.out << wrapped(choice.why, 5);
}

// One overload for each way to show how it was answered.

void show(const Page& page, const MarkedChoices& model) {
    for (const MarkedChoice& choice : model.choices) show_choice(page, choice);
}

void show(const Page& page, const MarkedOrder& model) {
    if (!model.yours.empty()) page.out << model.yours_heading << '\n';
    for (const MarkedChoice& choice : model.yours) show_choice(page, choice);
    const bool right = std::all_of(model.yours.begin(), model.yours.end(),
                                   [](const MarkedChoice& choice) { return choice.mark == Mark::right; });
    const bool reasoned = std::any_of(model.right.begin(), model.right.end(),
                                      [](const PlacedItem& item) { return !item.because.empty(); });
    if (right && !model.yours.empty() && !reasoned) return;
    page.out << model.right_heading << '\n';
    show_placed(page, model.right);
}

void show(const Page& page, const MarkedPairs& model) {
    for (const MarkedPair& pair : model.pairs) {
        page.out << wrapped(card_text(page.words, pair.item) + (pair.yours.empty() ? "" : " → " + pair.yours), 2);
        if (!pair.right.empty())
            page.out << wrapped(page.words.text("terminal.right_answer", {{"answer", pair.right}}), 5);
    }
}

void show(const Page& page, const MarkedNumber& model) {
    if (!model.yours_text.empty()) page.out << wrapped(model.yours_text, 2);
    page.out << wrapped(model.right_text, 2);
}

void show(const Page& page, const MarkedText& model) {
    if (!model.yours.card.text.empty()) show_choice(page, model.yours);
    if (!model.right.empty())
        page.out << wrapped(page.words.text("terminal.right_answer", {{"answer", model.right}}), 2);
}

void show(const Page& page, const MarkedPoint& model) { show(page, model.choices); }

std::string choose(const text::Language& words, std::size_t last) {
    return words.text("terminal.choose", {{"last", std::to_string(last)}});
}

// One overload for each prompt.

std::string prompt(const text::Language& words, const ChoiceModel& model) {
    return choose(words, model.choices.size());
}
std::string prompt(const text::Language& words, const PointModel& model) { return choose(words, model.spots.size()); }
std::string prompt(const text::Language& words, const OrderModel& model) {
    return words.text("terminal.order", {{"last", std::to_string(model.items.size())}});
}
std::string prompt(const text::Language& words, const TickModel& model) {
    return words.text("terminal.tick", {{"last", std::to_string(model.choices.size())}});
}
std::string prompt(const text::Language& words, const AssignModel& model) {
    return words.text("terminal.assign",
                      {{"items", std::to_string(model.items.size())}, {"last", std::to_string(model.targets.size())}});
}
std::string prompt(const text::Language& words, const NumberModel&) { return words.text("terminal.number"); }
std::string prompt(const text::Language& words, const TextModel&) { return words.text("terminal.write"); }
std::string prompt(const text::Language& words, const ReadModel&) { return words.text("terminal.go_on"); }
std::string prompt(const text::Language& words, const TallyModel&) { return words.text("terminal.number"); }
std::string prompt(const text::Language& words, const SpreadModel&) { return words.text("terminal.go_on"); }

} // namespace

std::string picture_text(const text::Language& words, const ImageModel& image) {
    return words.text("terminal.picture", {{"alt", showable_line(image.alt)}});
}

std::string card_text(const text::Language& words, const ChoiceCard& card) {
    return (card.look ? "[" + showable_line(card.look->symbol) + "] " : "") + showable_line(card.text) +
           (card.image ? " " + picture_text(words, *card.image) : "");
}

void show_answer(const Page& page, const AnswerModel& answer) {
    std::visit([&](const auto& model) { show(page, model); }, answer);
}

void show_placed(const Page& page, const std::vector<PlacedItem>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        page.out << wrapped(number_of(i) + "  " + items[i].text, 2);
        if (!items[i].because.empty()) page.out << wrapped(items[i].because, 5);
    }
}

void show_marked(const Page& page, const MarkedModel& marked) {
    std::visit([&](const auto& model) { show(page, model); }, marked);
}

std::string prompt_of_answer(const text::Language& words, const AnswerModel& answer) {
    return std::visit([&](const auto& model) { return prompt(words, model); }, answer);
}

} // namespace chelate::terminal
