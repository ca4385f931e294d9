#include <algorithm>
#include <cstdio>

#include "engine/base/text.hpp"
#include "engine/json/document.hpp"

namespace chelate::json {
namespace {

constexpr std::size_t max_unknown_keys = 20; ///< reported for one object; more would tell the author nothing new

std::string_view name_of(Kind kind) {
    switch (kind) {
    case Kind::null: return "null";
    case Kind::boolean: return "true or false";
    case Kind::integer: return "a whole number";
    case Kind::number: return "a number";
    case Kind::string: return "a text in quotes";
    case Kind::array: return "a list in [ ]";
    case Kind::object: return "an object in { }";
    }
    return "";
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
    const auto near = nearest(word, known);
    return near ? "; did you mean " + in_quotes(*near) + "?" : std::string();
}

/// Returns one of 64 bits. It is cheap to compute and mostly different for the keys of one object.
std::uint64_t mark_of(std::string_view key) {
    if (key.empty()) return 1;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(key[at]); };
    return std::uint64_t{1} << ((key.size() * 5 + byte(0) * 7U + byte(key.size() - 1) * 3U + byte(key.size() / 2)) &
                                63U);
}

std::string code_point_name(std::string_view text) {
    unsigned value = static_cast<unsigned char>(text[0]);
    if (value >= 0x80) {
        std::size_t length = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2;
        value &= 0xFFU >> (length + 1);
        for (std::size_t i = 1; i < length; ++i) value = (value << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    char name[16] = {};
    std::snprintf(name, sizeof name, "U+%04X", value);
    return name;
}

} // namespace

ObjectReader::ObjectReader(const Document& document, Value object, std::string_view what,
                           std::vector<Problem>& problems)
    : document_(&document), object_(object), what_(what), problems_(&problems), ok_(!document.is_damaged(object)) {
    const auto& nodes = document.nodes_;
    if (object.kind() == Kind::object) {
        if (nodes[object.node_].size > 0) likely_ = object.node_ + 1;
        for (std::uint32_t at = likely_; at != 0; at = nodes[at].next) members_ |= mark_of(nodes[at].key);
    } else {
        report_at(object.offset(), "wrong-type",
                  std::string(what) + " must be an object in { }, not " + std::string(name_of(object.kind())));
    }
}

void ObjectReader::report_at(std::size_t offset, std::string_view code, std::string message) {
    ok_ = false;
    document_->report(*problems_, offset, code, std::move(message));
}

void ObjectReader::report(std::string_view key, std::string_view code, std::string message) {
    const auto value = object_.find(key);
    report_at(value ? value->offset() : object_.offset(), code, std::move(message));
}

bool ObjectReader::ok() const { return ok_; }

std::size_t ObjectReader::offset() const { return object_.offset(); }

/// Returns the member with this name and marks it as asked for. Reports a problem when it is required and absent.
std::optional<Value> ObjectReader::take(std::string_view key, bool required) {
    if (asked_count_ < most_asked) asked_[asked_count_++] = key;
    if ((members_ & mark_of(key)) != 0) {
        const auto& nodes = document_->nodes_;
        std::uint32_t at = likely_;
        std::uint32_t index = likely_index_;
        if (at == 0 || nodes[at].key != key) {
            at = object_.node_ + 1;
            for (index = 0; at != 0 && nodes[at].key != key; at = nodes[at].next) ++index;
        }
        if (at != 0) {
            if (index < 64) met_ |= std::uint64_t{1} << index;
            // Only the first value of a repeated key counts, so a damaged object is always searched from its start.
            likely_ = nodes[object_.node_].damaged ? 0 : nodes[at].next;
            likely_index_ = index + 1;
            return Value(*document_, at);
        }
    }
    if (required && object_.kind() == Kind::object) {
        report_at(object_.offset(), "missing-key", std::string(what_) + " needs the key " + in_quotes(key));
    }
    return std::nullopt;
}

void ObjectReader::wrong_type(const Value& value, std::string_view key, std::string_view wanted) {
    report_at(value.offset(), "wrong-type",
              in_quotes(key) + " of " + std::string(what_) + " must be " + std::string(wanted) + ", not " +
                  std::string(name_of(value.kind())));
}

bool ObjectReader::check_text(const Value& value, std::string_view key, std::size_t max_code_points) {
    const std::string_view text = value.as_string();
    const auto subject = [&] { return in_quotes(key) + " of " + std::string(what_); };
    if (is_blank(text)) {
        report_at(value.offset(), "empty-text", subject() + " is empty");
        return false;
    }
    if (text.size() > max_code_points) {
        if (const std::size_t length = code_points(text); length > max_code_points) {
            report_at(value.offset(), "too-long",
                      subject() + " has " + std::to_string(length) + " characters; at most " +
                          std::to_string(max_code_points) + " are allowed");
            return false;
        }
    }
    if (const auto bad = first_unshowable(text)) {
        if (text[*bad] == '\t') {
            report_at(value.offset(), "unshowable-text", subject() + " contains a tab; write a space instead");
            return false;
        }
        report_at(value.offset(), "unshowable-text",
                  subject() + " contains " + code_point_name(text.substr(*bad)) +
                      ", which cannot be shown safely; remove it");
        return false;
    }
    return true;
}

std::optional<std::string> ObjectReader::text_of(std::string_view key, bool required, std::size_t max_code_points) {
    const auto value = of_kind(key, required, Kind::string);
    if (!value || !check_text(*value, key, max_code_points)) return std::nullopt;
    return std::string(value->as_string());
}

std::optional<std::string> ObjectReader::string(std::string_view key, std::size_t max_code_points) {
    return text_of(key, true, max_code_points);
}

std::optional<std::string> ObjectReader::optional_string(std::string_view key, std::size_t max_code_points) {
    return text_of(key, false, max_code_points);
}

std::optional<std::int64_t> ObjectReader::whole_of(std::string_view key, bool required, std::int64_t low,
                                                   std::int64_t high) {
    const auto value = of_kind(key, required, Kind::integer);
    if (!value) return std::nullopt;
    const std::int64_t number = value->as_integer();
    if (number >= low && number <= high) return number;
    report_at(value->offset(), "out-of-range",
              in_quotes(key) + " of " + std::string(what_) + " must be " + std::to_string(low) + " to " +
                  std::to_string(high) + ", not " + std::to_string(number));
    return std::nullopt;
}

std::optional<std::int64_t> ObjectReader::integer(std::string_view key, std::int64_t low, std::int64_t high) {
    return whole_of(key, true, low, high);
}

std::optional<std::int64_t> ObjectReader::optional_integer(std::string_view key, std::int64_t low, std::int64_t high) {
    return whole_of(key, false, low, high);
}

std::optional<double> ObjectReader::number_of(std::string_view key, bool required) {
    const auto value = take(key, required);
    if (!value) return std::nullopt;
    if (value->kind() == Kind::integer || value->kind() == Kind::number) return value->as_number();
    wrong_type(*value, key, name_of(Kind::number));
    return std::nullopt;
}

std::optional<double> ObjectReader::number(std::string_view key) { return number_of(key, true); }

std::optional<double> ObjectReader::optional_number(std::string_view key) { return number_of(key, false); }

std::optional<bool> ObjectReader::boolean_of(std::string_view key, bool required) {
    const auto value = of_kind(key, required, Kind::boolean);
    if (!value) return std::nullopt;
    return value->as_bool();
}

std::optional<bool> ObjectReader::boolean(std::string_view key) { return boolean_of(key, true); }

std::optional<bool> ObjectReader::optional_boolean(std::string_view key) { return boolean_of(key, false); }

std::optional<std::size_t> ObjectReader::word_of(std::string_view key, bool required,
                                                 const std::vector<std::string>& words) {
    const auto value = of_kind(key, required, Kind::string);
    if (!value) return std::nullopt;
    const std::string_view word = value->as_string();
    if (const auto found = std::find(words.begin(), words.end(), word); found != words.end()) {
        return static_cast<std::size_t>(found - words.begin());
    }
    std::string mend = did_you_mean(word, words);
    if (mend.empty()) {
        for (const std::string& known : words) mend += (mend.empty() ? "; it is one of: " : ", ") + known;
    }
    report_at(value->offset(), "unknown-word",
              in_quotes(word) + " is not a word for " + in_quotes(key) + " of " + std::string(what_) + mend);
    return std::nullopt;
}

std::optional<std::size_t> ObjectReader::word(std::string_view key, const std::vector<std::string>& words) {
    return word_of(key, true, words);
}

std::optional<std::size_t> ObjectReader::optional_word(std::string_view key, const std::vector<std::string>& words) {
    return word_of(key, false, words);
}

std::vector<std::string> ObjectReader::strings(std::string_view key, bool required, std::vector<std::size_t>* offsets) {
    std::vector<std::string> result;
    const auto list = of_kind(key, required, Kind::array);
    if (!list) return result;
    result.reserve(list->size());
    for (auto element = list->first(); element; element = element->next()) {
        if (element->kind() != Kind::string) {
            report_at(element->offset(), "wrong-type",
                      "an element of " + in_quotes(key) + " of " + std::string(what_) +
                          " must be a text in quotes, not " + std::string(name_of(element->kind())));
        } else if (check_text(*element, key, 2000)) {
            result.emplace_back(element->as_string());
            if (offsets != nullptr) offsets->push_back(element->offset());
        }
    }
    return result;
}

std::optional<Value> ObjectReader::of_kind(std::string_view key, bool required, Kind kind) {
    const auto value = take(key, required);
    if (!value) return std::nullopt;
    if (value->kind() == kind) return value;
    wrong_type(*value, key, name_of(kind));
    return std::nullopt;
}

std::optional<Value> ObjectReader::array(std::string_view key, bool required) {
    return of_kind(key, required, Kind::array);
}

std::optional<Value> ObjectReader::object(std::string_view key, bool required) {
    return of_kind(key, required, Kind::object);
}

std::optional<Value> ObjectReader::any(std::string_view key) { return take(key, false); }

void ObjectReader::finish() {
    if (object_.kind() != Kind::object || accepts_rest_) return;
    std::size_t index = 0;
    std::size_t unknown = 0;
    for (auto member = object_.first(); member; member = member->next(), ++index) {
        if (index < 64 && ((met_ >> index) & 1) != 0) continue;
        const std::string_view key = member->key();
        const auto asked_end = asked_.begin() + static_cast<std::ptrdiff_t>(asked_count_);
        if (key.starts_with("//") || std::find(asked_.begin(), asked_end, key) != asked_end) continue;
        if (++unknown > max_unknown_keys) continue;
        const std::vector<std::string> known(asked_.begin(), asked_end);
        report_at(member->key_offset(), "unknown-key",
                  in_quotes(key) + " is not a key of " + std::string(what_) + did_you_mean(key, known));
    }
    if (unknown > max_unknown_keys) {
        report_at(object_.offset(), "unknown-key",
                  std::to_string(unknown - max_unknown_keys) + " more keys are not keys of " + std::string(what_));
    }
}

} // namespace chelate::json
