// The rows of this folder in the table of screens.
#include "game/screens/presenter/screen_table.hpp"
#include "game/screens/presenter/services.hpp"
#include "game/screens/settings/backups.hpp"
#include "game/screens/settings/import_file.hpp"
#include "game/screens/settings/import_profiles.hpp"
#include "game/screens/settings/settings_screen.hpp"

namespace chelate::screens {

void add_settings_screens(ScreenTable& table) {
    table.add<ShowSettings>([](const Services& s) {
        return std::make_unique<SettingsScreen>(
            s.words, s.game.files(), s.game.study(), AboutProgram{s.game, s.version, s.game.archive().file()},
            s.languages.find ? s.languages.find() : std::vector<text::FoundLanguage>{});
    });
    table.add<ShowImportFile>([](const Services& s) { return std::make_unique<ImportFileOverlay>(s.words); });
    table.add<ShowImportPath>([](const Services& s) { return std::make_unique<ImportPathOverlay>(s.words); });
    table.add<ShowImportSummary>([](const Services& s, const ShowImportSummary& request) {
        return std::make_unique<ImportSummaryOverlay>(s.words, s.game, request.file);
    });
    table.add<ShowBackups>([](const Services& s) {
        return std::make_unique<BackupsOverlay>(s.words, s.game.archive().file(), s.game.study().today());
    });
    table.add<ShowRestore>([](const Services& s, const ShowRestore& request) {
        return std::make_unique<RestoreOverlay>(s.words, request, s.game.study().today());
    });
    table.add<ShowBringIn>([](const Services& s) {
        return std::make_unique<ImportProfilesOverlay>(s.words, s.game.archive().file(), s.game.study(), s.shown_name);
    });
}

} // namespace chelate::screens
