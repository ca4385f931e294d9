#include "engine/quiz/interactions/vote.hpp"

#include "engine/quiz/coding.hpp"

namespace chelate::quiz {

bool is_sound(const Vote& body) { return body.options.size() >= 2; }
bool fits(const Picked& response, const Vote& body) { return response.position < body.options.size(); }
Fraction credit_of(const Picked&, const Vote&, const Order&) { return Fraction::zero(); }
Picked key_of(const Vote&, const Order&) { return {0}; }
Picked wrong_of(const Vote& body, const Order&) { return {static_cast<std::uint8_t>(body.options.size() - 1)}; }
Picked random_of(const Vote& body, const Order&, Rng& rng) {
    return {static_cast<std::uint8_t>(rng.below(body.options.size()))};
}
ChoiceView view_of(const Vote& body, const Order& display_order) { return {seen(body.options, display_order)}; }
std::string key_text(const Vote&) { return {}; }
bool rekey(const Picked&, Vote&, Order&) { return false; }

void write(json::Writer& out, const Vote& body) { write(out.key("choices"), body.options); }
void read(const json::Value& object, Vote& body) { body.options = coding::options(object, "choices"); }

} // namespace chelate::quiz
