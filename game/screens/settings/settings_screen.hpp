// The settings: theme, text size, motion, window, pack. It also says what this program is and where progress is saved.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "game/screens/presenter/rows_screen.hpp"
#include "game/session/packs.hpp"

namespace chelate::session {
class LocalFiles;
class Study;
} // namespace chelate::session

namespace chelate::screens {

/// What the page says about the program. All of it must outlive the page.
struct AboutProgram {
    const content::Pack& pack;
    const std::vector<session::FoundPack>& packs; ///< those that can be chosen
    const std::string& version;
    const std::filesystem::path& progress; ///< the progress file; empty: there is none
};

class SettingsScreen final : public RowsScreen {
public:
    /// All of them must outlive it.
    SettingsScreen(const text::Language& words, const session::LocalFiles& files, const session::Study& study,
                   const AboutProgram& program)
        : RowsScreen(words), files_(files), study_(study), program_(program) {}

    [[nodiscard]] ScreenModel model() const override;

private:
    enum Row { row_theme, row_text, row_motion, row_window, row_pack };

    [[nodiscard]] std::vector<SettingRow> rows() const override;
    Effects set(int row, int option) override;
    Effects done() override;
    Effects leave() override { return done(); }
    /// The study plan, where something is remembered; backups, where there is a progress file.
    enum class More : std::uint8_t { plan, backups };
    [[nodiscard]] std::vector<More> buttons() const;
    [[nodiscard]] int more() const override { return static_cast<int>(buttons().size()); }
    Effects press_more(int index) override;
    Effects choose_pack(int option);

    const session::LocalFiles& files_;
    const session::Study& study_;
    AboutProgram program_;
    bool has_changed_pack_ = false; ///< home shows another pack
    std::string trouble_;           ///< why the pack could not be changed; empty: all is well
};

} // namespace chelate::screens
