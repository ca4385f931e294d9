// Makes the report on a question that seems wrong. It tells the author of the pack what was asked and answered.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/content/pack.hpp"
#include "engine/quiz/question.hpp"
#include "engine/text/language.hpp"
#include "game/print/document.hpp"

namespace chelate::print {

struct QuestionReport {
    std::string program; ///< name and version of the program
    content::RoundId round;
    std::uint64_t seed = 0; ///< of the round; with it the same question can be made again
    quiz::QuestionRef question;
    quiz::Order display_order;
    std::optional<quiz::Response> response{}; ///< what was answered; empty: nothing
};

/// Returns the report as plain text: ids, items, prompt, options as shown, key, explanation, sources and the answer.
/// It does not say who answered.
[[nodiscard]] Document make_question_report(const content::Pack& pack, const text::Language& words,
                                            const QuestionReport& report);

} // namespace chelate::print
