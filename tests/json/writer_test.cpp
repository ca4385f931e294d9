#include "engine/json/writer.hpp"

#include <limits>

#include <doctest/doctest.h>

#include "engine/json/document.hpp"

using namespace chelate::json;

TEST_SUITE("json/writer") {
    TEST_CASE("members and elements stand in the order written, with commas where they belong") {
        Writer writer;
        writer.begin_object().member("b", 1).member("a", "x").key("list").begin_array();
        writer.integer(1).boolean(false).null().begin_object().end_object().begin_array().end_array().string("s");
        writer.end_array().member("last", true).end_object();
        CHECK(writer.text() == R"({"b":1,"a":"x","list":[1,false,null,{},[],"s"],"last":true})");
    }

    TEST_CASE("quotes, backslashes and control characters are escaped and the rest stays") {
        Writer writer;
        writer.string("a\"b\\c\n\t\r\x01\x7F/\u00e9");
        CHECK(writer.text() == "\"a\\\"b\\\\c\\n\\t\\r\\u0001\\u007f/\u00e9\"");
    }

    TEST_CASE("numbers are written so that the same number is read") {
        const double numbers[] = {0.0, 0.1, 1.0 / 3.0, -2.5, 1e300, 5e-324, 123456789.125, 1e21};
        for (const double number : numbers) {
            CAPTURE(number);
            Writer writer;
            writer.begin_array().number(number).end_array();
            std::vector<Problem> problems;
            const auto document = Document::parse("f", writer.text(), problems);
            REQUIRE(document);
            CHECK(document->root().first()->as_number() == number);
        }
        CHECK(Writer().number(60.3).text() == "60.3");
        CHECK(Writer().number(std::numeric_limits<double>::infinity()).text() == "null");
        CHECK(Writer().number(std::numeric_limits<double>::quiet_NaN()).text() == "null");
        CHECK(Writer().integer(std::numeric_limits<std::int64_t>::min()).text() == "-9223372036854775808");
    }

    TEST_CASE("what is written can be read back") {
        Writer writer;
        writer.begin_object().member("k\"\n", "v\u2028\\").end_object();
        std::vector<Problem> problems;
        const auto document = Document::parse("f", writer.take(), problems);
        REQUIRE(document);
        CHECK(document->root().find("k\"\n")->as_string() == "v\u2028\\");
    }
}
