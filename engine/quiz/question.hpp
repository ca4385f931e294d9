// A question as it is asked: complete with key, explanation and sources, so that a replay needs nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/rng.hpp"
#include "engine/base/shared.hpp"
#include "engine/base/units.hpp"
#include "engine/content/pack.hpp"
#include "engine/quiz/interactions/interactions.hpp"

namespace chelate::quiz {

using content::Kind;

/// Where the key of a made question comes from: enough for a checker that has only the listed facts to derive it anew.
enum class Rule : std::uint8_t {
    authored,
    greatest,
    least,
    greatest_first,
    least_first,
    steps,
    verdict,
    truth,
    subject_of_value,
    over_threshold,
    sides_of_threshold,
    odd_of_threshold,
    value_of_each,
    value_of_subject,
    name_of_value,
    most_in_label,
    amount_in_label,
    swapped_steps,
    place_of_step,
    seen_in
};

struct Basis {
    Rule rule = Rule::authored;
    content::AttributeId attribute{}; ///< greatest, least, ..._first, subject_of_value
    std::optional<double> value{};    ///< subject_of_value
    bool twin = false;                ///< truth: the statement shown is the claim's false twin
    std::vector<double> amounts{};    ///< labels: weight of each compound, in option order

    bool operator==(const Basis&) const = default;
};

/// How well the answer is known; what the badges say.
struct Evidence {
    std::optional<content::Verdict> verdict{};
    std::optional<content::SeenIn> seen_in{};
    std::string established{}; ///< a mechanism's standing in the pack's words; empty: none
    bool graded = false;
    content::Certainty certainty = content::Certainty::very_low;
    content::EffectSize size = content::EffectSize::unknown;
    content::AppliesTo applies_to = content::AppliesTo::in_general;
    std::string graded_question{};
    bool unsourced = false;   ///< nothing stands behind the question
    std::string not_graded{}; ///< why there is no grade; may be empty

    bool operator==(const Evidence&) const = default;
};

struct Citation {
    content::SourceId id;
    std::string text;

    bool operator==(const Citation&) const = default;
};

/// Something to look at before answering: a statement with its source, a label, a case, a chain of steps.
struct Panel {
    std::string heading{};
    std::string text;      ///< a line for each line feed
    std::string source{};  ///< cited in one line; empty: none
    bool numbered = false; ///< its lines are numbered

    bool operator==(const Panel&) const = default;
};

struct Question {
    std::string id; ///< the author's, or template and what it was made of: "which-has-more:a,b"
    Kind kind = Kind::single;
    content::TopicId topic;
    std::string prompt;
    std::vector<Panel> panels{};
    Body body;
    bool shuffle = true; ///< false: the order of the options is part of the question (a scale)
    std::string explanation;
    std::vector<content::FactId> facts; ///< what is exercised; memory is kept for these
    std::vector<content::ClaimId> claims;
    std::vector<content::MechanismId> mechanisms;
    std::vector<Citation> sources;
    Evidence evidence;
    Basis basis;
    int difficulty = 2;
    std::string hint{}; ///< empty: none

    bool operator==(const Question&) const = default;
};

/// A question shared between events and state; compared by content.
using QuestionRef = Shared<Question>;

/// What is shuffled for the screen, whatever the way to answer: choices, items; empty when there is nothing.
[[nodiscard]] const std::vector<Option>& options_of(const Body& body);

/// The order to show the options in: drawn from `rng` unless the question keeps its own.
[[nodiscard]] Order draw_display_order(const Question& question, Rng& rng);

/// Whether a question can be put: its body is sound and has at most `most_options` options.
[[nodiscard]] bool can_be_asked(const Question& question);

/// Whether an order names each option of the question once.
[[nodiscard]] bool is_order_of(const Order& display_order, const Question& question);

/// Whether a response has the right shape for a question: its kind of answer, positions in range, each once.
[[nodiscard]] bool fits(const Response& response, const Question& question);

/// Whether a room can answer it by hands: one option is picked.
[[nodiscard]] bool takes_hands(const Question& question);

/// Makes a fitting response the one with full credit; `shown` keeps every option where it stands. False, and nothing is
/// changed, where that cannot be: polls, what is only read, hands.
[[nodiscard]] bool rekey(const Response& response, Question& question, Order& display_order);

/// Credit of a fitting response, 0..1 (marking rules, section 10); of hands the mean of them all. @param shown the
/// order the options were shown in
[[nodiscard]] Fraction credit_of(const Response& response, const Question& question, const Order& display_order);

/// The response that earns full credit, one that earns none, and any, given the order shown. Of a question that is not
/// marked, any.
[[nodiscard]] Response key_response(const Question& question, const Order& display_order);
[[nodiscard]] Response wrong_response(const Question& question, const Order& display_order);
[[nodiscard]] Response random_response(const Question& question, const Order& display_order, Rng& rng);

/// Whether an answer to it earns anything: polls and content cards have no key and count for nobody.
[[nodiscard]] bool is_marked(const Question& question);

/// The right answer in one line; empty when it is not marked.
[[nodiscard]] std::string key_text(const Question& question);

} // namespace chelate::quiz
