// Tests the numbers that people write: every form is read, and what can be read in two ways says so.
#include "engine/base/written_number.hpp"

#include <cmath>

#include <doctest/doctest.h>

using namespace chelate;

namespace {

/// Returns the reading of a text that is one number and nothing else, as plain digits; otherwise what is wrong.
std::string reading(const std::string& text, DecimalSign known = DecimalSign::unknown) {
    const auto number = read_written_number(text);
    if (!number) return "none";
    if (!number->rest.empty()) return "rest: " + number->rest;
    const WrittenNumber::Reading* meant = number->meant(known);
    return meant == nullptr ? "two" : meant->plain();
}

DecimalSign shown_by(const std::string& text) { return read_written_number(text).value().shows(); }

} // namespace

TEST_SUITE("base/written number") {
    TEST_CASE("a number is read in every form that people write") {
        for (const char* million : {"1,000,000", "1.000.000", "1'000'000", "1’000’000", "1 000 000",
                                    "1\u202f000\u2009000", "1\u00a0000\u00a0000", "10,00,000", "1e6", "1E+6", "10e5",
                                    "1 x 10^6", "1x10^6", "1 × 10⁶", "1·10⁶", "1 * 10^+6", "+1000000", "  1000000  "}) {
            CAPTURE(million);
            CHECK(reading(million) == "1000000");
        }
        CHECK(reading("1,234.5") == "1234.5");
        CHECK(reading("1.234,5") == "1234.5");
        CHECK(reading("1 234,5") == "1234.5");
        CHECK(reading("2,5") == "2.5");
        CHECK(reading("2.50") == "2.50");
        CHECK(reading(".5") == "0.5");
        CHECK(reading("5.") == "5");
        CHECK(reading("007") == "7");
        CHECK(reading("0,125") == "0.125");
        CHECK(reading("2e-3") == "0.002");
        CHECK(reading("3 × 10⁻²") == "0.03");
        CHECK(reading("1,234e2") == "123.4");
        for (const char* minus : {"-40", "- 40", "−40", "–40", "‑40", "－40"}) {
            CAPTURE(minus);
            CHECK(reading(minus) == "-40");
        }
        CHECK(reading("-0.0") == "0.0");
    }

    TEST_CASE("signs that make no sense together are no number") {
        for (const char* text : {"", " ", "twelve", "-", ".", "..", "1,2,3", "1.2.3", "1 00", "5 10", "1,000.000.0",
                                 "1234,567,890", "3, 4 and 5", ".NET"}) {
            CAPTURE(text);
            CHECK(reading(text) == "none");
        }
    }

    TEST_CASE("what follows a number is kept as it is written") {
        CHECK(reading("464 °C") == "rest: °C");
        CHECK(reading("5%") == "rest: %");
        CHECK(reading("3\u00a0m⁻² ") == "rest: m⁻²");
        CHECK(reading("5–10 m") == "rest: –10 m");
        CHECK(reading("1e") == "rest: e");
        CHECK(reading("1e9999") == "rest: e9999");
        CHECK(reading("3 x 5") == "rest: x 5");
        CHECK(reading("3 x 10") == "rest: x 10");
        CHECK(reading("7 eggs") == "rest: eggs");
    }

    TEST_CASE("one comma or point before three digits has two readings until more is known") {
        CHECK(reading("12,104") == "two");
        CHECK(reading("12,104", DecimalSign::comma) == "12.104");
        CHECK(reading("12,104", DecimalSign::point) == "12104");
        CHECK(reading("1.234") == "1.234");
        CHECK(reading("1.234", DecimalSign::comma) == "1234");
        CHECK(shown_by("12,104") == DecimalSign::unknown);
        CHECK(shown_by("57,9") == DecimalSign::comma);
        CHECK(shown_by("57.9") == DecimalSign::point);
        CHECK(shown_by("1,234,567") == DecimalSign::point);
        CHECK(shown_by("1.234.567") == DecimalSign::comma);
        CHECK(shown_by("1 234 567") == DecimalSign::unknown);
        CHECK(shown_by("12.") == DecimalSign::unknown);
    }

    TEST_CASE("the value and the decimals of a number") {
        const auto meant = [](const char* text) { return *read_written_number(text).value().meant(); };
        CHECK(meant("5.97237 × 10²⁴").value() == 5.97237e24);
        CHECK(meant("-2,5").value() == -2.5);
        CHECK(std::isinf(meant("1e400").value()));
        CHECK(meant("1e-400").value() == 0);
        CHECK(meant("1e-400").needed_decimals() == 400);
        CHECK(meant("0e400").value() == 0);
        CHECK(meant("2.50").written_decimals() == 2);
        CHECK(meant("2.50").needed_decimals() == 1);
        CHECK(meant("0.00").needed_decimals() == 0);
        CHECK(meant("3.3011e23").needed_decimals() == 0);
    }
}
