// Tests that memory stays in step with the journal, and that the journal alone gives it again to the last bit.
#include "engine/runner/memory_updater.hpp"

#include <array>
#include <filesystem>
#include <span>

#include <doctest/doctest.h>

#include "engine/runner/runner.hpp"
#include "engine/store/sqlite.hpp"
#include "tests/store/faults.hpp"
#include "tests/store/place.hpp"
#include "tests/support/builders.hpp"

using namespace chelate;
using namespace chelate::runner;
using namespace chelate::test;

namespace {

constexpr std::int64_t hour = 3'600'000;

/// Returns a question on one of `items` facts; some are orders.
quiz::Question question_on(Rng& rng, std::uint64_t items) {
    const std::string fact = std::string(1, static_cast<char>('a' + rng.below(items)));
    quiz::Question question = rng.below(4) == 0 ? an_order_question(3) : a_question(2 + rng.below(3));
    question.id += "/" + fact + std::to_string(rng.below(100));
    question.claims.clear();
    question.facts = {content::FactId{fact + ".weight"}};
    question.basis = {.rule = quiz::Rule::greatest, .attribute = content::AttributeId{"weight"}};
    if (auto* choice = std::get_if<quiz::PickOne>(&question.interaction)) {
        for (std::size_t i = 0; i < choice->options.size(); ++i)
            choice->options[i].subject = content::SubjectId{std::string(1, static_cast<char>('a' + i))};
    }
    return question;
}

std::vector<store::ItemRecord> listed(const study::LearnerModel& learner) {
    return {learner.records().begin(), learner.records().end()};
}

/// A person who studies in a store, session after session.
struct Student {
    store::Store& store;
    store::ProfileId profile;
    ManualClock& clock;
    Rng rng{7};
    std::shared_ptr<MemoryUpdater> learning =
        std::make_shared<MemoryUpdater>(must(MemoryUpdater::load(store, profile)));
    int sessions = 0;

    std::unique_ptr<Runner> run() {
        return std::make_unique<Runner>(
            clock, [this](const quiz::SessionState&) { return question_on(rng, 5); },
            Journal{&store, profile, learning});
    }

    void answer(Runner& runner) {
        const quiz::QuestionRecord& asked = runner.history().state.asked.back();
        clock.advance({1000 + static_cast<std::int64_t>(rng.below(9000))});
        const quiz::Response response = rng.below(3) != 0
                                            ? quiz::key_response(*asked.question, asked.display_order)
                                            : quiz::random_response(*asked.question, asked.display_order, rng);
        REQUIRE(runner.submit(quiz::SubmitAnswer{ada, response, static_cast<quiz::Confidence>(1 + rng.below(3))})
                    .has_value());
        CHECK(runner.saved());
    }

    std::unique_ptr<Runner> begun() {
        auto runner = run();
        quiz::Rules rules;
        rules.confidence = quiz::ConfidenceUse::marked;
        REQUIRE(runner->start(quiz::SessionId{"s" + std::to_string(++sessions)}, a_program(6, rules), {{ada, "Ada"}})
                    .has_value());
        return runner;
    }

    void play(int questions) {
        const auto runner = begun();
        for (int i = 0; i < questions; ++i) {
            REQUIRE(runner->advance().has_value());
            answer(*runner);
        }
        if (questions == 6) REQUIRE(runner->advance().has_value());
    }

    /// Checks that the saved records, the model in memory and the journal agree.
    void check() const {
        CHECK(must(store.records(profile, counting_version)) == listed(learning->learner()));
        CHECK(must(count(store, profile)).is_kept);
        CHECK(must(recount(store, profile)).records() == learning->learner().records());
        CHECK(must(store.records(profile, counting_version)) == listed(learning->learner()));
    }
};

} // namespace

TEST_SUITE("runner/memory_updater") {
    TEST_CASE("every answer is remembered when it is written down, and counting again gives the same to the last bit") {
        auto store = must(store::Store::in_memory());
        ManualClock clock({1'800'000'000'000});
        Student student{store, must(store.profile_named("Ada", {5})).id, clock};
        for (int evening = 0; evening < 30; ++evening) {
            student.play(evening % 3 == 0 ? 4 : 6);
            clock.advance({static_cast<std::int64_t>(student.rng.below(72)) * hour});
        }
        student.check();
        CHECK(student.learning->learner().records().size() > 5);
        CHECK(student.learning->learner().find({ItemKind::fact, "a.weight"})->reviews > 10);
        // Another start of the program loads the same memory.
        CHECK(must(MemoryUpdater::load(store, student.profile)).learner().records() ==
              student.learning->learner().records());
    }

    TEST_CASE("a session that went on apart on two machines counts once what both have of it") {
        const Folder here;
        const Folder there;
        ManualClock clock({1'800'000'000'000});
        auto home = must(store::Store::open(here.database()));
        Student student{home, must(home.profile_named("Ada", {5})).id, clock};
        student.play(6);
        auto runner = student.begun();
        for (int i = 0; i < 2; ++i) {
            REQUIRE(runner->advance().has_value());
            student.answer(*runner);
        }
        auto away = must(store::Store::open(there.database()));
        const auto moved = must(away.merge(home, must(home.profiles()).front()));
        CHECK(must(recount(away, moved.profile.id)).records() == student.learning->learner().records());

        // Each machine continues the session in its own way: two more answers here, one there.
        const auto go_on = [&](store::Store& store, const store::ProfileId& profile, int answers) {
            Student somebody{store, profile, clock};
            const auto left = must(store.interrupted(profile));
            REQUIRE(left.has_value());
            auto again = somebody.run();
            REQUIRE(again->resume(*left).has_value());
            for (int i = 0; i < answers; ++i) {
                REQUIRE(again->advance().has_value());
                somebody.answer(*again);
            }
        };
        runner.reset();
        go_on(home, student.profile, 2);
        clock.advance({hour});
        go_on(away, moved.profile.id, 1);
        CHECK(must(recount(home, student.profile)).answers() == 10);
        const auto merged = must(home.merge(away, moved.profile));
        CHECK(merged.events > 0);
        CHECK(must(recount(home, student.profile)).answers() == 11);
        // Merging in either direction gives the same number of answers.
        must(away.merge(home, must(home.profiles()).front()));
        CHECK(must(recount(away, moved.profile.id)).answers() == 11);
        CHECK(must(count(home, student.profile)).is_kept);
        CHECK(must(MemoryUpdater::load(home, student.profile)).learner().answers() == 11);
        // Either copy can be continued, and new answers are saved under the name of that copy.
        go_on(home, student.profile, 1);
        CHECK(must(count(home, student.profile)).is_kept);
        CHECK(must(recount(home, student.profile)).answers() == 12);
    }

    TEST_CASE("steps that are taken back are taken out of memory, and put in again") {
        auto store = must(store::Store::in_memory());
        ManualClock clock({1'800'000'000'000});
        Student student{store, must(store.profile_named("Ada", {5})).id, clock};
        student.play(6);
        const auto runner = student.begun();
        for (int i = 0; i < 3; ++i) {
            REQUIRE(runner->advance().has_value());
            student.answer(*runner);
        }
        const auto three = student.learning->learner().records();
        REQUIRE(runner->submit(quiz::Undo{}).has_value());
        CHECK(student.learning->learner().records() != three);
        student.check();
        REQUIRE(runner->submit(quiz::Redo{}).has_value());
        CHECK(student.learning->learner().records() == three);
        REQUIRE(runner->submit(quiz::VoidQuestion{1}).has_value());
        student.check();
        CHECK(student.learning->learner().answers() == 8);
        for (int i = 0; i < 3; ++i) REQUIRE(runner->submit(quiz::Undo{}).has_value());
        student.check();
    }

    TEST_CASE("two rounds by turns, one of them taken up again, each say what they said") {
        auto store = must(store::Store::in_memory());
        ManualClock clock({1'800'000'000'000});
        Student student{store, must(store.profile_named("Ada", {5})).id, clock};
        {
            const auto left = student.begun();
            for (int i = 0; i < 2; ++i) {
                REQUIRE(left->advance().has_value());
                student.answer(*left);
            }
        }
        const auto interrupted = must(store.interrupted(student.profile));
        REQUIRE(interrupted.has_value());
        clock.advance({20 * hour});
        student.play(6);
        clock.advance({20 * hour});
        const auto again = student.run();
        REQUIRE(again->resume(*interrupted).has_value());
        REQUIRE(again->advance().has_value());
        student.answer(*again);
        student.play(3);
        REQUIRE(again->advance().has_value());
        student.answer(*again);
        student.check();
        CHECK(student.learning->learner().answers() == 13);
    }

    TEST_CASE("a clock that jumps by hours, days or years, either way, changes nothing that was learnt before") {
        for (const std::int64_t jump : {3LL, -3LL, 24LL * 5, -24LL * 5, 24LL * 365 * 9, -24LL * 365 * 9}) {
            CAPTURE(jump);
            auto store = must(store::Store::in_memory());
            ManualClock clock({1'800'000'000'000});
            Student student{store, must(store.profile_named("Ada", {5})).id, clock};
            for (int evening = 0; evening < 20; ++evening) {
                student.play(6);
                clock.advance({24 * hour});
            }
            const auto before = student.learning->learner().records();
            clock.advance({jump * hour});
            student.play(2);
            student.check();
            clock.advance({-jump * hour});
            student.play(6);
            student.check();
            const int today = study::day_of(clock.wall(), 0);
            for (const auto& [item, record] : student.learning->learner().records()) {
                CHECK(record.last_day <= today);
                CHECK(record.last_day > today - 30);
                const auto old = before.find(item);
                if (old != before.end()) CHECK(record.last_day >= old->second.last_day);
            }
        }
    }

    TEST_CASE("what an earlier version of the program has written down is remembered too") {
        const Folder folder;
        for (const char* version : {"1", "2", "3"}) {
            CAPTURE(version);
            const auto file = folder.path / version;
            std::filesystem::copy_file(std::string("tests/store/golden/version-") + version + ".db", file);
            auto store = must(store::Store::open(file));
            const auto profile = must(store.profiles()).front().id;
            CHECK_FALSE(must(store.records(profile, counting_version)).has_value());
            const MemoryUpdater learning = must(MemoryUpdater::load(store, profile));
            CHECK(learning.learner().answers() == 10);
            CHECK(learning.learner().records().size() >= 10);
            CHECK(must(store.records(profile, counting_version)) == listed(learning.learner()));
        }
    }

    TEST_CASE("what is kept and does not hold together is counted again from the journal") {
        const Folder folder;
        store::ProfileId profile;
        study::MemoryRecords right;
        ManualClock clock({1'800'000'000'000});
        {
            auto store = must(store::Store::open(folder.database()));
            profile = must(store.profile_named("Ada", {5})).id;
            Student student{store, profile, clock};
            student.play(6);
            right = student.learning->learner().records();
        }
        for (const char* harm :
             {"UPDATE memory SET stability = stability * 2", "UPDATE memory SET reviews = 40, crc = 1",
              "DELETE FROM memory", "UPDATE counted SET version = 0", "DELETE FROM counted"}) {
            CAPTURE(harm);
            REQUIRE(run_sql(folder.database(), harm).empty());
            auto store = must(store::Store::open(folder.database()));
            CHECK(must(MemoryUpdater::load(store, profile)).learner().records() == right);
            CHECK(must(store.records(profile, counting_version)).has_value());
        }
        // When memory cannot be written, it is still known, and it is written once that is possible.
        REQUIRE(run_sql(folder.database(), "DELETE FROM memory").empty());
        {
            const FaultyDisk disk;
            auto store = must(store::Store::open(folder.database()));
            faults.room = 0;
            CHECK(must(MemoryUpdater::load(store, profile)).learner().records() == right);
            CHECK(faults.failed);
            CHECK(must(store.records(profile, counting_version))->empty());
            faults.room = -1;
        }
        auto store = must(store::Store::open(folder.database()));
        CHECK(must(MemoryUpdater::load(store, profile)).learner().records() == right);
        CHECK(must(store.records(profile, counting_version))->size() == right.size());
        REQUIRE(store.remove(profile).has_value());
        CHECK(must(reviews_of(store, profile)).empty());
        CHECK(must(store.profiles()).empty());
    }

    TEST_CASE("a kept memory of what is no item counts as nothing kept, and counting again puts that right") {
        const Folder folder;
        ManualClock clock({1'800'000'000'000});
        store::ProfileId profile;
        {
            auto store = must(store::Store::open(folder.database()));
            profile = must(store.profile_named("Ada", {5})).id;
            Student student{store, profile, clock};
            student.play(6);
            student.check();
        }
        {
            // Writes a row with a valid checksum, as another program might.
            store::Connection connection(folder.database().string());
            must(connection.open());
            auto select = must(store::Statement::prepare(connection, "SELECT * FROM memory LIMIT 1"));
            auto insert = must(store::Statement::prepare(
                connection, "INSERT INTO memory VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"));
            store::Query row(select, {});
            REQUIRE(must(row.next()));
            std::array<store::Value, 14> values;
            for (std::size_t i = 0; i < values.size(); ++i) values[i] = row[static_cast<int>(i)];
            values[1] = std::string_view("recipe:x");
            values[13] = store::checksum(std::span(values).first(13));
            must(store::Query(insert, values).run());
        }
        auto store = must(store::Store::open(folder.database()));
        CHECK_FALSE(must(store.records(profile, counting_version)).has_value());
        CHECK_FALSE(must(count(store, profile)).is_kept);
        const auto learner = must(recount(store, profile));
        CHECK(must(store.records(profile, counting_version)) == listed(learner));
        CHECK(must(count(store, profile)).is_kept);
    }

    TEST_CASE("how somebody studies is kept, and the hour at which their day begins counts") {
        auto store = must(store::Store::in_memory());
        ManualClock clock({1'800'000'000'000});
        const auto profile = must(store.profile_named("Ada", {5})).id;
        CHECK(must(store.study_settings(profile)) == store::StudySettings{});
        store::StudySettings settings{.retention_percent = 85,
                                      .new_a_day = 3,
                                      .most_a_day = 20,
                                      .start_hour = 22,
                                      .asks_confidence = false,
                                      .exam_day = 20'900};
        settings.weights = memory::default_weights;
        settings.weights->at(3) = 1.0 / 3;
        REQUIRE(store.set_study_settings(profile, settings).has_value());
        CHECK(must(store.study_settings(profile)) == settings);
        Student student{store, profile, clock};
        student.play(6);
        CHECK(student.learning->learner().answers_by_day().begin()->first == study::day_of(clock.wall(), 0, 22));
    }
}
