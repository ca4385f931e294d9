// Parses JSON into values that know their position in the file, and reads objects with checks.
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

/// A value of a document. It is a cheap view, valid while the document lives.
class Value {
public:
    Value() = default;
    Value(const Document& document, std::uint32_t node) : document_(&document), node_(node) {}

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] std::size_t offset() const;         ///< offset of the value's first byte in the file's text
    [[nodiscard]] bool as_bool() const;               ///< @pre kind() is boolean
    [[nodiscard]] std::int64_t as_integer() const;    ///< @pre kind() is integer
    [[nodiscard]] double as_number() const;           ///< @pre kind() is integer or number
    [[nodiscard]] std::string_view as_string() const; ///< @pre kind() is string
    [[nodiscard]] std::size_t size() const;           ///< number of members or elements; 0 for other kinds

    /// Iterate over the elements of an array or the values of an object in file order: call first(), then next()
    /// until it returns nothing.
    [[nodiscard]] std::optional<Value> first() const;
    [[nodiscard]] std::optional<Value> next() const;
    /// Return the key of a value in an object, and the offset of that key.
    [[nodiscard]] std::string_view key() const;
    [[nodiscard]] std::size_t key_offset() const;
    /// Returns the member with this name, or nothing when it is absent or this value is not an object.
    [[nodiscard]] std::optional<Value> find(std::string_view key) const;

    bool operator==(const Value&) const = default;

private:
    friend class Document;
    friend class ObjectReader;

    const Document* document_ = nullptr;
    std::uint32_t node_ = 0;
};

/// Quotes text from a file for a message: in single quotes, at most 60 characters, with unshowable ones replaced.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// Limits of a file. A deeper or larger one is refused before it can use much time or memory.
inline constexpr std::size_t max_depth = 64;
inline constexpr std::size_t max_bytes = 1024 * 1024;
inline constexpr std::size_t max_told = 1000; ///< problems reported for one file

/// A parsed file. It is movable; Values point into it.
class Document {
public:
    /// Parses a whole text and skips a byte order mark. Appends problems with the given file name to `problems`.
    /// Returns nothing when the text cannot be used at all.
    /// Fatal codes: too-large, not-json, nul-byte, bad-utf8, too-deep, syntax, number-range. The code duplicate-key is
    /// not fatal: the first value is kept, the caller gets the document, and the object with the key is
    /// marked (see is_damaged).
    static std::optional<Document> parse(std::string file, std::string text, std::vector<Problem>& problems);

    [[nodiscard]] Value root() const;
    [[nodiscard]] const std::string& file() const;
    [[nodiscard]] std::string_view text() const;
    /// Returns whether this object itself has a duplicate key. An item read from it cannot be trusted.
    [[nodiscard]] bool is_damaged(const Value& object) const;

    /// Makes a problem at a byte offset of this document.
    [[nodiscard]] Problem problem(std::size_t offset, std::string_view code, std::string message) const;
    /// Appends that problem, unless this document already has `max_told` of them.
    void report(std::vector<Problem>& problems, std::size_t offset, std::string_view code, std::string message) const;
    /// Returns how many problems were not appended.
    [[nodiscard]] std::size_t untold() const;

private:
    friend class Value;
    friend class TreeBuilder;
    friend class ObjectReader;

    /// One value. Nodes are in file order: a container's first child is the node after it.
    struct Node {
        std::string_view key; ///< empty outside objects
        union {
            bool boolean;
            std::int64_t integer;
            double number;
            const char* chars; ///< bytes of a string; `size` is their number
        };
        std::uint32_t size = 0; ///< bytes of a string, children of a container
        std::uint32_t offset = 0;
        std::uint32_t key_offset = 0;
        std::uint32_t next = 0; ///< index of the next sibling; 0 means none, because the root has no siblings
        Kind kind = Kind::null;
        bool damaged = false;
    };

    Document(std::string file, std::string text);

    std::string file_;
    /// On the heap, because views into a short string would not survive a move.
    std::unique_ptr<const std::string> text_;
    std::vector<Node> nodes_;
    std::deque<std::string> unescaped_; ///< strings that differ from the bytes of the text, because they have escapes
    mutable Locator locator_;
    mutable std::size_t reported_ = 0;
};

/// Reads one object key by key, reports everything missing, wrong or unknown, and remembers whether it found a
/// problem. An empty result has already been reported; the caller continues, so that *all* problems are found.
class ObjectReader {
public:
    /// @param what  how an error names this object, for example "a fact" or "a choice"; must outlive the reader
    ObjectReader(const Document& document, Value object, std::string_view what, std::vector<Problem>& problems);

    /// Reads text for people. It is required, must not be blank and must not contain anything that a screen cannot
    /// show. Codes: empty-text, too-long, unshowable-text.
    std::optional<std::string> string(std::string_view key, std::size_t max_code_points = 2000);
    std::optional<std::string> optional_string(std::string_view key, std::size_t max_code_points = 2000);
    std::optional<std::int64_t> integer(std::string_view key, std::int64_t low, std::int64_t high);
    std::optional<std::int64_t> optional_integer(std::string_view key, std::int64_t low, std::int64_t high);
    std::optional<double> number(std::string_view key);
    std::optional<double> optional_number(std::string_view key);
    std::optional<bool> boolean(std::string_view key);
    std::optional<bool> optional_boolean(std::string_view key);
    /// Reads one of the listed words and returns its index. An unknown word gets a "did you mean" suggestion.
    std::optional<std::size_t> word(std::string_view key, const std::vector<std::string>& words);
    std::optional<std::size_t> optional_word(std::string_view key, const std::vector<std::string>& words);
    /// Reads an array of strings, none of them empty. Puts the offset of each into `offsets`, if given.
    std::vector<std::string> strings(std::string_view key, bool required, std::vector<std::size_t>* offsets = nullptr);
    std::optional<Value> array(std::string_view key, bool required);
    std::optional<Value> object(std::string_view key, bool required);
    /// Accepts a key whose value is checked later or not at all (reserved names).
    std::optional<Value> any(std::string_view key);

    /// Returns whether the key is present, whatever its value is. This does not count as reading it.
    [[nodiscard]] bool has(std::string_view key) const { return object_.find(key).has_value(); }

    /// Reports a problem at a key's value, or at the object when the key is absent or empty.
    void report(std::string_view key, std::string_view code, std::string message);
    /// Reports a problem at a byte offset of the file, for example at an element of a list.
    void report_at(std::size_t offset, std::string_view code, std::string message);
    /// Accepts all remaining keys. When the kind of an object is unknown, it is not known which keys are wrong.
    void accept_rest() { accepts_rest_ = true; }
    /// Reports every key that was not read, with a "did you mean" suggestion. Keys that begin with "//" are comments.
    void finish();
    /// Returns whether this reader has reported nothing so far and the object has no duplicate key.
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

    static constexpr std::size_t most_asked = 40; ///< number of keys remembered; none of our objects has more

    const Document* document_;
    Value object_;
    std::string_view what_;
    std::vector<Problem>* problems_;
    std::array<std::string_view, most_asked> asked_;
    std::size_t asked_count_ = 0;
    std::uint64_t members_ = 0; ///< one bit per key's mark; shows at once that most absent keys are absent
    /// Node after the last one found, because most files are written in the order in which they are read.
    std::uint32_t likely_ = 0;
    std::uint32_t likely_index_ = 0;
    std::uint64_t met_ = 0; ///< a bit for each of the first 64 members: set when it was asked for
    bool accepts_rest_ = false;
    bool ok_;
};

} // namespace chelate::json
