#include "game/screens/classroom/preview_screen.hpp"

#include <algorithm>

#include "game/screens/classroom/class_screen.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

PreviewScreen::PreviewScreen(Context& context, int choice) : context_(context) {
    const auto choices = lesson_choices(context);
    const LessonChoice& chosen = choices.at(static_cast<std::size_t>(choice));
    name_ = chosen.name;
    plan_ = plan_lesson(context, chosen, room().response_mode);
}

ScreenModel PreviewScreen::model() const {
    const auto& words = context_.words;
    KnowledgeModel model;
    model.title = words.text("preview.title", {{"name", name_}});
    const auto minutes = std::max<std::int64_t>(1, (time_to_expect(plan_, room().response_mode).count + 30000) / 60000);
    model.caveat = words.plural("preview.length", static_cast<std::int64_t>(plan_.questions.size()),
                                {{"minutes", words.plural("own.minutes", minutes)}});
    if (!said_.empty()) model.caveat += " " + said_;
    for (std::size_t i = 0; i < plan_.questions.size(); ++i) {
        const quiz::Question& question = plan_.questions[i];
        KnownRow row;
        row.title = words.text("preview.row", {{"number", words.number(static_cast<std::int64_t>(i) + 1)},
                                               {"prompt", wording::one_line(question.prompt)}});
        row.about = words.text("preview.about",
                               {{"kind", words.text("kind_name." + std::string(content::row_of(question.kind).name))},
                                {"topic", wording::topic_name(context_.game.pack(), question.topic)}});
        row.open = static_cast<int>(i) == open_;
        if (row.open) {
            for (const quiz::Panel& panel : question.panels) row.details.push_back(panel.text);
            // In the order of the file: what is right is not to be seen from where it stands.
            std::vector<std::string> options;
            for (const quiz::Option& option : quiz::options_of(question.body)) options.push_back(option.text);
            std::sort(options.begin(), options.end());
            for (const std::string& option : options)
                row.details.push_back(words.text("preview.option", {{"option", option}}));
        }
        model.rows.push_back(std::move(row));
    }
    if (plan_.questions.empty()) model.last_line = words.text("lobby.nothing_suits");
    model.focus = focus_;
    return model;
}

std::vector<KeyHint> PreviewScreen::hints() const {
    const auto& words = context_.words;
    return {{words.text("key.enter"), words.text("does.see_choices")},
            {words.text("key.left_right"), words.text("does.move")}};
}

std::vector<Action> PreviewScreen::actions() const {
    const bool some = !plan_.questions.empty();
    return {on(ActionId::remove, &PreviewScreen::drop).when(some),
            on(ActionId::replace, &PreviewScreen::replace).when(some),
            on(ActionId::export_table, &PreviewScreen::keep, "does.keep_mine").when(some),
            on(ActionId::go_on, &PreviewScreen::begin, "does.begin").when(some),
            on(ActionId::back, &PreviewScreen::go_back)};
}

Transition PreviewScreen::drop() {
    said_.clear();
    plan_.questions.erase(plan_.questions.begin() + focus_);
    plan_.question_indices.erase(plan_.question_indices.begin() + focus_);
    focus_ = std::max(0, std::min(focus_, static_cast<int>(plan_.questions.size()) - 1));
    open_ = -1;
    return Stay{};
}

Transition PreviewScreen::replace() {
    said_.clear();
    if (!swap_question(context_, plan_, static_cast<std::size_t>(focus_), room().response_mode))
        said_ = context_.words.text("preview.no_other");
    return Stay{};
}

Transition PreviewScreen::begin() {
    said_.clear();
    if (start_lesson(context_, plan_, false)) return continue_class(context_);
    return Stay{};
}

Transition PreviewScreen::go_back() {
    said_.clear();
    if (open_ < 0) return GoTo{ShowLobby{}};
    open_ = -1;
    return Stay{};
}

void PreviewScreen::move(int by) {
    const int to = focus_ + by;
    if (to < 0 || to >= static_cast<int>(plan_.questions.size())) return;
    std::swap(plan_.questions[static_cast<std::size_t>(focus_)], plan_.questions[static_cast<std::size_t>(to)]);
    std::swap(plan_.question_indices[static_cast<std::size_t>(focus_)],
              plan_.question_indices[static_cast<std::size_t>(to)]);
    focus_ = to;
    open_ = -1;
}

Transition PreviewScreen::keep() {
    auto& lessons = context_.classes.lessons;
    session::KeptLesson kept{{}, context_.game.pack().id, plan_.round.id, plan_.seed, plan_.question_indices};
    for (int number = 1;; ++number) {
        kept.name = context_.words.text("preview.kept_name",
                                        {{"name", plan_.round.name}, {"number", context_.words.number(number)}});
        if (std::none_of(lessons.begin(), lessons.end(),
                         [&](const session::KeptLesson& other) { return other.name == kept.name; }))
            break;
    }
    said_ = context_.words.text("preview.kept", {{"name", kept.name}});
    lessons.push_back(std::move(kept));
    if (context_.save_classes) context_.save_classes();
    return Stay{};
}

Transition PreviewScreen::handle(const Intent& intent) {
    const int count = static_cast<int>(plan_.questions.size());
    said_.clear();
    if (const auto* walk = std::get_if<MoveFocus>(&intent)) focus_ = walked(focus_, walk->by, count);
    if (const auto* focus = std::get_if<FocusOn>(&intent);
        focus != nullptr && focus->index >= 0 && focus->index < count)
        focus_ = focus->index;
    if (const auto* adjust = std::get_if<Adjust>(&intent)) move(adjust->by);
    const auto* press = std::get_if<Press>(&intent);
    if (press != nullptr && press->index >= 0 && press->index < count) focus_ = press->index;
    if (press != nullptr || std::holds_alternative<Activate>(intent)) open_ = open_ == focus_ ? -1 : focus_;
    return Stay{};
}

} // namespace chelate::screens
