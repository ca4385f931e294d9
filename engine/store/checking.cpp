// Checks every row of a database that came from elsewhere, before anything of it is used.
#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "engine/base/person_name.hpp"
#include "engine/base/wall_limits.hpp"
#include "engine/quiz/session.hpp"
#include "engine/store/database.hpp"
#include "engine/store/limits.hpp"

namespace chelate::store {
namespace {

/// What every row of a table must satisfy. Sizes are in bytes: the length of a text would end at its first zero. SQLite
/// has already checked the types of the columns, and the reading functions check what one row decides alone.
struct RowRule {
    const char* what; ///< for the error message
    const char* table;
    const char* condition; ///< ?1 is the end of all times (see wall_limits.hpp), ?2 the greatest time zone
};

constexpr std::array row_rules{
    RowRule{"journal wall", "journal", "wall >= 0 AND wall < ?1"},
    RowRule{"journal zone", "journal", "coalesce(zone, 0) BETWEEN -?2 AND ?2"},
    RowRule{"journal serial", "journal", "coalesce(serial, 0) BETWEEN 0 AND 1 << 60"},
    RowRule{"journal profile", "journal",
            "EXISTS (SELECT 1 FROM session WHERE session.key = journal.session AND session.profile = journal.profile)"},
    RowRule{"journal origin", "journal", "length(origin) = 16"},
    RowRule{"journal kind", "journal", "coalesce(length(CAST(kind AS BLOB)), 0) <= 100"},
    RowRule{"journal shown", "journal",
            "coalesce(length(CAST(shown AS BLOB)), 0) <= 1000 AND coalesce(length(CAST(arranged AS BLOB)), 0) <= 1000"},
    RowRule{"journal player", "journal",
            "coalesce(length(CAST(player AS BLOB)), 0) <= 1000 AND coalesce(length(CAST(name AS BLOB)), 0) <= 1000"},
    RowRule{"journal start", "journal",
            "coalesce(length(CAST(start AS BLOB)), 0) <= 4000000 AND coalesce(length(CAST(response AS BLOB)), 0) <= "
            "1000000"},
    RowRule{"question body", "question",
            "coalesce(length(CAST(hash AS BLOB)), 0) <= 1000 AND coalesce(length(CAST(body AS BLOB)), 0) <= 4000000"},
    RowRule{"profile created", "profile", "created >= 0 AND created < ?1"},
    RowRule{"memory state", "memory",
            "stability BETWEEN 0 AND 1000000 AND difficulty BETWEEN 0 AND 100 AND coalesce(length(CAST(item AS BLOB)), "
            "0) <= 1000"},
    RowRule{"memory day", "memory", "first_day BETWEEN -1 AND ?1 / 86400000 AND last_day BETWEEN -1 AND ?1 / 86400000"},
    RowRule{"memory reviews", "memory",
            "reviews BETWEEN 0 AND 1 << 30 AND lapses BETWEEN 0 AND 1 << 30 AND misses BETWEEN 0 AND 1 << 30"},
    RowRule{"memory rating", "memory",
            "rating BETWEEN 1 AND 4 AND recall BETWEEN 0 AND 7 AND sure_wrong IN (0, 1) AND two_way IN (0, 1)"},
    RowRule{"counted version", "counted", "version BETWEEN 0 AND 1 << 30"},
    RowRule{"room kind", "room", "kind IN (1, 2)"},
    RowRule{"backup number", "backup", "number BETWEEN 0 AND 1 << 60"},
};

std::string date_of(Millis wall) {
    const std::chrono::sys_days day = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(wall.count)));
    const std::chrono::year_month_day date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

} // namespace

Error Store::Database::impossible(std::string_view what) const {
    return {"store-impossible", {{"path", connection.path()}, {"what", std::string(what)}}};
}

Result<void> Store::Database::check_references() {
    auto check = Statement::prepare(connection, "PRAGMA foreign_key_check");
    if (!check) return tl::unexpected<Error>(check.error());
    Query query(*check, {});
    const auto row = query.next();
    if (!row) return tl::unexpected<Error>(row.error());
    if (*row) return tl::unexpected<Error>(impossible(query.text(0)));
    return {};
}

Result<void> Store::Database::check_rules() {
    for (auto first = row_rules.begin(); first != row_rules.end();) {
        const std::string_view table = first->table;
        const auto end = std::find_if(first, row_rules.end(), [&](const RowRule& rule) { return rule.table != table; });
        // One look at the table for all its rules: a journal has a million rows.
        std::string all;
        std::string which;
        for (; first != end; ++first) {
            all += fmt::format("{}({})", all.empty() ? "" : " AND ", first->condition);
            which += fmt::format(" WHEN NOT ({}) THEN '{}'", first->condition, first->what);
        }
        auto select = Statement::prepare(
            connection, fmt::format("SELECT CASE{} END, ?1, ?2 FROM {} WHERE NOT ({}) LIMIT 1", which, table, all));
        if (!select) return tl::unexpected<Error>(select.error());
        Query query(*select, {end_of_time.count, std::int64_t{most_minutes_of_zone}});
        const auto row = query.next();
        if (!row) return tl::unexpected<Error>(row.error());
        if (*row) return tl::unexpected<Error>(impossible(query.text(0)));
    }
    const auto writers = connection.number("SELECT count(DISTINCT origin) FROM journal");
    if (!writers) return tl::unexpected<Error>(writers.error());
    if (std::cmp_greater(*writers, most_machines)) return tl::unexpected<Error>(impossible("journal origin"));
    return {};
}

Result<void> Store::Database::check_times(Millis now) {
    for (const char* sql :
         {"SELECT min(wall), max(wall) FROM journal", "SELECT min(finished), max(finished) FROM session"}) {
        auto select = Statement::prepare(connection, sql);
        if (!select) return tl::unexpected<Error>(select.error());
        Query query(*select, {});
        const auto row = query.next();
        if (!row) return tl::unexpected<Error>(row.error());
        for (const int end : {0, 1}) {
            if (!*row || query.is_nothing(end) || is_accepted_from_elsewhere({query.number(end)}, now)) continue;
            return fail("store-wrong-clock", {{"path", connection.path()}, {"date", date_of({query.number(end)})}});
        }
    }
    return {};
}

Result<void> Store::Database::check_people(bool from_elsewhere) {
    for (const ProfileKind kind : {ProfileKind::person, ProfileKind::classroom, ProfileKind::workshop}) {
        const auto everybody = profiles(kind);
        if (!everybody) return tl::unexpected<Error>(everybody.error());
        for (const Profile& one : *everybody) {
            if (const auto name = person_name(one.name); from_elsewhere && (!name || *name != one.name))
                return tl::unexpected<Error>(impossible("profile name"));
            auto read = study_settings(one.id).map([](const StudySettings&) {});
            if (read) read = suspended(one.id).map([](const ItemList&) {});
            auto sessions = sessions_of(one.id);
            if (!sessions) return tl::unexpected<Error>(sessions.error());
            for (SessionRow& session : *sessions) {
                // This replays the session too, so rows that cannot be counted are found here.
                if (read) read = count_result(session, nullptr);
            }
            if (!read) return read;
        }
    }
    return {};
}

Result<void> Store::Database::check_rows(std::optional<Millis> now) {
    auto done = check_rules();
    if (done) done = check_references();
    if (done) done = check_people(now.has_value());
    if (done && now) done = check_times(*now);
    questions.clear();
    return done;
}

} // namespace chelate::store
