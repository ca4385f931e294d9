// The whole program without its window: a stack of screens that takes intents and gives a UI model. It carries out the
// effects that presenters return; nothing else changes the session.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "engine/content/reader.hpp"
#include "game/screens/presenter/presenter.hpp"
#include "game/screens/presenter/screen_table.hpp"

namespace chelate::screens {

/// Where the program begins.
struct Opening {
    content::RoundId round{};            ///< start with this round, once there is a name; empty: home
    std::optional<std::uint64_t> seed{}; ///< seed of that round
    bool ask_name = false;               ///< nobody has played here yet
    std::vector<Error> notices{};        ///< to be said at the start, such as a file that was put aside
    std::filesystem::path backup{};      ///< progress cannot be read, but this backup of it can; empty: all is well
    /// returns the pack read again when its author has saved it
    std::function<std::optional<content::Reading>()> watch{};
};

/// What the front end tells the screens about itself, and what it does for them.
struct FrontEnd {
    std::string version{};   ///< of the program, as people read it
    std::string print_css{}; ///< style sheet of what is printed; empty: pages are plain
    CanShow can_show{};      ///< empty: everything can be shown
    Languages languages{};   ///< empty: there is no choice
};

class App {
public:
    /// @param game, words  must outlive it; the words may change to another language between two calls
    /// @pre an opening's round is one of the pack's
    App(session::Game& game, const text::Language& words, FrontEnd front_end, const Opening& opening);
    App(const App&) = delete; // screens refer to it
    App& operator=(const App&) = delete;

    void handle(const Intent& intent);
    /// Returns what is to be seen now; the same object until something changes.
    [[nodiscard]] const UiModel& ui() const { return ui_; }
    [[nodiscard]] bool wants_to_leave() const { return leaving_; }
    /// Returns whether what is left now can be continued after a restart.
    [[nodiscard]] bool is_saving() const { return game_.is_saving(); }
    [[nodiscard]] const session::Settings& settings() const { return game_.files().settings(); }

    /// Lets clocks run. Call it often.
    void tick();
    /// Tries again to save what is waiting. Call it now and then.
    void save_again();

private:
    struct CarryOut; ///< carries out effects, one overload each

    [[nodiscard]] Services services() const {
        return {game_, words_, shown_name_, display_, front_end_.languages, front_end_.version, front_end_.print_css};
    }
    /// Carries out an action of the top screen, or one of the program itself.
    void act(ActionId id);
    void perform(ActionId id);
    void carry_out(const Effects& effects);
    void open(const ScreenRequest& request);
    void refresh();
    /// Someone is at the kiosk: its idle time starts again, and the exit word ends it.
    void note_activity(char32_t typed);
    void leave_kiosk();
    /// Plays what an author has saved, at the same place, and says its problems.
    void reload(content::Reading reading);

    session::Game& game_;
    const text::Language& words_;
    FrontEnd front_end_;
    ShownNames shown_name_;
    Display display_;
    std::function<std::optional<content::Reading>()> watch_;
    ScreenTable screens_;
    std::vector<std::unique_ptr<Presenter>> stack_;
    UiModel ui_;
    bool leaving_ = false;
};

} // namespace chelate::screens
