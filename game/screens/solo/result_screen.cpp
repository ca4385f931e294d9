#include "game/screens/solo/result_screen.hpp"

#include <set>

#include "engine/base/text.hpp"
#include "game/screens/presenter/round_effects.hpp"
#include "game/screens/presenter/round_header.hpp"
#include "game/screens/study/memory_words.hpp"
#include "game/wording/wording.hpp"

namespace chelate::screens {

ResultScreen::ResultScreen(const content::Pack& pack, const text::Language& words, const session::Rounds& rounds,
                           const session::Study& study, const session::History& history, bool in_kiosk)
    : pack_(pack), words_(words), rounds_(rounds), study_(study), history_(history), in_kiosk_(in_kiosk) {
    const quiz::View view = rounds.view();
    const std::vector<quiz::RevealedQuestion> revealed = rounds.revealed();
    const quiz::Score score = view.standings.at(0).score;
    model_.round = standing_of(rounds, pack, words).round;
    model_.heading =
        words.text("result.heading", {{"right", words.number(score.right)}, {"asked", words.number(score.asked)}});
    model_.points = score.points.count;
    model_.possible = score.possible.count;
    model_.points_text = words.text("result.points", {{"points", words.number(score.points.count)},
                                                      {"possible", words.number(score.possible.count)}});
    model_.terms_heading = words.text("result.terms");
    explain_losses(revealed, score);
    add_questions(revealed);
    model_.known_heading = words.text(model_.known.empty() ? "result.known_none" : "result.known");
    add_totals(revealed, view);
    model_.returns = return_lines(study, rounds, pack, words);
    if (!model_.returns.empty()) model_.returns_heading = words.text("result.returns");
    model_.mistakes_heading = words.text(model_.mistakes.empty() ? "result.mistakes_none" : "result.mistakes");
    add_buttons(view.study_round.has_value(), !revealed.empty());
}

void ResultScreen::explain_losses(const std::vector<quiz::RevealedQuestion>& revealed, const quiz::Score& score) {
    std::int64_t earned = 0;
    std::int64_t lost = 0;
    int sure = 0;
    int fairly_sure = 0;
    for (const quiz::RevealedQuestion& asked : revealed) {
        const auto& judgement = asked.reveal.judgement;
        if (asked.reveal.voided || !judgement || !judgement->award.confidence_factor) continue;
        const quiz::Award& award = judgement->award;
        (award.points.count < 0 ? lost : earned) += award.points.count;
        if (award.points.count >= 0) continue;
        ++(judgement->confidence == quiz::Confidence::sure ? sure : fairly_sure);
    }
    if (lost == 0) return;
    model_.losses = words_.plural("result.losses", sure,
                                  {{"right", words_.number(score.right)},
                                   {"asked", words_.number(score.asked)},
                                   {"earned", words_.number(earned)},
                                   {"fairly", words_.number(fairly_sure)},
                                   {"lost", words_.number(-lost)}});
}

void ResultScreen::add_questions(const std::vector<quiz::RevealedQuestion>& revealed) {
    for (const quiz::RevealedQuestion& asked : revealed) {
        const quiz::RevealView& reveal = asked.reveal;
        if (reveal.voided || !reveal.judgement || !quiz::is_marked(*reveal.question)) continue;
        const quiz::Award& award = reveal.judgement->award;
        const ResultLine line{.text = showable_line(reveal.question->prompt),
                              .detail = quiz::key_text(*reveal.question),
                              .points = wording::award_text(words_, award),
                              .mark = wording::mark_of(award.credit)};
        model_.terms.push_back(line);
        if (line.mark == Mark::right) {
            model_.known.push_back(known_line(*reveal.question, line));
        } else {
            model_.mistakes.push_back(line);
        }
    }
}

std::string ResultScreen::known_line(const quiz::Question& question, const ResultLine& line) const {
    // After a verdict on a claim, the true statement is what the player knows now: the claim, or its correction.
    if (question.evidence.verdict && question.claims.size() == 1)
        return capitalised(item_name(pack_, words_, content::item_of(question.claims.front()))) + '.';
    return words_.text("result.known_line", {{"prompt", line.text}, {"answer", line.detail}});
}

void ResultScreen::add_totals(const std::vector<quiz::RevealedQuestion>& revealed, const quiz::View& view) {
    // The topics of this round, over all rounds so far. The round may have ended before its last question was revealed.
    std::set<content::TopicId> topics;
    for (const quiz::RevealedQuestion& asked : revealed) topics.insert(asked.reveal.question->topic);
    if (view.question) topics.insert(view.question->topic);
    for (const store::TopicTotal& total : history_.totals_by_topic()) {
        if (!topics.contains(total.id)) continue;
        model_.known.push_back(words_.text("result.topic_total", {{"topic", wording::topic_name(pack_, total.id)},
                                                                  {"right", words_.number(total.right)},
                                                                  {"answered", words_.number(total.answered)}}));
    }
}

void ResultScreen::add_buttons(bool is_study_round, bool has_revealed) {
    if (!model_.mistakes.empty() && !is_study_round) {
        model_.buttons.push_back(
            {words_.plural("result.play_mistakes", static_cast<std::int64_t>(model_.mistakes.size())), {}, true});
        choices_.push_back(Choice::mistakes);
    }
    if (!is_study_round) {
        model_.buttons.push_back({words_.text("result.play_again"), {}, false});
        choices_.push_back(Choice::again);
    } else {
        const auto plan = study_.day_plan();
        const bool more = plan && !plan->empty();
        model_.buttons.push_back({words_.text(more ? "result.study_on" : "result.practise"), {}, false});
        choices_.push_back(more ? Choice::study_on : Choice::practise);
    }
    if (has_revealed) {
        model_.buttons.push_back({words_.text("result.look_back"), {}, false});
        choices_.push_back(Choice::look_back);
    }
    model_.buttons.push_back({words_.text("result.home"), {}, model_.mistakes.empty() || is_study_round});
    choices_.push_back(Choice::home);
    for (std::size_t i = 0; i < model_.buttons.size(); ++i) {
        if (model_.buttons[i].primary) focus_ = static_cast<int>(i);
    }
}

ScreenModel ResultScreen::model() const {
    ResultModel model = model_;
    model.focus = focus_;
    // Saving may have failed at first and succeeded since.
    model.saved_text = words_.text(in_kiosk_ ? "kiosk.nothing_kept" : rounds_.is_saved() ? "saved.yes" : "saved.no");
    return model;
}

std::vector<KeyHint> ResultScreen::hints() const {
    return {{words_.text("key.left_right"), words_.text("does.choose")},
            {words_.text("key.enter"), words_.text("does.do_it")},
            {words_.text("key.up_down"), words_.text("does.scroll")}};
}

std::vector<Action> ResultScreen::actions() const {
    return {on(ActionId::help), on(ActionId::back, Effects{Show{ShowHome{}}}, "does.back_home")};
}

Effects ResultScreen::activate(int index) {
    if (index < 0 || index >= static_cast<int>(choices_.size())) return {};
    switch (choices_[static_cast<std::size_t>(index)]) {
    case Choice::mistakes: return play(session::PlayMistakes{}, rounds_, words_);
    case Choice::study_on: return play(session::StartStudy{}, rounds_, words_);
    case Choice::practise: return play(session::StartStudy{.practice = true}, rounds_, words_);
    case Choice::look_back: return ShowOver{ShowReview{}};
    case Choice::again: return play_again();
    case Choice::home: break;
    }
    return Show{ShowHome{}};
}

Effects ResultScreen::play_again() {
    return Submit{session::StartAgain{}, [this](const Result<void>& started) {
                      return started ? Effects{Show{screen_of_round(rounds_)}} : Effects{};
                  }};
}

Effects ResultScreen::handle(const Intent& intent) {
    const int count = static_cast<int>(choices_.size());
    if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        focus_ = walked(focus_, move->by, count);
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index < count) focus_ = focus->index;
    } else if (const auto* press = std::get_if<Press>(&intent)) {
        return activate(press->index);
    } else if (const auto* choose = std::get_if<Choose>(&intent)) {
        return activate(choose->number - 1);
    } else if (std::holds_alternative<Activate>(intent)) {
        return activate(focus_);
    }
    return {};
}

} // namespace chelate::screens
