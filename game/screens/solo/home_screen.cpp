#include "game/screens/solo/home_screen.hpp"

#include <algorithm>
#include <array>

#include "game/screens/presenter/round_header.hpp"
#include "game/screens/presenter/start_round.hpp"
#include "game/screens/study/memory_words.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

enum Corner {
    corner_own,
    corner_classroom,
    corner_workshop,
    corner_compare,
    corner_search,
    corner_tested,
    corner_breathing,
    corner_players,
    corner_settings
};

/// The buttons after the rounds. Visitors of a kiosk get those that keep nothing.
std::vector<Corner> corners(const Context& context) {
    if (context.kiosk) return {corner_compare, corner_search, corner_tested, corner_breathing};
    return {corner_own,    corner_classroom, corner_workshop, corner_compare, corner_search,
            corner_tested, corner_breathing, corner_players,  corner_settings};
}

bool needs_window(Corner corner) {
    return corner == corner_classroom || corner == corner_workshop || corner == corner_breathing;
}

std::string corner_text(const text::Language& words, Corner corner) {
    switch (corner) {
    case corner_own: return words.text("home.own_round");
    case corner_classroom: return words.text("home.classroom");
    case corner_workshop: return words.text("home.workshop");
    case corner_compare: return words.text("home.compare");
    case corner_search: return words.text("home.search");
    case corner_tested: return words.text("home.tested");
    case corner_breathing: return words.text("home.breathing");
    case corner_players: return words.text("home.players");
    case corner_settings: return words.text("home.settings");
    }
    return {};
}

} // namespace

void HomeScreen::enter() {
    context_.game.leave();
    if (context_.kiosk) return;
    context_.game.leave_classroom();
    context_.game.refit_memory_model();
    plan_ = context_.game.day_plan();
}

bool HomeScreen::has_progress() const { return plan_ && !context_.game.learner()->answers_by_day().empty(); }
int HomeScreen::first_round() const { return (can_go_on() ? 1 : 0) + (has_progress() ? 1 : 0); }

int HomeScreen::count() const {
    return first_round() + static_cast<int>(context_.game.pack().rounds.size() + corners(context_).size());
}

std::string HomeScreen::history_of(const content::Round& round) const {
    const store::PlayedRound* best = nullptr;
    int times = 0;
    for (const store::PlayedRound& played : context_.game.history()) {
        if (played.round != round.id || played.pack != context_.game.pack().id || played.score.possible.count == 0)
            continue;
        ++times;
        // As ratios, cross-multiplied: rounds may have had different lengths.
        if (best == nullptr || played.score.points.count * best->score.possible.count >
                                   best->score.points.count * played.score.possible.count) {
            best = &played;
        }
    }
    if (best == nullptr) return {};
    const auto& words = context_.words;
    return words.plural(
        "home.history", times,
        {{"points", words.number(best->score.points.count)}, {"possible", words.number(best->score.possible.count)}});
}

ScreenModel HomeScreen::model() const {
    const auto& words = context_.words;
    const content::Pack& pack = context_.game.pack();
    HomeModel model;
    model.title = words.text("app.name");
    model.tagline = pack.about;
    if (!context_.game.player().empty() && !context_.kiosk)
        model.greeting = words.text("home.greeting", {{"name", context_.shown_name(context_.game.player())}});
    model.rounds_heading = words.text("home.rounds");
    if (const auto& interrupted = context_.game.interrupted()) {
        const quiz::SessionState state = quiz::replay(interrupted->events).state;
        // A question that was revealed is shown once more before the next one.
        const std::size_t at = state.asked.size() + (state.phase == quiz::Phase::between ? 1 : 0);
        const int of = state.plan.study_round ? std::max(state.plan.study_round->expected, static_cast<int>(at))
                                              : state.plan.planned;
        model.resume =
            Button{words.text("home.continue"),
                   words.text("home.continue_detail", {{"round", round_name(context_, state.plan.round)},
                                                       {"number", words.number(static_cast<std::int64_t>(at))},
                                                       {"of", words.number(of)}}),
                   true};
    }
    show_study(model);
    for (const content::Round& round : pack.rounds) {
        model.rounds.push_back({round.name, round.about, wording::length_of(words, round), history_of(round)});
    }
    for (const Corner corner : corners(context_)) {
        if (needs_window(corner)) model.for_window.push_back(static_cast<int>(model.corner.size()));
        model.corner.push_back(corner_text(words, corner));
    }
    for (const auto& [id, subject] : pack.subjects) {
        if (subject.slot == 0) continue;
        model.looks.push_back(wording::look_of(subject));
        model.look_names.push_back(subject.short_name);
    }
    model.disclaimer = pack.disclaimer;
    model.focus = focus_;
    return model;
}

void HomeScreen::show_study(HomeModel& model) const {
    if (!plan_) return;
    const auto& words = context_.words;
    const int count = static_cast<int>(plan_->due.size() + plan_->fresh.size());
    const auto sure_and_wrong =
        std::count_if(plan_->due.begin(), plan_->due.end(), [](const study::Due& one) { return one.sure_and_wrong; });
    const int minutes = std::max(1, (count * context_.game.seconds_a_question() + 59) / 60);
    if (!plan_->empty()) {
        const std::string what = what_comes(words, *plan_);
        const std::string takes = words.plural("home.minutes", minutes);
        if (model.resume) model.today.push_back(words.text("home.today_then", {{"what", what}, {"minutes", takes}}));
        else
            model.resume = Button{words.text("home.continue"),
                                  words.text("home.today", {{"what", what}, {"minutes", takes}}), true};
    } else if (context_.game.learner()->answers() > 0) {
        model.today.push_back(done_text(context_, *plan_));
    }
    if (sure_and_wrong > 0) model.today.push_back(words.plural("home.sure_and_wrong", sure_and_wrong));
    if (plan_->waiting > 0) {
        model.today.push_back(words.plural("home.waiting", plan_->waiting,
                                           {{"when", words.plural("memory.in_days", plan_->backlog_days)}}));
    }
    if (plan_->exam && !plan_->exam->fits) {
        model.today.push_back(
            words.text("plan.exam_does_not_fit", {{"unmet", words.number(plan_->exam->unmet)},
                                                  {"needed", words.number(plan_->exam->needed_a_day)},
                                                  {"pace", words.number(context_.game.study_settings().new_a_day)},
                                                  {"when", words.plural("memory.in_days", plan_->exam->days_left)}}));
    }
    if (!has_progress()) return;
    const auto& by_day = context_.game.learner()->answers_by_day();
    model.progress = words.text("home.progress");
    static constexpr std::array names{"week.mo", "week.tu", "week.we", "week.th", "week.fr", "week.sa", "week.su"};
    int studied = 0;
    for (int day = plan_->today - 6; day <= plan_->today; ++day) {
        const bool was = by_day.contains(day);
        studied += was ? 1 : 0;
        model.week.days.push_back({words.text(names[static_cast<std::size_t>(((day + 3) % 7 + 7) % 7)]), was,
                                   day == plan_->today}); // day 0 was a Thursday
    }
    model.week.text = words.text("home.week", {{"days", words.number(studied)}});
}

std::vector<KeyHint> HomeScreen::hints() const {
    const auto& words = context_.words;
    std::vector<KeyHint> hints{{words.text("key.arrows"), words.text("does.choose")},
                               {words.text("key.enter"), words.text("does.open")}};
    if (!context_.game.pack().rounds.empty())
        hints.push_back({words.text("key.digits"), words.text("does.play_round")});
    return hints;
}

std::vector<Action> HomeScreen::actions() const {
    return {on(ActionId::help), context_.kiosk ? on(ActionId::back, Transition{GoTo{ShowAttract{}}}, "does.end_visit")
                                               : on(ActionId::back, Transition{Leave{}}, "does.quit")};
}

Transition HomeScreen::activate(int index) {
    focus_ = index;
    if (index == first_round() - 1 && has_progress()) return GoTo{ShowProgress{}};
    if (index < first_round()) {
        if (!context_.game.interrupted()) return start_study(context_);
        context_.game.resume();
        return GoTo{continue_round(context_.game)};
    }
    const int round = index - first_round();
    const auto& rounds = context_.game.pack().rounds;
    if (round < static_cast<int>(rounds.size())) {
        return ask_or_start(context_, rounds[static_cast<std::size_t>(round)]);
    }
    switch (corners(context_).at(static_cast<std::size_t>(round) - rounds.size())) {
    case corner_own: return Push{ShowOwnRound{}};
    case corner_classroom: return GoTo{ShowLobby{}};
    case corner_workshop: return GoTo{ShowWorkshopDoor{}};
    case corner_compare: return GoTo{ShowCompare{}};
    case corner_search: return GoTo{ShowSearch{}};
    case corner_tested: return GoTo{ShowTested{}};
    case corner_breathing: return Push{ShowBreathingChoice{}};
    case corner_players: return Push{ShowPlayers{}};
    case corner_settings: return Push{ShowSettings{}};
    }
    return Stay{};
}

Transition HomeScreen::handle(const Intent& intent) {
    if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        focus_ = walked(focus_, move->by, count());
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index < count()) focus_ = focus->index;
    } else if (std::holds_alternative<Activate>(intent)) {
        return activate(focus_);
    } else if (const auto* press = std::get_if<Press>(&intent)) {
        if (press->index >= 0 && press->index < count()) return activate(press->index);
    } else if (const auto* choose = std::get_if<Choose>(&intent)) {
        if (choose->number >= 1 && choose->number <= static_cast<int>(context_.game.pack().rounds.size())) {
            return activate(first_round() + choose->number - 1);
        }
    }
    return Stay{};
}

} // namespace chelate::screens
