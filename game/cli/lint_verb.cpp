#include "game/cli/lint_verb.hpp"

#include <algorithm>
#include <ctime>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <system_error>

#include "engine/base/folders.hpp"
#include "engine/base/text.hpp"
#include "engine/content/files.hpp"
#include "engine/content/reader.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"
#include "engine/text/languages.hpp"
#include "game/cli/lint_files.hpp"
#include "game/lint/english.hpp"
#include "game/session/installation.hpp"

namespace chelate::cli {

namespace {

constexpr std::size_t largest_rules = 256 * 1024;

/// Returns the kind of the items of a list, which is named by their plural.
std::string kind_of_list(std::string_view list) {
    if (list == "studies") return "study";
    if (list == "breathing" || list.empty()) return std::string(list);
    if (list == "glossary") return "word";
    return std::string(list.substr(0, list.size() - 1));
}

/// Returns the first text in a value that contains a sentence, or nothing.
std::optional<json::Value> text_with(const json::Value& value, const std::string& sentence) {
    if (value.kind() == json::Kind::string && value.as_string().find(sentence) != std::string_view::npos) return value;
    for (auto part = value.first(); part; part = part->next()) {
        if (const auto found = text_with(*part, sentence)) return found;
    }
    return std::nullopt;
}

/// Finds the places of the items of a pack and of their texts.
class Places {
public:
    explicit Places(const std::filesystem::path& folder) {
        manifest_ = parse(folder, "pack.json");
        if (manifest_ == nullptr) return;
        add_items(*manifest_);
        const auto files = manifest_->root().find("files");
        for (auto file = files ? files->first() : std::nullopt; file; file = file->next()) {
            if (file->kind() != json::Kind::string) continue;
            const json::Document* document = parse(folder, std::string(file->as_string()));
            if (document != nullptr) add_items(*document);
        }
    }

    [[nodiscard]] json::Problem at(const lint::Finding& finding, std::string message) const {
        json::Problem problem;
        const auto place = places_.find(finding.kind + ":" + finding.id);
        if (place != places_.end()) problem = problem_in(*place->second.first, place->second.second, finding);
        else if (manifest_ != nullptr) problem = problem_in(*manifest_, manifest_->root(), finding);
        problem.code = finding.code;
        problem.message = std::move(message);
        problem.severity = finding.is_remark ? json::Severity::remark : json::Severity::warning;
        return problem;
    }

private:
    static constexpr std::size_t shortest_sentence = 8; ///< bytes; a shorter detail may be in texts that are not meant

    static json::Problem problem_in(const json::Document& document, const json::Value& item,
                                    const lint::Finding& finding) {
        const auto text = finding.detail.size() < shortest_sentence ? std::nullopt : text_with(item, finding.detail);
        return document.problem(text ? text->offset() : item.offset(), "", "");
    }

    void add_items(const json::Document& document) {
        for (auto list = document.root().first(); list; list = list->next()) {
            for (auto item = list->first(); item; item = item->next()) {
                const auto id = item->find("id");
                if (!id || id->kind() != json::Kind::string) continue;
                places_.emplace(kind_of_list(list->key()) + ":" + std::string(id->as_string()),
                                std::pair(&document, *item));
            }
        }
    }

    const json::Document* parse(const std::filesystem::path& folder, const std::string& path) {
        auto bytes = content::load(folder, path);
        if (!bytes) return nullptr;
        std::vector<json::Problem> known_already;
        auto document = json::Document::parse((folder / path).generic_string(), std::move(*bytes), known_already);
        if (!document) return nullptr;
        documents_.push_back(std::make_unique<json::Document>(std::move(*document)));
        return documents_.back().get();
    }

    std::vector<std::unique_ptr<json::Document>> documents_;
    std::map<std::string, std::pair<const json::Document*, json::Value>> places_; ///< by kind and id
    const json::Document* manifest_ = nullptr;
};

/// Reads the rules of a language, if there are any. @param tag  such as "en" or "en-GB"
/// @return what is wrong with them
std::vector<json::Problem> read_rules_of_language(const std::string& tag, content::WordingRules& rules) {
    const std::string language = tag.substr(0, tag.find('-'));
    const std::filesystem::path file = session::installation_root() / "assets" / "lint" / (language + ".json");
    auto text = read_file(file, largest_rules);
    if (!text) return {};
    return content::read_language_rules(file.generic_string(), std::move(*text), rules);
}

/// Reads the rules of the pack's language and the pack's own rules into `basis`. @return what is wrong with them
std::vector<json::Problem> read_rules(const std::filesystem::path& folder, const content::Pack& pack,
                                      lint::LintBasis& basis) {
    std::vector<json::Problem> wrong = read_rules_of_language(pack.language, basis);
    for (json::Problem& problem : content::read_pack_rules(folder, basis)) wrong.push_back(std::move(problem));
    return wrong;
}

const char* word_for(json::Severity severity) {
    switch (severity) {
    case json::Severity::error: return "error";
    case json::Severity::warning: return "warning";
    case json::Severity::remark: return "remark";
    }
    return "";
}

/// Writes one finding of the pack or the language file.
void write_finding(std::ostream& out, const json::Problem& problem) {
    json::Writer line;
    line.begin_object()
        .member("type", "finding")
        .member("file", problem.file)
        .member("line", static_cast<std::int64_t>(problem.at.line));
    line.member("column", static_cast<std::int64_t>(problem.at.column))
        .member("severity", word_for(problem.severity))
        .member("code", problem.code)
        .member("message", problem.message);
    out << line.end_object().text() << '\n';
}

/// Writes the findings on one path, sorted by line, and how many they are. Returns whether there are only remarks.
bool report_findings(const std::string& path, std::vector<json::Problem> findings, bool as_json,
                     const text::Language& words, Streams to) {
    json::sort(findings);
    for (const json::Problem& finding : findings) {
        if (as_json) write_finding(to.out, finding);
        else to.err << json::to_text(finding);
    }
    const auto remarks = std::count_if(findings.begin(), findings.end(), [](const json::Problem& finding) {
        return finding.severity == json::Severity::remark;
    });
    const auto others = static_cast<std::int64_t>(findings.size()) - remarks;
    if (!as_json) {
        to.out << showable_line(path) << ": " << words.plural("lint.found", others);
        if (remarks > 0) to.out << ", " << words.plural("lint.remarks", remarks);
        to.out << '\n';
    }
    return others == 0;
}

/// Returns today's local date as YYYY-MM-DD.
std::string local_date() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    char date[11];
    return std::string(date, std::strftime(date, sizeof date, "%Y-%m-%d", &parts)); // not for people
}

bool is_language_file(const std::filesystem::path& path) {
    std::error_code none; // without a current folder, nothing is known about the path
    return path.extension() == ".json" && std::filesystem::absolute(path, none).parent_path().filename() == "i18n";
}

/// Returns the sentence of a finding of the style rules.
std::string sentence_of(const lint::StyleFinding& found, const text::Language& words) {
    return found.better.empty() ? words.text("lint." + found.code, {{"detail", found.detail}})
                                : words.text("lint.own_rule", {{"why", found.better}, {"detail", found.detail}});
}

/// Finds the texts of a language file that could be written better.
void check_style(const text::Language& language, const json::Document& document, const content::WordingRules& rules,
                 const text::Language& words, std::vector<json::Problem>& findings) {
    for (const auto& [key, message] : language.messages()) {
        const auto member = document.root().find(key);
        if (!member) continue;
        std::vector<std::string> texts{message.other};
        for (const auto& [form, text] : message.forms) texts.push_back(text);
        std::vector<lint::StyleFinding> all;
        for (const std::string& text : texts) {
            const auto place = lint::is_label(key, text) ? lint::TextPlace::label : lint::TextPlace::program;
            for (lint::StyleFinding& found : lint::style_findings(text, place, rules)) {
                const auto known = [&](const lint::StyleFinding& other) { return other.code == found.code; };
                if (std::none_of(all.begin(), all.end(), known)) all.push_back(std::move(found));
            }
        }
        for (const lint::StyleFinding& found : all) {
            findings.push_back(document.problem(member->offset(), found.code, sentence_of(found, words)));
            findings.back().severity = json::Severity::remark;
        }
    }
}

/// Returns what a language file lacks or has too much, and what its language's rules find in it. Error: as
/// text::Language::load.
Result<std::vector<json::Problem>> check_language(const std::filesystem::path& file, const text::Language& english) {
    const auto language = text::Language::load(file);
    if (!language) return tl::unexpected(language.error());
    auto bytes = read_file(file, json::max_bytes);
    if (!bytes) return tl::unexpected(bytes.error());
    std::vector<json::Problem> findings;
    const auto document = json::Document::parse(file.generic_string(), std::move(*bytes), findings);
    if (!document) return findings; // it has just been read without a problem
    for (const text::LanguageGap& gap : text::find_gaps(*language, english)) {
        const auto member = document->root().find(gap.key);
        const std::string sentence = english.text("lint." + gap.code, {{"key", gap.key}, {"detail", gap.detail}});
        findings.push_back(document->problem(member ? member->offset() : 0, gap.code, sentence));
        findings.back().severity = json::Severity::warning;
    }
    content::WordingRules rules;
    for (json::Problem& problem : read_rules_of_language(file.stem().string(), rules))
        findings.push_back(std::move(problem));
    check_style(*language, *document, rules, english, findings);
    return findings;
}

/// Returns what could be better in a pack, its own rules included.
std::vector<json::Problem> check_pack(const std::filesystem::path& folder, const content::Pack& pack,
                                      lint::LintBasis basis, const std::string& today, const text::Language& words) {
    std::vector<json::Problem> problems = read_rules(folder, pack, basis);
    for (json::Problem& problem : check_files(folder, words)) problems.push_back(std::move(problem));
    const Places places(folder);
    for (const lint::Finding& finding : lint::lint(pack, basis, today)) {
        text::Args args = finding.args;
        args.emplace_back("detail", finding.detail);
        if (finding.code == "missing-font") args.emplace_back("script", words.text("script." + finding.detail));
        if (!finding.sentence.empty()) args.emplace_back("why", finding.sentence);
        const std::string sentence =
            words.text(finding.sentence.empty() ? "lint." + finding.code : "lint.own_rule", args);
        problems.push_back(places.at(finding, sentence));
    }
    return problems;
}

} // namespace

int lint_paths(const LintCommand& command, const text::Language& words, const lint::LintBasis& lint_display_checks,
               Streams to) {
    bool all_fine = true;
    for (const std::string& given : command.paths) {
        std::filesystem::path folder = given;
        if (is_language_file(folder)) {
            const auto findings = check_language(folder, words);
            if (!findings) {
                to.err << "chelate: " << words.sentence(findings.error()) << '\n';
                return 1;
            }
            all_fine = report_findings(given, *findings, command.json, words, to) && all_fine;
            continue;
        }
        if (folder.filename() == "pack.json") folder = folder.has_parent_path() ? folder.parent_path() : ".";
        const auto pack = read_pack_aloud(folder, words, to.err);
        if (!pack) return 1;
        auto findings =
            check_pack(folder, *pack, lint_display_checks, command.today.empty() ? local_date() : command.today, words);
        all_fine = report_findings(given, std::move(findings), command.json, words, to) && all_fine;
    }
    return all_fine ? 0 : 1;
}

} // namespace chelate::cli
