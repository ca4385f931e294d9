#include "game/cli/facts_verb.hpp"

#include <algorithm>
#include <iterator>
#include <ostream>
#include <system_error>
#include <vector>

#include "engine/base/folders.hpp"
#include "engine/base/text.hpp"
#include "engine/content/reader.hpp"
#include "engine/interop/facts_table.hpp"
#include "engine/interop/imported.hpp"
#include "engine/json/document.hpp"
#include "engine/json/file_kind.hpp"
#include "engine/json/writer.hpp"
#include "game/session/installation.hpp"

namespace chelate::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_table = 8 * 1024 * 1024;
constexpr std::size_t largest_manifest = 64 * 1024;
constexpr const char* topic_of_facts = "facts"; ///< id of the only topic of a pack from a table

struct PackFileText {
    std::string name;
    std::string text;
};

int refuse(const Error& error, const text::Language& words, Streams to) {
    to.err << "chelate: " << words.sentence(error) << '\n';
    return 1;
}

void tell_cell(const interop::TableProblem& problem, const ImportCommand& command, const text::Language& words,
               Streams to) {
    const std::string sentence =
        words.text("facts_table." + problem.code, {{"detail", problem.detail}, {"another", problem.another}});
    if (command.json) {
        json::Writer line;
        line.begin_object().member("type", "problem").member("file", command.file);
        line.member("line", static_cast<std::int64_t>(problem.line)).member("column", problem.column);
        line.member("code", problem.code).member("message", sentence);
        to.out << line.end_object().text() << '\n';
        return;
    }
    to.err << showable_line(command.file) << ':' << problem.line << ": ";
    if (!problem.column.empty())
        to.err << words.text("facts_table.column", {{"column", showable_line(problem.column)}}) << ' ';
    to.err << showable_line(sentence) << " [" << problem.code << "]\n";
}

/// Returns the manifest of the new pack, from the template that new packs have too.
Result<std::string> manifest_of(const std::string& id, const std::string& title, const std::string& about) {
    auto text = read_file(session::installation_root() / "assets" / "new-pack" / "pack.json", largest_manifest);
    if (!text) return text;
    const auto quoted = [](const std::string& plain) {
        json::Writer writer;
        writer.string(plain);
        return writer.take();
    };
    const std::pair<std::string, std::string> values[] = {
        {"{{id}}", id},
        {"{{title}}", quoted(title)},
        {"{{about}}", quoted(about)},
        {"{{unsourced}}", ""},
        {"{{topics}}", R"([{"id": "facts", "name": )" + quoted(title) + "}]"},
        {"{{files}}", R"(["facts.json", "questions.json"])"}};
    std::string filled;
    for (std::size_t at = 0; at < text->size();) {
        const std::string_view rest = std::string_view(*text).substr(at);
        const auto* const found = std::find_if(std::begin(values), std::end(values),
                                               [&](const auto& value) { return rest.starts_with(value.first); });
        if (found == std::end(values)) filled += (*text)[at++];
        else filled += found->second;
        if (found != std::end(values)) at += found->first.size();
    }
    return filled;
}

/// Writes the files into a folder that is new or empty, and reads them as a pack. Removes them if it is not sound.
/// Errors: folder-not-empty {path}, folder-not-made {path, reason}, pack-not-sound {path}, and those of write_file.
Result<void> write_pack(const fs::path& folder, const std::vector<PackFileText>& files, Streams to) {
    std::error_code error;
    const bool was_there = fs::exists(fs::symlink_status(folder, error));
    if (was_there && !(fs::is_directory(folder, error) && fs::is_empty(folder, error)))
        return fail("folder-not-empty", {{"path", folder.string()}});
    fs::create_directories(folder, error);
    if (error) return fail("folder-not-made", {{"path", folder.string()}, {"reason", error.message()}});
    Result<void> result;
    for (const PackFileText& file : files) {
        if (result) result = write_file(folder / file.name, file.text);
    }
    if (result) {
        const content::Reading reading = content::read_pack(folder);
        for (const json::Problem& problem : reading.problems) to.err << json::to_text(problem);
        if (reading.pack && reading.problems.empty()) return {};
        result = fail("pack-not-sound", {{"path", folder.string()}});
    }
    for (const PackFileText& file : files) fs::remove(folder / file.name, error);
    if (!was_there) fs::remove(folder, error); // only if it is empty
    return result;
}

/// Returns the name of the folder without its path, even for "." and "mine/".
std::string name_of_folder(const fs::path& folder) {
    std::error_code none; // without a current folder, nothing is known about the path
    fs::path path = fs::absolute(folder, none).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();
    return path.filename().string();
}

std::string title_of_table(const ImportCommand& command) {
    const std::string wanted =
        command.title.empty() ? showable_line(fs::path(command.file).stem().string()) : command.title;
    const std::string title = tidied(valid_utf8(wanted));
    return is_blank(title) ? "Facts" : title;
}

} // namespace

int import_facts(const ImportCommand& command, const text::Language& words, Streams to) {
    const auto text = read_file(command.file, largest_table);
    if (!text) return refuse(text.error(), words, to);
    if (json::other_file_kind(*text)) {
        to.err << "chelate: " << words.text("facts_table.not-a-table", {{"path", showable_line(command.file)}}) << '\n';
        return 1;
    }
    const interop::FactsTable table = interop::read_facts_table(*text, valid_utf8(command.source));
    for (const interop::TableProblem& problem : table.problems) tell_cell(problem, command, words, to);
    const auto facts = static_cast<std::int64_t>(table.facts.size());
    if (!table.problems.empty()) {
        if (!command.json)
            to.err << "chelate: "
                   << words.plural("facts_table.nothing_written", static_cast<std::int64_t>(table.problems.size()))
                   << '\n';
        return 1;
    }
    const std::string knowledge = interop::knowledge_file(table, topic_of_facts);
    if (knowledge.size() > json::max_bytes) {
        to.err << "chelate: " << words.text("facts_table.too-large") << '\n';
        return 1;
    }
    if (command.folder == "-") {
        to.out << knowledge;
        return 0;
    }
    const std::string questions = interop::templates_file(table, topic_of_facts);
    if (questions.empty()) {
        to.err << "chelate: " << words.text("facts_table.nothing-to-ask") << '\n';
        return 1;
    }
    const std::string id = interop::id_of(name_of_folder(command.folder));
    const std::string about = words.text("facts_table.about", {{"file", fs::path(command.file).filename().string()}});
    const auto manifest = manifest_of(id.empty() ? "facts" : id, title_of_table(command), showable_line(about));
    if (!manifest) return refuse(manifest.error(), words, to);
    const auto written = write_pack(
        command.folder, {{"pack.json", *manifest}, {"facts.json", knowledge}, {"questions.json", questions}}, to);
    if (!written) return refuse(written.error(), words, to);
    if (command.json) {
        json::Writer line;
        line.begin_object().member("type", "import").member("facts", facts).member("fine", true);
        to.out << line.end_object().text() << '\n';
    } else {
        to.out << words.plural("facts_table.done", facts, {{"folder", command.folder}}) << '\n';
    }
    return 0;
}

} // namespace chelate::cli
