// The kinds of question: the name of each and what an author writes for it. Only this table lists them all.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace chelate::content {

/// What a question asks. How it is answered follows from what the author writes for it.
enum class Kind : std::uint8_t {
    single,
    true_false,
    compare,
    order,
    multiple,
    match,
    sort,
    estimate,
    convert,
    typed,
    gap,
    broken_chain,
    claim_check,
    disagreement,
    tested_in,
    label,
    case_,
    odd_one_out,
    poll,
    card,
    point
};

/// What an author writes for a question, besides the prompt, the explanation and what it exercises.
enum class Writing : std::uint8_t { choices, statement, items, pairs, groups, quantity, texts, verdict, nothing };

struct KindRow {
    Kind kind;
    std::string_view name; ///< used in packs, journals, recordings and language files
    Writing writing;
    std::size_t fewest = 0;   ///< smallest number of choices, items, pairs or texts
    std::size_t most = 0;     ///< largest number of them
    bool of_subjects = false; ///< choices: each is a subject instead of a text
    bool several = false;     ///< choices: one or more are right instead of exactly one
    bool is_marked = true;    ///< false: it has no key and exercises nothing
    std::size_t panels = 0;   ///< smallest number of panels to look at before answering
    bool has_gap = false;     ///< the prompt contains a gap: three or more underscores
    bool on_picture = false;  ///< choices: each is a place on a picture
};

inline constexpr std::array kinds{
    KindRow{Kind::single, "single", Writing::choices, 2, 9},
    KindRow{Kind::true_false, "true-false", Writing::statement},
    KindRow{Kind::compare, "compare", Writing::choices, 2, 2, true},
    KindRow{Kind::order, "order", Writing::items, 3, 8},
    KindRow{.kind = Kind::multiple,
            .name = "multiple",
            .writing = Writing::choices,
            .fewest = 3,
            .most = 9,
            .several = true},
    KindRow{Kind::match, "match", Writing::pairs, 2, 6},
    KindRow{Kind::sort, "sort", Writing::groups, 3, 9},
    KindRow{Kind::estimate, "estimate", Writing::quantity},
    KindRow{Kind::convert, "convert", Writing::quantity},
    KindRow{Kind::typed, "typed", Writing::texts, 1, 20},
    KindRow{.kind = Kind::gap, .name = "gap", .writing = Writing::texts, .fewest = 1, .most = 20, .has_gap = true},
    KindRow{.kind = Kind::broken_chain,
            .name = "broken-chain",
            .writing = Writing::choices,
            .fewest = 2,
            .most = 9,
            .panels = 1},
    KindRow{Kind::claim_check, "claim-check", Writing::verdict},
    KindRow{.kind = Kind::disagreement,
            .name = "disagreement",
            .writing = Writing::choices,
            .fewest = 2,
            .most = 9,
            .panels = 2},
    KindRow{Kind::tested_in, "tested-in", Writing::choices, 2, 9},
    KindRow{.kind = Kind::label, .name = "label", .writing = Writing::choices, .fewest = 2, .most = 4, .panels = 1},
    KindRow{.kind = Kind::case_, .name = "case", .writing = Writing::choices, .fewest = 2, .most = 9, .panels = 1},
    KindRow{Kind::odd_one_out, "odd-one-out", Writing::choices, 3, 9},
    KindRow{
        .kind = Kind::poll, .name = "poll", .writing = Writing::choices, .fewest = 2, .most = 9, .is_marked = false},
    KindRow{.kind = Kind::card, .name = "card", .writing = Writing::nothing, .is_marked = false},
    KindRow{
        .kind = Kind::point, .name = "point", .writing = Writing::choices, .fewest = 2, .most = 9, .on_picture = true},
};

/// Returns whether the table lists each enumerator once and in order, as row_of needs.
constexpr bool rows_in_order() {
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (kinds[i].kind != static_cast<Kind>(i)) return false;
    }
    return true;
}
static_assert(rows_in_order());

[[nodiscard]] constexpr const KindRow& row_of(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }

/// Returns the row with this name, or null when there is none.
[[nodiscard]] constexpr const KindRow* row_named(std::string_view name) {
    for (const KindRow& row : kinds) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

} // namespace chelate::content
