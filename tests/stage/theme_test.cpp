#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

#include "engine/stage/canvas.hpp"
#include "engine/stage/theme.hpp"
#include "tests/support/folder.hpp"

using namespace chelate;
using namespace chelate::stage;

namespace {

const std::filesystem::path themes = std::filesystem::path(CHELATE_SOURCE_DIR) / "assets" / "themes";
const std::array<const char*, 2> names{"dark", "light"};
const std::array<Sight, 4> sights{Sight::usual, Sight::protan, Sight::deutan, Sight::tritan};

// Returns the colours behind texts and shapes. The pools of light are part of the background.
std::vector<Rgba> grounds(const Colours& c) {
    std::vector<Rgba> out{c.ground_top,    c.ground_bottom, c.surface_top, c.surface_bottom, c.raised_top,
                          c.raised_bottom, c.sunken,        c.panel_top,   c.panel_bottom};
    for (const Rgba base : {c.ground_top, c.ground_bottom}) {
        out.push_back(over(c.ground_glow_near, base));
        out.push_back(over(c.ground_glow_far, base));
    }
    return out;
}

} // namespace

TEST_CASE("both themes are read without a problem") {
    for (const char* name : names) {
        CAPTURE(name);
        const auto theme = load_theme(themes, name);
        REQUIRE_MESSAGE(theme.has_value(), theme.error().args.back().second);
        CHECK(theme->name == name);
        CHECK(theme->slot(1) == theme->slots[0]);
        CHECK(theme->slot(0) == theme->colour.text_quiet);
    }
}

TEST_CASE("the first four slots stay apart for every kind of sight") {
    for (const char* name : names) {
        const auto theme = load_theme(themes, name);
        REQUIRE(theme);
        for (std::size_t i = 0; i < 4; ++i) {
            for (std::size_t k = i + 1; k < 4; ++k) {
                for (const Sight sight : sights) {
                    CAPTURE(name);
                    CAPTURE(i);
                    CAPTURE(k);
                    CAPTURE(static_cast<int>(sight));
                    CHECK(difference(lab(theme->slots[i], sight), lab(theme->slots[k], sight)) >= 15);
                }
                CHECK(std::abs(lab(theme->slots[i]).l - lab(theme->slots[k]).l) >= 8);
            }
        }
    }
}

TEST_CASE("every slot, the light and the edges of keys stand out from what lies under them") {
    for (const char* name : names) {
        const auto theme = load_theme(themes, name);
        REQUIRE(theme);
        for (const Rgba ground : grounds(theme->colour)) {
            CAPTURE(name);
            CAPTURE(static_cast<int>(ground.r));
            for (std::size_t i = 0; i < theme->slots.size(); ++i) {
                CAPTURE(i);
                CHECK(contrast(theme->slots[i], ground) >= 3);
            }
            CHECK(contrast(theme->colour.light, ground) >= 3);
        }
    }
}

TEST_CASE("all text reaches 7:1 on everything it stands on") {
    for (const char* name : names) {
        const auto theme = load_theme(themes, name);
        REQUIRE(theme);
        const Colours& c = theme->colour;
        for (const Rgba ground : grounds(c)) {
            CAPTURE(name);
            CAPTURE(static_cast<int>(ground.r));
            CAPTURE(static_cast<int>(ground.g));
            CHECK(contrast(c.text, ground) >= 7);
            CHECK(contrast(c.text_quiet, ground) >= 7);
        }
        CHECK(contrast(c.primary_text, c.primary_top) >= 7);
        CHECK(contrast(c.primary_text, c.primary_bottom) >= 7);
        CHECK(contrast(c.text, c.key_top) >= 7);
        CHECK(contrast(c.text, c.key_bottom) >= 7);
        CHECK(contrast(c.mark_ink, c.light) >= 3);
    }
}

TEST_CASE(
    "a room reads from far away: capitals of the question and of all a player needs are large enough in every window") {
    const auto theme = load_theme(themes, "dark");
    REQUIRE(theme);
    for (const Vec window :
         {Vec{800, 600}, Vec{1024, 768}, Vec{1280, 720}, Vec{1920, 1080}, Vec{1280, 1024}, Vec{480, 360}}) {
        for (const float scale : {1.0F, 1.5F, 2.0F}) {
            CAPTURE(window.x);
            CAPTURE(scale);
            const Measure measure = Measure::of(window, *theme, scale, true);
            CHECK(measure.em[1] * 0.727F >= window.y * 0.028F); // body
            CHECK(measure.em[2] * 0.727F >= window.y * 0.035F); // title
        }
    }
}

TEST_CASE("no choice of a class wears the colour of a compared thing, and each stands out from its ground") {
    for (const char* name : names) {
        const auto theme = load_theme(themes, name);
        REQUIRE(theme);
        CAPTURE(name);
        for (std::size_t i = 0; i < theme->answers.size(); ++i) {
            CAPTURE(i);
            for (const Rgba slot : theme->slots) CHECK(theme->answers[i] != slot);
            for (const Rgba ground : grounds(theme->colour)) CHECK(contrast(theme->answers[i], ground) >= 3);
        }
    }
}

TEST_CASE("a symbol on its slot's colour can be read") {
    for (const char* name : names) {
        const auto theme = load_theme(themes, name);
        REQUIRE(theme);
        for (std::size_t i = 0; i < theme->slots.size(); ++i) {
            CAPTURE(name);
            CAPTURE(i);
            const double best = std::max(contrast(theme->colour.ink_dark, theme->slots[i]),
                                         contrast(theme->colour.ink_light, theme->slots[i]));
            CHECK(best >= 4.5); // 4.5 is enough, because the symbol is large and semibold
        }
    }
}

TEST_CASE("colour differences are those of the published pairs") {
    // Sharma, Wu, Dalal 2005, table 1, pairs 1, 4, 7, 17 and 25.
    CHECK(difference({50, 2.6772, -79.7751}, {50, 0, -82.7485}) == doctest::Approx(2.0425).epsilon(0.0001));
    CHECK(difference({50, -1.3802, -84.2814}, {50, 0, -82.7485}) == doctest::Approx(1.0000).epsilon(0.0001));
    CHECK(difference({50, 0, 0}, {50, -1, 2}) == doctest::Approx(2.3669).epsilon(0.0001));
    CHECK(difference({50, 2.5, 0}, {73, 25, -18}) == doctest::Approx(27.1492).epsilon(0.0001));
    CHECK(difference({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}) ==
          doctest::Approx(1.2644).epsilon(0.0001));
    CHECK(contrast({255, 255, 255}, {0, 0, 0}) == doctest::Approx(21));
}

TEST_CASE("a colour is written with six or eight hexadecimal digits") {
    CHECK(rgba_from_hex("#0A1b2C") == Rgba{10, 27, 44, 255});
    CHECK(rgba_from_hex("#0A1b2C80") == Rgba{10, 27, 44, 128});
    for (const char* wrong : {"", "#", "0A1B2C", "#0A1B2", "#0A1B2CC", "#0A1B2G", "#0A1B2C8080"}) {
        CAPTURE(wrong);
        CHECK_FALSE(rgba_from_hex(wrong));
    }
}

TEST_CASE("a theme with a fault says where") {
    const chelate::test::Folder folder;
    std::ofstream(folder.path / "broken.json") << "{\n  \"colours\": {\"text\": \"blue\"}\n}\n";
    const auto theme = load_theme(folder.path, "broken");
    REQUIRE_FALSE(theme);
    CHECK(theme.error().code == "theme-faulty");
    CHECK(load_theme(folder.path, "absent").error().code == "file-missing");
}
