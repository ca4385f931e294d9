#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <set>

#include <sys/resource.h>

#include "engine/content/reader.hpp"
#include "game/app/app.hpp"

using namespace chelate;
using namespace chelate::app;

namespace {

const text::Language& words() {
    static const text::Language language = text::Language::load(CHELATE_SOURCE_DIR "/assets/i18n/en.json").value();
    return language;
}

content::Pack shipped_pack() {
    return std::move(*content::read_pack(content::default_pack_folder(CHELATE_SOURCE_DIR "/content").value()).pack);
}

/// A folder of its own with progress in a file, gone with the test.
struct Folder {
    std::filesystem::path path;

    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "chelate-app-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path); }

    [[nodiscard]] store::Store store() const { return store::Store::open(path / "progress.db").value(); }
};

/// As long as it lives no file can grow beyond what the folder's log is now: a full disk that every machine has.
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
struct Program {
    runner::ManualClock clock{{1000000}};
    Settings settings;
    Game game;
    std::uint64_t seed = 11;
    int sessions = 0;
    int saved_settings = 0;

    explicit Program(store::Store store = store::Store::in_memory().value()) : game(shipped_pack(), clock, std::move(store)) {}

    App open(Opening opening = {}) {
        if (!opening.ask_name && game.player().empty()) REQUIRE(game.play_as("Ada").has_value());
        return App({.game = game,
                    .words = words(),
                    .settings = settings,
                    .save_settings = [this] { ++saved_settings; },
                    .new_seed = [this] { return seed++; },
                    .new_session = [this] { return quiz::SessionId{"session-" + std::to_string(++sessions)}; },
                    .version = "chelate test",
                    .kept_in = "/somewhere"},
                   opening);
    }
};

template <class M>
const M& top(const App& app) {
    REQUIRE_FALSE(app.glass().screens.empty());
    const auto* model = std::get_if<M>(&app.glass().screens.back());
    REQUIRE(model != nullptr);
    return *model;
}

template <class M>
bool shows(const App& app) {
    return !app.glass().screens.empty() && std::holds_alternative<M>(app.glass().screens.back());
}

/// Answers the open question by keys: right or wrong.
void answer(App& app, Game& game, bool right) {
    const quiz::Asked& asked = game.run().state().board.asked.back();
    const quiz::Response key = quiz::key_response(*asked.question, asked.shown);
    if (const auto* picked = std::get_if<quiz::Picked>(&key)) {
        const int wanted = right ? picked->position : (picked->position == 0 ? 1 : 0);
        app.handle(Choose{wanted + 1});
        return;
    }
    auto positions = std::get<quiz::Arranged>(key).positions;
    if (!right) std::reverse(positions.begin(), positions.end());
    for (std::size_t place = 0; place < positions.size(); ++place) {
        // Find the wanted item on the screen by its text and move it to its place with its digit.
        const std::string text = quiz::options_of(asked.question->body)[asked.shown[positions[place]]].text;
        const auto& cards = top<QuestionModel>(app).choices;
        for (std::size_t i = 0; i < cards.size(); ++i) {
            if (cards[i].text != text) continue;
            app.handle(FocusOn{static_cast<int>(i)});
            break;
        }
        app.handle(Choose{static_cast<int>(place) + 1});
    }
    app.handle(Activate{});
}

/// Plays the round under way to its result.
void play_out(App& app, Game& game, bool right) {
    for (int guard = 0; guard < 200 && !shows<ResultModel>(app); ++guard) {
        if (shows<QuestionModel>(app)) {
            answer(app, game, right);
        } else {
            app.handle(Activate{});
        }
    }
    REQUIRE(shows<ResultModel>(app));
}

} // namespace

TEST_SUITE("app") {
    TEST_CASE("a whole round by keys, all right: the result has all points and no mistakes") {
        Program program;
        App app = program.open();
        const auto rounds = top<HomeModel>(app).rounds;
        REQUIRE(rounds.size() >= 4);
        for (std::size_t i = 0; i < rounds.size(); ++i) {
            CAPTURE(rounds[i].name);
            app.handle(Choose{static_cast<int>(i) + 1});
            play_out(app, program.game, true);
            const auto& result = top<ResultModel>(app);
            CHECK(result.points == result.possible);
            CHECK(result.possible > 0);
            CHECK(result.mistakes.empty());
            CHECK(result.known.size() > result.terms.size()); // every answer, and the totals of its topics
            CHECK(result.saved_text == words().text("saved.yes"));
            app.handle(Activate{});
            REQUIRE(shows<HomeModel>(app));
            CHECK_FALSE(top<HomeModel>(app).rounds[i].history.empty());
        }
    }

    TEST_CASE("all wrong: no points, every mistake is listed, and they can be played again") {
        Program program;
        App app = program.open();
        app.handle(Choose{1});
        const std::size_t planned = static_cast<std::size_t>(program.game.run().state().board.program.planned);
        std::set<std::string> first;
        while (!shows<ResultModel>(app)) {
            if (shows<QuestionModel>(app)) {
                first.insert(program.game.run().state().board.asked.back().question->id);
                answer(app, program.game, false);
            } else {
                app.handle(Activate{});
            }
        }
        CHECK(top<ResultModel>(app).points == 0);
        CHECK(top<ResultModel>(app).mistakes.size() == planned);
        app.handle(Activate{}); // play mistakes: the primary button
        std::set<std::string> second;
        while (!shows<ResultModel>(app)) {
            if (shows<QuestionModel>(app)) {
                second.insert(program.game.run().state().board.asked.back().question->id);
                answer(app, program.game, true);
            } else {
                app.handle(Activate{});
            }
        }
        CHECK(first == second);
        CHECK(top<ResultModel>(app).mistakes.empty());
    }

    TEST_CASE("before the reveal a screen shows nothing of the key; after it, the answer, why and sources") {
        Program program;
        App app = program.open();
        app.handle(Choose{4});
        const auto question = top<QuestionModel>(app);
        CHECK_FALSE(question.prompt.empty());
        answer(app, program.game, false);
        const auto& reveal = top<RevealModel>(app);
        CHECK(reveal.outcome == Mark::wrong);
        CHECK_FALSE(reveal.why.empty());
        CHECK_FALSE(reveal.sources.empty());
        CHECK_FALSE(reveal.badges.empty());
        CHECK(reveal.saved);
        int right = 0;
        int yours = 0;
        for (const MarkedChoice& choice : reveal.choices) {
            right += choice.mark == Mark::missed ? 1 : 0;
            yours += choice.yours ? 1 : 0;
        }
        CHECK(right == 1);
        CHECK(yours == 1);
        app.handle(Hold{});
        CHECK(top<RevealModel>(app).sources_open);
        app.handle(Back{});
        CHECK_FALSE(top<RevealModel>(app).sources_open);
    }

    TEST_CASE("a round left with Esc is offered again with the same question in the same order") {
        Program program;
        App app = program.open();
        app.handle(Choose{1});
        answer(app, program.game, true);
        app.handle(Activate{});
        const auto before = top<QuestionModel>(app);
        app.handle(Back{});
        REQUIRE(top<HomeModel>(app).resume.has_value());
        app.handle(Activate{});
        const auto after = top<QuestionModel>(app);
        CHECK(after.prompt == before.prompt);
        CHECK(after.choices == before.choices);
        CHECK(after.counter == before.counter);
        CHECK(after.score == before.score);
        play_out(app, program.game, true);
        CHECK(top<ResultModel>(app).points == top<ResultModel>(app).possible);
        app.handle(Back{});
        CHECK_FALSE(top<HomeModel>(app).resume.has_value());
    }

    TEST_CASE("time away from a round does not count as time taken") {
        Program program;
        App app = program.open();
        app.handle(Choose{1});
        program.clock.advance({2000});
        app.handle(Back{});
        program.clock.advance({3600000});
        app.handle(Activate{});
        program.clock.advance({1000});
        answer(app, program.game, true);
        CHECK(program.game.run().state().board.asked[0].answers[0]->taken.count == 3000);
    }

    TEST_CASE("another round can end the one under way, which keeps what was answered") {
        Program program;
        App app = program.open();
        app.handle(Choose{1});
        answer(app, program.game, true);
        app.handle(Back{});
        app.handle(Choose{2});
        REQUIRE(shows<DialogModel>(app));
        app.handle(MoveFocus{1});
        app.handle(Activate{});
        REQUIRE(shows<QuestionModel>(app));
        REQUIRE_FALSE(program.game.history().empty());
        CHECK_FALSE(program.game.history().front().complete);
        CHECK(program.game.history().front().score.points.count == 1000);
    }

    TEST_CASE("an order is arranged by carrying, by digits and by dragging, and Enter puts down before it checks") {
        Program program;
        App app = program.open({.round = content::RoundId{"chain-of-events"}, .seed = 3});
        auto model = top<QuestionModel>(app);
        REQUIRE(model.ordering);
        app.handle(Hold{});
        CHECK(top<QuestionModel>(app).held == 0);
        app.handle(MoveFocus{1});
        CHECK(top<QuestionModel>(app).choices[1].text == model.choices[0].text);
        CHECK(top<QuestionModel>(app).held == 1);
        app.handle(Activate{});
        CHECK(top<QuestionModel>(app).held == -1);
        CHECK(shows<QuestionModel>(app));
        app.handle(MoveItem{1, 0});
        CHECK(top<QuestionModel>(app).choices == model.choices);
        app.handle(FocusOn{0});
        app.handle(Choose{3});
        CHECK(top<QuestionModel>(app).choices[2].text == model.choices[0].text);
        app.handle(Hold{});
        app.handle(Back{});
        CHECK(top<QuestionModel>(app).held == -1);
        app.handle(MoveItem{99, -4});
        app.handle(Press{static_cast<int>(model.choices.size())});
        CHECK(shows<RevealModel>(app));
    }

    TEST_CASE("every screen names its keys, and F1 shows them over it") {
        Program program;
        App app = program.open();
        const auto look = [&] {
            CHECK_FALSE(app.glass().footer.empty());
            app.handle(ShowKeys{});
            REQUIRE(shows<KeysModel>(app));
            CHECK(top<KeysModel>(app).keys.size() >= 2);
            app.handle(Back{});
            CHECK_FALSE(shows<KeysModel>(app));
        };
        look();
        app.handle(Choose{1});
        look();
        answer(app, program.game, true);
        look();
        play_out(app, program.game, true);
        look();
    }

    TEST_CASE("settings change at once and are kept") {
        Program program;
        App app = program.open();
        const int before_settings = static_cast<int>(top<HomeModel>(app).rounds.size()) + 1;
        app.handle(Press{before_settings});
        REQUIRE(shows<SettingsModel>(app));
        app.handle(Adjust{-1, 1});
        CHECK(app.settings().theme == "light");
        app.handle(MoveFocus{1});
        app.handle(Activate{});
        CHECK(app.settings().text_percent == 125);
        app.handle(SetOption{1, 4});
        CHECK(app.settings().text_percent == 200);
        app.handle(Adjust{1, 1});
        CHECK(app.settings().text_percent == 200);
        app.handle(SetOption{2, 1});
        CHECK(app.settings().reduced_motion);
        app.handle(SetOption{7, 1});
        app.handle(SetOption{0, 9});
        CHECK(program.saved_settings == 4);
        app.handle(Back{});
        CHECK(shows<HomeModel>(app));
    }

    TEST_CASE("the first start asks for a name; a bad one says why; nobody is forced to give one") {
        Program program;
        App app = program.open({.ask_name = true});
        REQUIRE(shows<NameModel>(app));
        CHECK(top<NameModel>(app).problem.empty());
        app.handle(TypeName{"   "});
        CHECK_FALSE(top<NameModel>(app).problem.empty());
        app.handle(Activate{});
        REQUIRE(shows<NameModel>(app));
        app.handle(TypeName{"  Grace   Hopper "});
        app.handle(Activate{});
        REQUIRE(shows<HomeModel>(app));
        CHECK(program.game.player() == "Grace Hopper");
        CHECK(program.settings.profile == "Grace Hopper");

        Program other;
        App second = other.open({.ask_name = true});
        second.handle(Back{});
        REQUIRE(shows<HomeModel>(second));
        CHECK(other.game.player() == words().text("name.default"));
    }

    TEST_CASE("names: slashes, emoji and ## are kept as they are; long ones and broken ones are refused with a reason") {
        for (const char* name : {"a/b\\c", "🦊 fox", "##", "'; DROP TABLE profile; --", "Ὀδυσσεύς"}) {
            CAPTURE(name);
            const auto kept = player_name(name);
            REQUIRE(kept.has_value());
            CHECK(*kept == name);
        }
        CHECK(player_name(std::string(300, 'x')).error().code == "name-too-long");
        CHECK(player_name("").error().code == "name-empty");
        CHECK(player_name("\xff\xfe").error().code == "name-not-text");
        CHECK(player_name("a\x01 b").error().code == "name-not-text");
    }

    TEST_CASE("without progress the round goes on under a banner") {
        runner::ManualClock clock({0});
        Settings settings;
        Game game(shipped_pack(), clock, std::nullopt, Error{"store-locked", {{"path", "/x/progress.db"}}});
        REQUIRE(game.play_as("Ada").has_value());
        App app({.game = game, .words = words(), .settings = settings, .save_settings = [] {}, .new_seed = [] { return 4U; },
                 .new_session = [] { return quiz::SessionId{"s"}; }, .version = "", .kept_in = ""}, {});
        CHECK(app.glass().banner.text.find("/x/progress.db") != std::string::npos);
        app.handle(Choose{1});
        play_out(app, game, true);
        CHECK(top<ResultModel>(app).saved_text == words().text("saved.no"));
        CHECK(top<ResultModel>(app).points > 0);
    }

    TEST_CASE("a first start that was asked for a round asks for the name first and then plays it as that person") {
        Program program;
        App app = program.open({.round = content::RoundId{"chain-of-events"}, .seed = 3, .ask_name = true});
        REQUIRE(shows<NameModel>(app));
        app.handle(TypeName{"Grace"});
        app.handle(Activate{});
        REQUIRE(shows<QuestionModel>(app));
        CHECK(program.game.run().state().board.program.seed == 3);
        CHECK(program.game.run().saved());
        answer(app, program.game, true);
        CHECK(top<RevealModel>(app).saved);
    }

    TEST_CASE("one person is one person, in large letters or small") {
        Program program;
        REQUIRE(program.game.play_as("Ada").has_value());
        REQUIRE(program.game.play_as("ADA").has_value());
        CHECK(program.game.player() == "Ada");
        REQUIRE(program.game.play_as("##").has_value());
        REQUIRE(program.game.play_as("🦊").has_value());
        CHECK(program.game.player() == "🦊");
    }

    TEST_CASE("a round comes back where it was: at a question, at a reveal, at the reveal of the last one") {
        Program program;
        App app = program.open();
        app.handle(Choose{1});
        const int planned = program.game.run().state().board.program.planned;
        const auto number_offered = [&](int number) {
            const auto& resume = top<HomeModel>(app).resume;
            REQUIRE(resume.has_value());
            CHECK(resume->detail.find("question " + std::to_string(number) + " of") != std::string::npos);
        };
        for (int number = 1; number <= planned; ++number) {
            CAPTURE(number);
            REQUIRE(shows<QuestionModel>(app));
            app.handle(Back{});
            number_offered(number);
            app.handle(Activate{});
            answer(app, program.game, number % 2 == 0);
            const RevealModel before = top<RevealModel>(app);
            app.handle(Back{});
            number_offered(number);
            app.handle(Activate{});
            CHECK(top<RevealModel>(app) == before);
            app.handle(Activate{});
        }
        CHECK(shows<ResultModel>(app));
    }

    TEST_CASE("a program that was killed comes back at its open question, and at its reveal") {
        Folder folder;
        std::string prompt;
        {
            Program program(folder.store());
            App app = program.open();
            app.handle(Choose{1});
            prompt = top<QuestionModel>(app).prompt;
        }
        {
            Program program(folder.store());
            App app = program.open();
            app.handle(Activate{});
            CHECK(top<QuestionModel>(app).prompt == prompt);
            answer(app, program.game, true);
        }
        Program program(folder.store());
        App app = program.open();
        app.handle(Activate{});
        REQUIRE(shows<RevealModel>(app));
        CHECK(top<RevealModel>(app).prompt == prompt);
        CHECK(top<RevealModel>(app).saved);
        play_out(app, program.game, true);
        CHECK(top<ResultModel>(app).points == top<ResultModel>(app).possible);
    }

    TEST_CASE("a round of a pack that has changed since is not offered, and stops nothing") {
        Folder folder;
        {
            Program first(folder.store());
            App app = first.open();
            app.handle(Choose{1});
        }
        for (const bool other_bytes : {true, false}) {
            CAPTURE(other_bytes);
            content::Pack pack = shipped_pack();
            // Other bytes, or the same bytes read by a program that leaves that round out.
            if (other_bytes) {
                pack.hash = "other";
            } else {
                pack.rounds.erase(pack.rounds.begin());
            }
            runner::ManualClock clock({0});
            Game game(std::move(pack), clock, folder.store());
            REQUIRE(game.play_as("Ada").has_value());
            CHECK_FALSE(game.interrupted().has_value());
            game.give_up();
            game.take_up();
            CHECK_FALSE(game.playing());
        }
    }

    TEST_CASE("on a full disk a round that is left waits in memory, is offered again, and is saved when there is room") {
        Folder folder;
        std::vector<quiz::Event> first;
        std::vector<quiz::Event> second;
        {
            Program program(folder.store());
            App app = program.open();
            app.handle(Choose{1});
            {
                const FullDisk full(folder.path);
                answer(app, program.game, true);
                const RevealModel before = top<RevealModel>(app);
                CHECK_FALSE(before.saved);
                app.handle(Back{});
                REQUIRE(top<HomeModel>(app).resume.has_value());
                app.save_again();
                CHECK_FALSE(app.glass().banner.text.empty());
                app.handle(Activate{});
                CHECK(top<RevealModel>(app) == before);
                play_out(app, program.game, true);
                CHECK(top<ResultModel>(app).saved_text == words().text("saved.no"));
            }
            app.save_again();
            CHECK(app.glass().banner.text.empty());
            CHECK(top<ResultModel>(app).saved_text == words().text("saved.yes"));
            first = program.game.run().state().log;
            {
                const FullDisk full(folder.path);
                app.handle(Choose{1}); // play again
                play_out(app, program.game, true);
                second = program.game.run().state().log;
                app.handle(Back{});
                CHECK_FALSE(app.glass().banner.text.empty());
                CHECK(program.game.history().size() == 1);
            }
            app.save_again();
            CHECK(app.glass().banner.text.empty());
            CHECK(program.game.history().size() == 2);
            CHECK_FALSE(top<HomeModel>(app).resume.has_value());
        }
        const store::Store store = folder.store();
        CHECK(store.events(quiz::SessionId{"session-1"}).value() == first);
        CHECK(store.events(quiz::SessionId{"session-2"}).value() == second);
    }

    TEST_CASE("a disk that had no room for a new player keeps the next round once it has") {
        Folder folder;
        Program program(folder.store());
        {
            const FullDisk full(folder.path);
            REQUIRE(program.game.play_as("Ada").has_value());
            CHECK(program.game.trouble().has_value());
        }
        App app = program.open();
        app.handle(Choose{1});
        CHECK(program.game.run().saved());
        CHECK(app.glass().banner.text.empty());
    }

    TEST_CASE("a round of another pack that was left does not hide this pack's") {
        Folder folder;
        content::Pack other = shipped_pack();
        other.id = "other";
        {
            Program program(folder.store());
            App app = program.open();
            app.handle(Choose{1});
            app.handle(Back{});
        }
        {
            runner::ManualClock clock({2000000});
            Game game(std::move(other), clock, folder.store());
            REQUIRE(game.play_as("Ada").has_value());
            CHECK_FALSE(game.interrupted().has_value());
            REQUIRE(game.start(game.pack().rounds.front().id, 1, quiz::SessionId{"other"}).has_value());
            game.leave();
            CHECK(game.interrupted().has_value());
        }
        Program program(folder.store());
        App app = program.open();
        CHECK(top<HomeModel>(app).resume.has_value());
    }

    TEST_CASE("without progress a round that is left is still offered while the program runs") {
        runner::ManualClock clock({0});
        Settings settings;
        Game game(shipped_pack(), clock, std::nullopt, Error{"store-locked", {{"path", "/x/progress.db"}}});
        REQUIRE(game.play_as("Ada").has_value());
        App app({.game = game, .words = words(), .settings = settings, .save_settings = [] {}, .new_seed = [] { return 4U; },
                 .new_session = [] { return quiz::SessionId{"s"}; }, .version = "", .kept_in = ""}, {});
        app.handle(Choose{1});
        const auto before = top<QuestionModel>(app);
        app.handle(Back{});
        REQUIRE(top<HomeModel>(app).resume.has_value());
        REQUIRE(game.play_as("Ben").has_value());
        CHECK_FALSE(game.interrupted().has_value());
        REQUIRE(game.play_as("Ada").has_value());
        app.handle(Press{0});
        CHECK(top<QuestionModel>(app) == before);
        play_out(app, game, true);
        app.handle(Back{});
        CHECK_FALSE(top<HomeModel>(app).resume.has_value());
    }

    TEST_CASE("the recording is of the first round played, not of one that is ended for it") {
        Program program;
        App app = program.open();
        app.handle(Choose{1});
        app.handle(Back{});
        std::vector<std::string> lines;
        program.game.record_next([&](std::string_view line) { lines.emplace_back(line); });
        app.handle(Choose{2});
        app.handle(Choose{2}); // end the other one
        REQUIRE(shows<QuestionModel>(app));
        REQUIRE(lines.size() > 2);
        CHECK(lines[1].find("\"start-session\"") != std::string::npos);
        CHECK(lines[1].find(program.game.run().state().board.program.round.value) != std::string::npos);
    }

    TEST_CASE("a digit that no key has chooses nothing") {
        Program program;
        App app = program.open();
        for (const int number : {0, -1, -40, 99}) {
            app.handle(Choose{number});
            CHECK(shows<HomeModel>(app));
        }
    }

    TEST_CASE("no intent breaks any screen, whatever it says") {
        for (const std::uint64_t seed : {5U, 6U, 7U, 8U}) {
            CAPTURE(seed);
            Program program;
            App app = program.open();
            Rng rng{seed};
            for (int i = 0; i < 1500 && !app.wants_to_leave(); ++i) {
                const auto number = [&] { return static_cast<int>(rng.below(14)) - 3; };
                switch (rng.below(14)) {
                case 0: app.handle(MoveFocus{number()}); break;
                case 1: app.handle(FocusOn{number()}); break;
                case 2: app.handle(Activate{}); break;
                case 3: app.handle(Press{number()}); break;
                case 4: app.handle(Choose{number()}); break;
                case 5: app.handle(Hold{}); break;
                case 6: app.handle(Carry{number()}); break;
                case 7: app.handle(MoveItem{number(), number()}); break;
                case 8: app.handle(Adjust{number(), number()}); break;
                case 9: app.handle(SetOption{number(), number()}); break;
                case 10: app.handle(TypeName{rng.below(2) == 0 ? "" : "Eve"}); break;
                case 11: app.handle(ShowKeys{}); break;
                default:
                    // Home's Esc ends the program; everywhere else it leads back.
                    if (!shows<HomeModel>(app)) app.handle(Back{});
                }
                program.clock.advance({100});
            }
            CHECK_FALSE(app.wants_to_leave());
            CHECK_FALSE(app.glass().screens.empty());
        }
    }
}
