#include "engine/study/learner_model.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "engine/base/rng.hpp"
#include "engine/study/crediting.hpp"
#include "tests/study/days.hpp"
#include "tests/support/campaign.hpp"
#include "tests/support/item.hpp"

using namespace chelate;
using namespace chelate::study;
using namespace chelate::test;
using memory::Recall;
using memory::Review;
using test::item;

namespace {

Review review(std::string_view of, std::int64_t day, Recall recall = Recall::right, std::int64_t serial = 0) {
    static std::int64_t counted = 0;
    return {.item = item(of),
            .session = "s",
            .number = 1,
            .stamp = {{day * a_day + 12 * 3'600'000}, 0, serial != 0 ? serial : ++counted},
            .recall = recall,
            .kind = 1,
            .credit = 1000,
            .taken = {5000}};
}

} // namespace

TEST_SUITE("study/learner_model") {
    TEST_CASE("a trace is the memory model's, over days of study") {
        LearnerModel learner;
        const memory::Fsrs fsrs;
        (void)learner.add(std::vector{review("fact:x", 100), review("fact:x", 100),
                                      review("fact:x", 103, Recall::wrong), review("fact:x", 110)});
        std::optional<memory::State> state;
        for (const auto& [days, rating] : {std::pair{0, 3}, {0, 3}, {3, 1}, {7, 3}})
            state = fsrs.after(state, days, static_cast<memory::Rating>(rating));
        const memory::MemoryRecord* record = learner.find(item("fact:x"));
        REQUIRE(record != nullptr);
        CHECK(record->state == *state);
        CHECK(record->reviews == 4);
        CHECK(record->lapses == 1);
        CHECK(record->misses == 1);
        CHECK(record->first_day == 100);
        CHECK(record->last_day == 110);
        CHECK(learner.find(item("fact:y")) == nullptr);
        CHECK(learner.answers_by_day() == std::map<int, int>{{100, 2}, {103, 1}, {110, 1}});
    }

    TEST_CASE("sure and faster than one's own median is easy, once there are twenty answers of that kind") {
        std::vector<Review> answers;
        for (int i = 0; i < 20; ++i) answers.push_back(review("fact:" + std::to_string(i), 100));
        Review fast = review("fact:fast", 100, Recall::sure);
        fast.taken = {4999};
        LearnerModel few;
        (void)few.add(std::span(answers).first(19));
        (void)few.add(std::vector{fast});
        CHECK(few.find(item("fact:fast"))->last_rating == memory::Rating::good);
        LearnerModel enough;
        (void)enough.add(answers);
        CHECK(enough.speeds().median(1) == Millis{5000});
        CHECK_FALSE(enough.speeds().median(2));
        (void)enough.add(std::vector{fast});
        CHECK(enough.find(item("fact:fast"))->last_rating == memory::Rating::easy);
        Review slow = review("fact:slow", 100, Recall::sure);
        Review other = review("fact:other", 100, Recall::sure);
        other.kind = 2;
        other.taken = {1};
        (void)enough.add(std::vector{slow, other});
        CHECK(enough.find(item("fact:slow"))->last_rating == memory::Rating::good);
        CHECK(enough.find(item("fact:other"))->last_rating == memory::Rating::good);
    }

    TEST_CASE("all items of one answer share its speed, and it counts once") {
        std::vector<Review> answers;
        for (int i = 0; i < 20; ++i) answers.push_back(review("fact:" + std::to_string(i), 100));
        Review one = review("fact:a", 100, Recall::sure);
        one.taken = {100};
        Review two = one;
        two.item = item("fact:b");
        two.first = false;
        answers.push_back(one);
        answers.push_back(two);
        const LearnerModel learner = LearnerModel::of(answers);
        CHECK(learner.answers() == 21);
        CHECK(learner.find(item("fact:a"))->last_rating == memory::Rating::easy);
        CHECK(learner.find(item("fact:b"))->last_rating == memory::Rating::easy);
    }

    TEST_CASE("one by one, all at once, in any order: the same to the last bit") {
        for (const std::uint64_t round : test::Campaign{"reviews in any order", 60}) {
            CAPTURE(round);
            Rng rng = stream_of(11, round);
            std::vector<Review> all;
            std::int64_t wall = 1'700'000'000'000;
            std::int64_t serial = 0;
            for (int i = 0; i < 150; ++i) {
                wall += static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(a_day)));
                if (rng.below(25) == 0)
                    wall += (static_cast<std::int64_t>(rng.below(800)) - 400) * a_day *
                            static_cast<std::int64_t>(round % 3); // in some rounds the clock is right
                Review one{.item = {ItemKind::fact, std::to_string(rng.below(12))},
                           .session = "s" + std::to_string(i / 10),
                           .number = i % 10 + 1,
                           .stamp = {{wall}, 60, ++serial},
                           .recall = static_cast<Recall>(rng.below(8)),
                           .kind = static_cast<std::uint8_t>(rng.below(2)),
                           .taken = {static_cast<std::int64_t>(rng.below(9000))}};
                one.stamp.machine =
                    round % 2 == 0 ? 0 : static_cast<std::uint32_t>(rng.below(2)); // some rounds have two machines
                all.push_back(one);
            }
            // Add the reviews one by one, and compute the model again when a review does not follow.
            LearnerModel grown;
            std::vector<Review> so_far;
            int folded = 0;
            for (const Review& one : all) {
                so_far.push_back(one);
                if (grown.follows(std::span(&one, 1))) {
                    (void)grown.add(std::span(&one, 1));
                } else {
                    grown = LearnerModel::of(so_far);
                    ++folded;
                }
            }
            rng.shuffle(all);
            const LearnerModel whole = LearnerModel::of(all);
            CHECK(grown.records() == whole.records());
            CHECK(grown.last_here() == whole.last_here());
            CHECK(grown.answers_by_day() == whole.answers_by_day());
            if (round % 6 == 0) CHECK(folded == 0); // a right clock and one machine: never computed again
        }
    }

    TEST_CASE("another machine's clock says nothing about the time here") {
        std::vector<Review> all{review("fact:x", 20'000, Recall::right, 1), review("fact:y", 60'000, Recall::right, 2)};
        const Millis here = all[0].stamp.wall;
        all[1].stamp.machine = 1;
        CHECK(LearnerModel::of(all).last_here() == here);
        all.erase(all.begin());
        CHECK_FALSE(LearnerModel::of(all).last_here().has_value());
    }

    TEST_CASE("a few answers under a wrong date leave the schedule of the others alone") {
        std::vector<Review> all;
        std::int64_t serial = 0;
        for (int day = 0; day < 60; ++day)
            all.push_back(review("fact:" + std::to_string(day % 6), 20'000 + day, Recall::right, ++serial));
        const LearnerModel before = LearnerModel::of(all);
        all.push_back(review("fact:new", 20'000 + 4000, Recall::right, ++serial)); // eleven years ahead
        all.push_back(review("fact:1", 20'060, Recall::right, ++serial));
        const LearnerModel after = LearnerModel::of(all);
        CHECK(after.find(item("fact:new"))->last_day == 20'059);
        CHECK(after.find(item("fact:2"))->last_day == before.find(item("fact:2"))->last_day);
        CHECK(after.find(item("fact:1"))->last_day == 20'060);
    }

    TEST_CASE("weights are fitted to the days and ratings that the ledger counts, in any order of reviews") {
        constexpr std::int64_t day = 86'400'000;
        std::vector<memory::Review> reviews;
        for (int i = 0; i < 40; ++i) {
            memory::Review review;
            review.item = {ItemKind::fact, std::to_string(i % 7)};
            review.session = "s";
            review.number = i + 1;
            review.stamp = {{1'795'800'000'000 + day * i}, 0, i + 1, 0};
            review.recall = i % 5 == 0 ? memory::Recall::wrong : memory::Recall::right;
            review.credit = i % 5 == 0 ? 0 : 1000;
            reviews.push_back(review);
        }
        const auto fit = to_fit(reviews, memory::default_start_hour);
        REQUIRE(fit.size() == reviews.size());
        CHECK(fit[0].days == 0);
        CHECK(fit[7].item == fit[0].item);
        CHECK(fit[7].days == 7);
        CHECK(fit[5].rating == memory::Rating::again);
        CHECK(fit[6].rating == memory::Rating::good);
        std::reverse(reviews.begin(), reviews.end());
        const auto turned = to_fit(reviews, memory::default_start_hour);
        REQUIRE(turned.size() == fit.size());
        for (std::size_t i = 0; i < fit.size(); ++i) {
            CHECK(turned[i].item == fit[i].item);
            CHECK(turned[i].days == fit[i].days);
            CHECK(turned[i].rating == fit[i].rating);
        }
    }
}
