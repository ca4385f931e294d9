// Reads tables: a header row with the names of the columns, then one question per row.
#include <algorithm>
#include <array>

#include "engine/base/text.hpp"
#include "engine/interop/collector.hpp"

namespace chelate::interop {
namespace {

struct Record {
    std::vector<std::string> fields;
    std::size_t line = 1;
};

/// Reads records. A quote opens a quoted field only at the start of the field. Inside one, two quotes mean one, and
/// line breaks are allowed.
class Records {
public:
    Records(std::string_view text, char separator) : text_(text), separator_(separator) {
        if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
    }

    std::optional<Record> next() {
        if (at_ >= text_.size()) return std::nullopt;
        Record record{{}, line_};
        do record.fields.push_back(field());
        while (more_);
        return record;
    }

private:
    std::string field() {
        std::string value;
        bool quoted = at_ < text_.size() && text_[at_] == '"';
        if (quoted) ++at_;
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (quoted) {
                if (c == '"') {
                    if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') ++at_;
                    else {
                        quoted = false;
                        continue;
                    }
                } else if (c == '\n') {
                    ++line_;
                }
                value += c;
                continue;
            }
            if (c == separator_) {
                ++at_;
                more_ = true;
                return value;
            }
            if (c == '\r' || c == '\n') {
                at_ += c == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n' ? 2 : 1;
                ++line_;
                more_ = false;
                return value;
            }
            value += c;
        }
        more_ = false;
        return value;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    bool more_ = false;
};

/// Returns the separator that is most frequent in the first line.
char separator_of(std::string_view text) {
    const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
    char best = ',';
    for (const char candidate : {',', ';', '\t'}) {
        if (std::count(first.begin(), first.end(), candidate) > std::count(first.begin(), first.end(), best))
            best = candidate;
    }
    return best;
}

class Table {
public:
    Table(std::string_view text) : records_(text, separator_of(text)) {}

    Import read() && {
        const auto header = records_.next();
        collector_.begin(1);
        if (header) {
            for (const std::string& name : header->fields) columns_.push_back(folded(name));
        }
        if (column("question") < 0 || column("answer") < 0) {
            collector_.refused("no-header");
            return std::move(collector_).finish();
        }
        while (const auto record = records_.next()) {
            record_ = &*record;
            if (std::all_of(record->fields.begin(), record->fields.end(),
                            [](const std::string& field) { return is_blank_line(field); }))
                continue;
            collector_.begin(record->line);
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
        if (at < 0 || static_cast<std::size_t>(at) >= record_->fields.size()) return {};
        return collector_.clean(record_->fields[static_cast<std::size_t>(at)]);
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

    Records records_;
    Collector collector_;
    std::vector<std::string> columns_;
    const Record* record_ = nullptr;
};

} // namespace

Import read_csv(std::string_view text) { return Table(text).read(); }

} // namespace chelate::interop
