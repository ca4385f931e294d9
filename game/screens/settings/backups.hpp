// Backups: make one now, or go back to one.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/store/backup.hpp"
#include "game/screens/presenter/dialog.hpp"

namespace chelate::screens {

/// Returns when a backup was made, for example "26 November, 21:04", in local time. @param today  days since 1970
[[nodiscard]] std::string backup_text(const text::Language& words, const store::Backup& backup, int today);

class BackupsOverlay final : public Dialog {
public:
    /// @param progress  the progress file  @param today  days since 1970
    BackupsOverlay(const text::Language& words, const std::filesystem::path& progress, int today);

private:
    BackupsOverlay(const text::Language& words, std::vector<store::Backup> backups, int today);
    Effects press(int index) override;

    std::vector<store::Backup> backups_; ///< the listed ones
};

class RestoreOverlay final : public Dialog {
public:
    /// @param today  days since 1970
    RestoreOverlay(const text::Language& words, const ShowRestore& request, int today);

private:
    Effects press(int index) override;

    std::filesystem::path backup_;
};

} // namespace chelate::screens
