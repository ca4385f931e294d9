// Keeps the keys of questions on claims balanced, so that giving the same answer every time never pays.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/quiz/question.hpp"

namespace chelate::quiz {

/// A set of answers that many questions share: what the sources say, where it was seen, true or false.
enum class AnswerScale : std::uint8_t { verdict, seen_in, truth };

/// The key of a question whose answers are a scale.
struct ScaleKey {
    AnswerScale scale = AnswerScale::verdict;
    std::uint8_t key = 0; ///< index of the right answer on the scale; of truth: 0 true, 1 false

    bool operator==(const ScaleKey&) const = default;
};

/// Returns the key of a question on a scale; nothing: its answers are no scale.
[[nodiscard]] std::optional<ScaleKey> scale_key_of(const Question& question);

/// Returns how many of `asked` questions on a scale of verdicts may have the same key: 40 %, but at least one.
[[nodiscard]] std::size_t most_with_one_key(std::size_t asked);

/// Counts the keys that were asked in a round, and says which may come next.
class KeyBalance {
public:
    /// Returns whether the next question may have this key. Of verdicts and of where it was seen, no key is then right
    /// for more than 40 % of the questions asked; of true-or-false questions, at most two more have one answer than
    /// have the other.
    [[nodiscard]] bool allows(ScaleKey key) const;
    /// Returns whether the next question may have this key although allows() says no: each key is right for a third of
    /// the questions at most, and a question after it can restore the balance. Three keys alone need this for a moment,
    /// because of four questions one key has two.
    /// @param left  keys that further questions have
    [[nodiscard]] bool allows_for_now(ScaleKey key, const std::vector<ScaleKey>& left) const;
    void add(ScaleKey key);

private:
    [[nodiscard]] std::size_t total(AnswerScale scale) const;
    [[nodiscard]] std::size_t count(ScaleKey key) const {
        return counts_[static_cast<std::size_t>(key.scale)][key.key];
    }

    static constexpr std::size_t scales = 3;
    static constexpr std::size_t most_keys = 5;
    std::array<std::array<std::size_t, most_keys>, scales> counts_{};
};

} // namespace chelate::quiz
