// Makes a pack from a question file of another program: reads the file, decides what format it has, tells what was
// changed or left out, and writes the pack.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/interop/format.hpp"
#include "engine/interop/imported.hpp"
#include "engine/interop/summary.hpp"
#include "engine/json/problem.hpp"

namespace chelate::session {

inline constexpr std::size_t largest_question_file = 32 * 1024 * 1024; ///< bytes

/// A question file that was read. Nothing is written yet, so that a person can look at the summary first.
struct QuestionFile {
    interop::Format format = interop::Format::gift;
    interop::Import import{};
    interop::ImportSummary summary{};
};

/// Reads a question file, also from a pipe. Decodes UTF-8, UTF-16 and Windows-1252; that the last one was a guess is a
/// note. The file may have no valid question: see `summary.kept`.
/// @param path  "-" is the standard input
/// @param wanted  the format that the person insists on; nothing: decides by the content
/// Errors: those of read_stream; import-other-format {path, format}: a format that cannot be read, see
/// interop::unreadable_format; import-looks-like {path, format, wanted}: not the wanted format; import-not-gift {path}:
/// nothing in it is GIFT; import-unknown-format {path}; import-unknown-encoding {path}; nothing-imported {path}: empty.
[[nodiscard]] Result<QuestionFile> read_question_file(const std::filesystem::path& path,
                                                      std::optional<interop::Format> wanted);

/// What a person decides about the pack that is made from a question file.
struct ImportedPack {
    std::filesystem::path folder{}; ///< does not exist yet, or is empty
    std::string title{};            ///< see pack_title
    std::string about{};            ///< one sentence, which can be shown
};

/// Writes the pack, with a round of all questions and, if there are more than a round can have, a round for each
/// part of the file. Leaves nothing behind after an error. @param file  has at least one question
/// @param problems  gets what the reader of packs found, if the pack is not sound
/// Errors: folder-not-empty {path}, folder-not-made {path, reason}, file-not-written {path, reason}, pack-not-sound
/// {path}.
[[nodiscard]] Result<void> write_imported_pack(const QuestionFile& file, const ImportedPack& pack,
                                               std::vector<json::Problem>& problems);

} // namespace chelate::session
