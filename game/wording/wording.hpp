// Texts and looks that several screens, and the terminal, share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/quiz/view.hpp"
#include "engine/text/language.hpp"

namespace chelate::wording {

/// How a compared thing looks everywhere: the theme's colour of this slot, an outline, two letters.
struct Look {
    int slot = 0;       ///< 1..12
    std::string shape;  ///< one of content::shapes()
    std::string symbol; ///< "Gl"
    bool operator==(const Look&) const = default;
};

enum class Mark : std::uint8_t { none, right, wrong, missed };

struct Badge {
    std::string label;    ///< "Seen in"
    std::string value;    ///< "people"
    std::string meaning;  ///< one line
    std::string symbol{}; ///< says the value without a word; may be empty
    bool operator==(const Badge&) const = default;
};

[[nodiscard]] Look look_of(const content::Subject& subject);

/// Emblem of an option when it is a compared thing that has one.
[[nodiscard]] std::optional<Look> look_of(const content::Pack& pack, const content::SubjectId& subject);

/// Emblems of everything in the pack that has one.
[[nodiscard]] std::vector<Look> looks_of(const content::Pack& pack);

/// "10 questions", or "5 minutes" where a bell ends it.
[[nodiscard]] std::string length_of(const text::Language& words, const content::Round& round);

/// A stretch of time as it runs: "4:05".
[[nodiscard]] std::string minutes_and_seconds(Millis time);

[[nodiscard]] std::string topic_name(const content::Pack& pack, const content::TopicId& topic);

/// Right, partly right, or wrong, by the credit earned.
[[nodiscard]] Mark mark_of(const Fraction& credit);
[[nodiscard]] std::string verdict_word(const text::Language& words, Mark mark);

/// The language file's word of each: "very_low".
[[nodiscard]] std::string word_of(content::Certainty certainty);
[[nodiscard]] std::string word_of(content::EffectSize size);
[[nodiscard]] std::string word_of(content::AppliesTo applies);

/// Certainty, size of the effect, and what they apply to, each with its symbol.
[[nodiscard]] std::vector<Badge> grade_badges(const text::Language& words, content::Certainty certainty,
                                              content::EffectSize size, content::AppliesTo applies);

/// What is known about how well this is known: seen in, certainty, size, applies to; only what the evidence has.
[[nodiscard]] std::vector<Badge> badges_of(const text::Language& words, const quiz::Evidence& evidence);

/// The language file's key of what a question of this kind asks of a person: "Choose one".
[[nodiscard]] std::string instruction_key(quiz::Kind kind);

/// A prompt as one line: a line break becomes a blank.
[[nodiscard]] std::string one_line(std::string text);

} // namespace chelate::wording
