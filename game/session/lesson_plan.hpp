// The questions of a lesson before it starts: which of a round's questions suit the class, in which order, and how long
// they will take.
#pragma once

#include <vector>

#include "engine/quiz/maker.hpp"
#include "game/session/class_file.hpp"

namespace chelate::session {

/// Returns whether a class can answer a question in this response mode. Hands and cards pick one option. What is only
/// read suits every class.
[[nodiscard]] bool suits(const quiz::Question& question, quiz::ResponseMode response_mode);

/// Returns the rules by which a class answers and is marked.
[[nodiscard]] quiz::Rules rules_of(const ClassProfile& profile);

class LessonPlan {
public:
    /// @param pack  must outlive it
    explicit LessonPlan(const content::Pack& pack) : pack_(pack) {}

    /// Returns the round that the questions belong to.
    [[nodiscard]] const content::Round& round() const { return round_; }
    [[nodiscard]] std::uint64_t seed() const { return seed_; }
    /// Returns which of the round's questions under this seed are in the plan, in their order.
    [[nodiscard]] const std::vector<std::uint32_t>& question_indices() const { return question_indices_; }
    /// Returns those questions, in the same order.
    [[nodiscard]] const std::vector<quiz::Question>& questions() const { return questions_; }
    /// Returns how long the lesson will take. It depends on the length of the texts and on the response mode.
    [[nodiscard]] Millis expected_time() const;

    /// Plans the first questions of a round that suit the class, as many as the round has.
    void draw(const content::Round& round, std::uint64_t seed, quiz::ResponseMode response_mode);
    /// Plans the questions that a host has kept, as far as they suit the class. @param round  that of the kept lesson
    void take(const content::Round& round, const KeptLesson& kept, quiz::ResponseMode response_mode);
    /// Removes a question. An index that no question has changes nothing; the same is true of move.
    void drop(std::size_t index);
    /// Puts another question of the round in place of one. Error: no-other-question; then nothing has changed.
    Result<void> swap(std::size_t index);
    /// Exchanges the places of two questions.
    void move(std::size_t from, std::size_t to);
    /// Forgets everything: the pack goes.
    void clear();

private:
    void start(const content::Round& round, std::uint64_t seed, quiz::ResponseMode response_mode);
    /// Inserts the next question that suits and is not in the plan yet. Returns whether there is one.
    bool insert_next(quiz::QuestionMaker& maker, std::size_t at);

    const content::Pack& pack_;
    content::Round round_;
    std::uint64_t seed_ = 0;
    quiz::ResponseMode response_mode_ = quiz::ResponseMode::turns;
    std::vector<std::uint32_t> question_indices_;
    std::vector<quiz::Question> questions_;
    std::uint32_t next_ = 0; ///< the first of the round's questions that has not been considered
};

} // namespace chelate::session
