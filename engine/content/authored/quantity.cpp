// Reads a number or a range on a scale.
#include <cmath>

#include "engine/content/authored/authored.hpp"

namespace chelate::content {
namespace {

constexpr std::size_t longest_unit = 60;
constexpr double largest = 1e9; ///< absolute value of any number

} // namespace

bool read(const AuthoredReading& reading, Quantity& quantity) {
    json::ObjectReader& reader = reading.reader;
    quantity.decimals = static_cast<int>(reader.optional_integer("decimals", 0, 6).value_or(0));
    assign(quantity.unit, reader.optional_string("unit", longest_unit));
    const auto value = reader.optional_number("value");
    const auto low = reader.optional_number("low");
    const auto high = reader.optional_number("high");
    quantity.low = value.value_or(low.value_or(0));
    quantity.high = value.value_or(high.value_or(0));
    quantity.from = reader.number("from").value_or(0);
    quantity.to = reader.number("to").value_or(0);
    quantity.step = reader.optional_number("step").value_or(std::pow(10.0, -quantity.decimals));
    quantity.width = reader.optional_number("width").value_or(0);
    if (value.has_value() == (low.has_value() || high.has_value()) || low.has_value() != high.has_value()) {
        reader.report("", "quantity-content", called(reading.row) + " has either a 'value', or a 'low' and a 'high'");
    }
    if (!reader.ok()) return true;
    if (quantity.from >= quantity.to || quantity.step <= 0 || quantity.width < 0 || quantity.from > quantity.low ||
        quantity.low > quantity.high || quantity.high > quantity.to) {
        reader.report("from", "bad-scale",
                      "the scale goes up from 'from' to 'to' in steps above 0, and what is right lies on it");
    }
    const double parts = std::pow(10.0, quantity.decimals);
    for (const double number :
         {quantity.low, quantity.high, quantity.from, quantity.to, quantity.step, quantity.width}) {
        if (std::abs(number) > largest || std::abs(number * parts - std::round(number * parts)) > 1e-6) {
            reader.report("decimals", "too-many-decimals",
                          "a number has more decimals than 'decimals' says, or is larger than a billion");
            break;
        }
    }
    return true;
}

} // namespace chelate::content
