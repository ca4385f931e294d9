#include "game/screens/app/app.hpp"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>

#include "engine/base/folders.hpp"
#include "game/print/write_document.hpp"
#include "game/screens/presenter/round_effects.hpp"
#include "game/screens/workshop/kiosk.hpp"
#include "game/session/profile_exchange.hpp"

namespace chelate::screens {

namespace {

constexpr std::size_t most_problems_shown = 5; ///< more would not fit on a screen

/// Returns the name of a file with its folder, which is enough for its author.
std::string short_path(const std::string& file) {
    const std::filesystem::path path = file;
    return (path.parent_path().filename() / path.filename()).generic_string();
}

/// Returns whether a visitor of a kiosk may do it: it writes no file and is not the host's.
bool is_for_visitors(const Intent& intent) {
    const Act* act = std::get_if<Act>(&intent);
    return act == nullptr || row_of(act->id).for_visitors;
}

/// Returns what to say about a wrong clock. @param ahead  below zero: it is behind what was last saved
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

/// Carries out each effect. It may replace the screens, so nothing of the screen that asked is used afterwards.
struct App::CarryOut {
    App& app;

    template <class T>
    void follow(const Then<T>& then, const Result<T>& result) const {
        if (then) app.carry_out(then(result));
    }

    void operator()(const Show& show) const {
        app.stack_.clear();
        app.open(show.screen);
    }
    void operator()(const ShowOver& show) const { app.open(show.screen); }
    void operator()(const Close&) const {
        if (app.stack_.size() > 1) app.stack_.pop_back();
        ++app.ui_.screen_id;
    }
    void operator()(const Quit&) const {
        app.game_.leave();
        app.leaving_ = true;
    }
    void operator()(const Perform& perform) const { app.perform(perform.action); }
    void operator()(const HideStrip& hide) const { app.display_.strip_hidden = hide.hidden; }
    void operator()(const Submit& submit) const { follow(submit.then, app.game_.submit(submit.command)); }
    void operator()(const Print& print) const {
        const auto file = print::write_document(app.game_.files().folder(), print.document);
        if (print.then) return follow(print.then, file);
        app.open(ShowMessage{app.words_.text("sheet.written_title"),
                             file ? app.words_.text("export.written", {{"path", file->string()}})
                                  : app.words_.sentence(file.error())});
    }
    void operator()(const Save& save) const {
        std::visit([&](const auto& what) { app.game_.files().change(what); }, save.what);
    }
    void operator()(const UseLanguage& language) const {
        const Result<void> used = app.front_end_.languages.use(language.tag);
        if (used) {
            session::Settings settings = app.game_.files().settings();
            settings.language = language.tag;
            app.game_.files().change(settings);
        }
        follow(language.then, used);
    }
    void operator()(const BackUp& backup) const { follow(backup.then, app.game_.back_up()); }
    void operator()(const RestoreBackup& restore) const {
        follow(restore.then, app.game_.restore_backup(restore.backup));
    }
    void operator()(const ExportProfile& profile) const {
        const auto file = print::new_file_path(app.game_.files().folder(), session::exchange_folder, export_name(),
                                               session::exchange_ending);
        if (!file) return follow(profile.then, file);
        const auto written = app.game_.export_profile(*file);
        follow(profile.then, written ? file : Result<std::filesystem::path>(tl::unexpected(written.error())));
    }
    void operator()(const MakeImportFolder&) const {
        // When it cannot be made, there is nothing to import.
        (void)make_folder(app.game_.files().folder() / session::exchange_folder);
    }
    void operator()(const ImportProfiles& import) const {
        follow(import.then, app.game_.import_profiles(import.file, import.answers));
    }

private:
    /// Returns what a file with the player's progress is called after: the player and the day.
    [[nodiscard]] std::string export_name() const {
        const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{app.game_.study().today()}}};
        return fmt::format("{} {}-{:02}-{:02}", app.game_.players().name(), static_cast<int>(day.year()),
                           static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    }
};

App::App(session::Game& game, const text::Language& words, FrontEnd front_end, const Opening& opening)
    : game_(game),
      words_(words),
      front_end_(std::move(front_end)),
      shown_name_(words, front_end_.can_show),
      watch_(opening.watch),
      screens_(all_screens()) {
    if (game_.kiosk() != nullptr) open(ShowAttract{});
    else open(ShowHome{});
    if (opening.ask_name) {
        open(ShowName{.first_start = true, .then = opening.round, .seed = opening.seed});
    } else if (const content::Round* round = game_.pack().find_round(opening.round)) {
        carry_out(play(session::StartRound{*round, opening.seed}, game_.rounds(), words_));
    }
    if (!opening.backup.empty() && game_.trouble())
        open(ShowRestore{opening.backup, words_.sentence(*game_.trouble())});
    for (const Error& notice : opening.notices) open(ShowMessage{words_.text("notice.title"), words_.sentence(notice)});
    refresh();
}

void App::carry_out(const Effects& effects) {
    for (const Effect& effect : effects.list()) std::visit(CarryOut{*this}, effect);
}

void App::open(const ScreenRequest& request) {
    auto screen = screens_.make(services(), request);
    assert(screen != nullptr); // a request without a row is our own mistake
    stack_.push_back(std::move(screen));
    ++ui_.screen_id;
    carry_out(stack_.back()->enter());
    if (game_.kiosk() != nullptr || request.type() != typeid(ShowHome)) return;
    if (const auto jump = game_.study().take_clock_jump())
        open(ShowMessage{words_.text("clock.title"), clock_text(words_, *jump)});
}

void App::handle(const Intent& intent) {
    if (leaving_ || stack_.empty()) return;
    const bool in_kiosk = game_.kiosk() != nullptr;
    if (in_kiosk && !is_for_visitors(intent)) return;
    if (const auto* activity = std::get_if<UserActivity>(&intent)) {
        if (in_kiosk) note_activity(activity->typed);
    } else if (const auto* act = std::get_if<Act>(&intent)) {
        this->act(act->id);
    } else {
        carry_out(stack_.back()->handle(intent));
    }
    refresh();
}

void App::act(ActionId id) {
    Presenter& top = *stack_.back();
    const std::vector<Action> rows = top.actions();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Action& one) { return one.id == id; });
    if (row != rows.end() && row->enabled && row->effect) return carry_out(row->effect(top));
    perform(id);
}

void App::perform(ActionId id) {
    switch (id) {
    case ActionId::quit: return carry_out(Quit{});
    case ActionId::full_screen: {
        session::Settings settings = game_.files().settings();
        settings.full_screen = !settings.full_screen;
        return game_.files().change(settings);
    }
    case ActionId::host_window: display_.host_window = !display_.host_window; return;
    case ActionId::help: return open(ShowKeyPage{all_keys_of(*stack_.back(), words_)});
    default: return; // not enabled on this screen now
    }
}

void App::note_activity(char32_t typed) {
    const Millis now = game_.clock().steady();
    game_.kiosk()->touch(now);
    if (game_.kiosk()->type(typed, now)) leave_kiosk();
    else if (ui_.by_itself) carry_out(stack_.back()->handle(UserActivity{typed}));
}

void App::leave_kiosk() {
    const bool ends_program = game_.kiosk()->ends_program();
    carry_out(Submit{session::LeaveKiosk{}});
    carry_out(ends_program ? Effects{Quit{}} : Effects{Show{ShowHome{}}});
}

void App::tick() {
    if (leaving_) return;
    if (watch_) {
        if (auto reading = watch_()) reload(std::move(*reading));
    }
    const bool keeps_time =
        std::any_of(stack_.begin(), stack_.end(), [](const auto& presenter) { return presenter->keeps_time(); });
    session::Kiosk* kiosk = game_.kiosk();
    if (kiosk != nullptr && stack_.front()->leads_somebody()) kiosk->touch(game_.clock().steady());
    if (kiosk != nullptr && !ui_.by_itself && kiosk->idle(game_.clock().steady()) >= kiosk_asks_after)
        carry_out(ShowOver{ShowIdle{}});
    else if (!game_.rounds().has_time() && !keeps_time) return;
    if (game_.rounds().playing() && game_.rounds().tick()) { // time was up
        game_.rounds().settle();
        carry_out(Show{screen_of_round(game_.rounds())});
    }
    for (const auto& presenter : stack_) {
        const Effects effects = presenter->tick();
        if (effects.empty()) continue;
        carry_out(effects);
        break;
    }
    refresh();
}

void App::reload(content::Reading reading) {
    const auto& words = words_;
    // The message about the last save is out of date.
    if (stack_.size() > 1 && std::holds_alternative<DialogModel>(stack_.back()->model())) carry_out(Close{});
    std::string told;
    const std::vector<json::Cause> causes = json::causes_of(reading.problems);
    for (std::size_t i = 0; i < std::min(causes.size(), most_problems_shown); ++i) {
        const json::Problem& problem = *causes[i].problem;
        told += (i > 0 ? "\n\n" : "") +
                words.text("watch.problem", {{"file", short_path(problem.file)},
                                             {"line", words.number(static_cast<std::int64_t>(problem.at.line))},
                                             {"code", problem.code},
                                             {"message", problem.message}});
        if (causes[i].dependents > 0)
            told += '\n' + words.plural("problems.dependents", static_cast<std::int64_t>(causes[i].dependents));
    }
    const auto count = static_cast<std::int64_t>(causes.size());
    const bool refused = !reading.pack;
    if (reading.pack) {
        if (auto reloaded = game_.reload(std::move(*reading.pack)); !reloaded) {
            told += (told.empty() ? "" : "\n\n") + words.sentence(reloaded.error());
        }
        game_.rounds().settle();
        carry_out(Show{screen_of_round(game_.rounds())});
    }
    if (!told.empty())
        carry_out(ShowOver{ShowMessage{words.plural(refused ? "watch.refused" : "watch.problems", count), told}});
    refresh();
}

void App::save_again() {
    game_.save_again();
    refresh();
}

void App::refresh() {
    ui_.screens.clear();
    // After leaving there is no round a screen could ask about; the last picture is never drawn.
    if (leaving_) return;
    for (const auto& presenter : stack_) ui_.screens.push_back(presenter->model());
    ui_.footer = footer_of(*stack_.back(), words_);
    ui_.enabled = {ActionId::help, ActionId::quit, ActionId::full_screen, ActionId::host_window};
    for (const Action& action : stack_.back()->actions()) {
        if (action.enabled) ui_.enabled.push_back(action.id);
    }
    ui_.for_projector = stack_.front()->is_for_projector();
    ui_.kiosk = game_.kiosk() != nullptr;
    ui_.host_title = words_.text("hostwindow.title");
    ui_.host = display_.host_window && !ui_.kiosk ? stack_.front()->host() : std::nullopt;
    ui_.by_itself = ui_.kiosk && stack_.back()->runs_by_itself();
    ui_.watches_buttons = stack_.back()->watches_buttons();
    const auto trouble = game_.kiosk() != nullptr ? std::nullopt : game_.trouble(); // nothing of a visitor is saved
    ui_.banner.text = trouble ? words_.text("banner.not_saved", {{"why", words_.sentence(*trouble)}}) : "";
}

} // namespace chelate::screens
