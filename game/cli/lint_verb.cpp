#include "game/cli/lint_verb.hpp"

#include <ctime>
#include <map>
#include <ostream>
#include <system_error>

#include "engine/base/folders.hpp"
#include "engine/base/text.hpp"
#include "engine/content/files.hpp"
#include "engine/content/reader.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"
#include "engine/text/languages.hpp"
#include "game/session/installation.hpp"

namespace chelate::cli {

namespace {

constexpr std::size_t largest_rules = 256 * 1024;

/// Finds the line of each item of a pack. Each list in a file is named by the plural of its items.
class Places {
public:
    explicit Places(const std::filesystem::path& folder) {
        const auto manifest = parse(folder, "pack.json");
        if (manifest == nullptr) return;
        pack_ = manifest->problem(0, "", "");
        const auto files = manifest->root().find("files");
        for (auto file = files ? files->first() : std::nullopt; file; file = file->next()) {
            if (file->kind() != json::Kind::string) continue;
            const json::Document* document = parse(folder, std::string(file->as_string()));
            if (document == nullptr) continue;
            for (auto list = document->root().first(); list; list = list->next()) {
                for (auto item = list->first(); item; item = item->next()) {
                    const auto id = item->find("id");
                    if (!id || id->kind() != json::Kind::string) continue;
                    const std::string kind =
                        list->key() == "studies" ? "study" : std::string(list->key().substr(0, list->key().size() - 1));
                    places_.emplace(kind + ":" + std::string(id->as_string()), std::pair(document, item->offset()));
                }
            }
        }
    }

    [[nodiscard]] json::Problem at(const lint::Finding& finding, std::string message) const {
        const auto place = places_.find(finding.kind + ":" + finding.id);
        json::Problem problem =
            place == places_.end() ? pack_ : place->second.first->problem(place->second.second, "", "");
        problem.code = finding.code;
        problem.message = std::move(message);
        problem.is_warning = true;
        return problem;
    }

private:
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
    std::map<std::string, std::pair<const json::Document*, std::size_t>> places_;
    json::Problem pack_;
};

/// Reads the rules of the pack's language and the pack's own rules into `basis`. @return what is wrong with them
std::vector<json::Problem> read_rules(const std::filesystem::path& folder, const content::Pack& pack,
                                      lint::LintBasis& basis) {
    std::vector<json::Problem> wrong;
    const std::string language = pack.language.substr(0, pack.language.find('-'));
    const std::filesystem::path of_language = session::installation_root() / "assets" / "lint" / (language + ".json");
    if (auto text = read_file(of_language, largest_rules))
        wrong = content::read_language_rules(of_language.generic_string(), std::move(*text), basis);
    for (json::Problem& problem : content::read_pack_rules(folder, basis)) wrong.push_back(std::move(problem));
    return wrong;
}

/// Writes one finding of the pack or the language file.
void write_finding(std::ostream& out, const json::Problem& problem) {
    json::Writer line;
    line.begin_object()
        .member("type", "finding")
        .member("file", problem.file)
        .member("line", static_cast<std::int64_t>(problem.at.line));
    line.member("column", static_cast<std::int64_t>(problem.at.column))
        .member("code", problem.code)
        .member("message", problem.message);
    out << line.end_object().text() << '\n';
}

/// Writes the findings on one path, sorted by line, and how many they are. Returns whether there are none.
bool report_findings(const std::string& path, std::vector<json::Problem> findings, bool as_json,
                     const text::Language& words, Streams to) {
    json::sort(findings);
    for (const json::Problem& finding : findings) {
        if (as_json) write_finding(to.out, finding);
        else to.err << json::to_text(finding);
    }
    if (!as_json)
        to.out << showable_line(path) << ": " << words.plural("lint.found", static_cast<std::int64_t>(findings.size()))
               << '\n';
    return findings.empty();
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

/// Returns what a language file lacks or has too much. Error: as text::Language::load.
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
        findings.back().is_warning = true;
    }
    return findings;
}

/// Returns what could be better in a pack. Its own rules' mistakes are written at once and make `all_fine` false.
std::vector<json::Problem> check_pack(const std::filesystem::path& folder, const content::Pack& pack,
                                      lint::LintBasis basis, const std::string& today, const text::Language& words,
                                      Streams to, bool& all_fine) {
    for (const json::Problem& problem : read_rules(folder, pack, basis)) {
        to.err << json::to_text(problem);
        all_fine = false;
    }
    const Places places(folder);
    std::vector<json::Problem> problems;
    for (const lint::Finding& finding : lint::lint(pack, basis, today)) {
        const std::string sentence =
            finding.sentence.empty()
                ? words.text("lint." + finding.code, {{"detail", finding.detail}})
                : words.text("lint.own_rule", {{"why", finding.sentence}, {"detail", finding.detail}});
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
        auto findings = check_pack(folder, *pack, lint_display_checks,
                                   command.today.empty() ? local_date() : command.today, words, to, all_fine);
        all_fine = report_findings(given, std::move(findings), command.json, words, to) && all_fine;
    }
    return all_fine ? 0 : 1;
}

} // namespace chelate::cli
