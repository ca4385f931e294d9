// Reads Aiken files: a question, one line for each choice, then "ANSWER:" and a letter.
#include "engine/interop/collector.hpp"

namespace chelate::interop {
namespace {

/// Returns the letter and the text of a line such as "B) Oxygen", or nothing for any other line.
std::optional<std::pair<char, std::string_view>> choice_in(std::string_view line) {
    if (line.size() < 2 || line[0] < 'A' || line[0] > 'Z' || (line[1] != ')' && line[1] != '.')) return std::nullopt;
    return std::pair(line[0], trimmed(line.substr(2)));
}

class AikenReader {
public:
    explicit AikenReader(std::string_view text) : lines_(text) {}

    Import read() && {
        while (const auto read = lines_.next()) {
            const std::string_view line = trimmed(*read);
            if (line.size() < 2) continue; // blank lines do not separate questions
            if (line.starts_with("ANSWER:")) {
                answer(trimmed(line.substr(7)));
            } else if (const auto choice = choice_in(line); choice && !prompt_.empty()) {
                choices_.emplace_back(choice->first, std::string(choice->second));
            } else {
                text(line);
            }
        }
        if (!prompt_.empty()) drop("no-answer");
        return std::move(collector_).finish();
    }

private:
    void text(std::string_view line) {
        if (!choices_.empty()) drop("no-answer"); // another question begins before this one has its answer
        if (prompt_.empty()) begins_ = lines_.number();
        else prompt_ += '\n';
        prompt_ += line;
    }

    void drop(std::string_view code) {
        collector_.begin(begins_);
        collector_.refused(code);
        clear();
    }

    void clear() {
        prompt_.clear();
        choices_.clear();
    }

    void answer(std::string_view letters) {
        if (prompt_.empty()) {
            begins_ = lines_.number();
            return drop("no-text");
        }
        collector_.begin(begins_);
        content::AuthoredQuestion made;
        made.prompt = collector_.clean(std::move(prompt_));
        std::vector<content::AuthoredChoice> choices;
        bool found = false;
        for (const auto& [letter, text] : choices_) {
            content::AuthoredChoice choice;
            choice.text = collector_.clean(text);
            choice.right = !letters.empty() && letter == letters.front();
            found = found || choice.right;
            choices.push_back(std::move(choice));
        }
        if (choices.size() < 2) collector_.refused("too-few-choices");
        else if (!found) collector_.refused("no-such-letter", letters.substr(0, 20));
        else collector_.take_choices(std::move(made), std::move(choices), false, {});
        clear();
    }

    Lines lines_;
    Collector collector_;
    std::string prompt_;
    std::vector<std::pair<char, std::string>> choices_;
    std::size_t begins_ = 1;
};

} // namespace

Import read_aiken(std::string_view text) { return AikenReader(text).read(); }

} // namespace chelate::interop
