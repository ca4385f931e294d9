// The name of an item as a type: what memory is kept for, what totals count and what pools list.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chelate {

/// The kinds of items, in alphabetical order, so that items sort as their written forms do.
enum class ItemKind : std::uint8_t { claim, fact, mechanism, pair, prediction, question };

/// Names an item: a claim, fact or mechanism by its id, a pair of things that may be confused (see study::pair_item),
/// what a model predicts (see content::Prediction), or a question itself. Items compare by kind, then by the bytes of
/// the id, which is the order of their written forms.
///
/// The written form is "fact:ID". It is used in files, in the database and in reports; all other code passes on the
/// typed name.
struct ItemId {
    ItemKind kind = ItemKind::claim;
    std::string id{};

    /// Returns the item whose written form is `text`, or nothing. All that follows the first colon is the id, even when
    /// that is empty, so `parse` accepts whatever `to_text` returns and gives the same item back.
    [[nodiscard]] static std::optional<ItemId> parse(std::string_view text);
    /// Returns the written form.
    [[nodiscard]] std::string to_text() const;
    /// Returns what the written form has before the id: "fact:".
    [[nodiscard]] std::string_view prefix() const;

    auto operator<=>(const ItemId&) const = default;
    bool operator==(const ItemId&) const = default;
};

} // namespace chelate
