// Writes questions as a file of a pack, laid out for people.
#include "engine/interop/imported.hpp"
#include "engine/json/writer.hpp"

namespace chelate::interop {
namespace {

/// Builds the text of one question, one line per key.
class QuestionLines {
public:
    void add(std::string_view key, const std::string& value) {
        lines_ += lines_.empty() ? "      " : ",\n      ";
        json::Writer name;
        name.string(key);
        lines_ += name.text() + ": " + value;
    }
    void text(std::string_view key, std::string_view value) {
        json::Writer writer;
        writer.string(value);
        add(key, writer.text());
    }
    void number(std::string_view key, double value) {
        json::Writer writer;
        writer.number(value);
        add(key, writer.text());
    }
    [[nodiscard]] std::string take() { return "    {\n" + std::move(lines_) + "\n    }"; }

private:
    std::string lines_;
};

std::string list_of(const std::vector<std::string>& objects) {
    std::string list = "[";
    for (const std::string& object : objects) list += (list.size() > 1 ? ",\n        " : "\n        ") + object;
    return list + "\n      ]";
}

void write(QuestionLines& lines, const content::Choices& authored) {
    std::vector<std::string> choices;
    for (const content::AuthoredChoice& choice : authored.choices) {
        json::Writer writer;
        writer.begin_object().member("text", choice.text);
        if (choice.right) writer.member("right", true);
        if (!choice.why.empty()) writer.member("why", choice.why);
        choices.push_back(writer.end_object().take());
    }
    lines.add("choices", list_of(choices));
}

void write(QuestionLines& lines, const content::Statement& authored) {
    lines.add("answer", authored.answer ? "true" : "false");
}

void write(QuestionLines& lines, const content::Pairs& authored) {
    std::vector<std::string> pairs;
    for (const content::Pair& pair : authored.pairs) {
        json::Writer writer;
        pairs.push_back(
            writer.begin_object().member("item", pair.item).member("target", pair.target).end_object().take());
    }
    lines.add("pairs", list_of(pairs));
    if (authored.extra.empty()) return;
    json::Writer extra;
    extra.begin_array();
    for (const std::string& target : authored.extra) extra.string(target);
    lines.add("extra", extra.end_array().text());
}

void write(QuestionLines& lines, const content::Quantity& authored) {
    if (authored.low == authored.high) {
        lines.number("value", authored.low);
    } else {
        lines.number("low", authored.low);
        lines.number("high", authored.high);
    }
    lines.number("from", authored.from);
    lines.number("to", authored.to);
    if (authored.decimals > 0) lines.number("decimals", authored.decimals);
}

void write(QuestionLines& lines, const content::Texts& authored) {
    std::vector<std::string> accepted;
    for (const content::AcceptedText& text : authored.accepted) {
        json::Writer writer;
        writer.begin_object().member("text", text.text);
        if (text.percent != 100) writer.member("percent", text.percent);
        accepted.push_back(writer.end_object().take());
    }
    lines.add("accepted", list_of(accepted));
}

// No importer produces these.
void write(QuestionLines&, const content::Items&) {}
void write(QuestionLines&, const content::Groups&) {}
void write(QuestionLines&, const content::ClaimVerdict&) {}
void write(QuestionLines&, const content::Nothing&) {}

std::string text_of(const content::AuthoredQuestion& question) {
    QuestionLines lines;
    lines.text("id", question.id.value);
    lines.text("kind", content::row_of(question.kind).name);
    lines.text("topic", question.topic.value);
    lines.text("prompt", question.prompt);
    std::visit([&](const auto& authored) { write(lines, authored); }, question.authored);
    if (!question.explanation.empty()) lines.text("explanation", question.explanation);
    lines.add("unsourced", "true");
    return lines.take();
}

} // namespace

std::vector<std::string> question_files(const Import& import, std::size_t most_bytes) {
    constexpr std::string_view head = "{\n  \"questions\": [\n";
    constexpr std::string_view foot = "\n  ]\n}\n";
    std::vector<std::string> files;
    for (const Imported& imported : import.questions) {
        const std::string text = text_of(imported.question);
        if (files.empty() || files.back().size() + text.size() + foot.size() + 2 > most_bytes) {
            if (!files.empty()) files.back() += foot;
            files.emplace_back(head);
        } else {
            files.back() += ",\n";
        }
        files.back() += text;
    }
    if (!files.empty()) files.back() += foot;
    return files;
}

std::string question_ids(const Import& import, std::size_t from, std::size_t end) {
    json::Writer writer;
    writer.begin_array();
    for (std::size_t i = from; i < end; ++i) writer.string(import.questions[i].question.id.value);
    return writer.end_array().take();
}

std::string topics_list(const Import& import) {
    json::Writer writer;
    writer.begin_array();
    for (const ImportedTopic& topic : import.topics)
        writer.begin_object().member("id", topic.id).member("name", topic.name).end_object();
    return writer.end_array().take();
}

} // namespace chelate::interop
