// Makes the questions of a round from a pack's authored questions and templates. The same seed
// gives the same questions.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/content/pack.hpp"
#include "engine/quiz/key_balance.hpp"
#include "engine/quiz/question.hpp"

namespace chelate::quiz {

/// A question that the maker can make, without the details that chance decides when it is made.
struct QuestionCandidate {
    std::string id; ///< id of the question (see Question::id)
    Kind kind = Kind::single;
    content::TopicId topic;
    std::vector<ItemId> items; ///< what the question is remembered by (see remembered_items)
    int difficulty = 2;
    bool is_basic = false;                      ///< its topic is one of the basics
    bool two_way = false;                       ///< there are two answers, one of them right
    content::AttributeId attribute{};           ///< attribute on which its subjects are compared; empty: none
    std::vector<content::SubjectId> compared{}; ///< the two subjects that are compared; empty: it does not compare two
    std::optional<ScaleKey> key{};              ///< its key, when its answers are a scale
};

/// Makes the questions of one round under one seed, one by one as they are needed. Question `i` depends only on the
/// pack, the round, the seed and `i`. The pack must outlive the maker.
///
/// A cycle lasts until everything the round offers has been asked. Within a cycle, no claim or mechanism is asked
/// twice, and no pair or set of subjects is asked twice for the same attribute. Each question on facts has at least
/// one fact that no earlier explanation in the cycle has stated. Of any twenty true-or-false questions in a row made
/// from claims, 8 to 12 are true. Of the questions on verdicts, and of those on where something was seen, at most 40 %
/// have the same key, however many are asked. No template is asked twice in a row, nor more than twice among eight
/// questions, while something else can be asked. A cycle ends early when what is left would break that.
class QuestionMaker {
public:
    /// Makes the maker of a round. Error: nothing-to-ask {round}, when no authored question and no template gives a
    /// question that the round's pool allows.
    static Result<QuestionMaker> make(const content::Pack& pack, const content::Round& round, std::uint64_t seed);

    QuestionMaker(QuestionMaker&&) noexcept;
    QuestionMaker& operator=(QuestionMaker&&) noexcept;
    ~QuestionMaker();

    /// Returns a maker for the same round under another seed, without searching the pack again.
    [[nodiscard]] QuestionMaker with_seed(std::uint64_t seed) const;

    /// Returns the number of questions before anything is asked again.
    [[nodiscard]] std::size_t different();
    /// Returns the same number, but at most `most`. It is faster, because nothing beyond that is drawn.
    [[nodiscard]] std::size_t different(std::size_t most);

    /// Returns the kinds of question the round can ask, in the order of their table.
    [[nodiscard]] std::vector<Kind> kinds() const;

    /// Returns all candidates to choose from, in an order that depends only on the pack and the round.
    [[nodiscard]] std::vector<QuestionCandidate> candidates() const;
    /// Returns the question of a candidate, as difficult as the candidate says.
    /// @param candidate  its index in candidates()  @param seed  decides what is left to chance
    [[nodiscard]] Question question_of(std::size_t candidate, std::uint64_t seed) const;

    /// Returns the question at an index of the round. Indices start at 0 and have no upper limit.
    [[nodiscard]] Question question(std::size_t index);

private:
    struct Plan;
    explicit QuestionMaker(std::unique_ptr<Plan> plan);
    std::unique_ptr<Plan> plan_;
};

} // namespace chelate::quiz
