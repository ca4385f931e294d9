// Measures what each step of a full class costs when decided, evolved and committed, compared with a bare SQLite
// transaction: 200 players in 40 teams, 25 questions of the shipped pack and 5,000 answers, and then every step a host
// can take over that journal.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <unistd.h>

#include "engine/content/reader.hpp"
#include "engine/quiz/item_analysis.hpp"
#include "engine/quiz/maker.hpp"
#include "engine/runner/runner.hpp"
#include "tests/bench/baseline.hpp"
#include "tests/support/builders.hpp"

namespace {

using namespace chelate;

constexpr std::size_t teams = 40;
constexpr std::size_t each = 5;
constexpr int questions = 25;
constexpr int host_steps = 200; ///< of each kind

/// The times of one kind of step.
struct Cost {
    std::vector<double> microseconds;

    /// @param bare the times of bare transactions, in microseconds
    void print(const char* step, const std::vector<double>& bare) const {
        const double median = bench::quantile(microseconds, 0.5);
        const double p99 = bench::quantile(microseconds, 0.99);
        std::printf("{\"bench\":\"class_step\",\"step\":\"%s\",\"count\":%zu,\"ratio\":%.2f,\"p99_ratio\":%.2f,"
                    "\"median_us\":%.2f,\"p99_us\":%.2f}\n",
                    step, microseconds.size(), median / bench::quantile(bare, 0.5), p99 / bench::quantile(bare, 0.99),
                    median, p99);
    }
};

class FullClass {
public:
    FullClass(const content::Pack& pack, const std::filesystem::path& folder)
        : store_(store::Store::open(folder / "class.db").value()), bare_(folder / "bare.db") {
        content::Round round;
        round.id = content::RoundId{"class"};
        auto maker = quiz::QuestionMaker::make(pack, round, 7).value();
        for (std::size_t index = 0; asked_.size() <= questions; index += 3) {
            quiz::Question question = maker.question(index);
            if (quiz::takes_hands(question) && quiz::is_marked(question)) asked_.push_back(std::move(question));
        }
        const auto profile = store_.profile_named("Class", {1}, store::ProfileKind::classroom).value();
        run_.emplace(
            clock_, [this](const quiz::SessionState& state) { return asked_.at(state.asked.size()); },
            runner::Journal{&store_, profile.id});
    }

    void play() {
        std::vector<quiz::Participant> participants;
        for (std::size_t i = 0; i < teams * each; ++i) {
            participants.push_back({quiz::PlayerId{"t" + std::to_string(i / each) + "p" + std::to_string(i % each)},
                                    "Team " + std::to_string(i / each + 1), 100});
        }
        quiz::SessionPlan plan = test::a_program(questions + 1);
        plan.rules.reveal_when_all_answered = false;
        plan.rules.clock = quiz::Clock{{3'600'000}, 2};
        step("start", [&] { return run_->start(quiz::SessionId{"class"}, plan, participants).has_value(); });
        Rng rng{3};
        for (int number = 0; number < questions; ++number) {
            step("ask", [&] { return run_->advance().has_value(); });
            for (const quiz::Participant& seat : participants) {
                const quiz::QuestionRecord& open = state().asked.back();
                quiz::Response response = quiz::random_response(*open.question, open.display_order, rng);
                submit("answer", quiz::SubmitAnswer{seat.id, std::move(response)});
            }
            submit("reveal", quiz::CloseQuestion{});
            look();
        }
    }

    /// Takes every step that a host can take, over the whole journal.
    void host() {
        const quiz::PlayerId somebody = state().players[17].id;
        for (int i = 0; i < host_steps; ++i) {
            submit("adjust points", quiz::AdjustPoints{somebody, {i % 2 == 0 ? 50 : -50}, quiz::Reason::fair_play});
            submit("a team leaves", quiz::LeavePlayer{somebody});
            submit("it comes back", quiz::JoinPlayer{{somebody, "Team", 100}});
            submit("pause", quiz::Pause{});
            submit("resume", quiz::Resume{{i}});
            const int number = i % questions + 1;
            const quiz::QuestionRecord& asked = state().asked[static_cast<std::size_t>(number) - 1];
            // Correct the key there and back, so that there is always another key to give.
            const quiz::Response right = quiz::wrong_response(*asked.question, asked.display_order);
            submit("correct a key", quiz::CorrectKey{number, right});
            submit("void a question", quiz::VoidQuestion{number});
            submit("undo", quiz::Undo{});
            submit("redo", quiz::Redo{});
            submit("undo", quiz::Undo{});
            submit("speed off", quiz::SetSpeedLoss{i % 3});
        }
        step("ask", [&] { return run_->advance().has_value(); });
        for (int i = 0; i < host_steps; ++i) submit("more time", quiz::GiveTime{somebody, {1000}});
        for (int i = 0; i < host_steps; ++i) {
            quiz::CountHands count;
            const auto options = quiz::options_of(state().asked.back().question->interaction).size();
            for (const quiz::Participant& seat : state().players)
                count.counts.push_back({seat.id, quiz::Raised{std::vector<std::uint16_t>(options, 3)}});
            submit("hands of all", std::move(count));
            submit("undo", quiz::Undo{});
        }
        submit("finish", quiz::FinishSession{});
        look();
    }

    void print() {
        for (const auto& [name, cost] : costs_) cost.print(name.c_str(), bare_times_);
        if (best_ == 0) std::abort();
    }

private:
    [[nodiscard]] const quiz::SessionState& state() const { return run_->history().state; }

    template <class Work>
    void step(const char* name, Work work) {
        clock_.advance({100});
        bare_times_.push_back(bare_.commit() * 1000);
        const auto begun = bench::Clock::now();
        const bool done = work();
        costs_[name].microseconds.push_back(bench::seconds_since(begun) * 1e6);
        if (!done || run_->trouble()) {
            std::fprintf(stderr, "classroom_bench: %s was refused\n", name);
            std::exit(1);
        }
    }
    void submit(const char* name, quiz::CommandBody body) {
        step(name, [&] { return run_->submit(std::move(body)).has_value(); });
    }

    /// Computes what the class sees, the standings of the teams, and the report.
    void look() {
        quiz::View view;
        step("view of the host", [&] {
            view = run_->view({quiz::Role::host, {}});
            return true;
        });
        step("standings of the teams", [&] {
            std::map<std::string, std::int64_t> by_team;
            for (const quiz::Standing& standing : view.standings) by_team[standing.name] += standing.score.points.count;
            for (const auto& [team, points] : by_team) best_ = std::max(best_, points);
            return true;
        });
        step("report",
             [&] { return quiz::analyse_questions(state()).size() + quiz::analyse_topics(state()).size() > 0; });
    }

    store::Store store_;
    bench::BareSqlite bare_; ///< it commits before each step, so that both meet the same conditions on the disk
    std::vector<double> bare_times_;
    runner::ManualClock clock_{{1'700'000'000'000}};
    std::vector<quiz::Question> asked_;
    std::optional<runner::Runner> run_;
    std::map<std::string, Cost> costs_;
    std::int64_t best_ = 0;
};

} // namespace

int main() {
    const auto folder = content::default_pack_folder(CHELATE_SOURCE_DIR "/content").value();
    const auto reading = content::read_pack(folder);
    if (!reading.pack) return 1;
    const std::filesystem::path place =
        std::filesystem::temp_directory_path() / ("chelate-class-" + std::to_string(::getpid()));
    std::filesystem::create_directories(place);
    {
        FullClass full(*reading.pack, place);
        full.play();
        full.host();
        full.print();
    }
    std::filesystem::remove_all(place);
    return 0;
}
