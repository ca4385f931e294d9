#include "engine/content/authored/authored.hpp"

#include <algorithm>

namespace chelate::content {

std::string called(const KindRow& row) { return "a question of kind '" + std::string(row.name) + "'"; }

Authored blank(Writing writing) {
    switch (writing) {
    case Writing::choices: return Choices{};
    case Writing::statement: return Statement{};
    case Writing::items: return Items{};
    case Writing::pairs: return Pairs{};
    case Writing::groups: return Groups{};
    case Writing::quantity: return Quantity{};
    case Writing::texts: return Texts{};
    case Writing::verdict: return ClaimVerdict{};
    case Writing::nothing: return Nothing{};
    }
    return {};
}

bool has_wanted_count(const AuthoredReading& reading, std::string_view key, std::size_t count, std::string_view code,
                      std::string_view noun) {
    const KindRow& row = reading.row;
    if (count >= row.fewest && count <= row.most) return true;
    const std::string wanted = row.fewest == row.most ? std::to_string(row.most)
                                                      : std::to_string(row.fewest) + " to " + std::to_string(row.most);
    reading.reader.report(key, std::string(code),
                          called(row) + " has " + wanted + " " + std::string(noun) + ", not " + std::to_string(count));
    return false;
}

void report_equals(const AuthoredReading& reading, const std::vector<std::string>& folded_texts,
                   const std::vector<std::size_t>& offsets, std::string_view code, std::string_view message) {
    for (std::size_t i = 1; i < folded_texts.size(); ++i) {
        const auto before = folded_texts.begin() + static_cast<std::ptrdiff_t>(i);
        if (folded_texts[i].empty() || std::find(folded_texts.begin(), before, folded_texts[i]) == before) continue;
        reading.reader.report_at(offsets[i], std::string(code), std::string(message));
    }
}

} // namespace chelate::content
