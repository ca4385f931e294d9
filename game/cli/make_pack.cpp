#include "game/cli/make_pack.hpp"

#include <algorithm>
#include <ostream>

#include "engine/base/new_file.hpp"
#include "engine/base/text.hpp"
#include "engine/json/problem.hpp"
#include "engine/json/writer.hpp"
#include "game/session/import_pack.hpp"
#include "game/session/pack_making.hpp"
#include "game/session/zipped_pack.hpp"
#include "game/wording/import_words.hpp"

namespace chelate::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_file_name = 100; ///< graphemes of it that the pack mentions

void tell(const std::vector<json::Problem>& problems, Streams to) {
    for (const json::Problem& problem : problems) to.err << json::to_text(problem);
}

std::string_view word_of(interop::NoteKind kind) {
    switch (kind) {
    case interop::NoteKind::repaired: return "import.mended";
    case interop::NoteKind::left_out: return "import.left_out";
    case interop::NoteKind::file: return "import.noted";
    }
    return {};
}

void tell(const interop::ImportNote& note, const ImportCommand& command, const text::Language& words, Streams to) {
    const std::string sentence = wording::import_reason(words, note);
    if (command.json) {
        json::Writer line;
        line.begin_object()
            .member("type", "remark")
            .member("file", command.file)
            .member("line", static_cast<std::int64_t>(note.line))
            .member("code", note.code)
            .member("left_out", note.kind == interop::NoteKind::left_out)
            .member("about_file", note.kind == interop::NoteKind::file)
            .member("message", sentence);
        to.out << line.end_object().text() << '\n';
        return;
    }
    to.err << showable_line(command.file) << ':' << note.line << ": " << words.text(word_of(note.kind)) << " ["
           << note.code << "] " << sentence << '\n';
}

/// Tells what happened to the questions: every note, or one line for each reason.
void tell(const session::QuestionFile& file, const ImportCommand& command, const text::Language& words, Streams to) {
    if (command.json || command.verbose) {
        for (const interop::ImportNote& note : file.import.notes) tell(note, command, words, to);
        return;
    }
    for (const interop::NoteGroup& group : file.summary.groups)
        to.err << wording::import_group_line(words, group) << " [" << group.code << "]\n";
}

/// Writes the last line of JSON. @param folder  of the pack; empty: none was made
void tell_summary(const session::QuestionFile& file, bool fine, Streams to) {
    const auto number = [](std::size_t value) { return static_cast<std::int64_t>(value); };
    json::Writer line;
    line.begin_object()
        .member("type", "import")
        .member("format", interop::name_of(file.format))
        .member("kept", number(file.summary.kept))
        .member("repaired", number(file.summary.repaired))
        .member("left_out", number(file.summary.left_out))
        .member("fine", fine);
    line.key("reasons").begin_array();
    for (const interop::NoteGroup& group : file.summary.groups)
        line.begin_object().member("code", group.code).member("count", number(group.count)).end_object();
    to.out << line.end_array().end_object().text() << '\n';
}

std::optional<interop::Format> format_named(std::string_view name) {
    for (const interop::Format format : {interop::Format::gift, interop::Format::aiken, interop::Format::table}) {
        if (interop::name_of(format) == name) return format;
    }
    return std::nullopt;
}

/// Returns what the pack says about where it comes from.
std::string about_text(const std::string& file, const text::Language& words) {
    const std::string name = tidied(showable_line(fs::path(file).filename().string()));
    const bool has_name = file != "-" && !is_blank(name);
    return words.text("import.about",
                      {{"file", has_name ? shortened(name, longest_file_name) : words.text("import.standard_input")}});
}

/// Puts a pack that came as a zip into the folder.
int import_pack(const session::UnpackedPack& unpacked, const ImportCommand& command, const text::Language& words,
                Streams to) {
    tell(unpacked.read().problems, to);
    if (const auto moved = unpacked.move_to(command.folder); !moved) return complain(words.sentence(moved.error()), to);
    to.out << words.text("import.pack_done", {{"folder", showable_line(command.folder)}}) << '\n';
    return 0;
}

} // namespace

int new_pack(const NewPackCommand& command, const text::Language& words, Streams to) {
    const fs::path folder = command.folder;
    const auto title = session::pack_title(command.title, folder.filename());
    if (!title) return complain(words.sentence(title.error()), to);
    session::PackInMaking pack(folder);
    if (const auto made = pack.begin(); !made) return complain(words.sentence(made.error()), to);
    const session::TemplateValues values{{"id", session::pack_id_for(folder)},
                                         {"title", session::json_text(*title)},
                                         {"about", session::json_text(words.text("new_pack.about"))},
                                         {"unsourced", ""},
                                         {"topics", R"([{"id": "angles", "name": "Angles"}])"},
                                         {"files", R"(["knowledge.json", "questions.json"])"}};
    for (const char* file : {"pack.json", "knowledge.json", "questions.json"}) {
        const auto text = session::filled_template(file, values);
        if (!text) return complain(words.sentence(text.error()), to);
        if (const auto written = pack.write(file, *text); !written)
            return complain(words.sentence(written.error()), to);
    }
    std::vector<json::Problem> problems;
    const auto sound = pack.finish(problems);
    tell(problems, to);
    if (!sound) return complain(words.sentence(sound.error()), to);
    to.out << words.text("new_pack.made", {{"folder", command.folder}}) << '\n';
    return 0;
}

int zip_pack(const PackCommand& command, const text::Language& words, Streams to) {
    std::vector<json::Problem> problems;
    const auto zipped = session::zip_pack(command.folder, problems);
    tell(problems, to);
    if (!zipped) return complain(words.sentence(zipped.error()), to);
    const std::string file = command.file.empty() ? zipped->name : command.file;
    if (const auto written = write_new_file(file, zipped->bytes); !written)
        return complain(words.sentence(written.error()), to);
    to.out << words.text("pack.zipped", {{"file", showable_line(file)}}) << '\n';
    return 0;
}

int import_questions(const ImportCommand& command, const text::Language& words, Streams to) {
    if (session::is_zip_file(command.file)) {
        // A zip of anything else, such as a text document, is named below.
        if (const auto unpacked = session::UnpackedPack::open(command.file, session::folder_beside(command.folder)))
            return import_pack(*unpacked, command, words, to);
        else if (fs::path(command.file).extension() == ".zip" && unpacked.error().code != "zip-no-manifest" &&
                 unpacked.error().code != "zip-wrong-name")
            return complain(words.sentence(unpacked.error()), to);
    }
    const auto title =
        session::pack_title(command.title, command.file == "-" ? fs::path() : fs::path(command.file).stem());
    if (!title) return complain(words.sentence(title.error()), to);
    const auto file = session::read_question_file(command.file, format_named(command.from));
    if (!file) {
        to.err << "chelate: " << wording::import_error(words, file.error()) << '\n';
        return 1;
    }
    tell(*file, command, words, to);
    if (file->summary.kept == 0) {
        if (command.json) tell_summary(*file, false, to);
        return complain(words.sentence({"nothing-imported", {{"path", command.file}}}), to);
    }
    std::vector<json::Problem> problems;
    const auto made =
        session::write_imported_pack(*file, {command.folder, *title, about_text(command.file, words)}, problems);
    tell(problems, to);
    if (command.json) {
        tell_summary(*file, made.has_value(), to);
    } else if (made) {
        to.out << words.plural("import.done", static_cast<std::int64_t>(file->summary.kept),
                               {{"folder", command.folder},
                                {"left_out", words.number(static_cast<std::int64_t>(file->summary.left_out))}})
               << '\n';
    }
    return made ? 0 : complain(words.sentence(made.error()), to);
}

} // namespace chelate::cli
