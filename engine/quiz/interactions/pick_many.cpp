#include "engine/quiz/interactions/pick_many.hpp"

#include <algorithm>

#include "engine/quiz/coding.hpp"

namespace chelate::quiz {

namespace {

/// Returns whether the numbers are below `count`, each greater than the one before, and at least one.
bool rising(const Order& numbers, std::size_t count) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] >= count || (i > 0 && numbers[i] <= numbers[i - 1])) return false;
    }
    return !numbers.empty();
}

bool is_right(const PickMany& interaction, std::uint8_t option) {
    return std::binary_search(interaction.key.begin(), interaction.key.end(), option);
}

} // namespace

bool is_sound(const PickMany& interaction) {
    return interaction.options.size() >= 2 && rising(interaction.key, interaction.options.size());
}

bool fits(const Ticked& response, const PickMany& interaction) {
    return rising(response.positions, interaction.options.size());
}

Fraction ticks_credit(std::int64_t options, std::int64_t right, std::int64_t hits, std::int64_t wrong) {
    if (right == options) return {hits, right};
    const Fraction credit = Fraction{hits, right} - Fraction{wrong, options - right};
    return credit < Fraction::zero() ? Fraction::zero() : credit;
}

Fraction credit_of(const Ticked& response, const PickMany& interaction, const Order& display_order) {
    std::int64_t hits = 0;
    for (const std::uint8_t position : response.positions)
        hits += is_right(interaction, display_order[position]) ? 1 : 0;
    return ticks_credit(static_cast<std::int64_t>(interaction.options.size()),
                        static_cast<std::int64_t>(interaction.key.size()), hits,
                        static_cast<std::int64_t>(response.positions.size()) - hits);
}

Ticked key_of(const PickMany& interaction, const Order& display_order) {
    Ticked ticked;
    for (const std::uint8_t option : interaction.key) ticked.positions.push_back(position_of(option, display_order));
    std::sort(ticked.positions.begin(), ticked.positions.end());
    return ticked;
}

Ticked wrong_of(const PickMany& interaction, const Order& display_order) {
    for (std::size_t position = 0; position < display_order.size(); ++position) {
        if (!is_right(interaction, display_order[position])) return {{static_cast<std::uint8_t>(position)}};
    }
    return {{0}}; // every option is right, so this is the response with the least credit
}

Ticked random_of(const PickMany& interaction, const Order& display_order, Rng& rng) {
    Ticked ticked;
    for (std::size_t position = 0; position < display_order.size(); ++position) {
        if (rng.below(2) == 0) ticked.positions.push_back(static_cast<std::uint8_t>(position));
    }
    if (ticked.positions.empty())
        ticked.positions.push_back(static_cast<std::uint8_t>(rng.below(interaction.options.size())));
    return ticked;
}

TickView view_of(const PickMany& interaction, const Order& display_order) {
    return {seen(interaction.options, display_order)};
}

std::string key_text(const PickMany& interaction) {
    std::string text;
    for (const std::uint8_t option : interaction.key)
        text += (text.empty() ? "" : "; ") + interaction.options[option].text;
    return text;
}

bool rekey(const Ticked& response, PickMany& interaction, Order& display_order) {
    if (response.positions.empty()) return false;
    interaction.key.clear();
    for (const std::uint8_t position : response.positions) interaction.key.push_back(display_order[position]);
    std::sort(interaction.key.begin(), interaction.key.end());
    return true;
}

void write(json::Writer& out, const PickMany& interaction) {
    write(out.key("choices"), interaction.options);
    write(out.key("keys"), interaction.key);
}

void read(const json::Value& object, PickMany& interaction) {
    interaction.options = coding::options(object, "choices");
    interaction.key = coding::order(coding::member(object, "keys"));
}

void write(json::Writer& out, const Ticked& response) { write(out, response.positions); }

void read(const json::Value& value, Ticked& response) { response.positions = coding::order(value); }

} // namespace chelate::quiz
