// The rows of this folder in the table of screens.
#include "game/screens/presenter/dialog.hpp"
#include "game/screens/presenter/screen_table.hpp"
#include "game/screens/solo/breathing_screen.hpp"
#include "game/screens/solo/home_screen.hpp"
#include "game/screens/solo/overlays.hpp"
#include "game/screens/solo/own_round_screen.hpp"
#include "game/screens/solo/question_screen.hpp"
#include "game/screens/solo/result_screen.hpp"
#include "game/screens/solo/reveal_screen.hpp"
#include "game/screens/solo/review_screen.hpp"

namespace chelate::screens {

void add_solo_screens(ScreenTable& table) {
    table.add<ShowHome, HomeScreen>();
    table.add<ShowQuestion, QuestionScreen>();
    table.add<ShowReveal, RevealScreen>();
    table.add<ShowResult, ResultScreen>();
    table.add<ShowReview, ReviewScreen>();
    table.add<ShowOwnRound, OwnRoundScreen>();
    table.add<ShowName, NameOverlay>();
    table.add<ShowPlayers, PlayersOverlay>();
    table.add<ShowRemovePlayer, RemovePlayerOverlay>();
    table.add<ShowSeemsWrong>([](Context& context, const ShowSeemsWrong& wrong) {
        return std::make_unique<SeemsWrongOverlay>(context, wrong.number);
    });
    table.add<ShowRoundUnderWay>([](Context& context, const ShowRoundUnderWay& under_way) {
        return std::make_unique<RoundUnderWayOverlay>(context, under_way.wanted);
    });
    table.add<ShowEndRound, EndRoundOverlay>();
    table.add<ShowBreathingChoice, BreathingChoiceScreen>();
    table.add<ShowBreathing, BreathingScreen>();
    table.add<ShowMessage>([](Context& context, const ShowMessage& message) {
        return std::make_unique<MessageOverlay>(context, message.title, message.text);
    });
    table.add<ShowKeyPage>(
        [](Context& context, const ShowKeyPage& page) { return std::make_unique<KeysOverlay>(context, page.keys); });
}

} // namespace chelate::screens
