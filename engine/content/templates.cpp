// Recipes that make questions, and the rounds that draw from them.
#include <algorithm>

#include "engine/content/draft.hpp"

namespace chelate::content {
namespace {

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_label = 60;

std::string called(const TemplateRow& row) { return "a template of kind '" + std::string(row.name) + "'"; }

const std::vector<std::string>& kind_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const TemplateRow& row : template_kinds) all.emplace_back(row.name);
        return all;
    }();
    return names;
}

/// One wrong placeholder is enough to know that the text is wrong, so only the first is reported.
void check_placeholders(json::ObjectReader& reader, std::string_view key, const std::string& text,
                        const Placeholders& known, std::string_view needed = {}) {
    if (text.empty()) return;
    const auto report_unknown = [&](const std::string& message) {
        std::string mend;
        for (const std::string_view name : known) {
            if (!name.empty()) mend += (mend.empty() ? "{" : ", {") + std::string(name) + "}";
        }
        if (mend.empty()) mend = "there is none here";
        else mend = "there is " + mend;
        reader.report(key, "unknown-placeholder", message + "; " + mend);
    };
    std::vector<std::string> met;
    for (std::size_t at = text.find_first_of("{}"); at != std::string::npos; at = text.find_first_of("{}", at)) {
        const std::size_t end = text.find_first_of("{}", at + 1);
        if (text[at] == '}' || end == std::string::npos || text[end] == '{') {
            return report_unknown("a brace stands alone in '" + std::string(key) + "'");
        }
        const std::string name = text.substr(at + 1, end - at - 1);
        if (name.empty() || std::find(known.begin(), known.end(), name) == known.end()) {
            return report_unknown(json::quoted('{' + name + '}') + " is no placeholder of '" + std::string(key) + "'");
        }
        met.push_back(name);
        at = end + 1;
    }
    if (!needed.empty() && std::find(met.begin(), met.end(), needed) == met.end()) {
        reader.report(key, "missing-placeholder", json::quoted(key) + " must hold {" + std::string(needed) + "}");
    }
}

/// The keys a kind has, in the order an author would write them.
void read_by_kind(json::ObjectReader& reader, const TemplateRow& row, Template& made) {
    if (row.draws == Draws::facts) {
        assign(made.attribute, reader.string("attribute"));
        assign(made.group, reader.string("group", longest_name));
        assign(made.explanation, reader.string("explanation"));
    } else {
        assign_ids(made.topics, reader, "topics", false);
    }
    assign_ids(made.subjects, reader, "subjects", false);
    if (row.most) made.greatest = reader.boolean("most").value_or(true);
    if (row.count) made.count = static_cast<int>(reader.integer("count", 3, 6).value_or(4));
    if (row.labels) {
        assign(made.first_label, reader.string("first_label", longest_label));
        assign(made.last_label, reader.string("last_label", longest_label));
    }
    if (row.option) {
        assign(made.option, reader.string("option"));
        check_placeholders(reader, "option", made.option, {"amount", "subject"}, "amount");
    }
    if (row.unit) assign(made.unit, reader.string("unit", longest_label));
    if (row.scale) {
        made.from = reader.number("from").value_or(0);
        made.to = reader.number("to").value_or(0);
        made.step = reader.number("step").value_or(1);
        if (reader.ok() && (made.from >= made.to || made.step <= 0)) {
            reader.report("from", "bad-scale", "the scale goes up from 'from' to 'to' in steps above 0");
        }
    }
    check_placeholders(reader, "prompt", made.prompt, row.prompt, row.needed);
    check_placeholders(reader, "explanation", made.explanation, row.explanation);
}

} // namespace

void read_template(Draft& draft, const json::Document& document, const json::Value& value) {
    const auto written = value.find("kind");
    const TemplateRow* row = written && written->kind() == json::Kind::string ? template_row_named(written->as_string()) : nullptr;
    Template made;
    const std::string name = row != nullptr ? called(*row) : "a template";
    json::ObjectReader reader(document, value, name, draft.problems);
    made.id.value = take_id(draft, reader, ItemKind::template_);
    (void)reader.word("kind", kind_names());
    assign(made.prompt, reader.string("prompt"));
    assign(made.topic, reader.optional_string("topic"));
    if (row != nullptr) {
        made.kind = row->kind;
        read_by_kind(reader, *row, made);
    } else {
        reader.accept_rest();
    }
    read_reserved(reader);
    if (keep(draft, reader, ItemKind::template_, made.id.value)) draft.pack.templates.emplace(made.id, std::move(made));
}

void read_round(Draft& draft, const json::Document& document, const json::Value& value) {
    json::ObjectReader reader(document, value, name_of(ItemKind::round), draft.problems);
    Round round;
    round.id.value = take_id(draft, reader, ItemKind::round);
    assign(round.name, reader.string("name", longest_name));
    assign(round.about, reader.string("about"));
    round.count = static_cast<int>(reader.integer("count", 1, 50).value_or(10));
    round.shuffled = reader.optional_boolean("shuffled").value_or(true);
    static const std::vector<std::string> markings{"plain", "certainty"};
    static const std::vector<std::string> feedbacks{"each", "end"};
    round.certainty = reader.optional_word("marking", markings).value_or(0) == 1;
    round.passing = reader.optional_boolean("passing").value_or(false);
    round.hints = reader.optional_boolean("hints").value_or(false);
    round.tries = static_cast<int>(reader.optional_integer("tries", 1, 2).value_or(1));
    round.feedback_at_end = reader.optional_word("feedback", feedbacks).value_or(0) == 1;
    if (round.certainty && round.tries > 1) reader.report("tries", "marking-clash", "a round that asks for certainty has one try");
    // Unlike other lists these may be empty, as long as one of the two is not.
    assign_ids(round.questions, reader, "questions", false);
    assign_ids(round.templates, reader, "templates", false);
    if (reader.ok() && round.questions.empty() && round.templates.empty()) {
        reader.report("", "empty-round", "a round lists at least one question or template");
    }
    read_reserved(reader);
    if (keep(draft, reader, ItemKind::round, round.id.value)) draft.pack.rounds.push_back(std::move(round));
}

} // namespace chelate::content
