// Putting items in order: keys carry an item, the pointer drags it, and a button submits the order.
#include <numeric>

#include "game/screens/interactions/interactions.hpp"

namespace chelate::screens {

namespace {

class Arranging final : public Answering {
public:
    Arranging(const content::Pack& pack, const text::Language& words, const quiz::OrderView& view)
        : words_(words), view_(view), cards_(cards_of(pack, view.items)), arrangement_(view.items.size()) {
        std::iota(arrangement_.begin(), arrangement_.end(), std::uint8_t{0});
    }

    [[nodiscard]] AnswerModel model() const override {
        OrderModel model{{}, view_.first_label, view_.last_label, held_};
        for (std::size_t place = 0; place < arrangement_.size(); ++place) {
            model.items.push_back(cards_[arrangement_[place]]);
            model.items.back().number = std::to_string(place + 1);
        }
        return model;
    }
    [[nodiscard]] int count() const override { return static_cast<int>(arrangement_.size()); }
    [[nodiscard]] std::string_view check() const override { return "question.check"; }
    [[nodiscard]] std::optional<quiz::Response> response() const override { return quiz::Arranged{arrangement_}; }
    [[nodiscard]] Keys keyboard() const override { return held_ >= 0 ? Keys::carry : Keys::focus; }

    [[nodiscard]] std::vector<KeyHint> keys() const override {
        if (held_ >= 0) {
            return {{words_.text("key.arrows"), words_.text("does.carry")},
                    {words_.text("key.space"), words_.text("does.put_down")},
                    {words_.text("key.enter"), words_.text("does.put_down")}};
        }
        return {{words_.text("key.arrows"), words_.text("does.choose")},
                {words_.text("key.space"), words_.text("does.pick_up")},
                {words_.text("key.digit_range", {{"last", std::to_string(count())}}), words_.text("does.put_there")},
                {words_.text("key.enter"), words_.text("does.check")}};
    }

    std::optional<quiz::Response> handle(const Intent& intent, int& focus) override {
        const bool on_item = focus >= 0 && focus < count();
        if (const auto* move = std::get_if<MoveFocus>(&intent)) {
            if (held_ >= 0) move_item(held_, held_ + move->by, focus);
        } else if (const auto* carry = std::get_if<Carry>(&intent)) {
            if (on_item) move_item(focus, focus + carry->by, focus);
        } else if (const auto* choose = std::get_if<Choose>(&intent)) {
            if (on_item) move_item(focus, choose->number - 1, focus);
        } else if (const auto* drop = std::get_if<MoveItem>(&intent)) {
            held_ = -1;
            move_item(drop->from, drop->to, focus);
        } else if (std::holds_alternative<Hold>(intent)) {
            held_ = held_ >= 0 || !on_item ? -1 : focus;
        } else if (const auto* press = std::get_if<Press>(&intent)) {
            if (press->index >= 0 && press->index < count()) focus = press->index;
        } else if (std::holds_alternative<Activate>(intent)) {
            // Enter puts a carried item down first, so it never submits a half-made order.
            if (!step_back()) return response();
        }
        return std::nullopt;
    }

    bool step_back() override { return std::exchange(held_, -1) >= 0; }

private:
    void move_item(int from, int to, int& focus) {
        if (from < 0 || from >= count() || to < 0 || to >= count() || from == to) return;
        const std::uint8_t item = arrangement_[static_cast<std::size_t>(from)];
        arrangement_.erase(arrangement_.begin() + from);
        arrangement_.insert(arrangement_.begin() + to, item);
        focus = to;
        if (held_ >= 0) held_ = to;
    }

    const text::Language& words_;
    quiz::OrderView view_;
    std::vector<ChoiceCard> cards_; ///< by screen position
    quiz::Order arrangement_;       ///< screen positions, in the order that the person chose
    int held_ = -1;
};

} // namespace

std::unique_ptr<Answering> answering(const content::Pack& pack, const text::Language& words,
                                     const quiz::OrderView& view) {
    return std::make_unique<Arranging>(pack, words, view);
}

MarkedModel marked(const content::Pack& pack, const text::Language& words, const quiz::PutInOrder& interaction,
                   const quiz::RevealView& reveal) {
    MarkedOrder model{words.text("reveal.your_order"), words.text("reveal.right_order"), {}, {}};
    const std::vector<quiz::ChainStep>& chain = reveal.question->chain;
    for (std::size_t i = 0; i < interaction.items.size(); ++i)
        model.right.push_back({interaction.items[i].text, i < chain.size() ? chain[i].because : ""});
    const auto* arranged = given<quiz::Arranged>(reveal);
    if (arranged == nullptr) return model;
    for (std::size_t place = 0; place < arranged->positions.size(); ++place) {
        const std::uint8_t item = reveal.display_order[arranged->positions[place]];
        const bool right = item == place;
        model.yours.push_back({.card = card_of(pack, interaction.items[item], place),
                               .mark = right ? Mark::right : Mark::wrong,
                               .yours = true,
                               .word = words.text(right ? "reveal.in_place" : "reveal.out_of_place"),
                               .why = {}});
    }
    return model;
}

} // namespace chelate::screens
