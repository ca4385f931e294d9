// The kinds of question: how each is called and what an author writes for one. This table alone knows them all.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace chelate::content {

/// A kind is what is asked; how it is answered follows from what is written for it.
enum class Kind : std::uint8_t { single, true_false, compare, order };

/// What an author writes for a question, besides prompt, explanation and what it exercises.
enum class Writing : std::uint8_t { choices, statement, items };

struct KindRow {
    Kind kind;
    std::string_view name;     ///< in packs, journals, recordings and language files
    Writing writing;
    std::size_t fewest = 0;    ///< choices or items
    std::size_t most = 0;
    bool of_subjects = false;  ///< choices: each is a subject, not a text
};

inline constexpr std::array kinds{
    KindRow{Kind::single, "single", Writing::choices, 2, 9},
    KindRow{Kind::true_false, "true-false", Writing::statement},
    KindRow{Kind::compare, "compare", Writing::choices, 2, 2, true},
    KindRow{Kind::order, "order", Writing::items, 3, 8},
};

/// Whether the table stands in the order of the enumerators, each once.
constexpr bool rows_in_order() {
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (kinds[i].kind != static_cast<Kind>(i)) return false;
    }
    return true;
}
static_assert(rows_in_order());

[[nodiscard]] constexpr const KindRow& row_of(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }

/// The row of that name; null when there is none.
[[nodiscard]] constexpr const KindRow* row_named(std::string_view name) {
    for (const KindRow& row : kinds) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

} // namespace chelate::content
