// The other screens as text: what is offered, where it leads, and the way back.
#include <utility>

#include "game/terminal/show_screen.hpp"
#include "game/terminal/typed_line.hpp"
#include "tests/terminal/typist.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

/// Returns what to type for a button of home.
std::string place_of(const App& app, const char* key) {
    const auto& home = top<HomeModel>(app);
    const auto places = terminal::places_of(home);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].text == words().text(key)) return std::to_string(home.rounds.size() + i + 1);
    }
    FAIL("home does not offer it");
    return {};
}

template <std::size_t... Index>
void show_all(std::index_sequence<Index...>, std::ostream& out) {
    const auto show = [&](const ScreenModel& model) {
        CAPTURE(model.index());
        terminal::show_screen({out, words()}, model);
        terminal::show_screen({out, words(), &model}, model);
        CHECK_FALSE(terminal::prompt_of(words(), model).empty());
    };
    (show(ScreenModel(std::in_place_index<Index>)), ...);
}

} // namespace

TEST_SUITE("terminal/screens") {
    TEST_CASE("every screen can be shown, and asks for something") {
        std::ostringstream out;
        show_all(std::make_index_sequence<std::variant_size_v<ScreenModel>>{}, out);
    }

    TEST_CASE("no line ends between a number and its unit") {
        const std::string before(70, 'x');
        CHECK(terminal::wrapped(before + " 1,200 mg a day") == before + "\n1,200 mg a day\n");
        CHECK(terminal::wrapped(before + " 1,200 men a day") == before + " 1,200\nmen a day\n");
    }

    TEST_CASE("home shows the rounds, and offers what can be shown as text") {
        TestTerminal terminal;
        const std::string shown = terminal.play({"q"});
        CHECK(terminal.app.wants_to_leave());
        for (const content::Round& round : terminal.program.game.pack().rounds) CHECK(has(shown, round.name));
        CHECK(has(shown, words().text("home.greeting", {{"name", "Ada"}})));
        CHECK(has(shown, "q " + words().text("does.quit")));
        CHECK(has(shown, "  " + words().text("home.search") + "\n"));
        for (const char* key : {"home.classroom", "home.workshop", "home.breathing"})
            CHECK_FALSE(has(shown, "  " + words().text(key) + "\n"));
        CHECK_FALSE(has(shown, words().text("terminal.kept")));
    }

    TEST_CASE("q leads back from every place, and only home ends the program") {
        TestTerminal terminal;
        const HomeModel home = top<HomeModel>(terminal.app);
        const auto count = home.rounds.size() + terminal::places_of(home).size();
        std::size_t place = 0;
        bool at_home = true;
        terminal.play([&]() -> std::optional<std::string> {
            CHECK(shows<HomeModel>(terminal.app) == at_home);
            at_home = !at_home;
            if (at_home) return "q";
            if (place == count) return std::nullopt;
            return std::to_string(++place);
        });
        CHECK(place > home.rounds.size());
    }

    TEST_CASE("a mechanism goes step by step in text, with its gauges, and jumps to a step by its number") {
        TestTerminal terminal;
        const content::Pack& pack = terminal.program.game.pack();
        const content::Mechanism& plug = pack.mechanisms.at(content::MechanismId{"nmda_block"});
        std::string number; // of the mechanism in the list
        std::size_t line = 0;
        std::size_t shown_before = 0;
        std::vector<std::string> shown; // after each line
        const std::string out = terminal.play([&]() -> std::optional<std::string> {
            const std::string all = terminal.out.str();
            shown.push_back(all.substr(shown_before));
            shown_before = all.size();
            switch (line++) {
            case 0: return place_of(terminal.app, "mechanisms.title");
            case 1: {
                std::size_t index = 0;
                for (const auto& group : top<MechanismListModel>(terminal.app).groups) {
                    for (const auto& card : group.cards) {
                        ++index;
                        if (card.name == plug.name) number = std::to_string(index);
                    }
                }
                return number;
            }
            case 2:
            case 3: return ""; // on to the next step
            case 4: return "5";
            case 5:
            case 6: return "q";
            default: CHECK(shows<HomeModel>(terminal.app)); return std::nullopt;
            }
        });
        REQUIRE(shown.size() > 7);
        for (std::string& text : shown) { // long lines are broken
            std::string words;
            for (const char c : text) {
                if (c != '\n' && (c != ' ' || !words.ends_with(' '))) words += c;
                else if (!words.ends_with(' ')) words += ' ';
            }
            text = std::move(words);
        }
        CHECK(has(shown[1], plug.name));
        CHECK(has(shown[2], plug.evidence));
        CHECK(has(shown[2], plug.figure.alt));
        CHECK_FALSE(has(shown[2], plug.steps[0].text));
        CHECK(has(shown[3], plug.steps[0].text));
        CHECK(has(shown[3], plug.figure.gauges[0].name + ": "));
        CHECK(has(shown[4], plug.steps[1].because));
        CHECK(has(shown[5], plug.steps[4].text));
        CHECK(has(shown[5], words().plural("figure.sources", static_cast<std::int64_t>(plug.sources.size()))));
    }

    TEST_CASE("? lists what can be typed") {
        TestTerminal terminal({.round = content::RoundId{"which-has-more"}, .seed = 5});
        const std::string shown = terminal.play({"?", ""});
        const auto list = shown.substr(shown.find(words().text("terminal.typed")));
        CHECK(has(list, "  e  " + words().text("does.end_round")));
        CHECK(has(list, "  /quit  "));
        CHECK_FALSE(has(list, words().text("does.full_screen")));
    }

    TEST_CASE("a full screen and a host's window are not for a terminal") {
        TestTerminal terminal;
        const std::string shown = terminal.play({"full-screen", "/host-window"});
        CHECK(count_of(shown, words().text("terminal.not_understood")) == 2);
        CHECK_FALSE(terminal.app.settings().full_screen);
    }

    TEST_CASE("settings are changed by a row and a choice, or to a row's next choice") {
        TestTerminal terminal;
        int step = 0;
        terminal.play([&]() -> std::optional<std::string> {
            const std::string news = terminal.news();
            switch (++step) {
            case 1: return place_of(terminal.app, "home.settings");
            case 2: return "1 2";
            case 3:
                CHECK(terminal.app.settings().theme == "light");
                CHECK(has(news, "[" + words().text("settings.theme.light") + "]"));
                CHECK_FALSE(has(news, words().text("settings.motion"))); // only what has changed
                return "1";
            case 4: CHECK(terminal.app.settings().theme == "dark"); return "1 9";
            case 5: CHECK(has(news, words().text("terminal.not_understood"))); return "";
            default: CHECK(shows<HomeModel>(terminal.app)); return std::nullopt;
            }
        });
        CHECK(step == 6);
    }

    TEST_CASE("somebody else can play, under a name that is typed") {
        TestTerminal terminal;
        int step = 0;
        const std::string shown = terminal.play([&]() -> std::optional<std::string> {
            switch (++step) {
            case 1: return place_of(terminal.app, "home.players");
            case 2: CHECK(shows<DialogModel>(terminal.app)); return "1";
            case 3: CHECK(shows<NameModel>(terminal.app)); return std::string(60, 'x');
            case 4: CHECK(shows<NameModel>(terminal.app)); return "Ben";
            default: CHECK(shows<HomeModel>(terminal.app)); return std::nullopt;
            }
        });
        CHECK(terminal.program.game.players().name() == "Ben");
        CHECK(has(shown, words().text("home.greeting", {{"name", "Ben"}})));
    }

    TEST_CASE("one can look something up, open it, and be asked about it") {
        TestTerminal terminal;
        int step = 0;
        std::string open;
        terminal.play([&]() -> std::optional<std::string> {
            const std::string news = terminal.news();
            switch (++step) {
            case 1: return place_of(terminal.app, "home.search");
            case 2: return "magnesium chloride";
            case 3: {
                const auto& page = top<KnowledgeModel>(terminal.app);
                CHECK(page.field->text == "magnesium chloride");
                CHECK(has(news, page.caveat));
                open = std::to_string(page.chips.at(0).options.size() + 1);
                return open;
            }
            case 4: CHECK(has(news, words().text("lookup.sources"))); return "magnesium oxide";
            case 5: CHECK(top<KnowledgeModel>(terminal.app).field->text == "magnesium oxide"); return open;
            case 6: CHECK(has(news, words().text("lookup.sources"))); return "/ask-about";
            default: CHECK_FALSE(shows<KnowledgeModel>(terminal.app)); return std::nullopt;
            }
        });
        CHECK(step == 7);
    }

    TEST_CASE("a model is turned by typing a number and a value, after a prediction") {
        TestTerminal terminal;
        int step = 0;
        std::string first_input;
        terminal.play([&]() -> std::optional<std::string> {
            const auto* page = std::get_if<SimulationModel>(&terminal.app.ui().screens.back());
            const std::string news = terminal.news();
            switch (step++) {
            case 0: return place_of(terminal.app, "home.models");
            case 1:
                REQUIRE(page != nullptr);
                first_input = std::to_string(page->first_slider() + 1);
                CHECK(news.find(page->leaves_out[0].substr(0, 20)) != std::string::npos);
                CHECK(news.find("-60 mV") == std::string::npos); // minus signs are as in print
                CHECK(news.find("−60 mV") != std::string::npos);
                return first_input + " -30";
            case 2:
                REQUIRE(page->choices.size() == 3);
                CHECK(news.find(page->ask.substr(0, 20)) != std::string::npos);
                return "1";
            case 3:
                CHECK(page->mark == Mark::right);
                CHECK(news.find("−30 mV") != std::string::npos);
                return first_input + " twelve";
            case 4:
                CHECK(page->sliders[0].field->problem.find("twelve") != std::string::npos);
                CHECK(news.find("twelve") != std::string::npos);
                return first_input + " 55";
            case 5: CHECK(page->results[0].value == words().text("models.not_known")); return "2";
            case 6: CHECK(page->models.chosen == std::vector{1}); return "99";
            case 7: return std::to_string(page->first_choice() + 1); // starts again
            case 8: return "q";
            case 9: CHECK(shows<HomeModel>(terminal.app)); return std::nullopt;
            default: return std::nullopt;
            }
        });
        CHECK(step >= 10);
    }

    TEST_CASE("a round that was left is not lost by starting another one") {
        TestTerminal terminal;
        int step = 0;
        terminal.play([&]() -> std::optional<std::string> {
            switch (++step) {
            case 1: return "2";
            case 2: return "q";
            case 3: return "3";
            case 4: CHECK(shows<DialogModel>(terminal.app)); return "";
            default:
                CHECK(terminal.state().plan.round == terminal.program.game.pack().rounds[1].id);
                return std::nullopt;
            }
        });
        CHECK(step == 5);
    }

    TEST_CASE("with a round of its own the program ends after it") {
        TestTerminal terminal({.round = content::RoundId{"which-has-more"}, .seed = 5});
        terminal.one_round = true;
        int lines = 0;
        terminal.play([&]() -> std::optional<std::string> { return ++lines == 1 ? "e" : "q"; });
        CHECK(lines == 2);
        CHECK(terminal.app.wants_to_leave());
    }
}
