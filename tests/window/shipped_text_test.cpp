#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/stage/fonts.hpp"

using namespace chelate;

TEST_CASE("every sign of the shipped packs and of the language file can be drawn") {
    auto fonts = stage::Fonts::open();
    REQUIRE(fonts.has_value());
    fonts->build({14, 18, 24, 40});
    std::size_t files = 0;
    for (const char* folder : {"/content", "/assets/i18n"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(std::string(CHELATE_SOURCE_DIR) + folder)) {
            if (entry.path().extension() != ".json") continue;
            ++files;
            CAPTURE(entry.path().string());
            std::ostringstream text;
            text << std::ifstream(entry.path()).rdbuf();
            std::string printable = text.str();
            std::erase_if(printable, [](char c) { return static_cast<unsigned char>(c) < 32; });
            for (const char32_t sign : fonts->undrawable(printable))
                FAIL_CHECK("no font has U+" << std::hex << static_cast<unsigned>(sign));
        }
    }
    CHECK(files > 10);
}
