#include "engine/quiz/question.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "engine/quiz/marking.hpp"

namespace chelate::quiz {

namespace {

constexpr std::size_t most_options = 64; // positions are checked in a 64-bit set

bool each_once(const Order& positions, std::size_t count) {
    if (positions.size() != count) return false;
    std::uint64_t seen = 0;
    for (const std::uint8_t position : positions) {
        if (position >= count || (seen >> position & 1U) != 0) return false;
        seen |= std::uint64_t{1} << position;
    }
    return true;
}

/// Screen position of the option with this index.
std::uint8_t position_of(std::uint8_t option, const Order& shown) {
    const auto found = std::find(shown.begin(), shown.end(), option);
    assert(found != shown.end());
    return static_cast<std::uint8_t>(found - shown.begin());
}

struct Fits {
    const Response& response;

    bool operator()(const PickOne& body) const {
        const auto* picked = std::get_if<Picked>(&response);
        return picked != nullptr && picked->position < body.options.size();
    }
    bool operator()(const PutInOrder& body) const {
        const auto* arranged = std::get_if<Arranged>(&response);
        return arranged != nullptr && each_once(arranged->positions, body.items.size());
    }
};

struct Credit {
    const Response& response;
    const Order& shown;

    Fraction operator()(const PickOne& body) const {
        const bool right = shown[std::get<Picked>(response).position] == body.key;
        return right ? Fraction::one() : Fraction::zero();
    }
    Fraction operator()(const PutInOrder&) const {
        // Items stand in their right order, so an item's index is its right place.
        Order places;
        for (const std::uint8_t position : std::get<Arranged>(response).positions) places.push_back(shown[position]);
        return order_credit(places);
    }
};

struct KeyResponse {
    const Order& shown;

    Response operator()(const PickOne& body) const { return Picked{position_of(body.key, shown)}; }
    Response operator()(const PutInOrder& body) const {
        Arranged arranged;
        for (std::size_t item = 0; item < body.items.size(); ++item) {
            arranged.positions.push_back(position_of(static_cast<std::uint8_t>(item), shown));
        }
        return arranged;
    }
};

struct OptionsOf {
    const std::vector<Option>& operator()(const PickOne& body) const { return body.options; }
    const std::vector<Option>& operator()(const PutInOrder& body) const { return body.items; }
};

} // namespace

const std::vector<Option>& options_of(const Body& body) { return std::visit(OptionsOf{}, body); }

Order shown_order(const Question& question, Rng& rng) {
    Order shown(options_of(question.body).size());
    std::iota(shown.begin(), shown.end(), std::uint8_t{0});
    if (question.shuffle) rng.shuffle(shown);
    return shown;
}

bool can_be_asked(const Question& question) {
    const std::size_t count = options_of(question.body).size();
    if (count < 2 || count > most_options) return false;
    const auto* pick = std::get_if<PickOne>(&question.body);
    return pick == nullptr || pick->key < count;
}

bool is_order_of(const Order& shown, const Question& question) { return each_once(shown, options_of(question.body).size()); }

bool fits(const Response& response, const Question& question) { return std::visit(Fits{response}, question.body); }

Fraction credit_of(const Response& response, const Question& question, const Order& shown) {
    return std::visit(Credit{response, shown}, question.body);
}

Response key_response(const Question& question, const Order& shown) {
    return std::visit(KeyResponse{shown}, question.body);
}

} // namespace chelate::quiz
