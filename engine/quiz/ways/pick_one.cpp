#include "engine/quiz/ways/pick_one.hpp"

#include "engine/quiz/coding.hpp"

namespace chelate::quiz {

bool is_sound(const PickOne& body) { return body.options.size() >= 2 && body.key < body.options.size(); }

bool fits(const Picked& response, const PickOne& body) { return response.position < body.options.size(); }

Fraction credit_of(const Picked& response, const PickOne& body, const Order& shown) {
    return shown[response.position] == body.key ? Fraction::one() : Fraction::zero();
}

Picked key_of(const PickOne& body, const Order& shown) { return {position_of(body.key, shown)}; }

Picked wrong_of(const PickOne& body, const Order& shown) {
    return {static_cast<std::uint8_t>(key_of(body, shown).position == 0 ? 1 : 0)};
}

Picked random_of(const PickOne& body, const Order&, Rng& rng) {
    return {static_cast<std::uint8_t>(rng.below(body.options.size()))};
}

ChoiceView view_of(const PickOne& body, const Order& shown) { return {seen(body.options, shown)}; }

std::string key_text(const PickOne& body) { return body.options[body.key].text; }

bool make_right(const Picked& response, PickOne& body, Order& shown) {
    body.key = shown[response.position];
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
