#include "game/screens/interactions/interactions.hpp"

#include <charconv>
#include <ostream>

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

void print_options(std::ostream& out, const content::Pack& pack, const std::vector<quiz::OptionView>& options) {
    for (std::size_t i = 0; i < options.size(); ++i) {
        const auto look = wording::look_of(pack, options[i].subject);
        out << "  " << i + 1 << "  " << (look ? "[" + look->symbol + "] " : "") << options[i].text << '\n';
    }
}

std::optional<std::size_t> number_in(std::string_view text, std::size_t highest) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 1 || number > highest) return std::nullopt;
    return number;
}

std::optional<quiz::Order> digits_in(std::string_view text, std::size_t highest) {
    quiz::Order positions;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' || text[i] == ',') continue;
        const auto number = number_in(text.substr(i, 1), highest);
        if (!number) return std::nullopt;
        positions.push_back(static_cast<std::uint8_t>(*number - 1));
    }
    return positions;
}

} // namespace chelate::screens
