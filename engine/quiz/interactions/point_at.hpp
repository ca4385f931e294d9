// Answering by pointing at one of several places on a picture, one of which is right. interactions.hpp lists the
// functions of every interaction.
#pragma once

#include "engine/content/diagram.hpp"
#include "engine/quiz/interactions/pick_one.hpp"

namespace chelate::quiz {

/// The picture and its places in their screen order. The texts describe each place for people who
/// cannot see the picture.
struct PointView {
    content::Diagram picture;
    std::vector<content::Spot> spots;
    std::vector<OptionView> options;
    bool operator==(const PointView&) const = default;
};

struct PointAt {
    static constexpr std::string_view name = "point-at";
    static constexpr bool is_marked = true;
    using Response = Picked;
    using View = PointView;

    std::vector<Option> options;
    std::vector<content::Spot> spots; ///< by option
    content::Diagram picture;
    std::uint8_t key = 0; ///< index of the right option

    bool operator==(const PointAt&) const = default;
};

[[nodiscard]] inline const std::vector<Option>& options_of(const PointAt& interaction) { return interaction.options; }
[[nodiscard]] bool is_sound(const PointAt& interaction);
[[nodiscard]] bool fits(const Picked& response, const PointAt& interaction);
[[nodiscard]] Fraction credit_of(const Picked& response, const PointAt& interaction, const Order& display_order);
[[nodiscard]] Picked key_of(const PointAt& interaction, const Order& display_order);
[[nodiscard]] Picked wrong_of(const PointAt& interaction, const Order& display_order);
[[nodiscard]] Picked random_of(const PointAt& interaction, const Order& display_order, Rng& rng);
[[nodiscard]] PointView view_of(const PointAt& interaction, const Order& display_order);
[[nodiscard]] std::string key_text(const PointAt& interaction);
[[nodiscard]] bool rekey(const Picked& response, PointAt& interaction, Order& display_order);

void write(json::Writer& out, const PointAt& interaction);
void read(const json::Value& object, PointAt& interaction);

} // namespace chelate::quiz
