#include "engine/base/person_name.hpp"
#include "engine/base/text.hpp"
#include "game/screens/presenter/services.hpp"
#include "tests/screens/test_program.hpp"
#include "tests/support/campaign.hpp"
#include "tests/support/pseudo_language.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

TEST_SUITE("app") {
    TEST_CASE("a whole round by keys, all right: the result has all points and no mistakes") {
        TestProgram program;
        App app = program.open();
        const auto rounds = top<HomeModel>(app).rounds;
        REQUIRE(rounds.size() >= 4);
        for (const std::uint64_t i : Campaign{"rounds played by keys", rounds.size()}) {
            CAPTURE(rounds[i].name);
            app.handle(Choose{static_cast<int>(i) + 1});
            play_out(app, program.game, true);
            const auto& result = top<ResultModel>(app);
            CHECK(result.points == result.possible);
            CHECK(result.possible > 0);
            CHECK(result.mistakes.empty());
            CHECK(result.known.size() > result.terms.size()); // every answer, and the totals of their topics
            CHECK(result.saved_text == words().text("saved.yes"));
            app.handle(Activate{});
            REQUIRE(shows<HomeModel>(app));
            CHECK_FALSE(top<HomeModel>(app).rounds[i].history.empty());
        }
    }

    TEST_CASE("all wrong: no points, every mistake is listed, and they can be played again") {
        TestProgram program;
        App app = program.open();
        app.handle(Choose{1});
        const std::size_t planned =
            static_cast<std::size_t>(program.game.rounds().runner().history().state.plan.planned);
        std::set<std::string> first;
        while (!shows<ResultModel>(app)) {
            if (shows<QuestionModel>(app)) {
                first.insert(program.game.rounds().runner().history().state.asked.back().question->id);
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
                second.insert(program.game.rounds().runner().history().state.asked.back().question->id);
                answer(app, program.game, true);
            } else {
                app.handle(Activate{});
            }
        }
        CHECK(first == second);
        CHECK(top<ResultModel>(app).mistakes.empty());
    }

    TEST_CASE("before the reveal a screen shows nothing of the key; after it, the answer, why and sources") {
        TestProgram program;
        App app = program.open();
        app.handle(Choose{4});
        const auto question = top<QuestionModel>(app);
        const quiz::Question asked = *program.game.rounds().runner().history().state.asked.back().question;
        std::string shown = question.prompt + question.instruction + question.topic + question.score;
        for (const ChoiceCard& choice : std::get<ChoiceModel>(question.answer).choices)
            shown += choice.number + choice.text;
        CHECK(shown.find(asked.explanation) == std::string::npos);
        for (const quiz::Citation& source : asked.sources) CHECK(shown.find(source.text) == std::string::npos);
        answer(app, program.game, false);
        const auto& reveal = top<RevealModel>(app);
        CHECK(reveal.outcome == Mark::wrong);
        CHECK_FALSE(reveal.why.empty());
        CHECK_FALSE(reveal.sources.empty());
        CHECK_FALSE(reveal.badges.empty());
        CHECK(reveal.saved);
        int right = 0;
        int yours = 0;
        for (const MarkedChoice& choice : std::get<MarkedChoices>(reveal.answer).choices) {
            right += choice.mark == Mark::missed ? 1 : 0;
            yours += choice.yours ? 1 : 0;
        }
        CHECK(right == 1);
        CHECK(yours == 1);
        app.handle(Hold{});
        CHECK(top<RevealModel>(app).sources_open);
        app.handle(Act{ActionId::back});
        CHECK_FALSE(top<RevealModel>(app).sources_open);
    }

    TEST_CASE("where a round asks how sure, an answer waits for it, may be changed, and no idea costs nothing") {
        TestProgram program;
        App app = program.open({.round = content::RoundId{"gut-feeling"}, .seed = 3});
        const auto state = [&]() -> const quiz::SessionState& {
            return program.game.rounds().runner().history().state;
        };
        REQUIRE(state().plan.rules.confidence == quiz::ConfidenceUse::marked);
        app.handle(Activate{}); // the page that explains it
        while (!quiz::is_marked(*state().asked.back().question)) {
            answer(app, program.game, true);
            app.handle(Activate{});
        }
        const quiz::QuestionRecord asked = state().asked.back();
        std::visit(ByKeys{app, asked}, quiz::wrong_response(*asked.question, asked.display_order));
        REQUIRE(shows<QuestionModel>(app));
        CHECK(top<QuestionModel>(app).instruction == words().text("question.how_sure"));
        CHECK(std::get<ChoiceModel>(top<QuestionModel>(app).answer).choices.size() == 3);
        app.handle(Act{ActionId::back});
        CHECK(top<QuestionModel>(app).instruction != words().text("question.how_sure"));
        std::visit(ByKeys{app, asked}, quiz::wrong_response(*asked.question, asked.display_order));
        app.handle(Choose{3});
        REQUIRE(shows<RevealModel>(app));
        CHECK(state().scores[0].points.count == -600);
        app.handle(Activate{});
        REQUIRE(shows<QuestionModel>(app));
        app.handle(Act{ActionId::pass});
        CHECK(state().scores[0].points.count == -600);
        CHECK(top<RevealModel>(app).verdict == words().text("reveal.passed"));
        app.handle(Act{ActionId::end_round});
        app.handle(Activate{});
        // The result says how the points were lost.
        const std::string losses = top<ResultModel>(app).losses;
        CHECK(losses.find("Wrong answers that you were sure of (1) or fairly sure of (0) cost 600 points") !=
              std::string::npos);
    }

    TEST_CASE("a hint is shown once taken, a wrong answer may be mended once, each for half the credit") {
        TestProgram program;
        App app = program.open({.round = content::RoundId{"why-do-they-disagree"}, .seed = 3});
        const auto state = [&]() -> const quiz::SessionState& {
            return program.game.rounds().runner().history().state;
        };
        while (state().asked.back().question->hints.empty()) {
            answer(app, program.game, true);
            while (shows<RevealModel>(app)) app.handle(Activate{});
            REQUIRE(shows<QuestionModel>(app));
        }
        const std::int64_t before = state().scores[0].points.count;
        CHECK(top<QuestionModel>(app).hints.empty());
        const std::vector<std::string> hints = state().asked.back().question->hints;
        for (std::size_t taken = 0; taken < hints.size(); ++taken) {
            app.handle(Act{ActionId::hint});
            REQUIRE(top<QuestionModel>(app).hints.size() == taken + 1);
            CHECK(top<QuestionModel>(app).hints.back() ==
                  words().text("question.hint", {{"number", std::to_string(taken + 1)},
                                                 {"of", std::to_string(hints.size())},
                                                 {"hint", hints[taken]}}));
        }
        app.handle(Act{ActionId::hint}); // there is no other
        CHECK(top<QuestionModel>(app).hints.size() == hints.size());
        const quiz::QuestionRecord asked = state().asked.back();
        std::visit(ByKeys{app, asked}, quiz::wrong_response(*asked.question, asked.display_order));
        REQUIRE(shows<QuestionModel>(app));
        CHECK(top<QuestionModel>(app).notice == words().text("question.try_again"));
        std::visit(ByKeys{app, asked}, quiz::wrong_response(*asked.question, asked.display_order));
        CHECK(top<QuestionModel>(app).notice == words().text("question.tried_already"));
        std::visit(ByKeys{app, asked}, quiz::key_response(*asked.question, asked.display_order));
        REQUIRE(shows<RevealModel>(app));
        CHECK(state().scores[0].points.count == before + 250);
        CHECK(state().asked.back().attempts[0].first_credit == Fraction::zero());
    }

    TEST_CASE("full screen is a setting, and F11 is its short cut everywhere") {
        TestProgram program;
        App app = program.open();
        app.handle(Act{ActionId::full_screen});
        CHECK(app.settings().full_screen);
        app.handle(Choose{1});
        app.handle(Act{ActionId::full_screen});
        CHECK_FALSE(app.settings().full_screen);
        app.handle(Act{ActionId::back});
        app.handle(Press{corner_of(app, "home.settings")});
        app.handle(SetOption{3, 1});
        CHECK(app.settings().full_screen);
        CHECK(top<SettingsModel>(app).rows[3].chosen == 1);
    }

    TEST_CASE("an order is arranged by carrying, by digits and by dragging, and Enter puts down before it checks") {
        TestProgram program;
        App app = program.open({.round = content::RoundId{"chain-of-events"}, .seed = 3});
        const auto order = [&]() -> const OrderModel& { return std::get<OrderModel>(top<QuestionModel>(app).answer); };
        REQUIRE(std::holds_alternative<OrderModel>(top<QuestionModel>(app).answer));
        const OrderModel model = order();
        app.handle(Hold{});
        CHECK(order().held == 0);
        app.handle(MoveFocus{1});
        CHECK(order().items[1].text == model.items[0].text);
        CHECK(order().held == 1);
        app.handle(Activate{});
        CHECK(order().held == -1);
        CHECK(shows<QuestionModel>(app));
        app.handle(MoveItem{1, 0});
        CHECK(order() == model);
        app.handle(FocusOn{0});
        app.handle(Choose{3});
        CHECK(order().items[2].text == model.items[0].text);
        app.handle(Hold{});
        app.handle(Act{ActionId::back});
        CHECK(order().held == -1);
        app.handle(MoveItem{99, -4});
        app.handle(Press{static_cast<int>(model.items.size())});
        CHECK(shows<RevealModel>(app));
    }

    TEST_CASE("every screen names its keys, and F1 shows them over it") {
        TestProgram program;
        App app = program.open();
        const auto look = [&] {
            CHECK_FALSE(app.ui().footer.empty());
            app.handle(Act{ActionId::help});
            REQUIRE(shows<KeysModel>(app));
            CHECK(top<KeysModel>(app).keys.size() >= 2);
            app.handle(Act{ActionId::back});
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

    TEST_CASE("another language is used at once and kept; one that cannot be used says why") {
        const Folder folder;
        TestProgram program(folder);
        REQUIRE(program.game.submit(session::PlayAs{"Ada"}).has_value());
        text::Language language = words();
        const screens::Languages languages{
            [] {
                return std::vector<text::FoundLanguage>{{"en", words().name()}, {"xx", pseudo_language().name()}};
            },
            [&](const std::string& tag) -> Result<void> {
                if (tag != "xx") return fail("language-unknown", {{"tag", tag}});
                language = pseudo_language();
                return {};
            }};
        App app(program.game, language, {.languages = languages}, {});
        app.handle(Press{corner_of(app, "home.settings")});
        constexpr int row = 4;
        REQUIRE(top<SettingsModel>(app).rows.size() == row + 1);
        CHECK(top<SettingsModel>(app).rows[row].options[1] == pseudo_language().name());
        CHECK(top<SettingsModel>(app).rows[row].chosen == 0);
        app.handle(SetOption{row, 1});
        CHECK(top<SettingsModel>(app).rows[row].name == pseudo_language().text("settings.language"));
        CHECK(top<SettingsModel>(app).rows[row].chosen == 1);
        CHECK(session::load_settings(folder.path).language == "xx");
        app.handle(SetOption{row, 0});
        CHECK(top<SettingsModel>(app).rows[row].about ==
              pseudo_language().text("error.language-unknown", {{"tag", "en"}}));
        CHECK(top<SettingsModel>(app).rows[row].chosen == 1);
        CHECK(session::load_settings(folder.path).language == "xx");
        app.handle(Act{ActionId::back});
        CHECK(top<HomeModel>(app).greeting == pseudo_language().text("home.greeting", {{"name", "Ada"}}));
    }

    TEST_CASE("settings change at once and are kept") {
        const Folder folder;
        TestProgram program(folder);
        App app = program.open();
        const int before_settings = corner_of(app, "home.settings");
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
        CHECK(session::load_settings(folder.path) == app.settings());
        app.handle(Act{ActionId::back});
        CHECK(shows<HomeModel>(app));
    }

    TEST_CASE("the first start asks for a name; a bad one says why; nobody is forced to give one") {
        TestProgram program;
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
        CHECK(program.game.players().name() == "Grace Hopper");
        CHECK(program.game.files().settings().profile == "Grace Hopper");

        TestProgram other;
        App second = other.open({.ask_name = true});
        second.handle(Act{ActionId::back});
        REQUIRE(shows<HomeModel>(second));
        CHECK(other.game.players().name() == words().text("name.default"));
    }

    TEST_CASE("a name the screen lacks letters for is kept as it is and shown as a stand-in, which is said at entry") {
        TestProgram program;
        program.can_show = [](std::string_view text) { return text.find("\xF0\x9F") == std::string_view::npos; };
        App app = program.open({.ask_name = true});
        app.handle(TypeName{"🦊 fox"});
        CHECK(top<NameModel>(app).problem ==
              words().text("name.not_shown", {{"stand_in", words().text("name.stand_in")}}));
        app.handle(Activate{});
        CHECK(program.game.players().name() == "🦊 fox");
        CHECK(top<HomeModel>(app).greeting == words().text("home.greeting", {{"name", words().text("name.stand_in")}}));
    }

    TEST_CASE(
        "names: slashes, emoji and ## are kept as they are; long ones and broken ones are refused with a reason") {
        for (const char* name : {"a/b\\c", "🦊 fox", "##", "'; DROP TABLE profile; --", "Ὀδυσσεύς"}) {
            CAPTURE(name);
            const auto kept = person_name(name);
            REQUIRE(kept.has_value());
            CHECK(*kept == name);
        }
        CHECK(person_name(std::string(300, 'x')).error().code == "name-too-long");
        CHECK(person_name("").error().code == "name-empty");
        CHECK(person_name("\xff\xfe").error().code == "name-not-text");
        CHECK(person_name("a\x01 b").error().code == "name-not-text");
        CHECK(person_name("\u202egod").error().code == "name-not-text");
        CHECK(person_name("a\u2066b").error().code == "name-not-text");
        CHECK(person_name("\u200b").error().code == "name-empty");
        std::string accents = "a";
        for (int i = 0; i < 300; ++i) accents += "\u0323";
        CHECK(person_name(accents).error().code == "name-not-text");
    }

    TEST_CASE("a name that came with somebody's progress is shown on one short line") {
        const ShownNames shown_name(words(), {});
        CHECK(shown_name("Ada") == "Ada");
        CHECK(shown_name("Ada\x1B]0;owned\x07\nall is lost\u202E") == "Ada\uFFFD]0;owned\uFFFD all is lost\uFFFD");
        CHECK(graphemes(shown_name(std::string(5000, 'x'))) == 60);
        const ShownNames without_letters(words(), [](std::string_view) { return false; });
        CHECK(without_letters("Ada") == words().text("name.stand_in"));
    }

    TEST_CASE("a first start that was asked for a round asks for the name first and then plays it as that person") {
        TestProgram program;
        App app = program.open({.round = content::RoundId{"chain-of-events"}, .seed = 3, .ask_name = true});
        REQUIRE(shows<NameModel>(app));
        app.handle(TypeName{"Grace"});
        app.handle(Activate{});
        REQUIRE(shows<QuestionModel>(app));
        CHECK(program.game.rounds().runner().history().state.plan.seed == 3);
        CHECK(program.game.rounds().runner().saved());
        answer(app, program.game, true);
        CHECK(top<RevealModel>(app).saved);
    }

    TEST_CASE("one person is one person, in large letters or small") {
        TestProgram program;
        REQUIRE(program.game.submit(session::PlayAs{"Ada"}).has_value());
        REQUIRE(program.game.submit(session::PlayAs{"ADA"}).has_value());
        CHECK(program.game.players().name() == "Ada");
        REQUIRE(program.game.submit(session::PlayAs{"##"}).has_value());
        REQUIRE(program.game.submit(session::PlayAs{"🦊"}).has_value());
        CHECK(program.game.players().name() == "🦊");
    }

    TEST_CASE("a digit that no key has chooses nothing") {
        TestProgram program;
        App app = program.open();
        for (const int number : {0, -1, -40, 99}) {
            app.handle(Choose{number});
            CHECK(shows<HomeModel>(app));
        }
    }

    TEST_CASE("no intent breaks any screen, whatever it says") {
        for (const std::uint64_t seed : Campaign{"walks of random intents", 20}) {
            CAPTURE(seed);
            TestProgram program;
            App app = program.open();
            Rng rng{seed};
            for (int i = 0; i < 300 && !app.wants_to_leave(); ++i) {
                const auto number = [&] { return static_cast<int>(rng.below(14)) - 3; };
                switch (rng.below(19)) {
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
                case 11: app.handle(Act{ActionId::help}); break;
                case 12: app.handle(TypeText{rng.below(2) == 0 ? "7" : "é.,"}); break;
                case 13: app.handle(EditText{static_cast<Edit>(rng.below(6))}); break;
                case 14: app.handle(SlideTo{static_cast<double>(rng.below(9)) / 4 - 0.5}); break;
                case 15: app.handle(Act{ActionId::hint}); break;
                case 16: app.handle(Act{ActionId::pass}); break;
                default:
                    // On home Esc ends the program; everywhere else it goes back.
                    if (!shows<HomeModel>(app)) app.handle(Act{ActionId::back});
                }
                program.clock.advance({100});
            }
            CHECK_FALSE(app.wants_to_leave());
            CHECK_FALSE(app.ui().screens.empty());
        }
    }
}
