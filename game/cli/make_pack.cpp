#include "game/cli/make_pack.hpp"

#include <algorithm>
#include <ostream>

#include "engine/base/folders.hpp"
#include "engine/base/text.hpp"
#include "engine/content/reader.hpp"
#include "engine/interop/imported.hpp"
#include "engine/json/problem.hpp"
#include "engine/json/writer.hpp"
#include "game/session/installation.hpp"

namespace chelate::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_template = 64 * 1024;
constexpr std::size_t largest_import = 32 * 1024 * 1024;
constexpr std::size_t questions_in_file = 1000; // a file of a pack may have at most 1 MiB
constexpr int most_in_round = 50;
constexpr std::size_t longest_title = 200; // code points; the limit for the name of a pack

/// Pairs of a name and the value that replaces `{{name}}` in a template.
using Values = std::vector<std::pair<std::string, std::string>>;

std::string json_text(const std::string& text) {
    json::Writer writer;
    writer.string(text);
    return writer.take();
}

/// Returns a text with every `{{name}}` replaced that has a value. A value is never searched for further names, because
/// it may be what somebody wrote into a file to import.
std::string with_values(std::string_view text, const Values& values) {
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

Result<std::string> filled_in(const std::string& file, const Values& values) {
    auto text = read_file(session::installation_root() / "assets" / "new-pack" / file, largest_template);
    if (!text) return text;
    return with_values(*text, values);
}

/// A folder that a pack is written into. It removes what it wrote again, unless the pack turns out to be sound.
class PackInMaking {
public:
    explicit PackInMaking(fs::path folder) : folder_(std::move(folder)) {}
    PackInMaking(const PackInMaking&) = delete;
    PackInMaking& operator=(const PackInMaking&) = delete;
    ~PackInMaking() {
        if (kept_) return;
        std::error_code error; // the person has already been told what went wrong
        for (const fs::path& file : files_) fs::remove(file, error);
        for (const fs::path& made : made_folders_) fs::remove(made, error); // only if it is empty
    }

    /// Makes the folder. It never overwrites what is in a folder.
    /// Errors: folder-not-empty {path}, folder-not-made {path, reason}.
    Result<void> begin() {
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
    /// Writes a file of the pack. Error: as write_file.
    Result<void> write(const std::string& name, std::string_view bytes) {
        files_.push_back(folder_ / name);
        return write_file(files_.back(), bytes);
    }
    /// Reads the pack, so that nobody is given one that does not play, and keeps it if it is sound. Otherwise writes
    /// what is wrong with it.
    /// Error: pack-not-sound {path}.
    Result<void> finish(Streams to) {
        const content::Reading reading = content::read_pack(folder_);
        for (const json::Problem& problem : reading.problems) to.err << json::to_text(problem);
        kept_ = reading.pack && reading.problems.empty();
        if (!kept_) return fail("pack-not-sound", {{"path", folder_.string()}});
        return {};
    }

private:
    fs::path folder_;
    std::vector<fs::path> files_;
    std::vector<fs::path> made_folders_; ///< the innermost first
    bool kept_ = false;
};

int complain(const Error& error, const text::Language& words, Streams to) {
    to.err << "chelate: " << words.sentence(error) << '\n';
    return 1;
}

std::string id_of_folder(const fs::path& folder) {
    std::error_code none; // without a current folder, nothing is known about the path
    fs::path path = fs::absolute(folder, none).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();
    const std::string id = interop::id_of(path.filename().string());
    return id.empty() ? "pack" : id;
}

/// Returns the name of the new pack: the one the user gave or, without one, what can be shown of a file's name.
/// Errors: title-not-text, title-too-long {limit}; a pack with such a name could not be read.
Result<std::string> title_of(const std::string& given, const fs::path& without_one) {
    if (given.empty()) {
        const std::string shown = tidied(showable_line(without_one.string()));
        std::string title = shown;
        for (std::size_t most = longest_title; code_points(title) > longest_title; most /= 2)
            title = shortened(shown, most);
        return is_blank(title) ? "Pack" : title;
    }
    if (first_invalid_utf8(given) || first_unshowable(given) || is_blank(given)) return fail("title-not-text");
    if (code_points(given) > longest_title) return fail("title-too-long", {{"limit", std::to_string(longest_title)}});
    return given;
}

void tell(const interop::ImportNote& note, const ImportCommand& command, const text::Language& words, Streams to) {
    const std::string sentence = words.text("import." + note.code, {{"detail", note.detail}});
    if (command.json) {
        json::Writer line;
        line.begin_object()
            .member("type", "remark")
            .member("file", command.file)
            .member("line", static_cast<std::int64_t>(note.line));
        line.member("code", note.code).member("left_out", note.left_out).member("message", sentence);
        to.out << line.end_object().text() << '\n';
        return;
    }
    to.err << showable_line(command.file) << ':' << note.line << ": "
           << words.text(note.left_out ? "import.left_out" : "import.mended") << " [" << note.code << "] " << sentence
           << '\n';
}

} // namespace

int new_pack(const NewPackCommand& command, const text::Language& words, Streams to) {
    const fs::path folder = command.folder;
    const auto title = title_of(command.title, folder.filename());
    if (!title) return complain(title.error(), words, to);
    PackInMaking pack(folder);
    if (const auto made = pack.begin(); !made) return complain(made.error(), words, to);
    const Values values{{"id", id_of_folder(folder)},
                        {"title", json_text(*title)},
                        {"about", json_text(words.text("new_pack.about"))},
                        {"unsourced", ""},
                        {"topics", R"([{"id": "angles", "name": "Angles"}])"},
                        {"files", R"(["knowledge.json", "questions.json"])"}};
    for (const char* file : {"pack.json", "knowledge.json", "questions.json"}) {
        const auto text = filled_in(file, values);
        if (!text) return complain(text.error(), words, to);
        if (const auto written = pack.write(file, *text); !written) return complain(written.error(), words, to);
    }
    if (const auto sound = pack.finish(to); !sound) return complain(sound.error(), words, to);
    to.out << words.text("new_pack.made", {{"folder", command.folder}}) << '\n';
    return 0;
}

int import_questions(const ImportCommand& command, const text::Language& words, Streams to) {
    const auto title = title_of(command.title, fs::path(command.file).stem());
    if (!title) return complain(title.error(), words, to);
    const auto text = read_file(command.file, largest_import);
    if (!text) return complain(text.error(), words, to);
    interop::Import import = command.from == "gift"    ? interop::read_gift(*text)
                             : command.from == "aiken" ? interop::read_aiken(*text)
                                                       : interop::read_csv(*text);
    for (const interop::ImportNote& note : import.notes) tell(note, command, words, to);
    const auto kept = static_cast<std::int64_t>(import.questions.size());
    std::int64_t left_out = 0;
    for (const interop::ImportNote& note : import.notes) left_out += note.left_out ? 1 : 0;
    if (kept == 0) return complain({"nothing-imported", {{"path", command.file}}}, words, to);
    const fs::path folder = command.folder;
    PackInMaking pack(folder);
    if (const auto made = pack.begin(); !made) return complain(made.error(), words, to);
    const std::string topics = interop::topics_list(import);
    std::string files = "[\"rounds.json\"";
    std::vector<interop::Imported> all = std::move(import.questions);
    for (std::size_t from = 0; from < all.size(); from += questions_in_file) {
        import.questions.assign(all.begin() + static_cast<std::ptrdiff_t>(from),
                                all.begin() +
                                    static_cast<std::ptrdiff_t>(std::min(all.size(), from + questions_in_file)));
        const std::string name =
            from == 0 ? "questions.json" : "questions-" + std::to_string(from / questions_in_file + 1) + ".json";
        files += ", " + json_text(name);
        if (const auto written = pack.write(name, interop::questions_file(import)); !written)
            return complain(written.error(), words, to);
    }
    const Values values{
        {"id", id_of_folder(folder)},
        {"title", json_text(*title)},
        {"about", json_text(words.text("import.about", {{"file", fs::path(command.file).filename().string()}}))},
        {"unsourced", "  \"unsourced\": true,\n"},
        {"topics", topics},
        {"files", files + "]"},
        {"count", std::to_string(std::min<std::int64_t>(kept, most_in_round))}};
    for (const char* file : {"pack.json", "rounds.json"}) {
        const auto filled = filled_in(file, values);
        if (!filled) return complain(filled.error(), words, to);
        if (const auto written = pack.write(file, *filled); !written) return complain(written.error(), words, to);
    }
    const auto sound = pack.finish(to);
    if (command.json) {
        json::Writer line;
        line.begin_object()
            .member("type", "import")
            .member("kept", kept)
            .member("left_out", left_out)
            .member("fine", sound.has_value());
        to.out << line.end_object().text() << '\n';
    } else if (sound) {
        to.out << words.plural("import.done", kept, {{"folder", command.folder}, {"left_out", words.number(left_out)}})
               << '\n';
    }
    return sound ? 0 : complain(sound.error(), words, to);
}

} // namespace chelate::cli
