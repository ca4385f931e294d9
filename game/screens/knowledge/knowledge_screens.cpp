// The rows of this folder in the table of screens.
#include "game/screens/knowledge/compare_screen.hpp"
#include "game/screens/knowledge/search_screen.hpp"
#include "game/screens/knowledge/tested_screen.hpp"
#include "game/screens/knowledge/weigh_screen.hpp"
#include "game/screens/presenter/screen_table.hpp"

namespace chelate::screens {

void add_knowledge_screens(ScreenTable& table) {
    table.add<ShowCompare, CompareScreen>();
    table.add<ShowSearch, SearchScreen>();
    table.add<ShowTested, TestedScreen>();
    table.add<ShowWeighing>([](Context& context, const ShowWeighing& weighing) {
        return std::make_unique<WeighScreen>(context, weighing.claim);
    });
}

} // namespace chelate::screens
