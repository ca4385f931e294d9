#include "tests/screens/test_program.hpp"

#include "game/screens/knowledge/tested_screen.hpp"

using namespace chelate;
using namespace chelate::screens;
using namespace chelate::test;

namespace {

/// Opens the page from home.
void open_tested(App& app) { app.handle(Press{corner_of(app, "home.tested")}); }

} // namespace

TEST_SUITE("screens/tested") {
    TEST_CASE("every graded question with studies is in the table of its topic, with what, in whom, what was found and "
              "how sure") {
        TestProgram program;
        App app = program.open();
        open_tested(app);
        std::size_t expected = 0;
        for (const auto& [id, claim] : program.game.pack().claims)
            expected += claim.grade && !claim.grade->studies.empty() ? 1 : 0;
        REQUIRE(expected > 40);
        const auto topics = top<KnowledgeModel>(app).chips.at(0).options.size();
        std::size_t seen = 0;
        for (std::size_t topic = 0; topic < topics; ++topic) {
            app.handle(Press{static_cast<int>(topic)});
            for (const KnownRow& row : top<KnowledgeModel>(app).rows) {
                CAPTURE(row.title);
                REQUIRE(row.cells.size() == 4);
                for (const KnownCell& cell : row.cells) CHECK_FALSE(cell.text.empty());
                CHECK_FALSE(row.sources.empty());
                CHECK_FALSE(row.bar.has_value()); // nothing is ranked
                CHECK_FALSE(row.look.has_value());
                ++seen;
            }
        }
        CHECK(seen == expected);
        CHECK(top<KnowledgeModel>(app).last_line == program.game.pack().disclaimer);
    }

    TEST_CASE("it says where nobody has compared forms with each other, and where somebody has") {
        const content::Pack pack = shipped_pack();
        std::size_t compared = 0;
        std::size_t alone = 0;
        for (const auto& [id, claim] : pack.claims) {
            if (!claim.grade || claim.grade->studies.empty()) continue;
            (compares(pack, claim.grade->studies) ? compared : alone) += 1;
        }
        CHECK(compared >= 2);
        CHECK(alone >= 20);
        for (const auto& [id, study] : pack.studies) {
            if (study.comparator == "placebo") CHECK_FALSE(compares(pack, {id}));
            if (study.comparator == "oxide" &&
                study.tested == std::vector<content::SubjectId>{content::SubjectId{"citrate"}})
                CHECK(compares(pack, {id}));
        }
    }
}
