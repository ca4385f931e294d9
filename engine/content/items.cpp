// Reads sources, subjects, attributes and facts.
#include <cmath>

#include "engine/base/text.hpp"
#include "engine/content/chemistry.hpp"
#include "engine/content/draft.hpp"

namespace chelate::content {
namespace {

const std::vector<std::string> source_kinds{"trial",      "review",    "observational", "animal",
                                            "laboratory", "guideline", "reference",     "popular"};
const std::vector<std::string> checked_words{"whole", "abstract", "general-knowledge"};
const std::vector<std::string> attribute_types{"number", "text"};

/// Returns whether a text is a DOI as the DOI Handbook defines it, without the address of a resolver: "10.", a
/// registrant, '/' and a suffix.
bool is_doi(std::string_view doi) {
    const std::size_t slash = doi.find('/');
    return doi.starts_with("10.") && slash != std::string_view::npos && slash > 3 && slash + 1 < doi.size() &&
           doi.find_first_of(" \n\t") == std::string_view::npos;
}

/// Returns whether a text is two user-perceived characters without a space.
bool is_symbol(std::string_view symbol) { return graphemes(symbol) == 2 && symbol.find(' ') == std::string_view::npos; }

/// Reads slot, shape and symbol, which give a subject its look. A subject has all three or none.
void read_looks(json::ObjectReader& reader, Subject& subject) {
    const auto slot = reader.optional_integer("slot", 1, 12);
    const auto shape = reader.optional_word("shape", shapes());
    const auto symbol = reader.optional_string("symbol", longest_short_name);
    if (symbol && !is_symbol(*symbol))
        reader.report("symbol", "bad-symbol", json::in_quotes(*symbol) + " is not two letters");
    const int given = (reader.has("slot") ? 1 : 0) + (reader.has("shape") ? 1 : 0) + (reader.has("symbol") ? 1 : 0);
    if (given != 0 && given != 3) {
        reader.report("", "incomplete-looks", "'slot', 'shape' and 'symbol' of a subject come together");
    }
    if (slot) subject.slot = static_cast<int>(*slot);
    if (shape) subject.shape = shapes()[*shape];
    assign(subject.symbol, symbol);
}

void read_formula(json::ObjectReader& reader, Subject& subject) {
    assign(subject.formula, reader.optional_string("formula", longest_name));
    assign(subject.compound, reader.optional_string("compound", longest_name));
    if (reader.has("formula") != reader.has("compound")) {
        reader.report("", "formula-without-compound",
                      "'formula' and 'compound' of a subject come together: a number belongs to a named pure compound");
    }
    if (subject.formula.empty()) return;
    if (const auto mass = molar_mass(subject.formula); !mass) {
        const Error& error = mass.error();
        const bool unknown = error.code == "unknown-element";
        reader.report("formula", "bad-formula",
                      unknown ? json::in_quotes(error.args[1].second) + " is no element with a standard atomic weight"
                              : json::in_quotes(subject.formula) + " cannot be read as a formula from its character " +
                                    error.args[1].second + " on");
    }
}

/// Reads the content of a fact, which is exactly one of a value, a range or a text.
void read_content(json::ObjectReader& reader, Fact& fact) {
    fact.value = read_optional_number(reader, "value", largest_fact);
    fact.low = read_optional_number(reader, "low", largest_fact);
    fact.high = read_optional_number(reader, "high", largest_fact);
    assign(fact.text, reader.optional_string("text"));
    const bool has_range = reader.has("low") || reader.has("high");
    const int given = (reader.has("value") ? 1 : 0) + (has_range ? 1 : 0) + (reader.has("text") ? 1 : 0);
    if (given != 1 || (has_range && !(reader.has("low") && reader.has("high")))) {
        reader.report("", "fact-content", "a fact has either 'value', or 'low' and 'high', or 'text'");
    } else if (fact.low && fact.high && *fact.low >= *fact.high) {
        reader.report("low", "empty-range", "'low' of a fact must be less than 'high'");
    }
}

void read_derivation(json::ObjectReader& reader, Fact& fact) {
    constexpr std::string_view mass = "mass-share:";
    constexpr std::string_view arm = "arm-share:";
    const auto derived = reader.optional_string("derived");
    if (!derived) return;
    if (*derived == "molar-mass") {
        fact.derived = Derivation::molar_mass;
    } else if (derived->starts_with(mass)) {
        fact.derived = Derivation::mass_share;
        fact.element = derived->substr(mass.size());
    } else if (const std::size_t slash = derived->find('/'); derived->starts_with(arm) && slash != std::string::npos) {
        fact.derived = Derivation::arm_share;
        fact.study.value = derived->substr(arm.size(), slash - arm.size());
        fact.arm = derived->substr(slash + 1);
    } else {
        reader.report("derived", "unknown-word",
                      json::in_quotes(*derived) +
                          " is not 'molar-mass', 'mass-share:' and an element, or 'arm-share:' and STUDY/ARM");
    }
    if (fact.derived && !reader.has("value")) {
        reader.report("derived", "derived-value", "only a fact with a 'value' may be derived");
    }
}

/// Reads a percentage, 0 to 100, or nothing.
double read_percent(json::ObjectReader& reader, std::string_view key) {
    const double percent = reader.optional_number(key).value_or(0);
    if (percent >= 0 && percent <= 100) return percent;
    reader.report(key, "out-of-range", json::in_quotes(key) + " is a percentage, 0 to 100");
    return 0;
}

/// Reads how far the sources of an attribute's values are apart.
void read_spread(Draft& draft, const json::Document& document, json::ObjectReader& reader, Attribute& attribute,
                 bool& sound) {
    attribute.accepted_percent = read_percent(reader, "accepted_percent");
    attribute.accepted_amount = reader.optional_number("accepted_amount").value_or(0);
    if (!(attribute.accepted_amount >= 0 && attribute.accepted_amount <= largest_fact))
        reader.report("accepted_amount", "out-of-range", "'accepted_amount' is 0 or more, in the attribute's unit");
    const auto value = reader.object("smallest_gap", false);
    if (!value) return;
    json::ObjectReader gap(document, *value, "a smallest gap", draft.problems);
    attribute.smallest_gap.percent = read_percent(gap, "percent");
    attribute.smallest_gap.amount = gap.optional_number("amount").value_or(0);
    if (!(attribute.smallest_gap.amount >= 0 && attribute.smallest_gap.amount <= largest_fact))
        gap.report("amount", "out-of-range", "'amount' is 0 or more, in the attribute's unit");
    gap.finish();
    sound = sound && gap.ok();
}

} // namespace

void read_source(Draft& draft, const json::Document& document, const json::Value& value) {
    json::ObjectReader reader(document, value, name_of(EntryKind::source), draft.problems);
    Source source;
    source.id.value = take_id(draft, reader, EntryKind::source);
    const auto kind = reader.word("kind", source_kinds);
    if (kind) source.kind = static_cast<SourceKind>(*kind);
    const bool anonymous = source.kind == SourceKind::popular || !kind;
    assign(source.authors, anonymous ? reader.optional_string("authors") : reader.string("authors"));
    assign(source.title, reader.optional_string("title"));
    if (const auto year = reader.optional_integer("year", 1500, 2200)) source.year = static_cast<int>(*year);
    assign(source.publisher, reader.optional_string("publisher"));
    assign(source.doi, reader.optional_string("doi"));
    if (!source.doi.empty() && !is_doi(source.doi)) {
        reader.report("doi", "bad-doi", json::in_quotes(source.doi) + " is no DOI such as '10.1000/182'");
    }
    if (const auto checked = reader.word("checked", checked_words)) source.checked = static_cast<Checked>(*checked);
    assign(source.note, reader.optional_string("note"));
    read_reserved(reader);
    if (keep(draft, reader, EntryKind::source, source.id.value)) {
        draft.pack.sources.emplace(source.id, std::move(source));
    }
}

void read_subject(Draft& draft, const json::Document& document, const json::Value& value) {
    json::ObjectReader reader(document, value, name_of(EntryKind::subject), draft.problems);
    Subject subject;
    subject.id.value = take_id(draft, reader, EntryKind::subject);
    assign(subject.group, reader.string("group", longest_name));
    assign(subject.name, reader.string("name", longest_name));
    assign(subject.short_name, reader.string("short", longest_short_name));
    subject.also = read_texts(reader, "also", most_other_names);
    read_looks(reader, subject);
    read_formula(reader, subject);
    assign(subject.about, reader.optional_string("about"));
    assign(subject.in_sentence, reader.optional_string("in_sentence", longest_name));
    const bool image_sound = read_image(draft, document, reader, subject.image);
    read_reserved(reader);
    if (keep(draft, reader, EntryKind::subject, subject.id.value, image_sound)) {
        subject.place = draft.pack.subjects.size();
        draft.pack.subjects.emplace(subject.id, std::move(subject));
    }
}

void read_attribute(Draft& draft, const json::Document& document, const json::Value& value) {
    json::ObjectReader reader(document, value, name_of(EntryKind::attribute), draft.problems);
    Attribute attribute;
    bool sound = true;
    attribute.id.value = take_id(draft, reader, EntryKind::attribute);
    assign(attribute.name, reader.string("name", longest_name));
    assign(attribute.unit, reader.optional_string("unit", longest_short_name));
    if (const auto type = reader.word("type", attribute_types)) attribute.is_number = *type == 0;
    if (const auto decimals = reader.optional_integer("decimals", 0, 6))
        attribute.decimals = static_cast<int>(*decimals);
    assign(attribute.caveat, reader.optional_string("caveat"));
    read_spread(draft, document, reader, attribute, sound);
    read_reserved(reader);
    if (keep(draft, reader, EntryKind::attribute, attribute.id.value, sound)) {
        attribute.place = draft.pack.attributes.size();
        draft.pack.attributes.emplace(attribute.id, std::move(attribute));
    }
}

void read_fact(Draft& draft, const json::Document& document, const json::Value& value) {
    json::ObjectReader reader(document, value, name_of(EntryKind::fact), draft.problems);
    Fact fact;
    fact.id.value = take_id(draft, reader, EntryKind::fact);
    assign(fact.subject, reader.string("subject"));
    assign(fact.attribute, reader.string("attribute"));
    assign(fact.topic, reader.string("topic"));
    read_content(reader, fact);
    assign(fact.of, reader.optional_string("of", longest_name));
    fact.askable = reader.optional_boolean("askable").value_or(false);
    if (fact.askable && !reader.has("value")) {
        reader.report("askable", "not-askable", "only a fact with a 'value' may be asked");
    }
    read_derivation(reader, fact);
    assign(fact.note, reader.optional_string("note"));
    fact.review_by = read_review_date(reader);
    assign_ids(fact.sources, reader, "sources", true);
    read_reserved(reader, false);
    if (keep(draft, reader, EntryKind::fact, fact.id.value)) draft.pack.facts.emplace(fact.id, std::move(fact));
    else draft.lost_facts.try_emplace(fact.attribute.value, item_name(EntryKind::fact, fact.id.value));
}

} // namespace chelate::content
