#include "engine/json/problem.hpp"

#include <doctest/doctest.h>

#include "engine/json/document.hpp"

using namespace chelate::json;

namespace {

/// Returns what is printed for the first problem of a text.
std::string printed(std::string text) {
    std::vector<Problem> problems;
    const auto document = Document::parse("pack/f.json", std::move(text), problems);
    REQUIRE_FALSE(problems.empty());
    return to_text(problems.front());
}

} // namespace

TEST_SUITE("json/problem") {
    TEST_CASE("a position is line and column in code points, both from one") {
        const std::string text = "ab\n\u00e9x\r\n\n";
        CHECK(position_at(text, 0) == Position{1, 1});
        CHECK(position_at(text, 2) == Position{1, 3});
        CHECK(position_at(text, 3) == Position{2, 1});
        CHECK(position_at(text, 5) == Position{2, 2});
        CHECK(position_at(text, 999) == Position{4, 1});
        CHECK(position_at("", 5) == Position{1, 1});
        CHECK(position_at("\xEF\xBB\xBFx", 3) == Position{1, 1});
    }

    TEST_CASE("a problem is printed with its line and a caret under the spot") {
        CHECK(printed("{\n  \"a\": 1,\n  \"b\" 2\n}") == "pack/f.json:3:6: error[syntax]: a colon is missing here\n"
                                                         "    \"b\" 2\n"
                                                         "       ^\n");
    }

    TEST_CASE("a tab takes one column and one blank, a wide character two cells, an accent none") {
        CHECK(printed("[\t\"\u6c34e\u0301\" /]") ==
              "pack/f.json:1:9: error[syntax]: unexpected '/', where ',' or ']' should be\n"
              "  [ \"\u6c34e\u0301\" /]\n"
              "          ^\n");
    }

    TEST_CASE("only a window of a long line is printed") {
        const std::string text = "[\"" + std::string(300, 'a') + "\" /, \"" + std::string(300, 'b') + "\"]";
        CHECK(printed(text) == "pack/f.json:1:305: error[syntax]: unexpected '/', where ',' or ']' should be\n"
                               "  ..." +
                                   std::string(58, 'a') + "\" /, \"" + std::string(36, 'b') + "...\n" +
                                   std::string(65, ' ') + "^\n");
    }

    TEST_CASE("a line of a megabyte costs a problem no megabyte") {
        std::vector<Problem> problems;
        const std::string text = "[\"" + std::string(500'000, 'a') + "\" /" + std::string(500'000, 'b');
        CHECK_FALSE(Document::parse("f", text, problems));
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().source_line.size() <= 600);
        CHECK(problems.front().at.column == 500'005);
        CHECK(to_text(problems.front()).size() < 400);
    }

    TEST_CASE("what could harm a terminal is not printed") {
        CHECK(printed("[\"\u202e\x1b[31m\" x]").find('\x1b') == std::string::npos);
        const Problem outside{.file = "a\nb\x1b[31m.json", .code = "c", .message = "no\u202Ename\nfor this"};
        CHECK(to_text(outside) == "a b\uFFFD[31m.json: error[c]: no\uFFFDname for this\n");
        CHECK(printed("[\"\xFF\xFE\"]") ==
              "pack/f.json:1:3: error[bad-utf8]: this byte is not UTF-8; save the file as UTF-8\n"
              "  [\"\uFFFD\uFFFD\"]\n"
              "    ^\n");
    }

    TEST_CASE("a problem of a whole file has no place") {
        CHECK(to_text({.file = "pack", .code = "not-a-folder", .message = "no folder of this name"}) ==
              "pack: error[not-a-folder]: no folder of this name\n");
    }

    TEST_CASE("what follows from a problem comes after it and is counted there") {
        std::vector<Problem> problems{
            {.file = "a", .code = "x", .item = "fact:f", .because = "source:s"},
            {.file = "a", .code = "y", .item = "fact:f", .because = "source:s"},
            {.file = "b", .code = "x", .item = "fact:g", .because = "source:s"},
            {.file = "b", .code = "x", .item = "fact:h", .because = "source:untold"},
            {.file = "c", .code = "x", .item = "source:s"},
            {.file = "c", .code = "y", .item = "source:s"},
        };
        sort(problems);
        CHECK(problems[0].file == "c");
        CHECK(problems[5].file == "b");
        const std::vector<Cause> causes = causes_of(problems);
        REQUIRE(causes.size() == 3);
        CHECK(causes[0].dependents == 0);
        CHECK(causes[1].problem == &problems[1]);
        CHECK(causes[1].dependents == 2);
        CHECK(causes[2].problem->because == "source:untold");
    }

    TEST_CASE("problems are sorted by file, line, column and code") {
        std::vector<Problem> problems{
            {.file = "b", .at = {1, 1}, .code = "x"}, {.file = "a", .at = {2, 1}, .code = "x"},
            {.file = "a", .at = {1, 9}, .code = "x"}, {.file = "a", .at = {1, 10}, .code = "x"},
            {.file = "a", .at = {1, 9}, .code = "b"},
        };
        sort(problems);
        std::string order;
        for (const Problem& p : problems) {
            order += p.file + std::to_string(p.at.line) + '.' + std::to_string(p.at.column) + p.code + ' ';
        }
        CHECK(order == "a1.9b a1.9x a1.10x a2.1x b1.1x ");
    }
}
