// The one way a function reports a failure that is not a programmer's mistake.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace chelate {

/// A failure as data: a stable code and the values its sentence needs. The sentence itself is made at the top of the
/// program from the language file (key `error.<code>`), so no room below it prints or speaks a human language.
struct Error {
    std::string code;                                        ///< stable, kebab-case: "store-locked"
    std::vector<std::pair<std::string, std::string>> args{}; ///< names and values for the sentence's {placeholders}

    bool operator==(const Error&) const = default;
};

/// A value or an Error. An alias cannot be [[nodiscard]], so each function that returns one says it itself.
template <class T>
using Result = tl::expected<T, Error>;

/// An unexpected value to return from a function with a `Result`. Never fails.
[[nodiscard]] inline tl::unexpected<Error> fail(std::string_view code,
                                                std::vector<std::pair<std::string, std::string>> args = {}) {
    return tl::unexpected<Error>(Error{std::string(code), std::move(args)});
}

} // namespace chelate
