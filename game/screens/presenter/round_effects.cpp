#include "game/screens/presenter/round_effects.hpp"

namespace chelate::screens {

ScreenRequest screen_of_round(const session::Rounds& rounds) {
    if (!rounds.playing()) return ShowHome{};
    const quiz::Phase phase = rounds.view().phase;
    if (rounds.is_lesson() && phase == quiz::Phase::finished) return ShowLessonReport{};
    if (rounds.is_lesson()) return ShowClass{};
    switch (phase) {
    case quiz::Phase::asked: return ShowQuestion{};
    case quiz::Phase::revealed: return ShowReveal{};
    case quiz::Phase::finished: return ShowResult{};
    case quiz::Phase::not_started:
    case quiz::Phase::between: break;
    }
    return ShowHome{};
}

Effects play(session::Command command, const session::Rounds& rounds, const text::Language& words) {
    return Submit{std::move(command), [&rounds, &words](const Result<void>& done) -> Effects {
                      if (done) return Show{screen_of_round(rounds)};
                      return ShowOver{ShowMessage{words.text("message.no_round"), words.sentence(done.error())}};
                  }};
}

Effects start_or_ask(const content::Round& round, const session::Rounds& rounds, const text::Language& words) {
    if (rounds.interrupted()) return ShowOver{ShowRoundUnderWay{round}};
    return play(session::StartRound{round}, rounds, words);
}

Effects explained_marking(const quiz::View& view) {
    const bool is_first = view.question && view.question->number == 1 && view.question->untouched;
    if (view.rules.confidence != quiz::ConfidenceUse::marked || !is_first) return {};
    return ShowOver{ShowConfidenceMarking{}};
}

} // namespace chelate::screens
