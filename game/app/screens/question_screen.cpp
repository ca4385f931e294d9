#include "game/app/screens/question_screen.hpp"

#include <numeric>

#include "game/app/start_round.hpp"
#include "game/app/wording.hpp"

namespace chelate::app {

namespace {

std::string_view instruction_key(quiz::Kind kind) {
    switch (kind) {
    case quiz::Kind::single: return "question.choose_one";
    case quiz::Kind::true_false: return "question.true_or_false";
    case quiz::Kind::compare: return "question.choose_one_of_two";
    case quiz::Kind::order: return "question.put_in_order";
    }
    return "question.choose_one";
}

} // namespace

QuestionScreen::QuestionScreen(Context& context) : context_(context) {
    if (const auto view = context.game.view(); view.question) question_ = *view.question;
    arrangement_.resize(question_.options.size());
    std::iota(arrangement_.begin(), arrangement_.end(), std::uint8_t{0});
}

ScreenModel QuestionScreen::model() const {
    const auto& words = context_.words;
    const content::Pack& pack = context_.game.pack();
    QuestionModel model;
    const Standing standing = standing_of(context_);
    model.round = standing.round;
    model.counter = standing.counter;
    model.progress = standing.progress;
    model.score = standing.score;
    model.topic = topic_name(pack, question_.topic);
    model.prompt = question_.prompt;
    model.ordering = question_.ordering;
    model.instruction = words.text(instruction_key(question_.kind));
    model.first_label = question_.first_label;
    model.last_label = question_.last_label;
    for (std::size_t place = 0; place < arrangement_.size(); ++place) {
        const quiz::OptionView& option = question_.options[arrangement_[place]];
        model.choices.push_back({std::to_string(place + 1), option.text, look_of(pack, option.subject)});
    }
    model.check = words.text("question.check");
    model.focus = focus_;
    model.held = held_;
    return model;
}

std::vector<KeyHint> QuestionScreen::footer() const {
    const auto& words = context_.words;
    const std::string digits = words.text("key.digit_range", {{"last", std::to_string(count())}});
    std::vector<KeyHint> hints;
    if (!question_.ordering) {
        hints = {{digits, words.text("does.answer")},
                 {words.text("key.arrows"), words.text("does.choose")},
                 {words.text("key.enter"), words.text("does.answer")}};
    } else if (held_ >= 0) {
        return {{words.text("key.arrows"), words.text("does.carry")},
                {words.text("key.space"), words.text("does.put_down")},
                {words.text("key.enter"), words.text("does.put_down")},
                {words.text("key.esc"), words.text("does.put_down"), Click::back},
                {words.text("key.f1"), words.text("does.keys"), Click::keys}};
    } else {
        hints = {{words.text("key.arrows"), words.text("does.choose")},
                 {words.text("key.space"), words.text("does.pick_up")},
                 {digits, words.text("does.put_there")},
                 {words.text("key.enter"), words.text("does.check")}};
    }
    hints.push_back({words.text("key.f1"), words.text("does.keys"), Click::keys});
    hints.push_back({words.text("key.esc"), words.text("does.home"), Click::back});
    return hints;
}

void QuestionScreen::move_item(int from, int to) {
    if (from < 0 || from >= count() || to < 0 || to >= count() || from == to) return;
    const std::uint8_t item = arrangement_[static_cast<std::size_t>(from)];
    arrangement_.erase(arrangement_.begin() + from);
    arrangement_.insert(arrangement_.begin() + to, item);
    focus_ = to;
    if (held_ >= 0) held_ = to;
}

Transition QuestionScreen::submit(const quiz::Response& response) {
    if (!context_.game.run().submit(quiz::SubmitAnswer{context_.game.seat(), response})) return Stay{};
    return GoTo{next_screen(context_.game)};
}

Transition QuestionScreen::handle(const Intent& intent) {
    if (std::holds_alternative<Back>(intent)) {
        if (held_ < 0) return GoTo{ShowHome{}};
        held_ = -1;
        return Stay{};
    }
    return question_.ordering ? handle_order(intent) : handle_choice(intent);
}

Transition QuestionScreen::handle_choice(const Intent& intent) {
    const auto answer = [&](int index) -> Transition {
        if (index < 0 || index >= count()) return Stay{};
        focus_ = index;
        return submit(quiz::Picked{static_cast<std::uint8_t>(index)});
    };
    if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        focus_ = walked(focus_, move->by, count());
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index < count()) focus_ = focus->index;
    } else if (const auto* choose = std::get_if<Choose>(&intent)) {
        return answer(choose->number - 1);
    } else if (const auto* press = std::get_if<Press>(&intent)) {
        return answer(press->index);
    } else if (std::holds_alternative<Activate>(intent)) {
        return answer(focus_);
    }
    return Stay{};
}

Transition QuestionScreen::handle_order(const Intent& intent) {
    const int check = count(); // the button stands after the items
    const auto pick_up_or_put_down = [&] { held_ = held_ >= 0 || focus_ == check ? -1 : focus_; };
    if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        if (held_ >= 0) {
            move_item(held_, held_ + move->by);
        } else {
            focus_ = walked(focus_, move->by, count() + 1);
        }
    } else if (const auto* carry = std::get_if<Carry>(&intent)) {
        if (focus_ != check) move_item(focus_, focus_ + carry->by);
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (held_ < 0 && focus->index >= 0 && focus->index <= check) focus_ = focus->index;
    } else if (const auto* choose = std::get_if<Choose>(&intent)) {
        if (focus_ != check) move_item(focus_, choose->number - 1);
    } else if (const auto* drop = std::get_if<MoveItem>(&intent)) {
        held_ = -1;
        move_item(drop->from, drop->to);
    } else if (std::holds_alternative<Hold>(intent)) {
        pick_up_or_put_down();
    } else if (const auto* press = std::get_if<Press>(&intent)) {
        if (press->index == check) return submit(quiz::Arranged{arrangement_});
        if (press->index >= 0 && press->index < check) focus_ = press->index;
    } else if (std::holds_alternative<Activate>(intent)) {
        if (held_ >= 0) {
            pick_up_or_put_down(); // Enter puts the item down before it can hand in a half-made order
        } else {
            return submit(quiz::Arranged{arrangement_});
        }
    }
    return Stay{};
}

} // namespace chelate::app
