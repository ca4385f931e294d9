// Backups: one made now, or one to go back to.
#pragma once

#include <filesystem>
#include <vector>

#include "engine/store/backup.hpp"
#include "game/screens/presenter/dialog.hpp"

namespace chelate::screens {

/// "26 November, 21:04", in local time.
[[nodiscard]] std::string backup_text(const Context& context, const store::Backup& backup);

class BackupsOverlay final : public Dialog {
public:
    explicit BackupsOverlay(Context& context);

private:
    BackupsOverlay(Context& context, std::vector<store::Backup> backups);
    Transition press(int index) override;

    std::vector<store::Backup> backups_; ///< those to be chosen
};

class RestoreOverlay final : public Dialog {
public:
    RestoreOverlay(Context& context, const ShowRestore& request);

private:
    Transition handle(const Intent& intent) override;
    Transition press(int index) override;

    std::filesystem::path backup_;
    bool restored_ = false;
};

} // namespace chelate::screens
