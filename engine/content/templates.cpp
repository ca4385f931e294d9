// Recipes that make questions, and the rounds that draw from them.
#include <algorithm>

#include "engine/content/draft.hpp"

namespace chelate::content {
namespace {

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_label = 60;

const std::vector<std::string> kinds{"compare", "order", "chain", "verdict", "true-false", "subject-for-value"};

std::string_view name_of_template(TemplateKind kind) {
    switch (kind) {
    case TemplateKind::compare: return "a template of kind 'compare'";
    case TemplateKind::order: return "a template of kind 'order'";
    case TemplateKind::chain: return "a template of kind 'chain'";
    case TemplateKind::verdict: return "a template of kind 'verdict'";
    case TemplateKind::true_false: return "a template of kind 'true-false'";
    case TemplateKind::subject_for_value: return "a template of kind 'subject-for-value'";
    }
    return "";
}

/// The {placeholders} of a text: which there may be, and which there must be for the question to make sense.
struct Placeholders {
    std::vector<std::string> known;
    std::vector<std::string> needed{};
};

Placeholders of_prompt(TemplateKind kind) {
    switch (kind) {
    case TemplateKind::compare: return {{"a", "b"}};
    case TemplateKind::order: return {};
    case TemplateKind::chain: return {{"mechanism"}, {"mechanism"}};
    case TemplateKind::verdict:
    case TemplateKind::true_false: return {{"statement"}, {"statement"}};
    case TemplateKind::subject_for_value: return {{"value", "of"}, {"value"}};
    }
    return {};
}

Placeholders of_explanation(TemplateKind kind) {
    switch (kind) {
    case TemplateKind::compare: return {{"winner", "winner_value", "loser", "loser_value"}};
    case TemplateKind::order: return {{"ranking"}};
    case TemplateKind::subject_for_value: return {{"subject", "value", "of"}};
    case TemplateKind::chain:
    case TemplateKind::verdict:
    case TemplateKind::true_false: return {};
    }
    return {};
}

/// One wrong placeholder is enough to know that the text is wrong, so only the first is reported.
void check_placeholders(json::ObjectReader& reader, std::string_view key, const std::string& text,
                        const Placeholders& placeholders) {
    if (text.empty()) return;
    const auto report_unknown = [&](const std::string& message) {
        std::string mend;
        for (const std::string& name : placeholders.known) mend += (mend.empty() ? "" : ", ") + ("{" + name + "}");
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
        if (std::find(placeholders.known.begin(), placeholders.known.end(), name) == placeholders.known.end()) {
            return report_unknown(json::quoted('{' + name + '}') + " is no placeholder of '" + std::string(key) + "'");
        }
        met.push_back(name);
        at = end + 1;
    }
    for (const std::string& name : placeholders.needed) {
        if (std::find(met.begin(), met.end(), name) != met.end()) continue;
        reader.report(key, "missing-placeholder", json::quoted(key) + " must hold {" + name + "}");
    }
}

int read_count(json::ObjectReader& reader) { return static_cast<int>(reader.integer("count", 3, 6).value_or(4)); }

/// Templates that compare subjects by an attribute.
void read_comparison(json::ObjectReader& reader, Template& made) {
    assign(made.attribute, reader.string("attribute"));
    assign(made.group, reader.string("group", longest_name));
    assign(made.explanation, reader.string("explanation"));
}

void read_labels(json::ObjectReader& reader, Template& made) {
    assign(made.first_label, reader.string("first_label", longest_label));
    assign(made.last_label, reader.string("last_label", longest_label));
}

void read_by_kind(json::ObjectReader& reader, Template& made) {
    switch (made.kind) {
    case TemplateKind::compare:
        read_comparison(reader, made);
        made.greatest = reader.boolean("most").value_or(true);
        break;
    case TemplateKind::order:
        read_comparison(reader, made);
        made.greatest = reader.boolean("most").value_or(true);
        made.count = read_count(reader);
        read_labels(reader, made);
        break;
    case TemplateKind::subject_for_value:
        read_comparison(reader, made);
        made.count = read_count(reader);
        break;
    case TemplateKind::chain:
        made.count = read_count(reader);
        read_labels(reader, made);
        assign_ids(made.topics, reader, "topics", false);
        break;
    case TemplateKind::verdict:
    case TemplateKind::true_false: assign_ids(made.topics, reader, "topics", false); break;
    }
    assign_ids(made.subjects, reader, "subjects", false);
    check_placeholders(reader, "prompt", made.prompt, of_prompt(made.kind));
    check_placeholders(reader, "explanation", made.explanation, of_explanation(made.kind));
}

} // namespace

void read_template(Draft& draft, const json::Document& document, const json::Value& value) {
    const auto kind_value = value.find("kind");
    const auto known = kind_value && kind_value->kind() == json::Kind::string
                           ? std::find(kinds.begin(), kinds.end(), kind_value->as_string())
                           : kinds.end();
    const bool kind_known = known != kinds.end();
    Template made;
    if (kind_known) made.kind = static_cast<TemplateKind>(known - kinds.begin());
    json::ObjectReader reader(document, value, kind_known ? name_of_template(made.kind) : "a template", draft.problems);
    made.id.value = take_id(draft, reader, ItemKind::template_);
    (void)reader.word("kind", kinds);
    assign(made.prompt, reader.string("prompt"));
    assign(made.topic, reader.optional_string("topic"));
    if (kind_known) read_by_kind(reader, made);
    else reader.accept_rest();
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
