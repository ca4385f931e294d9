#include "engine/quiz/interactions/pick_one.hpp"

#include "engine/quiz/coding.hpp"

namespace chelate::quiz {

bool is_sound(const PickOne& body) { return body.options.size() >= 2 && body.key < body.options.size(); }

bool fits(const Picked& response, const PickOne& body) { return response.position < body.options.size(); }

Fraction credit_of(const Picked& response, const PickOne& body, const Order& display_order) {
    return display_order[response.position] == body.key ? Fraction::one() : Fraction::zero();
}

Picked key_of(const PickOne& body, const Order& display_order) { return {position_of(body.key, display_order)}; }

Picked wrong_of(const PickOne& body, const Order& display_order) {
    return {static_cast<std::uint8_t>(key_of(body, display_order).position == 0 ? 1 : 0)};
}

Picked random_of(const PickOne& body, const Order&, Rng& rng) {
    return {static_cast<std::uint8_t>(rng.below(body.options.size()))};
}

ChoiceView view_of(const PickOne& body, const Order& display_order) { return {seen(body.options, display_order)}; }

std::string key_text(const PickOne& body) { return body.options[body.key].text; }

bool rekey(const Picked& response, PickOne& body, Order& display_order) {
    body.key = display_order[response.position];
    return true;
}

void write(json::Writer& out, const PickOne& body) {
    write(out.key("choices"), body.options);
    out.member("key", body.key);
}

void read(const json::Value& object, PickOne& body) {
    body.options = coding::options(object, "choices");
    body.key = coding::byte(object, "key");
}

void write(json::Writer& out, const Picked& response) { out.integer(response.position); }

void read(const json::Value& value, Picked& response) { response.position = coding::byte(value); }

} // namespace chelate::quiz
