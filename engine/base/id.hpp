// Gives content ids their own types, so that a source id cannot be passed to a function that expects a fact id.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace chelate {

/// A stable, lowercase name chosen by an author ("subject/attribute"). It is never an index or a display text.
/// An empty id means "none".
template <class Tag>
struct Id {
    std::string value;

    Id() = default;
    explicit Id(std::string text) : value(std::move(text)) {}

    [[nodiscard]] bool empty() const { return value.empty(); }
    auto operator<=>(const Id&) const = default;
    bool operator==(const Id&) const = default;
};

} // namespace chelate

template <class Tag>
struct std::hash<chelate::Id<Tag>> {
    std::size_t operator()(const chelate::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.value); }
};
