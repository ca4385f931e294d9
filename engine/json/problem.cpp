#include "engine/json/problem.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "engine/base/text.hpp"

namespace chelate::json {
namespace {

constexpr std::size_t cells_before = 60; ///< to the left of the caret
constexpr std::size_t cells_shown = 100;

/// The part of the line that is shown, and the text that determines the column of the caret.
struct Window {
    std::string text;
    std::string before_caret; ///< the text to the left of the caret, including "..." where the line was cut
};

std::size_t byte_of(std::string_view text, std::size_t code_point) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
        if (code_point-- == 0) return at;
    }
    return at;
}

Window window_of(const Problem& problem) {
    const std::string line = showable_line(problem.source_line);
    const std::size_t length = code_points(line);
    const std::size_t caret = std::min(length, problem.at.column - std::min(problem.at.column, problem.source_column));
    const std::size_t begin = length <= cells_shown || caret <= cells_before ? 0 : caret - cells_before;
    const std::size_t end = std::min(length, begin + cells_shown);
    const std::size_t begin_byte = byte_of(line, begin);
    const std::size_t end_byte = byte_of(line, end);
    const bool cut_left = begin > 0 || problem.source_column > 1;
    const std::string left = cut_left ? "..." : "";
    Window window;
    window.text = left + line.substr(begin_byte, end_byte - begin_byte) + (end < length ? "..." : "");
    window.before_caret = left + line.substr(begin_byte, byte_of(line, caret) - begin_byte);
    return window;
}

} // namespace

Position position_at(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    const std::string_view before = text.substr(0, offset);
    const std::size_t line_break = before.rfind('\n');
    std::size_t line_start = line_break == std::string_view::npos ? 0 : line_break + 1;
    if (line_start == 0 && before.starts_with(byte_order_mark)) line_start = byte_order_mark.size();
    Position position;
    position.line += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    position.column += code_points(before.substr(line_start));
    return position;
}

void sort(std::vector<Problem>& problems) {
    std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
        const bool a_follows = !a.because.empty();
        const bool b_follows = !b.because.empty();
        return std::tie(a_follows, a.file, a.at, a.code) < std::tie(b_follows, b.file, b.at, b.code);
    });
}

std::vector<Cause> causes_of(const std::vector<Problem>& problems) {
    std::vector<Cause> causes;
    std::unordered_map<std::string_view, std::size_t> cause_of_item; // index of the last problem of each item
    for (const Problem& problem : problems) {
        if (!problem.because.empty()) continue;
        if (!problem.item.empty()) cause_of_item[problem.item] = causes.size();
        causes.push_back({.problem = &problem});
    }
    std::set<std::pair<std::string_view, std::string_view>> counted; // a cause, and an item that depends on it
    for (const Problem& problem : problems) {
        if (problem.because.empty()) continue;
        const auto cause = cause_of_item.find(problem.because);
        if (cause == cause_of_item.end()) causes.push_back({.problem = &problem});
        else if (counted.emplace(problem.because, problem.item).second) ++causes[cause->second].dependents;
    }
    return causes;
}

std::string to_text(const Problem& problem) {
    const bool whole_file = problem.at == Position{} && problem.source_line.empty();
    std::string text = showable_line(problem.file);
    if (!whole_file) text += ':' + std::to_string(problem.at.line) + ':' + std::to_string(problem.at.column);
    static constexpr std::array words{": error[", ": warning[", ": remark["};
    text += words[static_cast<std::size_t>(problem.severity)] + problem.code + "]: " + showable_line(problem.message) +
            '\n';
    if (problem.source_line.empty()) return text;
    const Window window = window_of(problem);
    text += "  " + window.text + '\n';
    text += "  " + std::string(terminal_cells(window.before_caret), ' ') + "^\n";
    return text;
}

} // namespace chelate::json
