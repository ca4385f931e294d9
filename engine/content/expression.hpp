// Arithmetic that authors write in the models of a pack, such as "100 * distance / (distance + half)".
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/result.hpp"

namespace chelate::content {

/// Longest expression, in bytes.
inline constexpr std::size_t longest_expression = 500;

/// Returns whether a text can be a name in expressions: a lowercase letter, then lowercase letters, digits and '_', at
/// most 40, and not the name of a function.
[[nodiscard]] bool is_expression_name(const std::string& text);

/// A compiled expression. It may use + - * / ^ and brackets, comparisons, `a ? b : c`, and the functions exp, log
/// (natural), pow, min and max. Copies share what was compiled, so two threads must not evaluate it at once.
class Expression {
public:
    Expression() = default;

    /// Compiles an expression over these names. @pre is_expression_name() for each
    /// Error: bad-expression {at, reason}: a byte offset in the text, and an English phrase on what is wrong there.
    [[nodiscard]] static Result<Expression> compile(const std::string& text, const std::vector<std::string>& names);

    /// Returns the value for these values of the names, which may be infinite or not a number.
    /// @pre it was compiled, with as many names
    [[nodiscard]] double value_at(const std::vector<double>& values) const;
    /// Returns the indices of the names that the expression uses, in ascending order.
    [[nodiscard]] const std::vector<std::size_t>& used() const;

private:
    struct Compiled;
    std::shared_ptr<Compiled> compiled_;
};

} // namespace chelate::content
