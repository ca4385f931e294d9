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

std::uint8_t position_of(std::uint8_t option, const Order& shown) {
    const auto found = std::find(shown.begin(), shown.end(), option);
    assert(found != shown.end());
    return static_cast<std::uint8_t>(found - shown.begin());
}

std::vector<OptionView> seen(const std::vector<Option>& options, const Order& shown) {
    std::vector<OptionView> views;
    views.reserve(shown.size());
    for (const std::uint8_t option : shown) views.push_back({options[option].text, options[option].subject});
    return views;
}

} // namespace chelate::quiz
