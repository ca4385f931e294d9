// Tests plural rules with those of Unicode CLDR.
#include "engine/text/plural_rules.hpp"

#include <limits>

#include <doctest/doctest.h>

using namespace chelate::text;

namespace {

constexpr auto most = std::numeric_limits<std::int64_t>::max();

PluralRules rules(const std::vector<std::pair<PluralForm, std::string_view>>& list) {
    PluralRules made;
    for (const auto& [form, rule] : list) REQUIRE_MESSAGE(made.set(form, rule), rule);
    return made;
}

void check(const PluralRules& language, PluralForm form, const std::vector<std::int64_t>& counts) {
    for (const std::int64_t count : counts) {
        CAPTURE(count);
        CHECK(language.form_for(count) == form);
    }
}

} // namespace

TEST_SUITE("text/plural_rules") {
    TEST_CASE("without rules every number has the form `other`") {
        check({}, PluralForm::other, {0, 1, 2, -1, most});
        CHECK(PluralRules().uses(PluralForm::other));
        CHECK_FALSE(PluralRules().uses(PluralForm::one));
    }

    TEST_CASE("English and German") {
        const auto english = rules({{PluralForm::one, "i = 1 and v = 0 @integer 1"}});
        check(english, PluralForm::one, {1, -1});
        check(english, PluralForm::other, {0, 2, 11, 101, most, std::numeric_limits<std::int64_t>::min()});
        CHECK(english.uses(PluralForm::one));
        CHECK_FALSE(english.uses(PluralForm::few));
    }

    TEST_CASE("Polish") {
        const auto polish =
            rules({{PluralForm::one, "i = 1 and v = 0"},
                   {PluralForm::few, "v = 0 and i % 10 = 2..4 and i % 100 != 12..14"},
                   {PluralForm::many, "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or "
                                      "v = 0 and i % 100 = 12..14"}});
        check(polish, PluralForm::one, {1});
        check(polish, PluralForm::few, {2, 3, 4, 22, 104, 1002});
        check(polish, PluralForm::many, {0, 5, 11, 12, 13, 14, 21, 112, 1000});
    }

    TEST_CASE("Arabic") {
        const auto arabic = rules({{PluralForm::zero, "n = 0"},
                                   {PluralForm::one, "n = 1"},
                                   {PluralForm::two, "n = 2"},
                                   {PluralForm::few, "n % 100 = 3..10"},
                                   {PluralForm::many, "n % 100 = 11..99"}});
        check(arabic, PluralForm::zero, {0});
        check(arabic, PluralForm::one, {1});
        check(arabic, PluralForm::two, {2});
        check(arabic, PluralForm::few, {3, 10, 103, 1010});
        check(arabic, PluralForm::many, {11, 99, 111});
        check(arabic, PluralForm::other, {100, 101, 102, 1000});
    }

    TEST_CASE("French and Latvian: what is said of fractions and exponents is false or true for a whole number") {
        const auto french = rules({{PluralForm::one, "i = 0,1"},
                                   {PluralForm::many, "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5"}});
        check(french, PluralForm::one, {0, 1});
        check(french, PluralForm::many, {1'000'000, 7'000'000});
        check(french, PluralForm::other, {2, 999'999, 1'000'001});
        const auto latvian =
            rules({{PluralForm::zero, "n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19"},
                   {PluralForm::one,
                    "n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % "
                    "10 = 1"}});
        check(latvian, PluralForm::zero, {0, 10, 11, 19, 20, 111});
        check(latvian, PluralForm::one, {1, 21, 101});
        check(latvian, PluralForm::other, {2, 9, 22});
    }

    TEST_CASE("what is no rule is refused and changes nothing") {
        PluralRules some;
        REQUIRE(some.set(PluralForm::one, "n=1"));
        for (const char* rule : {"", "@integer 1", "n", "n =", "n = x", "x = 1", "n % 0 = 1", "n % = 1", "n = 1 and",
                                 "n = 1 or", "n = 1..", "n = 1,", "n is 1", "n = 1 n = 2", "n = 99999999999999999999"})
            CHECK_FALSE_MESSAGE(some.set(PluralForm::one, rule), rule);
        check(some, PluralForm::one, {1});
    }
}
