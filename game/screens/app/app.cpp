#include "game/screens/app/app.hpp"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <filesystem>

#include "game/screens/presenter/start_round.hpp"
#include "game/screens/workshop/kiosk.hpp"

namespace chelate::screens {

namespace {

constexpr std::size_t most_problems_shown = 5; ///< mending the first ones often mends the rest

/// A file with the folder it lies in: enough for who is editing it.
std::string short_path(const std::string& file) {
    const std::filesystem::path path = file;
    return (path.parent_path().filename() / path.filename()).generic_string();
}

/// A kiosk's visitor may do nothing that writes a file or belongs to the host.
bool is_for_visitors(const Intent& intent) {
    const Act* act = std::get_if<Act>(&intent);
    return act == nullptr || row_of(act->id).for_visitors;
}

/// A clock that is behind what was written last, or went ahead while nobody waited for it.
std::string clock_text(const text::Language& words, Millis ahead) {
    constexpr std::int64_t hour = 3'600'000;
    const std::int64_t hours = (std::abs(ahead.count) + hour / 2) / hour;
    const std::string by =
        hours < 48 ? words.plural("clock.hours", hours) : words.plural("clock.days", (hours + 12) / 24);
    return words.text(ahead.count < 0 ? "clock.behind" : "clock.ahead", {{"by", by}});
}

ScreenTable all_screens() {
    ScreenTable table;
    add_study_screens(table);
    add_knowledge_screens(table);
    add_settings_screens(table);
    add_solo_screens(table);
    add_classroom_screens(table);
    add_workshop_screens(table);
    return table;
}

} // namespace

App::App(Context context, const Opening& opening)
    : context_(std::move(context)), watch_(opening.watch), screens_(all_screens()) {
    if (context_.kiosk) open(ShowAttract{});
    else open(ShowHome{});
    if (opening.ask_name) {
        open(ShowName{.first_start = true, .then = opening.round, .seed = opening.seed});
    } else if (!opening.round.empty()) {
        if (const content::Round* round = context_.game.pack().find_round(opening.round))
            apply(start_round(context_, *round, opening.seed));
    }
    if (!opening.backup.empty() && context_.game.trouble())
        open(ShowRestore{opening.backup, context_.words.sentence(*context_.game.trouble())});
    for (const Error& notice : opening.notices)
        open(ShowMessage{context_.words.text("notice.title"), context_.words.sentence(notice)});
    refresh();
}

void App::open(const ScreenRequest& request) {
    auto screen = screens_.make(context_, request);
    assert(screen != nullptr); // a request without a row is our own mistake
    stack_.push_back(std::move(screen));
    stack_.back()->enter();
    ++ui_.screen_id;
    if (context_.kiosk || request.type() != typeid(ShowHome)) return;
    if (const auto jump = context_.game.clock_jump())
        open(ShowMessage{context_.words.text("clock.title"), clock_text(context_.words, *jump)});
}

void App::handle(const Intent& intent) {
    if (leaving_ || stack_.empty()) return;
    if (context_.kiosk && !is_for_visitors(intent)) return;
    if (const auto* stir = std::get_if<UserActivity>(&intent)) {
        if (context_.kiosk) this->stir(stir->typed);
    } else if (const auto* act = std::get_if<Act>(&intent)) {
        this->act(act->id);
    } else {
        apply(stack_.back()->handle(intent));
    }
    refresh();
}

void App::act(ActionId id) {
    Presenter& top = *stack_.back();
    const std::vector<Action> rows = top.actions();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Action& one) { return one.id == id; });
    if (row != rows.end() && row->enabled && row->effect) return apply(row->effect(top));
    switch (id) {
    case ActionId::quit: return apply(Leave{});
    case ActionId::full_screen:
        context_.settings.full_screen = !context_.settings.full_screen;
        return context_.save_settings();
    case ActionId::host_window: context_.host_window = !context_.host_window; return;
    case ActionId::help: return apply(Push{ShowKeyPage{all_keys_of(top, context_.words)}});
    default: return; // not enabled on this screen now
    }
}

void App::stir(char32_t typed) {
    context_.kiosk->last_activity = context_.game.steady();
    if (matches_exit_word(*context_.kiosk, typed)) {
        const bool ends = context_.kiosk->ends_program;
        leave_kiosk(context_);
        apply(ends ? Transition{Leave{}} : GoTo{ShowHome{}});
    } else if (ui_.by_itself) {
        apply(stack_.back()->handle(UserActivity{typed}));
    }
}

void App::apply(const Transition& transition) {
    if (const auto* push = std::get_if<Push>(&transition)) {
        open(push->screen);
    } else if (std::holds_alternative<Close>(transition)) {
        if (stack_.size() > 1) stack_.pop_back();
        ++ui_.screen_id;
    } else if (const auto* go = std::get_if<GoTo>(&transition)) {
        stack_.clear();
        open(go->screen);
    } else if (std::holds_alternative<Leave>(transition)) {
        context_.game.leave();
        if (context_.workshop_run != nullptr) context_.workshop_run->leave();
        leaving_ = true;
    }
}

void App::tick() {
    if (leaving_) return;
    if (watch_) {
        if (auto reading = watch_()) reload(std::move(*reading));
    }
    const bool keeps_time =
        std::any_of(stack_.begin(), stack_.end(), [](const auto& presenter) { return presenter->keeps_time(); });
    if (context_.kiosk && stack_.front()->leads_somebody()) context_.kiosk->last_activity = context_.game.steady();
    if (context_.kiosk && !ui_.by_itself && context_.game.steady() - context_.kiosk->last_activity >= kiosk_asks_after)
        apply(Push{ShowIdle{}});
    else if (!context_.game.has_time() && !keeps_time) return;
    for (const auto& presenter : stack_) {
        const Transition transition = presenter->tick();
        if (std::holds_alternative<Stay>(transition)) continue;
        apply(transition);
        break;
    }
    refresh();
}

void App::reload(content::Reading reading) {
    const auto& words = context_.words;
    // What was told of the last save is old news.
    if (stack_.size() > 1 && std::holds_alternative<DialogModel>(stack_.back()->model())) apply(Close{});
    std::string told;
    for (std::size_t i = 0; i < std::min(reading.problems.size(), most_problems_shown); ++i) {
        const json::Problem& problem = reading.problems[i];
        told += (i > 0 ? "\n\n" : "") +
                words.text("watch.problem", {{"file", short_path(problem.file)},
                                             {"line", words.number(static_cast<std::int64_t>(problem.at.line))},
                                             {"code", problem.code},
                                             {"message", problem.message}});
    }
    const auto count = static_cast<std::int64_t>(reading.problems.size());
    const bool refused = !reading.pack;
    if (reading.pack) {
        if (auto reloaded = context_.game.reload(std::move(*reading.pack), context_.new_session()); !reloaded) {
            told += (told.empty() ? "" : "\n\n") + words.sentence(reloaded.error());
        }
        if (context_.workshop_run != nullptr) context_.workshop_run->leave();
        apply(GoTo{continue_round(context_.game)});
    }
    if (!told.empty())
        apply(Push{ShowMessage{words.plural(refused ? "watch.refused" : "watch.problems", count), told}});
    refresh();
}

void App::keep_files(const std::filesystem::path& folder) {
    if (folder.empty()) return;
    // What cannot be written is there until the program ends; progress tells of the disk's trouble.
    context_.save_classes = [this, folder] { (void)session::save_classes(folder, context_.classes); };
    context_.save_workshop = [this, folder] { (void)session::save_workshop(folder, context_.workshop); };
}

void App::save_again() {
    context_.game.save_again();
    if (context_.workshop_run != nullptr) context_.workshop_run->save_again();
    refresh();
}

void App::refresh() {
    ui_.screens.clear();
    // After leaving there is no round a screen could ask about; the last picture is never drawn.
    if (leaving_) return;
    for (const auto& presenter : stack_) ui_.screens.push_back(presenter->model());
    ui_.footer = footer_of(*stack_.back(), context_.words);
    ui_.enabled = {ActionId::help, ActionId::quit, ActionId::full_screen, ActionId::host_window};
    for (const Action& action : stack_.back()->actions()) {
        if (action.enabled) ui_.enabled.push_back(action.id);
    }
    ui_.for_projector = stack_.front()->is_for_projector();
    ui_.host_title = context_.words.text("hostwindow.title");
    ui_.host = context_.host_window ? stack_.front()->host() : std::nullopt;
    ui_.kiosk = context_.kiosk.has_value();
    ui_.by_itself = ui_.kiosk && stack_.back()->runs_by_itself();
    ui_.watches_buttons = stack_.back()->watches_buttons();
    auto trouble = context_.kiosk ? std::nullopt : context_.game.trouble(); // nothing of a visitor is saved
    if (!trouble && !context_.kiosk && context_.workshop_run != nullptr) trouble = context_.workshop_run->trouble();
    ui_.banner.text =
        trouble ? context_.words.text("banner.not_saved", {{"why", context_.words.sentence(*trouble)}}) : "";
}

} // namespace chelate::screens
