#include "game/screens/interactions/interactions.hpp"

#include "game/screens/presenter/round_header.hpp"
#include "game/wording/choice_image.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

std::vector<ChoiceCard> cards_of(const content::Pack& pack, const std::vector<quiz::OptionView>& options) {
    std::vector<ChoiceCard> cards;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const quiz::OptionView& option = options[i];
        cards.push_back({.number = std::to_string(i + 1),
                         .text = option.text,
                         .look = wording::look_of(pack, option.subject),
                         .image = image_of(wording::image_of_choice(option.image, option.subject, pack), pack)});
    }
    return cards;
}

ChoiceCard card_of(const content::Pack& pack, const quiz::Option& option, std::size_t place) {
    return {.number = std::to_string(place + 1),
            .text = option.text,
            .look = wording::look_of(pack, option.subject),
            .image = image_of(wording::image_of_choice(option.image, option.subject, pack), pack)};
}

} // namespace chelate::screens
