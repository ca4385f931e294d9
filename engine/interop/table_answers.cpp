#include "engine/interop/table_answers.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "engine/base/text.hpp"
#include "engine/interop/collector.hpp"

namespace chelate::interop {
namespace {

/// A letter or number that names a choice, perhaps with its text: "B", "2", "Option 2", "(b)", "B) Dog".
struct Place {
    int number = 0; ///< of a letter: 1 for A
    bool is_letter = false;
    std::string_view text{}; ///< behind it; empty: none
};

std::optional<Place> place_in(std::string_view text) {
    text = trimmed(text);
    static constexpr std::array<std::string_view, 6> words{"option", "answer",      "choice",
                                                           "opt",    "alternative", "response"};
    for (const std::string_view word : words) {
        if (text.size() <= word.size() || folded(valid_utf8(text.substr(0, word.size()))) != word) continue;
        const std::string_view rest = text.substr(word.size());
        const bool is_apart =
            rest.front() == ' ' || rest.front() == '_' || rest.front() == '-' || is_ascii_digit(rest.front());
        if (!is_apart && !(rest.size() == 1 && rest.front() >= 'A' && rest.front() <= 'Z')) continue;
        text = trimmed(rest.substr(is_ascii_digit(rest.front()) || is_ascii_letter(rest.front()) ? 0 : 1));
        break;
    }
    const bool in_brackets = text.starts_with('(');
    if (in_brackets || text.starts_with('#')) text.remove_prefix(1);
    if (text.empty()) return std::nullopt;
    Place place;
    if (is_ascii_letter(text.front())) {
        place.number = (text.front() | 0x20) - 'a' + 1;
        place.is_letter = true;
        text.remove_prefix(1);
    } else {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), place.number);
        if (error != std::errc() || place.number < 0 || place.number > 99) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    }
    if (text.empty()) return in_brackets ? std::nullopt : std::optional(place);
    const bool closes =
        in_brackets ? text.front() == ')' : text.front() == ')' || text.front() == '.' || text.front() == ':';
    if (!closes) return std::nullopt;
    place.text = trimmed(text.substr(1));
    // "2.5" is a number and no second choice.
    if (!place.text.empty() && text.size() > 1 && is_ascii_digit(text[1]) && text.front() == '.') return std::nullopt;
    return place;
}

/// Returns the index of the choice with this text, or nothing.
std::optional<std::size_t> choice_with(std::string_view text, const std::vector<TableChoice>& choices) {
    const std::string wanted = folded(text);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (folded(choices[i].text) == wanted) return i;
    }
    return std::nullopt;
}

/// Returns the index of the choice at a place. @param base  number of the first choice
std::optional<std::size_t> choice_at(const Place& place, int base, const std::vector<TableChoice>& choices) {
    const int wanted = place.is_letter ? place.number : place.number - base + 1;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const bool numbered_from_0 = choices.front().number == 0;
        const int number =
            choices[i].number < 0 ? static_cast<int>(choices[i].nth) : choices[i].number + (numbered_from_0 ? 1 : 0);
        if (number == wanted) found = i;
    }
    if (found && !place.text.empty() && folded(choices[*found].text) != folded(place.text)) return std::nullopt;
    return found;
}

/// Returns the parts of an answer: the whole, or what its separators divide it into.
std::vector<std::vector<std::string>> readings_of(std::string_view answer) {
    std::vector<std::vector<std::string>> readings{{std::string(trimmed(answer))}};
    for (const std::string_view sign : {"|", ";", "\n", ",", " and ", " AND ", " und ", "&"}) {
        if (answer.find(sign) == std::string_view::npos) continue;
        std::vector<std::string> parts = split_at(answer, sign);
        if (!parts.empty()) readings.push_back(std::move(parts));
    }
    // "A, C and D"
    if (answer.find(',') != std::string_view::npos && answer.find(" and ") != std::string_view::npos) {
        std::string plain(answer);
        plain.replace(plain.find(" and "), 5, ",");
        readings.push_back(split_at(plain, ","));
    }
    const bool capitals = answer.size() > 1 && answer.size() <= 9 &&
                          std::all_of(answer.begin(), answer.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (capitals) {
        readings.emplace_back();
        for (const char c : answer) readings.back().emplace_back(1, c);
    }
    return readings;
}

using Indices = std::vector<std::size_t>;

/// Returns the choices that all parts of the first fitting reading refer to; none if no reading fits.
template <class Find>
Indices find_all(const std::vector<std::vector<std::string>>& readings, Find find) {
    for (const std::vector<std::string>& parts : readings) {
        Indices found;
        for (const std::string& part : parts) {
            const std::optional<std::size_t> index = find(part);
            if (!index) {
                found.clear();
                break;
            }
            if (std::find(found.begin(), found.end(), *index) == found.end()) found.push_back(*index);
        }
        std::sort(found.begin(), found.end());
        if (!found.empty()) return found;
    }
    return {};
}

Indices by_text(const std::vector<std::vector<std::string>>& readings, const std::vector<TableChoice>& choices) {
    return find_all(readings, [&](std::string_view part) { return choice_with(part, choices); });
}

Indices by_place(const std::vector<std::vector<std::string>>& readings, const std::vector<TableChoice>& choices,
                 int base) {
    return find_all(readings, [&](std::string_view part) -> std::optional<std::size_t> {
        const auto place = place_in(part);
        return place ? choice_at(*place, base, choices) : std::nullopt;
    });
}

std::string both(const std::vector<TableChoice>& choices, const Indices& one, const Indices& other) {
    return choices[one.front()].text + " / " + choices[other.front()].text;
}

/// Returns whether an answer has a number that refers to a choice.
bool has_number(const std::vector<std::vector<std::string>>& readings) {
    return std::any_of(readings.begin(), readings.end(), [](const auto& parts) {
        return std::all_of(parts.begin(), parts.end(),
                           [](const std::string& part) { return place_in(part).has_value(); }) &&
               std::any_of(parts.begin(), parts.end(),
                           [](const std::string& part) { return !place_in(part)->is_letter; });
    });
}

} // namespace

std::vector<std::string> split_at(std::string_view text, std::string_view sign) {
    std::vector<std::string> parts;
    for (std::size_t from = 0;;) {
        const std::size_t at = text.find(sign, from);
        const std::string_view part = trimmed(text.substr(from, at == std::string_view::npos ? at : at - from));
        if (!part.empty()) parts.emplace_back(part);
        if (at == std::string_view::npos) return parts;
        from = at + sign.size();
    }
}

std::optional<int> AnswerHabits::base() const {
    if (stated_base >= 0) return stated_base;
    if (numbered_from_0) return 0;
    if (has_zero && has_last) return std::nullopt;
    if (has_zero) return 0;
    if (has_last || (columns_are_numbered && !is_index) || (is_position && !is_index)) return 1;
    return std::nullopt;
}

void AnswerHabits::count(std::string_view answer, const std::vector<TableChoice>& choices) {
    if (choices.size() < 2 || answer.size() > 200) return;
    const auto readings = readings_of(answer);
    const Indices texts = by_text(readings, choices);
    const Indices places = by_place(readings, choices, 1);
    const bool numbers = has_number(readings);
    if (numbers && texts.empty()) has_numbers = true;
    if (!texts.empty() && places.empty() && numbers) ++only_by_text;
    if (texts.empty() && !places.empty()) ++only_by_place;
    if (!numbers || (!texts.empty() && texts != places)) return;
    for (const std::vector<std::string>& parts : readings) {
        for (const std::string& part : parts) {
            const auto place = place_in(part);
            if (!place || place->is_letter) continue;
            has_zero = has_zero || place->number == 0;
            const TableChoice& last = choices.back();
            has_last = has_last || place->number == (last.number > 0 ? last.number : static_cast<int>(last.nth));
        }
    }
}

RightChoices right_choices(std::string_view answer, const std::vector<TableChoice>& choices,
                           const AnswerHabits& habits) {
    const auto readings = readings_of(answer);
    const Indices texts = by_text(readings, choices);
    const std::optional<int> base = habits.base();
    const bool numbers = has_number(readings);
    const Indices from_1 = by_place(readings, choices, 1);
    const Indices from_0 = by_place(readings, choices, 0);
    const Indices& places = numbers && base == 0 ? from_0 : from_1;
    if (texts.empty() && numbers && !base) {
        if (!from_1.empty() && !from_0.empty())
            return {{}, "index-ambiguous", std::string(answer) + ": " + both(choices, from_1, from_0)};
        return {{}, "index-unclear", std::string(answer)};
    }
    if (texts.empty() && places.empty()) return {{}, "answer-not-among-choices", std::string(answer)};
    if (places.empty() || texts == places) return {texts, {}, {}};
    if (texts.empty()) return {places, {}, {}};
    // It is the text of one choice and the place of another. The other rows, or the name of the column, may decide.
    if ((numbers && !base) || (!habits.is_position && (habits.only_by_place == 0) == (habits.only_by_text == 0)))
        return {{}, "answer-ambiguous", std::string(answer) + ": " + both(choices, texts, places)};
    return {habits.is_position || habits.only_by_place > 0 ? places : texts, {}, {}};
}

std::optional<TruthWord> truth_word(std::string_view text) {
    static constexpr std::array<std::string_view, 18> yes{
        "true", "t",         "1",  "yes",  "y",          "wahr", "richtig", "ja",   "vrai",
        "oui",  "verdadero", "si", "vero", "verdadeiro", "sim",  "waar",    "sant", "prawda"};
    static constexpr std::array<std::string_view, 17> no{"false",  "f",    "0",      "no",    "n",     "falsch",
                                                         "unwahr", "nein", "faux",   "non",   "falso", "nao",
                                                         "onwaar", "nee",  "falskt", "falsz", "falsk"};
    if (text.size() > 20) return std::nullopt;
    const std::string word = folded(text);
    for (const bool truth : {true, false}) {
        const bool known = truth ? std::find(yes.begin(), yes.end(), word) != yes.end()
                                 : std::find(no.begin(), no.end(), word) != no.end();
        if (known)
            return TruthWord{truth, word == "true" || word == "false", word == "t" || word == "f",
                             word == "1" || word == "0"};
    }
    return std::nullopt;
}

bool is_reference(std::string_view answer) {
    if (answer.empty() || answer.size() > 40) return false;
    const auto readings = readings_of(answer);
    return std::any_of(readings.begin(), readings.end(), [](const auto& parts) {
        return std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
            const auto place = place_in(part);
            return place && place->text.empty() && (!place->is_letter || place->number <= 9);
        });
    });
}

} // namespace chelate::interop
