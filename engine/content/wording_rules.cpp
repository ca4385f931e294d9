// Reads wording rules. A rule must catch its own examples, so each rule is tested while it is read.
#include "engine/content/wording_rules.hpp"

#include "engine/content/files.hpp"
#include "engine/json/document.hpp"

namespace chelate::content {

namespace {

std::optional<std::regex> compiled(const std::string& pattern) {
    try {
        return std::regex(pattern, std::regex::ECMAScript | std::regex::icase | std::regex::optimize);
    } catch (const std::regex_error&) {
        return std::nullopt;
    }
}

bool catches(const NeverRule& rule, const std::string& sentence) {
    return std::regex_search(sentence, rule.pattern) && !(rule.unless && std::regex_search(sentence, *rule.unless));
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
    const auto made = compiled(pattern);
    if (!made) return reader.report("pattern", "bad-pattern", "this is no regular expression");
    rule.pattern = *made;
    if (unless) {
        rule.unless = compiled(*unless);
        if (!rule.unless) return reader.report("unless", "bad-pattern", "this is no regular expression");
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
        for (auto one = never->first(); one; one = one->next()) read_never(*document, *one, rules, problems);
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
        if (const auto pattern = reader.optional_string(key)) {
            *target = compiled(*pattern);
            if (!*target) reader.report(key, "bad-pattern", "this is no regular expression");
        }
    }
    reader.finish();
    return problems;
}

} // namespace chelate::content
