// A pack while it is being read: its sound items, the ids taken, the problems to report. Private to this module.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/content/pack.hpp"
#include "engine/json/document.hpp"

namespace chelate::content {

// The most characters of texts that several kinds of items have.
inline constexpr std::size_t longest_name = 200;
inline constexpr std::size_t longest_short_name = 60; ///< shown where there is little space
inline constexpr std::size_t longest_label = 60;      ///< stands at one end of a list or scale
inline constexpr std::size_t longest_word = 80;
inline constexpr std::int64_t most_steps = 40;       ///< of a mechanism
inline constexpr std::size_t longest_meaning = 400;  ///< what a word means; read beside a question
inline constexpr std::size_t most_ids = 5000;        ///< named in one list
inline constexpr std::size_t most_sources = 100;     ///< of one item; each question on it cites them all
inline constexpr std::size_t most_other_names = 100; ///< of one subject; each typed question on it accepts them all
inline constexpr double largest_fact = 1e30;         ///< absolute value; larger numbers cannot be read on a screen
inline constexpr double largest_on_scale = 1e9;      ///< absolute value of any number of a scale

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
    script,
    glossary,
    model
};
inline constexpr std::size_t entry_kinds = 17;

/// Returns how a message names one item of a kind, for example "a fact".
[[nodiscard]] std::string_view name_of(EntryKind kind);

/// Returns how problems name an item, for example "source:s".
[[nodiscard]] std::string item_name(EntryKind kind, std::string_view id);

/// Returns the names of a table's rows, in its order.
template <class Rows>
[[nodiscard]] std::vector<std::string> names_of_rows(const Rows& rows) {
    std::vector<std::string> names;
    for (const auto& row : rows) names.emplace_back(row.name);
    return names;
}

/// The first item that took an id, and where it is.
struct Entry {
    std::uint32_t file = 0;   ///< index into Draft::files
    std::uint32_t offset = 0; ///< of the item's first byte in its file
    bool left_out = false;
    std::string because{}; ///< item whose problem left this one out, as in json::Problem; empty: its own problem
};

/// A problem found after the file's tree was freed; reader.cpp parses the file again to locate it.
struct LateProblem {
    std::uint32_t file = 0;
    std::uint32_t item = 0; ///< offset of the item's first byte; whole_file: the root of the file
    std::string_view key;   ///< key of the item, or of one of its choices or panels; empty: the item itself
    std::string id;         ///< the string meant under that key, or anywhere in the item; empty: the whole value
    std::string code;
    std::string message;
    std::string named;   ///< the item, as in json::Problem::item
    std::string because; ///< as in json::Problem
};

/// A problem whose message has to end with the place of another item. It is found at the end, because the text of the
/// other item's file is freed by then.
struct PlaceToTell {
    std::size_t problem = 0;  ///< index into Draft::problems
    std::uint32_t file = 0;   ///< index into Draft::files
    std::uint32_t offset = 0; ///< of the item's first byte
};

/// The `item` of a late problem of the manifest's own texts.
inline constexpr std::uint32_t whole_file = 0xffffffff;

/// A file that is part of the pack, or one read along with it.
struct PackFile {
    std::string shown;             ///< the name that problems show
    std::string path;              ///< path inside the pack; empty: a file from outside the pack
    std::size_t late_problems = 0; ///< late problems that were kept
    std::size_t late_untold = 0;   ///< late problems that were only counted
};

struct Draft {
    Pack pack;
    std::string folder; ///< of the pack
    std::vector<PackFile> files;
    std::vector<json::Problem> problems;
    std::vector<LateProblem> late_problems;
    std::vector<PlaceToTell> places_to_tell;
    std::array<std::unordered_map<std::string, Entry>, entry_kinds> entries;
    /// For each attribute that has lost a fact, the item whose problem is why. A template may make nothing without it.
    std::unordered_map<std::string, std::string> lost_facts;
    std::unordered_map<std::string, Error> picture_problems; ///< by file; without a code: the picture is sound
    std::size_t picture_bytes = 0;                           ///< of all pictures so far
    std::unordered_map<std::string, std::shared_ptr<const Drawing>> drawings; ///< by file; null: it has faults
    std::size_t drawing_bytes = 0;                                            ///< of all drawings so far
    std::size_t left_out = 0;
    bool brought = false;   ///< the file being read is from outside the pack
    std::uint32_t file = 0; ///< index of the file being read
    bool refused = true;    ///< there will be no pack; reading continues only to find the other problems

    [[nodiscard]] auto& entries_of(EntryKind kind) { return entries[static_cast<std::size_t>(kind)]; }
};

/// Reads the `id` of an item and takes it. Returns an empty string when the id is missing, malformed or already
/// taken; each case is reported.
[[nodiscard]] std::string take_id(Draft& draft, json::ObjectReader& reader, EntryKind kind);

/// Finishes an item: reports unknown keys and, if anything was wrong, counts the item as left out.
/// @param parts_sound  whether the objects inside the item were read without problems
/// @return whether the item is sound and belongs in the pack
[[nodiscard]] bool keep(Draft& draft, json::ObjectReader& reader, EntryKind kind, const std::string& id,
                        bool parts_sound = true);

/// Says of each problem from index `from` on that it is one of this item.
void name_problems(Draft& draft, std::size_t from, EntryKind kind, const json::Value& item);

/// Returns whether a text is an id: 1 to 80 lowercase ASCII letters, digits, '_', '-', '.' and '/', starting with a
/// letter or digit, without ".." or "//".
[[nodiscard]] bool is_id(std::string_view text);

/// Returns whether a path stays inside the pack's folder: at most 255 bytes, relative, with forward slashes only,
/// without empty, "." or ".." parts, and without a colon (a drive) or a NUL byte.
[[nodiscard]] bool is_inside_path(std::string_view path);

/// Accepts the reserved keys that any item may have.
/// @param with_derived  false when the item gives `derived` a meaning of its own
void read_reserved(json::ObjectReader& reader, bool with_derived = true);

/// Reads the key `image` and checks its file. A file that cannot be shown is reported, but its item stays.
/// @return whether the image itself was written without problems
[[nodiscard]] bool read_image(Draft& draft, const json::Document& document, json::ObjectReader& reader, Image& image);

/// Reads the key `figure` of a mechanism and checks its drawing. A drawing with faults is reported, but the mechanism
/// stays. @return whether the figure itself was written without problems
[[nodiscard]] bool read_figure(Draft& draft, const json::Document& document, json::ObjectReader& reader,
                               Figure& figure);

/// Reads `seconds` and `changes` of a step, and adds them to the figure's steps. Clears `sound` when they have faults.
void read_figure_step(const json::Document& document, json::ObjectReader& reader, Figure& figure,
                      std::vector<json::Problem>& problems, bool& sound);

/// Assigns a text if it was read. A missing text needs no report here: its reader has already made one.
inline void assign(std::string& target, std::optional<std::string> text) {
    if (text) target = std::move(*text);
}

/// Assigns an id that names another item. check_references looks that item up once all files are read.
template <class IdType>
void assign(IdType& target, std::optional<std::string> text) {
    if (text) target.value = std::move(*text);
}

/// Reads `review_by`, a date such as 2027-06-30, and reports anything else. @return empty when the key is absent
[[nodiscard]] std::string read_review_date(json::ObjectReader& reader);

/// Reads a list of texts. Reports a list of more than `most`, and then returns none.
[[nodiscard]] std::vector<std::string> read_texts(json::ObjectReader& reader, std::string_view key, std::size_t most);

/// Reads a number that a fact or a scale may have. Reports one beyond +-`most`.
[[nodiscard]] std::optional<double> read_optional_number(json::ObjectReader& reader, std::string_view key, double most);

/// Reads a list of ids. Reports an id that appears twice, an empty list when the list is required, and more ids than
/// one item can need: `most_sources` under the key "sources", else `most_ids`.
[[nodiscard]] std::vector<std::string> read_ids(json::ObjectReader& reader, std::string_view key, bool required);

template <class IdType>
void assign_ids(std::vector<IdType>& target, json::ObjectReader& reader, std::string_view key, bool required) {
    std::vector<std::string> ids = read_ids(reader, key, required);
    target.reserve(ids.size());
    for (std::string& id : ids) target.emplace_back(std::move(id));
}

/// Returns the number rounded to that many decimals, half away from zero. It treats a double as the decimal number it
/// represents: 238.475 gives 238.48 although the nearest double is slightly less.
[[nodiscard]] double rounded(double number, int decimals);

/// Formats a number with that many digits after the point, independent of the locale; never "-0".
[[nodiscard]] std::string with_decimals(double number, int decimals);

/// A path from the manifest's `files`, and its place in the manifest.
struct ListedFile {
    std::string path;
    std::size_t offset = 0; ///< of the path in the manifest
};

/// What the manifest says about how to read the rest of the pack.
struct Manifest {
    std::vector<ListedFile> files;
    bool is_complete = false;  ///< all listed paths can be used
    bool has_required = false; ///< everything else that a pack needs is there
};

/// Reads the manifest into the draft's pack. Returns nothing when its format is newer than this program.
[[nodiscard]] std::optional<Manifest> read_manifest(Draft& draft, const json::Document& manifest);

/// Reads a yardstick of the manifest. @return whether it is sound
bool read_yardstick(Draft& draft, const json::Document& manifest, const json::Value& value);

/// Computes the grade of a claim from its studies; leaves a claim without studies unchanged.
/// @pre the pack contains the studies
void grade_by_rows(Pack& pack, Claim& claim);

/// Checks that a text has only known {placeholders}, and the one that it needs. Reports only the first wrong one, which
/// is enough to know that the text is wrong.
/// @param needed  empty: none
void check_placeholders(json::ObjectReader& reader, std::string_view key, const std::string& text,
                        const Placeholders& known, std::string_view needed = {});

/// Reads all items of a listed file.
void read_items(Draft& draft, const json::Document& document);

// Each reads one item of its kind into the draft's pack; read_items calls them.
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
void read_model(Draft& draft, const json::Document& document, const json::Value& value);
void read_glossary_entry(Draft& draft, const json::Document& document, const json::Value& value);
void read_question(Draft& draft, const json::Document& document, const json::Value& value);
void read_template(Draft& draft, const json::Document& document, const json::Value& value);
void read_round(Draft& draft, const json::Document& document, const json::Value& value);

/// Leaves out each item that names a missing item or breaks a rule between items, and reports the problem.
void check_references(Draft& draft);

} // namespace chelate::content
