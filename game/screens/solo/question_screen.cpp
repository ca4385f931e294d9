#include "game/screens/solo/question_screen.hpp"

#include <utility>

#include "game/screens/presenter/figure_player.hpp"
#include "game/screens/presenter/round_effects.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

QuestionScreen::QuestionScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                               const session::Players& players, bool in_kiosk)
    : pack_(pack),
      words_(words),
      rounds_(rounds),
      players_(players),
      in_kiosk_(in_kiosk),
      view_(rounds.view()),
      explained_(words_of(pack, question())),
      entry_(pack, words, question(), rounds.confidence_wanted()),
      confidence_is_new_(rounds.confidence_is_new()) {}

Effects QuestionScreen::enter() { return explained_marking(view_); }

ScreenModel QuestionScreen::model() const {
    QuestionModel model;
    const Standing standing = standing_of(rounds_, pack_, words_);
    model.round = standing.round;
    model.counter = standing.counter;
    model.progress = standing.progress;
    model.score = standing.score;
    model.clock = clock_of(words_, question(), rounds_.now());
    model.topic = wording::topic_name(pack_, question().topic);
    model.prompt = question().prompt;
    model.image = image_of(question().image, pack_);
    if (!model.image) model.figure = first_picture(pack_, question().mechanism);
    model.panels = panels_of(question().panels);
    for (const std::string& hint : question().hints) {
        model.hints.push_back(words_.text("question.hint", {{"number", words_.number(std::ssize(model.hints) + 1)},
                                                            {"of", words_.number(question().hints_there)},
                                                            {"hint", hint}}));
    }
    model.notice = notice_;
    entry_.show(model);
    if (entry_.asks_how_sure() && confidence_is_new_) model.notice = words_.text("question.how_sure_first");
    return model;
}

std::vector<KeyHint> QuestionScreen::hints() const { return entry_.keys(); }

std::vector<Action> QuestionScreen::actions() const {
    const bool asks = entry_.asks_how_sure();
    const bool under_way = entry_.is_under_way();
    std::string_view back = entry_.step_back_label();
    if (back.empty()) back = in_kiosk_ ? "does.end_visit" : "does.home";
    return {on(ActionId::hint, &QuestionScreen::take_hint, question().hints.empty() ? "does.hint" : "does.next_hint")
                .when(!asks && std::ssize(question().hints) < question().hints_there),
            on(ActionId::pass, &QuestionScreen::pass,
               view_.rules.confidence != quiz::ConfidenceUse::none ? "does.no_idea" : "does.pass")
                .when(!asks && may_pass()),
            on(ActionId::words, &QuestionScreen::explain_words).when(!explained_.empty()),
            on(ActionId::end_round, Effects{ShowOver{ShowEndRound{}}}).footer_when(!asks && !under_way),
            on(ActionId::help).footer_when(!asks),
            on(ActionId::back, &QuestionScreen::go_back, back)};
}

Effects QuestionScreen::go_back() { return entry_.step_back() ? Effects{} : Show{ShowHome{}}; }

Effects QuestionScreen::submit(quiz::CommandBody command) {
    return Submit{std::move(command), [this](const Result<void>& done) { return follow(done.has_value()); }};
}

Effects QuestionScreen::follow(bool accepted) {
    quiz::View view = rounds_.view();
    const bool is_open = view.phase == quiz::Phase::asked && view.question->number == question().number;
    if (!is_open) return Show{screen_of_round(rounds_)};
    // The player took a hint or may try again: the question stays, and so does what they did to it.
    view_ = std::move(view);
    notice_ = question().first ? words_.text(accepted ? "question.try_again" : "question.tried_already") : "";
    return {};
}

Effects QuestionScreen::handle(const Intent& intent) {
    auto given = entry_.handle(intent);
    if (!given) return {};
    return submit(quiz::SubmitAnswer{players_.current().seat, std::move(given->response), given->confidence});
}

} // namespace chelate::screens
