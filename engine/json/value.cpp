#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "engine/base/text.hpp"
#include "engine/json/document.hpp"

namespace chelate::json {
namespace {

constexpr std::size_t excerpt_bytes = 512; ///< of a longer line, only the part around the problem is kept

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

} // namespace

std::string in_quotes(std::string_view text) {
    constexpr std::size_t longest = 60;
    // A character may have many bytes. Cut by bytes first, so that a huge text costs little, and then by characters.
    std::size_t cut = std::min(text.size(), 16 * longest);
    while (cut < text.size() && cut > 0 && is_continuation(text[cut])) --cut;
    const std::string_view head = first_graphemes(text.substr(0, cut), longest);
    std::string shown = showable_line(head);
    shown.insert(shown.begin(), '\'');
    shown += head.size() < text.size() ? "...'" : "'";
    return shown;
}

Value Document::root() const { return {*this, 0}; }

const std::string& Document::file() const { return file_; }

std::string_view Document::text() const { return *text_; }

bool Document::is_damaged(const Value& object) const { return nodes_[object.node_].damaged; }

Problem Locator::problem(std::string_view text, const std::string& file, std::size_t offset, std::string_view code,
                         std::string message) {
    offset = std::min(offset, text.size());
    if (line_starts_.empty()) {
        line_starts_.push_back(0);
        for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
            line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
        }
    }
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    std::size_t begin = *std::prev(after);
    std::size_t end = std::min(text.find('\n', offset), text.size());
    if (end > begin && end > offset && text[end - 1] == '\r') --end;
    if (begin == 0 && text.starts_with(byte_order_mark)) begin = std::min(byte_order_mark.size(), offset);
    Problem problem{.file = file, .code = std::string(code), .message = std::move(message)};
    problem.at.line = static_cast<std::size_t>(after - line_starts_.begin());
    // A file may be one long line with a problem at every byte, so count on from the last problem.
    const bool further = placed_offset_ >= begin && placed_offset_ <= offset;
    const std::size_t counted = further ? placed_offset_ : begin;
    problem.at.column = (further ? placed_column_ : 1) + code_points(text.substr(counted, offset - counted));
    placed_offset_ = offset;
    placed_column_ = problem.at.column;
    if (offset - begin > excerpt_bytes / 2) {
        begin = offset - excerpt_bytes / 2;
        while (begin < offset && is_continuation(text[begin])) ++begin;
    }
    if (end - offset > excerpt_bytes / 2) {
        end = offset + excerpt_bytes / 2;
        while (end > offset && is_continuation(text[end])) --end;
    }
    problem.source_column = problem.at.column - code_points(text.substr(begin, offset - begin));
    problem.source_line = showable(text.substr(begin, end - begin));
    return problem;
}

Problem Document::problem(std::size_t offset, std::string_view code, std::string message) const {
    return locator_.problem(*text_, file_, offset, code, std::move(message));
}

void Document::report(std::vector<Problem>& problems, std::size_t offset, std::string_view code,
                      std::string message) const {
    if (++reported_ <= max_told) problems.push_back(problem(offset, code, std::move(message)));
}

std::size_t Document::untold() const { return reported_ - std::min(reported_, max_told); }

Kind Value::kind() const { return document_->nodes_[node_].kind; }

std::size_t Value::offset() const { return document_->nodes_[node_].offset; }

bool Value::as_bool() const {
    assert(kind() == Kind::boolean);
    return document_->nodes_[node_].boolean;
}

std::int64_t Value::as_integer() const {
    assert(kind() == Kind::integer);
    return document_->nodes_[node_].integer;
}

double Value::as_number() const {
    const auto& node = document_->nodes_[node_];
    assert(node.kind == Kind::integer || node.kind == Kind::number);
    return node.kind == Kind::integer ? static_cast<double>(node.integer) : node.number;
}

std::string_view Value::as_string() const {
    const auto& node = document_->nodes_[node_];
    assert(node.kind == Kind::string);
    return {node.chars, node.size};
}

std::size_t Value::size() const {
    const auto& node = document_->nodes_[node_];
    return node.kind == Kind::array || node.kind == Kind::object ? node.size : 0;
}

std::optional<Value> Value::first() const {
    if (size() == 0) return std::nullopt;
    return Value(*document_, node_ + 1);
}

std::optional<Value> Value::next() const {
    const std::uint32_t sibling = document_->nodes_[node_].next;
    if (sibling == 0) return std::nullopt;
    return Value(*document_, sibling);
}

std::string_view Value::key() const { return document_->nodes_[node_].key; }

std::size_t Value::key_offset() const { return document_->nodes_[node_].key_offset; }

std::optional<Value> Value::find(std::string_view name) const {
    if (kind() != Kind::object) return std::nullopt;
    for (auto member = first(); member; member = member->next()) {
        if (member->key() == name) return member;
    }
    return std::nullopt;
}

} // namespace chelate::json
