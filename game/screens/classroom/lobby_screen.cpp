#include "game/screens/classroom/lobby_screen.hpp"

#include <algorithm>
#include <array>

#include "game/print/answer_cards.hpp"
#include "game/screens/presenter/round_effects.hpp"
#include "game/screens/presenter/round_header.hpp"

namespace chelate::screens {

namespace {

constexpr std::array response_modes{quiz::ResponseMode::turns, quiz::ResponseMode::buzzers, quiz::ResponseMode::hands,
                                    quiz::ResponseMode::cards};
constexpr std::array class_clocks{0, 20, 30, 60, 90};
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

session::ClassProfile new_class(const text::Language& words, const session::ClassFile& file) {
    session::ClassProfile profile;
    for (int number = 1;; ++number) {
        profile.name = words.text("class.class_name", {{"number", words.number(number)}});
        if (std::none_of(file.classes.begin(), file.classes.end(),
                         [&](const session::ClassProfile& other) { return other.name == profile.name; }))
            break;
    }
    for (int place = 0; place < usual_teams; ++place) profile.teams.push_back(session::new_team(place));
    return profile;
}

void set_teams(std::vector<session::Team>& teams, int count) {
    std::vector<std::string> loose; // members of teams that go are dealt to those that stay
    while (static_cast<int>(teams.size()) > count) {
        loose.insert(loose.end(), teams.back().members.begin(), teams.back().members.end());
        teams.pop_back();
    }
    for (std::size_t i = 0; i < loose.size(); ++i) teams[i % teams.size()].members.push_back(loose[i]);
    while (static_cast<int>(teams.size()) < count) teams.push_back(session::new_team(static_cast<int>(teams.size())));
}

} // namespace

Effects LobbyScreen::enter() {
    session::ClassFile file = files_.classes();
    Effects effects;
    if (file.classes.empty()) {
        file.classes.push_back(new_class(words_, file));
        effects = Save{file};
    }
    const auto entered = [this](const Result<void>&) -> Effects {
        choices_ = lesson_choices(pack_, files_.classes());
        find_lesson(current_class());
        focus_ = row_standings + 1; // last time's class can start at once
        return {};
    };
    return std::move(effects).and_then(Submit{session::EnterClassroom{file.classes.front().name}, entered});
}

std::vector<SettingRow> LobbyScreen::rows() const {
    const session::ClassProfile& profile = current_class();
    const auto row = [&](const char* name, std::vector<std::string> options, int chosen) {
        return SettingRow{words_.text("lobby." + std::string(name)), std::move(options), chosen,
                          words_.text("lobby." + std::string(name) + ".about")};
    };
    std::vector<std::string> classes;
    for (const session::ClassProfile& other : files_.classes().classes) classes.push_back(shown_name_(other.name));
    classes.push_back(words_.text("lobby.new_class"));
    std::vector<std::string> teams{words_.text("lobby.no_teams")};
    for (int count = 2; count <= session::most_teams; ++count) teams.push_back(words_.number(count));
    std::vector<std::string> modes;
    for (const quiz::ResponseMode response_mode : response_modes)
        modes.push_back(words_.text("response_mode." + response_mode_key(response_mode)));
    std::vector<std::string> lessons;
    for (const LessonChoice& choice : choices_)
        lessons.push_back(choice.kept ? words_.text("lobby.mine", {{"name", choice.name}}) : choice.name);
    std::vector<std::string> seconds;
    for (const int count : class_clocks)
        seconds.push_back(count > 0 ? words_.plural("own.seconds", count) : words_.text("own.no_clock"));
    std::vector<SettingRow> rows{
        row("class", std::move(classes), 0),
        row("teams", std::move(teams), static_cast<int>(profile.teams.size()) - 1),
        row("response_mode", std::move(modes), place_of(response_modes, profile.response_mode)),
        row("lesson", std::move(lessons), static_cast<int>(lesson_)),
        row("win", {words_.text("lobby.win.teams"), words_.text("lobby.win.together")}, profile.together ? 1 : 0),
        row("certainty", {words_.text("own.plain"), words_.text("own.certainty")}, profile.asks_confidence ? 1 : 0),
        row("clock", std::move(seconds), place_of(class_clocks, profile.seconds)),
        row("speed", {words_.text("lobby.speed.off"), words_.text("lobby.speed.on")}, profile.speed ? 1 : 0),
        row("standings", {words_.text("lobby.standings.hidden"), words_.text("lobby.standings.shown")},
            profile.standings ? 1 : 0)};
    const auto about = [&](quiz::ResponseMode response_mode) {
        return words_.text("response_mode." + response_mode_key(response_mode) + ".about");
    };
    rows[row_response_mode].about = about(profile.response_mode);
    for (const quiz::ResponseMode response_mode : response_modes)
        rows[row_response_mode].other_abouts.push_back(about(response_mode));
    return rows;
}

std::vector<LobbyScreen::More> LobbyScreen::buttons() const {
    const quiz::ResponseMode response_mode = current_class().response_mode;
    std::vector<More> all;
    if (rounds_.interrupted()) all.push_back(more_go_on);
    all.push_back(more_preview);
    all.push_back(more_names);
    const bool counts = response_mode == quiz::ResponseMode::hands || response_mode == quiz::ResponseMode::cards;
    if (counts) all.push_back(more_people);
    if (response_mode == quiz::ResponseMode::buzzers) all.push_back(more_buttons);
    all.push_back(more_rehearse);
    if (response_mode == quiz::ResponseMode::cards) all.push_back(more_cards);
    all.push_back(more_forget);
    return all;
}

std::string LobbyScreen::text_of(More button) const {
    switch (button) {
    case more_go_on: {
        const session::InterruptedRound round = rounds_.interrupted().value_or(session::InterruptedRound{});
        return words_.text("lobby.go_on", {{"round", round_name(pack_, words_, round.round)},
                                           {"number", words_.number(round.asked)},
                                           {"of", words_.number(round.planned)}});
    }
    case more_preview: return words_.text("lobby.preview");
    case more_names: return words_.text("lobby.names");
    case more_people: {
        const session::ClassProfile& profile = current_class();
        const bool in_teams = profile.teams.size() > 1;
        if (profile.people == 0) return words_.text(in_teams ? "people.team_ask" : "people.ask");
        return words_.text(in_teams ? "people.team_set" : "people.set", {{"number", words_.number(profile.people)}});
    }
    case more_buttons: return words_.text("lobby.buttons");
    case more_rehearse: return words_.text("lobby.rehearse");
    case more_cards: return words_.text("lobby.cards");
    case more_forget: return words_.text("lobby.forget");
    }
    return {};
}

std::vector<TeamModel> LobbyScreen::teams() const {
    const TeamNames names(files_, words_, shown_name_);
    std::vector<TeamModel> teams;
    for (const session::Team& team : current_class().teams) {
        TeamModel shown;
        shown.look = look_of(team);
        shown.name = names.name_of(team.id);
        if (current_class().response_mode == quiz::ResponseMode::buzzers) shown.points = team.button;
        if (!team.members.empty())
            shown.word = words_.plural("lobby.members", static_cast<std::int64_t>(team.members.size()));
        teams.push_back(std::move(shown));
    }
    return teams;
}

ScreenModel LobbyScreen::model() const {
    SettingsModel model = page(words_.text("lobby.title"), words_.text("lobby.begin"));
    model.teams = teams();
    for (const More button : buttons()) model.more.push_back(text_of(button));
    model.about = {words_.text("lobby.kept")};
    return model;
}

std::vector<KeyHint> LobbyScreen::hints() const { return RowsScreen::hints(); }

std::vector<Action> LobbyScreen::actions() const {
    return {on(ActionId::go_on, &LobbyScreen::go_on, rounds_.interrupted() ? "does.resume_lesson" : "does.begin"),
            on(ActionId::remove, Effects{ShowOver{ShowForgetNames{}}}, "does.forget_names"),
            on(ActionId::back, &LobbyScreen::leave)};
}

Effects LobbyScreen::choose_class(int option) {
    session::ClassFile file = files_.classes();
    auto& all = file.classes;
    if (static_cast<std::size_t>(option) >= all.size()) all.insert(all.begin(), new_class(words_, file));
    else std::rotate(all.begin(), all.begin() + option, all.begin() + option + 1);
    find_lesson(all.front());
    const std::string name = all.front().name;
    return Effects{Save{std::move(file)}}.and_then(Submit{session::EnterClassroom{name}});
}

void LobbyScreen::find_lesson(const session::ClassProfile& profile) {
    const auto found = std::find_if(choices_.begin(), choices_.end(),
                                    [&](const LessonChoice& choice) { return choice.name == profile.lesson; });
    lesson_ = found == choices_.end() ? 0 : static_cast<std::size_t>(found - choices_.begin());
}

void LobbyScreen::change_teams(std::vector<session::Team>& teams, int count) {
    // Fewer teams and then more again must not lose names, so every change starts from the teams as they were.
    if (teams != changed_teams_) all_teams_ = teams;
    teams = all_teams_;
    set_teams(teams, count);
    changed_teams_ = teams;
}

Effects LobbyScreen::set(int row, int option) {
    if (row == row_class) return choose_class(option);
    const auto place = static_cast<std::size_t>(option);
    session::ClassFile file = files_.classes();
    session::ClassProfile& profile = file.classes.front();
    switch (row) {
    case row_teams: change_teams(profile.teams, option + 1); break;
    case row_response_mode: profile.response_mode = response_modes.at(place); break;
    case row_lesson:
        profile.lesson = choices_.at(place).name;
        find_lesson(profile);
        break;
    case row_win: profile.together = option == 1; break;
    case row_certainty: profile.asks_confidence = option == 1; break;
    case row_clock: profile.seconds = class_clocks.at(place); break;
    case row_speed: profile.speed = option == 1; break;
    default: profile.standings = option == 1; break;
    }
    return Save{std::move(file)};
}

Effects LobbyScreen::begin(bool rehearsal) {
    if (choices_.empty()) return {};
    const auto started = [this](const Result<void>& done) -> Effects {
        if (done) return continue_class(rounds_);
        return ShowOver{ShowMessage{words_.text("message.no_round"), words_.text("lobby.nothing_suits")}};
    };
    return Effects{Submit{planning_of(choices_[lesson_], current_class())}}.and_then(
        Submit{starting_of(current_class(), words_, rehearsal), started});
}

Effects LobbyScreen::go_on() { return rounds_.interrupted() ? play(session::ResumeRound{}, rounds_, words_) : done(); }

Effects LobbyScreen::press_more(int index) {
    const auto all = buttons();
    if (index < 0 || index >= static_cast<int>(all.size())) return {};
    switch (all[static_cast<std::size_t>(index)]) {
    case more_go_on: return play(session::ResumeRound{}, rounds_, words_);
    case more_preview: return Show{ShowPreview{static_cast<int>(lesson_)}};
    case more_names: return ShowOver{ShowNames{}};
    case more_people: return ShowOver{ShowTeamPeople{}};
    case more_buttons: return ShowOver{ShowButtons{}};
    case more_rehearse: return begin(true);
    case more_cards: return Print{print::make_answer_cards(pack_.language, words_, print_css_)};
    case more_forget: return ShowOver{ShowForgetNames{}};
    }
    return {};
}

Effects LobbyScreen::leave() { return Effects{Submit{session::LeaveClassroom{}}}.and_then(Show{ShowHome{}}); }

NamesOverlay::NamesOverlay(const text::Language& words, const session::LocalFiles& files)
    : TextEntry(session::typed_names(files.classes().classes.front().teams)),
      words_(words),
      files_(files),
      saved_(text_) {}

ForgetNamesOverlay::ForgetNamesOverlay(const text::Language& words, const session::LocalFiles& files)
    : Dialog(words, {.title = words.text("lobby.forget_title"),
                     .text = words.text("lobby.forget_about"),
                     .buttons = {{words.text("lobby.forget")}, {words.text("name.cancel"), {}, true}},
                     .focus = 1}),
      files_(files) {}

Effects ForgetNamesOverlay::press(int) {
    session::ClassFile file = files_.classes();
    for (session::Team& team : file.classes.front().teams) {
        team.name.clear();
        team.members.clear();
    }
    return Effects{Save{std::move(file)}}.and_then(Close{}).and_then(
        ShowOver{ShowMessage{words_.text("lobby.forgotten"), words_.text("lobby.forgotten.about")}});
}

ScreenModel NamesOverlay::model() const {
    NameModel model;
    model.title = words_.text("names.title");
    model.about = words_.text("names.about");
    model.text = text_;
    model.ok = words_.text("names.ok");
    model.cancel = words_.text("name.cancel");
    model.lines = true;
    return model;
}

std::vector<KeyHint> NamesOverlay::hints() const { return {{words_.text("key.enter"), words_.text("does.next_line")}}; }

std::vector<Action> NamesOverlay::actions() const {
    return {on(ActionId::go_on, &NamesOverlay::accept, "does.take_names"), on(ActionId::back, &NamesOverlay::leave)};
}

Effects NamesOverlay::leave() {
    if (text_ == saved_) return Close{};
    return ShowOver{ShowUnsaved{words_.text("unsaved.title"), [this] { return accept(); }}};
}

Effects NamesOverlay::accept() {
    session::ClassFile file = files_.classes();
    session::deal_names(text_, file.classes.front().teams);
    return Effects{Save{std::move(file)}}.and_then(Close{});
}

Effects NamesOverlay::handle(const Intent& intent) {
    if (std::holds_alternative<Activate>(intent)) return {}; // it begins a new line
    return TextEntry::handle(intent);
}

ScreenModel ButtonsOverlay::model() const {
    const session::Team& team = files_.classes().classes.front().teams[team_];
    DialogModel model;
    model.title = words_.text("buttons.title", {{"team", names_.name_of(team.id)}});
    model.text = words_.text("buttons.about", {{"button", team.button}});
    if (!exchanged_.empty()) model.text = exchanged_ + "\n" + model.text;
    model.buttons = {{words_.text("buttons.keep"), {}, true}};
    return model;
}

std::vector<KeyHint> ButtonsOverlay::hints() const {
    return {{words_.text("key.enter"), words_.text("does.keep_button")}};
}

std::vector<Action> ButtonsOverlay::actions() const {
    return {on(ActionId::go_on, &ButtonsOverlay::next, "does.keep_button").footer_when(false),
            on(ActionId::back, Effects{Close{}})};
}

Effects ButtonsOverlay::next() {
    const std::size_t teams = files_.classes().classes.front().teams.size();
    if (++team_ < teams) return {};
    team_ = teams - 1;
    return Close{};
}

Effects ButtonsOverlay::take(const std::string& button) {
    session::ClassFile file = files_.classes();
    auto& teams = file.classes.front().teams;
    session::Team& team = teams[team_];
    exchanged_.clear();
    const auto other =
        std::find_if(teams.begin(), teams.end(), [&](const session::Team& one) { return one.button == button; });
    if (other != teams.end() && other->id != team.id) {
        // Two teams with one button could not be told apart, so they exchange their buttons.
        other->button = team.button;
        exchanged_ = words_.text("buttons.changed", {{"button", button}, {"team", names_.name_of(other->id)}});
    }
    team.button = button;
    return Effects{Save{std::move(file)}}.and_then(next());
}

Effects ButtonsOverlay::handle(const Intent& intent) {
    if (std::holds_alternative<Activate>(intent) || std::holds_alternative<Press>(intent)) return next();
    if (const auto* pressed = std::get_if<PressButtons>(&intent); pressed != nullptr && !pressed->buttons.empty())
        return take(pressed->buttons.front());
    return {};
}

} // namespace chelate::screens
