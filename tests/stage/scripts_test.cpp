// What is right comes from Unicode: its presentation forms are the shapes that Arabic letters take in a word.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/base/scripts.hpp"
#include "engine/stage/painter.hpp"
#include "engine/stage/script_fonts.hpp"
#include "engine/stage/shaped_line.hpp"
#include "engine/stage/text_layout.hpp"

using namespace chelate;
using namespace chelate::stage;

namespace {

constexpr TextStyle body{};

Fonts fonts_with(const std::filesystem::path& noto = "/usr/share/fonts") {
    auto fonts = Fonts::open(system_font_files(), noto);
    REQUIRE(fonts);
    fonts->build({15, 20, 28, 50});
    return std::move(*fonts);
}

bool is_installed(const char* file) {
    const bool found = std::filesystem::exists(std::filesystem::path("/usr/share/fonts") / file);
    if (!found) MESSAGE("skipped: there is no " << file);
    return found;
}

bool has_core() { return is_installed("truetype/noto/NotoSansArabic-Regular.ttf"); }
bool has_cjk() { return is_installed("opentype/noto/NotoSansCJK-Regular.ttc"); }

std::vector<std::uint32_t> ids(const Fonts& fonts, std::string_view text, bool right_to_left = false) {
    std::vector<std::uint32_t> out;
    for (const PlacedGlyph& placed : shape_line(fonts, text, body, right_to_left).glyphs) out.push_back(placed.id);
    return out;
}

std::uint32_t id(const Fonts& fonts, std::string_view letter) {
    const auto all = ids(fonts, letter);
    REQUIRE(all.size() == 1);
    return all.front();
}

} // namespace

TEST_CASE("a script is found by its letters, Latin, Greek and Cyrillic need none") {
    for (const auto& [code, name] : std::vector<std::pair<char32_t, std::string_view>>{{U'ب', "arabic"},
                                                                                       {U'ש', "hebrew"},
                                                                                       {U'क', "devanagari"},
                                                                                       {U'ก', "thai"},
                                                                                       {U'한', "korean"},
                                                                                       {U'か', "japanese"},
                                                                                       {U'水', "chinese"},
                                                                                       {U'𠀀', "chinese"},
                                                                                       {U'。', "chinese"},
                                                                                       {U'ﻼ', "arabic"}}) {
        CAPTURE(name);
        REQUIRE(script_of(code) != nullptr);
        CHECK(script_of(code)->name == name);
    }
    for (const char32_t code : U"aéωЖ≥→ŵ") CHECK(script_of(code) == nullptr);
    CHECK(script_of(0xFEFF) == nullptr);
    CHECK(script_of(0x10FFFF) == nullptr);
}

TEST_CASE("Arabic letters join and a line of them runs from the right") {
    if (!has_core()) return;
    const Fonts fonts = fonts_with();
    // Seen at the start, lam and alef as one sign at the end of the word, meem alone; from left to right: meem first.
    const std::vector<std::uint32_t> expected{id(fonts, "م"), id(fonts, "\uFEFC"), id(fonts, "\uFEB3")};
    CHECK(ids(fonts, "سلام") == expected);
    // Kaf at the start, teh in the middle, beh at the end.
    CHECK(ids(fonts, "كتب") ==
          std::vector<std::uint32_t>{id(fonts, "\uFE90"), id(fonts, "\uFE98"), id(fonts, "\uFEDB")});
    // In an English sentence, the two words of a phrase change places, and the number stays readable.
    const ShapedLine line = shape_line(fonts, "a سلام 12 b", body, false);
    std::vector<float> left;
    for (const PlacedGlyph& placed : line.glyphs) left.push_back(placed.x);
    CHECK(std::is_sorted(left.begin(), left.end()));
    const auto seen = ids(fonts, "سلام 12", true);
    REQUIRE(seen.size() == 6);
    CHECK(std::vector(seen.end() - 3, seen.end()) == expected); // the number is left of the word
}

TEST_CASE("Hebrew is seen from right to left, with its brackets turned") {
    if (!has_core()) return;
    const Fonts fonts = fonts_with();
    CHECK(ids(fonts, "שלום") ==
          std::vector<std::uint32_t>{id(fonts, "ם"), id(fonts, "ו"), id(fonts, "ל"), id(fonts, "ש")});
    const ShapedLine line = shape_line(fonts, "(ש)", body, true);
    REQUIRE(line.glyphs.size() == 3);
    CHECK(line.glyphs[0].glyph.u0 == fonts.glyph(U'(', body).u0);
    CHECK(line.glyphs[2].glyph.u0 == fonts.glyph(U')', body).u0);
    CHECK(is_right_to_left("שלום abc"));
    CHECK_FALSE(is_right_to_left("12 abc שלום"));
    const TextBlock block = lay_out(fonts, "שלום\nabc", body, {.max_width = 400});
    CHECK(block.lines[0].right_to_left);
    CHECK_FALSE(block.lines[1].right_to_left);
}

TEST_CASE("Devanagari forms conjuncts and puts the short i before its consonant") {
    if (!has_core()) return;
    const Fonts fonts = fonts_with();
    const auto conjunct = ids(fonts, "क्ष"); // ka, virama, ssa
    REQUIRE(conjunct.size() == 1);
    CHECK(conjunct[0] != id(fonts, "क"));
    CHECK(conjunct[0] != id(fonts, "ष"));
    const auto ki = ids(fonts, "कि");
    REQUIRE(ki.size() == 2);
    CHECK(ki[1] == id(fonts, "क"));
    CHECK(clusters_of(fonts, "क्षे", body).back().end == std::string_view("क्षे").size());
}

TEST_CASE("Thai marks are above their letter and take no width") {
    if (!has_core()) return;
    const Fonts fonts = fonts_with();
    CHECK(text_width(fonts, "ที่", body) == doctest::Approx(text_width(fonts, "ท", body)).epsilon(0.01));
    CHECK(clusters_of(fonts, "ที่", body).size() == 1);
}

TEST_CASE("a caret is behind the letter before it, which is at its left where lines run from the right") {
    if (!has_core()) return;
    const Fonts fonts = fonts_with();
    const auto width = [&](std::string_view text) {
        return doctest::Approx(text_width(fonts, text, body)).epsilon(0.01);
    };
    CHECK(caret_x(fonts, "", 0, body) == 0);
    CHECK(caret_x(fonts, "abc", 0, body) == 0);
    CHECK(caret_x(fonts, "abc", 2, body) == width("ab"));
    CHECK(caret_x(fonts, "abc", 3, body) == width("abc"));
    CHECK(caret_x(fonts, "שלום", 0, body) == width("שלום"));
    CHECK(caret_x(fonts, "שלום", 2, body) == width("לום"));
    CHECK(caret_x(fonts, "שלום", 8, body) == 0);
    CHECK(caret_x(fonts, "abc שלום", 12, body) == width("abc "));
    CHECK(caret_x(fonts, "ที่", 9, body) == width("ที่"));
}

TEST_CASE("Thai lines break between syllables and never divide a vowel from its consonant") {
    if (!has_core()) return;
    const Fonts fonts = fonts_with();
    const std::string text = "เมืองหลวงของประเทศไทยคือเมืองใดและตั้งอยู่ริมแม่น้ำสายใด";
    for (float width = 60; width < 500; width += 7) {
        CAPTURE(width);
        const TextBlock block = lay_out(fonts, text, body, {.max_width = width});
        std::string joined;
        for (const TextLine& line : block.lines) {
            CHECK(line.width <= width + 0.5F);
            for (const char* vowel : {"เ", "แ", "โ", "ใ", "ไ"}) CHECK_FALSE(line.text.ends_with(vowel));
            for (const char* vowel : {"ะ", "า", "ำ"}) CHECK_FALSE(line.text.starts_with(vowel));
            joined += line.text;
        }
        CHECK(joined == text);
    }
    const float most = text_width(fonts, "เมืองหลวงของประเทศไทยคือเมืองใดและ", body) + 1;
    CHECK(lay_out(fonts, text, body, {.max_width = most}).lines[1].text.starts_with("ตั้ง"));
    CHECK(lay_out(fonts, text, body, {.max_width = most - 3}).lines[1].text.starts_with("และ"));
}

TEST_CASE("Chinese and Japanese lines break between letters, but not before a full stop or after a bracket") {
    if (!has_cjk()) return;
    const Fonts fonts = fonts_with();
    CHECK(text_width(fonts, "水", body) == doctest::Approx(20)); // a square of one em
    const std::string text = "水的化学式是什么？请选择「正确」的答案。";
    for (float width = 45; width < 300; width += 7) {
        CAPTURE(width);
        const TextBlock block = lay_out(fonts, text, body, {.max_width = width});
        std::string joined;
        for (const TextLine& line : block.lines) {
            CHECK(line.width <= width + 0.5F);
            for (const char* never : {"？", "」", "。"}) CHECK_FALSE(line.text.starts_with(never));
            CHECK_FALSE(line.text.ends_with("「"));
            joined += line.text;
        }
        CHECK(joined == text);
    }
    // Korean breaks at its spaces.
    const TextBlock korean = lay_out(fonts, "물의 화학식은 무엇입니까", body, {.max_width = 130});
    for (const TextLine& line : korean.lines) CHECK(line.text.find("화학식") == line.text.rfind("화"));
    // The same sign has another shape in Japanese.
    CHECK(ids(fonts, "直").front() != ids(fonts, "直か").front());
}

TEST_CASE("without the fonts of a script there are boxes and nothing else happens") {
    const Fonts fonts = fonts_with("/nowhere");
    CHECK_FALSE(fonts.undrawable("漢字").empty());
    const TextBlock block = lay_out(fonts, "漢字 क्ष \u0E17", body, {.max_width = 30});
    CHECK(block.lines.size() > 1);
    Painter painter(fonts);
    painter.text(block, {0, 0}, {255, 255, 255, 255});
    CHECK(painter.vertex_count() > 0);
}

TEST_CASE("glyphs are drawn below the atlas, in every size, and a crowded sheet starts afresh") {
    if (!has_cjk()) return;
    const Fonts fonts = fonts_with();
    Painter painter(fonts);
    const float atlas = static_cast<float>(fonts.atlas_height());
    for (const Type type : {Type::caption, Type::body, Type::title, Type::display}) {
        const ShapedLine line = shape_line(fonts, "水", {type, Weight::semibold}, false);
        REQUIRE(line.glyphs.size() == 1);
        CHECK(line.glyphs[0].glyph.visible);
        CHECK(line.glyphs[0].glyph.v0 >= atlas);
        CHECK(line.glyphs[0].glyph.y1 - line.glyphs[0].glyph.y0 > fonts.em(type) * 0.7F);
    }
    const unsigned epoch = fonts.scripts().sheet().epoch();
    for (char32_t code = 0x4E00; code < 0x9000; ++code) {
        if (code % 64 == 0) painter.begin();
        std::string letter{static_cast<char>(0xE0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3F)),
                           static_cast<char>(0x80 | (code & 0x3F))};
        for (const PlacedGlyph& placed : shape_line(fonts, letter, {Type::title, Weight::regular}, false).glyphs)
            REQUIRE(placed.glyph.visible);
    }
    CHECK(fonts.scripts().sheet().epoch() > epoch);
    CHECK(fonts.scripts().sheet().height() <= GlyphSheet::most_rows);
}
