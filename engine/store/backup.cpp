#include "engine/store/backup.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "engine/base/folders.hpp"
#include "engine/base/private_files.hpp"
#include "engine/store/schema.hpp"
#include "engine/store/schema_versions.hpp"
#include "engine/store/sqlite.hpp"

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

/// Returns the number in a backup; 0 when it has none or cannot be read.
std::int64_t number_in(const fs::path& file) {
    Connection connection(file.string());
    if (!connection.open_unchanging()) return 0;
    connection.limit_time(std::chrono::seconds(1));
    const auto application = connection.number("PRAGMA application_id");
    const auto version = connection.number("PRAGMA user_version");
    constexpr std::int64_t first_with_number = 7;
    if (!application || *application != application_id || !version || *version < first_with_number ||
        *version > current_version)
        return 0;
    if (!check_schema(connection, *version)) return 0;
    const auto number = connection.number("SELECT number FROM backup");
    return number && *number > 0 ? *number : 0;
}

/// Returns whether `a` is newer than `b`.
bool is_newer(const Backup& a, const Backup& b) {
    return std::tie(b.number, b.made, b.file) < std::tie(a.number, a.made, a.file);
}

Error failed(const fs::path& path, const std::error_code& why) {
    const bool full = why == std::errc::no_space_on_device;
    if (full) return {"store-full", {{"path", path.string()}}};
    return {"store-failed", {{"path", path.string()}, {"reason", why.message()}}};
}

/// Returns whether a file was written by the program that uses this progress file: it is one of its backups, or an
/// earlier progress file that was set aside.
bool is_ours(const fs::path& file, const fs::path& progress) {
    std::error_code none;
    const fs::path folder = fs::weakly_canonical(fs::absolute(file, none), none).parent_path();
    return folder == fs::weakly_canonical(fs::absolute(backup_folder(progress), none), none) ||
           folder == fs::weakly_canonical(fs::absolute(progress, none), none).parent_path();
}

tl::unexpected<Error> failed_with(const fs::path& path, const char* reason) {
    return fail("store-failed", {{"path", path.string()}, {"reason", reason}});
}

/// Returns whether a process has a database open for writing. Its copy could then be of two halves.
/// @pre this process does not have it open, or it would lose its locks
bool is_in_use(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return false;
    // The bytes that SQLite locks: https://www.sqlite.org/fileformat2.html, "the lock-byte page".
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = 0x40000000;
    lock.l_len = 512;
    const bool known = ::fcntl(descriptor, F_GETLK, &lock) == 0;
    ::close(descriptor);
    return known && lock.l_type != F_UNLCK;
}

/// Makes an error about a copy one about the file it was made of.
tl::unexpected<Error> about(Error why, const fs::path& file) {
    for (auto& [name, value] : why.args) {
        if (name == "path") value = file.string();
    }
    return tl::unexpected<Error>(std::move(why));
}

/// Makes a copy of a backup that can take the place of the progress file. @param now  see Store::check_rows
Result<void> prepare(const fs::path& backup, const fs::path& ready, std::optional<Millis> now,
                     const std::function<Result<void>(const Store&)>& count) {
    {
        const auto store = open_copy(backup, ready);
        if (!store) return tl::unexpected<Error>(store.error());
        auto sound = store->check_rows(now);
        if (sound && count) sound = count(*store);
        if (!sound) return about(sound.error(), backup);
    }
    // Closing has written the log into the file. Should it have failed, the file alone is not all of it.
    std::error_code none;
    if (fs::exists(ready.string() + "-wal", none)) return failed_with(backup, "its log could not be written back");
    return sync_file(ready);
}

/// Moves a progress file with its log to another name, or leaves both where they are.
Result<void> set_aside(const fs::path& progress, const fs::path& aside) {
    std::error_code error;
    const auto log_of = [](const fs::path& file) { return fs::path(file.string() + "-wal"); };
    // Move the log first: it is useless without its database, and a database must never get another one's log.
    const bool has_log = fs::exists(log_of(progress), error);
    if (has_log) fs::rename(log_of(progress), log_of(aside), error);
    if (error) return tl::unexpected<Error>(failed(progress, error));
    fs::rename(progress, aside, error);
    if (!error) return {};
    std::error_code stays;
    if (has_log) fs::rename(log_of(aside), log_of(progress), stays);
    return tl::unexpected<Error>(failed(progress, error));
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
        if (const auto made = time_in(entry->path().filename().string()))
            found.push_back({entry->path(), *made, number_in(entry->path())});
    }
    std::sort(found.begin(), found.end(), is_newer);
    return found;
}

std::optional<Backup> newest_sound(const fs::path& folder) {
    for (const Backup& backup : backups_in(folder)) {
        // Opening may upgrade a file and leaves files beside it, so it is done with a copy in a folder of its own.
        const auto work = WorkFolder::make(folder);
        if (!work) continue;
        const auto store = open_copy(backup.file, work->path() / "copy.db");
        if (store && store->check_rows(std::nullopt)) return backup;
    }
    return std::nullopt;
}

Result<Store> open_copy(const fs::path& file, const fs::path& copy) {
    // SQLite would do what a journal says before we could check it. Ours have one only while a file is made.
    std::error_code error;
    const fs::path journal = file.string() + "-journal";
    if (fs::exists(fs::symlink_status(journal, error)) && (fs::file_size(journal, error) > 0 || error))
        return fail("store-unfinished", {{"path", file.string()}});
    if (is_in_use(file)) return fail("store-locked", {{"path", file.string()}});
    if (auto copied = copy_private(file, copy, largest_file); !copied) return tl::unexpected<Error>(copied.error());
    // Answers that were given just before a crash are in the log alone.
    if (auto copied = copy_private(file.string() + "-wal", copy.string() + "-wal", largest_file);
        !copied && copied.error().code != "file-missing")
        return tl::unexpected<Error>(copied.error());
    auto store = Store::open(copy);
    if (!store) return about(store.error(), file);
    return store;
}

bool is_emptied(const fs::path& progress) {
    std::error_code none;
    return fs::is_regular_file(progress, none) && fs::file_size(progress, none) == 0 &&
           !backups_in(backup_folder(progress)).empty();
}

std::vector<Backup> outdated(std::vector<Backup> all) {
    std::sort(all.begin(), all.end(), is_newer);
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

Result<std::optional<fs::path>> restore(const fs::path& backup, const fs::path& progress, Millis wall,
                                        const std::function<Result<void>(const Store&)>& count) {
    using Aside = std::optional<fs::path>;
    if (auto made = make_folder(progress.parent_path()); !made) return tl::unexpected<Error>(made.error());
    // Prepare a copy of the backup before anything is moved.
    const auto work = WorkFolder::make(progress.parent_path());
    if (!work) return tl::unexpected<Error>(work.error());
    const fs::path ready = work->path() / "restored.db";
    const auto now = is_ours(backup, progress) ? std::nullopt : std::optional(wall);
    if (auto sound = prepare(backup, ready, now, count); !sound) return tl::unexpected<Error>(sound.error());

    std::error_code error;
    Aside aside;
    if (fs::exists(fs::symlink_status(progress, error))) {
        // A process that has the file open would go on writing into the file that is set aside.
        if (const auto present = Store::open(progress); !present && present.error().code == "store-locked")
            return tl::unexpected<Error>(present.error());
        aside = free_name(progress, wall);
        if (auto moved = set_aside(progress, *aside); !moved) return tl::unexpected<Error>(moved.error());
    }
    if (auto moved = move_private(ready, progress); !moved) {
        if (aside) (void)set_aside(*aside, progress);
        return tl::unexpected<Error>(moved.error());
    }
    return aside;
}

} // namespace chelate::store
