// Reads a table of facts from a spreadsheet: one row a thing, one column an attribute. Writes it as files of a pack.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chelate::interop {

/// What is wrong with a cell. The sentence is made from the text `facts_table.<code>`.
struct TableProblem {
    std::size_t line = 1;  ///< 1-based line on which the row begins
    std::string column{};  ///< header of the column; empty: the whole row
    std::string code{};    ///< stable, kebab-case
    std::string detail{};  ///< a value for the sentence; may be empty
    std::string another{}; ///< a second value for the sentence; may be empty
    bool operator==(const TableProblem&) const = default;
};

struct TableThing {
    std::string id{};
    std::string name{};
};

struct TableAttribute {
    std::string id{};
    std::string name{};
    std::string unit{};     ///< empty: none
    bool is_number = true;  ///< false: its cells are texts, which no question asks for
    bool is_askable = true; ///< false: fewer than two different values, so there is nothing to compare
    int decimals = 0;
};

struct TableSource {
    std::string id{};
    std::string text{}; ///< as written in the table
};

/// A filled cell.
struct TableFact {
    std::size_t thing = 0;     ///< index into FactsTable::things
    std::size_t attribute = 0; ///< index into FactsTable::attributes
    std::size_t source = 0;    ///< index into FactsTable::sources
    std::optional<double> value{};
    std::optional<double> low{}; ///< a range has `low` and `high`
    std::optional<double> high{};
    std::string text{};
};

struct FactsTable {
    std::string group{}; ///< header of the first column, such as "planet"
    std::vector<TableThing> things{};
    std::vector<TableAttribute> attributes{};
    std::vector<TableSource> sources{};
    std::vector<TableFact> facts{};
    std::vector<TableProblem> problems{}; ///< in the order of the table; if there are any, the rest is incomplete
};

/// Reads a table. The first row names the columns: the things (or `id` and then the things), the attributes with their
/// unit in brackets, as in "Mass (kg)", and perhaps `source`. Empty cells are skipped. Numbers may be written as people
/// write them: "12,104", "57,9", "1.9 x 10^27", "5-10". What can be read in two ways is a problem, not a guess.
/// @param source  where values come from if their row does not say; empty: each row has to say
[[nodiscard]] FactsTable read_facts_table(std::string_view text, std::string_view source);

/// Returns the sources, subjects, attributes and facts as a file of a pack. @param topic  id of a topic
/// @pre the table has no problems
[[nodiscard]] std::string knowledge_file(const FactsTable& table, std::string_view topic);

/// Returns templates that ask about every askable attribute, and one round of them, as a file of a pack. Returns an
/// empty text when nothing can be asked. @param questions  how many the round asks
[[nodiscard]] std::string templates_file(const FactsTable& table, std::string_view topic, std::size_t questions);

} // namespace chelate::interop
