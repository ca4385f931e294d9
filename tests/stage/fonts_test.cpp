#include <doctest/doctest.h>

#include <string>

#include <imgui.h>

#include "engine/stage/fonts.hpp"
#include "engine/stage/text_layout.hpp"

using namespace chelate;
using namespace chelate::stage;

namespace {

Fonts built(float scale = 1) {
    auto fonts = Fonts::open();
    REQUIRE(fonts);
    fonts->build({15 * scale, 19 * scale, 28 * scale, 50 * scale});
    return std::move(*fonts);
}

} // namespace

TEST_CASE("the signs of the trade and of European names can be drawn") {
    const Fonts fonts = built();
    for (const char* text :
         {"Mg²⁺ Ca²⁺ Cl⁻ Na⁺ H₂O CO₃²⁻", "→ ← ↑ ↓ ⇌ ≥ ≤ ≈ ≠ ± × · − ∞", "µ μ α β γ δ Δ Ω π σ",
          "“quoted” ‘so’ – — … • ‰ % °C Å ½", "Żółć Łódź Ünal Ångström Dvořák Nguyễn Çelik Þór Œuvre Ğ", "Ирина Κώστας",
          "€ £ § © ™ № 1 234"}) {
        CAPTURE(text);
        CHECK(fonts.undrawable(text).empty());
    }
}

TEST_CASE("what no font has is listed once, in order") {
    const Fonts fonts = built();
    const auto missing = fonts.undrawable("a𓀀b𝼀𓀀");
    REQUIRE(missing.size() == 2);
    CHECK(missing[0] == U'𓀀');
    CHECK(missing[1] == U'𝼀');
    CHECK(fonts.undrawable("\xFFok").size() == 1);
    CHECK(fonts.undrawable("Қазақ ə e\u0301 😀").empty()); // Inter and DejaVu have more than the atlas
}

TEST_CASE("every prompt's glyphs are baked in title type too") {
    const Fonts fonts = built();
    std::string_view text = "Mg²⁺→≥µβΔCa⁺⁻₂⇌–“”’";
    while (!text.empty()) {
        const char32_t code = take_code_point(text);
        CAPTURE(static_cast<unsigned>(code));
        ImFont* font = fonts.imgui({Type::title, Weight::semibold});
        CHECK(font->FindGlyphNoFallback(static_cast<ImWchar>(code)) != nullptr);
    }
}

TEST_CASE("a name stands in every type size, on the same line") {
    const Fonts fonts = built();
    const Glyph own = fonts.glyph(U'I', {Type::title, Weight::semibold});
    const Glyph borrowed = fonts.glyph(U'И', {Type::title, Weight::semibold});
    CHECK(borrowed.visible);
    CHECK(borrowed.y1 == doctest::Approx(own.y1).epsilon(0.06));
    CHECK(borrowed.y0 == doctest::Approx(own.y0).epsilon(0.2));
}

TEST_CASE("the ten digits have one width") {
    const Fonts fonts = built();
    for (const Type type : {Type::caption, Type::body, Type::title, Type::display}) {
        for (const Weight weight : {Weight::regular, Weight::semibold}) {
            for (char32_t digit = U'1'; digit <= U'9'; ++digit) {
                CHECK(fonts.glyph(digit, {type, weight}).advance ==
                      doctest::Approx(fonts.glyph(U'0', {type, weight}).advance));
            }
        }
    }
}

TEST_CASE("no glyph is baked larger than the builder of Dear ImGui can hold") {
    const Fonts fonts = built(4);
    for (const Type type : {Type::caption, Type::body, Type::title, Type::display}) {
        CHECK(fonts.imgui({type, Weight::semibold})->FontSize <= Fonts::largest_baked);
    }
    CHECK(fonts.em(Type::display) == 200);
    // It is drawn scaled, so its size is still right.
    CHECK(fonts.box_height({Type::display, Weight::semibold}) == doctest::Approx(200 * 1.21).epsilon(0.02));
}

TEST_CASE("a missing font names its family and the package that brings it") {
    auto files = system_font_files();
    files[0].path = "/nowhere/Inter.otf";
    const auto fonts = Fonts::open(files);
    REQUIRE_FALSE(fonts);
    CHECK(fonts.error().code == "font-missing");
    CHECK(fonts.error().args[0] == std::pair<std::string, std::string>{"family", "Inter"});
    CHECK(fonts.error().args[1] == std::pair<std::string, std::string>{"package", "fonts-inter"});
}

TEST_CASE("a cap height is 0.727 of the em") {
    const Fonts fonts = built(2);
    const Glyph h = fonts.glyph(U'H', {Type::title, Weight::semibold});
    CHECK((h.y1 - h.y0) == doctest::Approx(56 * 0.727).epsilon(0.05));
}

TEST_CASE("lines hold at most the characters asked for and lose no word") {
    const Fonts fonts = built();
    const std::string text =
        "Adults with mild sleep complaints took 250 mg of elemental magnesium for four weeks: what did the trial find?";
    const TextBlock block = lay_out(fonts, text, {Type::title, Weight::semibold}, {4000, 60, 1.2F, false});
    REQUIRE(block.lines.size() == 2);
    std::string joined;
    for (const TextLine& line : block.lines) {
        CHECK(line.text.size() <= 60);
        joined += (joined.empty() ? "" : " ") + line.text;
    }
    CHECK(joined == text);
}

TEST_CASE("balanced lines keep their number and come closer in length") {
    const Fonts fonts = built();
    const std::string text = "One two three four five six seven eight nine ten eleven";
    const TextBlock plain = lay_out(fonts, text, {}, {300, 0, 1.4F, false});
    const TextBlock balanced = lay_out(fonts, text, {}, {300, 0, 1.4F, true});
    CHECK(plain.lines.size() == balanced.lines.size());
    CHECK(balanced.width <= plain.width);
}

TEST_CASE("no line ends between a number and its unit, unless a line is too short for both") {
    const Fonts fonts = built();
    const std::string text = "Take about 120 mg a day";
    for (float width = text_width(fonts, "about 120", {}); width < text_width(fonts, text, {}); ++width) {
        CAPTURE(width);
        for (const TextLine& line : lay_out(fonts, text, {}, {width, 0, 1.4F, false}).lines) {
            CHECK_FALSE(line.text.ends_with("120"));
        }
    }
    const TextBlock narrow = lay_out(fonts, "120 mg", {}, {text_width(fonts, "120", {}), 0, 1.4F, false});
    REQUIRE(narrow.lines.size() == 2);
    CHECK(narrow.lines[0].text == "120");
    CHECK(narrow.lines[1].text == "mg");
}

TEST_CASE("a word wider than the line breaks inside, after a hyphen if it has one") {
    const Fonts fonts = built();
    const TextBlock hyphen = lay_out(fonts, "placebo-controlled", {}, {120, 0, 1.4F, false});
    REQUIRE(hyphen.lines.size() == 2);
    CHECK(hyphen.lines[0].text == "placebo-");
    const TextBlock anywhere = lay_out(fonts, "methylenetetrahydrofolate", {}, {90, 0, 1.4F, false});
    CHECK(anywhere.lines.size() > 1);
    for (const TextLine& line : anywhere.lines) CHECK(line.width <= 90.5F);
    CHECK(lay_out(fonts, "", {}, {90, 0, 1.4F, false}).lines.empty());
    CHECK(lay_out(fonts, "a\nb", {}, {90, 0, 1.4F, false}).lines.size() == 2);
    // What may not be shown is replaced.
    CHECK(lay_out(fonts, "a\x1B\u202E\u2028\xFF", {}, {300, 0, 1.4F, false}).lines.front().text ==
          "a\uFFFD\uFFFD\uFFFD\uFFFD");
}
