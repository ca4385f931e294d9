// A pack while it is being read: what is good so far, which ids are taken, and what is still to be reported.
// Private to this room.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/json/document.hpp"

namespace chelate::content {

/// Kinds of what a pack lists under an id.
enum class EntryKind : std::uint8_t {
    topic,
    source,
    subject,
    attribute,
    fact,
    mechanism,
    claim,
    misconception,
    question,
    template_,
    round,
    study,
    conflict,
    breathing,
    script
};
inline constexpr std::size_t entry_kinds = 15;

/// How a message names one item of a kind: "a fact".
[[nodiscard]] std::string_view name_of(EntryKind kind);

/// The first item that took an id.
struct Entry {
    std::uint32_t file = 0;   ///< index into Draft::files
    std::uint32_t offset = 0; ///< of the item's first byte
    bool left_out = false;
};

/// A problem that was found when the file's tree was already freed; reader.cpp parses the file again to locate it.
struct LateProblem {
    std::uint32_t file = 0;
    std::uint32_t item = 0; ///< offset of the item
    std::string_view key;   ///< of the item, or of one of its choices
    std::string id;         ///< the string under that key; empty: the key's value as it stands
    std::string code;
    std::string message;
};

/// A file of the pack.
struct PackFile {
    std::string shown;             ///< as problems name it
    std::string path;              ///< inside the pack; empty: it was brought along
    std::size_t late_problems = 0; ///< kept
    std::size_t late_untold = 0;
};

struct Draft {
    Pack pack;
    std::vector<PackFile> files;
    std::vector<json::Problem> problems;
    std::vector<LateProblem> late_problems;
    std::array<std::unordered_map<std::string, Entry>, entry_kinds> entries;
    std::size_t left_out = 0;
    bool brought = false;   ///< what is read now comes from outside the pack
    std::uint32_t file = 0; ///< being read now
    bool refused = true;    ///< there will be no pack; reading goes on to find the other problems

    [[nodiscard]] auto& entries_of(EntryKind kind) { return entries[static_cast<std::size_t>(kind)]; }
};

/// Reads the `id` of an item and takes it. Empty when it is missing, no id, or taken already (each reported).
[[nodiscard]] std::string take_id(Draft& draft, json::ObjectReader& reader, EntryKind kind);

/// Ends reading an item: reports unknown keys and, when anything was wrong, counts it as left out.
/// @param parts_sound  whether the objects inside the item were read well
/// @return whether the item is good and belongs in the pack
[[nodiscard]] bool keep(Draft& draft, json::ObjectReader& reader, EntryKind kind, const std::string& id,
                        bool parts_sound = true);

/// Lowercase ASCII letters, digits, '_', '-', '.' and '/', 1 to 80, beginning with a letter or digit, no ".." or "//".
[[nodiscard]] bool is_id(std::string_view text);

/// Whether a path stays inside the pack's folder: relative, with forward slashes, without "." and "..", without a
/// drive.
[[nodiscard]] bool is_inside_path(std::string_view path);

/// Accepts the keys any item may carry; `derived` too, unless the item has a meaning for it.
void read_reserved(json::ObjectReader& reader, bool with_derived = true);

/// Puts a text that was read where it belongs; nothing was reported already.
inline void assign(std::string& target, std::optional<std::string> text) {
    if (text) target = std::move(*text);
}

/// Reads one id that must name something; whether it does is seen when all files are read.
template <class IdType>
void assign(IdType& target, std::optional<std::string> text) {
    if (text) target.value = std::move(*text);
}

/// Reads the date `review_by`, 2027-06-30. Reports anything else.
[[nodiscard]] std::string read_review_date(json::ObjectReader& reader);

/// Reads a list of ids. Reports one that stands twice, and an empty list when there must be one.
[[nodiscard]] std::vector<std::string> read_ids(json::ObjectReader& reader, std::string_view key, bool required);

template <class IdType>
void assign_ids(std::vector<IdType>& target, json::ObjectReader& reader, std::string_view key, bool required) {
    std::vector<std::string> ids = read_ids(reader, key, required);
    target.reserve(ids.size());
    for (std::string& id : ids) target.emplace_back(std::move(id));
}

/// Rounded to that many decimals, half away from zero, taking a double for the decimal number it stands for: 238.475
/// gives 238.48 although the nearest double is a little less.
[[nodiscard]] double rounded(double number, int decimals);

/// A number with that many digits after the point, without a locale; never "-0".
[[nodiscard]] std::string with_decimals(double number, int decimals);

/// A name in the manifest's `files`, and where it stands there.
struct ListedFile {
    std::string path;
    std::size_t offset = 0;
};

struct Manifest {
    std::vector<ListedFile> files;
    bool is_complete = false;  ///< all listed names could be used
    bool has_required = false; ///< everything else a pack cannot do without was there
};

/// Reads the manifest into the draft's pack. Nothing when its format is newer.
[[nodiscard]] std::optional<Manifest> read_manifest(Draft& draft, const json::Document& manifest);

/// Reads a yardstick of the manifest. @return whether it is good
bool read_yardstick(Draft& draft, const json::Document& manifest, const json::Value& value);

/// Computes the grade of a claim whose studies are all there; others stay as they are.
void grade_by_rows(Pack& pack, Claim& claim);

/// Reads all items of a listed file.
void read_items(Draft& draft, const json::Document& document);

// One for each kind of item; called by read_items.
void read_source(Draft& draft, const json::Document& document, const json::Value& value);
void read_subject(Draft& draft, const json::Document& document, const json::Value& value);
void read_attribute(Draft& draft, const json::Document& document, const json::Value& value);
void read_fact(Draft& draft, const json::Document& document, const json::Value& value);
void read_mechanism(Draft& draft, const json::Document& document, const json::Value& value);
void read_claim(Draft& draft, const json::Document& document, const json::Value& value);
void read_misconception(Draft& draft, const json::Document& document, const json::Value& value);
void read_study(Draft& draft, const json::Document& document, const json::Value& value);
void read_conflict(Draft& draft, const json::Document& document, const json::Value& value);
void read_breathing(Draft& draft, const json::Document& document, const json::Value& value);
void read_script(Draft& draft, const json::Document& document, const json::Value& value);
void read_question(Draft& draft, const json::Document& document, const json::Value& value);
void read_template(Draft& draft, const json::Document& document, const json::Value& value);
void read_round(Draft& draft, const json::Document& document, const json::Value& value);

/// Leaves out what names something that is not there, and what breaks a rule between items; each with its problem.
void check_references(Draft& draft);

} // namespace chelate::content
