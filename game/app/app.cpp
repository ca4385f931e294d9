#include "game/app/app.hpp"

#include "game/app/start_round.hpp"

namespace chelate::app {

App::App(Context context, const Opening& opening) : context_(std::move(context)) {
    open(ShowHome{});
    if (opening.ask_name) {
        open(ShowName{.first_start = true, .then = opening.round, .seed = opening.seed});
    } else if (!opening.round.empty()) {
        if (const content::Round* round = context_.game.pack().find_round(opening.round)) apply(start_round(context_, *round, opening.seed));
    }
    refresh();
}

void App::open(const ScreenRequest& request) {
    stack_.push_back(make_presenter(context_, request));
    ++glass_.screen_id;
}

void App::handle(const Intent& intent) {
    if (leaving_ || stack_.empty()) return;
    if (std::holds_alternative<Quit>(intent)) {
        apply(Leave{});
    } else if (std::holds_alternative<ToggleFullScreen>(intent)) {
        context_.settings.full_screen = !context_.settings.full_screen;
        context_.save_settings();
    } else if (std::holds_alternative<ShowKeys>(intent) &&
               !std::holds_alternative<KeysModel>(stack_.back()->model())) {
        apply(Push{ShowKeyPage{stack_.back()->footer()}});
    } else {
        apply(stack_.back()->handle(intent));
    }
    refresh();
}

void App::apply(const Transition& transition) {
    if (const auto* push = std::get_if<Push>(&transition)) {
        open(push->screen);
    } else if (std::holds_alternative<Close>(transition)) {
        if (stack_.size() > 1) stack_.pop_back();
        ++glass_.screen_id;
    } else if (const auto* go = std::get_if<GoTo>(&transition)) {
        stack_.clear();
        open(go->screen);
    } else if (std::holds_alternative<Leave>(transition)) {
        context_.game.leave();
        leaving_ = true;
    }
}

void App::tick() {
    if (leaving_ || !context_.game.has_time()) return;
    for (const auto& presenter : stack_) {
        const Transition transition = presenter->tick();
        if (std::holds_alternative<Stay>(transition)) continue;
        apply(transition);
        break;
    }
    refresh();
}

void App::save_again() {
    context_.game.save_again();
    refresh();
}

void App::refresh() {
    glass_.screens.clear();
    // After leaving there is no round a screen could ask about; the last picture is never drawn.
    if (leaving_) return;
    for (const auto& presenter : stack_) glass_.screens.push_back(presenter->model());
    glass_.footer = stack_.back()->footer();
    const auto trouble = context_.game.trouble();
    glass_.banner.text = trouble ? context_.words.text("banner.not_saved", {{"why", context_.words.sentence(*trouble)}}) : "";
}

int walked(int focus, int by, int count) {
    if (count <= 0) return 0;
    return ((focus + by) % count + count) % count;
}

} // namespace chelate::app
