#include "game/screens/interactions/interactions.hpp"

#include "game/wording/wording.hpp"

namespace chelate::screens {

std::vector<ChoiceCard> cards_of(const content::Pack& pack, const std::vector<quiz::OptionView>& options) {
    std::vector<ChoiceCard> cards;
    for (std::size_t i = 0; i < options.size(); ++i) {
        cards.push_back({std::to_string(i + 1), options[i].text, wording::look_of(pack, options[i].subject)});
    }
    return cards;
}

ChoiceCard card_of(const content::Pack& pack, const quiz::Option& option, std::size_t place) {
    return {std::to_string(place + 1), option.text, wording::look_of(pack, option.subject)};
}

} // namespace chelate::screens
