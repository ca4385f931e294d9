#include "game/app/room/room_screen.hpp"

#include <algorithm>
#include <numeric>

#include "engine/base/text.hpp"
#include "game/app/wording.hpp"

namespace chelate::app {

namespace {

constexpr int longest_count = 4; ///< digits
constexpr std::size_t most_shown = 5; ///< in the standings

/// Cards as a room knows them: a letter and a shape, never a number.
void letter(std::vector<ChoiceCard>& cards) {
    for (std::size_t i = 0; i < cards.size(); ++i) {
        cards[i].number = letter_of(i);
        cards[i].sign = sign_of(i);
    }
}

int number_in(const std::string& digits) {
    int number = 0;
    for (const char c : digits) number = number * 10 + (c - '0');
    return number;
}

} // namespace

RoomScreen::RoomScreen(Context& context, ShowRoom request) : context_(context), request_(std::move(request)), view_(context.game.view()) {
    if (request_.stage == Stage::by_itself) request_.stage = Stage::choices;
    prepare();
}

bool RoomScreen::counts_hands() const { return taking() == quiz::Taking::hands || taking() == quiz::Taking::cards; }

std::optional<quiz::PlayerId> RoomScreen::answering() const {
    if (!is_open()) return std::nullopt;
    const auto who = taking() == quiz::Taking::turns ? asked().turn : asked().buzzers.floor;
    const auto seat = who ? quiz::seat_of(board(), *who) : std::nullopt;
    return seat && quiz::is_awaited(board(), *seat) ? who : std::nullopt;
}

bool RoomScreen::all_in() const {
    for (std::size_t seat = 0; seat < board().players.size(); ++seat) {
        if (quiz::is_awaited(board(), seat)) return false;
    }
    return true;
}

bool RoomScreen::watches_buttons() const {
    return is_open() && taking() == quiz::Taking::buzzers && !asked().buzzers.floor && request_.stage != Stage::correcting && !board().paused;
}

void RoomScreen::prepare() {
    view_ = context_.game.view();
    entry_.reset();
    focus_ = board().phase == quiz::Phase::revealed ? 1 : 0; // the button that goes on, after the sources
    if (request_.stage == Stage::correcting) {
        const quiz::View earlier = quiz::look_back(context_.game.run().state(), {quiz::Role::host, {}}, request_.number);
        entry_.emplace(context_, *earlier.question, false);
        return;
    }
    if (!is_open() || request_.stage != Stage::choices) return;
    const bool marked = quiz::is_marked(*asked().question);
    if (answering()) entry_.emplace(context_, *view_.question, board().program.rules.certainty && marked);
    if (!counts_hands()) return;
    tally_.clear();
    counted_.clear();
    team_ = 0;
    const auto options = quiz::options_of(asked().question->body).size();
    for (std::size_t seat = 0; seat < board().players.size() && options > 0; ++seat) {
        if (!quiz::is_awaited(board(), seat)) continue;
        counted_.push_back(seat);
        tally_.emplace_back(options);
    }
}

std::string RoomScreen::state_word() const {
    const auto& words = context_.words;
    if (board().paused) return words.text("room.paused");
    if (request_.stage == Stage::correcting) return words.text("room.correcting");
    if (!is_open() || request_.stage == Stage::standings) return {};
    if (request_.stage == Stage::prompt) return words.text("room.read");
    if (const auto who = answering()) {
        std::string name = team_name(context_, *who);
        const auto& members = team_of(context_, *who).members;
        if (!members.empty()) {
            // Everybody's turn comes: by how often the team has been asked.
            const auto turns = std::count_if(board().asked.begin(), board().asked.end(), [&](const quiz::Asked& one) { return !one.voided && one.turn == who; });
            const std::size_t turn = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, turns - 1)) % members.size();
            name = words.text("room.team_and_member", {{"team", name}, {"name", context_.shown_name(members[turn])}});
        }
        if (!asked().buzzers.tied.empty() && taking() == quiz::Taking::buzzers) return words.text("room.dead_heat", {{"team", name}});
        return words.text(taking() == quiz::Taking::turns ? "room.turn" : "room.pressed", {{"team", name}});
    }
    if (taking() == quiz::Taking::buzzers) return words.text("room.press");
    if (all_in()) return words.text("room.all_in");
    return words.text(taking() == quiz::Taking::cards ? "room.show_cards" : counts_hands() ? "room.show_hands" : "room.answers");
}

void RoomScreen::say_of_teams(std::vector<TeamModel>& teams) const {
    const auto& words = context_.words;
    if (!is_open() || request_.stage == Stage::standings || request_.stage == Stage::correcting) return;
    const auto who = answering();
    for (std::size_t seat = 0; seat < teams.size() && seat < asked().answers.size(); ++seat) {
        TeamModel& team = teams[seat];
        if (board().gone[seat]) continue;
        const quiz::PlayerId& player = board().players[seat].id;
        team.lit = who == player;
        if (taking() == quiz::Taking::buzzers) {
            if (asked().answers[seat]) {
                team.word = words.text("room.was_wrong");
                team.quiet = true;
            } else if (asked().buzzers.waits[seat] > context_.game.run().now()) {
                team.word = words.text("room.too_early");
            } else if (!who) {
                team.word = team_of(context_, player).button;
            }
        } else if (asked().answers[seat]) {
            team.word = words.text(counts_hands() ? "room.counted" : "room.answered");
        } else if (taking() == quiz::Taking::turns) {
            team.quiet = !team.lit;
        }
    }
    if (counts_hands() && team_ < counted_.size() && counted_.size() > 1) teams[counted_[team_]].lit = true;
}

RoomStrip RoomScreen::strip() const {
    RoomStrip strip;
    strip.state = state_word();
    if (context_.strip_hidden) return strip;
    strip.teams = teams_of(context_, view_);
    say_of_teams(strip.teams);
    return strip;
}

AnswerModel RoomScreen::choices_shown() const {
    // Without somebody to answer, what there is to choose is only shown.
    QuestionModel shown;
    AnswerEntry(context_, *view_.question, false).show(shown);
    return shown.answer;
}

AnswerModel RoomScreen::spread() const {
    const auto options = quiz::options_of(asked().question->body).size();
    const std::vector<int> chosen = chosen_of(view_.question->given, options);
    const int all = std::accumulate(chosen.begin(), chosen.end(), 0);
    AnswerModel shown = choices_shown();
    auto* cards = std::get_if<ChoiceModel>(&shown);
    if (cards == nullptr || all == 0) return shown;
    letter(cards->choices);
    SpreadModel model;
    for (std::size_t i = 0; i < cards->choices.size(); ++i) {
        model.bars.push_back({cards->choices[i], static_cast<double>(chosen[i]) / all, context_.words.number(chosen[i])});
    }
    return model;
}

QuestionModel RoomScreen::question_model() const {
    const auto& words = context_.words;
    const bool correcting = request_.stage == Stage::correcting;
    const quiz::View earlier = correcting ? quiz::look_back(context_.game.run().state(), {quiz::Role::host, {}}, request_.number) : view_;
    const quiz::QuestionView& question = *earlier.question;
    QuestionModel model;
    model.round = round_name(context_, board().program.round);
    model.counter = words.text("question.counter", {{"number", words.number(question.number)}, {"of", words.number(view_.planned)}});
    model.progress = static_cast<double>(question.number - 1) / std::max(1, view_.planned);
    model.topic = topic_name(context_.game.pack(), question.topic);
    model.prompt = question.prompt;
    model.panels = panels_of(question.panels);
    model.notice = notice_;
    model.room = strip();
    model.answer = ReadModel{};
    model.keys = Keys::none;
    model.focus = -1;
    if (!correcting && taking() == quiz::Taking::turns) model.clock = clock_of(context_, question);
    if (request_.stage == Stage::prompt) return model;
    if (entry_) {
        entry_->show(model);
        if (entry_->asks_how_sure()) return model;
    } else if (counts_hands() && team_ < counted_.size()) {
        TallyModel tally;
        AnswerModel shown = choices_shown();
        if (auto* cards = std::get_if<ChoiceModel>(&shown)) tally.choices = std::move(cards->choices);
        letter(tally.choices);
        tally.counts = tally_[team_];
        if (board().players.size() > 1) tally.who = words.text("room.hands_of", {{"team", team_name(context_, board().players[counted_[team_]].id)}});
        const bool last = team_ + 1 == counted_.size();
        model.instruction = words.text(taking() == quiz::Taking::cards ? "room.count_cards" : "room.count_hands");
        model.check = words.text(last ? "room.take_count" : "room.next_team");
        model.check_focus = static_cast<int>(tally.choices.size());
        model.keys = Keys::count;
        model.focus = focus_;
        model.answer = std::move(tally);
    } else {
        model.answer = is_open() && all_in() && counts_hands() ? spread() : choices_shown();
    }
    if (auto* cards = std::get_if<ChoiceModel>(&model.answer)) letter(cards->choices);
    return model;
}

RevealModel RoomScreen::shown_reveal() const {
    const auto& words = context_.words;
    quiz::View view = view_;
    quiz::RevealView& reveal = *view.reveal;
    const quiz::Question& question = *reveal.question;
    // The team that answered last is "you": whose turn it was, who pressed and was right.
    std::optional<std::size_t> seat;
    if (!counts_hands()) {
        if (view.question->turn) seat = quiz::seat_of(board(), *view.question->turn);
        for (std::size_t i = 0; i < reveal.everybody.size() && taking() == quiz::Taking::buzzers; ++i) {
            const auto& answer = reveal.everybody[i];
            if (answer && answer->response && (!seat || answer->award.credit != Fraction::zero())) seat = i;
        }
    }
    if (seat && *seat < reveal.everybody.size()) reveal.judgement = reveal.everybody[*seat];
    RevealModel model = reveal_model(context_, view);
    model.round = round_name(context_, board().program.round);
    model.counter = words.text("question.counter", {{"number", words.number(view.question->number)}, {"of", words.number(view.planned)}});
    model.progress = static_cast<double>(view.question->number) / std::max(1, view.planned);
    if (!context_.game.run().keeps_journal()) model.saved_text = words.text("room.rehearsal");
    if (seat && reveal.judgement && model.outcome != Mark::none) {
        model.verdict = words.text("room.verdict", {{"team", team_name(context_, board().players[*seat].id)}, {"verdict", model.verdict}});
    } else if (quiz::is_marked(question)) {
        model.outcome = Mark::none;
        model.award.clear();
        const std::vector<int> hands = hands_of(view.question->given);
        const int all = std::accumulate(hands.begin(), hands.end(), 0);
        int right = 0;
        for (std::size_t i = 0; i < hands.size(); ++i) {
            if (quiz::credit_of(quiz::Picked{static_cast<std::uint8_t>(i)}, question, reveal.shown) == Fraction::one()) right = hands[i];
        }
        model.verdict = all > 0 ? words.plural("room.hands_right", right, {{"all", words.number(all)}}) : words.text("room.the_answer");
    }
    if (auto* choices = std::get_if<MarkedChoices>(&model.answer)) {
        const std::vector<int> chosen = chosen_of(view.question->given, choices->choices.size());
        for (std::size_t i = 0; i < choices->choices.size(); ++i) {
            MarkedChoice& choice = choices->choices[i];
            choice.card.number = letter_of(i);
            choice.card.sign = sign_of(i);
            if (counts_hands() && chosen[i] > 0) {
                const std::string hands = words.plural("room.hands", chosen[i]);
                choice.word = choice.word.empty() ? hands : words.text("room.word_and_hands", {{"word", choice.word}, {"hands", hands}});
            }
        }
    }
    if (reveal.corrected) model.why_heading = words.text("room.corrected");
    model.sources_open = sources_open_;
    const bool last = view.question->number >= view.planned;
    const bool standings = context_.classes.classes.empty() || context_.classes.classes.front().standings;
    model.next = words.text(standings ? "room.to_standings" : last ? "reveal.to_result" : "reveal.next");
    model.focus = focus_;
    model.room = strip();
    return model;
}

StandingsModel RoomScreen::standings_model() const {
    const auto& words = context_.words;
    StandingsModel model;
    const int number = view_.question ? view_.question->number : 0;
    model.round = round_name(context_, board().program.round);
    model.counter = words.text("question.counter", {{"number", words.number(number)}, {"of", words.number(view_.planned)}});
    model.progress = static_cast<double>(number) / std::max(1, view_.planned);
    model.heading = words.text("standings.heading");
    model.next = words.text(number >= view_.planned ? "reveal.to_result" : "reveal.next");
    model.room = strip();
    if (board().program.rules.goal_percent > 0) {
        const Fraction share = reached(view_);
        const auto percent = rounded_product(100, share);
        model.goal = GoalModel{words.text(percent >= board().program.rules.goal_percent ? "standings.goal_reached" : "standings.goal",
                                          {{"percent", words.number(percent)}, {"goal", words.number(board().program.rules.goal_percent)}}),
                               static_cast<double>(share.num) / static_cast<double>(share.den), board().program.rules.goal_percent / 100.0};
        model.heading = words.text("standings.together");
        return model;
    }
    std::vector<std::size_t> order;
    for (std::size_t seat = 0; seat < view_.standings.size(); ++seat) {
        if (!view_.standings[seat].gone) order.push_back(seat);
    }
    const auto points = [&](std::size_t seat) { return view_.standings[seat].score.points.count; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return points(a) > points(b); });
    const std::size_t shown = std::min(most_shown, (order.size() + 1) / 2);
    const std::int64_t most = order.empty() ? 0 : std::max<std::int64_t>(1, points(order.front()));
    std::size_t place = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t seat = order[i];
        if (i == 0 || points(seat) != points(order[i - 1])) place = i + 1; // equal points, equal place
        if (i >= shown && place > shown) break;
        const quiz::PlayerId& id = view_.standings[seat].player;
        StandingRow row{words.number(static_cast<std::int64_t>(place)), look_of(team_of(context_, id)), team_name(context_, id), words.number(points(seat))};
        row.share = static_cast<double>(std::max<std::int64_t>(0, points(seat))) / static_cast<double>(most);
        if (seat < request_.before.size() && request_.before[seat].count != points(seat)) {
            const std::int64_t change = points(seat) - request_.before[seat].count;
            row.change = words.text(change > 0 ? "standings.more" : "standings.less", {{"points", words.number(std::abs(change))}});
        }
        model.rows.push_back(std::move(row));
        if (model.rows.size() == most_shown) break;
    }
    if (model.rows.size() < order.size()) model.note = words.text("standings.upper");
    return model;
}

ScreenModel RoomScreen::model() const {
    if (blank_) return BlankModel{};
    if (request_.stage == Stage::standings) return standings_model();
    if (request_.stage != Stage::correcting && board().phase == quiz::Phase::revealed && view_.reveal) return shown_reveal();
    return question_model();
}

std::vector<KeyHint> RoomScreen::footer() const {
    const auto& words = context_.words;
    if (blank_) return {{words.text("key.full_stop"), words.text("does.show_again"), Click::blank}};
    std::vector<KeyHint> hints;
    if (entry_) {
        for (const KeyHint& hint : entry_->keys()) hints.push_back(hint);
        if (board().program.rules.passing && request_.stage != Stage::correcting) hints.push_back({words.text("key.f3"), words.text("does.pass"), Click::pass});
    } else if (counts_hands() && is_open() && team_ < counted_.size() && request_.stage == Stage::choices) {
        hints.push_back({words.text("key.number_keys"), words.text("does.count")});
        hints.push_back({words.text("key.up_down"), words.text("does.one_more")});
        hints.push_back({words.text("key.enter"), words.text("does.next_count")});
    }
    if (!entry_ || all_in()) hints.push_back({words.text("key.page_down"), words.text("does.go_on"), Click::go_on});
    hints.push_back({words.text("key.page_up"), words.text("does.undo"), Click::undo});
    hints.push_back({words.text("key.full_stop"), words.text("does.blank"), Click::blank});
    hints.push_back({words.text("key.esc"), words.text("does.host_menu"), Click::back});
    return hints;
}

Transition RoomScreen::tick() {
    if (board().paused || !is_open()) return Stay{};
    if (context_.game.run().tick()) return room_now(context_);
    if (request_.stage != Stage::prompt) return Stay{};
    std::size_t length = code_points(view_.question->prompt);
    for (const quiz::Panel& panel : view_.question->panels) length += code_points(panel.text);
    const bool read = context_.game.run().now() - view_.question->asked_at >= quiz::reading_time(length, 100);
    return read ? go_on() : Transition{Stay{}};
}

Transition RoomScreen::submit(quiz::CommandBody command) {
    const auto phase = board().phase;
    if (const auto done = context_.game.run().submit(std::move(command)); !done) {
        if (done.error() == quiz::Rejection::must_wait) notice_ = context_.words.text("room.must_wait");
        return Stay{};
    }
    notice_.clear();
    if (board().phase != phase) return room_now(context_);
    prepare();
    return Stay{};
}

Transition RoomScreen::correct(const quiz::Response& right) {
    std::vector<Points> before;
    for (const quiz::Score& score : board().scores) before.push_back(score.points);
    if (!context_.game.run().submit(quiz::CorrectKey{request_.number, right})) {
        notice_ = context_.words.text("room.same_key");
        return Stay{};
    }
    return GoTo{ShowRoom{.stage = Stage::standings, .before = std::move(before)}};
}

Transition RoomScreen::go_on() {
    runner::Runner& run = context_.game.run();
    notice_.clear();
    if (board().paused) {
        context_.game.set_paused(false);
        return room_now(context_);
    }
    if (request_.stage == Stage::correcting) return room_now(context_);
    if (request_.stage == Stage::standings) {
        if (is_open()) return room_now(context_); // a key was corrected in the middle of a question
        (void)run.advance();
        return room_now(context_);
    }
    if (is_open()) {
        if (request_.stage == Stage::prompt) {
            if (taking() == quiz::Taking::buzzers) (void)run.submit(quiz::OpenBuzzers{});
            return GoTo{ShowRoom{.stage = Stage::choices}};
        }
        if (counts_hands() && team_ < counted_.size()) return take_tally();
        const bool only_read = std::holds_alternative<quiz::ReadOn>(asked().question->body);
        if (!all_in() && !only_read) {
            notice_ = context_.words.text(taking() == quiz::Taking::buzzers && !asked().buzzers.floor ? "room.nobody_pressed" : "room.nobody_answered");
            return Stay{};
        }
        return submit(quiz::CloseQuestion{});
    }
    const auto& classes = context_.classes.classes;
    const bool standings = classes.empty() || classes.front().standings;
    if (board().phase == quiz::Phase::revealed && standings && quiz::is_marked(*asked().question)) {
        std::vector<Points> before;
        for (std::size_t seat = 0; seat < board().scores.size(); ++seat) {
            const bool answered = seat < asked().answers.size() && asked().answers[seat];
            before.push_back(board().scores[seat].points - (answered ? asked().answers[seat]->award.points : Points{}));
        }
        return GoTo{ShowRoom{.stage = Stage::standings, .before = std::move(before)}};
    }
    (void)run.advance();
    return room_now(context_);
}

Transition RoomScreen::step_back() {
    if (request_.stage == Stage::correcting) return room_now(context_);
    // Pictures come before steps: from the standings back to the reveal takes nothing back.
    if (request_.stage == Stage::standings && !is_open()) return GoTo{ShowRoom{}};
    if (counts_hands() && team_ > 0 && request_.stage == Stage::choices && is_open()) {
        --team_;
        focus_ = 0;
        return Stay{};
    }
    if (!context_.game.run().submit(quiz::Undo{})) return Stay{};
    return room_now(context_);
}

Transition RoomScreen::take_tally() {
    auto& counts = tally_[team_];
    const bool nobody = std::all_of(counts.begin(), counts.end(), [](const std::string& digits) { return number_in(digits) == 0; });
    if (nobody) {
        notice_ = context_.words.text("room.no_hands");
        return Stay{};
    }
    notice_.clear();
    focus_ = 0;
    if (++team_ < counted_.size()) return Stay{};
    quiz::CountHands command;
    for (std::size_t i = 0; i < counted_.size(); ++i) {
        quiz::Raised raised;
        for (const std::string& digits : tally_[i]) raised.hands.push_back(static_cast<std::uint16_t>(number_in(digits)));
        command.counts.push_back({board().players[counted_[i]].id, std::move(raised)});
    }
    return submit(std::move(command));
}

Transition RoomScreen::handle_tally(const Intent& intent) {
    auto& counts = tally_[team_];
    const int options = static_cast<int>(counts.size());
    const auto add = [&](int option, int by) {
        if (option < 0 || option >= options) return;
        std::string& digits = counts[static_cast<std::size_t>(option)];
        digits = std::to_string(std::clamp(number_in(digits) + by, 0, quiz::most_hands));
    };
    if (const auto* move = std::get_if<MoveFocus>(&intent)) focus_ = walked(focus_, move->by, options + 1);
    if (const auto* focus = std::get_if<FocusOn>(&intent); focus != nullptr && focus->index >= 0 && focus->index <= options) focus_ = focus->index;
    if (const auto* adjust = std::get_if<Adjust>(&intent)) add(focus_, adjust->by);
    if (const auto* press = std::get_if<Press>(&intent)) {
        if (press->index == options) return take_tally();
        focus_ = press->index;
        add(press->index, 1);
    }
    if (const auto* typed = std::get_if<TypeText>(&intent); typed != nullptr && focus_ < options) {
        std::string& digits = counts[static_cast<std::size_t>(focus_)];
        for (const char c : typed->text) {
            if (c >= '0' && c <= '9' && static_cast<int>(digits.size()) < longest_count) digits += c;
        }
    }
    if (const auto* edit = std::get_if<EditText>(&intent); edit != nullptr && focus_ < options) {
        std::string& digits = counts[static_cast<std::size_t>(focus_)];
        if (!digits.empty()) digits.pop_back();
    }
    if (std::holds_alternative<Activate>(intent)) {
        if (focus_ == options) return take_tally();
        focus_ = focus_ + 1; // after the last count the button
    }
    return Stay{};
}

Transition RoomScreen::handle(const Intent& intent) {
    if (std::holds_alternative<BlankScreen>(intent) || blank_) {
        const bool any_key = std::holds_alternative<BlankScreen>(intent) || std::holds_alternative<GoOn>(intent) || std::holds_alternative<StepBack>(intent) ||
                             std::holds_alternative<Activate>(intent) || std::holds_alternative<Back>(intent) || std::holds_alternative<Press>(intent);
        if (any_key) blank_ = !blank_;
        return Stay{};
    }
    if (std::holds_alternative<StepBack>(intent)) return step_back();
    if (std::holds_alternative<StepAgain>(intent)) return context_.game.run().submit(quiz::Redo{}) ? room_now(context_) : Transition{Stay{}};
    if (std::holds_alternative<GoOn>(intent)) return go_on();
    if (std::holds_alternative<EndRound>(intent)) return Push{ShowHostMenu{}};
    if (std::holds_alternative<Back>(intent)) {
        if (entry_ && entry_->step_back()) return Stay{};
        if (request_.stage == Stage::correcting) return room_now(context_);
        return Push{ShowHostMenu{}};
    }
    if (board().paused) return std::holds_alternative<Activate>(intent) ? go_on() : Transition{Stay{}};
    if (const auto* pressed = std::get_if<PressButtons>(&intent)) {
        if (!watches_buttons()) return Stay{};
        quiz::Buzz buzz;
        for (const quiz::Seat& seat : board().players) {
            const std::string button = team_of(context_, seat.id).button;
            if (std::find(pressed->buttons.begin(), pressed->buttons.end(), button) != pressed->buttons.end()) buzz.players.push_back(seat.id);
        }
        return buzz.players.empty() ? Transition{Stay{}} : submit(std::move(buzz));
    }
    if (request_.stage == Stage::correcting) {
        const auto given = entry_->handle(intent);
        return given ? correct(given->response) : Transition{Stay{}};
    }
    if (request_.stage == Stage::choices && is_open()) {
        if (const auto who = answering(); who && entry_) {
            if (std::holds_alternative<PassOver>(intent)) return submit(quiz::PassQuestion{*who});
            if (auto given = entry_->handle(intent)) return submit(quiz::SubmitAnswer{*who, std::move(given->response), given->sure});
            return Stay{};
        }
        if (counts_hands() && team_ < counted_.size()) return handle_tally(intent);
    }
    if (board().phase == quiz::Phase::revealed && request_.stage != Stage::standings) {
        const bool has_sources = !asked().question->sources.empty();
        if (const auto* move = std::get_if<MoveFocus>(&intent); move != nullptr && has_sources) focus_ = walked(focus_, move->by, 2);
        const auto* press = std::get_if<Press>(&intent);
        if (press != nullptr) focus_ = press->index;
        if (const auto* focus = std::get_if<FocusOn>(&intent)) focus_ = focus->index;
        const bool sources = std::holds_alternative<Hold>(intent) || (focus_ == 0 && has_sources && (std::holds_alternative<Activate>(intent) || press != nullptr));
        if (sources) {
            sources_open_ = !sources_open_;
            return Stay{};
        }
    }
    if (std::holds_alternative<Activate>(intent) || std::holds_alternative<Press>(intent)) return go_on();
    return Stay{};
}

Transition room_now(Context& context) {
    runner::Runner& run = context.game.run();
    if (run.state().board.phase == quiz::Phase::between) {
        (void)run.advance();
        if (run.state().board.phase == quiz::Phase::asked) return GoTo{ShowRoom{.stage = Stage::prompt}};
    }
    if (run.state().board.phase == quiz::Phase::finished) return GoTo{ShowLessonReport{}};
    // After a reveal `advance` has asked the next one; it has just begun when nothing has happened to it yet.
    const bool fresh = run.state().board.phase == quiz::Phase::asked && std::holds_alternative<quiz::QuestionAsked>(run.state().log.back().body);
    return GoTo{ShowRoom{.stage = fresh ? Stage::prompt : Stage::choices}};
}

} // namespace chelate::app
