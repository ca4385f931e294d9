#include "game/cli/facts_verb.hpp"

#include <algorithm>
#include <ostream>
#include <vector>

#include "engine/base/folders.hpp"
#include "engine/base/text.hpp"
#include "engine/content/reader.hpp"
#include "engine/interop/facts_table.hpp"
#include "engine/interop/format.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"
#include "engine/quiz/maker.hpp"
#include "game/session/pack_making.hpp"

namespace chelate::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_table = 8 * 1024 * 1024;
constexpr std::size_t most_in_round = 10;
constexpr const char* topic_of_facts = "facts"; ///< id of the only topic of a pack from a table

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
    return session::filled_template("pack.json",
                                    {{"id", id},
                                     {"title", session::json_text(title)},
                                     {"about", session::json_text(about)},
                                     {"unsourced", ""},
                                     {"topics", R"([{"id": "facts", "name": )" + session::json_text(title) + "}]"},
                                     {"files", R"(["facts.json", "questions.json"])"}});
}

/// Returns the fewest questions that the round of a new pack can ask before one repeats.
/// @param wanted  the number that it has now
std::size_t fewest_questions(const fs::path& folder, std::size_t wanted) {
    const content::Reading reading = content::read_pack(folder);
    if (!reading.pack || reading.pack->rounds.empty()) return wanted;
    const auto maker = quiz::QuestionMaker::make(*reading.pack, reading.pack->rounds.front(), 0);
    constexpr std::uint64_t draws = 20;
    for (std::uint64_t seed = 0; maker && seed < draws; ++seed)
        wanted = std::min(wanted, maker->with_seed(seed).different());
    return wanted;
}

/// Writes a pack of these facts into a folder that is new or empty. Writes what is wrong with it if it is not sound.
/// Errors: those of session::PackInMaking.
Result<void> write_pack(const fs::path& folder, const std::string& manifest, const std::string& knowledge,
                        const interop::FactsTable& table, Streams to) {
    session::PackInMaking making(folder);
    auto done = making.begin();
    if (done) done = making.write("pack.json", manifest);
    if (done) done = making.write("facts.json", knowledge);
    const std::size_t most = std::min(most_in_round, table.facts.size());
    if (done) done = making.write("questions.json", interop::templates_file(table, topic_of_facts, most));
    if (!done) return done;
    if (const std::size_t fewest = fewest_questions(folder, most); fewest > 0 && fewest < most)
        done = making.write("questions.json", interop::templates_file(table, topic_of_facts, fewest));
    std::vector<json::Problem> problems;
    if (done) done = making.finish(problems);
    for (const json::Problem& problem : problems) to.err << json::to_text(problem);
    return done;
}

} // namespace

int import_facts(const ImportCommand& command, const text::Language& words, Streams to) {
    const auto text = read_file(command.file, largest_table);
    if (!text) return complain(words.sentence(text.error()), to);
    if (!interop::unreadable_format(*text).empty()) {
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
    if (interop::templates_file(table, topic_of_facts, 1).empty()) {
        to.err << "chelate: " << words.text("facts_table.nothing-to-ask") << '\n';
        return 1;
    }
    const auto title = session::pack_title(command.title, fs::path(command.file).stem());
    if (!title) return complain(words.sentence(title.error()), to);
    const std::string about = words.text("facts_table.about", {{"file", fs::path(command.file).filename().string()}});
    const auto manifest = manifest_of(session::pack_id_for(command.folder), *title, showable_line(about));
    if (!manifest) return complain(words.sentence(manifest.error()), to);
    const auto written = write_pack(command.folder, *manifest, knowledge, table, to);
    if (!written) return complain(words.sentence(written.error()), to);
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
