// Items as somebody lists them, with room for what a file lists and this program does not know.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/item_id.hpp"

namespace chelate {

/// A list of items in the order in which they were listed.
///
/// A list that was written down may hold a text that names no item of a known kind: a newer program wrote it, or
/// somebody changed the file. Such a text stays in its place, counts as an entry and is written again byte for byte, so
/// that nothing is lost and a journal or a recording stays what it was. It is no item: `contains` never finds it, so a
/// list of nothing else matches nothing, and as it is not empty it does not stand for everything either.
class ItemList {
public:
    ItemList() = default;
    ItemList(std::initializer_list<ItemId> items) : entries_(items.begin(), items.end()), items_(items) {}
    /// Implicit: a list made here is as good as one that was read.
    ItemList(const std::vector<ItemId>& items)
        : entries_(items.begin(), items.end()), items_(items.begin(), items.end()) {}

    /// Adds an item at the end.
    void add(ItemId item) {
        items_.insert(item);
        entries_.emplace_back(std::move(item));
    }
    /// Adds an entry at the end as it stands in a file: the item whose written form it is, else the text itself.
    void add_text(std::string_view text);
    /// Removes every entry.
    void clear() {
        entries_.clear();
        items_.clear();
    }

    /// Returns whether there is no entry, not even one that names no item.
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    /// Returns the number of entries, those included that name no item.
    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    /// Returns whether the item is among the entries.
    [[nodiscard]] bool contains(const ItemId& item) const { return items_.contains(item); }
    /// Returns whether any of the items is among the entries.
    [[nodiscard]] bool contains_any_of(const std::vector<ItemId>& items) const;
    /// Returns every entry as it is written, in order.
    [[nodiscard]] std::vector<std::string> texts() const;

    bool operator==(const ItemList&) const = default;

private:
    std::vector<std::variant<ItemId, std::string>> entries_; ///< a string: a text that names no item
    std::set<ItemId> items_;                                 ///< the items among the entries, for quick look-up
};

} // namespace chelate
