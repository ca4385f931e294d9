// Reads Aiken files: a question, one line for each choice, then "ANSWER:" and a letter.
#include <algorithm>
#include <utility>

#include "engine/base/text.hpp"
#include "engine/interop/aiken_lines.hpp"
#include "engine/interop/collector.hpp"

namespace chelate::interop {
namespace {

constexpr std::size_t most_kept = 100; ///< choices of one question; no question may have so many

/// Returns the letters in an answer such as "B", "B.", "(A)", "A, C", "A and C" or "AC". Empty: it is something else.
std::string letters_in(std::string_view answer) {
    std::string letters;
    std::string word;
    const auto end_word = [&] {
        const std::string same = folded(word);
        const bool joins = same == "and" || same == "und";
        const bool capitals = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (word.size() == 1) letters += static_cast<char>(same.front() - 'a' + 'A');
        else if (!word.empty() && !joins && capitals) letters += word;
        else if (!word.empty() && !joins) return false;
        word.clear();
        return true;
    };
    for (const char c : answer) {
        if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) word += c;
        else if (std::string_view(" \t,;.()&+/").find(c) == std::string_view::npos || !end_word()) return {};
    }
    return end_word() ? letters : std::string();
}

class AikenReader {
public:
    explicit AikenReader(std::string_view text) : lines_(text) {}

    Import read() && {
        while (!collector_.is_full()) {
            const auto line = lines_.next();
            if (!line) break;
            read_line(without_bold(*line));
        }
        if (!prompt_.empty()) drop("no-answer");
        finish_question();
        return std::move(collector_).finish();
    }

private:
    void read_line(std::string_view line) {
        if (line.empty()) {
            blank();
        } else if (const auto answers = aiken_answer_in(line); answers && (!choices_.empty() || prompt_.empty())) {
            answer(*answers);
        } else if (const auto choice = aiken_choice_in(line); choice && is_next(choice->letter)) {
            maybe_leftover_ = false;
            choices_.emplace_back(choice->letter, std::string(choice->text));
        } else if (const auto remark = aiken_remark_in(line);
                   remark && (prompt_.empty() || maybe_leftover_) && (below_answer_ || !remark->only_below)) {
            add_remark(*remark);
        } else if (!is_separator_line(line)) {
            text(line);
        }
    }

    /// Blank lines do not separate questions. But a paragraph right below an answer is no part of the next question,
    /// unless choices follow it.
    void blank() {
        maybe_leftover_ =
            maybe_leftover_ || ((below_answer_ || begins_below_remark_) && !prompt_.empty() && choices_.empty());
        below_answer_ = false;
        below_remark_ = false;
    }

    /// Returns whether a choice with this letter may follow, so that "A. Smith wrote ..." can begin a question.
    [[nodiscard]] bool is_next(char letter) const {
        return !prompt_.empty() && choices_.size() < most_kept &&
               letter == static_cast<char>('A' + std::min<std::size_t>(choices_.size(), 26));
    }

    void text(std::string_view line) {
        if (!choices_.empty()) drop("no-answer"); // another question begins before this one has its answer
        if (std::exchange(maybe_leftover_, false)) {
            collector_.noted(begins_, "text-below-answer", prompt_);
            clear();
        }
        if (prompt_.empty()) {
            begins_ = lines_.number();
            begins_below_remark_ = below_remark_;
        } else {
            prompt_ += '\n';
        }
        prompt_ += line;
    }

    void add_remark(const AikenRemark& remark) {
        below_remark_ = true;
        if (!remark.explains || !has_question_) return collector_.noted(lines_.number(), "line-unread", remark.name);
        std::string& explanation = question_.explanation;
        explanation += (explanation.empty() ? "" : "\n") + std::string(remark.text);
    }

    void drop(std::string_view code) {
        finish_question();
        begin_question();
        collector_.refused(code);
        clear();
    }

    void clear() {
        prompt_.clear();
        choices_.clear();
        maybe_leftover_ = false;
    }

    void begin_question() {
        collector_.begin(begins_);
        ++number_;
    }

    /// Keeps the question until the lines below its answer were read, which may explain it.
    void answer(std::string_view answer) {
        below_answer_ = true;
        if (prompt_.empty()) {
            // A second answer line belongs to a question that was already read, which makes that one doubtful.
            if (has_question_) {
                doubtful_ = true;
            } else {
                begins_ = lines_.number();
                drop("no-text");
            }
            return;
        }
        finish_question();
        // Its first line may belong to the remark above it.
        unclear_start_ = begins_below_remark_ && prompt_.find('\n') != std::string::npos;
        has_question_ = true;
        question_line_ = begins_;
        question_ = {};
        question_.prompt = std::move(prompt_);
        question_choices_ = std::move(choices_);
        answer_ = answer;
        clear();
    }

    void finish_question() {
        if (!has_question_) return;
        has_question_ = false;
        std::swap(begins_, question_line_);
        begin_question();
        std::swap(begins_, question_line_);
        if (std::exchange(doubtful_, false)) return collector_.refused("second-answer");
        if (unclear_start_) return collector_.refused("unclear-start");
        take_number_off(question_.prompt);
        question_.prompt = collector_.clean(std::move(question_.prompt));
        question_.explanation = collector_.clean(std::move(question_.explanation));
        std::vector<content::AuthoredChoice> choices;
        for (auto& [letter, text] : question_choices_) {
            content::AuthoredChoice choice;
            choice.text = collector_.clean(std::move(text));
            choices.push_back(std::move(choice));
        }
        if (choices.size() < 2) return collector_.refused("too-few-choices");
        const std::size_t right = mark_right(choices);
        if (right > 0) collector_.take_choices(std::move(question_), std::move(choices), right > 1, {});
    }

    /// Takes off the number of a question ("12. Which ...") if it is the number of this question in the file.
    void take_number_off(std::string& prompt) {
        const auto numbered = numbered_line(prompt);
        if (!numbered || (numbered->first != number_ && numbered->first != last_number_ + 1)) return;
        last_number_ = numbered->first;
        prompt = std::string(numbered->second);
    }

    /// Marks the choices that the answer names. Returns their number, or 0 and refuses the question.
    std::size_t mark_right(std::vector<content::AuthoredChoice>& choices) {
        const auto refuse = [&] {
            collector_.refused("no-such-letter", answer_);
            return std::size_t{0};
        };
        const std::string whole = folded(collector_.clean(std::string(answer_)));
        // "A) Frog" has to name the same choice twice.
        if (const auto named = aiken_choice_in(answer_); named && !named->text.empty()) {
            const auto index = static_cast<std::size_t>(named->letter - 'A');
            const std::string text = folded(collector_.clean(std::string(named->text)));
            if (letters_in(answer_).empty()) {
                if (index >= choices.size() || (folded(choices[index].text) != text)) return refuse();
                choices[index].right = true;
                return 1;
            }
        }
        const std::string letters = letters_in(answer_);
        // "AC" may be two letters or the text of a choice.
        if (letters.size() > 1 && by_text(choices, whole)) {
            collector_.refused("answer-ambiguous", answer_);
            return 0;
        }
        for (const char letter : letters) {
            const auto index = static_cast<std::size_t>(letter - 'A');
            if (index >= choices.size()) return by_text(choices, whole) ? 1 : refuse();
            choices[index].right = true;
        }
        if (letters.empty() && !by_text(choices, whole)) return refuse();
        return static_cast<std::size_t>(std::count_if(choices.begin(), choices.end(),
                                                      [](const content::AuthoredChoice& one) { return one.right; }));
    }

    /// Marks the choice with this text. Returns whether there is one.
    static bool by_text(std::vector<content::AuthoredChoice>& choices, const std::string& text) {
        for (content::AuthoredChoice& choice : choices) choice.right = !text.empty() && folded(choice.text) == text;
        return std::any_of(choices.begin(), choices.end(), [](const auto& choice) { return choice.right; });
    }

    Lines lines_;
    Collector collector_;
    std::string prompt_;
    std::vector<std::pair<char, std::string>> choices_;
    std::size_t begins_ = 1;           ///< line on which `prompt_` begins
    bool below_answer_ = false;        ///< no blank line since the last answer
    bool below_remark_ = false;        ///< no blank line since a remark such as a feedback
    bool begins_below_remark_ = false; ///< `prompt_` does
    bool maybe_leftover_ = false;      ///< `prompt_` was below an answer and ended with a blank line
    // The question whose answer was read last.
    bool has_question_ = false;
    bool doubtful_ = false;      ///< it has a second answer
    bool unclear_start_ = false; ///< it is not clear where its text begins
    content::AuthoredQuestion question_;
    std::vector<std::pair<char, std::string>> question_choices_;
    std::string answer_;
    std::size_t question_line_ = 1;
    int number_ = 0;      ///< of the questions so far
    int last_number_ = 0; ///< that was written in front of a question
};

} // namespace

Import read_aiken(std::string_view text) { return AikenReader(text).read(); }

} // namespace chelate::interop
