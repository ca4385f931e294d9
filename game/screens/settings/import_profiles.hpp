// Imports progress that was exported on another machine: asks for the file, and says what came with it.
#pragma once

#include <filesystem>
#include <vector>

#include "game/screens/presenter/dialog.hpp"

namespace chelate::screens {

class ShownNames;

class ImportProfilesOverlay final : public Dialog {
public:
    /// @param progress  the progress file; the files to import are in a folder beside it
    /// @param shown_name  must outlive it
    ImportProfilesOverlay(const text::Language& words, const std::filesystem::path& progress,
                          const ShownNames& shown_name);

    /// Makes the folder, so that there is one to put a file into.
    Effects enter() override;

private:
    ImportProfilesOverlay(const text::Language& words, const std::filesystem::path& folder,
                          std::vector<std::filesystem::path> files, const ShownNames& shown_name);
    Effects press(int index) override;
    /// Returns who was imported, a line each.
    [[nodiscard]] std::string result_text(const Result<std::vector<store::Merged>>& imported) const;

    std::vector<std::filesystem::path> files_; ///< the listed ones
    const ShownNames& shown_name_;
};

} // namespace chelate::screens
