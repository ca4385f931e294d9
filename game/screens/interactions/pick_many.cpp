// Ticking every right card: digits, Space or clicks tick a card. Enter or the button submits the ticks.
#include <algorithm>

#include "game/screens/interactions/interactions.hpp"

namespace chelate::screens {

namespace {

class Ticking final : public Answering {
public:
    Ticking(const content::Pack& pack, const text::Language& words, const quiz::TickView& view)
        : words_(words), model_{cards_of(pack, view.options), std::vector<bool>(view.options.size())} {}

    [[nodiscard]] AnswerModel model() const override { return model_; }
    [[nodiscard]] int count() const override { return static_cast<int>(model_.choices.size()); }
    [[nodiscard]] std::string_view check() const override { return "question.check"; }

    [[nodiscard]] std::optional<quiz::Response> response() const override {
        quiz::Ticked ticked;
        for (std::size_t i = 0; i < model_.ticked.size(); ++i) {
            if (model_.ticked[i]) ticked.positions.push_back(static_cast<std::uint8_t>(i));
        }
        if (ticked.positions.empty()) return std::nullopt;
        return ticked;
    }

    [[nodiscard]] std::optional<Missing> missing() const override {
        if (response()) return std::nullopt;
        return Missing{0, words_.text("question.missing_tick")};
    }

    [[nodiscard]] std::vector<KeyHint> keys() const override {
        return {{words_.text("key.digit_range", {{"last", std::to_string(count())}}), words_.text("does.tick")},
                {words_.text("key.arrows"), words_.text("does.choose")},
                {words_.text("key.space"), words_.text("does.tick")},
                {words_.text("key.enter"), words_.text("does.check")}};
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
    const text::Language& words_;
    TickModel model_;
};

} // namespace

std::unique_ptr<Answering> answering(const content::Pack& pack, const text::Language& words,
                                     const quiz::TickView& view) {
    return std::make_unique<Ticking>(pack, words, view);
}

MarkedModel marked(const content::Pack& pack, const text::Language& words, const quiz::PickMany& interaction,
                   const quiz::RevealView& reveal) {
    const auto* ticked = given<quiz::Ticked>(reveal);
    MarkedChoices model;
    for (std::size_t place = 0; place < reveal.display_order.size(); ++place) {
        const std::uint8_t option = reveal.display_order[place];
        MarkedChoice choice{.card = card_of(pack, interaction.options[option], place),
                            .word = {},
                            .why = interaction.options[option].why};
        choice.yours =
            ticked != nullptr && std::binary_search(ticked->positions.begin(), ticked->positions.end(), place);
        if (std::binary_search(interaction.key.begin(), interaction.key.end(), option)) {
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
