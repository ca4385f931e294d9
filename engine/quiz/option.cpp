#include "engine/quiz/option.hpp"

#include <algorithm>
#include <cassert>

namespace chelate::quiz {

bool each_once(const Order& positions, std::size_t count) {
    if (positions.size() != count) return false;
    std::uint64_t met = 0;
    for (const std::uint8_t position : positions) {
        if (position >= count || (met >> position & 1U) != 0) return false;
        met |= std::uint64_t{1} << position;
    }
    return true;
}

std::uint8_t position_of(std::uint8_t option, const Order& display_order) {
    const auto found = std::find(display_order.begin(), display_order.end(), option);
    assert(found != display_order.end());
    return static_cast<std::uint8_t>(found - display_order.begin());
}

std::vector<OptionView> seen(const std::vector<Option>& options, const Order& display_order) {
    std::vector<OptionView> views;
    views.reserve(display_order.size());
    for (const std::uint8_t option : display_order)
        views.push_back({options[option].text, options[option].subject, options[option].image});
    return views;
}

} // namespace chelate::quiz
