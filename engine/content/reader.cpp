#include "engine/content/reader.hpp"

#include <algorithm>
#include <system_error>
#include <unordered_map>

#include "engine/base/folders.hpp"
#include "engine/content/draft.hpp"
#include "engine/content/files.hpp"

namespace chelate::content {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_pack_bytes = 32 * 1024 * 1024;

/// Returns how problems name the pack's folder: as given, with forward slashes and no trailing slash.
std::string shown_name(const fs::path& folder) {
    std::string name = folder.generic_string();
    while (name.size() > 1 && name.back() == '/') name.pop_back();
    return name.empty() ? "." : name;
}

std::string message_of_no_manifest(const fs::path& folder) {
    std::string message = "this folder has no pack.json";
    if (std::string near = suggestion_for(folder, "pack.json"); !near.empty()) return message + near;
    if (const auto pack = nearby_pack(folder)) message += "; there is one in " + json::in_quotes(shown_name(*pack));
    return message;
}

/// Returns why there is no pack to read at this path, or nothing when there is one.
std::optional<json::Problem> problem_of_folder(const fs::path& folder, const std::string& shown) {
    const auto unreadable = [&](const std::string& reason) {
        return json::Problem{
            .file = shown, .code = "folder-not-read", .message = "this folder cannot be read: " + reason};
    };
    std::error_code error;
    const auto status = fs::status(folder, error);
    if (status.type() == fs::file_type::none) return unreadable(error.message());
    if (!fs::exists(status)) {
        return json::Problem{.file = shown, .code = "folder-missing", .message = "there is no such folder"};
    }
    if (!fs::is_directory(status)) {
        return json::Problem{.file = shown, .code = "not-a-folder", .message = "a pack is a folder, and this is none"};
    }
    const auto manifest = fs::symlink_status(folder / "pack.json", error);
    if (manifest.type() == fs::file_type::none) return unreadable(error.message());
    if (!fs::exists(manifest)) {
        return json::Problem{.file = shown, .code = "no-manifest", .message = message_of_no_manifest(folder)};
    }
    return std::nullopt;
}

/// Reads one pack from its folder, file by file. It frees the text and tree of a listed file before reading the next.
class PackReader {
public:
    PackReader(fs::path folder, fs::path more)
        : folder_(std::move(folder)), more_(std::move(more)), shown_(shown_name(folder_)) {}

    Reading run() {
        std::error_code none; // the folder may be missing, which is told below
        draft_.folder = fs::absolute(folder_, none).generic_string();
        draft_.pack.folder = draft_.folder;
        if (auto problem = problem_of_folder(folder_, shown_)) {
            draft_.problems.push_back(std::move(*problem));
        } else {
            read_all();
        }
        // When a file is missing, everything in it looks missing too. Reporting all of that would help nobody.
        if (all_files_read_) check_references(draft_);
        locate_late_problems();
        tell_places();
        json::sort(draft_.problems);
        Reading reading;
        reading.problems = std::move(draft_.problems);
        reading.left_out = draft_.left_out;
        if (!draft_.refused) {
            draft_.pack.hash = fingerprint_.text();
            reading.pack = std::move(draft_.pack);
        }
        return reading;
    }

private:
    void read_all() {
        draft_.refused = true;
        const auto manifest = parse("pack.json", nullptr, 0);
        if (!manifest) return;
        const auto listed = read_manifest(draft_, *manifest);
        if (!listed) return;
        all_files_read_ = listed->is_complete;
        for (const ListedFile& file : listed->files) {
            if (const auto document = parse(file.path, &*manifest, file.offset)) {
                read_items(draft_, *document);
                tell_untold(document->file(), document->untold());
            } else {
                all_files_read_ = false;
            }
        }
        if (!more_.empty()) read_more();
        draft_.refused = !listed->has_required || !all_files_read_;
    }

    /// Reads the file from outside the pack.
    void read_more() {
        draft_.file = static_cast<std::uint32_t>(draft_.files.size());
        draft_.files.push_back({more_.generic_string(), {}});
        draft_.brought = true;
        auto bytes = bytes_of(draft_.files.back());
        std::optional<json::Document> document;
        if (bytes) {
            document = json::Document::parse(draft_.files.back().shown, std::move(*bytes), draft_.problems);
        } else {
            const bool missing = bytes.error().code == "file-missing";
            draft_.problems.push_back(
                {.file = draft_.files.back().shown,
                 .code = bytes.error().code,
                 .message = missing ? "there is no such file" : message_of(bytes.error(), draft_.files.back().shown)});
        }
        all_files_read_ = all_files_read_ && document;
        if (!document) return;
        read_items(draft_, *document);
        tell_untold(document->file(), document->untold());
    }

    [[nodiscard]] Result<std::string> bytes_of(const PackFile& file) const {
        return file.path.empty() ? read_file(more_, json::max_bytes) : load(folder_, file.path);
    }

    /// Reads and parses a file of the pack. If it cannot be read, the problem is at the file's place in the manifest.
    /// @param manifest  null for the manifest itself
    /// @param offset  place of the file's path in the manifest
    std::optional<json::Document> parse(const std::string& path, const json::Document* manifest, std::size_t offset) {
        draft_.file = static_cast<std::uint32_t>(draft_.files.size());
        draft_.files.push_back({shown_ + '/' + path, path});
        const auto refuse = [&](std::string_view code, std::string message) {
            if (manifest != nullptr) draft_.problems.push_back(manifest->problem(offset, code, std::move(message)));
            else
                draft_.problems.push_back(
                    {.file = draft_.files.back().shown, .code = std::string(code), .message = std::move(message)});
            return std::nullopt;
        };
        auto bytes = load(folder_, path);
        if (!bytes) {
            const bool is_missing = bytes.error().code == "file-missing";
            return refuse(bytes.error().code, message_of(bytes.error(), path) +
                                                  (is_missing ? suggestion_for(folder_, path) : std::string()));
        }
        bytes_read_ += bytes->size();
        if (bytes_read_ > max_pack_bytes) {
            return refuse("too-large", "the files up to here have more than " + std::to_string(max_pack_bytes) +
                                           " bytes, which is the most a pack may have");
        }
        fingerprint_.add(path, *bytes);
        return json::Document::parse(draft_.files.back().shown, std::move(*bytes), draft_.problems);
    }

    void locate_late_problems();
    void tell_places();
    void tell_untold(const std::string& file, std::size_t count);

    fs::path folder_;
    fs::path more_; ///< file from outside the pack; empty: none
    std::string shown_;
    Draft draft_;
    Fingerprint fingerprint_;
    std::size_t bytes_read_ = 0;
    bool all_files_read_ = false;
};

/// Returns the offset of the first string in a value that equals `string`.
std::optional<std::size_t> place_of(const json::Value& value, const std::string& string) {
    if (value.kind() == json::Kind::string && value.as_string() == string) return value.offset();
    for (auto part = value.first(); part; part = part->next()) {
        if (const auto place = place_of(*part, string)) return place;
    }
    return std::nullopt;
}

/// Returns the offset of a late problem: that of the string, of the key's value, or else of the item.
std::size_t place_in(const json::Value& item, const LateProblem& problem) {
    if (problem.key.empty())
        return problem.id.empty() ? item.offset() : place_of(item, problem.id).value_or(item.offset());
    const auto in_object = [&](const json::Value& object) -> std::optional<std::size_t> {
        const auto value = object.find(problem.key);
        if (!value) return std::nullopt;
        if (problem.id.empty()) return value->offset();
        return place_of(*value, problem.id);
    };
    if (const auto place = in_object(item)) return *place;
    for (const std::string_view list : {"choices", "panels"}) {
        const auto parts = item.find(list);
        if (!parts) continue;
        for (auto part = parts->first(); part; part = part->next()) {
            if (const auto place = in_object(*part)) return *place;
        }
    }
    return item.offset();
}

/// Finds the places of late problems. Problems between items appear after all trees are freed, because keeping the
/// trees would take several times the pack's size. So the few files with such problems are parsed again.
void PackReader::locate_late_problems() {
    auto& late = draft_.late_problems;
    std::stable_sort(late.begin(), late.end(),
                     [](const LateProblem& a, const LateProblem& b) { return a.file < b.file; });
    for (auto at = late.begin(); at != late.end();) {
        const std::uint32_t file = at->file;
        const auto end = std::find_if(at, late.end(), [&](const LateProblem& problem) { return problem.file != file; });
        tell_untold(draft_.files[file].shown, draft_.files[file].late_untold);
        std::vector<json::Problem> known_already;
        std::optional<json::Document> document;
        if (auto bytes = bytes_of(draft_.files[file])) {
            document = json::Document::parse(draft_.files[file].shown, std::move(*bytes), known_already);
        }
        std::unordered_map<std::size_t, json::Value> items;
        if (document) {
            items.emplace(whole_file, document->root());
            for (auto list = document->root().first(); list; list = list->next()) {
                for (auto item = list->first(); item; item = item->next()) items.emplace(item->offset(), *item);
            }
        }
        for (; at != end; ++at) {
            const auto item = items.find(at->item);
            if (item == items.end()) { // the file has changed since it was read
                draft_.problems.push_back({.file = draft_.files[file].shown, .code = at->code, .message = at->message});
            } else {
                draft_.problems.push_back(document->problem(place_in(item->second, *at), at->code, at->message));
            }
            draft_.problems.back().item = std::move(at->named);
            draft_.problems.back().because = std::move(at->because);
        }
    }
}

/// Adds to each message that needs it the line of the other item that it is about.
void PackReader::tell_places() {
    std::unordered_map<std::uint32_t, std::string> texts; // by file
    for (const PlaceToTell& place : draft_.places_to_tell) {
        const auto [text, is_new] = texts.try_emplace(place.file);
        if (is_new) text->second = bytes_of(draft_.files[place.file]).value_or("");
        draft_.problems[place.problem].message +=
            ", line " + std::to_string(json::position_at(text->second, place.offset).line);
    }
}

void PackReader::tell_untold(const std::string& file, std::size_t count) {
    if (count == 0) return;
    draft_.problems.push_back({.file = file,
                               .code = "too-many-problems",
                               .message = std::to_string(count) + " more problems of this file are not told"});
}

} // namespace

Reading read_pack(const fs::path& folder, const fs::path& more) { return PackReader(folder, more).run(); }

Result<fs::path> default_pack_folder(const fs::path& content_root) {
    const fs::path file = content_root / "default.json";
    auto bytes = read_file(file, json::max_bytes);
    if (!bytes && bytes.error().code == "file-missing") return tl::unexpected(bytes.error());
    const auto broken = [&] { return fail("default-pack-broken", {{"path", file.string()}}); };
    if (!bytes) return broken();
    std::vector<json::Problem> problems;
    const auto document = json::Document::parse(file.string(), std::move(*bytes), problems);
    if (!document) return broken();
    json::ObjectReader reader(*document, document->root(), "the choice of a pack", problems);
    const auto pack = reader.string("pack");
    reader.finish();
    if (!problems.empty() || !pack || !is_inside_path(*pack)) return broken();
    return content_root / *pack;
}

} // namespace chelate::content
