#include "engine/study/calendar.hpp"

#include <algorithm>
#include <iterator>

#include "engine/base/wall_limits.hpp"

namespace chelate::study {

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day_length = 24 * 60 * minute;

std::int64_t floored(std::int64_t number, std::int64_t by) { return number / by - (number % by < 0 ? 1 : 0); }

/// For each moment: the length of the longest non-decreasing list that ends with it, and the moment before it there.
struct Chain {
    std::vector<int> lengths;
    std::vector<std::ptrdiff_t> before; ///< index; -1: none
};

/// Finds the longest non-decreasing subsequences by patience sorting.
Chain chains_of(std::span<const Millis> moments) {
    Chain chain{std::vector<int>(moments.size()), std::vector<std::ptrdiff_t>(moments.size(), -1)};
    std::vector<std::size_t> ends; // ends[l]: the earliest moment that ends a list of length l + 1
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const auto place = std::upper_bound(ends.begin(), ends.end(), moments[i],
                                            [&](Millis moment, std::size_t end) { return moment < moments[end]; });
        chain.lengths[i] = static_cast<int>(place - ends.begin()) + 1;
        if (place != ends.begin()) chain.before[i] = static_cast<std::ptrdiff_t>(*std::prev(place));
        if (place == ends.end()) ends.push_back(i);
        else *place = i;
    }
    return chain;
}

} // namespace

int day_of(Millis wall, int zone, int start_hour) {
    // With a day from a broken row, whatever counts days would not end.
    wall = std::clamp(wall, Millis{} - end_of_time, end_of_time);
    zone = std::clamp(zone, -most_minutes_of_zone, most_minutes_of_zone);
    return static_cast<int>(floored(wall.count + (zone - start_hour * 60) * minute, day_length));
}

Millis start_of(int day, int zone, int start_hour) { return {day * day_length - (zone - start_hour * 60) * minute}; }

std::vector<Millis> believed(std::span<const Millis> moments) {
    std::vector<Millis> result(moments.begin(), moments.end());
    Millis latest = result.empty() ? Millis{} : result.front();
    bool contradiction = false;
    for (Millis& moment : result) {
        contradiction = contradiction || moment + small_step < latest;
        moment = latest = std::max(latest, moment);
    }
    if (!contradiction) return result;

    const Chain chain = chains_of(moments);
    const std::size_t last = moments.size() - 1;
    std::size_t best = last;
    for (std::size_t i = 0; i < last; ++i) {
        if (chain.lengths[i] > chain.lengths[best] + (best == last ? last_weight - 1 : 0)) best = i;
    }
    std::vector<bool> trusted(moments.size());
    std::size_t first = best;
    for (auto i = static_cast<std::ptrdiff_t>(best); i >= 0; i = chain.before[static_cast<std::size_t>(i)]) {
        trusted[static_cast<std::size_t>(i)] = true;
        first = static_cast<std::size_t>(i);
    }
    Millis now = moments[first];
    for (std::size_t i = 0; i < moments.size(); ++i) {
        if (trusted[i]) now = moments[i];
        result[i] = now;
    }
    return result;
}

std::optional<ClockJump> jump_of(Millis now, std::optional<Millis> last) {
    if (!last || *last <= now + small_step) return std::nullopt;
    return ClockJump{*last - now};
}

} // namespace chelate::study
