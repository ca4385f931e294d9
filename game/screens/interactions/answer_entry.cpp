#include "game/screens/interactions/answer_entry.hpp"

#include <array>

#include "game/screens/presenter/presenter.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

constexpr int sure_levels = 3;

} // namespace

AnswerEntry::AnswerEntry(const content::Pack& pack, const text::Language& words, const quiz::QuestionView& question,
                         quiz::ConfidenceUse confidence)
    : words_(words),
      kind_(question.kind),
      confidence_(confidence),
      answering_(std::visit([&](const auto& view) { return answering(pack, words, view); }, question.answer)) {}

void AnswerEntry::show(QuestionModel& model) const {
    model.focus = focus_;
    if (asks_how_sure()) {
        model.instruction = words_.text("question.how_sure");
        model.answer = levels();
        return;
    }
    model.instruction = words_.text(wording::instruction_key(kind_));
    model.answer = answering_->model();
    model.keys = answering_->keyboard();
    if (!missing_.empty()) model.notice = missing_;
    if (!answering_->check().empty()) model.check = words_.text(answering_->check());
    model.check_focus = check_focus();
}

std::vector<KeyHint> AnswerEntry::keys() const {
    if (asks_how_sure()) {
        return {
            {words_.text("key.digit_range", {{"last", std::to_string(sure_levels)}}), words_.text("does.say_how_sure")},
            {words_.text("key.enter"), words_.text("does.say_how_sure")}};
    }
    return answering_->keys();
}

std::string_view AnswerEntry::step_back_label() const {
    if (asks_how_sure()) return "does.change_answer";
    return is_under_way() ? "does.put_down" : "";
}

bool AnswerEntry::step_back() {
    if (!asks_how_sure()) return answering_->step_back();
    pending_.reset();
    focus_ = 0;
    return true;
}

AnswerModel AnswerEntry::levels() const {
    constexpr std::array<std::string_view, sure_levels> levels{"sure.guess", "sure.think_so", "sure.sure"};
    ChoiceModel model;
    for (int i = 0; i < sure_levels; ++i) {
        const auto sure = static_cast<quiz::Confidence>(i + 1);
        const auto points = [&](Fraction credit) {
            return words_.number(quiz::confidence_award(credit, sure).points.count);
        };
        const std::string level = words_.text(levels[static_cast<std::size_t>(i)]);
        const std::string text = confidence_ == quiz::ConfidenceUse::noted
                                     ? level
                                     : words_.text("sure.points", {{"level", level},
                                                                   {"right", points(Fraction::one())},
                                                                   {"wrong", points(Fraction::zero())}});
        model.choices.push_back({std::to_string(i + 1), text, {}});
    }
    return model;
}

std::optional<AnswerEntry::Given> AnswerEntry::take(std::optional<quiz::Response> response) {
    if (!response) return std::nullopt;
    if (confidence_ == quiz::ConfidenceUse::none) return Given{std::move(*response)};
    pending_ = std::move(response);
    focus_ = 0;
    return std::nullopt;
}

std::optional<AnswerEntry::Given> AnswerEntry::handle_confidence(const Intent& intent) {
    const auto say = [&](int level) -> std::optional<Given> {
        if (level < 0 || level >= sure_levels) return std::nullopt;
        return Given{*pending_, static_cast<quiz::Confidence>(level + 1)};
    };
    if (const auto* move = std::get_if<MoveFocus>(&intent)) {
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
    return std::nullopt;
}

std::optional<AnswerEntry::Given> AnswerEntry::check() {
    if (const auto missing = answering_->missing()) {
        focus_ = missing->focus;
        missing_ = missing->text;
        return std::nullopt;
    }
    return take(answering_->response());
}

std::optional<AnswerEntry::Given> AnswerEntry::handle(const Intent& intent) {
    // Moving the focus changes nothing of the answer, so what is missing is still true.
    if (!std::holds_alternative<MoveFocus>(intent) && !std::holds_alternative<FocusOn>(intent)) missing_.clear();
    if (asks_how_sure()) return handle_confidence(intent);
    if (!is_under_way()) {
        if (const auto* move = std::get_if<MoveFocus>(&intent)) {
            focus_ = walked(focus_, move->by, focusables());
            return std::nullopt;
        }
        if (const auto* focus = std::get_if<FocusOn>(&intent)) {
            if (focus->index >= 0 && focus->index < focusables()) focus_ = focus->index;
            return std::nullopt;
        }
    }
    if (!answering_->check().empty()) {
        const auto* press = std::get_if<Press>(&intent);
        const bool entered = std::holds_alternative<Activate>(intent) && focus_ == check_focus();
        if (entered || (press != nullptr && press->index == check_focus())) return check();
    }
    auto response = answering_->handle(intent, focus_);
    if (!response && std::holds_alternative<Activate>(intent)) {
        if (const auto missing = answering_->missing(); missing && missing->by_enter) missing_ = missing->text;
    }
    return take(std::move(response));
}

} // namespace chelate::screens
