// Groups the notes of an import by their reason, so that thousands of them fit on a screen.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/interop/imported.hpp"

namespace chelate::interop {

/// All notes with one reason.
struct NoteGroup {
    NoteKind kind = NoteKind::repaired;
    std::string code{};
    std::size_t count = 0;
    std::vector<std::size_t> lines{}; ///< of the first ones, at most `lines_in_group`
    std::string detail{};             ///< of the first one
    std::size_t limit = 0;            ///< as in the notes
    bool has_one_detail = true;       ///< all notes have the same detail
};

inline constexpr std::size_t lines_in_group = 3;

struct ImportSummary {
    std::size_t kept = 0;            ///< questions
    std::size_t repaired = 0;        ///< questions of these in which something was changed or lost
    std::size_t left_out = 0;        ///< questions
    std::vector<NoteGroup> groups{}; ///< about the file, then left out, then repaired; the largest first
};

[[nodiscard]] ImportSummary summarise(const Import& import);

} // namespace chelate::interop
