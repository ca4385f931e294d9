#include "engine/content/chemistry.hpp"

#include <doctest/doctest.h>

#include "engine/content/draft.hpp"

using namespace chelate;
using namespace chelate::content;

TEST_SUITE("content/chemistry") {
    TEST_CASE("molar masses and mass shares of magnesium compounds agree with the dossier") {
        struct Row {
            std::string_view formula;
            std::string_view grams_per_mole;
            std::string_view percent; ///< magnesium by mass, to one decimal
        };
        const Row rows[] = {
            {"Mg(C2H4NO2)2", "172.42", "14.1"},
            {"Mg3(C6H5O7)2", "451.11", "16.2"},
            {"MgO", "40.30", "60.3"},
            {"Mg(C4H7O5)2", "294.50", "8.3"},
            {"MgC4H4O5", "156.38", "15.5"},
            {"MgCl2.6H2O", "203.30", "12.0"},
            {"Mg(C2H6NO3S)2", "272.57", "8.9"},
            {"MgSO4.7H2O", "246.47", "9.9"},
            {"Mg(C3H5O3)2.2H2O", "238.48", "10.2"},
            {"Mg(C4H6NO4)2", "288.50", "8.4"},
            {"MgCO3", "84.31", "28.8"},
            {"Mg(OH)2", "58.32", "41.7"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.formula);
            CHECK(with_decimals(rounded(molar_mass(row.formula).value(), 2), 2) == row.grams_per_mole);
            CHECK(with_decimals(rounded(mass_share(row.formula, "Mg").value(), 1), 1) == row.percent);
        }
        CHECK(with_decimals(mass_share("Mg3(C6H5O7)2", "Mg").value(), 2) == "16.16");
        CHECK(with_decimals(mass_share("Mg(C4H7O5)2", "Mg").value(), 2) == "8.25");
    }

    TEST_CASE("counts, brackets and hydrates multiply as they are read") {
        CHECK(molar_mass("H").value() == doctest::Approx(1.008));
        CHECK(molar_mass("2H2O").value() == doctest::Approx(2 * 18.015));
        CHECK(molar_mass("Ca3(PO4)2").value() == doctest::Approx(310.174));
        CHECK(molar_mass("((H2O)2)3").value() == doctest::Approx(6 * 18.015));
        CHECK(molar_mass("MgSO4\u00b77H2O").value() == molar_mass("MgSO4.7H2O").value());
        CHECK(molar_mass("Co").value() != molar_mass("CO").value());
        CHECK(mass_share("MgO", "Ca").value() == 0.0);
        CHECK(mass_share("H2O", "H").value() + mass_share("H2O", "O").value() == doctest::Approx(100.0));
    }

    TEST_CASE("what is no formula is refused at its character") {
        struct Row {
            std::string_view formula;
            std::string_view position;
        };
        const Row rows[] = {
            {"", "1"},       {"mg", "1"},       {"Mg(", "4"},  {"Mg(OH", "6"},
            {"Mg)", "3"},    {"Mg()", "4"},     {"Mg O", "3"}, {"MgO.", "5"},
            {".MgO", "1"},   {"MgO..H2O", "5"}, {"Mg0", "3"},  {"Mg01", "3"},
            {"H12345", "6"}, {"Mg2+", "4"},     {"2", "2"},    {"((((((((((H))))))))))", "9"},
        };
        for (const Row& row : rows) {
            CAPTURE(row.formula);
            const auto mass = molar_mass(row.formula);
            REQUIRE_FALSE(mass.has_value());
            CHECK(mass.error() ==
                  Error{"formula-syntax",
                        {{"formula", std::string(row.formula)}, {"position", std::string(row.position)}}});
        }
    }

    TEST_CASE("an element without a standard atomic weight is unknown") {
        for (const char* formula : {"Xx", "Tc", "MgQ", "Pox"}) {
            CAPTURE(formula);
            const auto mass = molar_mass(formula);
            REQUIRE_FALSE(mass.has_value());
            CHECK(mass.error().code == "unknown-element");
        }
        CHECK(mass_share("MgO", "Zz").error() == Error{"unknown-element", {{"formula", "MgO"}, {"element", "Zz"}}});
        CHECK(mass_share("MgO", "").error().code == "unknown-element");
    }
}
