#include "engine/study/learner_model.hpp"

#include <algorithm>
#include <tuple>

#include "engine/study/crediting.hpp"

namespace chelate::study {

using memory::MemoryRecord;
using memory::Rating;
using memory::Recall;
using memory::Review;

void Speeds::add(std::uint8_t kind, Millis taken) {
    auto& ring = taken_[kind];
    std::size_t& count = counts_[kind];
    if (ring.size() < most) ring.push_back(taken.count);
    else ring[count % most] = taken.count;
    ++count;
}

std::optional<Millis> Speeds::median(std::uint8_t kind) const {
    const auto found = taken_.find(kind);
    if (found == taken_.end() || found->second.size() < least) return std::nullopt;
    std::vector<std::int64_t> sorted = found->second;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    return Millis{*middle};
}

std::optional<Millis> Speeds::median() const {
    std::vector<std::int64_t> all;
    for (const auto& [kind, ring] : taken_) all.insert(all.end(), ring.begin(), ring.end());
    if (all.size() < least) return std::nullopt;
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    std::nth_element(all.begin(), middle, all.end());
    return Millis{*middle};
}

namespace {

/// Sorts reviews that mostly come sorted already: moving a million reviews costs more than looking at them.
template <class Before>
void sort_unless_sorted(std::vector<Review>& reviews, Before before) {
    if (!std::is_sorted(reviews.begin(), reviews.end(), before))
        std::stable_sort(reviews.begin(), reviews.end(), before);
}

} // namespace

Settled settled(std::vector<Review> reviews) {
    const auto in_writing = [](const Review& a, const Review& b) {
        // A row without a serial is older than all rows that have one.
        const auto key = [](const Review& review) {
            return std::tuple(review.stamp.machine, review.stamp.serial,
                              review.stamp.serial == 0 ? review.stamp.wall.count : 0);
        };
        return key(a) < key(b);
    };
    sort_unless_sorted(reviews, in_writing);
    Settled result{{}, false};
    for (std::size_t first = 0; first < reviews.size();) {
        std::size_t end = first;
        std::vector<Millis> moments;
        while (end < reviews.size() && reviews[end].stamp.machine == reviews[first].stamp.machine)
            moments.push_back(reviews[end++].stamp.wall);
        const std::vector<Millis> right = believed(moments);
        for (std::size_t i = first; i < end; ++i) {
            // Small steps back are evened out and raise no doubt.
            if (right[i - first] < moments[i - first] || moments[i - first] + small_step < right[i - first])
                result.doubtful = true;
            reviews[i].stamp.wall = right[i - first];
        }
        first = end;
    }
    sort_unless_sorted(reviews, [](const Review& a, const Review& b) {
        return std::tie(a.stamp.wall, a.stamp.machine, a.stamp.serial, a.session, a.number) <
               std::tie(b.stamp.wall, b.stamp.machine, b.stamp.serial, b.session, b.number);
    });
    result.reviews = std::move(reviews);
    return result;
}

LearnerModel::LearnerModel(const memory::StudySettings& settings)
    : settings_(settings), fsrs_(settings.model_weights()) {}

LearnerModel LearnerModel::of(std::vector<Review> reviews, const memory::StudySettings& settings, const Watch& watch) {
    Settled all = settled(std::move(reviews));
    LearnerModel learner(settings);
    for (const Review& review : all.reviews) {
        learner.fold(review, review.stamp.wall, watch);
        learner.note(review);
    }
    learner.doubtful_ = all.doubtful;
    return learner;
}

bool LearnerModel::follows(std::span<const Review> reviews) const {
    std::int64_t serial = last_serial_;
    std::optional<Millis> moment = last_own_;
    for (const Review& review : reviews) {
        const Millis wall = review.stamp.wall;
        if (doubtful_ || review.stamp.machine != 0 || review.stamp.serial < serial || review.stamp.serial == 0)
            return false;
        if (moment && wall + small_step < *moment) return false;
        moment = std::max(moment.value_or(wall), wall);
        if (last_other_ && *moment <= *last_other_) return false;
        serial = review.stamp.serial;
    }
    return true;
}

std::vector<ItemId> LearnerModel::add(std::span<const Review> reviews) {
    std::vector<ItemId> changed;
    for (const Review& review : reviews) {
        Review believed = review;
        if (last_own_) believed.stamp.wall = std::max(*last_own_, review.stamp.wall);
        fold(believed, believed.stamp.wall);
        note(believed);
        changed.push_back(review.item);
    }
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    return changed;
}

const MemoryRecord* LearnerModel::find(const ItemId& item) const {
    const auto found = records_.find(item);
    return found == records_.end() ? nullptr : &found->second;
}

void LearnerModel::note(const Review& review) {
    const Millis moment = review.stamp.wall;
    auto& last = review.stamp.machine == 0 ? last_own_ : last_other_;
    last = std::max(last.value_or(moment), moment);
    if (review.stamp.machine == 0) last_serial_ = std::max(last_serial_, review.stamp.serial);
}

void LearnerModel::fold(const Review& review, Millis moment, const Watch& watch) {
    const int day = day_of(moment, review.stamp.zone, settings_.start_hour);
    if (review.first) {
        const auto usual = speeds_.median(review.kind);
        fast_ = usual && review.taken < *usual;
        speeds_.add(review.kind, review.taken);
        ++answers_;
        ++by_day_[day];
    }
    said_confidence_ = said_confidence_ || review.confidence > 0;
    const Rating rating = rating_of(review.recall, fast_);
    const auto [place, is_new] = records_.try_emplace(review.item);
    MemoryRecord& record = place->second;
    const int days = is_new ? 0 : std::max(0, day - record.last_day);
    if (watch) watch(review, days, rating);
    record.state = fsrs_.after(is_new ? std::nullopt : std::optional(record.state), days, rating);
    if (is_new) record.first_day = day;
    ++record.reviews;
    if (rating == Rating::again) {
        ++record.misses;
        if (day > record.first_day && days > 0) ++record.lapses;
    }
    record.last_day = is_new ? day : std::max(record.last_day, day);
    record.last_rating = rating;
    record.last_recall = review.recall;
    record.last_two_way = review.two_way;
    record.sure_and_wrong = rating == Rating::again && review.confidence == 3;
}

std::vector<memory::FitReview> to_fit(std::vector<memory::Review> reviews, int start_hour) {
    std::map<ItemId, std::uint32_t> numbers;
    std::vector<memory::FitReview> fit;
    fit.reserve(reviews.size());
    // Days and ratings are the same under all weights, so the default weights will do.
    (void)LearnerModel::of(
        std::move(reviews), {.start_hour = start_hour},
        [&](const memory::Review& review, int days, memory::Rating rating) {
            const auto number =
                numbers.try_emplace(review.item, static_cast<std::uint32_t>(numbers.size())).first->second;
            fit.push_back({number, days, rating});
        });
    return fit;
}

} // namespace chelate::study
