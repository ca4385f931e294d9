// Answering with a number, on a slider or typed. interactions.hpp lists the functions of every interaction.
#pragma once

#include <string_view>

#include "engine/base/rng.hpp"
#include "engine/base/units.hpp"
#include "engine/json/document.hpp"
#include "engine/json/writer.hpp"
#include "engine/quiz/option.hpp"

namespace chelate::quiz {

/// The number entered, in units of 10^-(decimals + finer) of its question.
struct Entered {
    static constexpr std::string_view name = "entered";
    std::int64_t units = 0;
    int finer = 0; ///< number of decimals beyond those of the scale, 0..6; a typed number may have them
    bool operator==(const Entered&) const = default;
};

/// A scale of numbers. All its numbers are in units of 10^-decimals.
struct Scale {
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::int64_t step = 1; ///< step of the slider; a typed number may lie between steps
    int decimals = 0;      ///< 0..6
    std::string unit;
    bool operator==(const Scale&) const = default;
};

/// What a player sees before the reveal: only the scale. Its ends do not depend on the key.
struct NumberView {
    Scale scale;
    bool operator==(const NumberView&) const = default;
};

struct EnterNumber {
    static constexpr std::string_view name = "enter-number";
    static constexpr bool is_marked = true;
    using Response = Entered;
    using View = NumberView;

    Scale scale;
    std::int64_t low = 0;   ///< full credit from here
    std::int64_t high = 0;  ///< to here; equal to `low` when one number is right
    std::int64_t width = 0; ///< distance from the nearer end at which credit reaches 0; 0: a quarter of that end

    bool operator==(const EnterNumber&) const = default;
};

[[nodiscard]] const std::vector<Option>& options_of(const EnterNumber& interaction);
[[nodiscard]] bool is_sound(const EnterNumber& interaction);
[[nodiscard]] bool fits(const Entered& response, const EnterNumber& interaction);
[[nodiscard]] Fraction credit_of(const Entered& response, const EnterNumber& interaction, const Order& display_order);
[[nodiscard]] Entered key_of(const EnterNumber& interaction, const Order& display_order);
[[nodiscard]] Entered wrong_of(const EnterNumber& interaction, const Order& display_order);
[[nodiscard]] Entered random_of(const EnterNumber& interaction, const Order& display_order, Rng& rng);
[[nodiscard]] NumberView view_of(const EnterNumber& interaction, const Order& display_order);
[[nodiscard]] std::string key_text(const EnterNumber& interaction);
[[nodiscard]] bool rekey(const Entered& response, EnterNumber& interaction, Order& display_order);

void write(json::Writer& out, const EnterNumber& interaction);
void read(const json::Value& object, EnterNumber& interaction);
void write(json::Writer& out, const Entered& response);
void read(const json::Value& value, Entered& response);

/// Returns the credit for an estimate, exactly: 1 inside [low, high], else max(0, 1 - distance to the nearer end /
/// width). A width of 0 means a quarter of the nearer end.
[[nodiscard]] Fraction estimate_credit(std::int64_t number, std::int64_t low, std::int64_t high, std::int64_t width);

/// Returns how many decimals beyond those of the scale an answer on it may have, so that marking stays exact.
[[nodiscard]] int finest_decimals(const Scale& scale);

/// Returns whether a number is on the scale and no finer than marking can tell apart.
[[nodiscard]] bool is_on(const Scale& scale, const Entered& number);

/// Returns a number with its decimals, such as "60.3" or "−1200". read_number() can read it on every scale.
[[nodiscard]] std::string shown_number(std::int64_t units, int decimals);

/// Returns a number as it is shown, with thousands and the scale's unit, such as "1,200 mg". Without a unit, four
/// digits are not grouped, because they may be a year.
[[nodiscard]] std::string shown_with_unit(const Entered& number, const Scale& scale);

} // namespace chelate::quiz
