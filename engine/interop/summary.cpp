#include "engine/interop/summary.hpp"

#include <algorithm>
#include <map>

namespace chelate::interop {
namespace {

int rank(NoteKind kind) {
    switch (kind) {
    case NoteKind::file: return 0;
    case NoteKind::left_out: return 1;
    case NoteKind::repaired: return 2;
    }
    return 3;
}

} // namespace

ImportSummary summarise(const Import& import) {
    ImportSummary summary;
    summary.kept = import.questions.size();
    std::map<std::pair<int, std::string>, NoteGroup> groups;
    std::vector<std::size_t> repaired_lines;
    for (const ImportNote& note : import.notes) {
        NoteGroup& group = groups[{rank(note.kind), note.code}];
        if (group.count++ == 0) {
            group.kind = note.kind;
            group.code = note.code;
            group.detail = note.detail;
            group.limit = note.limit;
        }
        group.has_one_detail = group.has_one_detail && group.detail == note.detail;
        if (group.lines.size() < lines_in_group) group.lines.push_back(note.line);
        if (note.kind == NoteKind::left_out) ++summary.left_out;
        if (note.kind == NoteKind::repaired) repaired_lines.push_back(note.line);
    }
    // A question with several repairs counts once, and one that was left out after all does not count.
    for (const Imported& imported : import.questions) {
        if (std::binary_search(repaired_lines.begin(), repaired_lines.end(), imported.line)) ++summary.repaired;
    }
    for (auto& [key, group] : groups) summary.groups.push_back(std::move(group));
    std::stable_sort(summary.groups.begin(), summary.groups.end(), [](const NoteGroup& a, const NoteGroup& b) {
        return rank(a.kind) != rank(b.kind) ? rank(a.kind) < rank(b.kind) : a.count > b.count;
    });
    return summary;
}

} // namespace chelate::interop
