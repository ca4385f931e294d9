#include "engine/base/item_list.hpp"

#include <algorithm>

namespace chelate {

void ItemList::add_text(std::string_view text) {
    if (auto item = ItemId::parse(text)) add(std::move(*item));
    else entries_.emplace_back(std::string(text));
}

bool ItemList::contains_any_of(const std::vector<ItemId>& items) const {
    return std::any_of(items.begin(), items.end(), [&](const ItemId& item) { return contains(item); });
}

std::vector<std::string> ItemList::texts() const {
    std::vector<std::string> texts;
    texts.reserve(entries_.size());
    for (const auto& entry : entries_) {
        const auto* known = std::get_if<ItemId>(&entry);
        texts.push_back(known != nullptr ? known->to_text() : std::get<std::string>(entry));
    }
    return texts;
}

} // namespace chelate
