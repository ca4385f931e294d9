// The rows of this folder in the table of screens.
#include "game/screens/presenter/screen_table.hpp"
#include "game/screens/settings/backups.hpp"
#include "game/screens/settings/import_profiles.hpp"
#include "game/screens/settings/settings_screen.hpp"

namespace chelate::screens {

void add_settings_screens(ScreenTable& table) {
    table.add<ShowSettings, SettingsScreen>();
    table.add<ShowBackups, BackupsOverlay>();
    table.add<ShowRestore, RestoreOverlay>();
    table.add<ShowBringIn, BringInOverlay>();
}

} // namespace chelate::screens
