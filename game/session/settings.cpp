#include "game/session/settings.hpp"

#include <algorithm>
#include <iterator>

#include "game/session/local_json_file.hpp"

namespace chelate::session {

namespace {

std::filesystem::path settings_file(const std::filesystem::path& data_folder) { return data_folder / "settings.json"; }

} // namespace

Settings load_settings(const std::filesystem::path& data_folder, std::vector<Error>* told) {
    Settings settings;
    local_json::load(
        settings_file(data_folder),
        [&](const json::Document& document) {
            std::vector<json::Problem> problems;
            json::ObjectReader reader(document, document.root(), "settings", problems);
            if (auto theme = reader.optional_string("theme"); theme && (*theme == "dark" || *theme == "light"))
                settings.theme = *theme;
            if (const auto percent = reader.optional_integer("text_percent", 100, 200)) {
                // The nearest size that is offered, so that the settings screen always shows what is true.
                const auto* step =
                    std::lower_bound(std::begin(text_percents), std::end(text_percents), static_cast<int>(*percent));
                settings.text_percent = step == std::end(text_percents) ? 200 : *step;
            }
            settings.reduced_motion = reader.optional_boolean("reduced_motion").value_or(false);
            settings.full_screen = reader.optional_boolean("full_screen").value_or(false);
            settings.language = reader.optional_string("language").value_or("");
            settings.pack = reader.optional_string("pack").value_or("");
            settings.pack_folder = reader.optional_string("pack_folder").value_or("");
            settings.profile = reader.optional_string("profile").value_or("");
        },
        told);
    return settings;
}

Result<void> save_settings(const std::filesystem::path& data_folder, const Settings& settings) {
    json::Writer out;
    out.begin_object().member("theme", settings.theme).member("text_percent", settings.text_percent);
    out.member("reduced_motion", settings.reduced_motion).member("full_screen", settings.full_screen);
    if (!settings.language.empty()) out.member("language", settings.language);
    if (!settings.pack.empty()) out.member("pack", settings.pack);
    if (!settings.pack_folder.empty()) out.member("pack_folder", settings.pack_folder);
    out.member("profile", settings.profile).end_object();
    return local_json::save(settings_file(data_folder), out);
}

} // namespace chelate::session
