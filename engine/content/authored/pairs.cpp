// Reads pairs of an item and its target, and groups with their items.
#include <algorithm>

#include "engine/base/text.hpp"
#include "engine/content/authored/authored.hpp"

namespace chelate::content {
namespace {

constexpr std::size_t longest_card = 120;
constexpr std::size_t most_targets = 9; ///< one for each digit key
constexpr std::size_t fewest_groups = 2;
constexpr std::size_t most_groups = 5;

bool read_pair(const AuthoredReading& reading, const json::Value& value, Pairs& pairs) {
    json::ObjectReader reader(reading.document, value, "a pair", reading.draft.problems);
    Pair pair;
    assign(pair.item, reader.string("item", longest_card));
    assign(pair.target, reader.string("target", longest_card));
    read_reserved(reader);
    reader.finish();
    pairs.pairs.push_back(std::move(pair));
    return reader.ok();
}

bool read_group(const AuthoredReading& reading, const json::Value& value, Groups& groups) {
    json::ObjectReader reader(reading.document, value, "a group", reading.draft.problems);
    Group group;
    assign(group.name, reader.string("name", longest_card));
    group.items = reader.strings("items", true);
    read_reserved(reader);
    reader.finish();
    groups.groups.push_back(std::move(group));
    return reader.ok();
}

} // namespace

bool read(const AuthoredReading& reading, Pairs& pairs) {
    bool sound = true;
    std::vector<std::size_t> extra_offsets;
    pairs.extra = reading.reader.strings("extra", false, &extra_offsets);
    const auto list = reading.reader.array("pairs", true);
    if (!list || !has_wanted_count(reading, "pairs", list->size(), "pair-count", "pairs")) return true;
    std::vector<std::size_t> offsets;
    std::vector<std::string> items;
    std::vector<std::string> targets;
    for (auto value = list->first(); value; value = value->next()) {
        sound = read_pair(reading, *value, pairs) && sound;
        offsets.push_back(value->offset());
        items.push_back(folded(pairs.pairs.back().item));
        targets.push_back(folded(pairs.pairs.back().target));
    }
    report_equals(reading, items, offsets, "equal-items", "this item reads like one before it");
    offsets.insert(offsets.end(), extra_offsets.begin(), extra_offsets.end());
    for (const std::string& extra : pairs.extra) targets.push_back(folded(extra));
    report_equals(reading, targets, offsets, "equal-targets", "this target reads like one before it");
    if (targets.size() > most_targets)
        reading.reader.report("extra", "pair-count", "there are at most 9 targets, a digit each");
    return sound;
}

bool read(const AuthoredReading& reading, Groups& groups) {
    const auto list = reading.reader.array("groups", true);
    if (!list) return true;
    if (list->size() < fewest_groups || list->size() > most_groups) {
        reading.reader.report("groups", "group-count",
                              called(reading.row) + " has 2 to 5 groups, not " + std::to_string(list->size()));
        return true;
    }
    bool sound = true;
    std::vector<std::size_t> offsets;
    std::vector<std::string> names;
    std::vector<std::string> items;
    std::vector<std::size_t> item_offsets;
    for (auto value = list->first(); value; value = value->next()) {
        sound = read_group(reading, *value, groups) && sound;
        offsets.push_back(value->offset());
        names.push_back(folded(groups.groups.back().name));
        for (const std::string& item : groups.groups.back().items) {
            items.push_back(folded(item));
            item_offsets.push_back(value->offset());
        }
    }
    report_equals(reading, names, offsets, "equal-targets", "this group is called like one before it");
    report_equals(reading, items, item_offsets, "equal-items", "an item of this group reads like one before it");
    (void)has_wanted_count(reading, "groups", items.size(), "item-count", "items in all");
    return sound;
}

} // namespace chelate::content
