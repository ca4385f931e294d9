// The rows of this folder in the table of screens.
#include "game/screens/presenter/screen_table.hpp"
#include "game/screens/workshop/kiosk.hpp"
#include "game/screens/workshop/workshop_door.hpp"
#include "game/screens/workshop/workshop_screen.hpp"

namespace chelate::screens {

void add_workshop_screens(ScreenTable& table) {
    table.add<ShowWorkshopDoor, WorkshopDoor>();
    table.add<ShowHolder, HolderOverlay>();
    table.add<ShowWorkshop, WorkshopScreen>();
    table.add<ShowScenes, ScenesScreen>();
    table.add<ShowAttract>([](Context& context, const ShowAttract&) {
        return std::make_unique<AttractScreen>(context, context.new_seed());
    });
    table.add<ShowIdle, IdleOverlay>();
    table.add<ShowKioskStart>([](Context& context, const ShowKioskStart& start) {
        return std::make_unique<KioskOverlay>(context, start.script, new_exit_word(context.new_seed()));
    });
}

} // namespace chelate::screens
