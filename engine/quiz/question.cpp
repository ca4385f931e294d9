#include "engine/quiz/question.hpp"

#include <algorithm>
#include <numeric>
#include <type_traits>

namespace chelate::quiz {

const std::vector<Option>& options_of(const Interaction& interaction) {
    return std::visit([](const auto& one) -> const std::vector<Option>& { return options_of(one); }, interaction);
}

Order draw_any_display_order(const Question& question, Rng& rng) {
    Order display_order(options_of(question.interaction).size());
    std::iota(display_order.begin(), display_order.end(), std::uint8_t{0});
    if (question.shuffle) rng.shuffle(display_order);
    return display_order;
}

Order draw_display_order(const Question& question, Rng& rng) {
    Order display_order = draw_any_display_order(question, rng);
    if (!std::holds_alternative<PutInOrder>(question.interaction) || display_order.size() < 2) return display_order;
    // Items are stored in their right order. Drawing again leaves every other order equally likely.
    while (std::is_sorted(display_order.begin(), display_order.end())) rng.shuffle(display_order);
    return display_order;
}

bool can_be_asked(const Question& question) {
    return options_of(question.interaction).size() <= most_options &&
           std::visit([](const auto& interaction) { return is_sound(interaction); }, question.interaction);
}

bool is_order_of(const Order& display_order, const Question& question) {
    return each_once(display_order, options_of(question.interaction).size());
}

bool takes_hands(const Question& question) {
    return std::visit([]<class One>(const One&) { return std::is_same_v<typename One::Response, Picked>; },
                      question.interaction);
}

bool rekey(const Response& response, Question& question, Order& display_order) {
    if (!fits(response, question) || std::holds_alternative<Raised>(response)) return false;
    return std::visit(
        [&]<class One>(One& interaction) {
            return rekey(std::get<typename One::Response>(response), interaction, display_order);
        },
        question.interaction);
}

bool fits(const Response& response, const Question& question) {
    if (const auto* raised = std::get_if<Raised>(&response))
        return takes_hands(question) && fits(*raised, options_of(question.interaction).size());
    return std::visit(
        [&]<class One>(const One& interaction) {
            const auto* given = std::get_if<typename One::Response>(&response);
            return given != nullptr && fits(*given, interaction);
        },
        question.interaction);
}

Fraction credit_of(const Response& response, const Question& question, const Order& display_order) {
    if (const auto* raised = std::get_if<Raised>(&response)) {
        std::int64_t right = 0;
        for (std::size_t position = 0; position < raised->hands.size(); ++position) {
            const Fraction credit =
                credit_of(Response{Picked{static_cast<std::uint8_t>(position)}}, question, display_order);
            // where one option is picked, credit is 0 or 1
            right += credit == Fraction::one() ? raised->hands[position] : 0;
        }
        return {right, sum_of(*raised)};
    }
    return std::visit(
        [&]<class One>(const One& interaction) {
            return credit_of(std::get<typename One::Response>(response), interaction, display_order);
        },
        question.interaction);
}

Response key_response(const Question& question, const Order& display_order) {
    return std::visit([&](const auto& interaction) -> Response { return key_of(interaction, display_order); },
                      question.interaction);
}

Response wrong_response(const Question& question, const Order& display_order) {
    return std::visit([&](const auto& interaction) -> Response { return wrong_of(interaction, display_order); },
                      question.interaction);
}

Response random_response(const Question& question, const Order& display_order, Rng& rng) {
    return std::visit([&](const auto& interaction) -> Response { return random_of(interaction, display_order, rng); },
                      question.interaction);
}

bool is_marked(const Question& question) {
    return std::visit([]<class One>(const One&) { return One::is_marked; }, question.interaction);
}

std::string key_text(const Question& question) {
    return std::visit([](const auto& interaction) { return key_text(interaction); }, question.interaction);
}

} // namespace chelate::quiz
