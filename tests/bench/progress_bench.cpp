// Measures what a profile of many years costs: counting a million reviews again from the journal, opening it, and
// committing an answer. Prints one line of JSON for each.
#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "engine/base/rng.hpp"
#include "engine/runner/memory_updater.hpp"
#include "engine/runner/runner.hpp"
#include "tests/bench/baseline.hpp"
#include "tests/support/builders.hpp"

using namespace chelate;

namespace {

constexpr int sessions = 500;
constexpr int answers_a_session = 500;
constexpr int items_a_question = 4;
constexpr std::size_t different_questions = 3000;
constexpr std::size_t different_items = 5000;
constexpr int commits = 2000;
constexpr Millis begun{1'600'000'000'000};
constexpr std::int64_t a_day = 86'400'000;

[[noreturn]] void stop(std::string_view why) {
    (void)std::fprintf(stderr, "progress_bench: %.*s\n", static_cast<int>(why.size()), why.data());
    std::exit(1);
}

template <class T>
T must(Result<T> result) {
    if (!result) stop(result.error().code);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// Returns questions that exercise four facts each.
std::vector<quiz::QuestionRef> some_questions() {
    Rng rng{1};
    std::vector<quiz::QuestionRef> all;
    for (std::size_t i = 0; i < different_questions; ++i) {
        quiz::Question question = test::a_question();
        question.id = "q/" + std::to_string(i);
        question.claims.clear();
        for (int fact = 0; fact < items_a_question; ++fact)
            question.facts.push_back(
                content::FactId{fmt::format("thing-{}.some-attribute", rng.below(different_items))});
        std::sort(question.facts.begin(), question.facts.end());
        question.facts.erase(std::unique(question.facts.begin(), question.facts.end()), question.facts.end());
        all.emplace_back(std::move(question));
    }
    return all;
}

void fill(store::Store& store, const store::ProfileId& profile, const std::vector<quiz::QuestionRef>& questions) {
    Rng rng{2};
    for (int session = 0; session < sessions; ++session) {
        test::Script script({{quiz::PlayerId{profile.value}, "Ada"}}, test::a_program(answers_a_session));
        for (int i = 0; i < answers_a_session; ++i) {
            script.must(quiz::AskQuestion{questions[static_cast<std::size_t>(rng.below(questions.size()))]});
            script.must(
                quiz::SubmitAnswer{quiz::PlayerId{profile.value}, rng.below(7) == 0 ? script.wrong() : script.key()});
        }
        script.must(quiz::FinishSession{});
        must(store.append(profile, quiz::SessionId{fmt::format("00000000-0000-4000-8000-{:012}", session)}, 0,
                          script.history.log, {begun + Millis{session * a_day}, 60}, &script.history));
    }
}

} // namespace

int main(int count, char** arguments) {
    // The benchmark measures the disk of this folder, which may be an argument.
    const std::filesystem::path parent = count > 1 ? arguments[1] : std::filesystem::temp_directory_path();
    std::string folder = (parent / "chelate_bench_XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) stop("no temporary folder");
    const std::filesystem::path file = std::filesystem::path(folder) / "progress.db";
    const auto questions = some_questions();
    store::ProfileId profile;
    {
        auto store = must(store::Store::open(file));
        profile = must(store.profile_named("Ada", begun)).id;
        fill(store, profile, questions);
        std::int64_t reviews = 0;
        int answers = 0;
        const auto took = bench::beside_hashing([&] {
            const auto learner = must(runner::recount(store, profile));
            answers = learner.answers();
            for (const auto& [item, record] : learner.records()) reviews += record.reviews;
        });
        std::printf("{\"bench\":\"rebuild\",\"reviews\":%" PRId64
                    ",\"answers\":%d,\"kibibytes_each\":%.3f,\"seconds\":%.3f}\n",
                    reviews, answers, took.kibibytes_each(static_cast<double>(reviews)), took.seconds);
    }
    // Opening checks the file and reads the journal, so its baseline does these two.
    double start = bench::cpu_seconds();
    { bench::BareSqlite(file).run("PRAGMA integrity_check(1); SELECT * FROM journal"); }
    const double checked = bench::cpu_seconds() - start;
    start = bench::cpu_seconds();
    auto store = must(store::Store::open(file));
    auto learning = std::make_shared<runner::MemoryUpdater>(must(runner::MemoryUpdater::load(store, profile)));
    const double opened = bench::cpu_seconds() - start;
    std::printf("{\"bench\":\"open\",\"ratio\":%.3f,\"seconds\":%.3f,\"MiB\":%.1f}\n", opened / checked, opened,
                static_cast<double>(std::filesystem::file_size(file)) / 1048576);

    runner::ManualClock clock(begun + Millis{sessions * a_day});
    Rng rng{3};
    runner::Runner run(clock,
                       [&](const quiz::SessionState&) {
                           return std::optional(*questions[static_cast<std::size_t>(rng.below(questions.size()))]);
                       },
                       {&store, profile, learning});
    const quiz::PlayerId player{profile.value};
    if (!run.start(quiz::SessionId{"now"}, test::a_program(commits), {{player, "Ada"}})) stop("start");
    bench::BareSqlite bare(std::filesystem::path(folder) / "bare.db");
    std::vector<double> times;
    std::vector<double> bare_times;
    for (int i = 0; i < commits; ++i) {
        clock.advance({3000});
        if (!run.advance()) stop("advance");
        clock.advance({5000});
        const quiz::QuestionRecord& asked = run.history().state.asked.back();
        bare_times.push_back(bare.commit());
        const auto before = bench::Clock::now();
        if (!run.submit(quiz::SubmitAnswer{player, quiz::key_response(*asked.question, asked.display_order)}))
            stop("answer");
        times.push_back(bench::seconds_since(before) * 1000);
        if (!run.saved()) stop("not saved");
    }
    const double median = bench::quantile(times, 0.5);
    const double p99 = bench::quantile(times, 0.99);
    std::printf("{\"bench\":\"commit\",\"answers\":%d,\"ratio\":%.2f,\"p99_ratio\":%.2f,\"median_ms\":%.3f,"
                "\"p99_ms\":%.3f}\n",
                commits, median / bench::quantile(bare_times, 0.5), p99 / bench::quantile(bare_times, 0.99), median,
                p99);
    std::filesystem::remove_all(folder);
    return 0;
}
