// Reads questions written by hand.
#include "engine/content/authored/authored.hpp"

namespace chelate::content {
namespace {

constexpr std::size_t longest_heading = 60;
constexpr std::size_t most_panels = 4;
constexpr std::size_t longest_hint = 160;

/// Reads what a question exercises. The learner model keeps memory records for it, so a question that exercises
/// nothing would never come up for review.
void read_exercises(json::ObjectReader& reader, AuthoredQuestion& question, bool required) {
    assign_ids(question.exercises.facts, reader, "facts", false);
    assign_ids(question.exercises.claims, reader, "claims", false);
    assign_ids(question.exercises.mechanisms, reader, "mechanisms", false);
    const bool given = reader.has("facts") || reader.has("claims") || reader.has("mechanisms");
    if (!required) return;
    if (!given || (question.exercises.empty() && reader.ok())) {
        reader.report("", "exercises-nothing", "a question names the facts, claims or mechanisms it exercises");
    }
}

/// Reads the hints, or the single hint that packs had before.
void read_hints(json::ObjectReader& reader, std::vector<std::string>& hints) {
    if (reader.has("hints") && reader.has("hint"))
        return reader.report("hint", "hint-count", "'hints' lists all of them; leave out 'hint'");
    if (const auto hint = reader.optional_string("hint")) hints = {*hint};
    if (!reader.has("hints")) return;
    std::vector<std::size_t> places;
    hints = reader.strings("hints", true, &places);
    if (reader.ok() && (hints.empty() || hints.size() > most_hints))
        reader.report("hints", "hint-count", "'hints' lists 1 to 3, not " + std::to_string(hints.size()));
    for (std::size_t i = 0; i < std::min(hints.size(), places.size()); ++i) {
        if (code_points(hints[i]) > longest_hint)
            reader.report_at(places[i], "too-long", "a hint has at most 160 characters");
    }
}

bool read_panel(const AuthoredReading& reading, const json::Value& value, std::vector<Panel>& panels) {
    json::ObjectReader reader(reading.document, value, "a panel", reading.draft.problems);
    Panel panel;
    assign(panel.heading, reader.optional_string("heading", longest_heading));
    assign(panel.text, reader.string("text"));
    assign(panel.source, reader.optional_string("source"));
    panel.numbered = reader.optional_boolean("numbered").value_or(false);
    read_reserved(reader);
    reader.finish();
    panels.push_back(std::move(panel));
    return reader.ok();
}

/// Reads what there is to look at before answering. @return whether the panels were read without problems
bool read_panels(const AuthoredReading& reading, std::vector<Panel>& panels) {
    const auto list = reading.reader.array("panels", reading.row.panels > 0);
    if (!list) return true;
    if (list->size() < reading.row.panels || list->size() > most_panels) {
        reading.reader.report("panels", "panel-count",
                              called(reading.row) + " has " + std::to_string(reading.row.panels) + " to " +
                                  std::to_string(most_panels) + " panels, not " + std::to_string(list->size()));
        return true;
    }
    bool sound = true;
    for (auto value = list->first(); value; value = value->next()) sound = read_panel(reading, *value, panels) && sound;
    return sound;
}

/// Checks what only some kinds require of a question.
void check_kind(const AuthoredReading& reading, const AuthoredQuestion& question) {
    if (reading.row.has_gap && !question.prompt.empty() && !has_gap(question.prompt)) {
        reading.reader.report("prompt", "no-gap", "the prompt shows its gap as three or more underscores");
    }
    if (reading.row.writing == Writing::verdict && reading.reader.ok() && question.exercises.claims.size() != 1) {
        reading.reader.report("claims", "one-claim",
                              called(reading.row) + " names exactly one claim, whose verdict is the key");
    }
}

} // namespace

void read_question(Draft& draft, const json::Document& document, const json::Value& value) {
    // The kind decides which keys are allowed and how problems name the question, so look it up first.
    const auto written = value.find("kind");
    const KindRow* row = written && written->kind() == json::Kind::string ? row_named(written->as_string()) : nullptr;
    AuthoredQuestion question;
    const std::string name = row != nullptr ? called(*row) : "a question";
    json::ObjectReader reader(document, value, name, draft.problems);
    question.id.value = take_id(draft, reader, EntryKind::question);
    static const std::vector<std::string> known = names_of_rows(kinds);
    (void)reader.word("kind", known);
    assign(question.topic, reader.string("topic"));
    assign(question.prompt, reader.string("prompt"));
    question.unsourced = reader.optional_boolean("unsourced").value_or(false);
    if (question.unsourced && !draft.pack.unsourced) {
        reader.report("unsourced", "unsourced-question",
                      "nothing stands behind this question, and the manifest does not say that the pack has such");
    }
    bool parts_sound = true;
    if (row != nullptr) {
        question.kind = row->kind;
        question.authored = blank(row->writing);
        const AuthoredReading reading{draft, document, reader, *row, question.unsourced};
        parts_sound = std::visit([&](auto& authored) { return read(reading, authored); }, question.authored);
        parts_sound = read_panels(reading, question.panels) && parts_sound;
    }
    read_hints(reader, question.hints);
    assign(question.explanation,
           question.unsourced ? reader.optional_string("explanation") : reader.string("explanation"));
    question.difficulty = static_cast<int>(reader.optional_integer("difficulty", 1, 3).value_or(2));
    read_exercises(reader, question, !question.unsourced && (row == nullptr || row->is_marked));
    if (row != nullptr) check_kind({draft, document, reader, *row}, question);
    parts_sound = read_image(draft, document, reader, question.image) && parts_sound;
    read_reserved(reader);
    // When the kind is unknown, there is no way to tell which of the other keys are wrong.
    if (row == nullptr) reader.accept_rest();
    if (keep(draft, reader, EntryKind::question, question.id.value, parts_sound)) {
        draft.pack.questions.emplace(question.id, std::move(question));
    }
}

} // namespace chelate::content
