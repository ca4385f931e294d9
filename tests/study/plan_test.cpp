#include "engine/study/plan.hpp"

#include <doctest/doctest.h>

#include "tests/study/days.hpp"
#include "tests/support/item.hpp"

using namespace chelate;
using namespace chelate::study;
using namespace chelate::test;
using memory::Recall;
using test::item;

namespace {

ItemId fact(int number) { return {ItemKind::fact, std::to_string(number)}; }

memory::Review review(const ItemId& of, int day, Recall recall = Recall::right, int confidence = 0) {
    static std::int64_t serial = 0;
    return {.item = of,
            .session = "s",
            .number = 1,
            .stamp = {{day * a_day + a_day / 2}, 0, ++serial},
            .recall = recall,
            .confidence = confidence,
            .taken = {5000}};
}

std::vector<Learnable> learnables(int count, int topics = 2) {
    std::vector<Learnable> all;
    for (int i = 0; i < count; ++i) all.push_back({fact(i), content::TopicId{"t" + std::to_string(i % topics)}});
    return all;
}

} // namespace

TEST_SUITE("study/plan") {
    TEST_CASE("somebody new meets so many a day, one topic after the other, and no more on the same day") {
        const auto all = learnables(30, 3);
        LearnerModel learner;
        const DayPlan first = plan_day(learner, all, {.new_a_day = 12}, today);
        CHECK(first.due.empty());
        CHECK(first.fresh.size() == 12);
        CHECK(first.unmet == 30);
        for (int i = 0; i < 10; ++i)
            CHECK(first.fresh[static_cast<std::size_t>(i)] == fact(i * 3)); // all of the first topic
        CHECK(first.fresh[10] == fact(1));
        for (const ItemId& one : first.fresh) (void)learner.add(std::vector{review(one, today)});
        const DayPlan later = plan_day(learner, all, {.new_a_day = 12}, today);
        CHECK(later.empty());
        CHECK(later.answered == 12);
        CHECK(later.met == 12);
        CHECK(plan_day(learner, all, {.new_a_day = 12}, today + 1).fresh.size() == 12);
    }

    TEST_CASE("what is due comes back on its day, sure and wrong first, then the weakest") {
        const auto all = learnables(4);
        LearnerModel learner;
        (void)learner.add(std::vector{review(fact(0), today - 3), review(fact(1), today - 1, Recall::wrong),
                                      review(fact(2), today - 1, Recall::wrong, 3), review(fact(3), today)});
        const DayPlan plan = plan_day(learner, all, {.new_a_day = 0}, today);
        REQUIRE(plan.due.size() == 3);
        CHECK(plan.due[0].item == fact(2));
        CHECK(plan.due[0].sure_and_wrong);
        CHECK(plan.due[1].item == fact(1));
        CHECK(plan.due[2].item == fact(0));
        for (const Due& due : plan.due)
            CHECK(due.day == due_day(due.item, *learner.find(due.item), learner.fsrs(), {}));
        const int back = due_day(fact(3), *learner.find(fact(3)), learner.fsrs(), {});
        CHECK(back > today);
        CHECK(plan_day(learner, all, {.new_a_day = 0}, back).due.size() == 4);
        // A higher wanted retention brings the item back sooner.
        CHECK(due_day(fact(3), *learner.find(fact(3)), learner.fsrs(), {.retention_percent = 97}) <= back);
    }

    TEST_CASE("a backlog is cut to the day's cap, nothing new comes meanwhile, and how long it takes is said") {
        const auto all = learnables(100);
        LearnerModel learner;
        for (int i = 0; i < 90; ++i) (void)learner.add(std::vector{review(fact(i), today - 60 + i / 3)});
        const DayPlan plan = plan_day(learner, all, {.new_a_day = 5, .most_a_day = 25}, today);
        CHECK(plan.due.size() == 25);
        CHECK(plan.waiting == 65);
        CHECK(plan.backlog_days == 3);
        CHECK(plan.fresh.empty());
        // The items most likely still known come first.
        for (std::size_t i = 1; i < plan.due.size(); ++i)
            CHECK(plan.due[i - 1].retrievability >= plan.due[i].retrievability);
        const DayPlan roomy = plan_day(learner, all, {.new_a_day = 5, .most_a_day = 92}, today);
        CHECK(roomy.due.size() == 90);
        CHECK(roomy.waiting == 0);
        CHECK(roomy.fresh.size() == 2);
        for (std::size_t i = 1; i < roomy.due.size(); ++i)
            CHECK(roomy.due[i - 1].retrievability <= roomy.due[i].retrievability);
    }

    TEST_CASE("with an exam ahead nothing comes back after it, and what the pace cannot reach is said") {
        const auto all = learnables(50);
        LearnerModel learner;
        for (int day = 40; day > 0; day -= 8) (void)learner.add(std::vector{review(fact(0), today - day)});
        const memory::MemoryRecord& known = *learner.find(fact(0));
        CHECK(due_day(fact(0), known, learner.fsrs(), {}) > today + 30);
        const memory::StudySettings pace{.new_a_day = 3, .exam_day = today + 10};
        CHECK(due_day(fact(0), known, learner.fsrs(), pace) <= *pace.exam_day - 1);
        const DayPlan plan = plan_day(learner, all, pace, today);
        REQUIRE(plan.exam.has_value());
        CHECK(plan.exam->days_left == 10);
        CHECK(plan.exam->unmet == 49);
        CHECK(plan.exam->needed_a_day == 6);
        CHECK_FALSE(plan.exam->fits);
        CHECK(plan_day(learner, all, {.new_a_day = 6, .exam_day = today + 10}, today).exam->fits);
        CHECK_FALSE(plan_day(learner, all, {.exam_day = today}, today).exam.has_value());
    }

    TEST_CASE("an exam tomorrow, today, or long ago never gives an interval below a day") {
        LearnerModel learner;
        (void)learner.add(std::vector{review(fact(0), today)});
        for (const int exam : {today - 500, today - 1, today, today + 1, today + 2}) {
            CAPTURE(exam);
            CHECK(due_day(fact(0), *learner.find(fact(0)), learner.fsrs(), {.exam_day = exam}) >= today + 1);
        }
    }

    TEST_CASE("a pair comes back once it was confused, and is no item to meet") {
        const std::vector<Learnable> all{{item("pair:x:a+b"), content::TopicId{"t"}, true},
                                         {fact(0), content::TopicId{"t"}}};
        LearnerModel learner;
        CHECK(plan_day(learner, all, {}, today).fresh == std::vector{fact(0)});
        (void)learner.add(std::vector{review(item("pair:x:a+b"), today - 30)});
        CHECK(plan_day(learner, all, {}, today).due.empty());
        (void)learner.add(std::vector{review(item("pair:x:a+b"), today - 29, Recall::wrong)});
        CHECK(plan_day(learner, all, {}, today).due.size() == 1);
    }

    TEST_CASE("new, learning, solid, fading") {
        const memory::Fsrs fsrs;
        CHECK(mastery_of(nullptr, fsrs, 0.9, today) == Mastery::fresh);
        memory::MemoryRecord record{.state = {20.9, 5}, .last_day = today};
        CHECK(mastery_of(&record, fsrs, 0.9, today) == Mastery::learning);
        record.state.stability = 21;
        CHECK(mastery_of(&record, fsrs, 0.9, today) == Mastery::solid);
        // by definition, a stability of 21 days means 0.9 after 21 days
        CHECK(mastery_of(&record, fsrs, 0.9, today + 21) == Mastery::solid);
        CHECK(mastery_of(&record, fsrs, 0.9, today + 22) == Mastery::fading);
    }

    TEST_CASE("the forecast counts every item once, what is overdue today") {
        const auto all = learnables(20);
        LearnerModel learner;
        for (int i = 0; i < 15; ++i) (void)learner.add(std::vector{review(fact(i), today - i)});
        const auto days = forecast(learner, all, {}, today, 30);
        int sum = 0;
        for (const int count : days) sum += count;
        CHECK(sum == 15);
        CHECK(days[0] == static_cast<int>(plan_day(learner, all, {.new_a_day = 0}, today).due.size()));
    }
}
