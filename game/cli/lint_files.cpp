#include "game/cli/lint_files.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>

#include "engine/base/text.hpp"
#include "engine/content/files.hpp"
#include "engine/content/wording_rules.hpp"
#include "engine/json/document.hpp"

namespace chelate::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 1000; ///< looked at in a pack's folder; a pack itself may have 256

std::optional<json::Document> parse_file(const fs::path& folder, const std::string& path) {
    auto bytes = content::load(folder, path);
    if (!bytes) return std::nullopt;
    std::vector<json::Problem> known_already;
    return json::Document::parse((folder / path).generic_string(), std::move(*bytes), known_already);
}

/// Returns whether a file has a list that only files of a pack have.
bool is_part_of_pack(const json::Document& document) {
    static constexpr std::string_view lists[] = {"sources",   "subjects",  "attributes",     "facts",     "mechanisms",
                                                 "studies",   "claims",    "misconceptions", "conflicts", "breathing",
                                                 "questions", "templates", "rounds",         "scripts",   "glossary"};
    return std::any_of(std::begin(lists), std::end(lists), [&](std::string_view list) {
        const auto value = document.root().find(list);
        return value && value->kind() == json::Kind::array;
    });
}

class FileCheck {
public:
    FileCheck(fs::path folder, const text::Language& words) : folder_(std::move(folder)), words_(words) {}

    std::vector<json::Problem> run() && {
        const auto manifest = parse_file(folder_, "pack.json");
        const auto files = manifest ? manifest->root().find("files") : std::nullopt;
        if (!files) return {};
        for (auto file = files->first(); file; file = file->next()) {
            if (file->kind() != json::Kind::string) continue;
            listed_.emplace(file->as_string());
            if (const auto document = parse_file(folder_, std::string(file->as_string())))
                check_pictures(*document, document->root());
        }
        for (const std::string& path : unlisted()) {
            const auto document = parse_file(folder_, path);
            if (document && is_part_of_pack(*document)) report(*manifest, *files, "file-not-listed", path);
        }
        return std::move(problems_);
    }

private:
    void report(const json::Document& document, const json::Value& at, const std::string& code,
                const std::string& detail) {
        problems_.push_back(document.problem(at.offset(), code, words_.text("lint." + code, {{"detail", detail}})));
        problems_.back().severity = json::Severity::warning;
    }

    /// Checks the `image` of every object inside a value.
    void check_pictures(const json::Document& document, const json::Value& value) {
        for (auto part = value.first(); part; part = part->next()) {
            if (part->kind() == json::Kind::string && part->key() == "image") {
                const std::string path(part->as_string());
                std::error_code error;
                if (!fs::is_regular_file(folder_ / path, error))
                    report(document, *part, "picture-missing", path + content::suggestion_for(folder_, path));
            }
            check_pictures(document, *part);
        }
    }

    /// Returns the JSON files of the folder that the manifest does not list, sorted. A folder with a manifest of its
    /// own is another pack.
    [[nodiscard]] std::vector<std::string> unlisted() const {
        std::vector<std::string> paths;
        std::error_code error;
        std::size_t looked_at = 0;
        for (fs::recursive_directory_iterator at(folder_, error), end; !error && at != end && looked_at < most_files;
             at.increment(error), ++looked_at) {
            const std::string name = at->path().filename().string();
            std::error_code none;
            if (at->is_directory(none)) {
                if (name.starts_with('.') || fs::exists(at->path() / "pack.json", none)) at.disable_recursion_pending();
                continue;
            }
            const std::string path = at->path().lexically_relative(folder_).generic_string();
            const bool is_known = path == "pack.json" || path == content::pack_rules_file || listed_.contains(path);
            if (at->path().extension() == ".json" && !name.starts_with('.') && !is_known && !first_invalid_utf8(path))
                paths.push_back(path);
        }
        std::sort(paths.begin(), paths.end());
        return paths;
    }

    fs::path folder_;
    const text::Language& words_;
    std::set<std::string> listed_;
    std::vector<json::Problem> problems_;
};

} // namespace

std::vector<json::Problem> check_files(const fs::path& folder, const text::Language& words) {
    return FileCheck(folder, words).run();
}

} // namespace chelate::cli
