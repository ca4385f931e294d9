#include "game/wording/class_words.hpp"

#include <array>
#include <string_view>

#include "engine/quiz/item_analysis.hpp"

namespace chelate::wording {

std::string letter_of(std::size_t position) { return std::string(1, static_cast<char>('A' + position % 26)); }

std::string sign_of(std::size_t position) {
    constexpr std::array<std::string_view, 6> signs{"circle", "square", "triangle", "diamond", "hexagon", "star"};
    return std::string(signs[position % signs.size()]);
}

std::string right_line(const text::Language& words, int answers, Fraction right) {
    if (answers == 1 && right == Fraction::one()) return words.text("after.one_right");
    if (answers == 1 && right == Fraction::zero()) return words.text("after.one_wrong");
    const auto percent = words.number(rounded_product(100, right));
    if (answers >= quiz::least_answers) return words.plural("after.right", answers, {{"percent", percent}});
    return words.plural("after.too_few", answers, {{"percent", percent}});
}

std::string separation_line(const text::Language& words, const std::optional<double>& separation) {
    if (!separation) return words.text("after.separation.unknown");
    // The usual bounds of classical test theory: below 0.2 is poor, 0.4 or more is good.
    if (*separation < 0) return words.text("after.separation.backwards");
    return words.text(*separation < 0.2   ? "after.separation.poor"
                      : *separation < 0.4 ? "after.separation.fair"
                                          : "after.separation.good");
}

std::vector<std::string> chosen_lines(const text::Language& words, const quiz::Question& question,
                                      const quiz::Order& display_order, const std::vector<int>& chosen) {
    std::vector<std::string> lines;
    for (std::size_t position = 0; position < chosen.size(); ++position) {
        const std::string& option = quiz::options_of(question.interaction)[display_order[position]].text;
        const bool right = quiz::credit_of(quiz::Picked{static_cast<std::uint8_t>(position)}, question,
                                           display_order) == Fraction::one();
        lines.push_back(words.plural(right ? "after.chosen_right" : "after.chosen", chosen[position],
                                     {{"letter", letter_of(position)}, {"option", option}}));
    }
    return lines;
}

} // namespace chelate::wording
