#include "engine/quiz/interactions/vote.hpp"

#include "engine/quiz/coding.hpp"

namespace chelate::quiz {

bool is_sound(const Vote& interaction) { return interaction.options.size() >= 2; }
bool fits(const Picked& response, const Vote& interaction) { return response.position < interaction.options.size(); }
Fraction credit_of(const Picked&, const Vote&, const Order&) { return Fraction::zero(); }
Picked key_of(const Vote&, const Order&) { return {0}; }
Picked wrong_of(const Vote& interaction, const Order&) {
    return {static_cast<std::uint8_t>(interaction.options.size() - 1)};
}
Picked random_of(const Vote& interaction, const Order&, Rng& rng) {
    return {static_cast<std::uint8_t>(rng.below(interaction.options.size()))};
}
ChoiceView view_of(const Vote& interaction, const Order& display_order) {
    return {seen(interaction.options, display_order)};
}
std::string key_text(const Vote&) { return {}; }
bool rekey(const Picked&, Vote&, Order&) { return false; }

void write(json::Writer& out, const Vote& interaction) { write(out.key("choices"), interaction.options); }
void read(const json::Value& object, Vote& interaction) { interaction.options = coding::options(object, "choices"); }

} // namespace chelate::quiz
