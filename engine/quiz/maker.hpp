// Makes the questions of a round from a pack: authored ones and those its templates give, the same for the same seed.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/content/pack.hpp"
#include "engine/quiz/question.hpp"

namespace chelate::quiz {

/// One of the questions there are, without what chance settles when it is made.
struct QuestionCandidate {
    std::string id; ///< of the question, see Question::id
    Kind kind = Kind::single;
    content::TopicId topic;
    std::vector<ItemId> items; ///< what it exercises, see items_of
    int difficulty = 2;
    bool two_way = false;                       ///< there are two answers, one of them right
    content::AttributeId attribute{};           ///< on which its things are compared; empty: on none
    std::vector<content::SubjectId> compared{}; ///< the two that are set against each other; empty: there are not two
};

/// The questions of one round under one seed, made one by one as they are needed. Question `i` depends on pack, round,
/// seed and `i` alone. The pack must outlive the maker.
///
/// No claim or mechanism is asked twice and no pair or set of subjects twice for one attribute before everything the
/// round has to offer was asked; a question on facts has one that no earlier explanation of that stretch has told; of
/// any twenty true-or-false questions made from claims 8 to 12 are true.
class QuestionMaker {
public:
    /// Errors: nothing-to-ask {round} when neither authored questions nor templates give any that the round's pool
    /// lets pass.
    static Result<QuestionMaker> make(const content::Pack& pack, const content::Round& round, std::uint64_t seed);

    QuestionMaker(QuestionMaker&&) noexcept;
    QuestionMaker& operator=(QuestionMaker&&) noexcept;
    ~QuestionMaker();

    /// The same round under another seed, without looking through the pack again.
    [[nodiscard]] QuestionMaker with_seed(std::uint64_t seed) const;

    /// How many different questions there are before anything is asked again.
    [[nodiscard]] std::size_t different();

    /// Kinds of question the round can ask, in the order of their table.
    [[nodiscard]] std::vector<Kind> kinds() const;

    /// All questions there are to choose from, in an order that depends on pack and round alone.
    [[nodiscard]] std::vector<QuestionCandidate> candidates() const;
    /// The question of an offer. @param offer its index  @param seed settles what is left to chance
    [[nodiscard]] Question question_of(std::size_t candidate, std::uint64_t seed) const;

    /// The question at a place of the round, counted from 0, without an upper end.
    [[nodiscard]] Question question(std::size_t index);

private:
    struct Plan;
    explicit QuestionMaker(std::unique_ptr<Plan> plan);
    std::unique_ptr<Plan> plan_;
};

} // namespace chelate::quiz
