#include "engine/quiz/interactions/assign.hpp"

#include <algorithm>
#include <numeric>

#include "engine/quiz/coding.hpp"

namespace chelate::quiz {

namespace {

bool are_targets(const Order& targets, const Assign& interaction) {
    if (targets.size() != interaction.items.size()) return false;
    if (std::any_of(targets.begin(), targets.end(),
                    [&](std::uint8_t target) { return target >= interaction.targets.size(); }))
        return false;
    if (!interaction.one_each) return true;
    Order sorted = targets;
    std::sort(sorted.begin(), sorted.end());
    return std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
}

} // namespace

bool is_sound(const Assign& interaction) {
    return interaction.items.size() >= 2 && interaction.targets.size() >= 2 &&
           interaction.targets.size() <= most_options && are_targets(interaction.key, interaction);
}

bool fits(const Assigned& response, const Assign& interaction) { return are_targets(response.targets, interaction); }

Fraction assign_credit(std::int64_t items, std::int64_t targets, std::int64_t right) {
    // (r/n - 1/k) / (1 - 1/k) = (r k - n) / (n (k - 1)), with r right of n items and k targets
    const std::int64_t over_chance = right * targets - items;
    return over_chance <= 0 ? Fraction::zero() : Fraction{over_chance, items * (targets - 1)};
}

Fraction credit_of(const Assigned& response, const Assign& interaction, const Order& display_order) {
    std::int64_t right = 0;
    for (std::size_t position = 0; position < display_order.size(); ++position) {
        right += response.targets[position] == interaction.key[display_order[position]] ? 1 : 0;
    }
    return assign_credit(static_cast<std::int64_t>(interaction.items.size()),
                         static_cast<std::int64_t>(interaction.targets.size()), right);
}

Assigned key_of(const Assign& interaction, const Order& display_order) {
    Assigned assigned;
    for (const std::uint8_t item : display_order) assigned.targets.push_back(interaction.key[item]);
    return assigned;
}

Assigned wrong_of(const Assign& interaction, const Order& display_order) {
    Assigned assigned = key_of(interaction, display_order);
    if (interaction.one_each) {
        std::rotate(assigned.targets.begin(), assigned.targets.begin() + 1, assigned.targets.end());
    } else {
        for (std::uint8_t& target : assigned.targets)
            target = static_cast<std::uint8_t>((target + 1U) % interaction.targets.size());
    }
    return assigned;
}

Assigned random_of(const Assign& interaction, const Order& display_order, Rng& rng) {
    Assigned assigned;
    if (interaction.one_each) {
        Order all(interaction.targets.size());
        std::iota(all.begin(), all.end(), std::uint8_t{0});
        rng.shuffle(all);
        assigned.targets.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(display_order.size()));
    } else {
        for (std::size_t i = 0; i < display_order.size(); ++i)
            assigned.targets.push_back(static_cast<std::uint8_t>(rng.below(interaction.targets.size())));
    }
    return assigned;
}

AssignView view_of(const Assign& interaction, const Order& display_order) {
    Order as_they_are(interaction.targets.size());
    std::iota(as_they_are.begin(), as_they_are.end(), std::uint8_t{0});
    return {seen(interaction.items, display_order), seen(interaction.targets, as_they_are), interaction.one_each};
}

std::string key_text(const Assign& interaction) {
    std::string text;
    for (std::size_t item = 0; item < interaction.items.size(); ++item) {
        text += (text.empty() ? "" : "; ") + interaction.items[item].text + " → " +
                interaction.targets[interaction.key[item]].text;
    }
    return text;
}

bool rekey(const Assigned& response, Assign& interaction, Order& display_order) {
    for (std::size_t position = 0; position < display_order.size(); ++position)
        interaction.key[display_order[position]] = response.targets[position];
    return true;
}

void write(json::Writer& out, const Assign& interaction) {
    write(out.key("items"), interaction.items);
    write(out.key("targets"), interaction.targets);
    write(out.key("keys"), interaction.key);
    out.member("one_each", interaction.one_each);
}

void read(const json::Value& object, Assign& interaction) {
    interaction.items = coding::options(object, "items");
    interaction.targets = coding::options(object, "targets");
    interaction.key = coding::order(coding::member(object, "keys"));
    interaction.one_each = coding::truth(object, "one_each");
}

void write(json::Writer& out, const Assigned& response) { write(out, response.targets); }

void read(const json::Value& value, Assigned& response) { response.targets = coding::order(value); }

} // namespace chelate::quiz
