#include "game/terminal/play_terminal.hpp"

#include <istream>
#include <ostream>

#include "engine/base/text.hpp"
#include "game/terminal/show_screen.hpp"
#include "game/terminal/typed_line.hpp"

namespace chelate::terminal {

namespace {

using namespace screens;

/// Returns whether a person is in the middle of a round.
bool round_under_way(const UiModel& ui) {
    return !ui.screens.empty() && (std::holds_alternative<QuestionModel>(ui.screens.front()) ||
                                   std::holds_alternative<RevealModel>(ui.screens.front()));
}

bool is_home(const UiModel& ui) {
    return ui.screens.size() == 1 && std::holds_alternative<HomeModel>(ui.screens.front());
}

class Terminal {
public:
    Terminal(App& app, const text::Language& words, const Console& console)
        : app_(app), words_(words), console_(console) {}

    void greet(const content::Pack& pack) {
        console_.out << words_.text("app.name") << " – " << showable_line(pack.name) << "\n\n"
                     << wrapped(pack.disclaimer) << '\n';
    }

    void run(bool one_round) {
        show();
        if (console_.shown) console_.shown();
        while (!app_.wants_to_leave() && !(one_round && is_home(app_.ui()))) {
            const auto line = next_line();
            if (!line) break;
            const bool was_under_way = round_under_way(app_.ui());
            take(*line);
            if (was_under_way && (app_.wants_to_leave() || is_home(app_.ui()))) say_kept();
            const bool over = app_.wants_to_leave() || (one_round && is_home(app_.ui()));
            if (!over) show_if_changed();
        }
        if (app_.wants_to_leave()) return;
        if (round_under_way(app_.ui())) say_kept();
        app_.handle(Act{ActionId::quit});
    }

private:
    void say_kept() { console_.out << words_.text(app_.is_saving() ? "terminal.kept" : "terminal.not_kept") << '\n'; }

    /// Carries out what a line means. Time that has passed counts first: the line may have come too late.
    void take(const std::string& typed) {
        const std::uint64_t screen = app_.ui().screen_id;
        app_.tick();
        app_.save_again();
        if (app_.ui().screen_id != screen) {
            console_.out << words_.text("terminal.time_is_up") << '\n';
            return;
        }
        const bool is_text = !first_invalid_utf8(typed);
        const std::string line = is_text ? tidied(typed) : std::string();
        const ScreenModel now = app_.ui().screens.back();
        if (const auto* reveal = std::get_if<RevealModel>(&now);
            reveal != nullptr && line == sources_letter && !reveal->sources.empty()) {
            show_sources({console_.out, words_}, *reveal);
            return;
        }
        const auto intents = is_text ? intents_of(line, app_.ui()) : std::nullopt;
        if (intents) {
            for (const Intent& intent : *intents) app_.handle(intent);
            if (app_.wants_to_leave() || app_.ui().screen_id != screen || app_.ui().screens.back() != now) return;
        }
        console_.out << words_.text("terminal.not_understood") << '\n';
    }

    void show_if_changed() {
        const UiModel& ui = app_.ui();
        if (ui.screen_id != shown_id_ || ui.screens.back() != *shown_) show();
    }

    /// Writes the top screen. Says once for each cause when progress is not being saved.
    void show() {
        const UiModel& ui = app_.ui();
        const bool is_same_screen = shown_ && ui.screen_id == shown_id_;
        console_.out << '\n';
        show_screen({console_.out, words_, is_same_screen ? &*shown_ : nullptr}, ui.screens.back());
        shown_ = ui.screens.back();
        shown_id_ = ui.screen_id;
        if (!ui.banner.text.empty() && ui.banner.text != told_) {
            console_.out << wrapped(ui.banner.text);
            told_ = ui.banner.text;
        }
        console_.out << '\n' << wrapped(offered_actions(words_, ui));
    }

    /// Returns the next line; nothing when the input has ended, nobody can read the output, or the program is to stop.
    std::optional<std::string> next_line() {
        console_.out << prompt_of(words_, app_.ui().screens.back()) << ' ' << std::flush;
        std::string line;
        if (!console_.out || console_.stop || !std::getline(console_.in, line) || console_.stop) {
            console_.out << '\n';
            return std::nullopt;
        }
        return line;
    }

    App& app_;
    const text::Language& words_;
    Console console_;
    std::optional<ScreenModel> shown_;
    std::uint64_t shown_id_ = 0;
    std::string told_; ///< the last banner
};

} // namespace

void play_in_terminal(App& app, const session::Game& game, const text::Language& words, bool one_round,
                      const Console& console) {
    Terminal terminal(app, words, console);
    terminal.greet(game.pack());
    terminal.run(one_round);
}

} // namespace chelate::terminal
