// The rows of this folder in the table of screens.
#include "game/screens/presenter/dialog.hpp"
#include "game/screens/presenter/screen_table.hpp"
#include "game/screens/presenter/services.hpp"
#include "game/screens/solo/breathing_screen.hpp"
#include "game/screens/solo/home_screen.hpp"
#include "game/screens/solo/overlays.hpp"
#include "game/screens/solo/own_round_screen.hpp"
#include "game/screens/solo/question_screen.hpp"
#include "game/screens/solo/result_screen.hpp"
#include "game/screens/solo/reveal_screen.hpp"
#include "game/screens/solo/review_screen.hpp"

namespace chelate::screens {

namespace {

bool in_kiosk(const Services& s) { return s.game.kiosk() != nullptr; }

void add_round_screens(ScreenTable& table) {
    table.add<ShowHome>([](const Services& s) {
        return std::make_unique<HomeScreen>(HomeSource{s.game.pack(), s.words, s.game.players(), s.game.rounds(),
                                                       s.game.study(), s.game.history(), s.shown_name, in_kiosk(s)});
    });
    table.add<ShowQuestion>([](const Services& s) {
        return std::make_unique<QuestionScreen>(s.game.pack(), s.words, s.game.rounds(), s.game.players(), in_kiosk(s));
    });
    table.add<ShowReveal>([](const Services& s) {
        return std::make_unique<RevealScreen>(s.game.pack(), s.words, s.game.rounds(), s.game.study(), in_kiosk(s));
    });
    table.add<ShowResult>([](const Services& s) {
        return std::make_unique<ResultScreen>(s.game.pack(), s.words, s.game.rounds(), s.game.study(), s.game.history(),
                                              in_kiosk(s));
    });
    table.add<ShowReview>([](const Services& s) {
        return std::make_unique<ReviewScreen>(s.game.pack(), s.words, s.game.rounds(), s.print_css, in_kiosk(s));
    });
    table.add<ShowOwnRound>([](const Services& s) {
        return std::make_unique<OwnRoundScreen>(s.game.pack(), s.words, s.game.rounds(), s.game.history());
    });
}

void add_overlays(ScreenTable& table) {
    table.add<ShowName>([](const Services& s, const ShowName& request) {
        return std::make_unique<NameOverlay>(s.game.pack(), s.words, s.game.players(), s.game.rounds(), s.shown_name,
                                             request);
    });
    table.add<ShowPlayers>([](const Services& s) {
        return std::make_unique<PlayersOverlay>(
            PlayersSource{s.words, s.game.players(), s.game.study(), s.shown_name, !s.game.archive().file().empty()});
    });
    table.add<ShowRemovePlayer>([](const Services& s) {
        return std::make_unique<RemovePlayerOverlay>(s.words, s.game.players(), s.game.history(), s.shown_name);
    });
    table.add<ShowSeemsWrong>([](const Services& s, const ShowSeemsWrong& request) {
        return std::make_unique<SeemsWrongOverlay>(s.game.pack(), s.words, s.game.rounds(), s.version, request.number);
    });
    table.add<ShowRoundUnderWay>([](const Services& s, const ShowRoundUnderWay& request) {
        return std::make_unique<RoundUnderWayOverlay>(s.words, s.game.rounds(), request.wanted);
    });
    table.add<ShowAskAgain>(
        [](const Services& s) { return std::make_unique<AskAgainOverlay>(s.words, s.game.study()); });
    table.add<ShowQuit>([](const Services& s) { return std::make_unique<QuitOverlay>(s.words); });
    table.add<ShowEndRound>(
        [](const Services& s) { return std::make_unique<EndRoundOverlay>(s.words, s.game.rounds()); });
    table.add<ShowConfidenceMarking>(
        [](const Services& s) { return std::make_unique<PageOverlay>(confidence_page(s.words), ActionId::go_on); });
    table.add<ShowMessage>([](const Services& s, const ShowMessage& request) {
        return std::make_unique<MessageOverlay>(s.words, request.title, request.text);
    });
    table.add<ShowUnsaved>([](const Services& s, const ShowUnsaved& request) {
        return std::make_unique<UnsavedOverlay>(s.words, request.title, request.save);
    });
    table.add<ShowKeyPage>([](const Services& s, const ShowKeyPage& request) {
        return std::make_unique<PageOverlay>(keys_page(s.words, request.keys, in_kiosk(s)), ActionId::help);
    });
}

} // namespace

void add_solo_screens(ScreenTable& table) {
    add_round_screens(table);
    add_overlays(table);
    table.add<ShowBreathingChoice>(
        [](const Services& s) { return std::make_unique<BreathingChoiceScreen>(s.game.pack(), s.words); });
    table.add<ShowBreathing>([](const Services& s, const ShowBreathing& request) {
        return std::make_unique<BreathingScreen>(s.game.pack(), s.words, s.game.clock(),
                                                 s.game.files().settings().reduced_motion, request);
    });
}

} // namespace chelate::screens
