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

bool catches(const NeverRule& rule, const std::string& sentence) {
    return rule.pattern.is_in(sentence) && !(rule.unless && rule.unless->is_in(sentence));
}

/// Reads one rule and tries it on its own examples.
void read_never(const json::Document& document, const json::Value& value, WordingRules& rules,
                std::vector<json::Problem>& problems) {
    json::ObjectReader reader(document, value, "a rule", problems);
    NeverRule rule;
    rule.id = reader.string("id").value_or("");
    rule.why = reader.string("why").value_or("");
    const std::string pattern = reader.string("pattern").value_or("");
    const auto unless = reader.optional_string("unless");
    rule.asked_too = reader.optional_boolean("asked_too").value_or(false);
    rule.refuted_too = reader.optional_boolean("refuted_too").value_or(false);
    const std::vector<std::string> caught = reader.strings("caught", true);
    const std::vector<std::string> passed = reader.strings("passed", false);
    reader.finish();
    if (!reader.ok()) return;
    auto made = compiled(reader, "pattern", pattern);
    if (!made) return;
    rule.pattern = std::move(*made);
    if (unless) {
        rule.unless = compiled(reader, "unless", *unless);
        if (!rule.unless) return;
    }
    if (caught.empty())
        return reader.report("caught", "empty-list", "a rule brings at least one sentence that it catches");
    for (const std::string& sentence : caught) {
        if (!catches(rule, sentence))
            reader.report("caught", "rule-misses", "the rule does not catch " + json::in_quotes(sentence));
    }
    for (const std::string& sentence : passed) {
        if (catches(rule, sentence))
            reader.report("passed", "rule-catches", "the rule catches " + json::in_quotes(sentence));
    }
    rules.never.push_back(std::move(rule));
}

} // namespace

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
    reader.finish();
    return problems;
}

} // namespace chelate::content
