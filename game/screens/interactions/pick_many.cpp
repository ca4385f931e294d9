// Ticking every right card: digits, Space or clicks tick a card. Enter or the button submits the ticks.
#include <algorithm>

#include "game/screens/interactions/interactions.hpp"

namespace chelate::screens {

namespace {

class Ticking final : public Answering {
public:
    Ticking(const Context& context, const quiz::TickView& view)
        : context_(context),
          model_{cards_of(context.game.pack(), view.options), std::vector<bool>(view.options.size())} {}

    [[nodiscard]] AnswerModel model() const override { return model_; }
    [[nodiscard]] int count() const override { return static_cast<int>(model_.choices.size()); }
    [[nodiscard]] std::string_view check() const override { return "question.check_ticks"; }

    [[nodiscard]] std::optional<quiz::Response> response() const override {
        quiz::Ticked ticked;
        for (std::size_t i = 0; i < model_.ticked.size(); ++i) {
            if (model_.ticked[i]) ticked.positions.push_back(static_cast<std::uint8_t>(i));
        }
        if (ticked.positions.empty()) return std::nullopt;
        return ticked;
    }

    [[nodiscard]] std::vector<KeyHint> keys() const override {
        const auto& words = context_.words;
        return {{words.text("key.digit_range", {{"last", std::to_string(count())}}), words.text("does.tick")},
                {words.text("key.arrows"), words.text("does.choose")},
                {words.text("key.space"), words.text("does.tick")},
                {words.text("key.enter"), words.text("does.check")}};
    }

    std::optional<quiz::Response> handle(const Intent& intent, int& focus) override {
        const auto tick = [&](int index) {
            if (index < 0 || index >= count()) return;
            focus = index;
            model_.ticked[static_cast<std::size_t>(index)].flip();
        };
        if (const auto* choose = std::get_if<Choose>(&intent)) tick(choose->number - 1);
        if (const auto* press = std::get_if<Press>(&intent)) tick(press->index);
        if (std::holds_alternative<Hold>(intent)) tick(focus);
        if (std::holds_alternative<Activate>(intent)) return response();
        return std::nullopt;
    }

private:
    const Context& context_;
    TickModel model_;
};

} // namespace

std::unique_ptr<Answering> answering(const Context& context, const quiz::TickView& view) {
    return std::make_unique<Ticking>(context, view);
}

MarkedModel marked(const Context& context, const quiz::PickMany& body, const quiz::RevealView& reveal) {
    const auto& words = context.words;
    const auto* ticked = given<quiz::Ticked>(reveal);
    MarkedChoices model;
    for (std::size_t place = 0; place < reveal.display_order.size(); ++place) {
        const std::uint8_t option = reveal.display_order[place];
        MarkedChoice choice{.card = card_of(context.game.pack(), body.options[option], place),
                            .word = {},
                            .why = body.options[option].why};
        choice.yours =
            ticked != nullptr && std::binary_search(ticked->positions.begin(), ticked->positions.end(), place);
        if (std::binary_search(body.key.begin(), body.key.end(), option)) {
            choice.mark = choice.yours ? Mark::right : Mark::missed;
            choice.word = words.text(choice.yours ? "reveal.yours_right" : "reveal.missed");
        } else if (choice.yours) {
            choice.mark = Mark::wrong;
            choice.word = words.text("reveal.yours");
        }
        model.choices.push_back(std::move(choice));
    }
    return model;
}

} // namespace chelate::screens
