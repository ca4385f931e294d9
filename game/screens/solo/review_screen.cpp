#include "game/screens/solo/review_screen.hpp"

#include "game/screens/presenter/exports.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/screens/solo/reveal_screen.hpp"
#include "game/screens/solo/round_exports.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

enum Focus { focus_sources, focus_next, focus_count };

} // namespace

ReviewScreen::ReviewScreen(Context& context) : context_(context) {
    int number = 0;
    for (const quiz::QuestionRecord& asked : context.game.run().history().state.asked) {
        ++number;
        if (asked.revealed) numbers_.push_back(number);
    }
}

quiz::View ReviewScreen::view() const {
    return quiz::look_back(context_.game.run().history(), {quiz::Role::player, context_.game.seat()}, numbers_[at_]);
}

ScreenModel ReviewScreen::model() const {
    const auto& words = context_.words;
    RevealModel model = reveal_model(context_, view());
    say_saved(context_, model);
    const Standing standing = standing_of(context_);
    const auto count = static_cast<std::int64_t>(numbers_.size());
    model.round = standing.round;
    model.counter = words.text("question.counter", {{"number", words.number(static_cast<std::int64_t>(at_) + 1)},
                                                    {"of", words.number(count)}});
    model.progress = static_cast<double>(at_ + 1) / static_cast<double>(count);
    model.score = standing.score;
    model.sources_open = sources_open_;
    model.next = words.text(is_last() ? "review.to_result" : "review.next");
    model.turns = true;
    model.focus = focus_;
    return model;
}

std::vector<KeyHint> ReviewScreen::hints() const {
    const auto& words = context_.words;
    return {{words.text("key.left_right"), words.text("does.turn")},
            {words.text("key.space"), words.text("does.sources")}};
}

std::vector<Action> ReviewScreen::actions() const {
    return {on(ActionId::print, &ReviewScreen::print), on(ActionId::report, &ReviewScreen::report), on(ActionId::help),
            on(ActionId::back, Transition{Close{}})};
}

Transition ReviewScreen::print() { return save_and_show(context_, round_sheet(context_), "sheet.written"); }

void ReviewScreen::turn(int by) {
    const int to = static_cast<int>(at_) + by;
    if (to >= 0 && to < static_cast<int>(numbers_.size())) at_ = static_cast<std::size_t>(to);
}

Transition ReviewScreen::press(int index) {
    focus_ = index;
    if (index == focus_sources) {
        sources_open_ = !sources_open_;
    } else if (is_last()) {
        return Close{};
    } else {
        turn(1);
    }
    return Stay{};
}

Transition ReviewScreen::handle(const Intent& intent) {
    if (const auto* adjust = std::get_if<Adjust>(&intent)) {
        turn(adjust->by);
    } else if (std::holds_alternative<Hold>(intent)) {
        sources_open_ = !sources_open_;
    } else if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        focus_ = walked(focus_, move->by, focus_count);
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index < focus_count) focus_ = focus->index;
    } else if (const auto* pressed = std::get_if<Press>(&intent)) {
        if (pressed->index >= 0 && pressed->index < focus_count) return press(pressed->index);
    } else if (std::holds_alternative<Activate>(intent)) {
        return press(focus_);
    }
    return Stay{};
}

} // namespace chelate::screens
