// Tests that a pack on another subject shows its own name, words and order, and no page that has nothing to show.
#include <doctest/doctest.h>

#include <algorithm>

#include "game/wording/wording.hpp"
#include "tests/screens/test_program.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

content::Pack pack_in(const std::string& folder) {
    auto reading = content::read_pack(CHELATE_SOURCE_DIR + ("/tests/content/" + folder));
    REQUIRE(reading.pack.has_value());
    REQUIRE(reading.problems.empty());
    return std::move(*reading.pack);
}

bool has_corner(const App& app, const char* key) {
    const auto& corner = top<HomeModel>(app).corner;
    return std::find(corner.begin(), corner.end(), words().text(key)) != corner.end();
}

/// Opens the comparison of the planets by an attribute.
KnowledgeModel compared_by(App& app, const std::string& attribute) {
    app.handle(Press{corner_of(app, "home.compare")});
    const KnowledgeModel page = top<KnowledgeModel>(app);
    const auto& names = page.chips[2].options;
    const auto at = std::find(names.begin(), names.end(), attribute);
    REQUIRE(at != names.end());
    app.handle(Press{static_cast<int>(page.chips[0].options.size() + page.chips[1].options.size()) +
                     static_cast<int>(at - names.begin())});
    return top<KnowledgeModel>(app);
}

} // namespace

TEST_SUITE("screens/other subjects") {
    TEST_CASE("home has the pack's name, and no button to a page that has nothing to show") {
        TestProgram planets({.store = store::Store::in_memory().value()}, {}, pack_in("planets"));
        App app = planets.open();
        CHECK(top<HomeModel>(app).title == "The eight planets");
        for (const char* key : {"home.tested", "home.breathing", "home.workshop"}) CHECK_FALSE(has_corner(app, key));
        for (const char* key : {"home.compare", "home.search"}) CHECK(has_corner(app, key));
        TestProgram vocabulary({.store = store::Store::in_memory().value()}, {}, pack_in("vocabulary"));
        App other = vocabulary.open();
        for (const char* key : {"home.tested", "home.breathing", "home.workshop", "home.compare", "home.search"})
            CHECK_FALSE(has_corner(other, key));
        for (const char* key : {"home.own_round", "home.classroom", "home.players", "home.settings"})
            CHECK(has_corner(other, key));
    }

    TEST_CASE("each button of home opens its own page, whichever buttons there are") {
        TestProgram vocabulary({.store = store::Store::in_memory().value()}, {}, pack_in("vocabulary"));
        App app = vocabulary.open();
        app.handle(Press{corner_of(app, "home.settings")});
        REQUIRE(shows<SettingsModel>(app));
        CHECK(top<SettingsModel>(app).title == words().text("settings.title"));
    }

    TEST_CASE("a custom round asks for no subject or mechanism in a pack without any") {
        TestProgram vocabulary({.store = store::Store::in_memory().value()}, {}, pack_in("vocabulary"));
        App app = vocabulary.open();
        app.handle(Press{corner_of(app, "home.own_round")});
        const SettingsModel page = top<SettingsModel>(app);
        for (const SettingRow& row : page.rows) {
            CHECK(row.name != words().text("own.subject"));
            CHECK(row.name != words().text("own.mechanism"));
        }
        const auto named = [&](const char* key) {
            const auto row = std::find_if(page.rows.begin(), page.rows.end(),
                                          [&](const SettingRow& one) { return one.name == words().text(key); });
            REQUIRE(row != page.rows.end());
            return static_cast<int>(row - page.rows.begin());
        };
        app.handle(SetOption{named("own.length"), 0});
        app.handle(SetOption{named("own.marking"), 1});
        CHECK(top<SettingsModel>(app).rows[static_cast<std::size_t>(named("own.marking"))].chosen == 1);
        CHECK(top<SettingsModel>(app).rows[static_cast<std::size_t>(named("own.kind"))].chosen == 0);
    }

    TEST_CASE("looking up offers only what the pack has") {
        TestProgram program({.store = store::Store::in_memory().value()}, {}, pack_in("planets"));
        App app = program.open();
        app.handle(Press{corner_of(app, "home.search")});
        const KnowledgeModel page = top<KnowledgeModel>(app);
        CHECK(page.chips[0].options ==
              std::vector<std::string>{words().text("search.all"), words().text("search.claims"),
                                       words().text("search.facts"), words().text("search.misconceptions"),
                                       words().text("search.subjects")});
        REQUIRE_FALSE(page.rows.empty());
        CHECK(page.rows.front().title == "Mercury");
        app.handle(Press{3});
        REQUIRE(top<KnowledgeModel>(app).rows.size() == 1);
        CHECK(top<KnowledgeModel>(app).rows.front().title == "The planet nearest to the Sun is the hottest.");
    }

    TEST_CASE("things and what they are compared by come in the author's order") {
        TestProgram program({.store = store::Store::in_memory().value()}, {}, pack_in("planets"));
        App app = program.open();
        app.handle(Press{corner_of(app, "home.compare")});
        const KnowledgeModel page = top<KnowledgeModel>(app);
        CHECK(page.chips[2].options ==
              std::vector<std::string>{"mean temperature", "mass", "known moons", "length of day"});
        app.handle(Press{static_cast<int>(page.chips[0].options.size()) + 2});
        const auto& things = top<KnowledgeModel>(app).chips[2].options;
        CHECK(things ==
              std::vector<std::string>{"Mercury", "Venus", "Earth", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune"});
    }

    TEST_CASE("a bar goes from zero to its value, to the left for a negative one") {
        TestProgram program({.store = store::Store::in_memory().value()}, {}, pack_in("planets"));
        App app = program.open();
        const KnowledgeModel page = compared_by(app, "mean temperature");
        REQUIRE(page.rows.size() == 8);
        const double zero = 200.0 / 664;
        for (const KnownRow& row : page.rows) {
            REQUIRE(row.bar);
            REQUIRE(row.zero);
            CHECK(*row.zero == doctest::Approx(zero));
        }
        CHECK(page.rows.front().bar->from == doctest::Approx(zero));
        CHECK(page.rows.front().bar->to == doctest::Approx(1));
        CHECK(page.rows.back().bar->from == doctest::Approx(0)); // Neptune, -200 °C
        CHECK(page.rows.back().bar->to == doctest::Approx(zero));
        CHECK(page.last_line.empty()); // nothing is missing, and the pack is not on health
        app.handle(Act{ActionId::back});
        CHECK_FALSE(compared_by(app, "mass").rows.front().zero);
    }

    TEST_CASE("nothing is said of grades and kinds of evidence where the pack has none") {
        content::Pack pack = pack_in("planets");
        quiz::Evidence evidence;
        evidence.verdict = content::Verdict::supported;
        CHECK(wording::badges_of(pack, words(), evidence).empty());
        evidence.seen_in = content::SeenIn::chemistry; // what a derived number is based on
        CHECK(wording::badges_of(pack, words(), evidence).empty());
        pack.words.seen_in[static_cast<std::size_t>(content::SeenIn::chemistry)] = "Arithmetic";
        const auto badges = wording::badges_of(pack, words(), evidence);
        REQUIRE(badges.size() == 1);
        CHECK(badges[0].value == "Arithmetic");
        CHECK(wording::badge_line(words(), badges[0]) == "Based on: Arithmetic");
        pack.grades = true;
        CHECK(wording::badges_of(pack, words(), evidence).size() == 2);
    }
}
