// Reads and writes the parts of a line in a journal or recording. Private to this module.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/base/units.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"
#include "engine/quiz/option.hpp"

namespace chelate::quiz {

void write(json::Writer& out, Fraction fraction);
void write(json::Writer& out, const Order& order);
void write(json::Writer& out, const std::vector<Option>& options);
/// Writes an image as a member of the object being written. Without an image it writes nothing, so that old recordings
/// keep their bytes.
void write_image(json::Writer& out, const content::Image& image);

template <class Tag>
void write(json::Writer& out, const std::vector<Id<Tag>>& ids) {
    out.begin_array();
    for (const auto& id : ids) out.string(id.value);
    out.end_array();
}

namespace coding {

/// What is wrong with a line. The readers below throw it; decoding a line turns it into a Result.
struct Broken {
    std::string reason;
};

inline constexpr std::int64_t any_low = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t any_high = std::numeric_limits<std::int64_t>::max();

// Each function throws Broken when the member is missing or has the wrong type or range. A text must be showable (see
// first_unshowable) and not excessively long, since it may come from anybody.
[[nodiscard]] json::Value member(const json::Value& object, std::string_view key);
[[nodiscard]] std::string text(const json::Value& value);
[[nodiscard]] std::string text(const json::Value& object, std::string_view key);
[[nodiscard]] std::string text_or_empty(const json::Value& object, std::string_view key);
[[nodiscard]] std::int64_t whole(const json::Value& value, std::int64_t low = any_low, std::int64_t high = any_high);
[[nodiscard]] std::int64_t whole(const json::Value& object, std::string_view key, std::int64_t low = any_low,
                                 std::int64_t high = any_high);
[[nodiscard]] std::uint8_t byte(const json::Value& value);
[[nodiscard]] std::uint8_t byte(const json::Value& object, std::string_view key);
[[nodiscard]] bool truth(const json::Value& object, std::string_view key);
[[nodiscard]] Order order(const json::Value& list);
[[nodiscard]] Fraction fraction(const json::Value& list);
[[nodiscard]] content::Image image(const json::Value& object);
[[nodiscard]] std::vector<Option> options(const json::Value& object, std::string_view key);

/// Calls `read` with each entry of a list.
template <class Read>
void each(const json::Value& list, Read read) {
    if (list.kind() != json::Kind::array) throw Broken{"a list is missing"};
    for (auto item = list.first(); item; item = item->next()) read(*item);
}

template <class Tag>
[[nodiscard]] std::vector<Id<Tag>> ids(const json::Value& object, std::string_view key) {
    std::vector<Id<Tag>> list;
    each(member(object, key), [&](const json::Value& item) { list.emplace_back(text(item)); });
    return list;
}

} // namespace coding
} // namespace chelate::quiz
