// Tests that a CSV table follows RFC 4180, that no spreadsheet runs a cell of it, and that it is read back.
#include "engine/base/csv.hpp"

#include <doctest/doctest.h>

#include "engine/base/rng.hpp"

using namespace chelate;
using Cells = std::vector<std::string>;

namespace {

/// Returns how one cell is written.
std::string written(const std::string& text) {
    const std::string table = write_csv_table({{text}});
    return table.substr(0, table.size() - 2);
}

std::vector<Cells> cells_of(const std::vector<CsvRecord>& records) {
    std::vector<Cells> cells;
    for (const CsvRecord& record : records) cells.push_back(record.cells);
    return cells;
}

} // namespace

TEST_SUITE("base/csv") {
    TEST_CASE("a cell is quoted only where it must be") {
        CHECK(written("plain") == "plain");
        CHECK(written("") == "");
        CHECK(written("a, b") == "\"a, b\"");
        CHECK(written("a; b") == "\"a; b\"");
        CHECK(written("say \"so\"") == "\"say \"\"so\"\"\"");
        CHECK(written("two\nlines") == "\"two\nlines\"");
    }

    TEST_CASE("a cell that begins like a formula becomes text") {
        CHECK(written("=1+1") == "'=1+1");
        CHECK(written("+5") == "'+5");
        CHECK(written("@SUM(A1)") == "'@SUM(A1)");
        CHECK(written("\tx") == "'\tx");
        CHECK(written("\rx") == "\"'\rx\"");
        CHECK(written("-5, or \"so\"") == "\"'-5, or \"\"so\"\"\"");
        CHECK(written("-") == "'-");
        CHECK(written("-1+A1") == "'-1+A1");
        CHECK(written("  =1+1") == "'  =1+1");
        CHECK(written("\n@SUM(A1)") == "\"'\n@SUM(A1)\"");
        CHECK(written("＝1+1") == "'＝1+1");
        CHECK(written("＠SUM(A1)") == "'＠SUM(A1)");
    }

    TEST_CASE("a negative number stays a number") {
        CHECK(written("-12") == "-12");
        CHECK(written("-0.25") == "-0.25");
        CHECK(written(" -12") == " -12");
    }

    TEST_CASE("a line has commas between its cells and ends with CR LF") {
        CHECK(write_csv_table({{"a", "b,c", ""}, {"d"}}) == "a,\"b,c\",\r\nd\r\n");
        CHECK(write_csv_table({}).empty());
    }

    TEST_CASE("a record knows its line, and line ends and quotes inside cells are read") {
        const auto records = read_csv_table("\xEF\xBB\xBF"
                                            "a;b\r\"x\";\"two\nlines\"\r\nsay \"so\";\"open\nend");
        CHECK(cells_of(records) == std::vector<Cells>{{"a", "b"}, {"x", "two\nlines"}, {"say \"so\"", "open\nend"}});
        CHECK(records[1].line == 2);
        CHECK(records[2].line == 4);
        CHECK(read_csv_table("").empty());
    }

    TEST_CASE("what is written is read back, except that an apostrophe stays before a formula") {
        Rng rng{7};
        for (int table = 0; table < 200; ++table) {
            std::vector<Cells> rows{{"first", "second", "third"}}; // its commas name the separator
            for (std::uint64_t row = 1 + rng.below(5); row > 0; --row) {
                Cells cells(3);
                for (std::string& cell : cells) {
                    for (std::uint64_t left = rng.below(6); left > 0; --left) cell += "a,;\t\"\r\n '=-5"[rng.below(12)];
                }
                rows.push_back(std::move(cells));
            }
            const auto read = cells_of(read_csv_table(write_csv_table(rows)));
            REQUIRE(read.size() == rows.size());
            for (std::size_t row = 0; row < rows.size(); ++row) {
                for (std::size_t i = 0; i < rows[row].size(); ++i)
                    CHECK((read[row][i] == rows[row][i] || read[row][i] == "'" + rows[row][i]));
            }
        }
    }
}
