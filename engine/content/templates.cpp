// Reads templates, and the rounds that draw from them.
#include <algorithm>
#include <cmath>

#include "engine/base/text.hpp"
#include "engine/content/draft.hpp"

namespace chelate::content {

void check_placeholders(json::ObjectReader& reader, std::string_view key, const std::string& text,
                        const Placeholders& known, std::string_view needed) {
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
            return report_unknown(json::in_quotes('{' + name + '}') + " is no placeholder of '" + std::string(key) +
                                  "'");
        }
        met.push_back(name);
        at = end + 1;
    }
    if (!needed.empty() && std::find(met.begin(), met.end(), needed) == met.end()) {
        reader.report(key, "missing-placeholder", json::in_quotes(key) + " must hold {" + std::string(needed) + "}");
    }
}

namespace {

std::string called(const TemplateRow& row) { return "a template of kind '" + std::string(row.name) + "'"; }

/// Reads the keys that a kind of template has, in the order in which an author would write them.
void read_by_kind(json::ObjectReader& reader, const TemplateRow& row, Template& made) {
    if (row.draws == Draws::facts) {
        assign(made.attribute, reader.string("attribute"));
        assign(made.group, reader.string("group", longest_name));
        assign(made.explanation, reader.string("explanation"));
    } else {
        assign_ids(made.topics, reader, "topics", false);
    }
    if (row.draws == Draws::models) {
        assign_ids(made.models, reader, "models", false);
        assign(made.explanation, reader.string("explanation"));
    } else {
        assign_ids(made.subjects, reader, "subjects", false);
    }
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
    if (row.scale && (reader.has("from") || reader.has("to") || reader.has("step"))) {
        made.from = reader.number("from").value_or(0);
        made.to = reader.number("to").value_or(0);
        made.step = reader.number("step").value_or(1);
        for (const auto& [key, number] : {std::pair{"from", made.from}, {"to", made.to}, {"step", made.step}}) {
            if (!(std::abs(number) <= largest_on_scale))
                reader.report(key, "out-of-range", json::in_quotes(key) + " is larger than a billion");
        }
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
    const TemplateRow* row =
        written && written->kind() == json::Kind::string ? template_row_named(written->as_string()) : nullptr;
    Template made;
    const std::string name = row != nullptr ? called(*row) : "a template";
    json::ObjectReader reader(document, value, name, draft.problems);
    made.id.value = take_id(draft, reader, EntryKind::template_);
    static const std::vector<std::string> known = names_of_rows(template_kinds);
    (void)reader.word("kind", known);
    assign(made.prompt, reader.string("prompt"));
    assign(made.topic, reader.optional_string("topic"));
    if (row != nullptr) {
        made.kind = row->kind;
        read_by_kind(reader, *row, made);
    } else {
        reader.accept_rest();
    }
    read_reserved(reader);
    if (keep(draft, reader, EntryKind::template_, made.id.value))
        draft.pack.templates.emplace(made.id, std::move(made));
}

namespace {

void read_kinds(json::ObjectReader& reader, Pool& pool) {
    static const std::vector<std::string> known = names_of_rows(kinds);
    std::vector<std::size_t> places;
    const auto words = reader.strings("kinds", false, &places);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (const KindRow* row = row_named(words[i])) {
            pool.kinds.push_back(row->kind);
            continue;
        }
        const auto near = nearest(words[i], known);
        reader.report_at(places[i], "unknown-word",
                         "there is no kind of question " + json::in_quotes(words[i]) +
                             (near ? "; did you mean '" + *near + "'?" : ""));
    }
}

/// Reads a pool. @return whether it was read without problems
bool read_pool(Draft& draft, const json::Document& document, const json::Value& value, Pool& pool) {
    json::ObjectReader reader(document, value, "a pool", draft.problems);
    assign_ids(pool.topics, reader, "topics", false);
    assign_ids(pool.subjects, reader, "subjects", false);
    assign_ids(pool.mechanisms, reader, "mechanisms", false);
    read_kinds(reader, pool);
    // Difficulties are a range, because a list of numbers would be the only one in the pack format.
    const int from = static_cast<int>(reader.optional_integer("easiest", 1, 3).value_or(1));
    const int to = static_cast<int>(reader.optional_integer("hardest", 1, 3).value_or(3));
    if (from > to) reader.report("easiest", "empty-range", "'easiest' is not above 'hardest'");
    if (from > 1 || to < 3) {
        for (int difficulty = from; difficulty <= to; ++difficulty) pool.difficulties.push_back(difficulty);
    }
    reader.finish();
    return reader.ok();
}

Mixing read_mixing(json::ObjectReader& reader) {
    const bool shuffled = reader.optional_boolean("shuffled").value_or(true);
    const bool interleaved = reader.optional_boolean("interleaved").value_or(false);
    if (interleaved && !shuffled)
        reader.report("interleaved", "order-clash", "a round in a fixed order is not interleaved");
    if (interleaved) return Mixing::interleaved;
    return shuffled ? Mixing::shuffled : Mixing::fixed;
}

void read_clock(json::ObjectReader& reader, Round& round) {
    static const std::vector<std::string> losses{"none", "quarter", "half"};
    round.seconds = static_cast<int>(reader.optional_integer("seconds", 5, 600).value_or(0));
    round.loss_quarters = static_cast<int>(reader.optional_word("speed_loss", losses).value_or(0));
    if (reader.ok() && round.loss_quarters > 0 && (round.seconds == 0 || round.asks_confidence)) {
        reader.report("speed_loss", "marking-clash",
                      "speed counts only in a round with 'seconds' that does not ask for certainty");
    }
    if (reader.ok() && round.seconds > 0 && round.tries > 1) {
        reader.report("tries", "marking-clash", "a round with a clock has one try");
    }
}

} // namespace

void read_round(Draft& draft, const json::Document& document, const json::Value& value) {
    json::ObjectReader reader(document, value, name_of(EntryKind::round), draft.problems);
    Round round;
    round.id.value = take_id(draft, reader, EntryKind::round);
    assign(round.name, reader.string("name", longest_name));
    assign(round.about, reader.string("about"));
    round.minutes = static_cast<int>(reader.optional_integer("minutes", 1, 180).value_or(0));
    round.count = static_cast<int>(
        (round.minutes > 0 ? reader.optional_integer("count", 1, 50) : reader.integer("count", 1, 50)).value_or(10));
    round.mixing = read_mixing(reader);
    static const std::vector<std::string> markings{"plain", "certainty"};
    static const std::vector<std::string> feedbacks{"each", "end"};
    round.asks_confidence = reader.optional_word("marking", markings).value_or(0) == 1;
    round.passing = reader.optional_boolean("passing").value_or(false);
    round.hints = reader.optional_boolean("hints").value_or(false);
    round.tries = static_cast<int>(reader.optional_integer("tries", 1, 2).value_or(1));
    round.feedback_at_end = reader.optional_word("feedback", feedbacks).value_or(0) == 1;
    if (round.asks_confidence && round.tries > 1)
        reader.report("tries", "marking-clash", "a round that asks for certainty has one try");
    read_clock(reader, round);
    const auto pool = reader.object("pool", false);
    const bool pool_sound = !pool || read_pool(draft, document, *pool, round.pool);
    // Either list may be missing or empty, as long as the round lists something or has a pool.
    assign_ids(round.questions, reader, "questions", false);
    assign_ids(round.templates, reader, "templates", false);
    if (reader.ok() && round.draws_on_all() && !reader.has("pool")) {
        reader.report("", "empty-round", "a round lists at least one question or template, or has a 'pool'");
    }
    read_reserved(reader);
    if (keep(draft, reader, EntryKind::round, round.id.value, pool_sound))
        draft.pack.rounds.push_back(std::move(round));
}

} // namespace chelate::content
