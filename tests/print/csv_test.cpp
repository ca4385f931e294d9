// Tests that a CSV table follows RFC 4180 and that no spreadsheet runs a cell of it.
#include "game/print/csv.hpp"

#include <doctest/doctest.h>

using namespace chelate::print;

TEST_SUITE("print/csv") {
    TEST_CASE("a cell is quoted only where it must be") {
        CHECK(csv_cell("plain") == "plain");
        CHECK(csv_cell("") == "");
        CHECK(csv_cell("a, b") == "\"a, b\"");
        CHECK(csv_cell("a; b") == "\"a; b\"");
        CHECK(csv_cell("say \"so\"") == "\"say \"\"so\"\"\"");
        CHECK(csv_cell("two\nlines") == "\"two\nlines\"");
    }

    TEST_CASE("a cell that begins like a formula becomes text") {
        CHECK(csv_cell("=1+1") == "'=1+1");
        CHECK(csv_cell("+5") == "'+5");
        CHECK(csv_cell("@SUM(A1)") == "'@SUM(A1)");
        CHECK(csv_cell("\tx") == "'\tx");
        CHECK(csv_cell("\rx") == "\"'\rx\"");
        CHECK(csv_cell("-5, or \"so\"") == "\"'-5, or \"\"so\"\"\"");
        CHECK(csv_cell("-") == "'-");
        CHECK(csv_cell("-1+A1") == "'-1+A1");
    }

    TEST_CASE("a negative number stays a number") {
        CHECK(csv_cell("-12") == "-12");
        CHECK(csv_cell("-0.25") == "-0.25");
    }

    TEST_CASE("a line has commas between its cells and ends with CR LF") {
        CHECK(csv_line({"a", "b,c", ""}) == "a,\"b,c\",\r\n");
    }
}
