#include "engine/base/person_name.hpp"

#include "engine/base/text.hpp"

namespace chelate {
namespace {

/// A character can be joined of many code points, so 40 of them alone would not limit the size.
constexpr std::size_t most_bytes = 1000;

} // namespace

Result<std::string> person_name(std::string_view typed) {
    const auto too_long = [] { return fail("name-too-long", {{"limit", std::to_string(longest_person_name)}}); };
    if (first_invalid_utf8(typed)) return fail("name-not-text");
    std::string name = tidied(typed);
    if (is_blank(name)) return fail("name-empty");
    if (name.find('\n') != std::string::npos || first_unshowable(name)) return fail("name-not-text");
    if (name.size() > most_bytes || graphemes(name) > longest_person_name) return too_long();
    return name;
}

bool is_same_name(std::string_view one, std::string_view other) {
    const std::string wanted = folded(one);
    return wanted.empty() ? one == other : folded(other) == wanted;
}

} // namespace chelate
