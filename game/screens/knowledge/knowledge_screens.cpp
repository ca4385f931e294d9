// The rows of this folder in the table of screens.
#include "game/screens/knowledge/compare_screen.hpp"
#include "game/screens/knowledge/mechanisms_screen.hpp"
#include "game/screens/knowledge/model_screen.hpp"
#include "game/screens/knowledge/search_screen.hpp"
#include "game/screens/knowledge/tested_screen.hpp"
#include "game/screens/knowledge/weigh_screen.hpp"
#include "game/screens/presenter/dialog.hpp"
#include "game/screens/presenter/screen_table.hpp"

namespace chelate::screens {

void add_knowledge_screens(ScreenTable& table) {
    table.add<ShowCompare>(
        [](const Services& s) { return std::make_unique<CompareScreen>(s.game.pack(), s.words, s.game.rounds()); });
    table.add<ShowSearch>(
        [](const Services& s) { return std::make_unique<SearchScreen>(s.game.pack(), s.words, s.game.rounds()); });
    table.add<ShowTested>(
        [](const Services& s) { return std::make_unique<TestedScreen>(s.game.pack(), s.words, s.game.rounds()); });
    table.add<ShowMechanisms>(
        [](const Services& s) { return std::make_unique<MechanismsScreen>(s.game.pack(), s.words); });
    table.add<ShowMechanism>([](const Services& s, const ShowMechanism& request) {
        return std::make_unique<MechanismScreen>(s.game.pack(), s.words, s.game.rounds(), s.game.clock(),
                                                 request.mechanism);
    });
    table.add<ShowModels>([](const Services& s) { return std::make_unique<ModelScreen>(s.game.pack(), s.words); });
    table.add<ShowWeighing>([](const Services& s, const ShowWeighing& request) {
        return std::make_unique<WeighScreen>(s.game.pack(), s.words, request.claim);
    });
    table.add<ShowWords>([](const Services& s, const ShowWords& request) {
        return std::make_unique<PageOverlay>(
            WordsModel{s.words.text("words.title"), request.lines, s.words.text("keys.done")}, ActionId::words);
    });
}

} // namespace chelate::screens
