#include "game/screens/classroom/preview_screen.hpp"

#include <algorithm>

#include "engine/base/text.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

PreviewScreen::PreviewScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                             const session::LocalFiles& files, const session::LessonPlan& plan, int choice)
    : pack_(pack),
      words_(words),
      rounds_(rounds),
      files_(files),
      plan_(plan),
      choice_(lesson_choices(pack, files.classes()).at(static_cast<std::size_t>(choice))) {}

Effects PreviewScreen::enter() { return Submit{planning_of(choice_, current_class())}; }

KnownRow PreviewScreen::row_of_question(std::size_t index) const {
    const quiz::Question& question = plan_.questions()[index];
    KnownRow row;
    row.title = words_.text("preview.row", {{"number", words_.number(static_cast<std::int64_t>(index) + 1)},
                                            {"prompt", showable_line(question.prompt)}});
    row.about = words_.text("preview.about",
                            {{"kind", words_.text("kind_name." + std::string(content::row_of(question.kind).name))},
                             {"topic", wording::topic_name(pack_, question.topic)}});
    row.open = static_cast<int>(index) == open_;
    if (!row.open) return row;
    for (const quiz::Panel& panel : question.panels) row.details.push_back(panel.text);
    // Sorted, so that the place of an option does not tell whether it is right.
    std::vector<std::string> options;
    for (const quiz::Option& option : quiz::options_of(question.interaction)) options.push_back(option.text);
    std::sort(options.begin(), options.end());
    for (const std::string& option : options)
        row.details.push_back(words_.text("preview.option", {{"option", option}}));
    return row;
}

ScreenModel PreviewScreen::model() const {
    KnowledgeModel model;
    model.title = words_.text("preview.title", {{"name", choice_.name}});
    const auto minutes = std::max<std::int64_t>(1, (plan_.expected_time().count + 30000) / 60000);
    model.caveat = words_.plural("preview.length", count(), {{"minutes", words_.plural("own.minutes", minutes)}});
    if (!notice_.empty()) model.caveat += " " + notice_;
    for (std::size_t i = 0; i < plan_.questions().size(); ++i) model.rows.push_back(row_of_question(i));
    if (plan_.questions().empty()) model.last_line = words_.text("lobby.nothing_suits");
    model.focus = focus_;
    return model;
}

std::vector<KeyHint> PreviewScreen::hints() const {
    return {{words_.text("key.enter"), words_.text("does.see_choices")},
            {words_.text("key.left_right"), words_.text("does.move")}};
}

std::vector<Action> PreviewScreen::actions() const {
    const bool some = count() > 0;
    return {on(ActionId::remove, &PreviewScreen::drop).when(some),
            on(ActionId::replace, &PreviewScreen::swap).when(some),
            on(ActionId::undo, &PreviewScreen::undo).when(!before_.empty()),
            on(ActionId::export_table, &PreviewScreen::keep, "does.keep_mine").when(some),
            on(ActionId::go_on, &PreviewScreen::begin, "does.begin").when(some),
            on(ActionId::back, &PreviewScreen::go_back)};
}

void PreviewScreen::remember() { before_.push_back(plan_.question_indices()); }

Effects PreviewScreen::undo() {
    notice_.clear();
    open_ = -1;
    const content::Round& round = plan_.round();
    session::PlanLesson planning = planning_of(choice_, current_class());
    planning.kept = session::KeptLesson{{}, pack_.id, round.id, plan_.seed(), std::move(before_.back())};
    before_.pop_back();
    return Submit{std::move(planning), [this](const Result<void>&) -> Effects {
                      focus_ = std::max(0, std::min(focus_, count() - 1));
                      return {};
                  }};
}

Effects PreviewScreen::drop() {
    notice_.clear();
    open_ = -1;
    remember();
    return Submit{session::DropQuestion{static_cast<std::size_t>(focus_)}, [this](const Result<void>&) -> Effects {
                      focus_ = std::max(0, std::min(focus_, count() - 1));
                      return {};
                  }};
}

Effects PreviewScreen::swap() {
    notice_.clear();
    remember();
    return Submit{session::SwapQuestion{static_cast<std::size_t>(focus_)},
                  [this](const Result<void>& swapped) -> Effects {
                      if (swapped) return {};
                      before_.pop_back();
                      notice_ = words_.text("preview.no_other");
                      return {};
                  }};
}

Effects PreviewScreen::begin() {
    notice_.clear();
    return Submit{starting_of(current_class(), words_, false), [this](const Result<void>& started) -> Effects {
                      return started ? continue_class(rounds_) : Effects{};
                  }};
}

Effects PreviewScreen::go_back() {
    notice_.clear();
    if (open_ < 0) return Show{ShowLobby{}};
    open_ = -1;
    return {};
}

Effects PreviewScreen::move(int by) {
    const int from = focus_;
    const int to = focus_ + by;
    if (to < 0 || to >= count()) return {};
    focus_ = to;
    open_ = -1;
    remember();
    return Submit{session::MoveQuestion{static_cast<std::size_t>(from), static_cast<std::size_t>(to)}};
}

Effects PreviewScreen::keep() {
    session::ClassFile file = files_.classes();
    const content::Round& round = plan_.round();
    session::KeptLesson kept{{}, pack_.id, round.id, plan_.seed(), plan_.question_indices()};
    for (int number = 1;; ++number) {
        kept.name = words_.text("preview.kept_name", {{"name", round.name}, {"number", words_.number(number)}});
        if (std::none_of(file.lessons.begin(), file.lessons.end(),
                         [&](const session::KeptLesson& other) { return other.name == kept.name; }))
            break;
    }
    notice_ = words_.text("preview.kept", {{"name", kept.name}});
    file.lessons.push_back(std::move(kept));
    return Save{std::move(file)};
}

Effects PreviewScreen::handle(const Intent& intent) {
    notice_.clear();
    if (const auto* walk = std::get_if<MoveFocus>(&intent)) focus_ = walked(focus_, walk->by, count());
    if (const auto* focus = std::get_if<FocusOn>(&intent);
        focus != nullptr && focus->index >= 0 && focus->index < count())
        focus_ = focus->index;
    if (const auto* adjust = std::get_if<Adjust>(&intent)) return move(adjust->by);
    const auto* press = std::get_if<Press>(&intent);
    if (press != nullptr && press->index >= 0 && press->index < count()) focus_ = press->index;
    if (press != nullptr || std::holds_alternative<Activate>(intent)) open_ = open_ == focus_ ? -1 : focus_;
    return {};
}

} // namespace chelate::screens
