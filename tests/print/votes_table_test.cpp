// Tests the table of a workshop's votes.
#include "game/print/votes_table.hpp"

#include "tests/print/samples.hpp"

using namespace chelate;
using namespace chelate::test;

TEST_SUITE("print/votes_table") {
    TEST_CASE("each statement is one line with its counts before and after, and the shift") {
        const print::Document table =
            print::make_votes_table(words(), "Ten minutes",
                                    {{"It is salty.", "mixed", {1, 2, 3, 4}, {7, 2, 1, 1}, 52},
                                     {"It is \"old\", they say.", "weak", {5, 0, 0, 5}, {0, 0, 5, 5}, -50}});
        CHECK(table.folder == "reports");
        CHECK(table.name == "Ten minutes");
        CHECK(table.ending == ".csv");
        const auto lines = lines_of(table.text);
        REQUIRE(lines.size() == 3);
        CHECK(lines[0].starts_with(words().text("votes.statement") + "," + words().text("votes.verdict") + ","));
        CHECK(position(lines[0], words().text("wall.before")) < position(lines[0], words().text("wall.after")));
        CHECK(lines[0].ends_with("," + words().text("votes.shift")));
        CHECK(lines[1] == "It is salty.,mixed,1,2,3,4,7,2,1,1,52");
        CHECK(lines[2] == "\"It is \"\"old\"\", they say.\",weak,5,0,0,5,0,0,5,5,-50");
    }

    TEST_CASE("a vote that was not held has empty cells") {
        const auto lines = lines_of(print::make_votes_table(words(), "s", {{"S", "weak", {1, 2, 3, 4}}}).text);
        CHECK(lines.back() == "S,weak,1,2,3,4,,,,,");
    }

    TEST_CASE("characters that may not be shown do not get into a table") {
        const auto lines = lines_of(print::make_votes_table(words(), "s", {{"a\x1B[31m\u202Eb\xFF", "\t=1+1"}}).text);
        CHECK(lines.back() == "a\uFFFD[31m\uFFFDb\uFFFD,' =1+1,,,,,,,,,");
    }

    TEST_CASE("a statement that begins like a formula becomes text") {
        const auto lines = lines_of(print::make_votes_table(words(), "s", {{"=SUM(A1)", "-weak"}}).text);
        CHECK(lines.back() == "'=SUM(A1),'-weak,,,,,,,,,");
    }
}
