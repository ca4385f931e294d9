#include "engine/quiz/interactions/put_in_order.hpp"

#include <algorithm>
#include <numeric>

#include "engine/quiz/coding.hpp"

namespace chelate::quiz {

bool is_sound(const PutInOrder& interaction) { return interaction.items.size() >= 2; }

bool fits(const Arranged& response, const PutInOrder& interaction) {
    return each_once(response.positions, interaction.items.size());
}

Fraction order_credit(const Order& places) {
    std::int64_t balance = 0; // concordant pairs minus discordant pairs
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = i + 1; j < places.size(); ++j) balance += places[i] < places[j] ? 1 : -1;
    }
    const auto count = static_cast<std::int64_t>(places.size());
    return {std::max<std::int64_t>(0, balance), count * (count - 1) / 2};
}

Fraction credit_of(const Arranged& response, const PutInOrder&, const Order& display_order) {
    // Items are stored in the right order, so an item's index is its right place.
    Order places;
    for (const std::uint8_t position : response.positions) places.push_back(display_order[position]);
    return order_credit(places);
}

Arranged key_of(const PutInOrder& interaction, const Order& display_order) {
    Arranged arranged;
    for (std::size_t item = 0; item < interaction.items.size(); ++item) {
        arranged.positions.push_back(position_of(static_cast<std::uint8_t>(item), display_order));
    }
    return arranged;
}

Arranged wrong_of(const PutInOrder& interaction, const Order& display_order) {
    const Arranged key = key_of(interaction, display_order);
    return {{key.positions.rbegin(), key.positions.rend()}};
}

Arranged random_of(const PutInOrder& interaction, const Order&, Rng& rng) {
    Arranged arranged{Order(interaction.items.size())};
    std::iota(arranged.positions.begin(), arranged.positions.end(), std::uint8_t{0});
    rng.shuffle(arranged.positions);
    return arranged;
}

OrderView view_of(const PutInOrder& interaction, const Order& display_order) {
    return {seen(interaction.items, display_order), interaction.first_label, interaction.last_label};
}

std::string key_text(const PutInOrder& interaction) {
    std::string text;
    for (const Option& item : interaction.items) text += (text.empty() ? "" : " → ") + item.text;
    return text;
}

bool rekey(const Arranged& response, PutInOrder& interaction, Order& display_order) {
    std::vector<Option> items;
    Order now(display_order.size());
    for (const std::uint8_t position : response.positions) {
        now[position] = static_cast<std::uint8_t>(items.size());
        items.push_back(interaction.items[display_order[position]]);
    }
    interaction.items = std::move(items);
    display_order = std::move(now);
    return true;
}

void write(json::Writer& out, const PutInOrder& interaction) {
    write(out.key("items"), interaction.items);
    out.member("first_label", interaction.first_label).member("last_label", interaction.last_label);
}

void read(const json::Value& object, PutInOrder& interaction) {
    interaction.items = coding::options(object, "items");
    interaction.first_label = coding::text(object, "first_label");
    interaction.last_label = coding::text(object, "last_label");
}

void write(json::Writer& out, const Arranged& response) { write(out, response.positions); }

void read(const json::Value& value, Arranged& response) { response.positions = coding::order(value); }

} // namespace chelate::quiz
