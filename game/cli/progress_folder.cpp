#include "game/cli/progress_folder.hpp"

#include "engine/base/folders.hpp"
#include "engine/runner/runner.hpp"
#include "engine/store/backup.hpp"
#include "game/cli/progress_verb.hpp"

namespace chelate::cli {

namespace {

/// Makes one backup a day, before anything is written that day. There is nothing to back up when nobody has played.
/// Returns an error when the backup could not be made.
std::optional<Error> back_up_daily(store::Store& store, const std::filesystem::path& file) {
    const auto people = store.profiles();
    if (!people || people->empty()) return std::nullopt;
    const Millis now = runner::SystemClock().wall();
    const std::filesystem::path folder = store::backup_folder(file);
    const auto backups = store::backups_in(folder);
    constexpr std::int64_t day = 86'400'000;
    if (!backups.empty() && backups.front().made.count / day == now.count / day) return std::nullopt;
    const auto made = store.back_up(folder, now);
    return made ? std::nullopt : std::optional(made.error());
}

} // namespace

bool backup_helps(const Error& error) {
    return error.code == "store-damaged" || error.code == "store-altered" || error.code == "store-impossible";
}

Result<store::Store> open_unless_emptied(const std::filesystem::path& file) {
    if (store::is_emptied(file)) return fail("store-damaged", {{"path", file.string()}, {"detail", ""}});
    return store::Store::open(file);
}

Result<std::filesystem::path> progress_folder(const std::string& data_dir) {
    if (data_dir.empty()) return data_folder(process_environment());
    return std::filesystem::path(data_dir);
}

DataFolder open_data_folder(const std::string& data_dir) {
    const auto folder = progress_folder(data_dir);
    if (!folder) return {.progress = {.why_not = folder.error()}};
    if (const auto made = make_folder(*folder); !made) return {.progress = {.why_not = made.error()}};
    DataFolder data{.folder = *folder, .progress = {.file = *folder / progress_file}};
    auto opened = open_unless_emptied(data.progress.file);
    if (opened) {
        data.progress.store = std::move(*opened);
        data.no_backup = back_up_daily(*data.progress.store, data.progress.file);
    } else {
        data.progress.why_not = opened.error();
        if (!backup_helps(opened.error())) return data;
        if (const auto backup = store::newest_sound(store::backup_folder(data.progress.file)))
            data.backup = backup->file;
    }
    return data;
}

} // namespace chelate::cli
