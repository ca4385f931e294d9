#include <doctest/doctest.h>

#include <algorithm>

#include "game/wording/lookup.hpp"
#include "tests/screens/test_program.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

/// Returns the focus of the first row below the options.
int first_row(const KnowledgeModel& model) {
    int count = 0;
    for (const ChipRow& row : model.chips) count += static_cast<int>(row.options.size());
    return count;
}

} // namespace

TEST_SUITE("screens/knowledge") {
    TEST_CASE("the forms stand side by side, those without a number say so, and each number opens to its sources") {
        TestProgram program;
        App app = program.open();
        app.handle(Press{corner_of(app, "home.compare")});
        const auto& page = top<KnowledgeModel>(app);
        REQUIRE(page.chips.size() == 3);
        const content::Pack& pack = program.game.pack();
        const int attributes = static_cast<int>(page.chips[0].options.size() + page.chips[1].options.size());
        const auto count = static_cast<int>(page.chips[2].options.size());
        for (int i = 0; i < count; ++i) {
            app.handle(Press{attributes + i});
            const KnowledgeModel now = top<KnowledgeModel>(app);
            CAPTURE(now.chips[2].options[static_cast<std::size_t>(i)]);
            CHECK(now.chips[2].chosen == std::vector<int>{i});
            std::size_t looks = 0;
            for (const KnownRow& row : now.rows) {
                looks += row.look ? 1 : 0;
                REQUIRE(row.cells.size() == 1);
                CHECK(row.no_data == (row.cells[0].text == words().text("compare.no_data")));
                CHECK(row.sources.empty() == row.no_data);
                if (row.bar) {
                    CHECK(row.bar->from >= 0);
                    CHECK(row.bar->from <= row.bar->to);
                    CHECK(row.bar->to <= 1);
                }
            }
            // All four are listed, even where nothing is known.
            CHECK(looks >= 4);
        }
        app.handle(Press{first_row(top<KnowledgeModel>(app))});
        CHECK(top<KnowledgeModel>(app).rows[0].open);
        app.handle(Activate{});
        CHECK_FALSE(top<KnowledgeModel>(app).rows[0].open);
        CHECK(pack.facts.size() > 100);
        app.handle(Act{ActionId::back});
        CHECK(shows<HomeModel>(app));
    }

    TEST_CASE("the table has the rows of the bars, without bars; face to face has two columns, and choosing a third "
              "replaces the first") {
        TestProgram program;
        App app = program.open();
        app.handle(Press{corner_of(app, "home.compare")});
        const KnowledgeModel bars = top<KnowledgeModel>(app);
        const int looks = static_cast<int>(bars.chips[0].options.size());
        app.handle(Press{looks + 1});
        const KnowledgeModel table = top<KnowledgeModel>(app);
        REQUIRE(table.rows.size() == bars.rows.size());
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            CHECK_FALSE(table.rows[i].bar.has_value());
            CHECK(table.rows[i].cells == bars.rows[i].cells);
        }
        app.handle(Press{looks + 2});
        KnowledgeModel faces = top<KnowledgeModel>(app);
        CHECK(faces.chips[2].chosen == std::vector<int>{0, 1});
        for (const KnownRow& row : faces.rows) CHECK(row.cells.size() == 2);
        app.handle(Press{looks + 3 + 2});
        faces = top<KnowledgeModel>(app);
        CHECK(faces.chips[2].chosen == std::vector<int>{1, 2});
    }

    TEST_CASE("ask me about this plays a round on what is compared, and on an entry that was looked up") {
        TestProgram program;
        {
            App app = program.open();
            app.handle(Press{corner_of(app, "home.compare")});
            app.handle(Act{ActionId::ask_about});
            REQUIRE(shows<QuestionModel>(app));
            CHECK(top<QuestionModel>(app).round == words().text("own.name"));
            app.handle(Act{ActionId::end_round});
            app.handle(Activate{});
        }
        App app = program.open();
        app.handle(Press{corner_of(app, "home.search")});
        for (const char letter : std::string("kidney")) app.handle(TypeText{std::string(1, letter)});
        const KnowledgeModel found = top<KnowledgeModel>(app);
        REQUIRE_FALSE(found.rows.empty());
        CHECK(found.field->text == "kidney");
        bool asked = false;
        for (int row = 0; row < static_cast<int>(found.rows.size()) && !asked; ++row) {
            app.handle(FocusOn{first_row(found) + row});
            app.handle(Act{ActionId::ask_about});
            asked = shows<QuestionModel>(app);
            if (shows<DialogModel>(app)) app.handle(Act{ActionId::back});
        }
        REQUIRE(asked);
        const quiz::Question& question = *program.game.rounds().runner().history().state.asked.back().question;
        CHECK((question.claims.size() + question.facts.size() + question.mechanisms.size() +
               question.predictions.size()) > 0);
    }

    TEST_CASE("a made-up study beside the rows of a claim moves its grade, and nothing of it is kept") {
        TestProgram program;
        App app = program.open();
        app.handle(Press{corner_of(app, "home.search")});
        for (const char letter : std::string("155 adults with poor sleep"))
            app.handle(TypeText{std::string(1, letter)});
        const KnowledgeModel found = top<KnowledgeModel>(app);
        REQUIRE_FALSE(found.rows.empty());
        const auto graded_claim = [&] { return program.game.pack().claims.at(content::ClaimId{"c073"}).grade.value(); };
        REQUIRE(graded_claim().certainty == content::Certainty::low);
        app.handle(FocusOn{first_row(found)});
        app.handle(Act{ActionId::weigh});
        REQUIRE(shows<SettingsModel>(app));
        const SettingsModel alone = top<SettingsModel>(app);
        CHECK(alone.badges[0].value == words().text("certainty.low"));
        CHECK(alone.badges[1].value == words().text("size.small"));
        CHECK(alone.rows.size() == 1); // there is nothing to say about a study that does not exist
        CHECK(alone.about.front().find(words().text(
                  "weigh.score", {{"score", "2"}, {"certainty", words().text("certainty.low")}})) != std::string::npos);
        app.handle(SetOption{0, 2}); // a review of trials ...
        app.handle(SetOption{2, 4}); // ... of twenty thousand people
        const SettingsModel moved = top<SettingsModel>(app);
        CHECK(moved.rows[2].about.find(words().text("certainty.high")) != std::string::npos);
        CHECK(moved.badges[0].value == words().text("weigh.moved", {{"from", words().text("certainty.low")},
                                                                    {"to", words().text("certainty.high")}}));
        app.handle(SetOption{1, 2}); // with a worse result
        CHECK(top<SettingsModel>(app).badges[1].value.find(words().text("size.harm")) != std::string::npos);
        app.handle(SetOption{0, 4}); // studies of animals do not count beside studies of people
        CHECK(top<SettingsModel>(app).badges == alone.badges);
        app.handle(Act{ActionId::back});
        REQUIRE(shows<KnowledgeModel>(app));
        CHECK(graded_claim().certainty == content::Certainty::low);
    }

    TEST_CASE("a search finds what holds every word, titles first, whatever its case and accents; everything has its "
              "sources") {
        TestProgram program;
        const auto entries = wording::entries_of(program.game.pack(), words());
        for (const wording::Entry& entry : entries) {
            CAPTURE(entry.title);
            CHECK((entry.kind == wording::EntryKind::word || !entry.sources.empty()));
        }
        CHECK(wording::found_in(entries, "").size() == entries.size());
        const auto found = wording::found_in(entries, "OXIDE absórb");
        REQUIRE(found.size() > 3);
        bool titles_over = false;
        for (const wording::Entry* entry : found) {
            CHECK(entry->all.find("oxide") != std::string::npos);
            CHECK(entry->all.find("absorb") != std::string::npos);
            const bool in_title =
                entry->heading.find("oxide") != std::string::npos && entry->heading.find("absorb") != std::string::npos;
            if (!in_title) titles_over = true;
            CHECK_FALSE((in_title && titles_over));
        }
        CHECK(wording::found_in(entries, "no such thing anywhere").empty());
    }

    TEST_CASE("what is typed narrows what is found, taking it back widens it, and a kind of entry can be chosen") {
        TestProgram program;
        App app = program.open();
        app.handle(Press{corner_of(app, "home.search")});
        const auto all = top<KnowledgeModel>(app).caveat;
        for (const char letter : std::string("zinc")) app.handle(TypeText{std::string(1, letter)});
        CHECK(top<KnowledgeModel>(app).caveat != all);
        for (int i = 0; i < 4; ++i) app.handle(EditText{Edit::backspace});
        CHECK(top<KnowledgeModel>(app).caveat == all);
        app.handle(Press{2}); // facts
        CHECK(top<KnowledgeModel>(app).chips[0].chosen == std::vector<int>{2});
        CHECK(top<KnowledgeModel>(app).caveat != all);
        app.handle(Press{first_row(top<KnowledgeModel>(app))});
        CHECK(top<KnowledgeModel>(app).rows[0].open);
        CHECK_FALSE(top<KnowledgeModel>(app).rows[0].sources.empty());
    }
}
