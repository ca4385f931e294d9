#include "game/screens/classroom/class_screen.hpp"

#include <algorithm>

#include "engine/base/text.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

namespace {

/// A question that is buzzed for begins with its buzzers shut.
bool waits_for_buzzers(const quiz::SessionState& state) {
    return state.plan.rules.response_mode == quiz::ResponseMode::buzzers && !state.asked.empty() &&
           !state.asked.back().buzzers.open;
}

/// Where a question stands that nobody leads there: at its prompt when nothing has happened to it yet.
Stage stage_of(const quiz::SessionHistory& state) {
    if (state.state.phase != quiz::Phase::asked) return Stage::choices;
    const bool fresh = std::holds_alternative<quiz::QuestionAsked>(state.log.back().body);
    return fresh || waits_for_buzzers(state.state) ? Stage::prompt : Stage::choices;
}

} // namespace

ClassScreen::ClassScreen(Context& context, ShowClass request)
    : context_(context), request_(std::move(request)), view_(context.game.view()) {
    if (request_.stage == Stage::by_itself) request_.stage = stage_of(context.game.run().history());
    prepare();
}

bool ClassScreen::counts_hands() const {
    return response_mode() == quiz::ResponseMode::hands || response_mode() == quiz::ResponseMode::cards;
}

std::optional<quiz::PlayerId> ClassScreen::answering() const {
    if (!is_open()) return std::nullopt;
    const auto who = response_mode() == quiz::ResponseMode::turns ? asked().turn : asked().buzzers.floor;
    const auto seat = who ? quiz::seat_of(state(), *who) : std::nullopt;
    return seat && quiz::is_awaited(state(), *seat) ? who : std::nullopt;
}

bool ClassScreen::watches_buttons() const {
    return is_open() && response_mode() == quiz::ResponseMode::buzzers && !asked().buzzers.floor &&
           request_.stage != Stage::correcting && !state().paused;
}

void ClassScreen::prepare() {
    view_ = context_.game.view();
    entry_.reset();
    focus_ = state().phase == quiz::Phase::revealed ? 1 : 0; // the button that goes on, after the sources
    if (request_.stage == Stage::correcting) {
        const quiz::View earlier =
            quiz::look_back(context_.game.run().history(), {quiz::Role::host, {}}, request_.number);
        entry_.emplace(context_, *earlier.question, false);
        return;
    }
    if (!is_open() || request_.stage != Stage::choices) return;
    const bool marked = quiz::is_marked(*asked().question);
    if (answering()) entry_.emplace(context_, *view_.question, state().plan.rules.asks_confidence && marked);
    if (!counts_hands()) return;
    tally_.clear();
    counted_.clear();
    team_ = 0;
    const auto options = quiz::options_of(asked().question->body).size();
    for (std::size_t seat = 0; seat < state().players.size() && options > 0; ++seat) {
        if (!quiz::is_awaited(state(), seat)) continue;
        counted_.push_back(seat);
        tally_.emplace_back(options);
    }
}

ScreenModel ClassScreen::model() const {
    if (blank_) return BlankModel{};
    if (request_.stage == Stage::standings) return standings_model();
    if (request_.stage != Stage::correcting && state().phase == quiz::Phase::revealed && view_.reveal)
        return shown_reveal();
    return question_model();
}

bool ClassScreen::is_counting() const {
    return counts_hands() && is_open() && team_ < counted_.size() && request_.stage == Stage::choices;
}

std::vector<KeyHint> ClassScreen::hints() const {
    if (blank_) return {};
    if (entry_) {
        // A class reads few words: the first hint says how to answer; the page of keys has them all.
        auto keys = entry_->keys();
        if (keys.size() > 1) keys.resize(1);
        return keys;
    }
    return is_counting() ? TallyEntry::keys(context_.words) : std::vector<KeyHint>{};
}

std::vector<Action> ClassScreen::actions() const {
    if (blank_) {
        // Any of the host's keys shows the picture again.
        return {on(ActionId::blank, &ClassScreen::blank, "does.show_again"),
                on(ActionId::go_on, &ClassScreen::blank, "does.show_again").footer_when(false),
                on(ActionId::previous, &ClassScreen::blank, "does.show_again").footer_when(false),
                on(ActionId::undo, &ClassScreen::blank, "does.show_again").footer_when(false),
                on(ActionId::back, &ClassScreen::blank, "does.show_again").footer_when(false)};
    }
    const bool counting = !entry_ && is_counting();
    const bool may_pass = entry_ && state().plan.rules.passing && request_.stage != Stage::correcting && answering();
    return {on(ActionId::pass, &ClassScreen::pass).when(may_pass),
            on(ActionId::go_on, &ClassScreen::go_on).footer_when(!counting && (!entry_ || all_in(state()))),
            // A clicker has no key for Undo. In a class its other key takes back the last step.
            on(ActionId::previous, &ClassScreen::step_back, "does.undo").footer_when(!counting),
            on(ActionId::undo, &ClassScreen::step_back).footer_when(false),
            on(ActionId::redo, &ClassScreen::redo).footer_when(false),
            on(ActionId::blank, &ClassScreen::blank, "does.blank").footer_when(!counting),
            on(ActionId::end_round, Transition{Push{ShowHostMenu{}}}, "does.host_menu").footer_when(false),
            on(ActionId::host_window).footer_when(false), on(ActionId::back, &ClassScreen::go_back, "does.host_menu")};
}

Transition ClassScreen::redo() { return retrace(context_, quiz::Redo{}); }

Transition ClassScreen::blank() {
    blank_ = !blank_;
    return Stay{};
}

Transition ClassScreen::go_back() {
    if (entry_ && entry_->step_back()) return Stay{};
    if (request_.stage == Stage::correcting) return continue_class(context_);
    return Push{ShowHostMenu{}};
}

std::vector<KeyHint> ClassScreen::all_hints() const { return entry_ ? entry_->keys() : hints(); }

Transition ClassScreen::tick() {
    if (state().paused || !is_open()) return Stay{};
    if (context_.game.run().tick()) return continue_class(context_);
    if (request_.stage != Stage::prompt) return Stay{};
    std::size_t length = code_points(view_.question->prompt);
    for (const quiz::Panel& panel : view_.question->panels) length += code_points(panel.text);
    const bool read = context_.game.run().now() - view_.question->asked_at >= quiz::reading_time(length, 100);
    return read ? go_on() : Transition{Stay{}};
}

Transition ClassScreen::submit(quiz::CommandBody command) {
    const auto phase = state().phase;
    if (const auto done = context_.game.run().submit(std::move(command)); !done) {
        if (done.error() == quiz::Rejection::must_wait) notice_ = context_.words.text("room.must_wait");
        return Stay{};
    }
    notice_.clear();
    if (state().phase != phase) return continue_class(context_);
    prepare();
    return Stay{};
}

Transition ClassScreen::correct(const quiz::Response& right) {
    std::vector<Points> before = points_by_seat(state());
    if (!context_.game.run().submit(quiz::CorrectKey{request_.number, right})) {
        notice_ = context_.words.text("room.same_key");
        return Stay{};
    }
    return GoTo{ShowClass{.stage = Stage::standings, .before = std::move(before)}};
}

Transition ClassScreen::go_on() {
    runner::Runner& run = context_.game.run();
    notice_.clear();
    if (state().paused) {
        context_.game.set_paused(false);
        return continue_class(context_);
    }
    if (request_.stage == Stage::correcting) return continue_class(context_);
    if (request_.stage == Stage::standings) {
        if (is_open()) return continue_class(context_); // a key was corrected in the middle of a question
        (void)run.advance();
        return continue_class(context_);
    }
    if (is_open()) {
        if (request_.stage == Stage::prompt) {
            if (response_mode() == quiz::ResponseMode::buzzers) (void)run.submit(quiz::OpenBuzzers{});
            return GoTo{ShowClass{.stage = Stage::choices}};
        }
        if (counts_hands() && team_ < counted_.size()) return take_tally();
        const bool only_read = std::holds_alternative<quiz::ReadOn>(asked().question->body);
        if (!all_in(state()) && !only_read) {
            notice_ = context_.words.text(response_mode() == quiz::ResponseMode::buzzers && !asked().buzzers.floor
                                              ? "room.nobody_pressed"
                                              : "room.nobody_answered");
            return Stay{};
        }
        return submit(quiz::CloseQuestion{});
    }
    const auto& classes = context_.classes.classes;
    const bool standings = classes.empty() || classes.front().standings;
    if (state().phase == quiz::Phase::revealed && standings && quiz::is_marked(*asked().question)) {
        std::vector<Points> before = points_by_seat(state());
        for (std::size_t seat = 0; seat < asked().answers.size() && !asked().voided; ++seat) {
            if (asked().answers[seat]) before[seat] = before[seat] - asked().answers[seat]->award.points;
        }
        return GoTo{ShowClass{.stage = Stage::standings, .before = std::move(before)}};
    }
    (void)run.advance();
    return continue_class(context_);
}

Transition ClassScreen::step_back() {
    if (request_.stage == Stage::correcting) return continue_class(context_);
    // Pictures come before steps: from the standings back to the reveal takes nothing back.
    if (request_.stage == Stage::standings && !is_open()) return GoTo{ShowClass{}};
    if (counts_hands() && team_ > 0 && request_.stage == Stage::choices && is_open()) {
        tally_[--team_].begin_again();
        return Stay{};
    }
    return retrace(context_, quiz::Undo{});
}

Transition ClassScreen::take_tally() {
    if (tally_[team_].nobody()) {
        notice_ = context_.words.text("room.no_hands");
        return Stay{};
    }
    notice_.clear();
    if (++team_ < counted_.size()) return Stay{};
    quiz::CountHands command;
    for (std::size_t i = 0; i < counted_.size(); ++i)
        command.counts.push_back({state().players[counted_[i]].id, quiz::Raised{tally_[i].hands()}});
    return submit(std::move(command));
}

Transition ClassScreen::handle(const Intent& intent) {
    if (blank_) {
        if (std::holds_alternative<Activate>(intent) || std::holds_alternative<Press>(intent)) blank_ = false;
        return Stay{};
    }
    if (state().paused) return std::holds_alternative<Activate>(intent) ? go_on() : Transition{Stay{}};
    if (const auto* pressed = std::get_if<PressButtons>(&intent)) {
        if (!watches_buttons()) return Stay{};
        quiz::Buzz buzz;
        for (const quiz::Participant& seat : state().players) {
            const std::string button = team_of(context_, seat.id).button;
            if (std::find(pressed->buttons.begin(), pressed->buttons.end(), button) != pressed->buttons.end())
                buzz.players.push_back(seat.id);
        }
        return buzz.players.empty() ? Transition{Stay{}} : submit(std::move(buzz));
    }
    if (request_.stage == Stage::correcting) {
        const auto given = entry_->handle(intent);
        return given ? correct(given->response) : Transition{Stay{}};
    }
    if (request_.stage == Stage::choices && is_open()) {
        if (const auto who = answering(); who && entry_) {
            if (auto given = entry_->handle(intent))
                return submit(quiz::SubmitAnswer{*who, std::move(given->response), given->confidence});
            return Stay{};
        }
        if (counts_hands() && team_ < counted_.size())
            return tally_[team_].handle(intent) ? take_tally() : Transition{Stay{}};
    }
    if (state().phase == quiz::Phase::revealed && request_.stage != Stage::standings) {
        const bool has_sources = !asked().question->sources.empty();
        if (const auto* move = std::get_if<MoveFocus>(&intent); move != nullptr && has_sources)
            focus_ = walked(focus_, move->by, 2);
        const auto* press = std::get_if<Press>(&intent);
        if (press != nullptr) focus_ = press->index;
        if (const auto* focus = std::get_if<FocusOn>(&intent)) focus_ = focus->index;
        const bool sources =
            std::holds_alternative<Hold>(intent) ||
            (focus_ == 0 && has_sources && (std::holds_alternative<Activate>(intent) || press != nullptr));
        if (sources) {
            sources_open_ = !sources_open_;
            return Stay{};
        }
    }
    if (std::holds_alternative<Activate>(intent) || std::holds_alternative<Press>(intent)) return go_on();
    return Stay{};
}

Transition continue_class(Context& context) {
    runner::Runner& run = context.game.run();
    if (run.history().state.phase == quiz::Phase::between) {
        (void)run.advance();
        if (run.history().state.phase == quiz::Phase::asked) return GoTo{ShowClass{.stage = Stage::prompt}};
    }
    if (run.history().state.phase == quiz::Phase::finished) return GoTo{ShowLessonReport{}};
    return GoTo{ShowClass{}};
}

Transition retrace(Context& context, const quiz::CommandBody& step) {
    const quiz::SessionHistory& state = context.game.run().history();
    // Nothing stands still between two questions, nor before the buzzers are open: the step beyond comes along.
    const auto passes_by = [&] {
        const bool open = state.state.phase == quiz::Phase::asked;
        return state.state.phase == quiz::Phase::between || (open && waits_for_buzzers(state.state));
    };
    bool moved = false;
    do {
        if (!context.game.run().submit(step)) break;
        moved = true;
    } while (passes_by());
    return moved ? continue_class(context) : Transition{Stay{}};
}

} // namespace chelate::screens
