#include "game/lint/rounds.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "engine/quiz/maker.hpp"

namespace chelate::lint {

namespace {

constexpr std::uint64_t seeds_for_length = 8; ///< draws from which the length of a round is told

} // namespace

std::vector<Finding> round_findings(const content::Pack& pack) {
    std::vector<Finding> found;
    for (const content::Round& round : pack.rounds) {
        if (round.minutes > 0) continue; // its end is a matter of time
        const auto maker = quiz::QuestionMaker::make(pack, round, 0);
        if (!maker) continue;
        std::size_t fewest = std::numeric_limits<std::size_t>::max();
        std::size_t most = 0;
        for (std::uint64_t seed = 0; seed < seeds_for_length; ++seed) {
            const std::size_t length = maker->with_seed(seed).different();
            fewest = std::min(fewest, length);
            most = std::max(most, length);
        }
        const auto count = static_cast<std::size_t>(round.count);
        if (fewest >= count) continue;
        most = std::min(most, count);
        const std::string range = fewest == most ? "" : "–" + std::to_string(most);
        found.push_back({.kind = "round",
                         .id = round.id.value,
                         .code = "short-round",
                         .detail = std::to_string(fewest) + range,
                         .args = {{"count", std::to_string(round.count)}}});
    }
    return found;
}

} // namespace chelate::lint
