// Answering with a typed word or two. interactions.hpp lists the functions of every interaction.
#pragma once

#include <string_view>

#include "engine/base/rng.hpp"
#include "engine/base/units.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"
#include "engine/quiz/option.hpp"

namespace chelate::quiz {

/// The text that was typed.
struct Written {
    static constexpr std::string_view name = "written";
    std::string text;
    bool operator==(const Written&) const = default;
};

/// What a player sees before the reveal: an empty field.
struct TextView {
    bool operator==(const TextView&) const = default;
};

/// An accepted text and its share of the credit.
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

    std::vector<AcceptedText> accepted; ///< at least one is worth 100; the first that matches counts
    std::vector<std::string> others;    ///< names of other things, never taken for a typing slip of an accepted text

    bool operator==(const WriteText&) const = default;
};

[[nodiscard]] const std::vector<Option>& options_of(const WriteText& interaction);
[[nodiscard]] bool is_sound(const WriteText& interaction);
[[nodiscard]] bool fits(const Written& response, const WriteText& interaction);
[[nodiscard]] Fraction credit_of(const Written& response, const WriteText& interaction, const Order& display_order);
[[nodiscard]] Written key_of(const WriteText& interaction, const Order& display_order);
[[nodiscard]] Written wrong_of(const WriteText& interaction, const Order& display_order);
[[nodiscard]] Written random_of(const WriteText& interaction, const Order& display_order, Rng& rng);
[[nodiscard]] TextView view_of(const WriteText& interaction, const Order& display_order);
[[nodiscard]] std::string key_text(const WriteText& interaction);
[[nodiscard]] bool rekey(const Written& response, WriteText& interaction, Order& display_order);

void write(json::Writer& out, const WriteText& interaction);
void read(const json::Value& object, WriteText& interaction);
void write(json::Writer& out, const Written& response);
void read(const json::Value& value, Written& response);

/// Returns a text in the form in which answers are compared. Compatibility forms become plain (subscripts and
/// superscripts become digits), case and accents are removed, Greek letters are spelled out, and blanks and hyphens
/// are left out. So "x²⁺" equals "X2+", and "β-Alanine" equals "beta alanine".
[[nodiscard]] std::string comparable(std::string_view text);

/// Returns a typed answer without what people put around it: blanks, quotes at both ends, and marks at its end, such
/// as a full stop. An answer of nothing else stays as it is.
[[nodiscard]] std::string bare_answer(std::string_view typed);

/// Returns whether `typed` differs from `wanted` only by a small slip: one letter extra, missing, wrong or swapped
/// with its neighbour in a text of 5 letters or more, or two such slips in a text of 9 or more. A digit is never a
/// slip. Both texts must be comparable.
[[nodiscard]] bool is_slip(std::string_view typed, std::string_view wanted);

/// Returns the accepted text that `typed` matches, or nothing when it matches none. An accepted text matches its bare
/// form too.
[[nodiscard]] const AcceptedText* taken_for(std::string_view typed, const WriteText& interaction);

} // namespace chelate::quiz
