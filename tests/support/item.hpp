// Items for tests by their written form, which is the shortest way to say one.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/item_id.hpp"

namespace chelate::test {

/// The item of a written form: item("fact:x"). Throws when it is none.
inline ItemId item(std::string_view text) {
    if (auto read = ItemId::parse(text)) return std::move(*read);
    throw std::invalid_argument("no item: " + std::string(text));
}

} // namespace chelate::test
