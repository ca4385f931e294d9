// The kinds of template: what each draws from and which keys it has. Only this table lists them all.
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
    seen_in,
    predict,
    predict_value
};

/// What a template draws from.
enum class Draws : std::uint8_t {
    facts,            ///< askable numbers of one attribute over a group of subjects
    mechanisms,       ///< askable mechanisms
    claims,           ///< askable claims
    decided_claims,   ///< askable claims that are supported or contradicted
    supported_claims, ///< askable supported claims, in a pack with words for where a claim was seen
    models            ///< models: how one input changes one output
};

/// Names of {placeholders}; empty names at the end are unused.
using Placeholders = std::array<std::string_view, 5>;

/// What one kind of template draws from, and the keys it has.
struct TemplateRow {
    TemplateKind kind;
    std::string_view name;
    Draws draws;
    Placeholders prompt{};     ///< placeholders that the prompt may contain
    std::string_view needed{}; ///< the one that the prompt must contain; empty: none
    /// Facts and models: placeholders that the explanation may contain. Claims and mechanisms bring their own.
    Placeholders explanation{};
    std::size_t fewest = 0; ///< facts: smallest number of different values and of subjects
    bool most = false;      ///< has `most`: asks for the greatest (true) or the least
    bool count = false;     ///< has `count`: the number of items or choices
    bool labels = false;    ///< has `first_label` and `last_label`
    bool scale = false;     ///< may have `from`, `to` and `step`: all three or none
    bool option = false;    ///< has `option`, which contains {amount} and may contain {subject}
    bool unit = false;      ///< has `unit`
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
    TemplateRow{.kind = TemplateKind::predict,
                .name = "predict",
                .draws = Draws::models,
                .prompt = {"model", "input", "from", "to", "output"},
                .needed = "output",
                .explanation = {"input", "output", "before", "after"}},
    TemplateRow{.kind = TemplateKind::predict_value,
                .name = "predict-value",
                .draws = Draws::models,
                .prompt = {"model", "input", "from", "to", "output"},
                .needed = "output",
                .explanation = {"input", "output", "before", "after"}},
};

/// Returns whether the table lists each enumerator once and in order, as row_of needs.
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

/// Returns the row with this name, or null when there is none.
[[nodiscard]] constexpr const TemplateRow* template_row_named(std::string_view name) {
    for (const TemplateRow& row : template_kinds) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

} // namespace chelate::content
