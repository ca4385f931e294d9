#include "engine/content/pattern.hpp"

#include <cctype>
#include <cstdint>

#include <re2/re2.h>

namespace chelate::content {
namespace {

/// Memory that one compiled pattern and its searches may use, in bytes. The largest pattern of the shipped packs needs
/// a tenth of it.
constexpr std::int64_t most_memory = 1024 * 1024;

/// Returns whether the pattern has a back-reference such as \1, which RE2 reports only as a bad escape.
bool refers_back(const std::string& pattern) {
    for (std::size_t i = 0; i + 1 < pattern.size(); ++i) {
        if (pattern[i] != '\\') continue;
        ++i; // the escaped character, which may be another backslash
        if (pattern[i] >= '1' && pattern[i] <= '9') return true;
    }
    return false;
}

/// Returns whether a group looks ahead or behind: (?= (?! (?<= (?<!
bool looks_around(const std::string& pattern) {
    for (const char* group : {"(?=", "(?!", "(?<=", "(?<!"}) {
        if (pattern.find(group) != std::string::npos) return true;
    }
    return false;
}

} // namespace

Result<Pattern> Pattern::compile(const std::string& pattern) {
    if (pattern.size() > longest_pattern) return fail("pattern-too-long");
    re2::RE2::Options options;
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    options.set_max_mem(most_memory);
    Pattern made;
    const auto compiled = std::make_shared<const re2::RE2>(pattern, options);
    if (!compiled->ok()) {
        if (compiled->error_code() == re2::RE2::ErrorPatternTooLarge) return fail("pattern-too-large");
        if (refers_back(pattern) || looks_around(pattern)) return fail("pattern-looks-around");
        return fail("bad-pattern", {{"reason", compiled->error()}});
    }
    made.compiled_ = compiled;
    return made;
}

bool Pattern::is_in(std::string_view text) const {
    return compiled_ && re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *compiled_);
}

std::string message_of_pattern(const Error& error) {
    if (error.code == "pattern-too-long")
        return "a pattern has at most " + std::to_string(longest_pattern) + " bytes; split it into several rules";
    if (error.code == "pattern-too-large") return "this pattern needs too much memory; split it or repeat less";
    if (error.code == "pattern-looks-around") {
        return "a pattern cannot look ahead or behind or refer back to a group; put what must not match into 'unless'";
    }
    std::string message = "this is no regular expression";
    for (const auto& [name, value] : error.args) {
        if (name == "reason") message += ": " + value;
    }
    return message;
}

} // namespace chelate::content
