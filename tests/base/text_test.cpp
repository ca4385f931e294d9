#include "engine/base/text.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "engine/base/rng.hpp"

using namespace chelate;

namespace {
std::string_view bytes(const char* text, std::size_t size) { return {text, size}; }
} // namespace

TEST_SUITE("base/text") {
    TEST_CASE("the first byte that is not UTF-8 is found") {
        struct Row {
            std::string_view name;
            std::string_view text;
            std::optional<std::size_t> expected;
        };
        const Row rows[] = {
            {"empty", "", std::nullopt},
            {"ASCII", "plain text of more than sixteen bytes", std::nullopt},
            {"a NUL is valid UTF-8", bytes("a\0b", 3), std::nullopt},
            {"two, three and four bytes", "\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x99\x82", std::nullopt},
            {"the last code point", "\xF4\x8F\xBF\xBF", std::nullopt},
            {"byte 0xFF", "ab\xFFz", 2},
            {"a continuation alone", "\x80", 0},
            {"overlong slash", "12345678901234\xC0\xAF", 14},
            {"overlong of three bytes", "\xE0\x80\xAF", 0},
            {"overlong of four bytes", "\xF0\x80\x80\xAF", 0},
            {"a surrogate", "x\xED\xA0\x80", 1},
            {"above U+10FFFF", "\xF4\x90\x80\x80", 0},
            {"lead byte F5", "\xF5\x80\x80\x80", 0},
            {"cut after two of three", "abc\xE2\x82", 3},
            {"cut by another character", "\xE2\x82z", 0},
        };
        for (const Row& row : rows) {
            CAPTURE(row.name);
            CHECK(first_invalid_utf8(row.text) == row.expected);
        }
    }

    TEST_CASE("length is counted in code points and, for people, in graphemes") {
        const std::string accented = "e\xCC\x81";                                  // e and a combining acute accent
        const std::string family = "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9"; // man, joiner, woman
        CHECK(code_points("") == 0);
        CHECK(code_points(accented) == 2);
        CHECK(graphemes("") == 0);
        CHECK(graphemes("abc") == 3);
        CHECK(graphemes(accented) == 1);
        CHECK(graphemes(family) == 1);
    }

    TEST_CASE("the first graphemes of a text are whole") {
        const std::string text = "e\xCC\x81te\xCC\x81";
        CHECK(first_graphemes(text, 0).empty());
        CHECK(first_graphemes(text, 1) == "e\xCC\x81");
        CHECK(first_graphemes(text, 2) == "e\xCC\x81t");
        CHECK(first_graphemes(text, 99) == text);
        CHECK(first_graphemes("", 3).empty());
    }

    TEST_CASE("a tidied text is composed, trimmed and has single blanks") {
        CHECK(tidied("  a \t\n b  ") == "a b");
        CHECK(tidied("") == "");
        CHECK(tidied(" \n ") == "");
        CHECK(tidied("e\xCC\x81") == "\xC3\xA9");
        CHECK(tidied("a\xC2\xA0\xE2\x80\x83z") == "a z"); // no-break space, em space
        CHECK(tidied("A b") == "A b");
    }

    TEST_CASE("folding makes what people type comparable") {
        struct Row {
            std::string_view typed;
            std::string_view same;
        };
        const Row rows[] = {
            {"Magnesium  Oxide ", "magnesium oxide"},
            {"\xC3\x89t\xC3\xA9", "ete"},
            {"e\xCC\x81t\xC3\xA9", "ETE"},
            {"Stra\xC3\x9F"
             "e",
             "STRASSE"},
            {"\xEF\xBC\xAD\xEF\xBD\x87", "Mg"}, // full-width letters
            {"Mg\xC2\xB2\xE2\x81\xBA", "mg2+"}, // superscripts
            {"a\xE2\x80\x8B"
             "b",
             "ab"}, // zero-width space
            {"tab\there", "tab here"},
            {"\xC3\xA9\nline", "e line"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.typed);
            CHECK(folded(row.typed) == folded(row.same));
        }
        CHECK(folded("oxide") != folded("oxides"));
        CHECK(folded("10 %") != folded("1 0 %"));
    }

    TEST_CASE("ASCII folds the same alone and beside other letters") {
        const std::string ascii = "  The QUICK,\tbrown\nfox 10% ";
        CHECK(folded(ascii + "\xC3\xA9") == folded(ascii) + " e");
    }

    TEST_CASE("what a screen may not show is found") {
        struct Row {
            std::string_view name;
            std::string_view text;
            std::optional<std::size_t> expected;
        };
        const Row rows[] = {
            {"plain", "plain %s %n ##id ###", std::nullopt},
            {"line feed", "two\nlines", std::nullopt},
            {"tab", "a\tb", 1},
            {"NUL", bytes("ab\0", 3), 2},
            {"escape", "\x1B[31m", 0},
            {"delete", "a\x7F", 1},
            {"C1 control", "a\xC2\x85", 1},
            {"right-to-left override", "a\xE2\x80\xAE", 1},
            {"isolate", "\xE2\x81\xA6x", 0},
            {"noncharacter", "x\xEF\xBF\xBF", 1},
            {"line separator", "ab\xE2\x80\xA8", 2},
            {"paragraph separator", "\xE2\x80\xA9x", 0},
            {"Greek, sub- and superscripts", "\xCE\xBC Mg\xC2\xB2\xE2\x81\xBA \xE2\x82\x82", std::nullopt},
            {"two accents", "e\xCC\x81\xCC\xA3", std::nullopt},
            {"five accents on one letter", "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81", 9},
            {"accents on many letters",
             "e\xCC\x81"
             "e\xCC\x81"
             "e\xCC\x81"
             "e\xCC\x81"
             "e\xCC\x81"
             "e\xCC\x81",
             std::nullopt},
        };
        for (const Row& row : rows) {
            CAPTURE(row.name);
            CHECK(first_unshowable(row.text) == row.expected);
        }
    }

    TEST_CASE("what is shown has nothing that may not be shown, and everything else as it was") {
        CHECK(showable("plain\ntext – with é and 😀") == "plain\ntext – with é and 😀");
        CHECK(showable("a\x1B[31mb\x7F") == "a\uFFFD[31mb\uFFFD");
        CHECK(showable("a\xC2\x9B"
                       "31mb") == "a\uFFFD31mb");
        CHECK(showable("a\u202Eb\u2066c\u2028d\u2029") == "a\uFFFDb\uFFFDc\uFFFDd\uFFFD");
        CHECK(showable("a\tb\r\n") == "a b\uFFFD\n");
        CHECK(showable("a\xFF\xE2\x82z") == "a\uFFFD\uFFFD\uFFFDz");
        CHECK(showable(bytes("\0", 1)) == "\uFFFD");
        CHECK(showable_line("one\ntwo\x1B") == "one two\uFFFD");
    }

    TEST_CASE("any bytes become text that can be shown") {
        // Pieces of every class: plain, controls of both ranges, direction, separators, noncharacters, accents, bytes
        // that are not UTF-8, and pieces of sequences that join to others.
        const std::vector<std::string> pieces{"a",      "é",          "€",
                                              "😀",      " ",          "\n",
                                              "\t",     "\r",         "\x1B",
                                              "\x07",   "\x7F",       "\u0085",
                                              "\u009B", "\u200B",     "\u200F",
                                              "\u202A", "\u202E",     "\u2066",
                                              "\u2069", "\u2028",     "\u2029",
                                              "\uFEFF", "\uFFFF",     "\u0301",
                                              "\u0323", "\U0001FFFE", "\xFF",
                                              "\xC2",   "\xE2\x80",   "\x80",
                                              "\xF0",   "\xED\xA0",   std::string(1, '\0')};
        Rng rng{20260101};
        for (int i = 0; i < 20000; ++i) {
            std::string text;
            for (std::uint64_t count = rng.below(12); count > 0; --count) text += pieces[rng.below(pieces.size())];
            CAPTURE(text);
            const std::string shown = showable(text);
            REQUIRE_FALSE(first_invalid_utf8(shown));
            REQUIRE_FALSE(first_unshowable(shown));
            REQUIRE(showable(shown) == shown);
            REQUIRE(showable_line(text).find('\n') == std::string::npos);
            if (!first_invalid_utf8(text)) {
                const std::string left = without_unshowable(text);
                REQUIRE_FALSE(first_unshowable(left));
                REQUIRE(without_unshowable(left) == left);
            }
            const std::string cut = shortened(shown, 3);
            REQUIRE(graphemes(cut) <= 3);
            if (!first_invalid_utf8(text) && !first_unshowable(text)) REQUIRE(shown == text);
        }
    }

    TEST_CASE("what cannot be shown is left out, and nothing else") {
        std::string heap = "e";
        for (int i = 0; i < 20; ++i) heap += "\u0301";
        CHECK(without_unshowable(heap + "n\u0301d") == heap.substr(0, 1 + 4 * 2) + "n\u0301d");
        CHECK(without_unshowable("a\x1B[31m\u202Eb\nc") == "a[31mb\nc");
        CHECK(without_unshowable("\u0301\x07") == "\u0301");
        CHECK(without_unshowable("").empty());
    }

    TEST_CASE("a text is cut between graphemes, and says that it was cut") {
        CHECK(shortened("magnesium", 9) == "magnesium");
        CHECK(shortened("magnesium", 5) == "magn…");
        CHECK(shortened("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
        std::string joined = "a";
        for (int i = 0; i < 10000; ++i) joined += "\u200D";
        CHECK(shortened(joined, 60).size() < 3000);
    }

    TEST_CASE("a text nobody can see is blank") {
        CHECK(is_blank(""));
        CHECK(is_blank(" \t\n"));
        CHECK(is_blank("\xE2\x80\x8B\xE2\x80\x8D\xEF\xBB\xBF")); // zero-width space and joiner, byte order mark
        CHECK(is_blank("\xC2\xA0\xE2\xA0\x80"));                 // no-break space, empty braille pattern
        CHECK_FALSE(is_blank(" . "));
        CHECK_FALSE(is_blank("\xE2\x80\x8B\xC3\xA9"));
    }

    TEST_CASE("terminal cells count wide characters twice and accents not at all") {
        CHECK(terminal_cells("abc") == 3);
        CHECK(terminal_cells("e\xCC\x81") == 1);
        CHECK(terminal_cells("\xE6\xB0\xB4") == 2);
    }

    TEST_CASE("the nearest word is what the author meant, or nothing") {
        const std::vector<std::string> keys{"answer", "prompt", "id", "choices", "facts"};
        CHECK(nearest("anwser", keys) == "answer"); // a swap is one edit
        CHECK(nearest("promt", keys) == "prompt");
        CHECK(nearest("idd", keys) == "id");
        CHECK(nearest("choises", keys) == "choices");
        CHECK(nearest("fact", keys) == "facts");
        CHECK(nearest("explanation", keys) == std::nullopt);
        CHECK(nearest("x", keys) == std::nullopt);
        CHECK(nearest("", keys) == std::nullopt);
        CHECK(nearest("a", {"b"}) == std::nullopt);
        CHECK(nearest("ab", {"abc", "abd"}) == "abc"); // the first of a tie
        CHECK(nearest(std::string(1'000'000, 'a'), keys) == std::nullopt);
    }
}
