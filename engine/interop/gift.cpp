// Reads Moodle's GIFT format block by block, following its rules, and repairs mistakes that are common in real files.
#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "engine/base/text.hpp"
#include "engine/interop/collector.hpp"
#include "engine/interop/gift_syntax.hpp"
#include "engine/interop/tags.hpp"

namespace chelate::interop {
namespace {

constexpr std::size_t longest_card = 120; ///< code points allowed on each side of a pair
constexpr std::size_t most_pairs = content::row_of(content::Kind::match).most;
constexpr std::size_t most_targets = 9;
constexpr std::size_t most_listed = 1000; ///< answers of one question that are looked at
constexpr int most_decimals = 6;
constexpr double largest_number = 8e8; ///< keeps the scale around it within a billion, the largest number in a pack

/// Returns whether a text without braces has lines that can only be answers.
bool has_loose_answers(std::string_view text) {
    Lines lines(text);
    while (const auto line = lines.next()) {
        const std::string_view bare = trimmed(*line);
        if (bare.starts_with('=') || bare.starts_with('~')) return true;
        if (folded(bare.substr(0, 7)) == "answer:") return true;
    }
    return false;
}

/// Returns whether an answer is one of the words for true and false. @param word  in capitals
bool is_word(std::string_view answer, std::string_view word) {
    return std::equal(answer.begin(), answer.end(), word.begin(), word.end(),
                      [](char a, char b) { return std::toupper(static_cast<unsigned char>(a)) == b; });
}

class GiftReader {
public:
    explicit GiftReader(std::string_view text) : lines_(text) {}

    Import read() && {
        while (!collector_.is_full()) {
            const auto line = lines_.next();
            if (!line) break;
            const std::string_view bare = trimmed(*line);
            if (bare.empty()) {
                if (in_braces_) blank_in_braces_ = true;
                else end_block();
            } else if (bare.starts_with("//")) {
                note(bare);
            } else if (bare.starts_with("$CATEGORY:")) {
                end_block();
                category(bare.substr(10));
            } else {
                add(*line, bare);
            }
        }
        if (!collector_.is_full()) end_block();
        return std::move(collector_).finish();
    }

private:
    struct Block {
        std::string text;
        std::size_t line = 0;
        std::string id;
        bool has_braces = false;
        bool joined = false; ///< a blank line between its braces was passed over
    };

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
        const std::string cleaned = collector_.clean(gift_unescaped(name));
        collector_.topic(cleaned);
    }

    /// Adds a line to the block, or begins a new block with it. A title always begins a question. After a blank line
    /// between braces, only what can be an answer continues the question.
    void add(std::string_view line, std::string_view bare) {
        const bool continues = std::string_view("=~#}").find(bare.front()) != std::string_view::npos;
        const bool is_title = bare.starts_with("::") && bare.find("::", 2) != std::string_view::npos;
        if (is_title || (blank_in_braces_ && !continues)) end_block();
        if (blank_in_braces_) block_.joined = true;
        blank_in_braces_ = false;
        if (block_.text.empty()) block_.line = lines_.number();
        else block_.text += '\n';
        block_.text += line;
        for (std::size_t at = line.find_first_of("{}"); at != std::string_view::npos;) {
            const bool escaped = at > 0 && line[at - 1] == '\\' && (at < 2 || line[at - 2] != '\\');
            if (!escaped) in_braces_ = line[at] == '{';
            block_.has_braces = block_.has_braces || !escaped;
            at = line.find_first_of("{}", at + 1);
        }
    }

    void end_block() {
        const bool unclosed = in_braces_;
        in_braces_ = false;
        blank_in_braces_ = false;
        if (block_.text.empty()) return;
        collector_.begin(block_.line);
        if (after_unclosed_ && !block_.has_braces) collector_.refused("one-brace"); // the rest of the one before
        else question(block_.text);
        if (block_.joined && !collector_.is_refused()) collector_.repaired("blank-line-in-braces");
        after_unclosed_ = unclosed || (after_unclosed_ && !block_.has_braces);
        block_ = {};
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
        const std::string wanted_id(name.substr(0, 400));
        format_ = take_format_mark(text).value_or(TextFormat::by_content);
        is_html_ = false;
        if (text.empty()) return collector_.refused("no-text");
        const std::size_t open = find_plain<'{', '}'>(text);
        if (open == std::string_view::npos) return description(text, wanted_id);
        const std::size_t close = text[open] == '{' ? find_plain<'}'>(text, open) : std::string_view::npos;
        if (close == std::string_view::npos) return collector_.refused("one-brace");
        std::string_view answers = text.substr(open + 1, close - open - 1);
        if (is_cloze(answers)) return collector_.refused("cloze");
        const std::string_view after = trimmed(text.substr(close + 1));
        content::AuthoredQuestion made;
        const std::string_view before = text.substr(0, open);
        warn_of_formulas(before);
        is_html_ = before.find('<') != std::string_view::npos && is_surely_html(before);
        made.prompt = collector_.clean(gift_unescaped(before), format_);
        if (!after.empty() && !add_after_gap(made.prompt, after)) return;
        if (const std::size_t general = answers.rfind("####"); general != std::string_view::npos) {
            made.explanation = cleaned(answers.substr(general + 4));
            answers = answers.substr(0, general);
        }
        decide(std::move(made), trimmed(answers), wanted_id);
    }

    /// Adds the text behind the braces, which become a gap. Returns whether the question is still good.
    bool add_after_gap(std::string& prompt, std::string_view after) {
        if (const std::size_t open = find_plain<'{', '}'>(after); open != std::string_view::npos) {
            if (after[open] == '}') collector_.refused("one-brace");
            else if (is_cloze(after.substr(open + 1))) collector_.refused("cloze");
            else collector_.refused("second-braces");
            return false;
        }
        if (has_loose_answers(after)) {
            collector_.refused("loose-answers");
            return false;
        }
        const std::string rest = collector_.clean(gift_unescaped(after), format_);
        const bool joins = !rest.empty() && std::string_view(".,;:!?)").find(rest.front()) != std::string_view::npos;
        prompt += (joins ? " _____" : " _____ ") + rest;
        return true;
    }

    /// Determines the type of the question, checking in Moodle's order.
    void decide(content::AuthoredQuestion made, std::string_view answers, const std::string& id) {
        if (answers.empty()) return collector_.refused("essay");
        if (answers.front() == '#') return numerical(std::move(made), answers.substr(1), id);
        if (find_plain<'~'>(answers) != std::string_view::npos) return choice(std::move(made), answers, id);
        if (find_plain<'='>(answers) != std::string_view::npos && arrow_in(answers).second > 0)
            return matching(std::move(made), answers, id);
        const std::size_t hash = find_plain<'#'>(answers);
        const std::string_view word = trimmed(answers.substr(0, hash));
        for (const bool truth : {true, false}) {
            if (is_word(word, truth ? "T" : "F") || is_word(word, truth ? "TRUE" : "FALSE"))
                return true_false(std::move(made), truth, answers, hash, id);
        }
        short_answer(std::move(made), answers, id);
    }

    void description(std::string_view text, const std::string& id) {
        if (has_loose_answers(text)) return collector_.refused("loose-answers");
        content::AuthoredQuestion made;
        made.kind = content::Kind::card;
        made.authored = content::Nothing{};
        made.prompt = collector_.clean(gift_unescaped(text), format_);
        collector_.take(std::move(made), id);
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

    /// Cleans an answer or a feedback, which has the format of its question unless it has a mark of its own.
    std::string cleaned(std::string_view text, std::optional<TextFormat> own = {}) {
        if (!own) own = take_format_mark(text);
        return collector_.clean(gift_unescaped(text), own.value_or(format_beside(format_, is_html_, text)));
    }

    /// Splits a list, and refuses one that is so long that no question can have it.
    std::vector<GiftAnswer> split(std::string_view answers) {
        GiftAnswers split = split_gift_answers(answers);
        if (split.has_slip) collector_.repaired("tilde-equals");
        if (split.list.size() > most_listed) {
            collector_.refused("too-many-answers", std::to_string(split.list.size()), most_listed);
            split.list.clear();
        }
        return std::move(split.list);
    }

    void choice(content::AuthoredQuestion made, std::string_view answers, const std::string& id) {
        const std::vector<GiftAnswer> list = split(answers);
        if (collector_.is_refused()) return;
        const auto count_of = [&](auto wanted) { return std::count_if(list.begin(), list.end(), wanted); };
        const auto full = count_of([](const GiftAnswer& answer) { return answer.percent >= 100; });
        const bool has_equals = count_of([](const GiftAnswer& answer) { return answer.sign == '='; }) > 0;
        // With an equals sign, one right answer has all of the points. Otherwise the weights mark all right answers.
        const bool by_weights = !has_equals || full == 0;
        if (by_weights && !weights_are_clear(list)) return collector_.refused("unclear-weights");
        if (!by_weights && full > 1) collector_.repaired("several-right-ticked");
        std::vector<content::AuthoredChoice> choices;
        choices.reserve(list.size());
        for (const GiftAnswer& answer : list) {
            content::AuthoredChoice choice;
            choice.text = cleaned(answer.text, answer.format);
            choice.right = by_weights ? answer.percent > 0 : answer.percent >= 100;
            if (!by_weights && answer.weighted && answer.percent > 0 && answer.percent < 100)
                collector_.repaired("partial-credit", choice.text);
            const std::string feedback = cleaned(answer.feedback);
            if (!choice.right) choice.why = feedback;
            else if (made.explanation.empty()) made.explanation = feedback;
            choices.push_back(std::move(choice));
        }
        collector_.take_choices(std::move(made), std::move(choices), by_weights || full > 1, id);
    }

    /// Returns whether the positive weights are all equal or make about 100 percent together.
    static bool weights_are_clear(const std::vector<GiftAnswer>& list) {
        double sum = 0;
        double first = 0;
        bool equal = true;
        for (const GiftAnswer& answer : list) {
            if (answer.percent <= 0) continue;
            if (first == 0) first = answer.percent;
            equal = equal && std::abs(answer.percent - first) < 1;
            sum += answer.percent;
        }
        return equal || std::abs(sum - 100) < 2;
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
            const std::string wrong = cleaned(feedback.substr(0, second));
            const std::string right =
                second == std::string_view::npos ? std::string() : cleaned(feedback.substr(second + 1));
            made.explanation = !wrong.empty() ? wrong : right;
        }
        collector_.take(std::move(made), id);
    }

    void matching(content::AuthoredQuestion made, std::string_view answers, const std::string& id) {
        content::Pairs pairs;
        std::vector<std::string> targets;
        std::vector<std::string> items;
        const std::vector<GiftAnswer> list = split(answers);
        const auto has_item = [](const GiftAnswer& answer) { return arrow_in(answer.text).first > 0; };
        const auto count = static_cast<std::size_t>(std::count_if(list.begin(), list.end(), has_item));
        if (count > most_pairs) return collector_.refused("too-many-pairs", std::to_string(count), most_pairs);
        if (list.size() > most_targets)
            return collector_.refused("too-many-targets", std::to_string(list.size()), most_targets);
        for (const GiftAnswer& answer : list) {
            const auto [arrow, length] = arrow_in(answer.text);
            if (length == 0) return collector_.refused("no-arrow");
            const std::string left = cleaned(answer.text.substr(0, arrow), answer.format);
            const std::string right = cleaned(answer.text.substr(arrow + length));
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
        made.kind = content::Kind::match;
        made.authored = std::move(pairs);
        collector_.take(std::move(made), id);
    }

    void short_answer(content::AuthoredQuestion made, std::string_view answers, const std::string& id) {
        std::vector<content::AcceptedText> accepted;
        for (const GiftAnswer& answer : split(answers)) {
            const std::string text = cleaned(answer.text, answer.format);
            if (made.explanation.empty() && answer.percent >= 100) made.explanation = cleaned(answer.feedback);
            if (text == "*") continue; // only feedback for all other answers
            if (text.empty()) return collector_.refused("empty-choice");
            if (text.find('*') != std::string::npos) collector_.repaired("wildcard", text);
            if (answer.percent <= 0) continue;
            accepted.push_back({text, static_cast<int>(std::clamp(std::round(answer.percent), 1.0, 100.0))});
        }
        collector_.take_texts(std::move(made), std::move(accepted), id);
    }

    void numerical(content::AuthoredQuestion made, std::string_view answers, const std::string& id) {
        std::optional<NumberRange> right;
        for (const GiftAnswer& answer : split(trimmed(answers))) {
            if (made.explanation.empty()) made.explanation = cleaned(answer.feedback);
            if (answer.text.empty() || answer.text == "*") continue; // feedback for all other answers
            if (answer.percent < 100) {
                collector_.repaired("partial-credit", answer.text);
                continue;
            }
            const auto range = number_range_of(answer.text);
            if (!range) return collector_.refused("no-number", answer.text);
            if (range->ambiguous) return collector_.refused("ambiguous-number", answer.text);
            if (std::max(std::abs(range->low), std::abs(range->high)) > largest_number)
                return collector_.refused("number-too-large", answer.text);
            if (range->decimals > most_decimals && range->high - range->low < 1e-4)
                return collector_.refused("too-precise", answer.text, static_cast<std::size_t>(most_decimals));
            if (right && (right->low != range->low || right->high != range->high))
                return collector_.refused("several-numbers");
            right = range;
        }
        if (!right) return collector_.refused("no-answer");
        made.kind = content::Kind::estimate;
        made.authored = on_a_scale(*right);
        collector_.take(std::move(made), id);
    }

    /// The file has no scale, so this makes one on which the answer is somewhere in the middle.
    content::Quantity on_a_scale(const NumberRange& range) {
        const double reach = std::max({std::abs(range.low), std::abs(range.high), 1.0});
        const double end = std::pow(10.0, std::ceil(std::log10(reach * 1.2)));
        content::Quantity quantity;
        quantity.decimals = std::min(range.decimals, most_decimals);
        const double unit = std::pow(10.0, -quantity.decimals);
        quantity.low = std::round(range.low / unit) * unit;
        quantity.high = std::round(range.high / unit) * unit;
        quantity.from = range.low < 0 ? -end : 0;
        quantity.to = end;
        quantity.step = unit;
        collector_.repaired("scale-added", std::to_string(static_cast<long long>(quantity.from)) + "–" +
                                               std::to_string(static_cast<long long>(end)));
        return quantity;
    }

    Lines lines_;
    Block block_;
    Collector collector_;
    TextFormat format_ = TextFormat::by_content; ///< of the current question
    bool is_html_ = false;                       ///< the prompt of the current question has markup
    bool in_braces_ = false;                     ///< the block has an opening brace and not yet its closing one
    bool blank_in_braces_ = false;               ///< the last line was blank, and `in_braces_`
    bool after_unclosed_ = false;                ///< the block before has no closing brace
};

} // namespace

Import read_gift(std::string_view text) { return GiftReader(text).read(); }

} // namespace chelate::interop
