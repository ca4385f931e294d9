// Reads Moodle's GIFT format block by block, following its rules, and repairs mistakes that are common in real files.
#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "engine/base/text.hpp"
#include "engine/interop/collector.hpp"

namespace chelate::interop {
namespace {

constexpr std::size_t longest_card = 120; ///< code points allowed on each side of a pair
constexpr double largest_number = 8e8;    ///< keeps the scale around it within a billion, the largest number in a pack
constexpr bool is_escapable(char c) {
    return c == ':' || c == '#' || c == '=' || c == '{' || c == '}' || c == '~' || c == '\\';
}

/// Returns the position of the first of these signs that has no backslash before it.
template <char... signs>
std::size_t find_plain(std::string_view text, std::size_t from = 0) {
    for (std::size_t i = from; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\' && i + 1 < text.size() && is_escapable(text[i + 1])) {
            ++i;
            continue;
        }
        if (((c == signs) || ...)) return i;
    }
    return std::string_view::npos;
}

std::string unescaped(std::string_view text) {
    if (text.find('\\') == std::string_view::npos) return std::string(text);
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            if (is_escapable(text[i + 1])) {
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

/// Removes a format mark such as "[html]" from the beginning.
void take_format(std::string_view& text) {
    text = trimmed(text);
    for (const std::string_view format : {"[html]", "[markdown]", "[plain]", "[moodle]"}) {
        if (text.starts_with(format)) {
            text.remove_prefix(format.size());
            return;
        }
    }
}

/// One answer of a list: its sign, its weight in percent, its text and its feedback.
struct Answer {
    char sign = '=';
    double percent = 100;
    bool weighted = false;
    std::string_view text;
    std::string_view feedback;
};

struct Block {
    std::string text;
    std::size_t line = 0;
    std::string id;
};

class GiftReader {
public:
    explicit GiftReader(std::string_view text) : lines_(text) {}

    Import read() && {
        while (const auto line = lines_.next()) {
            const std::string_view bare = trimmed(*line);
            if (bare.empty()) {
                end_block();
            } else if (bare.starts_with("//")) {
                note(bare);
            } else if (bare.starts_with("$CATEGORY:")) {
                end_block();
                category(bare.substr(10));
            } else {
                if (block_.text.empty()) block_.line = lines_.number();
                else block_.text += '\n';
                block_.text += *line;
            }
        }
        end_block();
        return std::move(collector_).finish();
    }

private:
    /// Reads the id in a comment. A comment belongs to the block that contains it or follows it.
    void note(std::string_view comment) {
        const std::size_t from = comment.find("[id:");
        if (from == std::string_view::npos) return;
        const std::size_t end = comment.find(']', from);
        if (end != std::string_view::npos) block_.id = trimmed(comment.substr(from + 4, end - from - 4));
    }

    void category(std::string_view path) {
        path = trimmed(path);
        const std::size_t slash = path.rfind('/');
        const std::string_view name = trimmed(slash == std::string_view::npos ? path : path.substr(slash + 1));
        const std::string cleaned = collector_.clean(unescaped(name));
        collector_.topic(cleaned);
    }

    void end_block() {
        if (!block_.text.empty()) {
            collector_.begin(block_.line);
            question(block_.text);
            block_.text.clear();
            block_.id.clear();
        }
    }

    void question(std::string_view text) {
        text = trimmed(text);
        std::string_view name = block_.id;
        if (text.starts_with("::")) {
            std::size_t end = 2;
            do {
                end = find_plain<':'>(text, end);
                if (end == std::string_view::npos || text.substr(end).starts_with("::")) break;
                ++end;
            } while (true);
            if (end != std::string_view::npos) {
                if (name.empty()) name = text.substr(2, end - 2);
                text = trimmed(text.substr(end + 2));
            }
        }
        const std::string wanted_id(name);
        take_format(text);
        if (text.empty()) return collector_.refused("no-text");
        const std::size_t open = find_plain<'{'>(text);
        const std::size_t close = open == std::string_view::npos ? find_plain<'}'>(text) : find_plain<'}'>(text, open);
        if (open == std::string_view::npos && close == std::string_view::npos) return description(text, wanted_id);
        if (open == std::string_view::npos || close == std::string_view::npos) return collector_.refused("one-brace");
        std::string_view answers = text.substr(open + 1, close - open - 1);
        if (is_cloze(answers)) return collector_.refused("cloze");
        const std::string_view after = trimmed(text.substr(close + 1));
        content::AuthoredQuestion made;
        const std::string_view before = text.substr(0, open);
        warn_of_formulas(before);
        made.prompt = collector_.clean(unescaped(before));
        if (!after.empty()) {
            if (find_plain<'{'>(after) != std::string_view::npos) {
                if (is_cloze(after.substr(find_plain<'{'>(after) + 1))) return collector_.refused("cloze");
                return collector_.refused("second-braces");
            }
            const std::string rest = collector_.clean(unescaped(after));
            const bool joins =
                !rest.empty() && std::string_view(".,;:!?)").find(rest.front()) != std::string_view::npos;
            made.prompt += (joins ? " _____" : " _____ ") + rest;
        }
        if (const std::size_t general = answers.rfind("####"); general != std::string_view::npos) {
            std::string_view feedback = answers.substr(general + 4);
            take_format(feedback);
            made.explanation = collector_.clean(unescaped(feedback));
            answers = answers.substr(0, general);
        }
        decide(std::move(made), trimmed(answers), wanted_id);
    }

    /// Determines the type of the question, checking in Moodle's order.
    void decide(content::AuthoredQuestion made, std::string_view answers, const std::string& id) {
        if (answers.empty()) return collector_.refused("essay");
        if (answers.front() == '#') return numerical(std::move(made), answers.substr(1), id);
        if (find_plain<'~'>(answers) != std::string_view::npos) return choice(std::move(made), answers, id);
        if (find_plain<'='>(answers) != std::string_view::npos && answers.find("->") != std::string_view::npos)
            return matching(std::move(made), answers, id);
        const std::size_t hash = find_plain<'#'>(answers);
        const std::string_view word = trimmed(answers.substr(0, hash));
        if (word == "T" || word == "TRUE" || word == "F" || word == "FALSE")
            return true_false(std::move(made), word.front() == 'T', answers, hash, id);
        short_answer(std::move(made), answers, id);
    }

    void description(std::string_view text, const std::string& id) {
        content::AuthoredQuestion made;
        made.kind = content::Kind::card;
        made.authored = content::Nothing{};
        made.prompt = collector_.clean(unescaped(text));
        collector_.take(std::move(made), id);
    }

    static bool is_cloze(std::string_view answers) {
        answers = trimmed(answers);
        std::size_t at = 0;
        while (at < answers.size() && answers[at] >= '0' && answers[at] <= '9') ++at;
        if (at >= answers.size() || answers[at] != ':') return false;
        const std::string_view type = answers.substr(at + 1, answers.substr(at + 1).find(':'));
        return std::any_of(cloze_types.begin(), cloze_types.end(), [&](std::string_view known) {
            return type == known || (type.starts_with(known) && type.size() <= known.size() + 2);
        });
    }

    /// Notes a formula such as "\neq", which would become a line break and "eq".
    void warn_of_formulas(std::string_view text) {
        const bool formula = text.find('$') != std::string_view::npos || text.find("\\(") != std::string_view::npos;
        for (std::size_t i = 0; formula && i + 2 < text.size(); ++i) {
            if (text[i] == '\\' && text[i + 1] == 'n' && std::isalpha(static_cast<unsigned char>(text[i + 2])) != 0) {
                collector_.repaired("formula");
                return;
            }
        }
    }

    /// Splits a list into its answers. "~=right" is read as "=right".
    std::vector<Answer> split(std::string_view answers) {
        std::vector<Answer> list;
        std::size_t at = find_plain<'=', '~'>(answers);
        if (at == std::string_view::npos) {
            list.push_back(answer_of('=', answers));
            return list;
        }
        while (at < answers.size()) {
            char sign = answers[at];
            if (sign == '~' && at + 1 < answers.size() && answers[at + 1] == '=') {
                sign = '=';
                ++at;
                if (!told_slip_) collector_.repaired("tilde-equals");
                told_slip_ = true;
            }
            // A bare "=" also begins an answer; GIFT has no other way to write one.
            std::size_t end = find_plain<'=', '~'>(answers, at + 1);
            if (end == std::string_view::npos) end = answers.size();
            list.push_back(answer_of(sign, answers.substr(at + 1, end - at - 1)));
            at = end;
        }
        told_slip_ = false;
        return list;
    }

    static Answer answer_of(char sign, std::string_view text) {
        Answer answer{sign, sign == '=' ? 100.0 : 0.0, false, trimmed(text), {}};
        if (answer.text.starts_with('%')) {
            const std::size_t end = answer.text.find('%', 1);
            if (end != std::string_view::npos) {
                if (const auto percent = decimal_of(answer.text.substr(1, end - 1))) {
                    answer.percent = percent->value;
                    answer.weighted = true;
                    answer.text = trimmed(answer.text.substr(end + 1));
                }
            }
        }
        if (const std::size_t hash = find_plain<'#'>(answer.text); hash != std::string_view::npos) {
            answer.feedback = trimmed(answer.text.substr(hash + 1));
            answer.text = trimmed(answer.text.substr(0, hash));
        }
        take_format(answer.text);
        return answer;
    }

    void choice(content::AuthoredQuestion made, std::string_view answers, const std::string& id) {
        const std::vector<Answer> list = split(answers);
        const bool single =
            std::any_of(list.begin(), list.end(), [](const Answer& answer) { return answer.sign == '='; });
        std::vector<content::AuthoredChoice> choices;
        choices.reserve(list.size());
        for (const Answer& answer : list) {
            content::AuthoredChoice choice;
            choice.text = collector_.clean(unescaped(answer.text));
            choice.right = single ? answer.percent >= 100 : answer.percent > 0;
            if (single && answer.weighted && answer.percent > 0 && answer.percent < 100)
                collector_.repaired("partial-credit", choice.text);
            const std::string feedback = collector_.clean(unescaped(answer.feedback));
            if (!choice.right) choice.why = feedback;
            else if (made.explanation.empty()) made.explanation = feedback;
            choices.push_back(std::move(choice));
        }
        collector_.take_choices(std::move(made), std::move(choices), !single, id);
    }

    void true_false(content::AuthoredQuestion made, bool answer, std::string_view answers, std::size_t hash,
                    const std::string& id) {
        made.kind = content::Kind::true_false;
        made.authored = content::Statement{answer};
        if (hash != std::string_view::npos && made.explanation.empty()) {
            // GIFT gives the feedback for a wrong answer first, then the feedback for a right one. An explanation
            // applies to both, so one is enough.
            const std::string_view feedback = answers.substr(hash + 1);
            const std::size_t second = find_plain<'#'>(feedback);
            const std::string wrong = collector_.clean(unescaped(feedback.substr(0, second)));
            const std::string right = second == std::string_view::npos
                                          ? std::string()
                                          : collector_.clean(unescaped(feedback.substr(second + 1)));
            made.explanation = !wrong.empty() ? wrong : right;
        }
        collector_.take(std::move(made), id);
    }

    void matching(content::AuthoredQuestion made, std::string_view answers, const std::string& id) {
        content::Pairs pairs;
        std::vector<std::string> targets;
        std::vector<std::string> items;
        for (const Answer& answer : split(answers)) {
            const std::size_t arrow = answer.text.find("->");
            if (arrow == std::string_view::npos) return collector_.refused("no-arrow");
            const std::string left = collector_.clean(unescaped(answer.text.substr(0, arrow)));
            const std::string right = collector_.clean(unescaped(answer.text.substr(arrow + 2)));
            if (right.empty()) return collector_.refused("empty-choice");
            const std::string same = folded(right);
            if (std::find(targets.begin(), targets.end(), same) != targets.end())
                return collector_.refused("equal-choices", right);
            collector_.check_length(left, longest_card);
            collector_.check_length(right, longest_card);
            targets.push_back(same);
            if (!left.empty() && std::find(items.begin(), items.end(), folded(left)) != items.end())
                return collector_.refused("equal-choices", left);
            items.push_back(folded(left));
            if (left.empty()) pairs.extra.push_back(right);
            else pairs.pairs.push_back({left, right});
        }
        if (pairs.pairs.size() < 2) return collector_.refused("too-few-choices");
        if (pairs.pairs.size() > 6 || targets.size() > 9)
            return collector_.refused("too-many-choices", std::to_string(targets.size()));
        made.kind = content::Kind::match;
        made.authored = std::move(pairs);
        collector_.take(std::move(made), id);
    }

    void short_answer(content::AuthoredQuestion made, std::string_view answers, const std::string& id) {
        std::vector<content::AcceptedText> accepted;
        for (const Answer& answer : split(answers)) {
            const std::string text = collector_.clean(unescaped(answer.text));
            if (made.explanation.empty() && answer.percent >= 100)
                made.explanation = collector_.clean(unescaped(answer.feedback));
            if (text == "*") continue; // only feedback for all other answers
            if (text.empty()) return collector_.refused("empty-choice");
            if (text.find('*') != std::string::npos) collector_.repaired("wildcard", text);
            if (answer.percent <= 0) continue;
            accepted.push_back({text, static_cast<int>(std::clamp(std::round(answer.percent), 1.0, 100.0))});
        }
        collector_.take_texts(std::move(made), std::move(accepted), id);
    }

    void numerical(content::AuthoredQuestion made, std::string_view answers, const std::string& id) {
        for (const Answer& answer : split(trimmed(answers))) {
            if (made.explanation.empty()) made.explanation = collector_.clean(unescaped(answer.feedback));
            if (answer.text.empty() || answer.text == "*") continue; // feedback for all other answers
            if (answer.percent < 100) {
                collector_.repaired("partial-credit", answer.text);
                continue;
            }
            const auto range = range_of(answer.text);
            if (!range) return collector_.refused("no-number", answer.text);
            if (std::max(std::abs(range->low), std::abs(range->high)) > largest_number)
                return collector_.refused("number-too-large", answer.text);
            made.kind = content::Kind::estimate;
            made.authored = on_a_scale(*range);
            return collector_.take(std::move(made), id);
        }
        collector_.refused("no-answer");
    }

    struct Range {
        double low = 0;
        double high = 0;
        int decimals = 0;
    };

    static std::optional<Range> range_of(std::string_view text) {
        if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
            const auto low = decimal_of(text.substr(0, dots));
            const auto high = decimal_of(text.substr(dots + 2));
            if (!low || !high || low->value > high->value) return std::nullopt;
            return Range{low->value, high->value, std::max(low->decimals, high->decimals)};
        }
        const std::size_t colon = text.find(':');
        const auto value = decimal_of(text.substr(0, colon));
        if (!value) return std::nullopt;
        if (colon == std::string_view::npos) return Range{value->value, value->value, value->decimals};
        const auto tolerance = decimal_of(text.substr(colon + 1));
        if (!tolerance || tolerance->value < 0) return std::nullopt;
        return Range{value->value - tolerance->value, value->value + tolerance->value,
                     std::max(value->decimals, tolerance->decimals)};
    }

    /// The file has no scale, so this makes one on which the answer is somewhere in the middle.
    content::Quantity on_a_scale(const Range& range) {
        const double reach = std::max({std::abs(range.low), std::abs(range.high), 1.0});
        const double end = std::pow(10.0, std::ceil(std::log10(reach * 1.2)));
        content::Quantity quantity;
        quantity.decimals = range.decimals;
        const double unit = std::pow(10.0, -range.decimals);
        quantity.low = std::round(range.low / unit) * unit;
        quantity.high = std::round(range.high / unit) * unit;
        quantity.from = range.low < 0 ? -end : 0;
        quantity.to = end;
        quantity.step = unit;
        collector_.repaired("scale-added", std::to_string(static_cast<long long>(quantity.from)) + "–" +
                                               std::to_string(static_cast<long long>(end)));
        return quantity;
    }

    static constexpr std::array<std::string_view, 11> cloze_types{
        "SHORTANSWER", "SA", "MW", "NUMERICAL", "NM", "MULTICHOICE", "MULTIRESPONSE", "MR", "MC", "SAC", "MWC"};

    Lines lines_;
    Block block_;
    Collector collector_;
    bool told_slip_ = false;
};

} // namespace

Import read_gift(std::string_view text) { return GiftReader(text).read(); }

} // namespace chelate::interop
