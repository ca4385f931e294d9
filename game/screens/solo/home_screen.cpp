#include "game/screens/solo/home_screen.hpp"

#include <algorithm>
#include <array>

#include "game/screens/knowledge/compare_screen.hpp"
#include "game/screens/knowledge/tested_screen.hpp"
#include "game/screens/presenter/round_effects.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/screens/study/memory_words.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

enum Corner {
    corner_own,
    corner_classroom,
    corner_workshop,
    corner_mechanisms,
    corner_compare,
    corner_search,
    corner_tested,
    corner_models,
    corner_breathing,
    corner_players,
    corner_settings
};

/// Returns whether what the button opens has anything to show in this pack.
bool has_something(const content::Pack& pack, Corner corner) {
    switch (corner) {
    case corner_workshop: return !pack.scripts.empty();
    case corner_mechanisms: return !pack.mechanisms.empty();
    case corner_compare: return has_comparison(pack);
    case corner_search:
        return !pack.subjects.empty() || !pack.claims.empty() || !pack.mechanisms.empty() ||
               !pack.misconceptions.empty() || !pack.conflicts.empty() || !pack.glossary.empty();
    case corner_tested: return has_tested(pack);
    case corner_models: return !pack.models.empty();
    case corner_breathing: return !pack.breathing.empty();
    default: return true;
    }
}

/// Returns the buttons after the rounds: those that have something to show. Visitors of a kiosk get those that save
/// nothing.
std::vector<Corner> corners(const content::Pack& pack, bool in_kiosk) {
    std::vector<Corner> all{corner_own,       corner_classroom, corner_workshop, corner_mechanisms,
                            corner_models,    corner_compare,   corner_search,   corner_tested,
                            corner_breathing, corner_players,   corner_settings};
    if (in_kiosk)
        all = {corner_mechanisms, corner_models, corner_compare, corner_search, corner_tested, corner_breathing};
    std::erase_if(all, [&](Corner corner) { return !has_something(pack, corner); });
    return all;
}

/// Returns whether a terminal cannot show what the button opens.
bool needs_window(Corner corner) {
    return corner == corner_classroom || corner == corner_workshop || corner == corner_breathing;
}

std::string corner_text(const text::Language& words, Corner corner) {
    switch (corner) {
    case corner_own: return words.text("home.own_round");
    case corner_classroom: return words.text("home.classroom");
    case corner_workshop: return words.text("home.workshop");
    case corner_mechanisms: return words.text("mechanisms.title");
    case corner_compare: return words.text("home.compare");
    case corner_search: return words.text("home.search");
    case corner_tested: return words.text("home.tested");
    case corner_models: return words.text("home.models");
    case corner_breathing: return words.text("home.breathing");
    case corner_players: return words.text("home.players");
    case corner_settings: return words.text("home.settings");
    }
    return {};
}

} // namespace

Effects HomeScreen::enter() {
    lengths_.clear();
    for (const content::Round& round : source_.pack.rounds) lengths_.push_back(source_.rounds.length_of(round));
    Effects leave = Submit{session::LeaveRound{}};
    if (source_.in_kiosk) return leave;
    return std::move(leave)
        .and_then(Submit{session::LeaveClassroom{}})
        .and_then(Submit{session::RefitMemoryModel{}, [this](const Result<void>&) -> Effects {
                             plan_ = source_.study.day_plan();
                             return {};
                         }});
}

bool HomeScreen::has_progress() const { return plan_ && !source_.study.learner()->answers_by_day().empty(); }

int HomeScreen::first_round() const { return (can_continue() ? 1 : 0) + (has_progress() ? 1 : 0); }

int HomeScreen::count() const {
    return first_round() +
           static_cast<int>(source_.pack.rounds.size() + corners(source_.pack, source_.in_kiosk).size());
}

std::string HomeScreen::history_of(const content::Round& round) const {
    const store::PlayedRound* best = nullptr;
    int times = 0;
    for (const store::PlayedRound& played : source_.history.rounds()) {
        if (played.round != round.id || played.pack != source_.pack.id || played.score.possible.count == 0) continue;
        ++times;
        // As ratios, cross-multiplied: rounds may have had different lengths.
        if (best == nullptr || played.score.points.count * best->score.possible.count >
                                   best->score.points.count * played.score.possible.count) {
            best = &played;
        }
    }
    if (best == nullptr) return {};
    return words_.plural(
        "home.history", times,
        {{"points", words_.number(best->score.points.count)}, {"possible", words_.number(best->score.possible.count)}});
}

ScreenModel HomeScreen::model() const {
    const content::Pack& pack = source_.pack;
    HomeModel model;
    model.title = pack.name;
    model.tagline = pack.about;
    if (!source_.players.name().empty() && !source_.in_kiosk)
        model.greeting = words_.text("home.greeting", {{"name", source_.shown_name(source_.players.name())}});
    model.rounds_heading = words_.text("home.rounds");
    show_interrupted(model);
    show_study(model);
    for (std::size_t i = 0; i < pack.rounds.size(); ++i) {
        const content::Round& round = pack.rounds[i];
        const int questions = i < lengths_.size() ? lengths_[i] : round.count;
        model.rounds.push_back(
            {round.name, round.about, wording::length_of(words_, round, questions), history_of(round)});
    }
    for (const Corner corner : corners(source_.pack, source_.in_kiosk)) {
        if (needs_window(corner)) model.for_window.push_back(static_cast<int>(model.corner.size()));
        model.corner.push_back(corner_text(words_, corner));
    }
    for (const content::Subject* subject : content::in_authors_order(pack.subjects)) {
        if (subject->slot == 0) continue;
        model.looks.push_back(wording::look_of(*subject));
        model.look_names.push_back(subject->short_name);
    }
    model.disclaimer = pack.disclaimer;
    model.focus = focus_;
    return model;
}

void HomeScreen::show_interrupted(HomeModel& model) const {
    const auto interrupted = source_.rounds.interrupted();
    if (!interrupted) return;
    // A question that was revealed is shown once more before the next one.
    const int at = interrupted->asked + (interrupted->is_between ? 1 : 0);
    const int of = interrupted->is_study_round ? std::max(interrupted->planned, at) : interrupted->planned;
    model.resume =
        Button{words_.text("home.continue"),
               words_.text("home.continue_detail", {{"round", round_name(source_.pack, words_, interrupted->round)},
                                                    {"number", words_.number(at)},
                                                    {"of", words_.number(of)}}),
               true};
}

void HomeScreen::show_study(HomeModel& model) const {
    if (!plan_) return;
    const int count = static_cast<int>(plan_->due.size() + plan_->fresh.size());
    const auto sure_and_wrong =
        std::count_if(plan_->due.begin(), plan_->due.end(), [](const study::Due& one) { return one.sure_and_wrong; });
    const int minutes = std::max(1, (count * source_.study.seconds_a_question() + 59) / 60);
    if (!plan_->empty()) {
        const std::string what = what_comes(words_, *plan_);
        const std::string takes = words_.plural("home.minutes", minutes);
        if (model.resume) model.today.push_back(words_.text("home.today_then", {{"what", what}, {"minutes", takes}}));
        else
            model.resume = Button{words_.text("home.study"),
                                  words_.text("home.today", {{"what", what}, {"minutes", takes}}), true};
    } else if (source_.study.learner()->answers() > 0) {
        model.today.push_back(done_text(source_.study, words_, *plan_));
    }
    if (sure_and_wrong > 0) model.today.push_back(words_.plural("home.sure_and_wrong", sure_and_wrong));
    if (plan_->waiting > 0) {
        model.today.push_back(words_.plural("home.waiting", plan_->waiting,
                                            {{"when", words_.plural("memory.in_days", plan_->backlog_days)}}));
    }
    if (plan_->exam && !plan_->exam->fits) {
        model.today.push_back(
            words_.text("plan.exam_does_not_fit", {{"unmet", words_.number(plan_->exam->unmet)},
                                                   {"needed", words_.number(plan_->exam->needed_a_day)},
                                                   {"pace", words_.number(source_.study.settings().new_a_day)},
                                                   {"when", words_.plural("memory.in_days", plan_->exam->days_left)}}));
    }
    if (has_progress()) show_week(model);
}

void HomeScreen::show_week(HomeModel& model) const {
    const auto& by_day = source_.study.learner()->answers_by_day();
    model.progress = words_.text("home.progress");
    static constexpr std::array names{"week.mo", "week.tu", "week.we", "week.th", "week.fr", "week.sa", "week.su"};
    int studied = 0;
    for (int day = plan_->today - 6; day <= plan_->today; ++day) {
        const bool was = by_day.contains(day);
        studied += was ? 1 : 0;
        model.week.days.push_back({words_.text(names[static_cast<std::size_t>(((day + 3) % 7 + 7) % 7)]), was,
                                   day == plan_->today}); // day 0 was a Thursday
    }
    model.week.text = words_.text("home.week", {{"days", words_.number(studied)}});
}

std::vector<KeyHint> HomeScreen::hints() const {
    std::vector<KeyHint> hints{{words_.text("key.arrows"), words_.text("does.choose")},
                               {words_.text("key.enter"), words_.text("does.open")}};
    if (!source_.pack.rounds.empty()) hints.push_back({words_.text("key.digits"), words_.text("does.play_round")});
    return hints;
}

std::vector<Action> HomeScreen::actions() const {
    if (!source_.in_kiosk) return {on(ActionId::help), on(ActionId::back, Effects{ShowOver{ShowQuit{}}}, "does.quit")};
    return {
        on(ActionId::help),
        on(ActionId::back, Effects{Submit{session::ForgetVisitor{}}}.and_then(Show{ShowAttract{}}), "does.end_visit")};
}

Effects HomeScreen::activate(int index) {
    focus_ = index;
    if (index == first_round() - 1 && has_progress()) return Show{ShowProgress{}};
    if (index < first_round()) {
        if (source_.rounds.interrupted()) return play(session::ResumeRound{}, source_.rounds, words_);
        return play(session::StartStudy{}, source_.rounds, words_);
    }
    const int round = index - first_round();
    const auto& rounds = source_.pack.rounds;
    if (round < static_cast<int>(rounds.size())) {
        return start_or_ask(rounds[static_cast<std::size_t>(round)], source_.rounds, words_);
    }
    switch (corners(source_.pack, source_.in_kiosk).at(static_cast<std::size_t>(round) - rounds.size())) {
    case corner_own: return ShowOver{ShowOwnRound{}};
    case corner_classroom: return Show{ShowLobby{}};
    case corner_workshop: return Show{ShowWorkshopDoor{}};
    case corner_mechanisms: return Show{ShowMechanisms{}};
    case corner_compare: return Show{ShowCompare{}};
    case corner_search: return Show{ShowSearch{}};
    case corner_tested: return Show{ShowTested{}};
    case corner_models: return Show{ShowModels{}};
    case corner_breathing: return ShowOver{ShowBreathingChoice{}};
    case corner_players: return ShowOver{ShowPlayers{}};
    case corner_settings: return ShowOver{ShowSettings{}};
    }
    return {};
}

Effects HomeScreen::handle(const Intent& intent) {
    if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        focus_ = walked(focus_, move->by, count());
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index < count()) focus_ = focus->index;
    } else if (std::holds_alternative<Activate>(intent)) {
        return activate(focus_);
    } else if (const auto* press = std::get_if<Press>(&intent)) {
        if (press->index >= 0 && press->index < count()) return activate(press->index);
    } else if (const auto* choose = std::get_if<Choose>(&intent)) {
        if (choose->number >= 1 && choose->number <= static_cast<int>(source_.pack.rounds.size())) {
            return activate(first_round() + choose->number - 1);
        }
    }
    return {};
}

} // namespace chelate::screens
