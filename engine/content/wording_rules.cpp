// Reads wording rules. A rule must catch its own examples, so each rule is tested while it is read.
#include "engine/content/wording_rules.hpp"

#include "engine/content/files.hpp"
#include "engine/json/document.hpp"

namespace chelate::content {

namespace {

/// Most rules of a pack. Each may use memory, and each is searched for in every sentence of the pack.
constexpr std::size_t most_rules = 100;

/// Compiles the pattern under a key. Reports what is wrong with it, and then returns nothing.
std::optional<Pattern> compiled(json::ObjectReader& reader, std::string_view key, const std::string& written) {
    auto pattern = Pattern::compile(written);
    if (pattern) return std::move(*pattern);
    reader.report(key, pattern.error().code, message_of_pattern(pattern.error()));
    return std::nullopt;
}

/// Reads what every rule has and tries the rule on its own examples. @return whether it is sound
/// @param reader  of the rule, which has been asked for everything else
bool read_rule(json::ObjectReader& reader, WordingRule& rule) {
    const std::string pattern = reader.string("pattern").value_or("");
    const auto unless = reader.optional_string("unless");
    const std::vector<std::string> caught = reader.strings("caught", true);
    const std::vector<std::string> passed = reader.strings("passed", false);
    reader.finish();
    if (!reader.ok()) return false;
    auto made = compiled(reader, "pattern", pattern);
    if (!made) return false;
    rule.pattern = std::move(*made);
    if (unless) {
        rule.unless = compiled(reader, "unless", *unless);
        if (!rule.unless) return false;
    }
    if (caught.empty()) {
        reader.report("caught", "empty-list", "a rule brings at least one sentence that it catches");
        return false;
    }
    for (const std::string& sentence : caught) {
        if (!rule.catches(sentence))
            reader.report("caught", "rule-misses", "the rule does not catch " + json::in_quotes(sentence));
    }
    for (const std::string& sentence : passed) {
        if (rule.catches(sentence))
            reader.report("passed", "rule-catches", "the rule catches " + json::in_quotes(sentence));
    }
    return true;
}

/// Reads one rule of a pack.
void read_never(const json::Document& document, const json::Value& value, WordingRules& rules,
                std::vector<json::Problem>& problems) {
    json::ObjectReader reader(document, value, "a rule", problems);
    NeverRule rule;
    rule.id = reader.string("id").value_or("");
    rule.why = reader.string("why").value_or("");
    rule.asked_too = reader.optional_boolean("asked_too").value_or(false);
    rule.refuted_too = reader.optional_boolean("refuted_too").value_or(false);
    if (read_rule(reader, rule)) rules.never.push_back(std::move(rule));
}

/// Reads one rule on how the language is written.
void read_style(const json::Document& document, const json::Value& value, WordingRules& rules,
                std::vector<json::Problem>& problems) {
    static const std::vector<std::string> scopes{"everywhere", "program", "labels"};
    json::ObjectReader reader(document, value, "a rule", problems);
    StyleRule rule;
    rule.id = reader.string("id").value_or("");
    rule.why = reader.string("write").value_or("");
    if (const auto scope = reader.optional_word("where", scopes)) rule.scope = static_cast<StyleRule::Scope>(*scope);
    if (read_rule(reader, rule)) rules.style.push_back(std::move(rule));
}

/// Reads one word that may tell a true claim from a false one.
void read_cue(const json::Document& document, const json::Value& value, WordingRules& rules,
              std::vector<json::Problem>& problems) {
    json::ObjectReader reader(document, value, "a cue word", problems);
    WordingRule rule;
    rule.id = reader.string("word").value_or("");
    if (read_rule(reader, rule)) rules.cues.push_back(std::move(rule));
}

/// Reads the words for the units of numbers.
void read_units(const json::Document& document, const json::Value& value, WordingRules& rules,
                std::vector<json::Problem>& problems) {
    json::ObjectReader reader(document, value, "the units", problems);
    for (auto unit = value.first(); unit; unit = unit->next()) {
        const auto pattern = reader.optional_string(unit->key());
        auto made = pattern ? compiled(reader, unit->key(), *pattern) : std::nullopt;
        if (made) rules.units.emplace_back(unit->key(), std::move(*made));
    }
    reader.finish();
}

} // namespace

bool WordingRule::catches(std::string_view sentence) const {
    return pattern.is_in(sentence) && !(unless && unless->is_in(sentence));
}

std::string fingerprint_of_name(std::string_view words) {
    content::Fingerprint fingerprint;
    fingerprint.add("name", words);
    return fingerprint.text();
}

std::vector<json::Problem> read_pack_rules(const std::string& file, std::string text, WordingRules& rules) {
    std::vector<json::Problem> problems;
    const auto document = json::Document::parse(file, std::move(text), problems);
    if (!document) return problems;
    json::ObjectReader reader(*document, document->root(), "the rules of a pack", problems);
    if (const auto never = reader.array("never", false)) {
        std::size_t count = 0;
        for (auto one = never->first(); one; one = one->next()) {
            if (++count > most_rules) {
                problems.push_back(document->problem(one->offset(), "too-many-rules",
                                                     "a pack has at most " + std::to_string(most_rules) +
                                                         " rules, so this and what follows is not read"));
                break;
            }
            read_never(*document, *one, rules, problems);
        }
    }
    rules.unnamed = reader.strings("unnamed", false);
    reader.finish();
    return problems;
}

std::vector<json::Problem> read_pack_rules(const std::filesystem::path& folder, WordingRules& rules) {
    const std::string file = (folder / pack_rules_file).generic_string();
    auto text = load(folder, pack_rules_file);
    if (text) return read_pack_rules(file, std::move(*text), rules);
    if (text.error().code == "file-missing") return {};
    return {
        json::Problem{.file = file, .code = text.error().code, .message = message_of(text.error(), pack_rules_file)}};
}

std::vector<json::Problem> read_language_rules(const std::string& file, std::string text, WordingRules& rules) {
    std::vector<json::Problem> problems;
    const auto document = json::Document::parse(file, std::move(text), problems);
    if (!document) return problems;
    json::ObjectReader reader(*document, document->root(), "the words of a language", problems);
    for (const auto& [key, target] : {std::pair{"strong", &rules.strong}, std::pair{"absolute", &rules.absolute},
                                      std::pair{"article", &rules.article}}) {
        if (const auto pattern = reader.optional_string(key)) *target = compiled(reader, key, *pattern);
    }
    rules.longest_sentence = static_cast<std::size_t>(reader.optional_integer("longest_sentence", 1, 1000).value_or(0));
    const auto each = [&](std::string_view key, auto read) {
        const auto list = reader.array(key, false);
        for (auto one = list ? list->first() : std::nullopt; one; one = one->next())
            read(*document, *one, rules, problems);
    };
    each("style", read_style);
    each("cues", read_cue);
    for (const auto& [key, target] :
         {std::pair{"certainty", &rules.certainty}, std::pair{"order_cue", &rules.order_cue},
          std::pair{"uncertain", &rules.uncertain}, std::pair{"most", &rules.most}, std::pair{"least", &rules.least}}) {
        const auto value = reader.object(key, false);
        if (!value) continue;
        json::ObjectReader one(*document, *value, "a rule", problems);
        WordingRule rule;
        rule.id = key;
        if (read_rule(one, rule)) *target = std::move(rule);
    }
    if (const auto units = reader.object("units", false)) read_units(*document, *units, rules, problems);
    reader.finish();
    return problems;
}

} // namespace chelate::content
