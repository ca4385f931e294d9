// Recognises the format of a question file by its content.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace chelate::interop {

/// The formats that can be read.
enum class Format : std::uint8_t { gift, aiken, table };

/// Returns the name of a format: "gift", "aiken" or "csv".
[[nodiscard]] std::string_view name_of(Format format);

/// Returns the name of a format that is known but cannot be read, such as "moodle-xml" or "docx". Empty: none of these.
/// @param bytes  of the file, in any encoding
[[nodiscard]] std::string_view unreadable_format(std::string_view bytes);

/// What a text looks like.
struct Recognised {
    bool gift = false;                 ///< braces with answers
    bool aiken = false;                ///< choices with letters, and lines with the answer
    bool table = false;                ///< a header row
    bool table_without_header = false; ///< two cells in each of the first rows
    bool has_gift_signs = false;       ///< braces, titles or categories, perhaps broken ones

    /// Returns the format to read it in; nothing: none fits.
    [[nodiscard]] std::optional<Format> best() const;
    /// Returns whether the text may be read in a format that a person insists on.
    [[nodiscard]] bool may_be(Format format) const;
};

/// Takes time in proportion to the text. @param text  UTF-8
[[nodiscard]] Recognised recognise(std::string_view text);

} // namespace chelate::interop
