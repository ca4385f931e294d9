// Texts and looks that several screens and the terminal share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/content/pack.hpp"
#include "engine/quiz/marking.hpp"
#include "engine/quiz/view.hpp"
#include "engine/text/language.hpp"

namespace chelate::wording {

/// How a compared thing looks everywhere: the theme's colour for its slot, an outline and a short symbol.
struct Look {
    int slot = 0;       ///< 1 to 12
    std::string shape;  ///< one of content::shapes()
    std::string symbol; ///< for example "Gl"
    bool operator==(const Look&) const = default;
};

enum class Mark : std::uint8_t { none, right, wrong, missed };

struct Badge {
    std::string label;    ///< for example "Based on"
    std::string value;    ///< for example "Studies in people"
    std::string meaning;  ///< one line
    std::string symbol{}; ///< shows the value without words; may be empty
    bool operator==(const Badge&) const = default;
};

[[nodiscard]] Look look_of(const content::Subject& subject);

/// Returns the emblem of an option when it is a compared thing that has one.
[[nodiscard]] std::optional<Look> look_of(const content::Pack& pack, const content::SubjectId& subject);

/// Returns the emblems of everything in the pack that has one.
[[nodiscard]] std::vector<Look> looks_of(const content::Pack& pack);

/// Returns "10 questions", or "5 minutes" for a round that ends after a time.
[[nodiscard]] std::string length_of(const text::Language& words, const content::Round& round, int questions);

/// Returns a time as minutes and seconds, for example "4:05".
[[nodiscard]] std::string minutes_and_seconds(Millis time);

[[nodiscard]] std::string topic_name(const content::Pack& pack, const content::TopicId& topic);

/// Returns right, partly right (`missed`) or wrong, by the credit earned.
[[nodiscard]] Mark mark_of(const Fraction& credit);

/// Returns what an answer earned, for example "640 of 1,000 points (64 % for speed)" or "Sure but wrong: −600".
[[nodiscard]] std::string award_text(const text::Language& words, const quiz::Award& award);
[[nodiscard]] std::string verdict_word(const text::Language& words, Mark mark);

/// Returns the word that the language file's keys use for a value, for example "very_low".
[[nodiscard]] std::string word_of(content::Certainty certainty);
[[nodiscard]] std::string word_of(content::EffectSize size);
[[nodiscard]] std::string word_of(content::AppliesTo applies);

/// Returns badges for the certainty, the size of the effect and what they apply to, each with its symbol.
[[nodiscard]] std::vector<Badge> grade_badges(const text::Language& words, content::Certainty certainty,
                                              content::EffectSize size, content::AppliesTo applies);

/// Returns badges on how well something is known: what it is based on, the certainty, the size of the effect and what
/// it applies to. Leaves out what the evidence does not say, what the pack has no word for, and in a pack that grades
/// nothing also that this was not graded.
[[nodiscard]] std::vector<Badge> badges_of(const content::Pack& pack, const text::Language& words,
                                           const quiz::Evidence& evidence);

/// Returns a badge in one line, for example "Based on: Studies in people. Measured in people."
[[nodiscard]] std::string badge_line(const text::Language& words, const Badge& badge);

/// Returns the language file's key of the instruction for this kind of question, for example "Choose one".
[[nodiscard]] std::string instruction_key(quiz::Kind kind);

} // namespace chelate::wording
