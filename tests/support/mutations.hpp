// Changes one value of a JSON text at a time, as somebody would who wants to do harm.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace chelate::test {

/// Values to put in the place of another: out of range, of another type, too long, not to be shown.
inline const std::vector<nlohmann::json>& values_of_harm() {
    static const std::vector<nlohmann::json> values{
        nullptr,
        true,
        -1,
        0,
        1,
        255,
        100'000,
        std::numeric_limits<std::int32_t>::max(),
        std::numeric_limits<std::int64_t>::max(),
        std::numeric_limits<std::int64_t>::min(),
        1e308,
        "",
        "x",
        "\x1b[31m",
        "one\ntwo",
        "\u202e",
        "18446744073709551615",
        std::string(300'000, 'a'),
        nlohmann::json::array(),
        nlohmann::json::array({0, 0}),
        nlohmann::json::object(),
    };
    return values;
}

/// Returns copies of a JSON text in each of which one value is replaced, missing, doubled, or swapped with its
/// neighbour.
inline std::vector<std::string> mutations_of(std::string_view line) {
    const nlohmann::json whole = nlohmann::json::parse(line);
    const nlohmann::json flat = whole.flatten();
    std::vector<std::string> all;
    const auto add = [&](const auto& change) {
        nlohmann::json changed = whole;
        change(changed);
        if (changed != whole) all.push_back(changed.dump());
    };
    std::vector<nlohmann::json::json_pointer> places;
    std::vector<nlohmann::json::json_pointer> parents;
    for (const auto& [name, value] : flat.items()) {
        nlohmann::json::json_pointer place(name);
        places.push_back(place);
        for (place = place.parent_pointer();; place = place.parent_pointer()) {
            if (std::find(parents.begin(), parents.end(), place) == parents.end()) parents.push_back(place);
            if (place.empty()) break;
        }
    }
    for (const auto& place : places) {
        for (const nlohmann::json& value : values_of_harm())
            add([&](nlohmann::json& changed) { changed[place] = value; });
    }
    for (const auto& place : parents) {
        const nlohmann::json& parent = whole[place];
        if (parent.is_object()) {
            for (auto member = parent.begin(); member != parent.end(); ++member) {
                add([&](nlohmann::json& changed) { changed[place].erase(member.key()); });
                const auto next = std::next(member);
                if (next != parent.end())
                    add([&](nlohmann::json& changed) {
                        std::swap(changed[place][member.key()], changed[place][next.key()]);
                    });
            }
        } else if (parent.is_array() && !parent.empty()) {
            add([&](nlohmann::json& changed) { changed[place].erase(0); });
            add([&](nlohmann::json& changed) { changed[place].push_back(parent[0]); });
            add([&](nlohmann::json& changed) { std::swap(changed[place][0], changed[place][parent.size() - 1]); });
            add([&](nlohmann::json& changed) {
                for (int i = 0; i < 100; ++i) changed[place].push_back(parent[0]);
            });
        }
    }
    return all;
}

} // namespace chelate::test
