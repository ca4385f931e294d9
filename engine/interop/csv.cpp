// Reads tables: a header row with the names of the columns, then one question per row.
#include <algorithm>
#include <array>

#include "engine/base/csv.hpp"
#include "engine/base/text.hpp"
#include "engine/interop/collector.hpp"

namespace chelate::interop {
namespace {

class Table {
public:
    Import read(const std::vector<CsvRecord>& records) && {
        collector_.begin(1);
        if (!records.empty()) {
            for (const std::string& name : records.front().cells) columns_.push_back(folded(name));
        }
        if (column("question") < 0 || column("answer") < 0) {
            collector_.refused("no-header");
            return std::move(collector_).finish();
        }
        for (std::size_t i = 1; i < records.size(); ++i) {
            cells_ = &records[i].cells;
            if (std::all_of(cells_->begin(), cells_->end(), is_blank_line)) continue;
            collector_.begin(records[i].line);
            row();
        }
        return std::move(collector_).finish();
    }

private:
    [[nodiscard]] int column(std::string_view name) const {
        const auto found = std::find(columns_.begin(), columns_.end(), name);
        return found == columns_.end() ? -1 : static_cast<int>(found - columns_.begin());
    }

    [[nodiscard]] std::string field(std::string_view name) {
        const int at = column(name);
        if (at < 0 || static_cast<std::size_t>(at) >= cells_->size()) return {};
        return collector_.clean((*cells_)[static_cast<std::size_t>(at)]);
    }

    /// Returns the texts of numbered columns without empty ones.
    [[nodiscard]] std::vector<std::string> numbered(const std::string& name) {
        std::vector<std::string> texts;
        for (int number = 1; number <= 26; ++number) {
            std::string text = field(name + std::to_string(number));
            if (!text.empty()) texts.push_back(std::move(text));
        }
        return texts;
    }

    void row() {
        content::AuthoredQuestion made;
        made.prompt = field("question");
        made.explanation = field("explanation");
        if (const std::string source = field("source"); !source.empty()) {
            made.explanation += (made.explanation.empty() ? "" : "\n") + source;
            collector_.repaired("source-as-text");
        }
        const std::string tags = field("tags");
        collector_.topic(trimmed(std::string_view(tags).substr(0, tags.find_first_of(",;|"))));
        const std::string answer = field("answer");
        if (collector_.is_refused()) return;
        if (answer.empty()) return collector_.refused("no-answer");
        std::vector<std::string> rights = split(answer);
        std::vector<std::string> texts = numbered("choice");
        const std::vector<std::string> wrong = numbered("wrong");
        if (texts.empty() && wrong.empty()) return without_choices(std::move(made), answer, rights);
        if (texts.empty()) {
            texts = rights;
            texts.insert(texts.end(), wrong.begin(), wrong.end());
        }
        choices(std::move(made), texts, rights, answer);
    }

    /// Splits a field with several right answers, which are separated by a bar.
    static std::vector<std::string> split(const std::string& answer) {
        std::vector<std::string> parts;
        std::size_t from = 0;
        while (true) {
            const std::size_t bar = answer.find('|', from);
            const std::string_view part =
                trimmed(std::string_view(answer).substr(from, bar == std::string::npos ? bar : bar - from));
            if (!part.empty()) parts.emplace_back(part);
            if (bar == std::string::npos) return parts;
            from = bar + 1;
        }
    }

    void without_choices(content::AuthoredQuestion made, const std::string& answer,
                         const std::vector<std::string>& accepted) {
        const std::string word = folded(answer);
        if (word == "true" || word == "false") {
            made.kind = content::Kind::true_false;
            made.authored = content::Statement{word == "true"};
            return collector_.take(std::move(made), {});
        }
        std::vector<content::AcceptedText> texts;
        for (const std::string& text : accepted) texts.push_back({text, 100});
        collector_.take_texts(std::move(made), std::move(texts), {});
    }

    void choices(content::AuthoredQuestion made, const std::vector<std::string>& texts,
                 const std::vector<std::string>& rights, const std::string& answer) {
        std::vector<content::AuthoredChoice> choices;
        for (const std::string& text : texts) {
            content::AuthoredChoice choice;
            choice.text = text;
            choices.push_back(std::move(choice));
        }
        for (const std::string& right : rights) {
            const auto place = place_of(right, texts);
            if (!place) return collector_.refused("answer-not-among-choices", answer);
            choices[*place].right = true;
        }
        collector_.take_choices(std::move(made), std::move(choices), rights.size() > 1, {});
    }

    /// Returns the index of the choice that an answer refers to by its text, its number (from 1) or its letter.
    static std::optional<std::size_t> place_of(const std::string& right, const std::vector<std::string>& texts) {
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (folded(texts[i]) == folded(right)) return i;
        }
        if (right.size() == 1) {
            const char c = right.front();
            const int place = c >= '1' && c <= '9'   ? c - '1'
                              : c >= 'A' && c <= 'Z' ? c - 'A'
                              : c >= 'a' && c <= 'z' ? c - 'a'
                                                     : -1;
            if (place >= 0 && static_cast<std::size_t>(place) < texts.size()) return static_cast<std::size_t>(place);
        }
        return std::nullopt;
    }

    Collector collector_;
    std::vector<std::string> columns_;
    const std::vector<std::string>* cells_ = nullptr; ///< of the current row
};

} // namespace

Import read_csv(std::string_view text) { return Table().read(read_csv_table(text)); }

} // namespace chelate::interop
