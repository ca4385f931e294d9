// Reads items in their right order.
#include "engine/base/text.hpp"
#include "engine/content/authored/authored.hpp"

namespace chelate::content {
bool read(const AuthoredReading& reading, Items& items) {
    std::vector<std::size_t> offsets;
    items.items = reading.reader.strings("items", true, &offsets);
    assign(items.first_label, reading.reader.optional_string("first_label", longest_label));
    assign(items.last_label, reading.reader.optional_string("last_label", longest_label));
    const auto list = reading.reader.array("items", false);
    if (list && !has_wanted_count(reading, "items", list->size(), "item-count", "items")) return true;
    std::vector<std::string> texts;
    for (const std::string& item : items.items) texts.push_back(folded(item));
    report_equals(reading, texts, offsets, "equal-items", "this item reads like one before it");
    return true;
}

} // namespace chelate::content
