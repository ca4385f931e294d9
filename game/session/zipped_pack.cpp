#include "game/session/zipped_pack.hpp"

#include <fstream>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "engine/base/folders.hpp"
#include "engine/base/text.hpp"
#include "engine/content/files.hpp"
#include "engine/content/wording_rules.hpp"
#include "engine/interop/imported.hpp"
#include "engine/interop/pack_zip.hpp"
#include "engine/json/document.hpp"

namespace chelate::session {

namespace {

namespace fs = std::filesystem;

/// Files that a pack may have beside what its manifest lists.
constexpr const char* companions[] = {"README.md", "README.txt", "README",      "LICENSE.md", "LICENSE.txt",
                                      "LICENSE",   "AUTHORS.md", "AUTHORS.txt", "AUTHORS"};

/// Adds the paths of all images and drawings that a value names, at any depth; a reader has limited the depth.
void add_pictures(const json::Value& value, std::set<std::string>& names) {
    if (value.kind() == json::Kind::object) {
        const auto add = [&](const std::optional<json::Value>& path) {
            if (path && path->kind() == json::Kind::string) names.emplace(path->as_string());
        };
        const auto image = value.find("image");
        add(image && image->kind() == json::Kind::object ? image->find("file") : image);
        const auto figure = value.find("figure");
        if (figure && figure->kind() == json::Kind::object) add(figure->find("drawing"));
    }
    if (value.kind() != json::Kind::object && value.kind() != json::Kind::array) return;
    for (auto one = value.first(); one; one = one->next()) add_pictures(*one, names);
}

/// Collects the files of a sound pack.
class Collecting {
public:
    explicit Collecting(const fs::path& folder) : folder_(folder) {}

    Result<std::vector<interop::NamedFile>> run() {
        if (auto added = add_json("pack.json", true); !added) return tl::unexpected(added.error());
        for (const std::string& name : std::exchange(listed_, {})) {
            if (auto added = add_json(name, false); !added) return tl::unexpected(added.error());
        }
        const auto is_there = [&](const std::string& name) {
            std::error_code none;
            return fs::exists(folder_ / name, none);
        };
        for (const std::string& name : pictures_) {
            if (!is_there(name)) continue; // lint says that it is missing
            auto bytes = picture(name);
            if (!bytes) return tl::unexpected(bytes.error());
            add(name, std::move(*bytes));
        }
        for (const std::string name : companions) {
            if (!is_there(name)) continue;
            if (auto added = add_text(name); !added) return tl::unexpected(added.error());
        }
        if (is_there(content::pack_rules_file)) {
            if (auto added = add_text(content::pack_rules_file); !added) return tl::unexpected(added.error());
        }
        return std::move(files_);
    }

private:
    void add(const std::string& name, std::string bytes) {
        if (names_.insert(name).second) files_.push_back({name, std::move(bytes)});
    }
    Result<std::string> text_of(const std::string& name) const {
        auto text = content::load(folder_, name);
        if (text) return text;
        return fail("file-not-read",
                    {{"path", (folder_ / name).string()}, {"reason", content::message_of(text.error(), name)}});
    }
    /// Reads an image or drawing. It may be larger than the other files of a pack. Like them, it may not be a link that
    /// leads out of the pack.
    Result<std::string> picture(const std::string& name) const {
        std::error_code error;
        const fs::path inside = fs::canonical(folder_, error).lexically_normal();
        const fs::path file = fs::canonical(folder_ / name, error);
        if (error || file.lexically_relative(inside).generic_string().starts_with(".."))
            return fail("file-not-read",
                        {{"path", (folder_ / name).string()}, {"reason", content::message_of({"path-outside"}, name)}});
        return read_file(file, interop::largest_picture);
    }
    Result<void> add_text(const std::string& name) {
        auto text = text_of(name);
        if (!text) return tl::unexpected(text.error());
        add(name, std::move(*text));
        return {};
    }
    /// Adds a file of JSON, and notes what it names. @param is_manifest  the file lists others
    Result<void> add_json(const std::string& name, bool is_manifest) {
        auto text = text_of(name);
        if (!text) return tl::unexpected(text.error());
        std::vector<json::Problem> none; // the pack has been read already
        if (const auto document = json::Document::parse(name, *text, none)) {
            add_pictures(document->root(), pictures_);
            const auto files = is_manifest ? document->root().find("files") : std::nullopt;
            for (auto file = files ? files->first() : std::nullopt; file; file = file->next()) {
                if (file->kind() == json::Kind::string) listed_.emplace_back(file->as_string());
            }
        }
        add(name, std::move(*text));
        return {};
    }

    const fs::path& folder_;
    std::vector<std::string> listed_;
    std::set<std::string> pictures_;
    std::set<std::string> names_; ///< of the files that were added
    std::vector<interop::NamedFile> files_;
};

Error with_path(Error error, const fs::path& path) {
    error.args.emplace_back("path", path.string());
    return error;
}

} // namespace

fs::path free_folder(const fs::path& inside, const std::string& name) {
    std::error_code none;
    fs::path folder = inside / name;
    for (int number = 2; fs::exists(fs::symlink_status(folder, none)); ++number)
        folder = inside / (name + '-' + std::to_string(number));
    return folder;
}

fs::path folder_beside(const fs::path& path) {
    fs::path whole = path;
    if (!whole.has_filename()) whole = whole.parent_path(); // a slash at its end
    return whole.has_parent_path() ? whole.parent_path() : fs::path(".");
}

bool is_zip_file(const fs::path& path) {
    std::error_code none;
    if (!fs::is_regular_file(path, none)) return false;
    if (path.extension() == ".zip") return true;
    char start[4] = {};
    std::ifstream file(path, std::ios::binary);
    return file.read(start, sizeof start) && std::string_view(start, sizeof start) == "PK\x03\x04";
}

Result<ZippedPack> zip_pack(const fs::path& folder, std::vector<json::Problem>& problems) {
    content::Reading reading = content::read_pack(folder);
    problems = std::move(reading.problems);
    content::WordingRules rules;
    for (json::Problem& problem : content::read_pack_rules(folder, rules)) problems.push_back(std::move(problem));
    if (!reading.pack || !problems.empty()) return fail("pack-has-problems", {{"path", folder.string()}});
    auto files = Collecting(folder).run();
    if (!files) return tl::unexpected(files.error());
    auto bytes = interop::write_pack_zip(std::move(*files));
    if (!bytes) return tl::unexpected(with_path(bytes.error(), folder));
    return ZippedPack{std::move(*bytes), interop::pack_id_of(reading.pack->id) + ".zip"};
}

UnpackedPack::UnpackedPack(fs::path zip, WorkFolder work)
    : zip_(std::move(zip)), work_(std::move(work)), folder_(work_.path() / "pack") {}

Result<UnpackedPack> UnpackedPack::open(const fs::path& zip, const fs::path& inside) {
    const auto bytes = read_file(zip, interop::largest_zip);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto files = interop::read_pack_zip(*bytes);
    if (!files) return tl::unexpected(with_path(files.error(), zip));
    auto work = WorkFolder::make(inside);
    if (!work) return tl::unexpected(work.error());
    UnpackedPack unpacked(zip, std::move(*work));
    for (const interop::NamedFile& file : *files) {
        const fs::path path = unpacked.folder_ / file.name;
        std::error_code error;
        fs::create_directories(path.parent_path(), error);
        if (error) // a file has the folder's name
            return tl::unexpected(with_path({"zip-wrong-name", {{"name", file.name}}}, zip));
        if (const auto written = write_file(path, file.bytes, FileMode::by_umask); !written)
            return tl::unexpected(written.error());
    }
    return unpacked;
}

Result<UnpackedPack> UnpackedPack::open(const fs::path& zip) {
    std::error_code error;
    const fs::path inside = fs::temp_directory_path(error);
    if (error) return fail("folder-not-made", {{"path", inside.string()}, {"reason", error.message()}});
    WorkFolder::clear_abandoned(inside);
    return open(zip, inside);
}

content::Reading UnpackedPack::read() const {
    content::Reading reading = content::read_pack(folder_);
    name_zip(reading.problems);
    return reading;
}

void UnpackedPack::name_zip(std::vector<json::Problem>& problems) const {
    const std::string folder = folder_.generic_string();
    for (json::Problem& problem : problems) {
        if (problem.file.starts_with(folder)) problem.file = zip_.generic_string() + problem.file.substr(folder.size());
    }
}

Result<fs::path> UnpackedPack::add_to(const fs::path& packs) const {
    const content::Reading reading = content::read_pack(folder_);
    if (!reading.pack) return fail("pack-refused", {{"path", zip_.string()}});
    std::error_code error;
    fs::create_directories(packs, error);
    if (error) return fail("folder-not-made", {{"path", packs.string()}, {"reason", error.message()}});
    const std::string name = interop::pack_id_of(reading.pack->id);
    const fs::path folder = free_folder(packs, name);
    if (const auto moved = move_to(folder); !moved) return tl::unexpected(moved.error());
    return folder;
}

Result<void> UnpackedPack::move_to(const fs::path& folder) const {
    if (!content::read_pack(folder_).pack) return fail("pack-refused", {{"path", zip_.string()}});
    std::error_code error;
    if (fs::exists(fs::symlink_status(folder, error)) && !fs::is_empty(folder, error))
        return fail("folder-not-empty", {{"path", folder.string()}});
    fs::rename(folder_, folder, error);
    if (error) return fail("file-not-written", {{"path", folder.string()}, {"reason", error.message()}});
    return {};
}

} // namespace chelate::session
