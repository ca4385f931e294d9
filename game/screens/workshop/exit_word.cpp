#include "game/screens/workshop/exit_word.hpp"

#include <algorithm>
#include <string>

#include "engine/base/text.hpp"
#include "game/screens/model/answer_keys.hpp"

namespace chelate::screens {

Result<void> check_exit_word(std::string_view word) {
    if (std::any_of(word.begin(), word.end(), [](char c) { return c <= ' ' || c > '~'; }))
        return fail("exit-word-plain");
    if (word.size() < shortest_exit_word)
        return fail("exit-word-short", {{"least", std::to_string(shortest_exit_word)}});
    const std::string same_case = folded(word);
    if (same_case.find_first_not_of(same_case.front()) == std::string::npos) return fail("exit-word-alike");
    const auto answers =
        std::find_if(word.begin(), word.end(), [](char c) { return is_answer_key(static_cast<unsigned char>(c)); });
    if (answers != word.end()) return fail("exit-word-answers", {{"key", std::string(1, *answers)}});
    return {};
}

} // namespace chelate::screens
