// Tests which numbers are kept beside their units.
#include "engine/base/amount.hpp"

#include <doctest/doctest.h>

using namespace chelate;

TEST_SUITE("base/amount") {
    TEST_CASE("a number and the sign of its unit are joined") {
        CHECK(with_unbroken_amounts("about 120 mg a day") == "about 120\u00a0mg a day");
        CHECK(with_unbroken_amounts("0.75–0.95 mmol/L, or 65 %.") == "0.75–0.95\u00a0mmol/L, or 65\u00a0%.");
        CHECK(with_unbroken_amounts("1,200 mL (5 g)") == "1,200\u00a0mL (5\u00a0g)");
        CHECK(with_unbroken_amounts("9.8 m² in 24 h – 37 °C") == "9.8\u00a0m² in 24\u00a0h – 37\u00a0°C");
        CHECK(with_unbroken_amounts("10 µg") == "10\u00a0µg");
    }

    TEST_CASE("other words after a number are not") {
        for (const char* text : {"12 men", "5 days", "in 30 minutes", "4 girls", "3 Lösungen", "2 größer", "mg a day",
                                 "a mg", " mg", "5 ", "see 5 in", ""}) {
            CAPTURE(text);
            CHECK(with_unbroken_amounts(text) == text);
        }
    }
}
