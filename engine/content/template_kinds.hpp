// The kinds of template: what each draws from and what its author may write. This table alone knows them all.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace chelate::content {

enum class TemplateKind : std::uint8_t {
    compare,
    order,
    chain,
    verdict,
    true_false,
    subject_for_value,
    select_over,
    sort_by,
    odd_one_out,
    match_values,
    estimate,
    name_for_value,
    label,
    convert,
    swapped_steps,
    missing_step,
    seen_in
};

/// What a template draws from.
enum class Draws : std::uint8_t {
    facts,           ///< askable numbers of one attribute over a group of subjects
    mechanisms,      ///< askable mechanisms
    claims,          ///< askable claims
    decided_claims,  ///< askable claims that are supported or contradicted
    supported_claims ///< askable claims that are supported, in a pack that has words for what they rest on
};

/// Names of {placeholders}; the empty ones at the end are none.
using Placeholders = std::array<std::string_view, 4>;

struct TemplateRow {
    TemplateKind kind;
    std::string_view name;
    Draws draws;
    Placeholders prompt{};      ///< those a prompt may hold
    std::string_view needed{};  ///< the one it must hold; empty: none
    Placeholders explanation{}; ///< facts: those the explanation may hold; the others bring their own explanation
    std::size_t fewest = 0;     ///< facts: so many different values there must be
    bool most = false;          ///< has `most`: the greatest, or the least
    bool count = false;         ///< has `count`: items or choices
    bool labels = false;        ///< has `first_label` and `last_label`
    bool scale = false;         ///< has `from`, `to` and `step`
    bool option = false;        ///< has `option`, which holds {amount} and {subject}
    bool unit = false;          ///< has `unit`
};

inline constexpr std::array template_kinds{
    TemplateRow{.kind = TemplateKind::compare,
                .name = "compare",
                .draws = Draws::facts,
                .prompt = {"a", "b"},
                .explanation = {"winner", "winner_value", "loser", "loser_value"},
                .fewest = 2,
                .most = true},
    TemplateRow{.kind = TemplateKind::order,
                .name = "order",
                .draws = Draws::facts,
                .explanation = {"ranking"},
                .fewest = 3,
                .most = true,
                .count = true,
                .labels = true},
    TemplateRow{.kind = TemplateKind::chain,
                .name = "chain",
                .draws = Draws::mechanisms,
                .prompt = {"mechanism"},
                .needed = "mechanism",
                .count = true,
                .labels = true},
    TemplateRow{.kind = TemplateKind::verdict,
                .name = "verdict",
                .draws = Draws::claims,
                .prompt = {"statement"},
                .needed = "statement"},
    TemplateRow{.kind = TemplateKind::true_false,
                .name = "true-false",
                .draws = Draws::decided_claims,
                .prompt = {"statement"},
                .needed = "statement"},
    TemplateRow{.kind = TemplateKind::subject_for_value,
                .name = "subject-for-value",
                .draws = Draws::facts,
                .prompt = {"value", "of"},
                .needed = "value",
                .explanation = {"subject", "value", "of"},
                .fewest = 2,
                .count = true},
    TemplateRow{.kind = TemplateKind::select_over,
                .name = "select-over",
                .draws = Draws::facts,
                .prompt = {"threshold"},
                .needed = "threshold",
                .explanation = {"ranking"},
                .fewest = 3,
                .most = true,
                .count = true},
    TemplateRow{.kind = TemplateKind::sort_by,
                .name = "sort-by",
                .draws = Draws::facts,
                .prompt = {"threshold"},
                .explanation = {"ranking"},
                .fewest = 3,
                .count = true,
                .labels = true},
    TemplateRow{.kind = TemplateKind::odd_one_out,
                .name = "odd-one-out",
                .draws = Draws::facts,
                .prompt = {"threshold"},
                .needed = "threshold",
                .explanation = {"ranking"},
                .fewest = 3,
                .most = true,
                .count = true},
    TemplateRow{.kind = TemplateKind::match_values,
                .name = "match-values",
                .draws = Draws::facts,
                .explanation = {"ranking"},
                .fewest = 3,
                .count = true},
    TemplateRow{.kind = TemplateKind::estimate,
                .name = "estimate",
                .draws = Draws::facts,
                .prompt = {"subject", "of"},
                .needed = "subject",
                .explanation = {"subject", "value", "of"},
                .fewest = 1,
                .scale = true},
    TemplateRow{.kind = TemplateKind::name_for_value,
                .name = "name-for-value",
                .draws = Draws::facts,
                .prompt = {"value", "of"},
                .needed = "value",
                .explanation = {"subject", "value", "of"},
                .fewest = 2},
    TemplateRow{.kind = TemplateKind::label,
                .name = "label",
                .draws = Draws::facts,
                .explanation = {"winner", "winner_value", "loser", "loser_value"},
                .fewest = 2,
                .option = true},
    TemplateRow{.kind = TemplateKind::convert,
                .name = "convert",
                .draws = Draws::facts,
                .prompt = {"subject", "value", "amount"},
                .needed = "amount",
                .explanation = {"subject", "value", "amount", "result"},
                .fewest = 1,
                .unit = true},
    TemplateRow{.kind = TemplateKind::swapped_steps,
                .name = "swapped-steps",
                .draws = Draws::mechanisms,
                .prompt = {"mechanism"},
                .needed = "mechanism",
                .count = true},
    TemplateRow{.kind = TemplateKind::missing_step,
                .name = "missing-step",
                .draws = Draws::mechanisms,
                .prompt = {"mechanism", "step"},
                .needed = "step",
                .count = true},
    TemplateRow{.kind = TemplateKind::seen_in,
                .name = "seen-in",
                .draws = Draws::supported_claims,
                .prompt = {"statement"},
                .needed = "statement"},
};

/// Whether the table stands in the order of the enumerators, each once.
constexpr bool template_rows_in_order() {
    for (std::size_t i = 0; i < template_kinds.size(); ++i) {
        if (template_kinds[i].kind != static_cast<TemplateKind>(i)) return false;
    }
    return true;
}
static_assert(template_rows_in_order());

[[nodiscard]] constexpr const TemplateRow& row_of(TemplateKind kind) {
    return template_kinds[static_cast<std::size_t>(kind)];
}

/// The row of that name; null when there is none.
[[nodiscard]] constexpr const TemplateRow* template_row_named(std::string_view name) {
    for (const TemplateRow& row : template_kinds) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

} // namespace chelate::content
