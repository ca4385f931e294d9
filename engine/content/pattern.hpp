// Regular expressions that authors write in the rules of a pack or a language. Searching takes time in proportion to
// the text, whatever the pattern is.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/base/result.hpp"

namespace re2 {
class RE2;
}

namespace chelate::content {

/// Longest pattern, in bytes.
inline constexpr std::size_t longest_pattern = 2000;

/// A regular expression in the syntax of RE2 (https://github.com/google/re2/wiki/Syntax). Upper and lower case are
/// alike. Copies share what was compiled. A default-made pattern is found nowhere.
class Pattern {
public:
    Pattern() = default;

    /// Compiles a pattern.
    /// Errors: pattern-too-long; pattern-too-large (it needs too much memory); pattern-looks-around (it has a
    /// look-ahead, a look-behind or a back-reference, for which no search takes linear time); bad-pattern {reason}.
    [[nodiscard]] static Result<Pattern> compile(const std::string& pattern);

    /// Returns whether some part of the text matches.
    [[nodiscard]] bool is_in(std::string_view text) const;

private:
    std::shared_ptr<const re2::RE2> compiled_;
};

/// Returns what an author is told about an error of `Pattern::compile`.
[[nodiscard]] std::string message_of_pattern(const Error& error);

} // namespace chelate::content
