#include "game/screens/classroom/class_screen.hpp"

#include <algorithm>

#include "engine/base/text.hpp"
#include "game/screens/presenter/round_effects.hpp"

namespace chelate::screens {

namespace {

/// Returns the stage of a question that nobody has chosen a stage for. A question that nobody has touched is read
/// first.
Stage stage_of(const quiz::View& view) {
    if (view.phase != quiz::Phase::asked) return Stage::choices;
    return view.question->untouched || waits_for_buzzers(view) ? Stage::prompt : Stage::choices;
}

} // namespace

ClassScreen::ClassScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                         const session::LocalFiles& files, TeamNames names, const Display& display, ShowClass request)
    : pack_(pack),
      words_(words),
      rounds_(rounds),
      files_(files),
      names_(names),
      display_(display),
      request_(std::move(request)) {
    if (request_.stage == Stage::by_itself) request_.stage = stage_of(rounds_.view());
    prepare();
}

Effects ClassScreen::enter() { return explained_marking(rounds_.view()); }

bool ClassScreen::counts_hands(const quiz::View& view) {
    const quiz::ResponseMode response_mode = view.rules.response_mode;
    return response_mode == quiz::ResponseMode::hands || response_mode == quiz::ResponseMode::cards;
}

std::optional<quiz::PlayerId> ClassScreen::answering(const quiz::View& view) {
    if (!is_open(view)) return std::nullopt;
    const bool by_turns = view.rules.response_mode == quiz::ResponseMode::turns;
    const auto& who = by_turns ? view.question->turn : view.question->buzzers.floor;
    const auto seat = who ? seat_of(view, *who) : std::nullopt;
    return seat && view.question->awaited[*seat] ? who : std::nullopt;
}

bool ClassScreen::is_counting(const quiz::View& view) const {
    return counts_hands(view) && is_open(view) && team_ < counted_.size() && request_.stage == Stage::choices;
}

bool ClassScreen::watches_buttons(const quiz::View& view) const {
    return is_open(view) && view.rules.response_mode == quiz::ResponseMode::buzzers && !view.question->buzzers.floor &&
           request_.stage != Stage::correcting && !view.paused;
}

bool ClassScreen::watches_buttons() const { return watches_buttons(rounds_.view()); }

bool ClassScreen::keeps_time() const {
    const quiz::View view = rounds_.view();
    return is_open(view) && (request_.stage == Stage::prompt || watches_buttons(view));
}

void ClassScreen::prepare() {
    const quiz::View view = rounds_.view();
    entry_.reset();
    focus_ = view.phase == quiz::Phase::revealed ? 1 : 0; // the button that goes on comes after the sources
    if (request_.stage == Stage::correcting) {
        entry_.emplace(pack_, words_, *rounds_.look_back(request_.number).question);
        return;
    }
    if (!is_open(view) || request_.stage != Stage::choices) return;
    const quiz::QuestionView& question = *view.question;
    if (answering(view))
        entry_.emplace(pack_, words_, question, question.marked ? view.rules.confidence : quiz::ConfidenceUse::none);
    if (!counts_hands(view)) return;
    tally_.clear();
    counted_.clear();
    team_ = 0;
    const std::size_t options = option_count(question.answer);
    for (std::size_t seat = 0; seat < question.awaited.size() && options > 0; ++seat) {
        if (!question.awaited[seat]) continue;
        counted_.push_back(seat);
        const std::size_t names = names_.team_of(view.standings[seat].player).members.size();
        tally_.emplace_back(options, hand_limit(words_, names, files_.classes().classes.front().people));
    }
}

ScreenModel ClassScreen::model() const {
    if (blank_) return BlankModel{};
    quiz::View view = rounds_.view();
    if (request_.stage == Stage::standings) return standings_model(view);
    if (request_.stage != Stage::correcting && view.phase == quiz::Phase::revealed && view.reveal)
        return told(std::move(view));
    return question_model(view);
}

std::vector<KeyHint> ClassScreen::hints() const {
    if (blank_) return {};
    if (entry_) {
        // A class reads few words: the first hint says how to answer. The page of keys has them all.
        auto keys = entry_->keys();
        if (keys.size() > 1) keys.resize(1);
        return keys;
    }
    return is_counting(rounds_.view()) ? TallyEntry::keys(words_) : std::vector<KeyHint>{};
}

std::vector<KeyHint> ClassScreen::all_hints() const { return entry_ ? entry_->keys() : hints(); }

std::vector<Action> ClassScreen::actions() const {
    if (blank_) {
        // Any of the host's keys shows the picture again.
        return {on(ActionId::blank, &ClassScreen::blank, "does.show_again"),
                on(ActionId::go_on, &ClassScreen::blank, "does.show_again").footer_when(false),
                on(ActionId::previous, &ClassScreen::blank, "does.show_again").footer_when(false),
                on(ActionId::undo, &ClassScreen::blank, "does.show_again").footer_when(false),
                on(ActionId::back, &ClassScreen::blank, "does.show_again").footer_when(false)};
    }
    const quiz::View view = rounds_.view();
    const bool counting = !entry_ && is_counting(view);
    const bool may_pass = entry_ && view.rules.passing && request_.stage != Stage::correcting && answering(view);
    return {on(ActionId::pass, &ClassScreen::pass).when(may_pass),
            on(ActionId::go_on, &ClassScreen::go_on).footer_when(!counting && (!entry_ || all_in(view))),
            // A clicker has no key for Undo. In a class its other key takes back the last step.
            on(ActionId::previous, &ClassScreen::step_back, "does.undo").footer_when(!counting),
            on(ActionId::undo, &ClassScreen::step_back).footer_when(false),
            on(ActionId::redo, &ClassScreen::redo).footer_when(false),
            on(ActionId::blank, &ClassScreen::blank, "does.blank").footer_when(!counting),
            on(ActionId::end_round, Effects{ShowOver{ShowHostMenu{}}}, "does.host_menu").footer_when(false),
            on(ActionId::host_window).footer_when(false), on(ActionId::back, &ClassScreen::go_back, "does.host_menu")};
}

Effects ClassScreen::pass() {
    const auto who = answering(rounds_.view());
    return who ? submit(quiz::PassQuestion{*who}) : Effects{};
}

Effects ClassScreen::blank() {
    blank_ = !blank_;
    return {};
}

Effects ClassScreen::go_back() {
    if (entry_ && entry_->step_back()) return {};
    if (request_.stage == Stage::correcting) return continue_class(rounds_);
    return ShowOver{ShowHostMenu{}};
}

Effects ClassScreen::tick() {
    if (request_.stage != Stage::prompt) return {};
    const quiz::View view = rounds_.view();
    if (view.paused || !is_open(view)) return {};
    std::size_t length = code_points(view.question->prompt);
    for (const quiz::Panel& panel : view.question->panels) length += code_points(panel.text);
    const bool is_read = rounds_.now() - view.question->asked_at >= quiz::reading_time(length, 100);
    return is_read ? go_on() : Effects{};
}

Effects ClassScreen::submit(quiz::CommandBody command) {
    const quiz::Phase phase = rounds_.view().phase;
    return Submit{std::move(command), [this, phase](const Result<void>& done) -> Effects {
                      if (!done) {
                          if (done.error().code == to_string(quiz::Rejection::must_wait))
                              notice_ = words_.text("class.must_wait");
                          return {};
                      }
                      notice_.clear();
                      if (rounds_.view().phase != phase) return continue_class(rounds_);
                      prepare();
                      return {};
                  }};
}

Effects ClassScreen::correct(const quiz::Response& right) {
    return Submit{quiz::CommandBody{quiz::CorrectKey{request_.number, right}},
                  [this, before = points_by_seat(rounds_.view())](const Result<void>& corrected) -> Effects {
                      if (corrected) return Show{ShowClass{.stage = Stage::standings, .before = before}};
                      notice_ = words_.text("class.same_key");
                      return {};
                  }};
}

Effects ClassScreen::go_on() {
    const quiz::View view = rounds_.view();
    notice_.clear();
    if (view.paused) return continue_after(session::ContinueRound{}, rounds_);
    if (request_.stage == Stage::correcting) return continue_class(rounds_);
    if (request_.stage == Stage::standings) {
        if (is_open(view)) return continue_class(rounds_); // a key was corrected in the middle of a question
        return continue_after(session::GoOn{}, rounds_);
    }
    if (is_open(view)) return go_on_in_question(view);
    if (view.phase == quiz::Phase::revealed && shows_standings(files_) && view.question->marked) {
        std::vector<Points> before = points_by_seat(view);
        const auto& answers = view.reveal->everybody;
        for (std::size_t seat = 0; seat < answers.size() && !view.question->voided; ++seat) {
            if (answers[seat]) before[seat] = before[seat] - answers[seat]->award.points;
        }
        return Show{ShowClass{.stage = Stage::standings, .before = std::move(before)}};
    }
    return continue_after(session::GoOn{}, rounds_);
}

Effects ClassScreen::go_on_in_question(const quiz::View& view) {
    const bool by_buzzers = view.rules.response_mode == quiz::ResponseMode::buzzers;
    if (request_.stage == Stage::prompt) {
        const Show choices{ShowClass{.stage = Stage::choices}};
        if (!by_buzzers) return choices;
        return Effects{Submit{quiz::CommandBody{quiz::OpenBuzzers{}}}}.and_then(choices);
    }
    if (counts_hands(view) && team_ < counted_.size()) return take_tally(view);
    const bool is_only_read = std::holds_alternative<quiz::ReadView>(view.question->answer);
    if (!all_in(view) && !is_only_read) {
        notice_ =
            words_.text(by_buzzers && !view.question->buzzers.floor ? "class.nobody_pressed" : "class.nobody_answered");
        return {};
    }
    return submit(quiz::CloseQuestion{});
}

Effects ClassScreen::step_back() {
    if (request_.stage == Stage::correcting) return continue_class(rounds_);
    const quiz::View view = rounds_.view();
    const bool open = is_open(view);
    // From the standings back to the reveal, no step is taken back.
    if (request_.stage == Stage::standings && !open) return Show{ShowClass{}};
    if (counts_hands(view) && team_ > 0 && request_.stage == Stage::choices && open) {
        tally_[--team_].begin_again();
        return {};
    }
    return retrace(false, rounds_);
}

Effects ClassScreen::take_tally(const quiz::View& view) {
    if (tally_[team_].nobody()) {
        notice_ = words_.text("class.no_hands");
        return {};
    }
    notice_.clear();
    if (++team_ < counted_.size()) return {};
    quiz::CountHands command;
    for (std::size_t i = 0; i < counted_.size(); ++i)
        command.counts.push_back({view.standings[counted_[i]].player, quiz::Raised{tally_[i].hands()}});
    return submit(std::move(command));
}

Effects ClassScreen::buzz(const PressButtons& pressed, const quiz::View& view) {
    quiz::Buzz buzz;
    for (const quiz::Standing& standing : view.standings) {
        const std::string button = names_.team_of(standing.player).button;
        if (std::find(pressed.buttons.begin(), pressed.buttons.end(), button) != pressed.buttons.end())
            buzz.players.push_back(standing.player);
    }
    return buzz.players.empty() ? Effects{} : submit(std::move(buzz));
}

bool ClassScreen::handle_sources(const Intent& intent, const quiz::View& view) {
    const bool has_sources = !view.reveal->question->sources.empty();
    if (const auto* move = std::get_if<MoveFocus>(&intent); move != nullptr && has_sources)
        focus_ = walked(focus_, move->by, 2);
    const auto* press = std::get_if<Press>(&intent);
    if (press != nullptr) focus_ = press->index;
    if (const auto* focus = std::get_if<FocusOn>(&intent)) focus_ = focus->index;
    const bool is_chosen = std::holds_alternative<Activate>(intent) || press != nullptr;
    if (!std::holds_alternative<Hold>(intent) && !(focus_ == 0 && has_sources && is_chosen)) return false;
    sources_open_ = !sources_open_;
    return true;
}

Effects ClassScreen::handle(const Intent& intent) {
    if (blank_) {
        if (std::holds_alternative<Activate>(intent) || std::holds_alternative<Press>(intent)) blank_ = false;
        return {};
    }
    const quiz::View view = rounds_.view();
    if (view.paused) return std::holds_alternative<Activate>(intent) ? go_on() : Effects{};
    if (const auto* pressed = std::get_if<PressButtons>(&intent))
        return watches_buttons(view) ? buzz(*pressed, view) : Effects{};
    if (request_.stage == Stage::correcting) {
        const auto given = entry_->handle(intent);
        return given ? correct(given->response) : Effects{};
    }
    if (request_.stage == Stage::choices && is_open(view)) {
        if (const auto who = answering(view); who && entry_) {
            if (auto given = entry_->handle(intent))
                return submit(quiz::SubmitAnswer{*who, std::move(given->response), given->confidence});
            return {};
        }
        if (is_counting(view)) return tally_[team_].handle(intent) ? take_tally(view) : Effects{};
    }
    if (view.phase == quiz::Phase::revealed && request_.stage != Stage::standings && handle_sources(intent, view))
        return {};
    if (std::holds_alternative<Activate>(intent) || std::holds_alternative<Press>(intent)) return go_on();
    return {};
}

} // namespace chelate::screens
