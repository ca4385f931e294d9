// The rows of this folder in the table of screens.
#include "game/screens/classroom/people_overlay.hpp"
#include "game/screens/presenter/screen_table.hpp"
#include "game/screens/workshop/kiosk.hpp"
#include "game/screens/workshop/workshop_door.hpp"
#include "game/screens/workshop/workshop_screen.hpp"

namespace chelate::screens {

namespace {

WorkshopSource source_of(const Services& s) {
    return {s.game.pack(), s.words, s.game.workshop(), s.game.files(), s.game.clock(), s.print_css, s.game.is_saving()};
}

} // namespace

void add_workshop_screens(ScreenTable& table) {
    table.add<ShowWorkshopDoor>(
        [](const Services& s) { return std::make_unique<WorkshopDoor>(source_of(s), s.shown_name); });
    table.add<ShowHolder>([](const Services& s) { return std::make_unique<HolderOverlay>(s.words, s.game.files()); });
    table.add<ShowWorkshopPeople>([](const Services& s) { return ask_workshop_people(s.words, s.game.files()); });
    table.add<ShowWorkshop>([](const Services& s) { return std::make_unique<WorkshopScreen>(source_of(s)); });
    table.add<ShowScenes>([](const Services& s) { return std::make_unique<ScenesScreen>(source_of(s)); });
    table.add<ShowAttract>([](const Services& s) {
        return std::make_unique<AttractScreen>(s.game.pack(), s.words, s.game.clock(), *s.game.kiosk(),
                                               s.game.files().holder());
    });
    table.add<ShowIdle>(
        [](const Services& s) { return std::make_unique<IdleOverlay>(s.words, s.game.clock(), *s.game.kiosk()); });
    table.add<ShowKioskStart>(
        [](const Services& s) { return std::make_unique<KioskOverlay>(s.words, s.game.prepared_exit_word()); });
}

} // namespace chelate::screens
