// Defines the one way in which a function reports a failure that is not a programming error.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace chelate {

/// A failure as data: a stable code and the values that its sentence needs. The top of the program makes the sentence
/// from the language file (key `error.<code>`), so no module below it prints text or depends on a human language.
struct Error {
    std::string code;                                        ///< stable, kebab-case: "store-locked"
    std::vector<std::pair<std::string, std::string>> args{}; ///< names and values for the sentence's {placeholders}

    bool operator==(const Error&) const = default;
};

/// A value or an Error. An alias cannot be [[nodiscard]], so each function that returns one is marked itself.
template <class T>
using Result = tl::expected<T, Error>;

/// Makes an unexpected value to return from a function with a `Result`. Never fails.
[[nodiscard]] inline tl::unexpected<Error> fail(std::string_view code,
                                                std::vector<std::pair<std::string, std::string>> args = {}) {
    return tl::unexpected<Error>(Error{std::string(code), std::move(args)});
}

} // namespace chelate
