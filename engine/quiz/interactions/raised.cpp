#include "engine/quiz/interactions/raised.hpp"

#include <algorithm>
#include <numeric>

#include "engine/quiz/coding.hpp"

namespace chelate::quiz {

std::int64_t sum_of(const Raised& raised) {
    return std::accumulate(raised.hands.begin(), raised.hands.end(), std::int64_t{0});
}

bool fits(const Raised& raised, std::size_t options) {
    return raised.hands.size() == options && sum_of(raised) > 0 &&
           std::all_of(raised.hands.begin(), raised.hands.end(),
                       [](std::uint16_t hands) { return hands <= most_hands; });
}

void write(json::Writer& out, const Raised& response) {
    out.begin_array();
    for (const std::uint16_t hands : response.hands) out.integer(hands);
    out.end_array();
}

void read(const json::Value& value, Raised& response) {
    coding::each(value, [&](const json::Value& item) {
        response.hands.push_back(static_cast<std::uint16_t>(coding::whole(item, 0, most_hands)));
    });
}

} // namespace chelate::quiz
