// Picking one of several cards: by its digit, by a click, or by Enter on the focused one.
#include "game/screens/interactions/interactions.hpp"

namespace chelate::screens {

namespace {

class Picking final : public Answering {
public:
    Picking(const text::Language& words, AnswerModel model, int count)
        : words_(words), model_(std::move(model)), count_(count) {}

    [[nodiscard]] AnswerModel model() const override { return model_; }
    [[nodiscard]] int count() const override { return count_; }

    [[nodiscard]] std::vector<KeyHint> keys() const override {
        return {{words_.text("key.digit_range", {{"last", std::to_string(count())}}), words_.text("does.answer")},
                {words_.text("key.arrows"), words_.text("does.choose")},
                {words_.text("key.enter"), words_.text("does.answer")}};
    }

    std::optional<quiz::Response> handle(const Intent& intent, int& focus) override {
        const auto pick = [&](int index) -> std::optional<quiz::Response> {
            if (index < 0 || index >= count()) return std::nullopt;
            focus = index;
            return quiz::Picked{static_cast<std::uint8_t>(index)};
        };
        if (const auto* choose = std::get_if<Choose>(&intent)) return pick(choose->number - 1);
        if (const auto* press = std::get_if<Press>(&intent)) return pick(press->index);
        if (std::holds_alternative<Activate>(intent)) return pick(focus);
        return std::nullopt;
    }

private:
    const text::Language& words_;
    AnswerModel model_;
    int count_;
};

} // namespace

std::unique_ptr<Answering> picking(const text::Language& words, AnswerModel model, int count) {
    return std::make_unique<Picking>(words, std::move(model), count);
}

std::unique_ptr<Answering> answering(const content::Pack& pack, const text::Language& words,
                                     const quiz::ChoiceView& view) {
    return picking(words, ChoiceModel{cards_of(pack, view.options)}, static_cast<int>(view.options.size()));
}

MarkedModel marked(const content::Pack& pack, const text::Language& words, const quiz::PickOne& interaction,
                   const quiz::RevealView& reveal) {
    return marked_choices(pack, words, interaction.options, interaction.key, reveal);
}

MarkedChoices marked_choices(const content::Pack& pack, const text::Language& words,
                             const std::vector<quiz::Option>& options, std::uint8_t key,
                             const quiz::RevealView& reveal) {
    const auto* picked = given<quiz::Picked>(reveal);
    MarkedChoices model;
    for (std::size_t place = 0; place < reveal.display_order.size(); ++place) {
        const quiz::Option& option = options[reveal.display_order[place]];
        MarkedChoice choice{.card = card_of(pack, option, place), .word = {}, .why = option.why};
        choice.yours = picked != nullptr && picked->position == place;
        if (reveal.display_order[place] == key) {
            choice.mark = choice.yours ? Mark::right : Mark::missed;
            choice.word = words.text(choice.yours ? "reveal.yours_right" : "reveal.right_answer");
        } else if (choice.yours) {
            choice.mark = Mark::wrong;
            choice.word = words.text("reveal.yours");
        }
        model.choices.push_back(std::move(choice));
    }
    return model;
}

} // namespace chelate::screens
