// Located JSON: a parsed file whose every value knows its place, and checked reading of objects.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/json/problem.hpp"

namespace chelate::json {

enum class Kind : std::uint8_t { null, boolean, integer, number, string, array, object };

class Document;

/// A value of a document: a cheap view, valid while the document lives.
class Value {
public:
    Value() = default;
    Value(const Document& document, std::uint32_t node) : document_(&document), node_(node) {}

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] std::size_t offset() const;         ///< first byte of the value in the file's text
    [[nodiscard]] bool as_bool() const;               ///< @pre kind() is boolean
    [[nodiscard]] std::int64_t as_integer() const;    ///< @pre kind() is integer
    [[nodiscard]] double as_number() const;           ///< @pre kind() is integer or number
    [[nodiscard]] std::string_view as_string() const; ///< @pre kind() is string
    [[nodiscard]] std::size_t size() const;           ///< members or elements; 0 for others

    /// Elements of an array or values of an object, in the order of the file: first() then next() until nothing.
    [[nodiscard]] std::optional<Value> first() const;
    [[nodiscard]] std::optional<Value> next() const;
    /// Key of a value that stands in an object, and the place of that key.
    [[nodiscard]] std::string_view key() const;
    [[nodiscard]] std::size_t key_offset() const;
    /// Member of an object by name; nothing when absent or when this is no object.
    [[nodiscard]] std::optional<Value> find(std::string_view key) const;

    bool operator==(const Value&) const = default;

private:
    friend class Document;
    friend class ObjectReader;

    const Document* document_ = nullptr;
    std::uint32_t node_ = 0;
};

/// A text from a file as a message quotes it: in single quotes, at most 60 characters, unshowable ones replaced.
[[nodiscard]] std::string quoted(std::string_view text);

/// Limits of a file: deeper or larger ones are refused before they cost anything.
inline constexpr std::size_t max_depth = 64;
inline constexpr std::size_t max_bytes = 1024 * 1024;
inline constexpr std::size_t max_told = 1000; ///< problems of one file

/// A parsed file. Movable; Values point into it.
class Document {
public:
    /// Parses a whole text (a byte order mark is skipped). Problems are appended to `problems` with the given file
    /// name; nothing is returned when the text cannot be used at all.
    /// Codes: too-large, nul-byte, bad-utf8, too-deep, syntax, number-range (all fatal), duplicate-key (not fatal: the
    /// first value stays and the caller gets the document; the object that holds it is marked, see is_damaged).
    static std::optional<Document> parse(std::string file, std::string text, std::vector<Problem>& problems);

    [[nodiscard]] Value root() const;
    [[nodiscard]] const std::string& file() const;
    [[nodiscard]] std::string_view text() const;
    /// Whether this very object has a duplicate key: an item read from it cannot be trusted.
    [[nodiscard]] bool is_damaged(const Value& object) const;

    /// Makes a problem at a byte offset of this document.
    [[nodiscard]] Problem problem(std::size_t offset, std::string_view code, std::string message) const;
    /// Appends that problem, unless so many of this document have been told that one more helps nobody.
    void report(std::vector<Problem>& problems, std::size_t offset, std::string_view code, std::string message) const;
    /// How many problems were not appended.
    [[nodiscard]] std::size_t untold() const;

private:
    friend class Value;
    friend class TreeBuilder;
    friend class ObjectReader;

    /// One value. Nodes stand in the order of the file: a container's first child is the node after it.
    struct Node {
        std::string_view key; ///< empty outside objects
        union {
            bool boolean;
            std::int64_t integer;
            double number;
            const char* chars; ///< of a string, `size` bytes
        };
        std::uint32_t size = 0; ///< bytes of a string, children of a container
        std::uint32_t offset = 0;
        std::uint32_t key_offset = 0;
        std::uint32_t next = 0; ///< next sibling; 0: none (the root is nobody's sibling)
        Kind kind = Kind::null;
        bool damaged = false;
    };

    Document(std::string file, std::string text);

    std::string file_;
    std::unique_ptr<const std::string> text_; ///< on the heap: views into a short string would not survive a move
    std::vector<Node> nodes_;
    std::deque<std::string> unescaped_; ///< strings whose bytes differ from the text's
    // Problems mostly come in the order of the file; all that is needed to place the next one quickly:
    mutable std::vector<std::uint32_t> line_starts_; ///< found when the first problem asks
    mutable std::size_t placed_offset_ = 0;          ///< of the problem made last, and its column
    mutable std::size_t placed_column_ = 1;
    mutable std::size_t reported_ = 0;
};

/// Reads one object key by key, reports what is missing, wrong or unknown, and remembers whether all was well.
/// Each `ok`-less result is already reported; the caller goes on reading so that *all* problems are found.
class ObjectReader {
public:
    /// @param what  how an error names this object: "a fact", "a choice"; must outlive the reader
    ObjectReader(const Document& document, Value object, std::string_view what, std::vector<Problem>& problems);

    /// Text for people: required, not blank, nothing a screen cannot show (codes: empty-text, too-long,
    /// unshowable-text).
    std::optional<std::string> string(std::string_view key, std::size_t max_code_points = 2000);
    std::optional<std::string> optional_string(std::string_view key, std::size_t max_code_points = 2000);
    std::optional<std::int64_t> integer(std::string_view key, std::int64_t low, std::int64_t high);
    std::optional<std::int64_t> optional_integer(std::string_view key, std::int64_t low, std::int64_t high);
    std::optional<double> number(std::string_view key);
    std::optional<double> optional_number(std::string_view key);
    std::optional<bool> boolean(std::string_view key);
    std::optional<bool> optional_boolean(std::string_view key);
    /// One of the listed words; the index into them. Wrong words get "did you mean".
    std::optional<std::size_t> word(std::string_view key, const std::vector<std::string>& words);
    std::optional<std::size_t> optional_word(std::string_view key, const std::vector<std::string>& words);
    /// Array of strings, each not empty; with the place of each in `offsets` when asked for.
    std::vector<std::string> strings(std::string_view key, bool required, std::vector<std::size_t>* offsets = nullptr);
    std::optional<Value> array(std::string_view key, bool required);
    std::optional<Value> object(std::string_view key, bool required);
    /// Accepts a key whose value is checked later or not at all (reserved names).
    std::optional<Value> any(std::string_view key);

    /// Whether the key is there, whatever its value. Does not count as reading it.
    [[nodiscard]] bool has(std::string_view key) const { return object_.find(key).has_value(); }

    /// Reports a problem at a key's value (or at the object when the key is absent or empty).
    void report(std::string_view key, std::string_view code, std::string message);
    /// Reports a problem at a byte of the file, of an element of a list for instance.
    void report_at(std::size_t offset, std::string_view code, std::string message);
    /// Accepts all keys that are left: when the kind of an object is unknown, nobody can say which keys are wrong.
    void accept_rest() { accepts_rest_ = true; }
    /// Reports every key nobody asked for, with "did you mean". Keys that begin with "//" are comments.
    void finish();
    /// Nothing was reported through this reader so far.
    [[nodiscard]] bool ok() const;
    [[nodiscard]] std::size_t offset() const;

private:
    std::optional<Value> take(std::string_view key, bool required);
    std::optional<std::string> text_of(std::string_view key, bool required, std::size_t max_code_points);
    std::optional<std::int64_t> whole_of(std::string_view key, bool required, std::int64_t low, std::int64_t high);
    std::optional<double> number_of(std::string_view key, bool required);
    std::optional<bool> boolean_of(std::string_view key, bool required);
    std::optional<std::size_t> word_of(std::string_view key, bool required, const std::vector<std::string>& words);
    std::optional<Value> of_kind(std::string_view key, bool required, Kind kind);
    bool check_text(const Value& value, std::string_view key, std::size_t max_code_points);
    void wrong_type(const Value& value, std::string_view key, std::string_view wanted);

    static constexpr std::size_t most_asked = 40; ///< keys that are remembered; no object of ours has more

    const Document* document_;
    Value object_;
    std::string_view what_;
    std::vector<Problem>* problems_;
    std::array<std::string_view, most_asked> asked_;
    std::size_t asked_count_ = 0;
    std::uint64_t members_ = 0; ///< one bit for the mark of each key: most absent keys are known absent at a glance
    std::uint32_t likely_ = 0;  ///< node after the last one found: files are mostly written in the order of reading
    std::uint32_t likely_index_ = 0;
    std::uint64_t met_ = 0; ///< of the first 64 members, those asked for
    bool accepts_rest_ = false;
    bool ok_;
};

} // namespace chelate::json
