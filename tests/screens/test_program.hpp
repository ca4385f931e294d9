// A program without its window, for the tests of its screens: its clock in the test's hand, its progress in memory or
// in a folder.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <set>

#include <sys/resource.h>

#include "game/screens/app/app.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/shipped_pack.hpp"

namespace chelate::test {

inline constexpr Millis a_day{86'400'000};

inline const text::Language& words() {
    static const text::Language language = text::Language::load(CHELATE_SOURCE_DIR "/assets/i18n/en.json").value();
    return language;
}

/// Opens the progress in a folder.
inline store::Store store_in(const Folder& folder) { return store::Store::open(folder.path / "progress.db").value(); }

/// While it exists, no file can grow beyond the present size of the folder's log. This acts like a full disk, on every
/// machine.
struct FullDisk {
    rlimit before{};

    explicit FullDisk(const std::filesystem::path& folder) {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before);
        std::error_code none; // no log yet
        const auto size = std::filesystem::file_size(folder / "progress.db-wal", none);
        const rlim_t log = none ? 0 : size;
        const rlimit small{log, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before); }
};

/// A program without a window, its clock in the test's hand, its progress in memory or in a file.
struct TestProgram {
    runner::ManualClock clock{{1'795'800'000'000}}; ///< an evening of 2026
    std::uint64_t seed = 11;                        ///< the next one that the session draws
    int sessions = 0;                               ///< ids drawn so far
    screens::CanShow can_show;
    session::Game game;

    /// @param files  empty: nothing but progress is saved
    explicit TestProgram(session::Progress progress = {.store = store::Store::in_memory().value()},
                         session::LocalFiles files = {}, content::Pack pack = shipped_pack())
        : game(std::move(pack), clock, std::move(progress), std::move(files),
               {[this] { return seed++; },
                [this] { return quiz::SessionId{"session-" + std::to_string(++sessions)}; }}) {}
    explicit TestProgram(store::Store store) : TestProgram(session::Progress{.store = std::move(store)}) {}
    /// All its files are in the folder.
    explicit TestProgram(const Folder& folder)
        : TestProgram({.store = store_in(folder), .file = folder.path / "progress.db"},
                      session::LocalFiles(folder.path)) {}

    screens::App open(screens::Opening opening = {}, const text::Language& language = words()) {
        if (!opening.ask_name && game.players().name().empty())
            REQUIRE(game.submit(session::PlayAs{"Ada"}).has_value());
        return screens::App(game, language, {.version = "chelate test", .can_show = can_show}, opening);
    }
};

template <class M>
const M& top(const screens::App& app) {
    REQUIRE_FALSE(app.ui().screens.empty());
    const auto* model = std::get_if<M>(&app.ui().screens.back());
    REQUIRE(model != nullptr);
    return *model;
}

template <class M>
inline bool shows(const screens::App& app) {
    return !app.ui().screens.empty() && std::holds_alternative<M>(app.ui().screens.back());
}

/// Returns the focus of one of home's small buttons, by the key of its text.
inline int corner_of(const screens::App& app, const char* key) {
    const auto& home = top<screens::HomeModel>(app);
    const auto found = std::find(home.corner.begin(), home.corner.end(), words().text(key));
    REQUIRE(found != home.corner.end());
    return static_cast<int>(home.rounds.size()) + static_cast<int>(found - home.corner.begin()) +
           (home.resume ? 1 : 0) + (home.progress.empty() ? 0 : 1);
}

/// Gives responses by keys, one overload for each kind.
struct ByKeys {
    screens::App& app;
    const quiz::QuestionRecord& asked;

    void operator()(const quiz::Picked& picked) const { app.handle(screens::Choose{picked.position + 1}); }
    void operator()(const quiz::Raised&) const { FAIL("one person raises no hands"); }
    void operator()(const quiz::Ticked& ticked) const {
        const auto& now = std::get<screens::TickModel>(top<screens::QuestionModel>(app).answer).ticked;
        const std::vector<bool> before = now;
        for (std::size_t i = 0; i < before.size(); ++i) {
            const bool wanted =
                std::find(ticked.positions.begin(), ticked.positions.end(), i) != ticked.positions.end();
            if (wanted != before[i]) app.handle(screens::Choose{static_cast<int>(i) + 1});
        }
        app.handle(screens::Activate{});
    }
    void operator()(const quiz::Arranged& arranged) const {
        for (std::size_t place = 0; place < arranged.positions.size(); ++place) {
            // Find the wanted item on the screen by its text and move it to its place with its digit.
            const std::string text =
                quiz::options_of(asked.question->interaction)[asked.display_order[arranged.positions[place]]].text;
            const auto& cards = std::get<screens::OrderModel>(top<screens::QuestionModel>(app).answer).items;
            for (std::size_t i = 0; i < cards.size(); ++i) {
                if (cards[i].text != text) continue;
                app.handle(screens::FocusOn{static_cast<int>(i)});
                break;
            }
            app.handle(screens::Choose{static_cast<int>(place) + 1});
        }
        app.handle(screens::Activate{});
    }
    void operator()(const quiz::Assigned& assigned) const {
        for (std::size_t item = 0; item < assigned.targets.size(); ++item) {
            app.handle(screens::FocusOn{static_cast<int>(item)});
            app.handle(screens::Choose{assigned.targets[item] + 1});
        }
        app.handle(screens::Activate{});
    }
    void operator()(const quiz::Entered& entered) const {
        const auto& body = std::get<quiz::EnterNumber>(asked.question->interaction);
        clear();
        app.handle(screens::TypeText{quiz::shown_number(entered.units, body.scale.decimals)});
        app.handle(screens::Activate{});
    }
    void operator()(const quiz::Written& written) const {
        clear();
        app.handle(screens::TypeText{written.text});
        app.handle(screens::Activate{});
    }
    void operator()(const quiz::Noted&) const { app.handle(screens::Activate{}); }

    void clear() const {
        app.handle(screens::EditText{screens::Edit::end});
        for (int i = 0; i < 80; ++i) app.handle(screens::EditText{screens::Edit::backspace});
    }
};

/// Answers the open question by keys, right or wrong. It is sure where the round asks that, and wrong again where a
/// second try is allowed.
inline void answer(screens::App& app, session::Game& game, bool right) {
    const quiz::QuestionRecord asked = game.rounds().runner().history().state.asked.back();
    Rng rng{asked.display_order.size()};
    quiz::Response response = right ? quiz::key_response(*asked.question, asked.display_order)
                                    : quiz::wrong_response(*asked.question, asked.display_order);
    for (int guard = 0; guard < 60; ++guard) {
        std::visit(ByKeys{app, asked}, response);
        const quiz::SessionState& state = game.rounds().runner().history().state;
        if (state.phase == quiz::Phase::asked && state.asked.back().question == asked.question &&
            game.rounds().confidence_wanted() != quiz::ConfidenceUse::none) {
            app.handle(screens::Choose{3});
        }
        if (state.phase != quiz::Phase::asked || !(state.asked.back().question == asked.question)) return;
        do response = quiz::random_response(*asked.question, asked.display_order, rng);
        while (quiz::credit_of(response, *asked.question, asked.display_order) != Fraction::zero());
    }
}

/// Plays the round under way to its result.
inline void play_out(screens::App& app, session::Game& game, bool right) {
    for (int guard = 0; guard < 5000 && !shows<screens::ResultModel>(app); ++guard) {
        if (shows<screens::QuestionModel>(app)) {
            answer(app, game, right);
        } else {
            app.handle(screens::Activate{});
        }
    }
    REQUIRE(shows<screens::ResultModel>(app));
}

/// Returns the round, lesson or workshop that is played.
inline const quiz::SessionState& state(TestProgram& program) { return program.game.rounds().runner().history().state; }

} // namespace chelate::test
