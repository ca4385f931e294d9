// Reads mechanisms, claims with their verdicts and grades, misconceptions and conflicts.
#include <unordered_set>

#include "engine/base/text.hpp"
#include "engine/content/draft.hpp"

namespace chelate::content {
namespace {

constexpr std::size_t longest_step_card = 60; ///< characters of a step that a card shows
constexpr std::size_t longest_because = 160;  ///< characters; shown under its step
constexpr std::size_t longest_correction = 200;
constexpr std::size_t fewest_steps = 3;

const std::vector<std::string> verdicts{"supported", "mixed", "weak", "contradicted", "traditional"};
const std::vector<std::string> seen_in_words{"people", "animals", "cells", "chemistry", "rule"};
const std::vector<std::string> certainties{"high", "moderate", "low", "very-low"};
const std::vector<std::string> sizes{"large", "medium", "small", "none", "harm", "unknown"};
const std::vector<std::string> abouts{"efficacy", "measurement", "safety"};
const std::vector<std::string> applies_words{"this-form", "another-form", "in-general", "no-form"};

/// Reads one step. In an askable mechanism a card must have room for the whole step.
Step read_step(Draft& draft, const json::Document& document, const json::Value& value, Mechanism& mechanism,
               bool& sound) {
    json::ObjectReader reader(document, value, "a step", draft.problems);
    Step step;
    assign(step.text, reader.string("text"));
    const auto short_text = reader.optional_string("short", longest_step_card);
    const bool fits = code_points(step.text) <= longest_step_card;
    if (short_text) step.short_text = *short_text;
    else if (fits) step.short_text = step.text;
    else step.short_text = std::string(first_graphemes(step.text, longest_step_card - 1)) + "\u2026";
    assign(step.because, reader.optional_string("because", longest_because));
    if (mechanism.askable && !fits && !reader.has("short")) {
        reader.report("text", "long-step",
                      "a step that is asked has at most " + std::to_string(longest_step_card) +
                          " characters or a 'short' that does");
    }
    read_figure_step(document, reader, mechanism.figure, draft.problems, sound);
    reader.finish();
    sound = sound && reader.ok();
    return step;
}

void read_steps(Draft& draft, const json::Document& document, json::ObjectReader& reader, Mechanism& mechanism,
                bool& sound) {
    const auto list = reader.array("steps", true);
    if (!list) return;
    if (list->size() < fewest_steps || list->size() > most_steps) {
        reader.report("steps", "step-count",
                      "a mechanism has " + std::to_string(fewest_steps) + " to " + std::to_string(most_steps) +
                          " steps, not " + std::to_string(list->size()));
        return;
    }
    std::unordered_set<std::string> shown;
    for (auto step = list->first(); step; step = step->next()) {
        mechanism.steps.push_back(read_step(draft, document, *step, mechanism, sound));
        const Step& last = mechanism.steps.back();
        if (!last.short_text.empty() && !shown.insert(folded(last.short_text)).second && mechanism.askable) {
            reader.report_at(step->offset(), "equal-items",
                             "two steps show the same text, so their order cannot be told");
        }
    }
}

std::optional<Twin> read_twin(Draft& draft, const json::Document& document, json::ObjectReader& claim_reader,
                              const Claim& claim, bool& sound) {
    const auto value = claim_reader.object("twin", false);
    if (!value) return std::nullopt;
    json::ObjectReader reader(document, *value, "a twin", draft.problems);
    Twin twin;
    assign(twin.statement, reader.string("statement"));
    assign(twin.refutation, reader.string("refutation"));
    if (!twin.statement.empty() && folded(twin.statement) == folded(claim.statement)) {
        reader.report("statement", "equal-twin", "a twin says something else than its claim");
    }
    reader.finish();
    sound = sound && reader.ok();
    return twin;
}

std::optional<Grade> read_grade(Draft& draft, const json::Document& document, json::ObjectReader& claim_reader,
                                bool& sound) {
    const auto value = claim_reader.object("grade", false);
    if (!value) return std::nullopt;
    json::ObjectReader reader(document, *value, "a grade", draft.problems);
    Grade grade;
    assign(grade.question, reader.string("question"));
    if (reader.has("studies")) {
        assign_ids(grade.studies, reader, "studies", true);
        if (const auto word = reader.word("about", abouts)) grade.about = static_cast<QuestionAbout>(*word);
        assign_ids(grade.asked, reader, "asked", false);
        if (reader.has("certainty") || reader.has("size") || reader.has("applies_to")) {
            reader.report("studies", "grade-content",
                          "a grade with 'studies' is computed from them; it states no grade of its own");
            reader.accept_rest();
        }
    } else {
        if (const auto word = reader.word("certainty", certainties)) grade.certainty = static_cast<Certainty>(*word);
        if (const auto word = reader.word("size", sizes)) grade.size = static_cast<EffectSize>(*word);
        if (const auto word = reader.word("applies_to", applies_words))
            grade.applies_to = static_cast<AppliesTo>(*word);
    }
    reader.finish();
    sound = sound && reader.ok();
    return grade;
}

} // namespace

void read_mechanism(Draft& draft, const json::Document& document, const json::Value& value) {
    json::ObjectReader reader(document, value, name_of(EntryKind::mechanism), draft.problems);
    Mechanism mechanism;
    bool sound = true;
    mechanism.id.value = take_id(draft, reader, EntryKind::mechanism);
    assign(mechanism.name, reader.string("name", longest_name));
    assign(mechanism.where, reader.string("where"));
    assign(mechanism.area, reader.optional_string("area", longest_label));
    assign(mechanism.topic, reader.string("topic"));
    mechanism.askable = reader.optional_boolean("askable").value_or(false);
    if (!read_figure(draft, document, reader, mechanism.figure)) sound = false;
    read_steps(draft, document, reader, mechanism, sound);
    for (const FigureVariant& variant : mechanism.figure.variants) {
        if (!variant.steps.empty() && variant.steps.rbegin()->first >= mechanism.steps.size())
            reader.report("figure", "out-of-range", "a variant changes a step that the mechanism does not have");
    }
    assign(mechanism.evidence, reader.string("evidence"));
    assign(mechanism.note, reader.optional_string("note"));
    assign(mechanism.caveat, reader.optional_string("caveat"));
    assign_ids(mechanism.subjects, reader, "subjects", false);
    assign_ids(mechanism.sources, reader, "sources", true);
    read_reserved(reader);
    if (keep(draft, reader, EntryKind::mechanism, mechanism.id.value, sound)) {
        mechanism.place = draft.pack.mechanisms.size();
        draft.pack.mechanisms.emplace(mechanism.id, std::move(mechanism));
    }
}

void read_claim(Draft& draft, const json::Document& document, const json::Value& value) {
    json::ObjectReader reader(document, value, name_of(EntryKind::claim), draft.problems);
    Claim claim;
    bool sound = true;
    claim.id.value = take_id(draft, reader, EntryKind::claim);
    assign(claim.statement, reader.string("statement"));
    assign(claim.topic, reader.string("topic"));
    const auto verdict = reader.word("verdict", verdicts);
    if (verdict) claim.verdict = static_cast<Verdict>(*verdict);
    if (const auto word = reader.optional_word("seen_in", seen_in_words)) claim.seen_in = static_cast<SeenIn>(*word);
    assign(claim.explanation, reader.string("explanation"));
    claim.askable = reader.optional_boolean("askable").value_or(false);
    claim.twin = read_twin(draft, document, reader, claim, sound);
    if (claim.twin && verdict && claim.verdict != Verdict::supported) {
        reader.report("twin", "twin-without-support", "only a supported claim has a twin");
    }
    claim.grade = read_grade(draft, document, reader, sound);
    assign(claim.not_graded, reader.optional_string("not_graded", longest_name));
    if (reader.has("grade") && reader.has("not_graded")) {
        reader.report("not_graded", "grade-content", "a claim that has a 'grade' has no reason for having none");
    }
    assign(claim.correction, reader.optional_string("correction", longest_correction));
    if (reader.has("correction") && verdict && claim.verdict == Verdict::supported) {
        reader.report("correction", "correction-of-support", "a supported claim needs no correction");
    }
    claim.review_by = read_review_date(reader);
    assign_ids(claim.subjects, reader, "subjects", false);
    assign_ids(claim.mechanisms, reader, "mechanisms", false);
    assign_ids(claim.sources, reader, "sources", true);
    read_reserved(reader);
    if (keep(draft, reader, EntryKind::claim, claim.id.value, sound)) {
        draft.pack.claims.emplace(claim.id, std::move(claim));
    }
}

void read_misconception(Draft& draft, const json::Document& document, const json::Value& value) {
    json::ObjectReader reader(document, value, name_of(EntryKind::misconception), draft.problems);
    Misconception misconception;
    misconception.id.value = take_id(draft, reader, EntryKind::misconception);
    assign(misconception.belief, reader.string("belief"));
    assign(misconception.tempting, reader.string("tempting"));
    assign(misconception.correction, reader.string("correction"));
    assign_ids(misconception.subjects, reader, "subjects", false);
    assign_ids(misconception.claims, reader, "claims", false);
    assign_ids(misconception.sources, reader, "sources", true);
    read_reserved(reader);
    if (keep(draft, reader, EntryKind::misconception, misconception.id.value)) {
        draft.pack.misconceptions.emplace(misconception.id, std::move(misconception));
    }
}

void read_conflict(Draft& draft, const json::Document& document, const json::Value& value) {
    json::ObjectReader reader(document, value, name_of(EntryKind::conflict), draft.problems);
    Conflict conflict;
    bool sound = true;
    conflict.id.value = take_id(draft, reader, EntryKind::conflict);
    assign(conflict.name, reader.string("name", longest_name));
    assign(conflict.topic, reader.string("topic"));
    if (const auto sides = reader.array("sides", true)) {
        if (sides->size() == 0) reader.report("sides", "empty-list", "'sides' must name at least one");
        for (auto one = sides->first(); one; one = one->next()) {
            json::ObjectReader side(document, *one, "a side", draft.problems);
            Side& read = conflict.sides.emplace_back();
            assign(read.says, side.string("says"));
            assign_ids(read.sources, side, "sources", true);
            side.finish();
            sound = sound && side.ok();
        }
    }
    assign(conflict.evidence, reader.string("evidence"));
    assign(conflict.answer, reader.string("answer"));
    assign_ids(conflict.claims, reader, "claims", false);
    assign_ids(conflict.sources, reader, "sources", true);
    read_reserved(reader);
    if (keep(draft, reader, EntryKind::conflict, conflict.id.value, sound)) {
        draft.pack.conflicts.emplace(conflict.id, std::move(conflict));
    }
}

} // namespace chelate::content
