#include "game/screens/interactions/tally_entry.hpp"

#include <algorithm>
#include <utility>

#include "engine/quiz/interactions/raised.hpp"
#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

namespace {

constexpr int longest_count = 4;   ///< digits
constexpr int largest_class = 200; ///< people

int number_in(const std::string& digits) {
    int number = 0;
    for (const char c : digits) number = number * 10 + (c - '0');
    return number;
}

} // namespace

HandLimit hand_limit(const text::Language& words, std::size_t names, int people) {
    if (names > 0) return {static_cast<int>(names), words.plural("hands.all_names", static_cast<std::int64_t>(names))};
    if (people > 0) return {people, words.plural("hands.all_people", people)};
    return {largest_class, words.plural("hands.most", largest_class)};
}

TallyEntry::TallyEntry(std::size_t options, HandLimit limit, const std::vector<std::uint16_t>& known)
    : counts_(options), limit_(std::move(limit)), types_anew_(!known.empty()) {
    for (std::size_t i = 0; i < known.size() && i < options; ++i) counts_[i] = std::to_string(known[i]);
}

bool TallyEntry::nobody() const {
    return std::all_of(counts_.begin(), counts_.end(),
                       [](const std::string& digits) { return number_in(digits) == 0; });
}

std::vector<std::uint16_t> TallyEntry::hands() const {
    std::vector<std::uint16_t> hands;
    for (const std::string& digits : counts_) hands.push_back(static_cast<std::uint16_t>(number_in(digits)));
    return hands;
}

void TallyEntry::show(QuestionModel& model, std::vector<ChoiceCard> choices) const {
    model.answer = TallyModel{std::move(choices), counts_, stopped_ ? limit_.reason : std::string{}};
    model.check_focus = options();
    model.keys = Keys::count;
    model.focus = focus_;
}

std::vector<KeyHint> TallyEntry::keys(const text::Language& words) {
    return {{words.text("key.number_keys"), words.text("does.count")},
            {words.text("key.up_down"), words.text("does.one_more")},
            {words.text("key.enter"), words.text("does.next_count")}};
}

void TallyEntry::add(int option, int by) {
    if (option >= 0 && option < options()) set(option, number_in(counts_[static_cast<std::size_t>(option)]) + by);
}

void TallyEntry::set(int option, int hands) {
    int most = limit_.most;
    for (int other = 0; other < options(); ++other) {
        if (other != option) most -= number_in(counts_[static_cast<std::size_t>(other)]);
    }
    std::string& digits = counts_[static_cast<std::size_t>(option)];
    // Hands may have been counted under a higher limit. They can be lowered, and one more changes nothing.
    most = std::max(most, number_in(digits));
    stopped_ = hands > most;
    digits = std::to_string(std::clamp(hands, 0, most));
}

void TallyEntry::go_to(int option) {
    if (option != focus_) {
        types_anew_ = true;
        stopped_ = false;
    }
    focus_ = option;
}

bool TallyEntry::handle(const Intent& intent) {
    if (const auto* move = std::get_if<MoveFocus>(&intent)) go_to(walked(focus_, move->by, options() + 1));
    if (const auto* focus = std::get_if<FocusOn>(&intent);
        focus != nullptr && focus->index >= 0 && focus->index <= options())
        go_to(focus->index);
    if (const auto* adjust = std::get_if<Adjust>(&intent)) add(focus_, adjust->by);
    if (const auto* press = std::get_if<Press>(&intent)) {
        if (press->index == options()) return true;
        go_to(press->index);
        add(press->index, 1);
    }
    if (const auto* typed = std::get_if<TypeText>(&intent)) {
        if (focus_ == options()) go_to(0); // typing after the last count starts with the first one again
        for (const char c : typed->text) {
            if (c < '0' || c > '9') continue;
            std::string digits = counts_[static_cast<std::size_t>(focus_)];
            if (std::exchange(types_anew_, false)) digits.clear();
            if (static_cast<int>(digits.size()) < longest_count) set(focus_, number_in(digits + c));
        }
    }
    if (const auto* edit = std::get_if<EditText>(&intent); edit != nullptr && focus_ < options()) {
        std::string& digits = counts_[static_cast<std::size_t>(focus_)];
        if (!digits.empty()) digits.pop_back();
        types_anew_ = false;
        stopped_ = false;
    }
    if (std::holds_alternative<Activate>(intent)) {
        if (focus_ == options()) return true;
        go_to(focus_ + 1); // after the last count comes the button
    }
    return false;
}

} // namespace chelate::screens
