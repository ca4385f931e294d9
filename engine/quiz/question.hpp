// A question as it is asked: complete with key, explanation and sources, so that a replay needs nothing else.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/rng.hpp"
#include "engine/base/units.hpp"
#include "engine/content/pack.hpp"

namespace chelate::quiz {

/// The kinds that can be asked. A kind is a way to ask; its answers are marked by its body.
enum class Kind : std::uint8_t { single, true_false, compare, order };

/// A choice, or an item to arrange.
struct Option {
    std::string text;
    content::SubjectId subject{}; ///< when it is a compared thing: its colour, shape and symbol are shown
    std::string why{};            ///< why it is wrong; shown only after the reveal

    bool operator==(const Option&) const = default;
};

/// One option is right. A response is the position picked.
struct PickOne {
    std::vector<Option> options;
    std::uint8_t key = 0; ///< index of the right option

    bool operator==(const PickOne&) const = default;
};

/// Items are put into their order. A response is the positions in the order the person chose.
struct PutInOrder {
    std::vector<Option> items; ///< in the right order, first to last
    std::string first_label{};
    std::string last_label{};

    bool operator==(const PutInOrder&) const = default;
};

using Body = std::variant<PickOne, PutInOrder>;

/// Where the key of a made question comes from: enough for a checker that has only the listed facts to derive it anew.
enum class Rule : std::uint8_t { authored, greatest, least, greatest_first, least_first, steps, verdict, truth, subject_of_value };

struct Basis {
    Rule rule = Rule::authored;
    content::AttributeId attribute{}; ///< greatest, least, ..._first, subject_of_value
    std::optional<double> value{};    ///< subject_of_value
    bool twin = false;                ///< truth: the statement shown is the claim's false twin

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

    bool operator==(const Evidence&) const = default;
};

struct Citation {
    content::SourceId id;
    std::string text;

    bool operator==(const Citation&) const = default;
};

struct Question {
    std::string id; ///< the author's, or template and what it was made of: "which-has-more:a,b"
    Kind kind = Kind::single;
    content::TopicId topic;
    std::string prompt;
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

    bool operator==(const Question&) const = default;
};

/// A question shared between events and state; compared by content.
class QuestionRef {
public:
    QuestionRef() = default;
    explicit QuestionRef(Question question) : question_(std::make_shared<const Question>(std::move(question))) {}

    const Question& operator*() const { return *question_; }
    const Question* operator->() const { return question_.get(); }
    explicit operator bool() const { return question_ != nullptr; }
    friend bool operator==(const QuestionRef& a, const QuestionRef& b) {
        return a.question_ == b.question_ || (a.question_ && b.question_ && *a.question_ == *b.question_);
    }

private:
    std::shared_ptr<const Question> question_;
};

/// Positions on the screen: entry p is the index of the option shown there.
using Order = std::vector<std::uint8_t>;

/// What a person answered, in screen positions, so that it says nothing about the key.
struct Picked {
    std::uint8_t position = 0;
    bool operator==(const Picked&) const = default;
};
struct Arranged {
    Order positions; ///< screen positions from first to last
    bool operator==(const Arranged&) const = default;
};
using Response = std::variant<Picked, Arranged>;

/// The options, whatever the body: choices or items.
[[nodiscard]] const std::vector<Option>& options_of(const Body& body);

/// The order to show the options in: drawn from `rng` unless the question keeps its own.
[[nodiscard]] Order shown_order(const Question& question, Rng& rng);

/// Whether a question has 2 to 64 options and a key among them.
[[nodiscard]] bool can_be_asked(const Question& question);

/// Whether an order names each option of the question once.
[[nodiscard]] bool is_order_of(const Order& shown, const Question& question);

/// Whether a response has the right shape for a question: its kind of answer, positions in range, each once.
[[nodiscard]] bool fits(const Response& response, const Question& question);

/// Credit of a fitting response, 0..1 (marking rules, section 10). @param shown the order the options were shown in
[[nodiscard]] Fraction credit_of(const Response& response, const Question& question, const Order& shown);

/// The response that earns full credit, given the order shown.
[[nodiscard]] Response key_response(const Question& question, const Order& shown);

} // namespace chelate::quiz
