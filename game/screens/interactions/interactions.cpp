#include "game/screens/interactions/interactions.hpp"

#include "game/screens/presenter/round_header.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

/// Returns the picture of an option: its own, or else that of the subject it is.
std::optional<ImageModel> image_of_option(const content::Pack& pack, const content::Image& own,
                                          const content::SubjectId& subject) {
    const auto found = pack.subjects.find(subject);
    const content::Image& image = own.empty() && found != pack.subjects.end() ? found->second.image : own;
    return image_of(image, pack);
}

} // namespace

std::vector<ChoiceCard> cards_of(const content::Pack& pack, const std::vector<quiz::OptionView>& options) {
    std::vector<ChoiceCard> cards;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const quiz::OptionView& option = options[i];
        cards.push_back({.number = std::to_string(i + 1),
                         .text = option.text,
                         .look = wording::look_of(pack, option.subject),
                         .image = image_of_option(pack, option.image, option.subject)});
    }
    return cards;
}

ChoiceCard card_of(const content::Pack& pack, const quiz::Option& option, std::size_t place) {
    return {.number = std::to_string(place + 1),
            .text = option.text,
            .look = wording::look_of(pack, option.subject),
            .image = image_of_option(pack, option.image, option.subject)};
}

} // namespace chelate::screens
