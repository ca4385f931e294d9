#include "engine/quiz/question.hpp"

#include <numeric>
#include <type_traits>

namespace chelate::quiz {

const std::vector<Option>& options_of(const Body& body) {
    return std::visit([](const auto& way) -> const std::vector<Option>& { return options_of(way); }, body);
}

Order draw_display_order(const Question& question, Rng& rng) {
    Order display_order(options_of(question.body).size());
    std::iota(display_order.begin(), display_order.end(), std::uint8_t{0});
    if (question.shuffle) rng.shuffle(display_order);
    return display_order;
}

bool can_be_asked(const Question& question) {
    return options_of(question.body).size() <= most_options &&
           std::visit([](const auto& way) { return is_sound(way); }, question.body);
}

bool is_order_of(const Order& display_order, const Question& question) {
    return each_once(display_order, options_of(question.body).size());
}

bool takes_hands(const Question& question) {
    return std::visit([]<class Way>(const Way&) { return std::is_same_v<typename Way::Response, Picked>; },
                      question.body);
}

bool rekey(const Response& response, Question& question, Order& display_order) {
    if (!fits(response, question) || std::holds_alternative<Raised>(response)) return false;
    return std::visit(
        [&]<class Way>(Way& way) { return rekey(std::get<typename Way::Response>(response), way, display_order); },
        question.body);
}

bool fits(const Response& response, const Question& question) {
    if (const auto* raised = std::get_if<Raised>(&response))
        return takes_hands(question) && fits(*raised, options_of(question.body).size());
    return std::visit(
        [&]<class Way>(const Way& way) {
            const auto* given = std::get_if<typename Way::Response>(&response);
            return given != nullptr && fits(*given, way);
        },
        question.body);
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
        [&]<class Way>(const Way& way) {
            return credit_of(std::get<typename Way::Response>(response), way, display_order);
        },
        question.body);
}

Response key_response(const Question& question, const Order& display_order) {
    return std::visit([&](const auto& way) -> Response { return key_of(way, display_order); }, question.body);
}

Response wrong_response(const Question& question, const Order& display_order) {
    return std::visit([&](const auto& way) -> Response { return wrong_of(way, display_order); }, question.body);
}

Response random_response(const Question& question, const Order& display_order, Rng& rng) {
    return std::visit([&](const auto& way) -> Response { return random_of(way, display_order, rng); }, question.body);
}

bool is_marked(const Question& question) {
    return std::visit([]<class Way>(const Way&) { return Way::is_marked; }, question.body);
}

std::string key_text(const Question& question) {
    return std::visit([](const auto& way) { return key_text(way); }, question.body);
}

} // namespace chelate::quiz
