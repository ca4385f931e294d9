// Reads the rows of a table as questions, after its layout is known.
#include <algorithm>
#include <utility>

#include "engine/base/csv.hpp"
#include "engine/base/text.hpp"
#include "engine/interop/collector.hpp"
#include "engine/interop/table_answers.hpp"
#include "engine/interop/table_header.hpp"
#include "engine/interop/tags.hpp"

namespace chelate::interop {
namespace {

/// Returns whether a prompt lists its own choices, such as "Which barks? A) Cat B) Dog", and the answer is one of them.
bool choices_are_in(std::string_view prompt, std::string_view answer) {
    if (answer.size() != 1) return false;
    const char capital = static_cast<char>(answer.front() & ~0x20);
    return capital >= 'A' && capital <= 'I' && prompt.find(std::string(1, capital) + ')') != std::string_view::npos &&
           prompt.find("A)") != std::string_view::npos;
}

class Table {
public:
    explicit Table(const TableLayout& layout) : layout_(layout) {}

    Import read() && {
        if (!layout_.is_known) {
            collector_.begin(layout_.first_line);
            if (layout_.has_two_answers) collector_.refused("two-answer-columns", layout_.found_columns);
            else collector_.refused("no-header", layout_.found_columns);
            return std::move(collector_).finish();
        }
        study_rows();
        note_layout();
        each_row([&] {
            collector_.begin(record_.line);
            row();
        });
        return std::move(collector_).finish();
    }

private:
    /// Calls `take` for each row that has a question, an answer or choices.
    template <class Take>
    void each_row(Take take) {
        CsvReader reader(layout_.rows, layout_.separator, layout_.first_line, most_columns);
        for (std::size_t count = 0; count <= most_imported && reader.next(record_);) {
            bool has_content = record_.has_more_text;
            for (std::size_t i = 0; i < record_.cells.size() && !has_content; ++i) {
                const ColumnRole role = i < layout_.columns.size() ? layout_.columns[i].role : ColumnRole::question;
                const bool counts = role == ColumnRole::question || role == ColumnRole::answer ||
                                    role == ColumnRole::choice || role == ColumnRole::choice_list ||
                                    role == ColumnRole::wrong || role == ColumnRole::wrong_list;
                has_content = counts && !is_blank_line(record_.cells[i]);
            }
            if (!has_content || is_rule()) continue;
            ++count;
            take();
        }
    }

    /// Returns whether the row is the line below the header of a table in Markdown, such as "|---|:---|".
    [[nodiscard]] bool is_rule() const {
        return layout_.separator == '|' &&
               std::all_of(record_.cells.begin(), record_.cells.end(),
                           [](const auto& cell) { return cell.find_first_not_of("-: \t") == std::string::npos; });
    }

    [[nodiscard]] std::string_view raw(std::size_t column) const {
        return column < record_.cells.size() ? trimmed(record_.cells[column]) : std::string_view();
    }
    [[nodiscard]] std::string_view raw(ColumnRole role) const { return raw(layout_.column(role)); }

    [[nodiscard]] std::string clean(std::string_view text) {
        return collector_.clean(std::string(text), format_beside(layout_.format, prompt_has_markup_, text));
    }
    [[nodiscard]] std::string field(ColumnRole role) { return clean(raw(role)); }

    /// Looks at all rows before any is read, because one row may show what another one means.
    void study_rows() {
        for (const Column& column : layout_.columns) {
            if (column.role == ColumnRole::answer) {
                habits_.is_index = column.is_index;
                habits_.is_position = column.is_position;
                habits_.stated_base = column.stated_base;
            }
            if (column.role != ColumnRole::choice || column.is_lettered || column.number < 0) continue;
            habits_.columns_are_numbered = true;
            habits_.numbered_from_0 = habits_.numbered_from_0 || column.number == 0;
        }
        unread_.assign(layout_.columns.size(), false);
        std::vector<long> last_number(layout_.columns.size(), 0);
        bool all_truth = true;
        bool has_word = false;
        std::size_t rows = 0;
        std::size_t sentences = 0; ///< below the first row
        each_row([&] {
            const std::string_view question = raw(ColumnRole::question);
            if (++rows > 1 && question.find(' ') != std::string_view::npos) ++sentences;
            for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
                if (layout_.columns[i].role != ColumnRole::unknown || raw(i).empty() || unread_[i]) continue;
                // A column without a name that counts the rows is harmless.
                const auto number = lone_number_in(raw(i));
                const bool counts = layout_.columns[i].name.empty() && number && layout_.has_header &&
                                    static_cast<long>(number->value) == ++last_number[i];
                unread_[i] = !counts;
            }
            const std::string_view answer = raw(ColumnRole::answer);
            const std::vector<TableChoice> choices = raw_choices();
            if (!choices.empty() && !is_truth_pair(choices)) habits_.count(answer, choices);
            if (!choices.empty() || has_wrong() || answer.empty()) return;
            const auto word = truth_word(answer);
            all_truth = all_truth && word;
            has_word = has_word || (word && !word->is_number);
        });
        statements_only_ = all_truth && has_word;
        header_is_likely_ = !layout_.has_header && rows > 1 && 5 * sentences >= 4 * (rows - 1);
    }

    void note_layout() {
        const std::size_t line = layout_.header_line;
        if (!layout_.has_header) collector_.noted(line, "no-header-two-columns");
        for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
            const std::string& name = layout_.columns[i].name;
            if (unread_[i]) collector_.noted(line, "column-unread", name.empty() ? "#" + std::to_string(i + 1) : name);
        }
        const bool said_by_columns = habits_.columns_are_numbered && !habits_.is_index && !habits_.has_zero;
        if (habits_.has_numbers && habits_.base() && !said_by_columns && !(habits_.is_position && !habits_.is_index))
            collector_.noted(line, *habits_.base() == 0 ? "index-from-0" : "index-from-1");
    }

    [[nodiscard]] bool has_wrong() const {
        for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
            const ColumnRole role = layout_.columns[i].role;
            if ((role == ColumnRole::wrong || role == ColumnRole::wrong_list) && !raw(i).empty()) return true;
        }
        return false;
    }

    /// Returns the parts of a cell with several texts. Nothing: it is not clear how they are separated.
    static std::optional<std::vector<std::string>> listed(std::string_view cell, bool commas_are_unclear) {
        for (const std::string_view sign : {"|", "\n", ";"}) {
            if (sign == ";" && !commas_are_unclear) continue;
            if (cell.find(sign) != std::string_view::npos) return split_at(cell, sign);
        }
        if (commas_are_unclear && (cell.starts_with('[') || cell.find(',') != std::string_view::npos))
            return std::nullopt;
        return split_at(cell, "|");
    }

    /// Returns the choices of the row as they are written.
    [[nodiscard]] std::vector<TableChoice> raw_choices() const {
        std::vector<TableChoice> choices;
        std::size_t nth = 0;
        for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
            if (layout_.columns[i].role == ColumnRole::choice) {
                ++nth;
                if (!raw(i).empty()) choices.push_back({std::string(raw(i)), layout_.columns[i].number, nth});
            } else if (layout_.columns[i].role == ColumnRole::choice_list && !raw(i).empty()) {
                for (std::string& part : listed(raw(i), true).value_or(std::vector<std::string>{std::string(raw(i))}))
                    choices.push_back({std::move(part), -1, ++nth});
            }
        }
        return choices;
    }

    /// Returns the wrong answers of the row, cleaned.
    std::vector<std::string> wrong_answers() {
        std::vector<std::string> wrong;
        for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
            const Column& column = layout_.columns[i];
            if ((column.role != ColumnRole::wrong && column.role != ColumnRole::wrong_list) || raw(i).empty()) continue;
            const bool is_list = column.role == ColumnRole::wrong_list;
            const auto parts = column.number < 0 ? listed(raw(i), is_list) : std::vector{std::string(raw(i))};
            if (!parts) collector_.refused("list-unclear", raw(i));
            for (const std::string& part : parts.value_or(std::vector<std::string>())) {
                if (std::string text = clean(part); !text.empty()) wrong.push_back(std::move(text));
            }
        }
        return wrong;
    }

    static bool is_truth_pair(const std::vector<TableChoice>& choices) {
        if (choices.size() != 2) return false;
        const auto first = truth_word(choices[0].text);
        const auto second = truth_word(choices[1].text);
        const bool are_words = first && second && first->truth != second->truth && !first->is_number;
        return are_words && (first->is_english == second->is_english);
    }

    void row() {
        if (std::exchange(header_is_likely_, false) && is_like_a_header()) return collector_.refused("may-be-header");
        if (has_more_fields_than_header()) return collector_.refused("row-too-wide");
        if (may_be_shifted()) return collector_.refused("may-be-shifted");
        const RowKind kind = row_kind(raw(ColumnRole::kind));
        if (kind == RowKind::unreadable) return collector_.refused("kind-unread", raw(ColumnRole::kind));
        content::AuthoredQuestion made;
        prompt_has_markup_ = layout_.format == TextFormat::by_content && is_surely_html(raw(ColumnRole::question));
        made.prompt = field(ColumnRole::question);
        if (made.prompt.empty()) return collector_.refused("no-text");
        if (made.prompt.find("{{c1::") != std::string::npos) return collector_.refused("cloze");
        made.explanation = field(ColumnRole::explanation);
        if (const std::string source = field(ColumnRole::source); !source.empty()) {
            made.explanation += (made.explanation.empty() ? "" : "\n") + source;
            collector_.repaired("source-as-text");
        }
        take_topic();
        for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
            if (layout_.columns[i].role == ColumnRole::media && !raw(i).empty())
                collector_.repaired("media-lost", raw(i));
        }
        std::vector<TableChoice> choices = raw_choices();
        for (TableChoice& choice : choices) choice.text = clean(choice.text);
        std::erase_if(choices, [](const TableChoice& choice) { return choice.text.empty(); });
        if (const std::size_t list = layout_.column(ColumnRole::choice_list);
            !raw(list).empty() && !listed(raw(list), true))
            return collector_.refused("list-unclear", raw(list));
        const std::vector<std::string> wrong = wrong_answers();
        const std::string answer = field(ColumnRole::answer);
        if (collector_.is_refused()) return;
        if (kind == RowKind::typed) return typed(std::move(made), answer, choices);
        if (answer.empty()) return collector_.refused("no-answer");
        if (choices.empty() && wrong.empty()) return without_choices(std::move(made), answer, kind);
        if (choices.empty()) return with_wrong(std::move(made), answer, wrong);
        if (is_truth_pair(choices) && wrong.empty()) return truth_pair(std::move(made), answer, choices);
        with_choices(std::move(made), answer, choices, wrong, kind == RowKind::several);
    }

    [[nodiscard]] bool has_more_fields_than_header() const {
        if (record_.has_more_text) return true;
        for (std::size_t i = layout_.columns.size(); i < record_.cells.size(); ++i) {
            if (!is_blank_line(record_.cells[i])) return true;
        }
        return false;
    }

    /// Returns whether the row has two single words, which may be unknown names of columns.
    [[nodiscard]] bool is_like_a_header() const {
        const auto is_word = [](std::string_view text) {
            return text.size() <= 30 && text.find_first_of(" 0123456789?.!,+=") == std::string_view::npos;
        };
        return is_word(raw(ColumnRole::question)) && is_word(raw(ColumnRole::answer));
    }

    /// Returns whether the question seems to go on in the next cell, because a comma in its text has no quotes around
    /// it: "In a shop 1,000 costs, how much?". In a table of two columns, such a row has too many fields anyway.
    [[nodiscard]] bool may_be_shifted() const {
        const std::size_t column = layout_.column(ColumnRole::question);
        const auto filled = std::count_if(record_.cells.begin(), record_.cells.end(),
                                          [](const auto& cell) { return !is_blank_line(cell); });
        if (filled < 3 || column + 1 >= record_.cells.size() || raw(column).empty()) return false;
        const std::string& next = record_.cells[column + 1];
        const bool splits_number = layout_.separator == ',' && is_ascii_digit(raw(column).back()) && next.size() > 3 &&
                                   std::all_of(next.begin(), next.begin() + 3, is_ascii_digit) &&
                                   (next[3] == ' ' || next[3] == '.');
        if (splits_number) return true;
        const auto asks = [&](std::size_t at) { return raw(at).ends_with('?'); };
        return !asks(column) && (asks(column + 1) || (next.starts_with(' ') && asks(column + 2)));
    }

    void take_topic() {
        std::string topic = field(ColumnRole::topic);
        if (topic.empty()) {
            topic = field(ColumnRole::tags);
            topic = trimmed(std::string_view(topic).substr(0, topic.find_first_of(",;|")));
        }
        collector_.topic(topic.empty() ? layout_.topic : topic);
    }

    /// Returns whether this row has text in a column that is not read.
    [[nodiscard]] bool has_unread_cell() const {
        for (std::size_t i = 0; i < unread_.size(); ++i) {
            if (unread_[i] && !raw(i).empty()) return true;
        }
        return false;
    }

    void statement(content::AuthoredQuestion made, bool truth) {
        made.kind = content::Kind::true_false;
        made.authored = content::Statement{truth};
        collector_.take(std::move(made), {});
    }

    void without_choices(content::AuthoredQuestion made, const std::string& answer, RowKind kind) {
        const auto word = truth_word(answer);
        if (kind == RowKind::choice || kind == RowKind::several) return collector_.refused("too-few-choices");
        if (kind == RowKind::statement && !word) return collector_.refused("no-truth", answer);
        if (word && (kind == RowKind::statement || word->is_english || statements_only_))
            return statement(std::move(made), word->truth);
        if (is_reference(answer) && has_unread_cell()) return collector_.refused("answer-refers-to-unread", answer);
        if (choices_are_in(made.prompt, answer)) return collector_.refused("choices-in-text");
        if (word && word->is_letter) return collector_.refused("truth-ambiguous", answer);
        take_typed(std::move(made), split_at(answer, "|"));
    }

    void take_typed(content::AuthoredQuestion made, const std::vector<std::string>& accepted) {
        std::vector<content::AcceptedText> texts;
        for (const std::string& text : accepted) texts.push_back({text, 100});
        collector_.take_texts(std::move(made), std::move(texts), {});
    }

    /// Takes a question whose type says that the answer is typed. Some programs write the answers as choices.
    void typed(content::AuthoredQuestion made, const std::string& answer, const std::vector<TableChoice>& choices) {
        if (choices.empty()) return take_typed(std::move(made), split_at(answer, "|"));
        std::vector<std::string> accepted;
        if (answer.empty()) {
            for (const TableChoice& choice : choices) accepted.push_back(choice.text);
        } else {
            const RightChoices right = right_choices(answer, choices, habits_);
            if (!right.problem.empty()) return collector_.refused(right.problem, right.detail);
            for (const std::size_t index : right.indices) accepted.push_back(choices[index].text);
        }
        take_typed(std::move(made), accepted);
    }

    /// The choices are the words for true and false.
    void truth_pair(content::AuthoredQuestion made, const std::string& answer,
                    const std::vector<TableChoice>& choices) {
        const bool first = truth_word(choices[0].text)->truth;
        for (std::size_t i = 0; i < 2; ++i) {
            if (folded(choices[i].text) == folded(answer)) return statement(std::move(made), i == 0 ? first : !first);
        }
        const auto word = truth_word(answer);
        if (word && word->is_number) {
            // "1" may also be the first choice, and "0" too.
            const bool unclear = word->truth ? !first || habits_.base() == 0 : first && habits_.base() == 0;
            if (unclear) return collector_.refused("truth-ambiguous", answer);
        }
        if (word) return statement(std::move(made), word->truth);
        const RightChoices right = right_choices(answer, choices, habits_);
        if (right.problem == "index-unclear" || right.problem == "index-ambiguous") {
            // Only "2" gets here, which no counting from 0 gives for two choices.
            if (trimmed(answer) == "2") return statement(std::move(made), !first);
        }
        if (!right.problem.empty()) return collector_.refused(right.problem, right.detail);
        if (right.indices.size() != 1) return collector_.refused("several-right");
        statement(std::move(made), right.indices.front() == 0 ? first : !first);
    }

    void with_wrong(content::AuthoredQuestion made, const std::string& answer, const std::vector<std::string>& wrong) {
        std::vector<content::AuthoredChoice> choices;
        const std::vector<std::string> rights = split_at(answer, "|");
        for (const std::string& text : rights) choices.push_back(choice_of(text, true));
        for (const std::string& text : wrong) choices.push_back(choice_of(text, false));
        if (is_reference(answer) && has_unread_cell()) return collector_.refused("answer-refers-to-unread", answer);
        collector_.take_choices(std::move(made), std::move(choices), rights.size() > 1, {});
    }

    void with_choices(content::AuthoredQuestion made, const std::string& answer,
                      const std::vector<TableChoice>& choices, const std::vector<std::string>& wrong, bool several) {
        const RightChoices right = right_choices(answer, choices, habits_);
        if (!right.problem.empty()) return collector_.refused(right.problem, right.detail);
        std::vector<content::AuthoredChoice> all;
        for (const TableChoice& choice : choices) all.push_back(choice_of(choice.text, false));
        for (const std::size_t index : right.indices) all[index].right = true;
        for (const std::string& text : wrong) all.push_back(choice_of(text, false));
        collector_.take_choices(std::move(made), std::move(all), several || right.indices.size() > 1, {});
    }

    static content::AuthoredChoice choice_of(const std::string& text, bool right) {
        content::AuthoredChoice choice;
        choice.text = text;
        choice.right = right;
        return choice;
    }

    const TableLayout& layout_;
    Collector collector_;
    CsvRecord record_;               ///< the current row
    AnswerHabits habits_;            ///< of all rows
    std::vector<bool> unread_;       ///< by column: it has text that is not read
    bool header_is_likely_ = false;  ///< the first row may be a header with names that are not known
    bool statements_only_ = false;   ///< every answer without choices is a word for true or false
    bool prompt_has_markup_ = false; ///< of the current row
};

} // namespace

Import read_csv(std::string_view text) { return Table(find_layout(text)).read(); }

} // namespace chelate::interop
