#include "game/session/import_pack.hpp"

#include <algorithm>

#include "engine/base/encoding.hpp"
#include "engine/base/folders.hpp"
#include "engine/base/text.hpp"
#include "engine/json/document.hpp"
#include "game/session/pack_making.hpp"

namespace chelate::session {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_in_round = 50;
constexpr std::size_t most_parts = 40;                              ///< rounds for parts of a long file
constexpr std::size_t largest_pack_file = json::max_bytes * 9 / 10; ///< bytes

interop::Import read_as(interop::Format format, std::string_view text) {
    switch (format) {
    case interop::Format::gift: return interop::read_gift(text);
    case interop::Format::aiken: return interop::read_aiken(text);
    case interop::Format::table: return interop::read_csv(text);
    }
    return {};
}

/// Returns the format to read a text in. @param path  for the error
Result<interop::Format> format_of(std::string_view text, std::optional<interop::Format> wanted,
                                  const std::string& path) {
    const interop::Recognised recognised = interop::recognise(text);
    const auto best = recognised.best();
    if (!wanted) {
        if (!best) return fail("import-unknown-format", {{"path", path}});
        return *best;
    }
    if (recognised.may_be(*wanted)) return *wanted;
    if (best && *best != *wanted) {
        return fail("import-looks-like", {{"path", path},
                                          {"format", std::string(interop::name_of(*best))},
                                          {"wanted", std::string(interop::name_of(*wanted))}});
    }
    return fail("import-not-gift", {{"path", path}});
}

/// Returns the rounds for the parts of a long file, each with a comma before it.
Result<std::string> rounds_of_parts(const interop::Import& import) {
    const std::size_t kept = import.questions.size();
    std::string rounds;
    if (kept <= most_in_round) return rounds;
    for (std::size_t part = 0; part < most_parts && part * most_in_round < kept; ++part) {
        const std::size_t from = part * most_in_round;
        const std::size_t end = std::min(kept, from + most_in_round);
        const auto round = filled_template("part.json", {{"number", std::to_string(part + 1)},
                                                         {"first", std::to_string(from + 1)},
                                                         {"last", std::to_string(end)},
                                                         {"count", std::to_string(end - from)},
                                                         {"questions", interop::question_ids(import, from, end)}});
        if (!round) return round;
        rounds += ",\n    " + round->substr(0, round->find_last_not_of('\n') + 1);
    }
    return rounds;
}

/// Returns the file of rounds. A short file is played whole, cards too. Of a long one, 50 questions are drawn.
Result<std::string> rounds_file(const interop::Import& import) {
    const auto parts = rounds_of_parts(import);
    if (!parts) return parts;
    const std::size_t kept = import.questions.size();
    const auto cards = static_cast<std::size_t>(
        std::count_if(import.questions.begin(), import.questions.end(), [](const interop::Imported& one) {
            return !content::row_of(one.question.kind).is_marked; // which no pool draws
        }));
    if (kept <= most_in_round || cards == kept) {
        const std::size_t count = std::min(kept, most_in_round);
        return filled_template("rounds.json", {{"count", std::to_string(count)},
                                               {"questions", interop::question_ids(import, 0, count)},
                                               {"parts", *parts}});
    }
    return filled_template("rounds-of-many.json",
                           {{"count", std::to_string(std::min(kept - cards, most_in_round))}, {"parts", *parts}});
}

} // namespace

Result<QuestionFile> read_question_file(const fs::path& path, std::optional<interop::Format> wanted) {
    auto bytes = read_stream(path, largest_question_file);
    if (!bytes) return tl::unexpected(bytes.error());
    const std::string name = path.string();
    if (const std::string_view other = interop::unreadable_format(*bytes); !other.empty())
        return fail("import-other-format", {{"path", name}, {"format", std::string(other)}});
    const DecodedText decoded = decode_text(std::move(*bytes));
    if (decoded.encoding == TextEncoding::unknown) return fail("import-unknown-encoding", {{"path", name}});
    if (const std::string_view other = interop::unreadable_format(decoded.text); !other.empty())
        return fail("import-other-format", {{"path", name}, {"format", std::string(other)}});
    if (std::all_of(decoded.text.begin(), decoded.text.end(),
                    [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }))
        return fail("nothing-imported", {{"path", name}});
    const auto format = format_of(decoded.text, wanted, name);
    if (!format) return tl::unexpected(format.error());
    QuestionFile file{*format, read_as(*format, decoded.text), {}};
    if (decoded.encoding == TextEncoding::windows_1252)
        file.import.notes.insert(file.import.notes.begin(), {1, "windows-1252", {}, 0, interop::NoteKind::file});
    file.summary = interop::summarise(file.import);
    return file;
}

Result<void> write_imported_pack(const QuestionFile& file, const ImportedPack& pack,
                                 std::vector<json::Problem>& problems) {
    PackInMaking making(pack.folder);
    if (const auto made = making.begin(); !made) return made;
    std::string files = "[\"rounds.json\"";
    int number = 1;
    for (const std::string& text : interop::question_files(file.import, largest_pack_file)) {
        const std::string name = number == 1 ? "questions.json" : "questions-" + std::to_string(number) + ".json";
        ++number;
        files += ", " + json_text(name);
        if (const auto written = making.write(name, text); !written) return written;
    }
    const auto rounds = rounds_file(file.import);
    if (!rounds) return tl::unexpected(rounds.error());
    if (const auto written = making.write("rounds.json", *rounds); !written) return written;
    const auto manifest = filled_template("pack.json", {{"id", pack_id_for(pack.folder)},
                                                        {"title", json_text(pack.title)},
                                                        {"about", json_text(pack.about)},
                                                        {"unsourced", "  \"unsourced\": true,\n"},
                                                        {"topics", interop::topics_list(file.import)},
                                                        {"files", files + "]"}});
    if (!manifest) return tl::unexpected(manifest.error());
    if (const auto written = making.write("pack.json", *manifest); !written) return written;
    return making.finish(problems);
}

} // namespace chelate::session
