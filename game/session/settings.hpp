// The settings of a person. They have a file of their own, so that they are there even when progress cannot be opened.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/base/result.hpp"

namespace chelate::session {

struct Settings {
    std::string theme = "dark"; ///< name of a file in assets/themes
    int text_percent = 100;     ///< 100..200
    bool reduced_motion = false;
    bool full_screen = false;
    std::string language{};    ///< tag of a file in assets/i18n; empty: English
    std::string pack{};        ///< id of the chosen pack; empty: the one that comes with the program
    std::string pack_folder{}; ///< its folder (see folder_text), because packs can have the same id
    std::string profile;       ///< name of who last played; empty: nobody yet

    bool operator==(const Settings&) const = default;
};

/// The text sizes that the settings offer.
inline constexpr int text_percents[] = {100, 125, 150, 175, 200};

/// Reads settings.json of a data folder. A missing file gives the defaults. A file that cannot be read is put aside and
/// gives the defaults too, so that a bad setting never keeps anybody from playing. @param told  see local_json::load
[[nodiscard]] Settings load_settings(const std::filesystem::path& data_folder, std::vector<Error>* told = nullptr);

/// Errors as write_file.
[[nodiscard]] Result<void> save_settings(const std::filesystem::path& data_folder, const Settings& settings);

} // namespace chelate::session
