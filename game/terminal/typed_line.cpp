#include "game/terminal/typed_line.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>

#include "engine/base/text.hpp"

namespace chelate::terminal {

namespace {

using namespace screens;

using Intents = std::vector<Intent>;
using Meaning = std::optional<Intents>;

/// Returns a whole number from 1 to `highest`, when the text is nothing else.
std::optional<int> number_in(std::string_view text, std::size_t highest) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 1 || number > highest) return std::nullopt;
    return static_cast<int>(number);
}

/// Returns the digits in a text, counted from 0. Blanks and commas may be between them. Returns nothing when there is
/// anything else, or a digit is not from 1 to `highest`. @pre no question has more than nine things to number
std::optional<std::vector<int>> digits_in(std::string_view text, std::size_t highest) {
    std::vector<int> places;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' || text[i] == ',') continue;
        const auto number = number_in(text.substr(i, 1), highest);
        if (!number) return std::nullopt;
        places.push_back(*number - 1);
    }
    return places;
}

Meaning chosen(std::string_view line, std::size_t count) {
    const auto number = number_in(line, count);
    if (!number) return std::nullopt;
    return Intents{Choose{*number}};
}

/// Enter means the button with the focus; a number means the button with that number.
Meaning button(std::string_view line, std::size_t count) {
    if (line.empty()) return Intents{Activate{}};
    return chosen(line, count);
}

Meaning only_enter(std::string_view line) {
    if (!line.empty()) return std::nullopt;
    return Intents{Activate{}};
}

/// Replaces what is in a field.
Intents retyped(const FieldModel& field, std::string_view line) {
    Intents intents{EditText{Edit::end}};
    intents.insert(intents.end(), code_points(field.text), EditText{Edit::backspace});
    intents.push_back(TypeText{std::string(line)});
    return intents;
}

Meaning submitted(const FieldModel& field, std::string_view line) {
    if (line.empty()) return std::nullopt;
    Intents intents = retyped(field, line);
    intents.push_back(Activate{});
    return intents;
}

// One overload for each way to answer.

Meaning meaning(std::string_view line, const ChoiceModel& model) { return chosen(line, model.choices.size()); }
Meaning meaning(std::string_view line, const PointModel& model) { return chosen(line, model.spots.size()); }

Meaning meaning(std::string_view line, const OrderModel& model) {
    const auto wanted = digits_in(line, model.items.size());
    std::vector<int> now(model.items.size());
    std::iota(now.begin(), now.end(), 0);
    if (!wanted || !std::is_permutation(wanted->begin(), wanted->end(), now.begin(), now.end())) return std::nullopt;
    Intents intents;
    for (std::size_t place = 0; place < now.size(); ++place) {
        const auto item = std::find(now.begin(), now.end(), (*wanted)[place]);
        intents.push_back(MoveItem{static_cast<int>(item - now.begin()), static_cast<int>(place)});
        std::rotate(now.begin() + static_cast<std::ptrdiff_t>(place), item, item + 1);
    }
    intents.push_back(Activate{});
    return intents;
}

Meaning meaning(std::string_view line, const TickModel& model) {
    const auto wanted = digits_in(line, model.choices.size());
    if (!wanted || wanted->empty()) return std::nullopt;
    Intents intents;
    for (std::size_t i = 0; i < model.ticked.size(); ++i) {
        const bool tick = std::find(wanted->begin(), wanted->end(), static_cast<int>(i)) != wanted->end();
        if (tick != model.ticked[i]) intents.push_back(Choose{static_cast<int>(i) + 1});
    }
    intents.push_back(Activate{});
    return intents;
}

Meaning meaning(std::string_view line, const AssignModel& model) {
    const auto targets = digits_in(line, model.targets.size());
    if (!targets || targets->size() != model.items.size()) return std::nullopt;
    Intents intents;
    for (std::size_t item = 0; item < targets->size(); ++item) {
        intents.push_back(FocusOn{static_cast<int>(item)});
        intents.push_back(Choose{(*targets)[item] + 1});
    }
    intents.push_back(Activate{});
    return intents;
}

Meaning meaning(std::string_view line, const NumberModel& model) { return submitted(model.field, line); }
Meaning meaning(std::string_view line, const TextModel& model) { return submitted(model.field, line); }
Meaning meaning(std::string_view line, const ReadModel&) { return only_enter(line); }
Meaning meaning(std::string_view line, const SpreadModel&) { return only_enter(line); }

/// A count for the choice with the focus; Enter goes on to the next one, and at last submits them all.
Meaning meaning(std::string_view line, const TallyModel&) {
    if (line.empty()) return Intents{Activate{}};
    return Intents{TypeText{std::string(line)}, Activate{}};
}

// One overload for each screen.

Meaning meaning(std::string_view line, const HomeModel& model) {
    if (line == continue_letter && model.resume) return Intents{Press{0}};
    const auto places = places_of(model);
    const auto number = number_in(line, model.rounds.size() + places.size());
    if (!number) return std::nullopt;
    const auto place = static_cast<std::size_t>(*number) - 1;
    if (place < model.rounds.size()) return Intents{Choose{*number}};
    return Intents{Press{places[place - model.rounds.size()].focus}};
}

Meaning meaning(std::string_view line, const QuestionModel& model) {
    return std::visit([&](const auto& answer) { return meaning(line, answer); }, model.answer);
}

Meaning meaning(std::string_view line, const RevealModel& model) {
    constexpr int next = 1; // after the sources
    if (line.empty()) return Intents{Press{next}};
    if (model.turns && line == turn_back_letter) return Intents{Adjust{-1, -1}};
    if (model.turns && line == turn_on_letter) return Intents{Adjust{-1, 1}};
    return std::nullopt;
}

Meaning meaning(std::string_view line, const ResultModel& model) { return button(line, model.buttons.size()); }
Meaning meaning(std::string_view line, const DialogModel& model) { return button(line, model.buttons.size()); }

/// "2 3" chooses the third option of the second row; "2" chooses the row's next option. The buttons are numbered on
/// from the rows.
Meaning meaning(std::string_view line, const SettingsModel& model) {
    const auto done = static_cast<int>(model.rows.size());
    if (line.empty()) return Intents{Press{done}};
    const std::size_t blank = line.find(' ');
    if (blank != std::string_view::npos) {
        const auto row = number_in(line.substr(0, blank), model.rows.size());
        if (!row) return std::nullopt;
        const SettingRow& chosen_row = model.rows[static_cast<std::size_t>(*row) - 1];
        const auto option = number_in(line.substr(blank + 1), chosen_row.options.size());
        if (!option) return std::nullopt;
        return Intents{SetOption{*row - 1, *option - 1}};
    }
    const auto number = number_in(line, model.rows.size() + 1 + model.more.size());
    if (!number) return std::nullopt;
    if (*number > done) return Intents{Press{*number - 1}};
    if (model.rows[static_cast<std::size_t>(*number) - 1].options.empty()) return std::nullopt;
    return Intents{FocusOn{*number - 1}, Activate{}};
}

Meaning meaning(std::string_view line, const NameModel&) {
    if (line.empty()) return Intents{Activate{}};
    return Intents{TypeName{std::string(line)}, Activate{}};
}

/// The options are numbered first, then the rows. Other text is what to search for.
Meaning meaning(std::string_view line, const KnowledgeModel& model) {
    std::size_t count = model.rows.size();
    for (const ChipRow& row : model.chips) count += row.options.size();
    if (const auto number = number_in(line, count)) return Intents{Press{*number - 1}};
    if (!model.field) return std::nullopt;
    return retyped(*model.field, line);
}

Meaning meaning(std::string_view line, const MechanismListModel& model) {
    std::size_t count = 0;
    for (const MechanismListModel::Group& group : model.groups) count += group.cards.size();
    if (const auto number = number_in(line, count)) return Intents{Press{*number - 1}};
    return std::nullopt;
}
// In a terminal nothing moves, so an empty line goes on to the next step.
Meaning meaning(std::string_view line, const MechanismModel& model) {
    if (line.empty()) return Intents{Adjust{-1, 1}};
    if (const auto number = number_in(line, model.steps.size()))
        return Intents{Press{static_cast<int>(model.buttons.size()) + *number - 1}};
    return std::nullopt;
}

/// The models are numbered first, then the inputs, then the button that starts again. "8 -30" sets an input. While
/// something is to be predicted, only its choices are numbered.
Meaning meaning(std::string_view line, const SimulationModel& model) {
    if (!model.choices.empty()) return chosen(line, model.choices.size());
    const auto inputs = static_cast<std::size_t>(model.first_choice());
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos) {
        const auto number = number_in(line, inputs + 1);
        if (!number || (*number > model.first_slider() && *number <= model.first_choice())) return std::nullopt;
        return Intents{Press{*number <= model.first_slider() ? *number - 1 : model.reset_focus()}};
    }
    const auto number = number_in(line.substr(0, blank), inputs);
    if (!number || *number <= model.first_slider()) return std::nullopt;
    return Intents{FocusOn{0}, FocusOn{*number - 1}, TypeText{std::string(line.substr(blank + 1))}, Activate{}};
}

Meaning meaning(std::string_view line, const KeysModel&) { return only_enter(line); }
Meaning meaning(std::string_view line, const WordsModel&) { return only_enter(line); }
Meaning meaning(std::string_view line, const ConfidenceModel&) { return only_enter(line); }
Meaning meaning(std::string_view line, const StandingsModel&) { return only_enter(line); }
Meaning meaning(std::string_view line, const BlankModel&) { return only_enter(line); }
Meaning meaning(std::string_view line, const BreathModel&) { return only_enter(line); }
Meaning meaning(std::string_view line, const SceneModel&) { return only_enter(line); }

/// Returns whether a line may be any text, so that words cannot be names of actions.
bool takes_text(const ScreenModel& screen) {
    if (const auto* question = std::get_if<QuestionModel>(&screen))
        return std::holds_alternative<TextModel>(question->answer);
    if (const auto* knowledge = std::get_if<KnowledgeModel>(&screen)) return knowledge->field.has_value();
    return std::holds_alternative<NameModel>(screen);
}

bool names(std::string_view line, const ActionRow& row, bool in_text) {
    if (line.empty()) return false;
    if (line == row.letter || (line[0] == '/' ? line.substr(1) : in_text ? "" : line) == row.name) return true;
    return row.id == ActionId::back && (line == "esc" || (!in_text && line == "b"));
}

} // namespace

std::string typed_word(ActionId id) {
    const ActionRow& row = row_of(id);
    return std::string(row.letter.empty() ? "/" : "") + std::string(row.letter.empty() ? row.name : row.letter);
}

bool is_for_terminal(ActionId id) { return id != ActionId::full_screen && id != ActionId::host_window; }

std::vector<HomePlace> places_of(const HomeModel& home) {
    std::vector<HomePlace> places;
    const int progress = home.resume ? 1 : 0;
    int focus = progress + (home.progress.empty() ? 0 : 1) + static_cast<int>(home.rounds.size());
    for (std::size_t i = 0; i < home.corner.size(); ++i, ++focus) {
        const auto& window = home.for_window;
        if (std::find(window.begin(), window.end(), static_cast<int>(i)) == window.end())
            places.push_back({home.corner[i], focus});
    }
    // Last, because it is not there at first: the others keep their numbers.
    if (!home.progress.empty()) places.push_back({home.progress, progress});
    return places;
}

std::optional<std::vector<Intent>> intents_of(const std::string& line, const UiModel& ui) {
    const ScreenModel& top = ui.screens.back();
    for (const ActionId id : ui.enabled) {
        const ActionRow& row = row_of(id);
        if (!is_for_terminal(id) || !names(line, row, takes_text(top))) continue;
        // A letter and Enter are no accident, so ending a round or the program by them needs no further question.
        if (id == ActionId::end_round && line == row.letter) return Intents{Act{id}, Activate{}};
        if (id == ActionId::back && std::holds_alternative<HomeModel>(top) && !ui.kiosk)
            return Intents{Act{ActionId::quit}};
        return Intents{Act{id}};
    }
    if (line.starts_with('/')) return std::nullopt; // an action that is not enabled, or a name that is misspelled
    return std::visit([&](const auto& model) { return meaning(line, model); }, top);
}

} // namespace chelate::terminal
