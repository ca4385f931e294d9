#include "game/wording/import_words.hpp"

#include <cstdint>

namespace chelate::wording {
namespace {

std::string numbered(const text::Language& words, std::size_t value) {
    return words.number(static_cast<std::int64_t>(value));
}

text::Args arguments(const text::Language& words, const std::string& detail, std::size_t limit) {
    return {{"detail", detail}, {"limit", numbered(words, limit)}};
}

std::string lines_of(const text::Language& words, const interop::NoteGroup& group) {
    text::Args lines;
    const std::string names[] = {"first", "second", "third"};
    for (std::size_t i = 0; i < group.lines.size() && i < std::size(names); ++i)
        lines.emplace_back(names[i], numbered(words, group.lines[i]));
    if (group.count > group.lines.size()) {
        lines.emplace_back("more", numbered(words, group.count - group.lines.size()));
        return words.text("import_lines.more", lines);
    }
    const char* key = lines.size() == 1   ? "import_lines.one"
                      : lines.size() == 2 ? "import_lines.two"
                                          : "import_lines.three";
    return words.text(key, lines);
}

} // namespace

std::string import_reason(const text::Language& words, const interop::ImportNote& note) {
    return words.text("import." + note.code, arguments(words, note.detail, note.limit));
}

std::string import_group_line(const text::Language& words, const interop::NoteGroup& group) {
    const std::string general = "import_group." + group.code;
    const bool is_general = !group.has_one_detail && words.has(general);
    const std::string reason =
        words.text(is_general ? general : "import." + group.code, arguments(words, group.detail, group.limit));
    if (group.kind == interop::NoteKind::file)
        return words.text("import_summary.file", {{"reason", reason}, {"lines", lines_of(words, group)}});
    const bool left_out = group.kind == interop::NoteKind::left_out;
    return words.plural(left_out ? "import_summary.left_out" : "import_summary.changed",
                        static_cast<std::int64_t>(group.count),
                        {{"reason", reason}, {"lines", lines_of(words, group)}});
}

std::string import_error(const text::Language& words, Error error) {
    for (auto& [name, value] : error.args) {
        if ((name == "format" || name == "wanted") && words.has("import_format." + value))
            value = words.text("import_format." + value);
    }
    return words.sentence(error);
}

} // namespace chelate::wording
