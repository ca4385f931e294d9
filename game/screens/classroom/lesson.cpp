#include "game/screens/classroom/lesson.hpp"

#include <algorithm>

#include "engine/base/text.hpp"
#include "engine/quiz/maker.hpp"
#include "game/wording/class_words.hpp"

namespace chelate::screens {

namespace {

constexpr int goal_percent = 80;
constexpr std::uint32_t most_places = 400; ///< questions looked at before a round is said to have no more that suit

constexpr Millis thinking{15000};
constexpr Millis counting{20000}; ///< hands
constexpr Millis talking{15000};  ///< after the reveal

Result<quiz::QuestionMaker> maker_of(const Context& context, const content::Round& round, std::uint64_t seed) {
    return quiz::QuestionMaker::make(context.game.pack(), round, seed);
}

/// Takes the next question that suits and is not there yet. False when there is none.
bool add_next(quiz::QuestionMaker& maker, LessonPlan& plan, quiz::ResponseMode response_mode, std::size_t at) {
    const auto last = static_cast<std::uint32_t>(std::min<std::size_t>(maker.different(), most_places));
    while (plan.next < last) {
        const std::uint32_t place = plan.next++;
        quiz::Question question = maker.question(place);
        if (!suits(question, response_mode)) continue;
        const auto where = static_cast<std::ptrdiff_t>(at);
        plan.question_indices.insert(plan.question_indices.begin() + where, place);
        plan.questions.insert(plan.questions.begin() + where, std::move(question));
        return true;
    }
    return false;
}

} // namespace

std::vector<LessonChoice> lesson_choices(const Context& context) {
    std::vector<LessonChoice> choices;
    for (const content::Round& round : context.game.pack().rounds) choices.push_back({round.name, round});
    for (const session::KeptLesson& kept : context.classes.lessons) {
        const content::Round* round =
            kept.pack == context.game.pack().id ? context.game.pack().find_round(kept.round) : nullptr;
        if (round != nullptr) choices.push_back({kept.name, *round, &kept});
    }
    return choices;
}

bool suits(const quiz::Question& question, quiz::ResponseMode response_mode) {
    if (response_mode != quiz::ResponseMode::hands && response_mode != quiz::ResponseMode::cards) return true;
    // What is only read is shown to every room.
    return quiz::takes_hands(question) || std::holds_alternative<quiz::ReadOn>(question.body);
}

LessonPlan plan_lesson(Context& context, const LessonChoice& choice, quiz::ResponseMode response_mode) {
    LessonPlan plan{choice.round, choice.kept != nullptr ? choice.kept->seed : context.new_seed()};
    auto maker = maker_of(context, plan.round, plan.seed);
    if (!maker) return plan;
    if (choice.kept != nullptr) {
        for (const std::uint32_t place : choice.kept->question_indices) {
            if (place >= maker->different()) continue;
            quiz::Question question = maker->question(place);
            if (!suits(question, response_mode)) continue;
            plan.question_indices.push_back(place);
            plan.questions.push_back(std::move(question));
            plan.next = std::max(plan.next, place + 1);
        }
        return plan;
    }
    while (static_cast<int>(plan.question_indices.size()) < plan.round.count &&
           add_next(*maker, plan, response_mode, plan.question_indices.size())) {
    }
    return plan;
}

bool swap_question(const Context& context, LessonPlan& plan, std::size_t index, quiz::ResponseMode response_mode) {
    auto maker = maker_of(context, plan.round, plan.seed);
    if (!maker || index >= plan.question_indices.size() || !add_next(*maker, plan, response_mode, index)) return false;
    plan.question_indices.erase(plan.question_indices.begin() + static_cast<std::ptrdiff_t>(index) + 1);
    plan.questions.erase(plan.questions.begin() + static_cast<std::ptrdiff_t>(index) + 1);
    return true;
}

Millis time_to_expect(const LessonPlan& plan, quiz::ResponseMode response_mode) {
    const bool hands = response_mode == quiz::ResponseMode::hands || response_mode == quiz::ResponseMode::cards;
    Millis all{};
    for (const quiz::Question& question : plan.questions) {
        const Millis reading = quiz::time_of(question, {}, 100).reading;
        all = all + reading + thinking + (hands ? counting : Millis{}) +
              quiz::reading_time(code_points(question.explanation), 100) + talking;
    }
    return all;
}

quiz::Rules rules_of(const session::ClassProfile& room) {
    quiz::Rules rules;
    rules.response_mode = room.response_mode;
    // Who buzzed is told at once; otherwise the host reveals.
    rules.reveal_when_all_answered = room.response_mode == quiz::ResponseMode::buzzers;
    rules.passing =
        room.response_mode == quiz::ResponseMode::turns || room.response_mode == quiz::ResponseMode::buzzers;
    rules.asks_confidence = room.asks_confidence && rules.passing; // a show of hands has no one certainty
    rules.goal_percent = room.together ? goal_percent : 0;
    if (room.seconds > 0 && room.response_mode == quiz::ResponseMode::turns) {
        rules.clock = quiz::Clock{{std::int64_t{room.seconds} * 1000}, room.speed ? 2 : 0, true};
    }
    return rules;
}

Result<void> start_lesson(Context& context, const LessonPlan& plan, bool rehearsal) {
    const session::ClassProfile& room = context.classes.classes.front();
    session::Lesson lesson{.rules = rules_of(room), .question_indices = plan.question_indices, .rehearsal = rehearsal};
    for (std::size_t place = 0; place < room.teams.size(); ++place) {
        // What goes into the journal is made up, whatever the team calls itself.
        const std::string name = context.words.text("team." + std::to_string(place % session::most_teams + 1));
        lesson.participants.push_back({room.teams[place].id, name});
    }
    return context.game.start_lesson(plan.round, plan.seed, lesson, context.new_session());
}

session::Team team_of(const Context& context, const quiz::PlayerId& id) {
    if (!context.classes.classes.empty()) {
        for (const session::Team& team : context.classes.classes.front().teams) {
            if (team.id == id) return team;
        }
    }
    int place = 0; // "t3": a team that was removed from the class since
    for (const char c : id.value) {
        if (c >= '0' && c <= '9' && place < 1000) place = place * 10 + (c - '0');
    }
    session::Team team = session::new_team(std::max(0, place - 1));
    team.id = id;
    return team;
}

std::string team_name(const Context& context, const quiz::PlayerId& id) {
    const session::Team team = team_of(context, id);
    if (!team.name.empty()) return context.shown_name(team.name);
    const auto& classes = context.classes.classes;
    if (!classes.empty() && classes.front().teams.size() == 1) return context.words.text("room.everybody");
    return context.words.text("team." + std::to_string(team.slot));
}

Look look_of(const session::Team& team) { return {team.slot, team.shape, {}}; }

void letter(std::vector<ChoiceCard>& cards) {
    for (std::size_t i = 0; i < cards.size(); ++i) {
        cards[i].number = wording::letter_of(i);
        cards[i].sign = wording::sign_of(i);
    }
}

std::vector<TeamModel> teams_of(const Context& context, const quiz::View& view) {
    std::vector<TeamModel> teams;
    for (const quiz::Standing& standing : view.standings) {
        TeamModel team;
        team.look = look_of(team_of(context, standing.player));
        team.name = team_name(context, standing.player);
        team.points = context.words.number(standing.score.points.count);
        team.quiet = standing.gone;
        if (standing.gone) team.word = context.words.text("room.has_left");
        teams.push_back(std::move(team));
    }
    return teams;
}

std::vector<Points> points_by_seat(const quiz::SessionState& state) {
    std::vector<Points> points;
    for (const quiz::Score& score : state.scores) points.push_back(score.points);
    return points;
}

bool all_in(const quiz::SessionState& state) {
    for (std::size_t seat = 0; seat < state.players.size(); ++seat) {
        if (quiz::is_awaited(state, seat)) return false;
    }
    return true;
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

} // namespace chelate::screens
