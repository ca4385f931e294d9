#include "engine/content/pack.hpp"

#include <algorithm>

namespace chelate::content {

bool Pack::is_basic(const TopicId& topic) const {
    return std::any_of(topics.begin(), topics.end(), [&](const Topic& t) { return t.id == topic && t.is_basic; });
}

const Round* Pack::find_round(const RoundId& id_wanted) const {
    const auto found = std::find_if(rounds.begin(), rounds.end(), [&](const Round& r) { return r.id == id_wanted; });
    return found == rounds.end() ? nullptr : &*found;
}

const std::vector<std::string>& shapes() {
    static const std::vector<std::string> names{"circle", "square",   "triangle", "diamond", "hexagon", "star",
                                                "cross",  "pentagon", "drop",     "shield",  "arch",    "capsule"};
    return names;
}

} // namespace chelate::content
