// Questions written by hand.
#include "engine/content/authored/authored.hpp"

namespace chelate::content {
namespace {

const std::vector<std::string>& kind_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const KindRow& row : kinds) all.emplace_back(row.name);
        return all;
    }();
    return names;
}

/// What memory is kept for: a question that exercises nothing would never come back.
void read_exercises(json::ObjectReader& reader, AuthoredQuestion& question) {
    assign_ids(question.exercises.facts, reader, "facts", false);
    assign_ids(question.exercises.claims, reader, "claims", false);
    assign_ids(question.exercises.mechanisms, reader, "mechanisms", false);
    const bool given = reader.has("facts") || reader.has("claims") || reader.has("mechanisms");
    if (!given || (question.exercises.empty() && reader.ok())) {
        reader.report("", "exercises-nothing", "a question names the facts, claims or mechanisms it exercises");
    }
}

} // namespace

void read_question(Draft& draft, const json::Document& document, const json::Value& value) {
    // The kind decides which keys there are, so the reader is told its name first.
    const auto written = value.find("kind");
    const KindRow* row = written && written->kind() == json::Kind::string ? row_named(written->as_string()) : nullptr;
    AuthoredQuestion question;
    const std::string name = row != nullptr ? called(*row) : "a question";
    json::ObjectReader reader(document, value, name, draft.problems);
    question.id.value = take_id(draft, reader, ItemKind::question);
    (void)reader.word("kind", kind_names());
    assign(question.topic, reader.string("topic"));
    assign(question.prompt, reader.string("prompt"));
    bool parts_sound = true;
    if (row != nullptr) {
        question.kind = row->kind;
        question.authored = blank(row->writing);
        const AuthoredReading reading{draft, document, reader, *row};
        parts_sound = std::visit([&](auto& authored) { return read(reading, authored); }, question.authored);
    }
    assign(question.explanation, reader.string("explanation"));
    question.difficulty = static_cast<int>(reader.optional_integer("difficulty", 1, 3).value_or(2));
    read_exercises(reader, question);
    read_reserved(reader);
    // Of a question of unknown kind nobody can say which keys are wrong.
    if (row == nullptr) reader.accept_rest();
    if (keep(draft, reader, ItemKind::question, question.id.value, parts_sound)) {
        draft.pack.questions.emplace(question.id, std::move(question));
    }
}

} // namespace chelate::content
