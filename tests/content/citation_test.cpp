#include <algorithm>

#include <doctest/doctest.h>

#include "engine/content/draft.hpp"
#include "engine/content/pack.hpp"

using namespace chelate::content;

TEST_SUITE("content/citation") {
    TEST_CASE("a source is cited by authors, title, year, journal and DOI, as far as they are known") {
        Source source;
        source.authors = "Able B, Baker C";
        CHECK(citation(source) == "Able B, Baker C.");
        source.title = "Is water wet?";
        source.year = 1999;
        source.publisher = "J Water 3:14.";
        source.doi = "10.1000/182";
        CHECK(citation(source) == "Able B, Baker C. Is water wet? 1999. J Water 3:14. doi:10.1000/182");
    }

    TEST_CASE("a popular source is cited by its title alone") {
        Source source;
        source.kind = SourceKind::popular;
        source.authors = "Somebody";
        source.title = "A web article";
        source.year = 2020;
        CHECK(citation(source) == "A web article");
    }

    TEST_CASE("a value is shown with its attribute's decimals and unit") {
        Fact fact;
        Attribute attribute;
        Words words;
        attribute.decimals = 1;
        attribute.unit = "%";
        fact.value = 14.1;
        CHECK(shown_value(fact, attribute, words) == "14.1 %");
        fact.value = 60;
        CHECK(shown_value(fact, attribute, words) == "60.0 %");
        attribute.decimals = 0;
        attribute.unit = "";
        CHECK(shown_value(fact, attribute, words) == "60");
        for (const auto& [value, text] : {std::pair{999.0, "999"},
                                          {1000.0, "1,000"},
                                          {-2423.0, "−2,423"},
                                          {1234567.0, "1,234,567"},
                                          {-100.0, "−100"}}) {
            fact.value = value;
            CHECK(shown_value(fact, attribute, words) == text);
        }
        words.thousands = "’";
        attribute.decimals = 2;
        fact.value = 12345.5;
        CHECK(shown_value(fact, attribute, words) == "12’345.50");
    }

    TEST_CASE("numbers are written alike everywhere and zero has no sign") {
        CHECK(rounded(238.475, 2) == 238.48);
        CHECK(rounded(-2.5, 0) == -3.0);
        CHECK(with_decimals(-0.04, 1) == "0.0");
        CHECK(with_decimals(-0.06, 1) == "-0.1");
        CHECK(with_decimals(1234567.5, 2) == "1234567.50");
        CHECK(with_decimals(1e308, 6).size() == 316);
    }

    TEST_CASE("there are twelve shapes, all different") {
        auto names = shapes();
        CHECK(names.size() == 12);
        std::sort(names.begin(), names.end());
        CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
    }
}
