// Imports progress that was exported on another machine: asks for the file, and says what came with it.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "game/screens/presenter/dialog.hpp"
#include "game/session/archive.hpp"

namespace chelate::session {
class Study;
} // namespace chelate::session

namespace chelate::screens {

class ShownNames;

class ImportProfilesOverlay final : public Dialog {
public:
    /// @param progress  the progress file; the files to import are in a folder beside it
    /// @param study, shown_name  must outlive it
    ImportProfilesOverlay(const text::Language& words, const std::filesystem::path& progress,
                          const session::Study& study, const ShownNames& shown_name);

    /// Makes the folder, so that there is one to put a file into.
    Effects enter() override;

private:
    ImportProfilesOverlay(const text::Language& words, const std::filesystem::path& folder,
                          std::vector<std::filesystem::path> files, const session::Study& study,
                          const ShownNames& shown_name);
    Effects press(int index) override;
    Effects import_file();
    /// Asks whether two people with one name are the same person.
    void ask_about(const session::NameClash& clash);
    [[nodiscard]] std::string summary_text(const session::PersonSummary& person) const;
    /// Returns who was imported, a line each.
    [[nodiscard]] std::string result_text(const Result<session::ImportResult>& imported) const;

    std::vector<std::filesystem::path> files_; ///< the listed ones
    const session::Study& study_;
    const ShownNames& shown_name_;
    std::filesystem::path file_; ///< the chosen one
    session::SamePerson answers_;
    std::optional<store::ProfileId> asked_about_; ///< the person in the file; nothing: a file is being chosen
};

} // namespace chelate::screens
