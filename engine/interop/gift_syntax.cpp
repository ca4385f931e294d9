#include "engine/interop/gift_syntax.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "engine/interop/collector.hpp"

namespace chelate::interop {
namespace {

constexpr std::array<std::string_view, 11> cloze_types{"SHORTANSWER",   "SA", "MW", "NUMERICAL", "NM", "MULTICHOICE",
                                                       "MULTIRESPONSE", "MR", "MC", "SAC",       "MWC"};

GiftAnswer answer_of(char sign, std::string_view text) {
    GiftAnswer answer{sign, sign == '=' ? 100.0 : 0.0, false, {}, trimmed(text), {}};
    if (answer.text.starts_with('%')) {
        const std::size_t end = answer.text.substr(0, 40).find('%', 1);
        if (end != std::string_view::npos) {
            if (const auto percent = lone_number_in(answer.text.substr(1, end - 1))) {
                answer.percent = percent->value;
                answer.weighted = true;
                answer.text = trimmed(answer.text.substr(end + 1));
            }
        }
    }
    if (const std::size_t hash = find_one_plain<'#'>(answer.text); hash != std::string_view::npos) {
        answer.feedback = trimmed(answer.text.substr(hash + 1));
        answer.text = trimmed(answer.text.substr(0, hash));
    }
    answer.format = take_format_mark(answer.text);
    return answer;
}

/// Reads two numbers with one of these signs between them.
std::optional<std::pair<LoneNumber, LoneNumber>> numbers_around(std::string_view text,
                                                                std::initializer_list<std::string_view> signs) {
    for (const std::string_view sign : signs) {
        // The first sign may be a minus.
        const std::size_t at = text.find(sign, 1);
        if (at == std::string_view::npos) continue;
        const auto first = lone_number_in(text.substr(0, at));
        const auto second = lone_number_in(text.substr(at + sign.size()));
        if (first && second) return std::pair(*first, *second);
    }
    return std::nullopt;
}

} // namespace

std::string gift_unescaped(std::string_view text) {
    if (text.find('\\') == std::string_view::npos) return std::string(text);
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            if (is_gift_escapable(text[i + 1])) {
                out += text[++i];
                continue;
            }
            if (text[i + 1] == 'n') {
                out += '\n';
                ++i;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

std::optional<TextFormat> take_format_mark(std::string_view& text) {
    static constexpr std::array<std::pair<std::string_view, TextFormat>, 4> marks{
        {{"[html]", TextFormat::html},
         {"[markdown]", TextFormat::plain},
         {"[plain]", TextFormat::plain},
         {"[moodle]", TextFormat::by_content}}};
    text = trimmed(text);
    if (!text.starts_with('[')) return std::nullopt;
    for (const auto& [mark, format] : marks) {
        const bool same =
            text.size() >= mark.size() && std::equal(mark.begin(), mark.end(), text.begin(), [](char a, char b) {
                return a == static_cast<char>(std::tolower(static_cast<unsigned char>(b)));
            });
        if (!same) continue;
        text = trimmed(text.substr(mark.size()));
        return format;
    }
    return std::nullopt;
}

GiftAnswers split_gift_answers(std::string_view text) {
    GiftAnswers answers;
    std::size_t at = find_plain<'=', '~'>(text);
    if (at == std::string_view::npos) {
        answers.list.push_back(answer_of('=', text));
        return answers;
    }
    while (at < text.size()) {
        char sign = text[at];
        if (sign == '~' && at + 1 < text.size() && text[at + 1] == '=') {
            sign = '=';
            ++at;
            answers.has_slip = true;
        }
        // A bare "=" also begins an answer; GIFT has no other way to write one.
        std::size_t end = find_plain<'=', '~'>(text, at + 1);
        if (end == std::string_view::npos) end = text.size();
        answers.list.push_back(answer_of(sign, text.substr(at + 1, end - at - 1)));
        at = end;
    }
    return answers;
}

std::pair<std::size_t, std::size_t> arrow_in(std::string_view pair) {
    for (const std::string_view arrow : {"->", "→", "–>", "—>"}) {
        if (const std::size_t at = pair.find(arrow); at != std::string_view::npos) return {at, arrow.size()};
    }
    return {std::string_view::npos, 0};
}

bool is_cloze(std::string_view answers) {
    answers = trimmed(answers);
    std::size_t at = 0;
    while (at < answers.size() && answers[at] >= '0' && answers[at] <= '9') ++at;
    if (at >= answers.size() || answers[at] != ':') return false;
    const std::string_view type = answers.substr(at + 1, answers.substr(at + 1).find(':'));
    return std::any_of(cloze_types.begin(), cloze_types.end(), [&](std::string_view known) {
        return type == known || (type.starts_with(known) && type.size() <= known.size() + 2);
    });
}

std::optional<NumberRange> number_range_of(std::string_view text) {
    text = trimmed(text);
    if (const auto value = lone_number_in(text))
        return NumberRange{value->value, value->value, value->decimals, value->ambiguous};
    if (const auto around = numbers_around(text, {":", "±", "+-", "+/-"})) {
        const auto& [value, tolerance] = *around;
        if (tolerance.value < 0) return std::nullopt;
        return NumberRange{value.value - tolerance.value, value.value + tolerance.value,
                           std::max(value.decimals, tolerance.decimals), value.ambiguous || tolerance.ambiguous};
    }
    if (const auto ends = numbers_around(text, {"...", "..", "…", "–", "—", "-"})) {
        const auto& [low, high] = *ends;
        if (low.value > high.value) return std::nullopt;
        return NumberRange{low.value, high.value, std::max(low.decimals, high.decimals),
                           low.ambiguous || high.ambiguous};
    }
    return std::nullopt;
}

} // namespace chelate::interop
