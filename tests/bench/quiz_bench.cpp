// How many questions are made a second from the shipped pack, and how many steps (a command decided and its events
// evolved) the core takes a second, for one player and for two hundred; what each step of a full room costs.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/content/reader.hpp"
#include "engine/quiz/maker.hpp"
#include "engine/quiz/view.hpp"
#include "tests/support/builders.hpp"

namespace {

using namespace chelate;
using clock_type = std::chrono::steady_clock;

double seconds_since(clock_type::time_point begun) { return std::chrono::duration<double>(clock_type::now() - begun).count(); }

/// Questions of every round in turn, through several laps.
void measure_maker(const content::Pack& pack) {
    constexpr std::size_t each = 20000;
    std::size_t made = 0;
    std::size_t characters = 0; // so that nothing is optimised away
    const auto begun = clock_type::now();
    for (const content::Round& round : pack.rounds) {
        auto maker = quiz::QuestionMaker::make(pack, round, 1).value();
        for (std::size_t i = 0; i < each; ++i, ++made) characters += maker.question(i).prompt.size();
    }
    const double took = seconds_since(begun);
    std::printf("{\"bench\":\"questions_made\",\"count\":%zu,\"per_second\":%.0f,\"mean_prompt\":%.1f}\n", made,
                static_cast<double>(made) / took, static_cast<double>(characters) / static_cast<double>(made));
}

/// Sessions of fifty questions; every command is a step.
void measure_core(std::size_t players, int sessions) {
    std::vector<quiz::Seat> seats;
    for (std::size_t i = 0; i < players; ++i) seats.push_back({quiz::PlayerId{"p" + std::to_string(i)}, "Player", 100});
    const quiz::QuestionRef choice(test::a_question());
    const quiz::QuestionRef order(test::an_order_question());
    std::size_t steps = 0;
    std::int64_t points = 0;
    const auto begun = clock_type::now();
    for (int session = 0; session < sessions; ++session) {
        quiz::State state;
        Millis at{};
        const auto step = [&](quiz::CommandBody body) {
            at = at + Millis{100};
            const auto events = quiz::decide(state, {at, std::move(body)});
            if (!events) std::abort();
            for (const quiz::Event& event : *events) state = quiz::evolve(std::move(state), event);
            ++steps;
        };
        quiz::Program program = test::a_program(50);
        program.seed = static_cast<std::uint64_t>(session);
        step(quiz::StartSession{quiz::SessionId{"s"}, program, seats});
        for (int i = 0; i < 50; ++i) {
            step(quiz::AskQuestion{i % 2 == 0 ? choice : order});
            for (const quiz::Seat& seat : seats) {
                if (i % 2 == 0) {
                    step(quiz::SubmitAnswer{seat.id, quiz::Picked{1}});
                } else {
                    step(quiz::SubmitAnswer{seat.id, quiz::Arranged{{1, 0, 2, 3}}});
                }
            }
        }
        step(quiz::FinishSession{});
        points += state.board.scores.front().points.count;
    }
    const double took = seconds_since(begun);
    std::printf("{\"bench\":\"core_steps\",\"players\":%zu,\"count\":%zu,\"per_second\":%.0f,\"points\":%lld}\n", players, steps,
                static_cast<double>(steps) / took, static_cast<long long>(points));
}

/// What one kind of step costs.
struct Cost {
    std::vector<double> microseconds;

    void print(const char* step) {
        if (microseconds.empty()) return;
        std::sort(microseconds.begin(), microseconds.end());
        double sum = 0;
        for (const double one : microseconds) sum += one;
        const auto at = [&](double share) { return microseconds[static_cast<std::size_t>(share * static_cast<double>(microseconds.size() - 1))]; };
        std::printf("{\"bench\":\"room_step\",\"step\":\"%s\",\"count\":%zu,\"total_ms\":%.3f,\"median_us\":%.2f,\"p99_us\":%.2f,\"most_us\":%.2f}\n", step,
                    microseconds.size(), sum / 1000, at(0.5), at(0.99), microseconds.back());
    }
};

/// A full room: two hundred players in forty teams, twenty-five questions of the pack, five thousand answers, and after
/// each reveal what the room sees and how the teams stand.
void measure_room(const content::Pack& pack) {
    constexpr std::size_t teams = 40;
    constexpr std::size_t each = 5;
    constexpr int questions = 25;
    std::vector<quiz::Seat> seats;
    for (std::size_t i = 0; i < teams * each; ++i) {
        seats.push_back({quiz::PlayerId{"t" + std::to_string(i / each) + "p" + std::to_string(i % each)}, "Team " + std::to_string(i / each + 1), 100});
    }
    content::Round round;
    round.id = content::RoundId{"room"};
    auto maker = quiz::QuestionMaker::make(pack, round, 7).value();
    std::map<std::string, Cost> costs;
    quiz::State state;
    Millis at{};
    const auto timed = [&](const char* name, auto&& work) {
        const auto begun = clock_type::now();
        work();
        costs[name].microseconds.push_back(seconds_since(begun) * 1e6);
    };
    const auto step = [&](const char* name, quiz::CommandBody body) {
        at = at + Millis{100};
        timed(name, [&] {
            const auto events = quiz::decide(state, {at, std::move(body)});
            if (!events) std::abort();
            for (const quiz::Event& event : *events) state = quiz::evolve(std::move(state), event);
        });
    };
    quiz::Program program = test::a_program(questions);
    program.rules.reveal_when_all_answered = false;
    step("start", quiz::StartSession{quiz::SessionId{"room"}, program, seats});
    Rng rng{3};
    std::int64_t best = 0;
    for (int asked = 0; asked < questions; ++asked) {
        std::optional<quiz::QuestionRef> question;
        for (std::size_t index = static_cast<std::size_t>(asked) * 3; !question; ++index) {
            quiz::QuestionRef made(maker.question(index));
            if (quiz::is_marked(*made)) question = std::move(made);
        }
        step("ask", quiz::AskQuestion{*question});
        for (const quiz::Seat& seat : seats) {
            const quiz::Asked& open = state.board.asked.back();
            quiz::Response response = quiz::random_response(*open.question, open.shown, rng);
            step("answer", quiz::SubmitAnswer{seat.id, std::move(response)});
        }
        step("reveal", quiz::CloseQuestion{});
        quiz::View view;
        timed("view of the room", [&] { view = quiz::project(state, {}); });
        timed("standings of the teams", [&] {
            std::map<std::string, std::int64_t> by_team;
            for (const quiz::Standing& standing : view.standings) by_team[standing.name] += standing.score.points.count;
            for (const auto& [team, points] : by_team) best = std::max(best, points);
        });
    }
    step("undo", quiz::Undo{});
    step("redo", quiz::Redo{});
    step("finish", quiz::FinishSession{});
    for (auto& [name, cost] : costs) cost.print(name.c_str());
    if (best == 0) std::abort();
}

} // namespace

int main() {
    const auto folder = content::default_pack_folder(CHELATE_SOURCE_DIR "/content").value();
    const auto reading = content::read_pack(folder);
    if (!reading.pack) return 1;
    measure_maker(*reading.pack);
    measure_core(1, 4000);
    measure_core(200, 30);
    measure_room(*reading.pack);
    return 0;
}
