// Measures what making a question of the shipped pack takes, and what a step of the core takes, for 1 player and for
// 200. A step is a command decided and its events evolved.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "engine/content/reader.hpp"
#include "engine/quiz/maker.hpp"
#include "engine/quiz/session.hpp"
#include "tests/bench/baseline.hpp"
#include "tests/support/builders.hpp"

namespace {

using namespace chelate;

/// Makes questions of every round in turn, 20,000 each.
void measure_maker(const content::Pack& pack) {
    constexpr std::size_t each = 20000;
    std::size_t made = 0;
    std::size_t characters = 0; // used, so that the compiler optimises nothing away
    const auto took = bench::beside_hashing([&] {
        for (const content::Round& round : pack.rounds) {
            auto maker = quiz::QuestionMaker::make(pack, round, 1).value();
            for (std::size_t i = 0; i < each; ++i, ++made) characters += maker.question(i).prompt.size();
        }
    });
    const auto count = static_cast<double>(made);
    std::printf("{\"bench\":\"questions_made\",\"count\":%zu,\"kibibytes_each\":%.3f,\"per_second\":%.0f,"
                "\"mean_prompt\":%.1f}\n",
                made, took.kibibytes_each(count), count / took.seconds, static_cast<double>(characters) / count);
}

/// Runs sessions of 50 questions; every command is a step.
void measure_core(std::size_t players, int sessions) {
    std::vector<quiz::Participant> participants;
    for (std::size_t i = 0; i < players; ++i)
        participants.push_back({quiz::PlayerId{"p" + std::to_string(i)}, "Player", 100});
    const quiz::QuestionRef choice(test::a_question());
    const quiz::QuestionRef order(test::an_order_question());
    std::size_t steps = 0;
    std::int64_t points = 0;
    const auto took = bench::beside_hashing([&] {
        for (int session = 0; session < sessions; ++session) {
            quiz::SessionHistory history;
            Millis at{};
            const auto step = [&](quiz::CommandBody body) {
                at = at + Millis{100};
                const auto events = quiz::decide(history, {at, std::move(body)});
                if (!events) std::abort();
                for (const quiz::Event& event : *events) history = quiz::evolve(std::move(history), event);
                ++steps;
            };
            quiz::SessionPlan plan = test::a_program(50);
            plan.seed = static_cast<std::uint64_t>(session);
            step(quiz::StartSession{quiz::SessionId{"s"}, quiz::SessionPlanRef(plan), participants});
            for (int i = 0; i < 50; ++i) {
                step(quiz::AskQuestion{i % 2 == 0 ? choice : order});
                for (const quiz::Participant& seat : participants) {
                    if (i % 2 == 0) {
                        step(quiz::SubmitAnswer{seat.id, quiz::Picked{1}});
                    } else {
                        step(quiz::SubmitAnswer{seat.id, quiz::Arranged{{1, 0, 2, 3}}});
                    }
                }
            }
            step(quiz::FinishSession{});
            points += history.state.scores.front().points.count;
        }
    });
    std::printf("{\"bench\":\"core_steps\",\"players\":%zu,\"count\":%zu,\"kibibytes_each\":%.3f,\"per_second\":%.0f,"
                "\"points\":%lld}\n",
                players, steps, took.kibibytes_each(static_cast<double>(steps)),
                static_cast<double>(steps) / took.seconds, static_cast<long long>(points));
}

} // namespace

int main() {
    const auto folder = content::default_pack_folder(CHELATE_SOURCE_DIR "/content").value();
    const auto reading = content::read_pack(folder);
    if (!reading.pack) return 1;
    measure_maker(*reading.pack);
    measure_core(1, 4000);
    measure_core(200, 30);
    return 0;
}
