#include "game/app/screens/question_screen.hpp"

#include <algorithm>
#include <array>

#include "game/app/start_round.hpp"
#include "game/app/wording.hpp"

namespace chelate::app {

namespace {

constexpr int sure_levels = 3;

} // namespace

QuestionScreen::QuestionScreen(Context& context) : context_(context) {
    if (const auto view = context.game.view(); view.question) question_ = *view.question;
    answering_ = std::visit([&](const auto& view) { return answering(context_, view); }, question_.answer);
}

ScreenModel QuestionScreen::model() const {
    const auto& words = context_.words;
    QuestionModel model;
    const Standing standing = standing_of(context_);
    model.round = standing.round;
    model.counter = standing.counter;
    model.progress = standing.progress;
    model.score = standing.score;
    model.clock = clock();
    model.topic = topic_name(context_.game.pack(), question_.topic);
    model.prompt = question_.prompt;
    model.panels = panels_of(question_.panels);
    if (!question_.hint.empty()) model.hint = words.text("question.hint", {{"hint", question_.hint}});
    model.notice = notice_;
    model.focus = focus_;
    if (asks_how_sure()) {
        model.instruction = words.text("question.how_sure");
        model.answer = sureness();
        return model;
    }
    model.instruction = words.text(instruction_key(question_.kind));
    model.answer = answering_->model();
    model.keys = answering_->keyboard();
    if (!answering_->check().empty()) model.check = words.text(answering_->check());
    model.check_focus = check_focus();
    return model;
}

std::vector<KeyHint> QuestionScreen::footer() const {
    const auto& words = context_.words;
    if (asks_how_sure()) {
        return {{words.text("key.digit_range", {{"last", std::to_string(sure_levels)}}), words.text("does.say_how_sure")},
                {words.text("key.enter"), words.text("does.say_how_sure")},
                {words.text("key.esc"), words.text("does.change_answer"), Click::back}};
    }
    std::vector<KeyHint> hints = answering_->keys();
    const bool under_way = answering_->keyboard() == Keys::carry;
    if (under_way) hints.push_back({words.text("key.esc"), words.text("does.put_down"), Click::back});
    if (question_.has_hint && question_.hint.empty()) hints.push_back({words.text("key.f2"), words.text("does.hint"), Click::hint});
    if (may_pass()) {
        hints.push_back({words.text("key.f3"), words.text(rules().certainty ? "does.no_idea" : "does.pass"), Click::pass});
    }
    if (!under_way) hints.push_back({words.text("key.f4"), words.text("does.end_round"), Click::end_round});
    hints.push_back({words.text("key.f1"), words.text("does.keys"), Click::keys});
    if (!under_way) hints.push_back({words.text("key.esc"), words.text("does.home"), Click::back});
    return hints;
}

std::optional<ClockModel> QuestionScreen::clock() const {
    if (!question_.time) return std::nullopt;
    const Millis used = context_.game.run().now() - question_.asked_at;
    const Millis limit{std::max<std::int64_t>(0, (question_.time->all - question_.time->reading).count)};
    const Millis left{std::clamp<std::int64_t>((question_.time->all - used).count, 0, limit.count)};
    return ClockModel{context_.words.text("question.seconds_left", {{"seconds", context_.words.number((left.count + 999) / 1000)}}),
                      limit.count > 0 ? static_cast<double>(left.count) / static_cast<double>(limit.count) : 0.0};
}

Transition QuestionScreen::tick() {
    if (!context_.game.run().tick()) return Stay{};
    return GoTo{next_screen(context_.game)};
}

AnswerModel QuestionScreen::sureness() const {
    constexpr std::array<std::string_view, sure_levels> levels{"sure.guess", "sure.think_so", "sure.sure"};
    ChoiceModel model;
    for (int i = 0; i < sure_levels; ++i) {
        const auto sure = static_cast<quiz::Sureness>(i + 1);
        const auto points = [&](Fraction credit) { return context_.words.number(quiz::certainty_award(credit, sure).points.count); };
        model.choices.push_back({std::to_string(i + 1),
                                 context_.words.text(levels[static_cast<std::size_t>(i)], {{"right", points(Fraction::one())}, {"wrong", points(Fraction::zero())}}),
                                 {}});
    }
    return model;
}

bool QuestionScreen::is_marked() const { return quiz::is_marked(*context_.game.run().state().board.asked.back().question); }

Transition QuestionScreen::take(std::optional<quiz::Response> response) {
    if (!response) return Stay{};
    if (!rules().certainty || !is_marked()) return submit(quiz::SubmitAnswer{context_.game.seat(), std::move(*response)});
    pending_ = std::move(response);
    focus_ = 0;
    return Stay{};
}

Transition QuestionScreen::submit(quiz::CommandBody command) {
    const bool accepted = context_.game.run().submit(std::move(command)).has_value();
    const auto view = context_.game.view();
    if (view.phase != quiz::Phase::asked) return GoTo{next_screen(context_.game)};
    // A hint, or a first answer that may be mended: the question stays, and so does what was done to it.
    if (view.question) question_ = *view.question;
    notice_ = question_.first ? context_.words.text(accepted ? "question.try_again" : "question.tried_already") : "";
    return Stay{};
}

Transition QuestionScreen::handle_sureness(const Intent& intent) {
    const auto say = [&](int level) -> Transition {
        if (level < 0 || level >= sure_levels) return Stay{};
        return submit(quiz::SubmitAnswer{context_.game.seat(), *pending_, static_cast<quiz::Sureness>(level + 1)});
    };
    if (std::holds_alternative<Back>(intent)) {
        pending_.reset();
        focus_ = 0;
    } else if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        focus_ = walked(focus_, move->by, sure_levels);
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index < sure_levels) focus_ = focus->index;
    } else if (const auto* choose = std::get_if<Choose>(&intent)) {
        return say(choose->number - 1);
    } else if (const auto* press = std::get_if<Press>(&intent)) {
        return say(press->index);
    } else if (std::holds_alternative<Activate>(intent)) {
        return say(focus_);
    }
    return Stay{};
}

Transition QuestionScreen::handle(const Intent& intent) {
    if (std::holds_alternative<EndRound>(intent)) return Push{ShowEndRound{}};
    if (asks_how_sure()) return handle_sureness(intent);
    if (std::holds_alternative<TakeHint>(intent)) return submit(quiz::TakeHint{context_.game.seat()});
    if (std::holds_alternative<PassOver>(intent) && may_pass()) return submit(quiz::PassQuestion{context_.game.seat()});
    if (std::holds_alternative<Back>(intent)) {
        if (answering_->step_back()) return Stay{};
        return GoTo{ShowHome{}};
    }
    if (answering_->keyboard() != Keys::carry) {
        if (const auto* move = std::get_if<MoveFocus>(&intent)) {
            focus_ = walked(focus_, move->by, focusables());
            return Stay{};
        }
        if (const auto* focus = std::get_if<FocusOn>(&intent)) {
            if (focus->index >= 0 && focus->index < focusables()) focus_ = focus->index;
            return Stay{};
        }
    }
    if (!answering_->check().empty()) {
        const auto* press = std::get_if<Press>(&intent);
        const bool entered = std::holds_alternative<Activate>(intent) && focus_ == check_focus();
        if (entered || (press != nullptr && press->index == check_focus())) return take(answering_->response());
    }
    return take(answering_->handle(intent, focus_));
}

} // namespace chelate::app
