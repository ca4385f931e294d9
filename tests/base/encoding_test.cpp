#include "engine/base/encoding.hpp"

#include <doctest/doctest.h>

#include "engine/base/text.hpp"

using namespace chelate;

TEST_SUITE("base/encoding") {
    TEST_CASE("UTF-8 stays, without its byte order mark, also when it is broken") {
        CHECK(decode_text("\xEF\xBB\xBFné").text == "né");
        CHECK(decode_text("né").encoding == TextEncoding::utf8);
        CHECK(decode_text("né \xFF").text == "né \xFF");
        CHECK(decode_text("").text.empty());
    }

    TEST_CASE("UTF-16 of both byte orders, with characters beyond the first plane") {
        CHECK(decode_text(std::string("\xFF\xFE\x61\x00\xE9\x00\x3D\xD8\x00\xDE", 10)).text == "aé😀");
        CHECK(decode_text(std::string("\xFE\xFF\x00\x61\x20\xAC", 6)).text == "a€");
        CHECK(decode_text(std::string("\xFF\xFE\x61", 3)).encoding == TextEncoding::unknown);
        CHECK(decode_text(std::string("\xFF\xFE\x3D\xD8\x61\x00", 6)).encoding == TextEncoding::unknown);
        CHECK(decode_text(std::string("\xFF\xFE\x00\xDE", 4)).encoding == TextEncoding::unknown);
    }

    TEST_CASE("Windows-1252 where nothing contradicts it") {
        const DecodedText decoded = decode_text("M\xE4"
                                                "dchen, \x84h\xF6rt\x93 \x80 5");
        CHECK(decoded.encoding == TextEncoding::windows_1252);
        CHECK(decoded.text == "Mädchen, „hört“ € 5");
        CHECK(decode_text("\xCF\xF0\xE8\xE2\xE5\xF2").encoding == TextEncoding::unknown); // Russian in Windows-1251
        CHECK(decode_text("by\xB3"
                          "a")
                  .encoding == TextEncoding::unknown); // Polish in Windows-1250
        CHECK(decode_text("a\x81").encoding == TextEncoding::unknown);
        CHECK(decode_text("caf\xE9 \x01").encoding == TextEncoding::unknown);
    }
}
