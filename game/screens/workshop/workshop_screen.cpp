#include "game/screens/workshop/workshop_screen.hpp"

#include <utility>

#include "game/screens/knowledge/compare_screen.hpp"
#include "game/screens/solo/breathing_screen.hpp"
#include "game/screens/workshop/workshop_exports.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

constexpr int sources_focus = 0;
constexpr int next_focus = 1; ///< while the answer is shown

/// Carries out a command that changes the picture, and then shows the new one. If it is refused, nothing happens.
Effects change_picture(quiz::CommandBody command) {
    return Submit{session::ToWorkshop{std::move(command)},
                  [](const Result<void>& changed) { return changed ? Effects{Show{ShowWorkshop{}}} : Effects{}; }};
}

} // namespace

WorkshopScreen::WorkshopScreen(const WorkshopSource& source) : source_(source) {
    std::visit([&](const auto& body) { prepare(body); }, scene().body);
    if (told_) focus_ = next_focus;
    if (std::holds_alternative<content::ComparisonScene>(scene().body))
        focus_ = -1; // nothing is highlighted until the host picks a row
}

const content::Script& WorkshopScreen::script() const { return *session::find_script(source_.pack, shown().script); }

bool WorkshopScreen::is_last() const { return !source_.workshop.next(); }

void WorkshopScreen::prepare(const content::QuestionScene& asked) {
    auto made = source_.workshop.question(source_.pack, asked, shown().scene);
    if (!made) return; // its template gives no question any more: the scene shows its title
    question_ = std::move(made->question);
    display_order_ = std::move(made->display_order);
    told_ = shown().step > 0;
    const std::size_t options = quiz::options_of(question_->interaction).size();
    if (!told_ && quiz::takes_hands(*question_)) tally_.emplace(options, limit(), recorded_hands());
}

void WorkshopScreen::prepare(const content::WallScene& wall) {
    const session::WallStep at = session::wall_step(wall, shown().step);
    if (at.part == session::WallStep::Part::overview || at.part == session::WallStep::Part::outcome) return;
    const auto& words = source_.words;
    const std::vector<std::string> options{words.text("vote.right_sure"), words.text("vote.right_unsure"),
                                           words.text("vote.wrong_unsure"), words.text("vote.wrong_sure")};
    question_ = quiz::QuestionRef(quiz::vote_on(source_.pack, wall.statements[at.statement], options));
    for (std::size_t i = 0; i < options.size(); ++i) display_order_.push_back(static_cast<std::uint8_t>(i));
    told_ = at.part == session::WallStep::Part::evidence;
    place_ = session::place_of_vote(at.statement, at.part == session::WallStep::Part::after);
    if (!told_) tally_.emplace(options.size(), limit(), recorded_hands());
}

void WorkshopScreen::prepare(const content::PauseScene& pause) {
    if (shown().step > 0)
        breathing_ = std::make_unique<BreathingScreen>(source_.pack, source_.words, source_.clock,
                                                       source_.files.settings().reduced_motion,
                                                       ShowBreathing{pause.pattern, pause.minutes, false});
}

std::vector<KeyHint> WorkshopScreen::hints() const {
    return tally_ && !blank_ ? TallyEntry::keys(source_.words) : std::vector<KeyHint>{};
}

std::vector<Action> WorkshopScreen::actions() const {
    if (blank_) {
        // Any of the host's keys shows the picture again.
        return {on(ActionId::blank, &WorkshopScreen::blank, "does.show_again"),
                on(ActionId::go_on, &WorkshopScreen::blank, "does.show_again").footer_when(false),
                on(ActionId::previous, &WorkshopScreen::blank, "does.show_again").footer_when(false),
                on(ActionId::undo, &WorkshopScreen::blank, "does.show_again").footer_when(false),
                on(ActionId::back, &WorkshopScreen::blank, "does.show_again").footer_when(false)};
    }
    const bool last = is_last();
    const bool counting = tally_.has_value();
    return {
        on(ActionId::print, &WorkshopScreen::print, "does.handout").footer_when(last),
        on(ActionId::export_table, &WorkshopScreen::export_votes, "does.votes_table").footer_when(last),
        on(ActionId::go_on, &WorkshopScreen::go_on, counting && tally_->nobody() ? "does.go_on_without" : "does.go_on")
            .footer_when(!last),
        on(ActionId::previous, &WorkshopScreen::go_back).footer_when(!counting),
        on(ActionId::undo, &WorkshopScreen::undo, "does.undo_last")
            .when(source_.workshop.can_undo() || has_new_count())
            .footer_when(false),
        on(ActionId::redo, &WorkshopScreen::redo, "does.redo").when(source_.workshop.can_redo()).footer_when(false),
        on(ActionId::blank, &WorkshopScreen::blank, "does.blank").footer_when(!counting),
        on(ActionId::host_window).footer_when(false),
        on(ActionId::back, &WorkshopScreen::show_scenes, "does.scenes")};
}

Effects WorkshopScreen::blank() {
    blank_ = !blank_;
    return {};
}

Effects WorkshopScreen::print() {
    return Print{workshop_handout(source_.pack, source_.words, script(), source_.files.holder(), source_.print_css)};
}

Effects WorkshopScreen::export_votes() {
    return after_count([this] { return Print{votes_table(source_.pack, source_.words, script(), shown())}; });
}

Effects WorkshopScreen::show_scenes() {
    return after_count([] { return Show{ShowScenes{}}; });
}

std::vector<std::uint16_t> WorkshopScreen::recorded_hands() const {
    return session::hands_at(shown(), shown().scene, place_);
}

bool WorkshopScreen::has_new_count() const {
    return tally_ && !tally_->nobody() && tally_->hands() != recorded_hands();
}

Effects WorkshopScreen::after_count(std::function<Effects()> next) const {
    if (!has_new_count()) return next();
    return Submit{session::ToWorkshop{quiz::CountVotes{shown().scene, place_, tally_->hands()}},
                  [next = std::move(next)](const Result<void>&) { return next(); }};
}

Effects WorkshopScreen::go_on() {
    return after_count([this] {
        const auto next = source_.workshop.next();
        return next ? change_picture(*next) : Effects{};
    });
}

Effects WorkshopScreen::go_back() {
    return after_count([this] {
        const auto previous = source_.workshop.previous();
        return previous ? change_picture(*previous) : Effects{};
    });
}

Effects WorkshopScreen::undo() {
    // Hands that were entered by mistake become the last step, so that Redo can bring them back.
    return after_count([] { return change_picture(quiz::Undo{}); });
}

Effects WorkshopScreen::redo() { return change_picture(quiz::Redo{}); }

Effects WorkshopScreen::handle(const Intent& intent) {
    const bool activates = std::holds_alternative<Activate>(intent);
    if (blank_) {
        if (activates || std::holds_alternative<Press>(intent)) blank_ = false;
        return {};
    }
    if (breathing_) {
        // A finished pause asks for another screen. In a workshop that is the next scene.
        return breathing_->handle(intent).empty() ? Effects{} : go_on();
    }
    if (tally_) return tally_->handle(intent) ? go_on() : Effects{};
    const auto* press = std::get_if<Press>(&intent);
    const auto* focus = std::get_if<FocusOn>(&intent);
    const auto* step = std::get_if<MoveFocus>(&intent);
    if (const auto* comparison = std::get_if<content::ComparisonScene>(&scene().body)) {
        const int rows = static_cast<int>(
            compared_rows(source_.pack, source_.words, comparison->group, comparison->attribute, true).size());
        if (step != nullptr) focus_ = focus_ < 0 ? (step->by > 0 ? 0 : rows - 1) : walked(focus_, step->by, rows);
        if (focus != nullptr) focus_ = focus->index;
        if (press != nullptr) focus_ = press->index;
        if ((activates || press != nullptr) && focus_ >= 0) sources_open_ = !sources_open_;
        if (activates && focus_ < 0) return go_on();
        return {};
    }
    if (told_) {
        const bool has_sources = !question_->sources.empty();
        if (step != nullptr && has_sources) focus_ = walked(focus_, step->by, 2);
        if (focus != nullptr) focus_ = focus->index;
        if (press != nullptr) focus_ = press->index;
        const bool sources = std::holds_alternative<Hold>(intent) ||
                             ((activates || press != nullptr) && focus_ == sources_focus && has_sources);
        if (sources) {
            sources_open_ = !sources_open_;
            return {};
        }
    }
    return activates || press != nullptr ? go_on() : Effects{};
}

std::string minutes_text(const text::Language& words, Millis length) {
    const double minutes = static_cast<double>(length.count) / 60000;
    return words.text("workshop.minutes",
                      {{"minutes", words.number_with_decimals(minutes, length.count % 60000 == 0 ? 0 : 1)}});
}

ScenesScreen::ScenesScreen(const WorkshopSource& source)
    : source_(source), focus_(static_cast<int>(source.workshop.view().value().scene)) {}

const content::Script& ScenesScreen::script() const { return *session::find_script(source_.pack, shown().script); }

ScreenModel ScenesScreen::model() const {
    const auto& words = source_.words;
    const content::Script& script = this->script();
    KnowledgeModel model;
    model.title = script.name;
    model.caveat = words.text("scenes.length", {{"all", minutes_text(words, script.length())},
                                                {"used", wording::minutes_and_seconds(source_.workshop.used())}});
    Millis before{};
    for (std::size_t i = 0; i < script.scenes.size(); ++i) {
        const content::Scene& scene = script.scenes[i];
        KnownRow row;
        row.title = words.text("preview.row",
                               {{"number", words.number(static_cast<std::int64_t>(i) + 1)}, {"prompt", scene.title}});
        row.about = words.text(
            i == shown().scene ? "scenes.here" : "scenes.row",
            {{"minutes", minutes_text(words, scene.length)}, {"from", wording::minutes_and_seconds(before)}});
        row.open = static_cast<int>(i) == focus_;
        if (row.open) row.details = scene.notes;
        model.rows.push_back(std::move(row));
        before = before + scene.length;
    }
    model.focus = focus_;
    return model;
}

std::vector<KeyHint> ScenesScreen::hints() const {
    return {{source_.words.text("key.enter"), source_.words.text("does.jump")}};
}

std::vector<Action> ScenesScreen::actions() const {
    return {on(ActionId::go_on, &ScenesScreen::back),
            on(ActionId::previous, &ScenesScreen::back, "does.back_to_scene").footer_when(false),
            on(ActionId::print, &ScenesScreen::print, "does.handout"),
            on(ActionId::export_table, &ScenesScreen::export_votes, "does.votes_table"),
            on(ActionId::end_round, Effects{Show{ShowWorkshopDoor{}}}, "does.leave_workshop"),
            on(ActionId::back, &ScenesScreen::back, "does.back_to_scene")};
}

Effects ScenesScreen::print() {
    return Print{workshop_handout(source_.pack, source_.words, script(), source_.files.holder(), source_.print_css)};
}

Effects ScenesScreen::export_votes() { return Print{votes_table(source_.pack, source_.words, script(), shown())}; }

Effects ScenesScreen::jump(int scene) {
    if (scene < 0 || scene >= static_cast<int>(script().scenes.size())) return {};
    // The command is refused if the scene is shown already.
    return Effects{Submit{session::ToWorkshop{quiz::ShowScene{static_cast<std::size_t>(scene), 0}}}}.and_then(back());
}

Effects ScenesScreen::back() { return Show{ShowWorkshop{}}; }

Effects ScenesScreen::handle(const Intent& intent) {
    const int count = static_cast<int>(script().scenes.size());
    if (const auto* move = std::get_if<MoveFocus>(&intent)) focus_ = walked(focus_, move->by, count);
    if (const auto* focus = std::get_if<FocusOn>(&intent);
        focus != nullptr && focus->index >= 0 && focus->index < count)
        focus_ = focus->index;
    if (const auto* press = std::get_if<Press>(&intent)) return jump(press->index);
    if (const auto* digit = std::get_if<Choose>(&intent)) return jump(digit->number - 1);
    if (std::holds_alternative<Activate>(intent)) return jump(focus_);
    return {};
}

} // namespace chelate::screens
