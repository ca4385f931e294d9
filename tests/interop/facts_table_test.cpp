// Tests tables of facts: what people write in a spreadsheet, and what is refused by row and column.
#include "engine/interop/facts_table.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "engine/content/reader.hpp"

using namespace chelate;
using namespace chelate::interop;

namespace {

const std::string planets = "Planet,Mass (kg),Moons,Kind,Source\n"
                            "Mercury,3.3011E23,0,rock,NASA fact sheet\n"
                            "Venus,\"4.8675 x 10^24\",0,rock,NASA fact sheet\n"
                            "Earth,5.97237 \u00d7 10\u00b2\u2074,1,rock,\n"
                            "Jupiter,1.8982e27,95,gas,\n"
                            "Ceres,,0,,\n";

/// Returns "line column code detail another" of each problem.
std::vector<std::string> problems(const std::string& text, const std::string& source = "S") {
    std::vector<std::string> told;
    for (const TableProblem& problem : read_facts_table(text, source).problems) {
        told.push_back(std::to_string(problem.line) + ' ' + problem.column + ' ' + problem.code + ' ' + problem.detail +
                       (problem.another.empty() ? "" : ' ' + problem.another));
    }
    return told;
}
using Told = std::vector<std::string>;

/// Returns the value of the only fact of a table with this cell and these others in its column.
std::optional<double> value_of_cell(const std::string& cell, const std::string& other = "7") {
    const FactsTable table = read_facts_table("Thing;Size\na;" + cell + "\nb;" + other + "\n", "S");
    if (!table.problems.empty() || table.facts.size() != 2) return std::nullopt;
    return table.facts.front().value;
}

} // namespace

TEST_SUITE("interop/facts table") {
    TEST_CASE("a table of planets becomes things, attributes, sources and facts") {
        const FactsTable table = read_facts_table(planets, "My atlas");
        CHECK(table.problems.empty());
        CHECK(table.group == "planet");
        REQUIRE(table.things.size() == 5);
        CHECK(table.things[0].id == "mercury");
        REQUIRE(table.attributes.size() == 3);
        CHECK(table.attributes[0].name == "mass");
        CHECK(table.attributes[0].unit == "kg");
        CHECK(table.attributes[2].name == "kind");
        CHECK_FALSE(table.attributes[2].is_number);
        REQUIRE(table.sources.size() == 2);
        CHECK(table.sources[0].text == "NASA fact sheet");
        CHECK(table.sources[1].text == "My atlas");
        REQUIRE(table.facts.size() == 13); // empty cells are skipped
        CHECK(table.facts[3].value == 4.8675e24);
        CHECK(table.facts[6].value == 5.97237e24);
        CHECK(table.facts[6].source == 1);
        CHECK(table.facts[8].text == "rock");
    }

    TEST_CASE("the files of a table are a pack that is read without a problem") {
        const FactsTable table = read_facts_table(planets, "My atlas");
        std::string name = (std::filesystem::temp_directory_path() / "chelate-facts-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        const auto write = [&](const char* file, const std::string& text) {
            std::ofstream(std::filesystem::path(name) / file, std::ios::binary) << text;
        };
        write("facts.json", knowledge_file(table, "t"));
        write("questions.json", templates_file(table, "t", 4));
        write("pack.json", R"({"format": 1, "id": "p", "name": "P", "version": "1", "language": "en", "about": "A.",
            "disclaimer": "D.", "words": {"true": "T", "false": "F", "supported": "S", "mixed": "M", "weak": "W",
            "contradicted": "C", "traditional": "T"}, "topics": [{"id": "t", "name": "T"}],
            "files": ["facts.json", "questions.json"]})");
        const content::Reading reading = content::read_pack(name);
        for (const json::Problem& problem : reading.problems) MESSAGE(json::to_text(problem));
        CHECK(reading.problems.empty());
        REQUIRE(reading.pack);
        CHECK(reading.pack->facts.size() == 13);
        CHECK(reading.pack->templates.size() == 6); // none asks for the kind, which is a text
        CHECK(reading.pack->rounds.size() == 1);
        std::filesystem::remove_all(name);
    }

    TEST_CASE("numbers are read as people write them") {
        CHECK(value_of_cell("12 104") == 12104);
        CHECK(value_of_cell("12\u00a0104") == 12104);
        CHECK(value_of_cell("12'104") == 12104);
        CHECK(value_of_cell("1,234,567") == 1234567);
        CHECK(value_of_cell("1,234.5") == 1234.5);
        CHECK(value_of_cell("1.234,5") == 1234.5);
        CHECK(value_of_cell("57,9") == 57.9);
        CHECK(value_of_cell("0,125") == 0.125);
        CHECK(value_of_cell("12,104", "57,9") == 12.104);
        CHECK(value_of_cell("12,104", "57.9") == 12104);
        CHECK(value_of_cell("1.234", "57,9") == 1234);
        CHECK(value_of_cell("1.234") == 1.234);
        CHECK(value_of_cell("\u22125") == -5);
        CHECK(value_of_cell("-5") == -5);
        CHECK(value_of_cell("+5") == 5);
        CHECK(value_of_cell("007") == 7);
        CHECK(value_of_cell("2e-3") == 0.002);
        CHECK(value_of_cell("3 x 10^5") == 300000);
        CHECK(value_of_cell("10,00,000") == 1000000);
        CHECK(value_of_cell(".5") == 0.5);
        CHECK(value_of_cell("5%", "7%") == 5);
        CHECK(value_of_cell("464 \u00b0C", "3 \u00b0C") == 464);
    }

    TEST_CASE("a range becomes a low and a high value") {
        for (const char* range : {"5-10", "5 \u2013 10", "5 to 10"}) {
            const FactsTable table = read_facts_table("Thing;Size (m)\na;" + std::string(range) + " m\nb;3\n", "S");
            CAPTURE(range);
            REQUIRE(table.problems.empty());
            CHECK(table.facts[0].low == 5.0);
            CHECK(table.facts[0].high == 10.0);
            CHECK_FALSE(table.facts[0].value);
        }
    }

    TEST_CASE("what can be read in two ways is not guessed") {
        CHECK(problems("Thing;Size\na;12,104\nb;7\n") == Told{"2 Size two-readings 12104 12.104"});
    }

    TEST_CASE("each problem names its row and its column") {
        CHECK(problems("Thing,Size (m),Moons\na,5 km,1\nb,5,many\nc,6,2\n") ==
              Told{"2 Size (m) other-unit km m", "3 Moons no-number many"});
        CHECK(problems("Thing,Size\na,5\nA,6\n,7\n") == Told{"3  thing-twice A 2", "4  no-name "});
        CHECK(problems("Thing,Size\na,5\n", "") == Told{"2  no-source "});
        CHECK(problems("Thing,Size,size\na,5,6\n") == Told{"1 size column-twice "});
        CHECK(problems("Thing,Size,\na,5,6\n") == Told{"1  no-column-name 3"});
        CHECK(problems("Thing,Size\na,5,6\n") == Told{"2  too-many-cells 6"});
        CHECK(problems("Thing,Size\na,10-5\n") == Told{"2 Size empty-range 10-5"});
        CHECK(problems("Thing,Size\na,1e40\n") == Told{"2 Size no-such-size 1e40"});
        CHECK(problems("Thing,Size\na,1e-9\n") == Told{"2 Size no-such-size 1e-9"});
        CHECK(problems("Thing,Size\na,1e400\n") == Told{"2 Size no-such-size 1e400"});
        CHECK(problems("Thing,Size\na,1 00\nb,5\n") == Told{"2 Size no-number 1 00"});
        CHECK(problems("Thing\na\n") == Told{"1  no-attributes "});
        CHECK(problems("Thing,Size\n") == Told{"1  no-rows "});
        CHECK(problems("Thing,Size\na,\xFF\n") == Told{"2  not-utf8 "});
    }

    TEST_CASE("a column of ids may come first, and long names give ids that fit") {
        const FactsTable table = read_facts_table("id,Form,Share (%)\nmgo,magnesium oxide,60\n", "S");
        CHECK(table.things[0].id == "mgo");
        CHECK(table.things[0].name == "magnesium oxide");
        const std::string word = std::string(100, 'x');
        const FactsTable longer = read_facts_table("Thing," + word + "\n" + word + "a,1\n" + word + "b,2\n", "S");
        CHECK(longer.things[0].id != longer.things[1].id);
        CHECK(longer.things[0].id.size() + longer.attributes[0].id.size() < 80);
    }
}
