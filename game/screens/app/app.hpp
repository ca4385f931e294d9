// The whole program without its window: a stack of screens that takes intents and gives a UI model.
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
    std::vector<Error> notices{};        ///< to be said at the beginning: a file that was put aside
    std::filesystem::path backup{};      ///< progress cannot be read, but this backup of it can; empty: all is well
    /// gives the pack read again when its author has saved it
    std::function<std::optional<content::Reading>()> watch{};
};

class App {
public:
    /// @pre an opening's round is one of the pack's
    App(Context context, const Opening& opening);
    App(const App&) = delete; // screens refer to its context
    App& operator=(const App&) = delete;

    void handle(const Intent& intent);
    /// What is to be seen now; the same object until something changes.
    [[nodiscard]] const UiModel& ui() const { return ui_; }
    [[nodiscard]] bool wants_to_leave() const { return leaving_; }
    [[nodiscard]] const session::Settings& settings() const { return context_.settings; }

    /// To be called often: lets clocks run.
    void tick();
    /// Classes and what a host says of themselves are kept in files of this data folder from now on, whenever they
    /// change.
    void keep_files(const std::filesystem::path& folder);

    /// To be called now and then: tries again to save what waits.
    void save_again();

private:
    /// Carries out an action of the top screen, or one of the program itself.
    void act(ActionId id);
    void apply(const Transition& transition);
    void open(const ScreenRequest& request);
    void refresh();
    /// Somebody is there: a kiosk's clock begins anew, and the host's word leads out.
    void stir(char32_t typed);
    /// Plays what an author has saved, at the same place, and tells its problems.
    void reload(content::Reading reading);

    Context context_;
    std::function<std::optional<content::Reading>()> watch_;
    ScreenTable screens_;
    std::vector<std::unique_ptr<Presenter>> stack_;
    UiModel ui_;
    bool leaving_ = false;
};

} // namespace chelate::screens
