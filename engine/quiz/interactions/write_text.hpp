// Answering with a word or two, typed. ways.hpp says what every way gives.
#pragma once

#include <string_view>

#include "engine/base/rng.hpp"
#include "engine/base/units.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"
#include "engine/quiz/option.hpp"

namespace chelate::quiz {

/// What was typed.
struct Written {
    static constexpr std::string_view name = "written";
    std::string text;
    bool operator==(const Written&) const = default;
};

/// What is seen of it: an empty field.
struct TextView {
    bool operator==(const TextView&) const = default;
};

/// A text that is taken, and what it is worth.
struct AcceptedText {
    std::string text;
    int percent = 100; ///< 1..100
    bool operator==(const AcceptedText&) const = default;
};

struct WriteText {
    static constexpr std::string_view name = "write-text";
    static constexpr bool is_marked = true;
    using Response = Written;
    using View = TextView;

    std::vector<AcceptedText> accepted; ///< at least one worth 100; the first that matches counts
    std::vector<std::string> others;    ///< names of other things: never taken for a slip of an accepted one

    bool operator==(const WriteText&) const = default;
};

[[nodiscard]] const std::vector<Option>& options_of(const WriteText& body);
[[nodiscard]] bool is_sound(const WriteText& body);
[[nodiscard]] bool fits(const Written& response, const WriteText& body);
[[nodiscard]] Fraction credit_of(const Written& response, const WriteText& body, const Order& display_order);
[[nodiscard]] Written key_of(const WriteText& body, const Order& display_order);
[[nodiscard]] Written wrong_of(const WriteText& body, const Order& display_order);
[[nodiscard]] Written random_of(const WriteText& body, const Order& display_order, Rng& rng);
[[nodiscard]] TextView view_of(const WriteText& body, const Order& display_order);
[[nodiscard]] std::string key_text(const WriteText& body);
[[nodiscard]] bool rekey(const Written& response, WriteText& body, Order& display_order);

void write(json::Writer& out, const WriteText& body);
void read(const json::Value& object, WriteText& body);
void write(json::Writer& out, const Written& response);
void read(const json::Value& value, Written& response);

/// A text as answers are compared: compatibility forms made plain (sub- and superscripts become digits), case and
/// accents
/// taken away, Greek letters by their names, blanks and hyphens left out. "x²⁺" and "X2+" are one, "β-Alanine" and
/// "beta
/// alanine" too.
[[nodiscard]] std::string comparable(std::string_view text);

/// Whether `typed` is `wanted` but for a small slip: one letter too many, too few, wrong or swapped with its
/// neighbour in
/// a text of 5 letters or more, two in one of 9 or more; never in a digit. Both texts comparable.
[[nodiscard]] bool is_slip(std::string_view typed, std::string_view wanted);

/// The accepted text that `typed` stands for; nothing when it is none of them.
[[nodiscard]] const AcceptedText* taken_for(std::string_view typed, const WriteText& body);

} // namespace chelate::quiz
