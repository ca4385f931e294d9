#include "engine/json/document.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <unordered_set>

#include <nlohmann/json.hpp>

#include "engine/base/text.hpp"
#include "engine/json/not_json.hpp"
#include "engine/json/syntax.hpp"

namespace chelate::json {
namespace {

constexpr std::size_t few_members = 16; ///< with up to this many members, a linear search is faster than a hash table
/// Most duplicate keys reported for one file; more would tell the author nothing new.
constexpr std::size_t max_duplicates = 100;

/// Walks over the text and records how far the parser has read, because SAX events carry no position.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        *reached_ = ++at_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
    bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

private:
    const char* at_;
    const char** reached_;
};

/// A string buffer for the parser, which appends each string byte by byte. std::string's push_back is not inlined;
/// with this class, reading a pack takes a sixth fewer instructions.
class TokenText {
public:
    using value_type = char;

    TokenText() = default;
    // The parser's binary code is never run, but it compiles only with these members.
    TokenText(const TokenText& other) { add(other.view()); }
    TokenText& operator=(const TokenText& other) {
        const std::string copy(other.view());
        clear();
        add(copy);
        return *this;
    }
    ~TokenText() = default;
    TokenText(const std::string& text) { add(text); } // NOLINT(google-explicit-constructor)
    TokenText(const char* text) { add(text); }        // NOLINT(google-explicit-constructor)
    TokenText(std::size_t count, char c) { add(std::string(count, c)); }
    void append(const TokenText& text) { add(text.view()); }

    [[gnu::always_inline]] void push_back(char c) {
        if (end_ == limit_) grow();
        *end_++ = c;
    }
    void clear() { end_ = bytes_.get(); }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(end_ - bytes_.get()); }
    /// Returns the bytes followed by a NUL, which strtod needs.
    [[nodiscard]] const char* data() {
        *end_ = '\0';
        return bytes_.get();
    }
    [[nodiscard]] std::string_view view() const { return {bytes_.get(), size()}; }

private:
    void add(std::string_view text) {
        for (const char c : text) push_back(c);
    }

    [[gnu::noinline]] void grow() {
        const std::size_t length = size();
        auto larger = std::make_unique<char[]>(2 * length + 1);
        std::copy_n(bytes_.get(), length, larger.get());
        bytes_ = std::move(larger);
        end_ = bytes_.get() + length;
        limit_ = bytes_.get() + 2 * length;
    }

    static constexpr std::size_t first_room = 4096;
    std::unique_ptr<char[]> bytes_ = std::make_unique<char[]>(first_room + 1); ///< plus one byte for the NUL
    char* end_ = bytes_.get();
    char* limit_ = bytes_.get() + first_room;
};

using Parser = nlohmann::basic_json<std::map, std::vector, TokenText>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool continues_number(char c) { return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E'; }

} // namespace

/// Builds the nodes of a document from the parser's events.
class TreeBuilder {
public:
    TreeBuilder(Document& document, std::vector<Problem>& problems) : document_(document), problems_(problems) {
        document_.nodes_.reserve(document_.text_->size() / 32 + 1);
    }

    bool run() {
        const std::string& text = *document_.text_;
        const std::size_t begin = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
        previous_end_ = begin;
        begin_ = begin;
        const char* const end = text.data() + text.size();
        reached_ = text.data() + begin;
        return Parser::sax_parse(CountingIterator(reached_, &reached_), CountingIterator(end, &reached_), this);
    }

    // The parser prescribes these names and signatures (nlohmann::json_sax).
    bool null() {
        const std::size_t begin = token();
        add(Kind::null, begin, begin + 4);
        return true;
    }
    bool boolean(bool value) {
        const std::size_t begin = token();
        add(Kind::boolean, begin, begin + (value ? 4 : 5)).boolean = value;
        return true;
    }
    bool number_integer(std::int64_t value) {
        const std::size_t begin = token();
        add(Kind::integer, begin, end_of_number(begin)).integer = value;
        return true;
    }
    bool number_unsigned(std::uint64_t value) {
        if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return too_large_a_number();
        return number_integer(static_cast<std::int64_t>(value));
    }
    bool number_float(double value, const TokenText& digits) {
        // The parser rounds a whole number that is too large for an integer, which makes it a different number.
        if (digits.view().find_first_of(".eE") == std::string_view::npos) return too_large_a_number();
        const std::size_t begin = token();
        add(Kind::number, begin, end_of_number(begin)).number = value;
        return true;
    }
    bool string(const TokenText& value) {
        const std::size_t begin = token();
        Document::Node& node = add(Kind::string, begin, reached());
        const std::string_view view = kept(begin, value);
        node.chars = view.data();
        node.size = static_cast<std::uint32_t>(view.size());
        return true;
    }
    bool binary(Parser::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Kind::object); }
    bool start_array(std::size_t) { return open(Kind::array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(const TokenText& name);
    bool parse_error(std::size_t, const std::string&, const Parser::exception& error);

private:
    struct Frame {
        std::uint32_t node = 0;
        std::uint32_t last_child = 0;                ///< 0 means none yet
        std::unordered_set<std::string_view> keys{}; ///< used only when the object has more than few_members
    };

    [[nodiscard]] std::size_t token() const { return next_token(*document_.text_, previous_end_); }
    [[nodiscard]] std::size_t reached() const { return static_cast<std::size_t>(reached_ - document_.text_->data()); }
    [[nodiscard]] std::size_t end_of_number(std::size_t begin) const {
        // The parser has already read one byte past the number. "01" is a zero followed by an error.
        const std::string& text = *document_.text_;
        const std::size_t digits = text[begin] == '-' ? begin + 1 : begin;
        if (text[digits] == '0' && digits + 1 < text.size() && is_digit(text[digits + 1])) return digits + 1;
        while (begin < text.size() && continues_number(text[begin])) ++begin;
        return begin;
    }

    Document::Node& add(Kind kind, std::size_t begin, std::size_t end);
    bool open(Kind kind);
    bool close();
    std::string_view kept(std::size_t quote, const TokenText& value);
    bool is_repeated(Frame& frame, std::string_view name) const;
    [[nodiscard]] Expected expected() const;
    bool too_large_a_number() {
        problems_.push_back(document_.problem(token(), "number-range", "this number is too large to be kept exactly"));
        return false;
    }

    Document& document_;
    std::vector<Problem>& problems_;
    std::vector<Frame> open_;
    std::string_view key_;
    std::size_t key_offset_ = 0;
    bool has_key_ = false;
    const char* reached_ = nullptr;
    std::size_t begin_ = 0;
    std::size_t previous_end_ = 0;
    std::size_t duplicates_ = 0;
};

Document::Node& TreeBuilder::add(Kind kind, std::size_t begin, std::size_t end) {
    auto& nodes = document_.nodes_;
    const auto index = static_cast<std::uint32_t>(nodes.size());
    if (!open_.empty()) {
        Frame& frame = open_.back();
        ++nodes[frame.node].size;
        if (frame.last_child != 0) nodes[frame.last_child].next = index;
        frame.last_child = index;
    }
    Document::Node& node = nodes.emplace_back();
    node.kind = kind;
    node.offset = static_cast<std::uint32_t>(begin);
    node.key = key_;
    node.key_offset = static_cast<std::uint32_t>(key_offset_);
    key_ = {};
    has_key_ = false;
    previous_end_ = end;
    return node;
}

bool TreeBuilder::open(Kind kind) {
    const std::size_t begin = token();
    if (open_.size() >= max_depth) {
        problems_.push_back(document_.problem(
            begin, "too-deep", "more than " + std::to_string(max_depth) + " objects and arrays are inside each other"));
        return false;
    }
    const auto index = static_cast<std::uint32_t>(document_.nodes_.size());
    add(kind, begin, begin + 1);
    open_.push_back({.node = index});
    return true;
}

bool TreeBuilder::close() {
    previous_end_ = token() + 1;
    open_.pop_back();
    return true;
}

/// Returns a view into the text when the string has no escapes (an escape always makes it shorter), else into a copy.
std::string_view TreeBuilder::kept(std::size_t quote, const TokenText& value) {
    const std::string_view text = *document_.text_;
    if (reached() - quote - 2 == value.size()) return text.substr(quote + 1, value.size());
    return document_.unescaped_.emplace_back(value.view());
}

bool TreeBuilder::is_repeated(Frame& frame, std::string_view name) const {
    const auto& nodes = document_.nodes_;
    const std::uint32_t members = nodes[frame.node].size;
    if (members == 0) return false;
    if (members <= few_members) {
        for (std::uint32_t at = frame.node + 1; at != 0; at = nodes[at].next) {
            if (nodes[at].key == name) return true;
        }
        return false;
    }
    if (frame.keys.empty()) {
        for (std::uint32_t at = frame.node + 1; at != 0; at = nodes[at].next) frame.keys.insert(nodes[at].key);
    }
    return !frame.keys.insert(name).second;
}

bool TreeBuilder::key(const TokenText& name) {
    key_offset_ = token();
    key_ = kept(key_offset_, name);
    has_key_ = true;
    previous_end_ = reached();
    if (is_repeated(open_.back(), key_)) {
        document_.nodes_[open_.back().node].damaged = true;
        if (++duplicates_ <= max_duplicates) {
            problems_.push_back(
                document_.problem(key_offset_, "duplicate-key", in_quotes(key_) + " is twice in this object"));
        }
    }
    return true;
}

Expected TreeBuilder::expected() const {
    if (document_.nodes_.empty()) return Expected::value;
    if (has_key_) return Expected::colon;
    if (open_.empty()) return Expected::end;
    const Document::Node& around = document_.nodes_[open_.back().node];
    if (around.kind == Kind::object) return around.size == 0 ? Expected::first_key : Expected::comma_in_object;
    return around.size == 0 ? Expected::first_element : Expected::comma_in_array;
}

bool TreeBuilder::parse_error(std::size_t, const std::string&, const Parser::exception& error) {
    constexpr int number_overflow = 406;
    if (error.id == number_overflow) return too_large_a_number();
    SyntaxError found =
        find_syntax_error(*document_.text_, previous_end_ == begin_ ? begin_ : previous_end_, expected());
    problems_.push_back(document_.problem(found.offset, "syntax", std::move(found.message)));
    return false;
}

Document::Document(std::string file, std::string text)
    : file_(std::move(file)), text_(std::make_unique<const std::string>(std::move(text))) {}

std::optional<Document> Document::parse(std::string file, std::string text, std::vector<Problem>& problems) {
    if (text.size() > max_bytes) {
        problems.push_back({.file = std::move(file),
                            .code = "too-large",
                            .message = "the file has " + std::to_string(text.size()) + " bytes; at most " +
                                       std::to_string(max_bytes) + " are read, so split it"});
        return std::nullopt;
    }
    Document document(std::move(file), std::move(text));
    const std::string& bytes = *document.text_;
    if (const std::string_view why = why_not_json(bytes); !why.empty()) {
        problems.push_back(
            {.file = document.file_, .code = "not-json", .message = std::string(why)}); // its bytes would say nothing
        return std::nullopt;
    }
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        problems.push_back(document.problem(0, "bad-utf8", "this is UTF-16; save the file as UTF-8"));
        return std::nullopt;
    }
    if (const auto bad = first_invalid_utf8(bytes)) {
        problems.push_back(document.problem(*bad, "bad-utf8", "this byte is not UTF-8; save the file as UTF-8"));
        return std::nullopt;
    }
    // The parser would take a NUL byte for the end of the text and ignore everything after it.
    if (const auto nul = bytes.find('\0'); nul != std::string::npos) {
        problems.push_back(document.problem(nul, "nul-byte", "there is a NUL byte here; a text file has none"));
        return std::nullopt;
    }
    if (!TreeBuilder(document, problems).run()) return std::nullopt;
    return document;
}

} // namespace chelate::json
