#include "engine/quiz/key_balance.hpp"

#include <algorithm>
#include <numeric>

namespace chelate::quiz {

std::optional<ScaleKey> scale_key_of(const Question& question) {
    const auto* choice = std::get_if<PickOne>(&question.interaction);
    if (choice == nullptr) return std::nullopt;
    if (question.kind == Kind::true_false) return ScaleKey{AnswerScale::truth, choice->key};
    if (question.kind == Kind::claim_check) return ScaleKey{AnswerScale::verdict, choice->key};
    // An author's own question of this kind may have other choices.
    if (question.basis.rule == Rule::seen_in) return ScaleKey{AnswerScale::seen_in, choice->key};
    return std::nullopt;
}

std::size_t most_with_one_key(std::size_t asked) { return std::max<std::size_t>(1, asked * 2 / 5); }

std::size_t KeyBalance::total(AnswerScale scale) const {
    const auto& counts = counts_[static_cast<std::size_t>(scale)];
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

bool KeyBalance::allows(ScaleKey key) const {
    const std::size_t asked = total(key.scale) + 1;
    return count(key) + 1 <= (key.scale == AnswerScale::truth ? asked / 2 + 1 : most_with_one_key(asked));
}

bool KeyBalance::allows_for_now(ScaleKey key, const std::vector<ScaleKey>& left) const {
    const std::size_t asked = total(key.scale) + 1;
    if (key.scale == AnswerScale::truth || count(key) + 1 > (asked + 2) / 3) return false;
    return std::any_of(left.begin(), left.end(), [&](ScaleKey next) {
        return next.scale == key.scale && !(next == key) && count(next) + 1 <= most_with_one_key(asked + 1);
    });
}

void KeyBalance::add(ScaleKey key) { ++counts_[static_cast<std::size_t>(key.scale)][key.key]; }

} // namespace chelate::quiz
