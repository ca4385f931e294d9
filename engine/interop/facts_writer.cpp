// Writes a table of facts as files of a pack, laid out for people: one item a line.
#include <algorithm>
#include <set>

#include "engine/base/text.hpp"
#include "engine/interop/facts_table.hpp"
#include "engine/json/writer.hpp"

namespace chelate::interop {
namespace {

constexpr std::size_t longest_short = 60; ///< code points of a name where there is little space

/// Returns a list of a pack file: its key and its items, one a line.
std::string list_of_items(std::string_view key, const std::vector<std::string>& items) {
    std::string text = "  \"" + std::string(key) + "\": [";
    for (const std::string& item : items) text += (&item == &items.front() ? "\n    " : ",\n    ") + item;
    return text + (items.empty() ? "]" : "\n  ]");
}

/// Returns a file with lists. @param lists  each from list_of_items
std::string file_of(const std::vector<std::string>& lists) {
    std::string text = "{\n";
    for (const std::string& list : lists) text += (&list == &lists.front() ? "" : ",\n") + list;
    return text + "\n}\n";
}

/// Returns a name that fits where there is little space.
std::string short_name(const std::string& name) {
    std::string shown = name;
    for (std::size_t most = longest_short - 1; code_points(shown) > longest_short; most /= 2)
        shown = shortened(name, most);
    return shown;
}

std::string fact_line(const FactsTable& table, const TableFact& fact, std::string_view topic) {
    const TableThing& thing = table.things[fact.thing];
    const TableAttribute& attribute = table.attributes[fact.attribute];
    json::Writer line;
    line.begin_object().member("id", thing.id + '.' + attribute.id);
    line.member("subject", thing.id).member("attribute", attribute.id).member("topic", topic);
    if (fact.value) line.key("value").number(*fact.value);
    if (fact.low) line.key("low").number(*fact.low).key("high").number(*fact.high);
    if (!fact.text.empty()) line.member("text", fact.text);
    if (fact.value && attribute.is_askable) line.member("askable", true);
    line.key("sources").begin_array().string(table.sources[fact.source].id).end_array();
    return line.end_object().take();
}

/// Returns a template of facts with the keys that all of them have.
json::Writer begin_template(const FactsTable& table, const TableAttribute& attribute, const std::string& kind,
                            const std::string& prompt, std::string_view topic) {
    json::Writer line;
    line.begin_object().member("id", attribute.id + '/' + kind).member("kind", kind).member("topic", topic);
    line.member("prompt", prompt).member("attribute", attribute.id).member("group", table.group);
    return line;
}

} // namespace

std::string knowledge_file(const FactsTable& table, std::string_view topic) {
    std::vector<std::string> sources;
    for (const TableSource& source : table.sources) {
        json::Writer line;
        line.begin_object().member("id", source.id).member("kind", "reference").member("authors", source.text);
        sources.push_back(line.member("checked", "abstract").end_object().take());
    }
    std::vector<std::string> subjects;
    for (const TableThing& thing : table.things) {
        json::Writer line;
        line.begin_object().member("id", thing.id).member("group", table.group).member("name", thing.name);
        subjects.push_back(line.member("short", short_name(thing.name)).end_object().take());
    }
    std::vector<std::string> attributes;
    for (const TableAttribute& attribute : table.attributes) {
        json::Writer line;
        line.begin_object().member("id", attribute.id).member("name", attribute.name);
        if (!attribute.unit.empty()) line.member("unit", attribute.unit);
        line.member("type", attribute.is_number ? "number" : "text");
        if (attribute.decimals > 0) line.member("decimals", attribute.decimals);
        attributes.push_back(line.end_object().take());
    }
    std::vector<std::string> facts;
    for (const TableFact& fact : table.facts) facts.push_back(fact_line(table, fact, topic));
    return file_of({list_of_items("sources", sources), list_of_items("subjects", subjects),
                    list_of_items("attributes", attributes), list_of_items("facts", facts)});
}

std::string templates_file(const FactsTable& table, std::string_view topic, std::size_t questions) {
    std::vector<std::string> templates;
    json::Writer round;
    round.begin_object().member("id", "all").member("name", "All facts").member("about", "Questions on every column.");
    round.member("count", static_cast<std::int64_t>(questions)).key("templates").begin_array();
    for (std::size_t i = 0; i < table.attributes.size(); ++i) {
        const TableAttribute& attribute = table.attributes[i];
        if (!attribute.is_askable) continue;
        std::set<double> values;
        for (const TableFact& fact : table.facts) {
            if (fact.attribute == i && fact.value) values.insert(*fact.value);
        }
        const auto count = static_cast<std::int64_t>(std::min<std::size_t>(4, values.size()));
        const auto add = [&](const std::string& kind, json::Writer line) {
            templates.push_back(line.end_object().take());
            round.string(attribute.id + '/' + kind);
        };
        json::Writer compare = begin_template(
            table, attribute, "compare", "Which has the larger value of " + attribute.name + ": {a} or {b}?", topic);
        compare.member("most", true).member("explanation", "{winner}: {winner_value}, {loser}: {loser_value}.");
        add("compare", std::move(compare));
        json::Writer which = begin_template(table, attribute, "subject-for-value",
                                            "Which has this " + attribute.name + ": {value}?", topic);
        which.member("count", count).member("explanation", "{subject}: {value}.");
        add("subject-for-value", std::move(which));
        if (values.size() < 3) continue;
        json::Writer order =
            begin_template(table, attribute, "order", "Put these in order of " + attribute.name + ".", topic);
        order.member("count", count).member("most", false);
        order.member("first_label", "least").member("last_label", "most").member("explanation", "{ranking}.");
        add("order", std::move(order));
    }
    if (templates.empty()) return {};
    return file_of(
        {list_of_items("templates", templates), list_of_items("rounds", {round.end_array().end_object().take()})});
}

} // namespace chelate::interop
