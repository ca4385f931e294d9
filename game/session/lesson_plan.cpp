#include "game/session/lesson_plan.hpp"

#include <algorithm>
#include <utility>

#include "engine/base/text.hpp"
#include "engine/quiz/session.hpp"

namespace chelate::session {

namespace {

constexpr int goal_percent = 80;
/// This many questions of a round are considered. Then it has no more that suit.
constexpr std::uint32_t most_considered = 400;

constexpr Millis thinking{15000};
constexpr Millis counting{20000}; ///< hands or cards
constexpr Millis talking{15000};  ///< after the reveal

bool counts_hands(quiz::ResponseMode response_mode) {
    return response_mode == quiz::ResponseMode::hands || response_mode == quiz::ResponseMode::cards;
}

} // namespace

bool suits(const quiz::Question& question, quiz::ResponseMode response_mode) {
    return !counts_hands(response_mode) || quiz::takes_hands(question) ||
           std::holds_alternative<quiz::ReadOn>(question.interaction);
}

quiz::Rules rules_of(const ClassProfile& profile) {
    const bool by_turns = profile.response_mode == quiz::ResponseMode::turns;
    const bool by_buzzers = profile.response_mode == quiz::ResponseMode::buzzers;
    quiz::Rules rules;
    rules.response_mode = profile.response_mode;
    // A team that buzzed is told at once; otherwise the host reveals.
    rules.reveal_when_all_answered = by_buzzers;
    rules.passing = by_turns || by_buzzers;
    // A show of hands has no single confidence.
    if (profile.asks_confidence && rules.passing) rules.confidence = quiz::ConfidenceUse::marked;
    rules.goal_percent = profile.together ? goal_percent : 0;
    if (profile.seconds > 0 && by_turns)
        rules.clock = quiz::Clock{{std::int64_t{profile.seconds} * 1000}, profile.speed ? 2 : 0, true};
    return rules;
}

Millis LessonPlan::expected_time() const {
    Millis all{};
    for (const quiz::Question& question : questions_) {
        const Millis reading = quiz::time_of(question, {}, 100).reading;
        all = all + reading + thinking + (counts_hands(response_mode_) ? counting : Millis{}) +
              quiz::reading_time(code_points(question.explanation), 100) + talking;
    }
    return all;
}

void LessonPlan::start(const content::Round& round, std::uint64_t seed, quiz::ResponseMode response_mode) {
    clear();
    round_ = round;
    seed_ = seed;
    response_mode_ = response_mode;
}

void LessonPlan::draw(const content::Round& round, std::uint64_t seed, quiz::ResponseMode response_mode) {
    start(round, seed, response_mode);
    auto maker = quiz::QuestionMaker::make(pack_, round_, seed_);
    if (!maker) return;
    while (static_cast<int>(questions_.size()) < round_.count && insert_next(*maker, questions_.size())) {
    }
}

void LessonPlan::take(const content::Round& round, const KeptLesson& kept, quiz::ResponseMode response_mode) {
    start(round, kept.seed, response_mode);
    auto maker = quiz::QuestionMaker::make(pack_, round_, seed_);
    if (!maker) return;
    for (const std::uint32_t index : kept.question_indices) {
        if (index >= maker->different()) continue;
        quiz::Question question = maker->question(index);
        if (!suits(question, response_mode_)) continue;
        question_indices_.push_back(index);
        questions_.push_back(std::move(question));
        next_ = std::max(next_, index + 1);
    }
}

bool LessonPlan::insert_next(quiz::QuestionMaker& maker, std::size_t at) {
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(maker.different(), most_considered));
    while (next_ < end) {
        const std::uint32_t index = next_++;
        quiz::Question question = maker.question(index);
        if (!suits(question, response_mode_)) continue;
        const auto where = static_cast<std::ptrdiff_t>(at);
        question_indices_.insert(question_indices_.begin() + where, index);
        questions_.insert(questions_.begin() + where, std::move(question));
        return true;
    }
    return false;
}

void LessonPlan::drop(std::size_t index) {
    if (index >= questions_.size()) return;
    const auto where = static_cast<std::ptrdiff_t>(index);
    question_indices_.erase(question_indices_.begin() + where);
    questions_.erase(questions_.begin() + where);
}

Result<void> LessonPlan::swap(std::size_t index) {
    if (index >= questions_.size()) return fail("no-other-question");
    auto maker = quiz::QuestionMaker::make(pack_, round_, seed_);
    if (!maker || !insert_next(*maker, index)) return fail("no-other-question");
    drop(index + 1);
    return {};
}

void LessonPlan::move(std::size_t from, std::size_t to) {
    if (from >= questions_.size() || to >= questions_.size()) return;
    std::swap(question_indices_[from], question_indices_[to]);
    std::swap(questions_[from], questions_[to]);
}

void LessonPlan::clear() {
    round_ = {};
    question_indices_.clear();
    questions_.clear();
    next_ = 0;
}

} // namespace chelate::session
