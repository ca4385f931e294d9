// The settings: theme, text size, motion, window, language, pack. It also says what this program is and where progress
// is saved.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "engine/text/languages.hpp"
#include "game/screens/presenter/rows_screen.hpp"

namespace chelate::session {
class Game;
class LocalFiles;
class Study;
} // namespace chelate::session

namespace chelate::screens {

/// What the page says about the program. All of it must outlive the page.
struct AboutProgram {
    const session::Game& game; ///< has the pack and those to choose from
    const std::string& version;
    const std::filesystem::path& progress; ///< the progress file; empty: there is none
};

class SettingsScreen final : public RowsScreen {
public:
    /// All of them must outlive it. @param languages  those that can be chosen
    SettingsScreen(const text::Language& words, const session::LocalFiles& files, const session::Study& study,
                   const AboutProgram& program, std::vector<text::FoundLanguage> languages)
        : RowsScreen(words), files_(files), study_(study), program_(program), languages_(std::move(languages)) {}

    [[nodiscard]] ScreenModel model() const override;

private:
    enum class Row : std::uint8_t { theme, text, motion, window, language, pack };
    /// The rows shown. Where there is no choice of languages or packs, their row is left out.
    [[nodiscard]] std::vector<Row> row_kinds() const;
    [[nodiscard]] SettingRow row_of(Row kind) const;
    [[nodiscard]] std::vector<SettingRow> rows() const override;
    Effects set(int row, int option) override;
    Effects done() override;
    Effects leave() override { return done(); }
    /// The study plan, where something is remembered; backups, where there is a progress file; importing a file, where
    /// there is a folder for packs.
    enum class More : std::uint8_t { plan, backups, import_file };
    [[nodiscard]] std::vector<More> buttons() const;
    [[nodiscard]] int more() const override { return static_cast<int>(buttons().size()); }
    Effects press_more(int index) override;
    Effects choose_language(int option);
    Effects choose_pack(int option);
    [[nodiscard]] SettingRow pack_row() const;
    /// Returns what is said of the pack that is played, or why another one could not be chosen.
    [[nodiscard]] std::string about_pack() const;

    const session::LocalFiles& files_;
    const session::Study& study_;
    AboutProgram program_;
    std::vector<text::FoundLanguage> languages_;
    bool home_is_outdated_ = false;           ///< it shows another pack or language
    std::optional<Error> language_trouble_{}; ///< why the language could not be changed
    std::optional<Error> pack_trouble_{};     ///< why the pack could not be changed
    std::set<std::size_t> refused_{};         ///< indices of packs that could not be read when they were chosen
};

} // namespace chelate::screens
