#include "engine/quiz/interactions/put_in_order.hpp"

#include <algorithm>
#include <numeric>

#include "engine/quiz/coding.hpp"

namespace chelate::quiz {

bool is_sound(const PutInOrder& body) { return body.items.size() >= 2; }

bool fits(const Arranged& response, const PutInOrder& body) { return each_once(response.positions, body.items.size()); }

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

Arranged key_of(const PutInOrder& body, const Order& display_order) {
    Arranged arranged;
    for (std::size_t item = 0; item < body.items.size(); ++item) {
        arranged.positions.push_back(position_of(static_cast<std::uint8_t>(item), display_order));
    }
    return arranged;
}

Arranged wrong_of(const PutInOrder& body, const Order& display_order) {
    const Arranged key = key_of(body, display_order);
    return {{key.positions.rbegin(), key.positions.rend()}};
}

Arranged random_of(const PutInOrder& body, const Order&, Rng& rng) {
    Arranged arranged{Order(body.items.size())};
    std::iota(arranged.positions.begin(), arranged.positions.end(), std::uint8_t{0});
    rng.shuffle(arranged.positions);
    return arranged;
}

OrderView view_of(const PutInOrder& body, const Order& display_order) {
    return {seen(body.items, display_order), body.first_label, body.last_label};
}

std::string key_text(const PutInOrder& body) {
    std::string text;
    for (const Option& item : body.items) text += (text.empty() ? "" : " → ") + item.text;
    return text;
}

bool rekey(const Arranged& response, PutInOrder& body, Order& display_order) {
    std::vector<Option> items;
    Order now(display_order.size());
    for (const std::uint8_t position : response.positions) {
        now[position] = static_cast<std::uint8_t>(items.size());
        items.push_back(body.items[display_order[position]]);
    }
    body.items = std::move(items);
    display_order = std::move(now);
    return true;
}

void write(json::Writer& out, const PutInOrder& body) {
    write(out.key("items"), body.items);
    out.member("first_label", body.first_label).member("last_label", body.last_label);
}

void read(const json::Value& object, PutInOrder& body) {
    body.items = coding::options(object, "items");
    body.first_label = coding::text(object, "first_label");
    body.last_label = coding::text(object, "last_label");
}

void write(json::Writer& out, const Arranged& response) { write(out, response.positions); }

void read(const json::Value& value, Arranged& response) { response.positions = coding::order(value); }

} // namespace chelate::quiz
