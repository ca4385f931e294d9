#include "engine/quiz/interactions/pick_one.hpp"

#include "engine/quiz/coding.hpp"

namespace chelate::quiz {

bool is_sound(const PickOne& interaction) {
    return interaction.options.size() >= 2 && interaction.key < interaction.options.size();
}

bool fits(const Picked& response, const PickOne& interaction) { return response.position < interaction.options.size(); }

Fraction credit_of(const Picked& response, const PickOne& interaction, const Order& display_order) {
    return display_order[response.position] == interaction.key ? Fraction::one() : Fraction::zero();
}

Picked key_of(const PickOne& interaction, const Order& display_order) {
    return {position_of(interaction.key, display_order)};
}

Picked wrong_of(const PickOne& interaction, const Order& display_order) {
    return {static_cast<std::uint8_t>(key_of(interaction, display_order).position == 0 ? 1 : 0)};
}

Picked random_of(const PickOne& interaction, const Order&, Rng& rng) {
    return {static_cast<std::uint8_t>(rng.below(interaction.options.size()))};
}

ChoiceView view_of(const PickOne& interaction, const Order& display_order) {
    return {seen(interaction.options, display_order)};
}

std::string key_text(const PickOne& interaction) { return interaction.options[interaction.key].text; }

bool rekey(const Picked& response, PickOne& interaction, Order& display_order) {
    interaction.key = display_order[response.position];
    return true;
}

void write(json::Writer& out, const PickOne& interaction) {
    write(out.key("choices"), interaction.options);
    out.member("key", interaction.key);
}

void read(const json::Value& object, PickOne& interaction) {
    interaction.options = coding::options(object, "choices");
    interaction.key = coding::byte(object, "key");
}

void write(json::Writer& out, const Picked& response) { out.integer(response.position); }

void read(const json::Value& value, Picked& response) { response.position = coding::byte(value); }

} // namespace chelate::quiz
