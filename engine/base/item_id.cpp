#include "engine/base/item_id.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace chelate {
namespace {

/// By ItemKind.
constexpr std::array<std::string_view, 6> prefixes{
    "claim:", "fact:", "mechanism:", "pair:", "prediction:", "question:"};
static_assert(std::is_sorted(prefixes.begin(), prefixes.end()));
static_assert(prefixes.size() == static_cast<std::size_t>(ItemKind::question) + 1);

} // namespace

std::optional<ItemId> ItemId::parse(std::string_view text) {
    for (std::size_t kind = 0; kind < prefixes.size(); ++kind) {
        if (text.starts_with(prefixes[kind]))
            return ItemId{static_cast<ItemKind>(kind), std::string(text.substr(prefixes[kind].size()))};
    }
    return std::nullopt;
}

std::string ItemId::to_text() const {
    std::string text;
    text.reserve(prefix().size() + id.size());
    text.append(prefix()).append(id);
    return text;
}

std::string_view ItemId::prefix() const { return prefixes[static_cast<std::size_t>(kind)]; }

} // namespace chelate
