#include "engine/store/backup.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "engine/base/folders.hpp"
#include "engine/store/store.hpp"

namespace chelate::store {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;
using std::chrono::milliseconds;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::string_view prefix = "progress-";
constexpr std::string_view suffix = ".db";

sys_days day_of(Millis wall) {
    return std::chrono::floor<days>(std::chrono::sys_time<milliseconds>(milliseconds(wall.count)));
}

std::string time_text(Millis wall) {
    const sys_days day = day_of(wall);
    const year_month_day date(day);
    const auto seconds = (wall.count - std::chrono::duration_cast<milliseconds>(day.time_since_epoch()).count()) / 1000;
    return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), seconds / 3600,
                       seconds / 60 % 60, seconds % 60);
}

/// Returns the time in the name of a backup; nothing when the name is not that of a backup.
std::optional<Millis> time_in(std::string_view name) {
    if (!name.starts_with(prefix) || !name.ends_with(suffix)) return std::nullopt;
    const std::string_view text = name.substr(prefix.size(), name.size() - prefix.size() - suffix.size());
    if (text.size() != 16 || text[8] != 'T' || text[15] != 'Z') return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = -1;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + length, value);
        return error == std::errc{} && end == text.data() + at + length ? value : -1;
    };
    const year_month_day date{std::chrono::year(number(0, 4)), std::chrono::month(static_cast<unsigned>(number(4, 2))),
                              std::chrono::day(static_cast<unsigned>(number(6, 2)))};
    const int hours = number(9, 2);
    const int minutes = number(11, 2);
    const int seconds = number(13, 2);
    if (!date.ok() || hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59)
        return std::nullopt;
    const auto day = std::chrono::duration_cast<milliseconds>(sys_days(date).time_since_epoch()).count();
    return Millis{day + ((hours * 60LL + minutes) * 60 + seconds) * 1000};
}

Error failed(const fs::path& path, const std::error_code& why) {
    const bool full = why == std::errc::no_space_on_device;
    if (full) return {"store-full", {{"path", path.string()}}};
    return {"store-failed", {{"path", path.string()}, {"reason", why.message()}}};
}

/// Returns an unused file name beside the progress file.
fs::path free_name(const fs::path& progress, Millis wall) {
    for (int number = 1;; ++number) {
        const fs::path name = progress.parent_path() /
                              fmt::format("{}-set-aside-{}{}{}", progress.stem().string(), time_text(wall),
                                          number == 1 ? "" : fmt::format("-{}", number), progress.extension().string());
        std::error_code none;
        if (!fs::exists(name, none)) return name;
    }
}

} // namespace

fs::path backup_folder(const fs::path& progress) { return progress.parent_path() / "backups"; }

std::string backup_name(Millis wall) { return fmt::format("{}{}{}", prefix, time_text(wall), suffix); }

std::vector<Backup> backups_in(const fs::path& folder) {
    std::vector<Backup> found;
    std::error_code none;
    for (auto entry = fs::directory_iterator(folder, none); !none && entry != fs::directory_iterator();
         entry.increment(none)) {
        if (const auto made = time_in(entry->path().filename().string())) found.push_back({entry->path(), *made});
    }
    std::sort(found.begin(), found.end(),
              [](const Backup& a, const Backup& b) { return std::pair(b.made, b.file) < std::pair(a.made, a.file); });
    return found;
}

std::optional<Backup> newest_sound(const fs::path& folder) {
    for (const Backup& backup : backups_in(folder)) {
        // Opening may upgrade a file and leaves files beside it, so it is done with a copy in a folder of its own.
        const fs::path apart = folder / "checking";
        std::error_code error;
        fs::remove_all(apart, error);
        fs::create_directory(apart, error);
        fs::copy_file(backup.file, apart / backup.file.filename(), error);
        const bool sound = !error && Store::open(apart / backup.file.filename()).has_value();
        fs::remove_all(apart, error);
        if (sound) return backup;
    }
    return std::nullopt;
}

bool is_emptied(const fs::path& progress) {
    std::error_code none;
    return fs::is_regular_file(progress, none) && fs::file_size(progress, none) == 0 &&
           !backups_in(backup_folder(progress)).empty();
}

std::vector<Backup> outdated(std::vector<Backup> all) {
    std::sort(all.begin(), all.end(), [](const Backup& a, const Backup& b) { return b.made < a.made; });
    std::set<std::int64_t> on_days;
    std::set<std::int64_t> in_weeks;
    std::set<std::int64_t> in_months;
    std::vector<Backup> gone;
    for (const Backup& backup : all) {
        const sys_days day = day_of(backup.made);
        const year_month_day date(day);
        const std::int64_t number = day.time_since_epoch().count();
        // The newest of its day, week or month comes first. 1970-01-01 was a Thursday.
        const auto first_of = [](std::set<std::int64_t>& seen, std::int64_t period, int most) {
            return static_cast<int>(seen.size()) < most && seen.insert(period).second;
        };
        const bool daily = first_of(on_days, number, daily_backups);
        const bool weekly = first_of(in_weeks, (number + 3) / 7, weekly_backups);
        const bool monthly = first_of(
            in_months, static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())),
            monthly_backups);
        if (!daily && !weekly && !monthly) gone.push_back(backup);
    }
    return gone;
}

Result<std::optional<fs::path>> restore(const fs::path& backup, const fs::path& progress, Millis wall) {
    using Aside = std::optional<fs::path>;
    std::error_code error;
    // Prepare a copy of the backup before anything is moved. Opening the copy checks it.
    const fs::path ready = progress.parent_path() / (progress.filename().string() + ".restoring");
    for (const char* more : {"", "-wal", "-shm"}) fs::remove(ready.string() + more, error);
    fs::copy_file(backup, ready, fs::copy_options::overwrite_existing, error);
    if (error) return tl::unexpected<Error>(failed(backup, error));
    const auto abandon = [&](Error why) -> Result<Aside> {
        for (const char* more : {"", "-wal", "-shm"}) fs::remove(ready.string() + more, error);
        return tl::unexpected<Error>(std::move(why));
    };
    if (const auto sound = Store::open(ready); !sound) return abandon(sound.error());
    if (auto kept = sync_file(ready); !kept) return abandon(kept.error());

    Aside aside;
    if (fs::exists(progress, error)) {
        // A process that has the file open would go on writing into the file that is set aside.
        if (const auto present = Store::open(progress); !present && present.error().code == "store-locked")
            return abandon(present.error());
        aside = free_name(progress, wall);
        // Move the log first: it is useless without its database, and a database must never get another one's log.
        if (fs::exists(progress.string() + "-wal", error))
            fs::rename(progress.string() + "-wal", aside->string() + "-wal", error);
        if (error) return abandon(failed(progress, error));
        fs::rename(progress, *aside, error);
        if (error) return abandon(failed(progress, error));
    }
    fs::rename(ready, progress, error);
    if (error) return abandon(failed(progress, error));
    if (auto kept = sync_file(progress); !kept) return tl::unexpected<Error>(kept.error());
    return aside;
}

} // namespace chelate::store
