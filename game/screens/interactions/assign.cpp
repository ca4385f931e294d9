// Giving each item its target: a digit, or a click on a target, gives it to the current item. The next item without a
// target then becomes the current one.
#include <algorithm>

#include "game/screens/interactions/interactions.hpp"

namespace chelate::screens {

namespace {

class Assigning final : public Answering {
public:
    Assigning(const content::Pack& pack, const text::Language& words, const quiz::AssignView& view)
        : words_(words),
          one_each_(view.one_each),
          model_{cards_of(pack, view.items), std::vector<int>(view.items.size(), -1), cards_of(pack, view.targets)} {
        for (ChoiceCard& item : model_.items) item.number.clear(); // digits choose targets
    }

    [[nodiscard]] AnswerModel model() const override { return model_; }
    [[nodiscard]] int count() const override { return items() + targets(); }
    [[nodiscard]] std::string_view check() const override { return "question.check"; }

    [[nodiscard]] std::optional<quiz::Response> response() const override {
        quiz::Assigned assigned;
        for (const int target : model_.given) {
            if (target < 0) return std::nullopt;
            assigned.targets.push_back(static_cast<std::uint8_t>(target));
        }
        return assigned;
    }

    [[nodiscard]] std::optional<Missing> missing() const override {
        const auto empty = std::find(model_.given.begin(), model_.given.end(), -1);
        if (empty == model_.given.end()) return std::nullopt;
        const auto item = empty - model_.given.begin();
        return Missing{
            static_cast<int>(item),
            words_.text("question.missing_target", {{"item", model_.items[static_cast<std::size_t>(item)].text}}),
            false};
    }

    [[nodiscard]] std::vector<KeyHint> keys() const override {
        return {
            {words_.text("key.digit_range", {{"last", std::to_string(targets())}}), words_.text("does.give_target")},
            {words_.text("key.arrows"), words_.text("does.choose")},
            {words_.text("key.space"), words_.text("does.take_back")},
            {words_.text("key.enter"), words_.text(response() ? "does.check" : "does.give_focused")}};
    }

    std::optional<quiz::Response> handle(const Intent& intent, int& focus) override {
        if (const auto* choose = std::get_if<Choose>(&intent)) {
            if (focus >= 0 && focus < items()) model_.current = focus;
            give(choose->number - 1, focus);
        } else if (const auto* press = std::get_if<Press>(&intent)) {
            touch(press->index, focus);
        } else if (const auto* drop = std::get_if<MoveItem>(&intent)) {
            join(drop->from, drop->to, focus);
        } else if (std::holds_alternative<Hold>(intent)) {
            if (focus >= 0 && focus < items()) {
                model_.current = focus;
                model_.given[static_cast<std::size_t>(focus)] = -1;
            }
        } else if (std::holds_alternative<Activate>(intent)) {
            if (focus >= items()) touch(focus, focus);
            else if (auto whole = response()) return whole;
            else model_.current = focus;
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] int items() const { return static_cast<int>(model_.items.size()); }
    [[nodiscard]] int targets() const { return static_cast<int>(model_.targets.size()); }

    /// A click or Enter on an item makes it current. On a target, it gives that target to the current item.
    void touch(int index, int& focus) {
        if (index < 0 || index >= count()) return;
        focus = index;
        if (index < items()) model_.current = index;
        else give(index - items(), focus);
    }

    /// Gives a target to an item, whichever of the two was dragged to the other.
    void join(int one, int other, int& focus) {
        const auto [item, target] = std::minmax(one, other);
        if (item < 0 || item >= items() || target < items()) return;
        model_.current = item;
        give(target - items(), focus);
    }

    void give(int target, int& focus) {
        if (target < 0 || target >= targets()) return;
        // A target for one item only is taken from the item that had it.
        if (one_each_) std::replace(model_.given.begin(), model_.given.end(), target, -1);
        model_.given[static_cast<std::size_t>(model_.current)] = target;
        for (int step = 1; step <= items(); ++step) {
            const int next = (model_.current + step) % items();
            if (model_.given[static_cast<std::size_t>(next)] >= 0) continue;
            model_.current = next;
            break;
        }
        focus = model_.current;
    }

    const text::Language& words_;
    bool one_each_;
    AssignModel model_;
};

} // namespace

std::unique_ptr<Answering> answering(const content::Pack& pack, const text::Language& words,
                                     const quiz::AssignView& view) {
    return std::make_unique<Assigning>(pack, words, view);
}

MarkedModel marked(const content::Pack& pack, const text::Language&, const quiz::Assign& interaction,
                   const quiz::RevealView& reveal) {
    const auto* assigned = given<quiz::Assigned>(reveal);
    MarkedPairs model;
    for (std::size_t place = 0; place < reveal.display_order.size(); ++place) {
        const std::uint8_t item = reveal.display_order[place];
        MarkedPair pair{.item = card_of(pack, interaction.items[item], place),
                        .yours = {},
                        .right = interaction.targets[interaction.key[item]].text};
        if (assigned != nullptr) {
            pair.yours = interaction.targets[assigned->targets[place]].text;
            pair.mark = assigned->targets[place] == interaction.key[item] ? Mark::right : Mark::wrong;
            if (pair.mark == Mark::right) pair.right.clear();
        }
        model.pairs.push_back(std::move(pair));
    }
    return model;
}

} // namespace chelate::screens
