// A poll: it is answered like a choice, and nothing about it is right or wrong.
#include "game/screens/interactions/interactions.hpp"

namespace chelate::screens {

MarkedModel marked(const content::Pack& pack, const text::Language& words, const quiz::Vote& interaction,
                   const quiz::RevealView& reveal) {
    const auto* picked = given<quiz::Picked>(reveal);
    MarkedChoices model;
    for (std::size_t place = 0; place < reveal.display_order.size(); ++place) {
        const bool yours = picked != nullptr && picked->position == place;
        model.choices.push_back({.card = card_of(pack, interaction.options[reveal.display_order[place]], place),
                                 .yours = yours,
                                 .word = yours ? words.text("reveal.yours") : "",
                                 .why = {}});
    }
    return model;
}

} // namespace chelate::screens
