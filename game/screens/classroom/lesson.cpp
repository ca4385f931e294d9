#include "game/screens/classroom/lesson.hpp"

#include <algorithm>

#include "game/screens/presenter/round_effects.hpp"
#include "game/wording/class_words.hpp"

namespace chelate::screens {

std::vector<LessonChoice> lesson_choices(const content::Pack& pack, const session::ClassFile& classes) {
    std::vector<LessonChoice> choices;
    for (const content::Round& round : pack.rounds) choices.push_back({round.name, round});
    for (const session::KeptLesson& kept : classes.lessons) {
        const content::Round* round = kept.pack == pack.id ? pack.find_round(kept.round) : nullptr;
        if (round != nullptr) choices.push_back({kept.name, *round, kept});
    }
    return choices;
}

session::PlanLesson planning_of(const LessonChoice& choice, const session::ClassProfile& profile) {
    return {choice.round, profile.response_mode, choice.kept};
}

session::StartLesson starting_of(const session::ClassProfile& profile, const text::Language& words, bool rehearsal) {
    session::StartLesson start{.participants = {}, .rehearsal = rehearsal};
    for (std::size_t place = 0; place < profile.teams.size(); ++place) {
        const std::string name = words.text("team." + std::to_string(place % session::most_teams + 1));
        start.participants.push_back({profile.teams[place].id, name});
    }
    return start;
}

session::Team TeamNames::team_of(const quiz::PlayerId& id) const {
    const auto& classes = files_.classes().classes;
    if (!classes.empty()) {
        for (const session::Team& team : classes.front().teams) {
            if (team.id == id) return team;
        }
    }
    int place = 0; // "t3": this team has been removed from the class
    for (const char c : id.value) {
        if (c >= '0' && c <= '9' && place < 1000) place = place * 10 + (c - '0');
    }
    session::Team team = session::new_team(std::max(0, place - 1));
    team.id = id;
    return team;
}

std::string TeamNames::name_of(const quiz::PlayerId& id) const {
    const session::Team team = team_of(id);
    if (!team.name.empty()) return shown_name_(team.name);
    const auto& classes = files_.classes().classes;
    if (!classes.empty() && classes.front().teams.size() == 1) return words_.text("class.everybody");
    return words_.text("team." + std::to_string(team.slot));
}

std::string TeamNames::name_with_member(const quiz::PlayerId& id, int turn) const {
    const std::vector<std::string> members = team_of(id).members;
    if (members.empty()) return name_of(id);
    const std::size_t member = static_cast<std::size_t>(std::max(0, turn - 1)) % members.size();
    return words_.text("class.team_and_member", {{"team", name_of(id)}, {"name", shown_name_(members[member])}});
}

std::vector<TeamModel> TeamNames::models_of(const quiz::View& view) const {
    std::vector<TeamModel> teams;
    for (const quiz::Standing& standing : view.standings) {
        TeamModel team;
        team.look = look_of(team_of(standing.player));
        team.name = name_of(standing.player);
        team.points = words_.number(standing.score.points.count);
        team.quiet = standing.gone;
        if (standing.gone) team.word = words_.text("class.has_left");
        teams.push_back(std::move(team));
    }
    return teams;
}

Look look_of(const session::Team& team) { return {team.slot, team.shape, {}}; }

void letter(std::vector<ChoiceCard>& cards) {
    for (std::size_t i = 0; i < cards.size(); ++i) {
        cards[i].number = wording::letter_of(i);
        cards[i].sign = wording::sign_of(i);
    }
}

bool shows_standings(const session::LocalFiles& files) {
    const auto& classes = files.classes().classes;
    return classes.empty() || classes.front().standings;
}

std::optional<std::size_t> seat_of(const quiz::View& view, const quiz::PlayerId& id) {
    for (std::size_t seat = 0; seat < view.standings.size(); ++seat) {
        if (view.standings[seat].player == id) return seat;
    }
    return std::nullopt;
}

int asked_so_far(const quiz::View& view) { return view.question ? view.question->number : 0; }

std::vector<Points> points_by_seat(const quiz::View& view) {
    std::vector<Points> points;
    for (const quiz::Standing& standing : view.standings) points.push_back(standing.score.points);
    return points;
}

bool all_in(const quiz::View& view) {
    if (!view.question) return true;
    const std::vector<bool>& awaited = view.question->awaited;
    return std::find(awaited.begin(), awaited.end(), true) == awaited.end();
}

bool waits_for_buzzers(const quiz::View& view) {
    return view.rules.response_mode == quiz::ResponseMode::buzzers && view.question && !view.question->buzzers.open;
}

std::size_t option_count(const quiz::AnswerView& answer) {
    return std::visit(
        [](const auto& shown) -> std::size_t {
            if constexpr (requires { shown.options; }) return shown.options.size();
            else if constexpr (requires { shown.items; }) return shown.items.size();
            else return 0;
        },
        answer);
}

std::vector<int> hands_of(const std::vector<std::optional<quiz::Response>>& given) {
    std::vector<int> hands;
    for (const auto& response : given) {
        const auto* raised = response ? std::get_if<quiz::Raised>(&*response) : nullptr;
        if (raised == nullptr) continue;
        hands.resize(std::max(hands.size(), raised->hands.size()));
        for (std::size_t i = 0; i < raised->hands.size(); ++i) hands[i] += raised->hands[i];
    }
    return hands;
}

std::vector<int> chosen_of(const std::vector<std::optional<quiz::Response>>& given, std::size_t options) {
    std::vector<int> chosen = hands_of(given);
    chosen.resize(options);
    for (const auto& response : given) {
        if (!response) continue;
        if (const auto* picked = std::get_if<quiz::Picked>(&*response); picked != nullptr && picked->position < options)
            ++chosen[picked->position];
        if (const auto* ticked = std::get_if<quiz::Ticked>(&*response)) {
            for (const std::uint8_t position : ticked->positions) {
                if (position < options) ++chosen[position];
            }
        }
    }
    return chosen;
}

Fraction reached(const quiz::View& view) {
    std::int64_t points = 0;
    std::int64_t possible = 0;
    for (const quiz::Standing& standing : view.standings) {
        points += standing.score.points.count;
        possible += standing.score.possible.count;
    }
    if (possible <= 0) return Fraction::zero();
    return {std::clamp<std::int64_t>(points, 0, possible), possible};
}

Effects continue_class(const session::Rounds& rounds) {
    if (rounds.view().phase != quiz::Phase::between) return Show{screen_of_round(rounds)};
    return Submit{session::GoOn{}, [&rounds](const Result<void>&) -> Effects { return Show{screen_of_round(rounds)}; }};
}

Effects continue_after(session::Command command, const session::Rounds& rounds) {
    return Submit{std::move(command), [&rounds](const Result<void>&) { return continue_class(rounds); }};
}

Effects retrace(bool forward, const session::Rounds& rounds) {
    return Submit{session::Retrace{forward}, [&rounds](const Result<void>& moved) -> Effects {
                      return moved ? continue_class(rounds) : Effects{};
                  }};
}

} // namespace chelate::screens
