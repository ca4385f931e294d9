// A question as it is asked, complete with key, explanation and sources. A replay needs nothing else.
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

/// How the key of a made question follows from its facts. A checker can derive it from what the question lists alone.
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
    seen_in,
    predicted_direction,
    predicted_value
};

struct Basis {
    Rule rule = Rule::authored;
    content::AttributeId attribute{}; ///< attribute of the facts; set by every rule that is based on facts
    /// the value that is asked about, or the threshold; set by the rules that have one
    std::optional<double> value{};
    /// truth: the false twin is shown; over_threshold, odd_of_threshold: the answer is below the threshold
    bool twin = false;
    /// labels: weight of each compound, in option order; predictions: the input before and after the change
    std::vector<double> amounts{};

    bool operator==(const Basis&) const = default;
};

/// How well the answer is known. The badges on screen show it.
struct Evidence {
    std::optional<content::Verdict> verdict{};
    std::optional<content::SeenIn> seen_in{};
    std::string established{}; ///< how well established a mechanism is, in the pack's words; empty: none
    bool graded = false;
    content::Certainty certainty = content::Certainty::very_low;
    content::EffectSize size = content::EffectSize::unknown;
    content::AppliesTo applies_to = content::AppliesTo::in_general;
    std::string graded_question{};
    bool unsourced = false;   ///< no source supports the question
    std::string not_graded{}; ///< why there is no grade; may be empty

    bool operator==(const Evidence&) const = default;
};

struct Citation {
    content::SourceId id;
    std::string text;

    bool operator==(const Citation&) const = default;
};

/// Something to look at before answering: a statement with its source, a label, a case or a chain of steps.
struct Panel {
    std::string heading{};
    std::string text;      ///< each line feed starts a new line
    std::string source{};  ///< citation of the source in one line; empty: none
    bool numbered = false; ///< the lines are shown with numbers

    bool operator==(const Panel&) const = default;
};

/// A step of a mechanism as the reveal shows it.
struct ChainStep {
    std::string text;
    std::string because{}; ///< why it comes after the one before; may be empty

    bool operator==(const ChainStep&) const = default;
};

struct Question {
    /// the author's id, or the template's id and what the question was made from, such as "which-has-more:a,b"
    std::string id;
    Kind kind = Kind::single;
    content::TopicId topic;
    std::string prompt;
    std::vector<Panel> panels{};
    content::Image image{};
    Interaction interaction;
    bool shuffle = true; ///< false: the order of the options is part of the question, for example on a scale
    std::string explanation;
    std::vector<ChainStep> chain{}; ///< the steps that it asks about, in their right order; empty: not about steps
    /// the facts it exercises; like the claims, mechanisms and predictions below, the learner model keeps memory
    /// records for them
    std::vector<content::FactId> facts;
    std::vector<content::ClaimId> claims;
    std::vector<content::MechanismId> mechanisms;
    std::vector<content::PredictionId> predictions{};
    std::vector<Citation> sources;
    Evidence evidence;
    Basis basis;
    int difficulty = 2;
    std::vector<std::string> hints{}; ///< shown one after another, as a player asks for them

    bool operator==(const Question&) const = default;
};

/// A question shared between events and state. It is compared by content.
using QuestionRef = Shared<Question>;

/// Returns what is shuffled for the screen in any interaction: choices or items. Empty when nothing is shuffled.
[[nodiscard]] const std::vector<Option>& options_of(const Interaction& interaction);

/// Returns the order in which to show the options. It is drawn from `rng` unless the question keeps its own order.
/// Items to put in order never come in their right order, because then there would be nothing to do.
[[nodiscard]] Order draw_display_order(const Question& question, Rng& rng);
/// Returns the same as programs before this rule did, where items to put in order may come in their right order.
[[nodiscard]] Order draw_any_display_order(const Question& question, Rng& rng);

/// Returns whether a question can be asked: its body is sound and has at most `most_options` options.
[[nodiscard]] bool can_be_asked(const Question& question);

/// Returns whether an order names each option of the question once.
[[nodiscard]] bool is_order_of(const Order& display_order, const Question& question);

/// Returns whether a response has the right shape for a question: the right type, and positions in range, each once.
[[nodiscard]] bool fits(const Response& response, const Question& question);

/// Returns whether a class can answer the question by a show of hands, that is, whether one option is picked.
[[nodiscard]] bool takes_hands(const Question& question);

/// Changes the key so that a fitting response earns full credit; `display_order` keeps every option at its place on
/// the screen. Returns false and changes nothing when that is impossible: for polls, content cards and hands.
[[nodiscard]] bool rekey(const Response& response, Question& question, Order& display_order);

/// Returns the credit of a fitting response, 0..1. Each interaction's header gives its formula. Counted hands earn
/// the mean of their credits. @param display_order  the order in which the options were shown
[[nodiscard]] Fraction credit_of(const Response& response, const Question& question, const Order& display_order);

/// These return a response that earns full credit, a response that earns none, and a random one, for the order shown.
/// For an unmarked question each returns any response.
[[nodiscard]] Response key_response(const Question& question, const Order& display_order);
[[nodiscard]] Response wrong_response(const Question& question, const Order& display_order);
[[nodiscard]] Response random_response(const Question& question, const Order& display_order, Rng& rng);

/// Returns whether an answer can earn anything. Polls and content cards have no key and count for nobody.
[[nodiscard]] bool is_marked(const Question& question);

/// Returns the right answer in one line; empty when the question is not marked.
[[nodiscard]] std::string key_text(const Question& question);

} // namespace chelate::quiz
