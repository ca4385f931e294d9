#include "game/session/pack_making.hpp"

#include <algorithm>
#include <system_error>

#include "engine/base/folders.hpp"
#include "engine/base/text.hpp"
#include "engine/content/reader.hpp"
#include "engine/interop/imported.hpp"
#include "engine/json/writer.hpp"
#include "game/session/installation.hpp"

namespace chelate::session {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_template = 64 * 1024;
constexpr std::size_t longest_title = 200; // code points; the limit for the name of a pack

std::string with_values(std::string_view text, const TemplateValues& values) {
    std::string filled;
    for (;;) {
        const std::size_t open = text.find("{{");
        filled += text.substr(0, open);
        if (open == std::string_view::npos) return filled;
        text.remove_prefix(open);
        const auto named = std::find_if(values.begin(), values.end(), [&](const auto& one) {
            return text.substr(2).starts_with(one.first) && text.substr(2 + one.first.size()).starts_with("}}");
        });
        filled += named == values.end() ? "{{" : named->second;
        text.remove_prefix(named == values.end() ? 2 : named->first.size() + 4);
    }
}

} // namespace

Result<std::string> filled_template(const std::string& file, const TemplateValues& values) {
    auto text = read_file(installation_root() / "assets" / "new-pack" / file, largest_template);
    if (!text) return text;
    return with_values(*text, values);
}

std::string json_text(const std::string& text) {
    json::Writer writer;
    writer.string(text);
    return writer.take();
}

std::string pack_id_for(const fs::path& folder) {
    std::error_code none; // without a current folder, nothing is known about the path
    fs::path path = fs::absolute(folder, none).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();
    return interop::pack_id_of(path.filename().string());
}

Result<std::string> pack_title(const std::string& given, const fs::path& without_one) {
    if (given.empty()) {
        const std::string shown = tidied(showable_line(without_one.string()));
        std::string title = shown;
        for (std::size_t most = longest_title; code_points(title) > longest_title; most /= 2)
            title = shortened(shown, most);
        return is_blank(title) || title == "-" ? "Pack" : title;
    }
    if (first_invalid_utf8(given) || first_unshowable(given) || is_blank(given)) return fail("title-not-text");
    if (code_points(given) > longest_title) return fail("title-too-long", {{"limit", std::to_string(longest_title)}});
    return given;
}

PackInMaking::~PackInMaking() {
    if (kept_) return;
    std::error_code error; // the person has already been told what went wrong
    for (const fs::path& file : files_) fs::remove(file, error);
    for (const fs::path& made : made_folders_) fs::remove(made, error); // only if it is empty
}

Result<void> PackInMaking::begin() {
    std::error_code error;
    // A symbolic link that leads nowhere is something too.
    const auto is_there = [&](const fs::path& path) { return fs::exists(fs::symlink_status(path, error)); };
    if (is_there(folder_) && !(fs::is_directory(folder_, error) && fs::is_empty(folder_, error)))
        return fail("folder-not-empty", {{"path", folder_.string()}});
    for (fs::path path = fs::absolute(folder_).lexically_normal(); !is_there(path); path = path.parent_path())
        made_folders_.push_back(path);
    fs::create_directories(folder_, error);
    if (error) return fail("folder-not-made", {{"path", folder_.string()}, {"reason", error.message()}});
    return {};
}

Result<void> PackInMaking::write(const std::string& name, std::string_view bytes) {
    files_.push_back(folder_ / name);
    return write_file(files_.back(), bytes, FileMode::by_umask);
}

Result<void> PackInMaking::finish(std::vector<json::Problem>& problems) {
    content::Reading reading = content::read_pack(folder_);
    kept_ = reading.pack && reading.problems.empty();
    problems = std::move(reading.problems);
    if (!kept_) return fail("pack-not-sound", {{"path", folder_.string()}});
    return {};
}

} // namespace chelate::session
