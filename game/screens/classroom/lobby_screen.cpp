#include "game/screens/classroom/lobby_screen.hpp"

#include <algorithm>
#include <array>

#include "game/print/answer_cards.hpp"
#include "game/screens/classroom/class_screen.hpp"
#include "game/screens/presenter/exports.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

enum Row {
    row_class,
    row_teams,
    row_response_mode,
    row_lesson,
    row_win,
    row_certainty,
    row_clock,
    row_speed,
    row_standings
};

constexpr std::array response_modes{quiz::ResponseMode::turns, quiz::ResponseMode::buzzers, quiz::ResponseMode::hands,
                                    quiz::ResponseMode::cards};
constexpr std::array clocks{0, 20, 30, 60, 90};
constexpr int usual_teams = 2;

std::string response_mode_key(quiz::ResponseMode response_mode) {
    switch (response_mode) {
    case quiz::ResponseMode::buzzers: return "buzzers";
    case quiz::ResponseMode::hands: return "hands";
    case quiz::ResponseMode::cards: return "cards";
    default: return "turns";
    }
}

template <class List, class T>
int place_of(const List& list, const T& value) {
    const auto found = std::find(list.begin(), list.end(), value);
    return found == list.end() ? 0 : static_cast<int>(found - list.begin());
}

session::ClassProfile new_class(const Context& context) {
    session::ClassProfile room;
    for (int number = 1;; ++number) {
        room.name = context.words.text("room.class_name", {{"number", context.words.number(number)}});
        const auto& all = context.classes.classes;
        if (std::none_of(all.begin(), all.end(),
                         [&](const session::ClassProfile& other) { return other.name == room.name; }))
            break;
    }
    for (int place = 0; place < usual_teams; ++place) room.teams.push_back(session::new_team(place));
    return room;
}

void keep(const Context& context) {
    if (context.save_classes) context.save_classes();
}

} // namespace

void LobbyScreen::enter() {
    auto& classes = context_.classes.classes;
    if (classes.empty()) classes.push_back(new_class(context_));
    context_.game.enter_classroom(room().name);
    choices_ = lesson_choices(context_);
    find_lesson();
    focus_ = row_standings + 1; // last time's class can start at once
}

std::vector<SettingRow> LobbyScreen::rows() const {
    const auto& words = context_.words;
    const auto row = [&](const char* name, std::vector<std::string> options, int chosen) {
        return SettingRow{words.text("lobby." + std::string(name)), std::move(options), chosen,
                          words.text("lobby." + std::string(name) + ".about")};
    };
    std::vector<std::string> classes;
    for (const session::ClassProfile& other : context_.classes.classes)
        classes.push_back(context_.shown_name(other.name));
    classes.push_back(words.text("lobby.new_class"));
    std::vector<std::string> teams{words.text("lobby.no_teams")};
    for (int count = 2; count <= session::most_teams; ++count) teams.push_back(words.number(count));
    std::vector<std::string> ways;
    for (const quiz::ResponseMode response_mode : response_modes)
        ways.push_back(words.text("taking." + response_mode_key(response_mode)));
    std::vector<std::string> lessons;
    for (const LessonChoice& choice : choices_)
        lessons.push_back(choice.kept != nullptr ? words.text("lobby.mine", {{"name", choice.name}}) : choice.name);
    std::vector<std::string> seconds;
    for (const int count : clocks)
        seconds.push_back(count > 0 ? words.plural("own.seconds", count) : words.text("own.no_clock"));
    std::vector<SettingRow> rows{
        row("class", std::move(classes), 0),
        row("teams", std::move(teams), static_cast<int>(room().teams.size()) - 1),
        row("taking", std::move(ways), place_of(response_modes, room().response_mode)),
        row("lesson", std::move(lessons), static_cast<int>(lesson_)),
        row("win", {words.text("lobby.win.teams"), words.text("lobby.win.together")}, room().together ? 1 : 0),
        row("certainty", {words.text("own.plain"), words.text("own.certainty")}, room().asks_confidence ? 1 : 0),
        row("clock", std::move(seconds), place_of(clocks, room().seconds)),
        row("speed", {words.text("lobby.speed.off"), words.text("lobby.speed.on")}, room().speed ? 1 : 0),
        row("standings", {words.text("lobby.standings.hidden"), words.text("lobby.standings.shown")},
            room().standings ? 1 : 0)};
    rows[row_response_mode].about = words.text("taking." + response_mode_key(room().response_mode) + ".about");
    return rows;
}

std::vector<LobbyScreen::More> LobbyScreen::buttons() const {
    std::vector<More> all;
    if (context_.game.interrupted()) all.push_back(more_go_on);
    all.push_back(more_preview);
    all.push_back(more_names);
    if (room().response_mode == quiz::ResponseMode::buzzers) all.push_back(more_buttons);
    all.push_back(more_rehearse);
    if (room().response_mode == quiz::ResponseMode::cards) all.push_back(more_cards);
    all.push_back(more_forget);
    return all;
}

ScreenModel LobbyScreen::model() const {
    const auto& words = context_.words;
    SettingsModel model = page(words.text("lobby.title"), words.text("lobby.begin"));
    for (const session::Team& team : room().teams) {
        TeamModel shown;
        shown.look = look_of(team);
        shown.name = team_name(context_, team.id);
        if (room().response_mode == quiz::ResponseMode::buzzers) shown.points = team.button;
        if (!team.members.empty())
            shown.word = words.plural("lobby.members", static_cast<std::int64_t>(team.members.size()));
        model.teams.push_back(std::move(shown));
    }
    for (const More which : buttons()) {
        switch (which) {
        case more_go_on: {
            const quiz::SessionState state = quiz::replay(context_.game.interrupted()->events).state;
            model.more.push_back(
                words.text("lobby.go_on", {{"round", round_name(context_, state.plan.round)},
                                           {"number", words.number(static_cast<std::int64_t>(state.asked.size()))},
                                           {"of", words.number(state.plan.planned)}}));
            break;
        }
        case more_preview: model.more.push_back(words.text("lobby.preview")); break;
        case more_names: model.more.push_back(words.text("lobby.names")); break;
        case more_buttons: model.more.push_back(words.text("lobby.buttons")); break;
        case more_rehearse: model.more.push_back(words.text("lobby.rehearse")); break;
        case more_cards: model.more.push_back(words.text("lobby.cards")); break;
        case more_forget: model.more.push_back(words.text("lobby.forget")); break;
        }
    }
    model.about = {words.text("lobby.kept")};
    return model;
}

std::vector<KeyHint> LobbyScreen::hints() const { return RowsScreen::hints(); }

std::vector<Action> LobbyScreen::actions() const {
    return {on(ActionId::go_on, &LobbyScreen::done, "does.begin"),
            on(ActionId::remove, &LobbyScreen::forget, "does.forget_names"), on(ActionId::back, &LobbyScreen::leave)};
}

void LobbyScreen::choose_class(int option) {
    auto& all = context_.classes.classes;
    const auto place = static_cast<std::size_t>(option);
    if (place >= all.size()) all.insert(all.begin(), new_class(context_));
    else std::rotate(all.begin(), all.begin() + option, all.begin() + option + 1);
    context_.game.enter_classroom(room().name);
    find_lesson();
}

void LobbyScreen::find_lesson() {
    const auto found = std::find_if(choices_.begin(), choices_.end(),
                                    [&](const LessonChoice& choice) { return choice.name == room().lesson; });
    lesson_ = found == choices_.end() ? 0 : static_cast<std::size_t>(found - choices_.begin());
}

void LobbyScreen::set_teams(int count) {
    auto& teams = room().teams;
    std::vector<std::string> loose; // pupils of teams that go are dealt to those that stay
    while (static_cast<int>(teams.size()) > count) {
        loose.insert(loose.end(), teams.back().members.begin(), teams.back().members.end());
        teams.pop_back();
    }
    for (std::size_t i = 0; i < loose.size(); ++i) teams[i % teams.size()].members.push_back(loose[i]);
    while (static_cast<int>(teams.size()) < count) teams.push_back(session::new_team(static_cast<int>(teams.size())));
}

void LobbyScreen::set(int row, int option) {
    const auto place = static_cast<std::size_t>(option);
    switch (row) {
    case row_class: choose_class(option); break;
    case row_teams: set_teams(option + 1); break;
    case row_response_mode: room().response_mode = response_modes.at(place); break;
    case row_lesson:
        room().lesson = choices_.at(place).name;
        find_lesson();
        break;
    case row_win: room().together = option == 1; break;
    case row_certainty: room().asks_confidence = option == 1; break;
    case row_clock: room().seconds = clocks.at(place); break;
    case row_speed: room().speed = option == 1; break;
    default: room().standings = option == 1; break;
    }
    keep(context_);
}

Transition LobbyScreen::begin(bool rehearsal) {
    if (choices_.empty()) return Stay{};
    const LessonPlan plan = plan_lesson(context_, choices_[lesson_], room().response_mode);
    if (auto started = start_lesson(context_, plan, rehearsal); !started) {
        return Push{ShowMessage{context_.words.text("message.no_round"), context_.words.text("lobby.nothing_suits")}};
    }
    keep(context_);
    return continue_class(context_);
}

Transition LobbyScreen::forget() {
    for (session::Team& team : room().teams) {
        team.name.clear();
        team.members.clear();
    }
    keep(context_);
    return Push{ShowMessage{context_.words.text("lobby.forgotten"), context_.words.text("lobby.forgotten.about")}};
}

Transition LobbyScreen::press_more(int index) {
    const auto all = buttons();
    if (index < 0 || index >= static_cast<int>(all.size())) return Stay{};
    switch (all[static_cast<std::size_t>(index)]) {
    case more_go_on: context_.game.resume(); return continue_class(context_);
    case more_preview: return GoTo{ShowPreview{static_cast<int>(lesson_)}};
    case more_names: return Push{ShowNames{}};
    case more_buttons: return Push{ShowButtons{}};
    case more_rehearse: return begin(true);
    case more_cards:
        return save_and_show(context_,
                             print::make_answer_cards(context_.game.pack().language, context_.words, print_style()));
    case more_forget: return forget();
    }
    return Stay{};
}

Transition LobbyScreen::leave() {
    context_.game.leave_classroom();
    return GoTo{ShowHome{}};
}

NamesOverlay::NamesOverlay(Context& context)
    : context_(context), text_(session::typed_names(context.classes.classes.front().teams)) {}

ScreenModel NamesOverlay::model() const {
    const auto& words = context_.words;
    NameModel model;
    model.title = words.text("names.title");
    model.about = words.text("names.about");
    model.text = text_;
    model.ok = words.text("names.ok");
    model.cancel = words.text("name.cancel");
    model.lines = true;
    return model;
}

std::vector<KeyHint> NamesOverlay::hints() const {
    return {{context_.words.text("key.enter"), context_.words.text("does.next_line")}};
}

std::vector<Action> NamesOverlay::actions() const {
    return {on(ActionId::go_on, &NamesOverlay::accept, "does.take_names"), on(ActionId::back, Transition{Close{}})};
}

Transition NamesOverlay::accept() {
    session::deal_names(text_, context_.classes.classes.front().teams);
    keep(context_);
    return Close{};
}

Transition NamesOverlay::handle(const Intent& intent) {
    if (const auto* typed = std::get_if<TypeName>(&intent)) text_ = typed->text;
    const auto* press = std::get_if<Press>(&intent);
    if (press != nullptr && press->index == 1) return accept();
    if (press != nullptr && press->index == 2) return Close{};
    return Stay{};
}

ScreenModel ButtonsOverlay::model() const {
    const auto& words = context_.words;
    const auto& teams = context_.classes.classes.front().teams;
    DialogModel model;
    model.title = words.text("buttons.title", {{"team", team_name(context_, teams[team_].id)}});
    model.text = words.text("buttons.about", {{"button", teams[team_].button}});
    if (!taken_.empty()) model.text = taken_ + "\n" + model.text;
    model.buttons = {{words.text("buttons.keep"), {}, true}};
    return model;
}

std::vector<KeyHint> ButtonsOverlay::hints() const {
    return {{context_.words.text("key.enter"), context_.words.text("does.keep_button")}};
}

std::vector<Action> ButtonsOverlay::actions() const {
    return {on(ActionId::go_on, &ButtonsOverlay::next, "does.keep_button").footer_when(false),
            on(ActionId::back, Transition{Close{}})};
}

Transition ButtonsOverlay::next() {
    const std::size_t teams = context_.classes.classes.front().teams.size();
    if (++team_ < teams) return Stay{};
    team_ = teams - 1;
    return Close{};
}

Transition ButtonsOverlay::handle(const Intent& intent) {
    auto& teams = context_.classes.classes.front().teams;
    if (std::holds_alternative<Activate>(intent) || std::holds_alternative<Press>(intent)) return next();
    if (const auto* pressed = std::get_if<PressButtons>(&intent); pressed != nullptr && !pressed->buttons.empty()) {
        const std::string& button = pressed->buttons.front();
        const auto other =
            std::find_if(teams.begin(), teams.end(), [&](const session::Team& team) { return team.button == button; });
        if (other != teams.end() && other != teams.begin() + static_cast<std::ptrdiff_t>(team_)) {
            // Two teams with one button would never be told apart: they change places.
            other->button = teams[team_].button;
            taken_ =
                context_.words.text("buttons.changed", {{"button", button}, {"team", team_name(context_, other->id)}});
        } else {
            taken_.clear();
        }
        teams[team_].button = button;
        keep(context_);
        return next();
    }
    return Stay{};
}

} // namespace chelate::screens
