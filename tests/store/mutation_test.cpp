// Tests that whatever is changed in a row, with its checksum put right, is refused or does no harm.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include "engine/base/rng.hpp"
#include "engine/quiz/view.hpp"
#include "engine/store/sqlite.hpp"
#include "tests/store/place.hpp"
#include "tests/support/campaign.hpp"

using namespace chelate;
using namespace chelate::store;
using namespace chelate::test;

namespace {

constexpr Millis now{1'800'000'000'000}; // January 2027

/// A column whose value is part of its row's checksum.
struct SummedColumn {
    std::string table;
    std::string name;
    std::vector<std::string> summed; ///< the columns of the table that are summed, in their order
};

/// Returns the summed columns of every table that has checksums.
std::vector<SummedColumn> summed_columns(const std::filesystem::path& file) {
    Connection connection(file.string());
    must(connection.open());
    std::vector<SummedColumn> columns;
    for (const std::string table : {"journal", "session", "profile", "question", "memory", "study"}) {
        std::vector<std::string> summed;
        auto select = must(Statement::prepare(connection, "SELECT name FROM pragma_table_info('" + table + "')"));
        for (Query query(select, {}); must(query.next());) {
            const std::string name(query.text(0));
            if (name != "crc" && !(table == "profile" && name == "key")) summed.push_back(name);
        }
        for (const std::string& name : summed) columns.push_back({table, name, summed});
    }
    return columns;
}

/// Values that nobody expects, and values that are nearly right.
const std::vector<Value>& values_of_harm() {
    static const std::string long_text(300'000, 'a');
    static const std::vector<Value> values{std::monostate{},
                                           std::numeric_limits<double>::infinity(),
                                           0.5,
                                           -1,
                                           0,
                                           1,
                                           2,
                                           3,
                                           7,
                                           255,
                                           100'000,
                                           std::numeric_limits<std::int32_t>::max(),
                                           4'102'444'800'000, // 2100
                                           std::numeric_limits<std::int64_t>::max(),
                                           std::numeric_limits<std::int64_t>::min(),
                                           std::string_view(""),
                                           std::string_view("x"),
                                           std::string_view("\x1b[31m\n"),
                                           std::string_view("\u202e"),
                                           std::string_view("undone"),
                                           std::string_view("{}"),
                                           std::string_view(long_text),
                                           Blob{""},
                                           Blob{{"\0\1\2\3", 4}},
                                           Blob{"\xff"},
                                           Blob{{"\0\0", 2}},
                                           Blob{"0123456789abcdef"}};
    return values;
}

/// Changes a value of one row of a database that nobody has open, and puts its checksum right.
/// @param value  what to put there; null: the value of another column of the row
/// @return whether SQLite took the value
bool change_a_value(const std::filesystem::path& file, const SummedColumn& column, const Value* value, Rng& rng) {
    Connection connection(file.string());
    must(connection.open());
    const auto rows = must(connection.number(("SELECT count(*) FROM " + column.table).c_str()));
    if (rows == 0) return false;
    std::string list;
    for (const std::string& name : column.summed) list += (list.empty() ? "" : ", ") + name;
    const std::string one_row = "SELECT " + list + " FROM " + column.table + " LIMIT 1 OFFSET " +
                                std::to_string(rng.below(static_cast<std::uint64_t>(rows)));
    auto select = must(Statement::prepare(connection, one_row));
    auto update =
        must(Statement::prepare(connection, "UPDATE " + column.table + " SET (" + column.name +
                                                ", crc) = (?1, ?2) WHERE (" + list + ") IS (" + one_row + ")"));
    std::vector<Value> values;
    Query query(select, {});
    if (!must(query.next())) return false;
    for (std::size_t i = 0; i < column.summed.size(); ++i) values.push_back(query[static_cast<int>(i)]);
    const auto place = std::find(column.summed.begin(), column.summed.end(), column.name) - column.summed.begin();
    Value& changed = values[static_cast<std::size_t>(place)];
    changed = value != nullptr ? *value : values[rng.below(values.size())];
    const std::int64_t sum = checksum(values);
    return Query(update, {changed, sum}).run().has_value();
}

/// Reads and folds everything in a store, as people who play and hosts who look would. Throws the first error.
void read_all(Store& store) {
    for (const ProfileKind kind : {ProfileKind::person, ProfileKind::classroom, ProfileKind::workshop}) {
        for (const Profile& profile : must(store.profiles(kind))) {
            must(store.each_session(profile.id, [](SessionLog&& log) {
                (void)quiz::project(log.history, {quiz::Role::host, {}});
                return Result<void>{};
            }));
            (void)must(store.interrupted(profile.id));
            (void)must(store.history(profile.id));
            (void)must(store.totals_by_topic(profile.id));
            (void)must(store.totals_by_item(profile.id));
        }
    }
}

/// Imports everybody into a new store. Nothing may be there afterwards that does not follow from the journal.
void import_all(const Store& other) {
    auto store = must(Store::in_memory());
    for (const Profile& profile : must(other.profiles())) {
        const auto merged = store.merge(other, profile);
        if (!merged) continue;
        CHECK(must(store.recount_results(merged->profile.id, false)) == 0);
    }
    read_all(store);
}

} // namespace

TEST_SUITE("store/mutation") {
    TEST_CASE("a changed value in any row, with the right checksum, is refused or harmless") {
        std::vector<std::string> originals;
        for (int version = 1; version <= std::stoi(newest_version); ++version) {
            const Folder folder;
            std::filesystem::copy_file("tests/store/golden/version-" + std::to_string(version) + ".db",
                                       folder.database());
            { auto upgraded = must(Store::open(folder.database())); }
            originals.push_back(bytes_of(folder.database()));
        }
        std::size_t refused = 0;
        std::size_t taken = 0;
        const Folder folder;
        put(folder.database(), originals.back());
        const std::vector<SummedColumn> columns = summed_columns(folder.database());
        const std::size_t values = values_of_harm().size() + 1; // the last is the value of another column
        // Every value in every column of every database, each in a row that is drawn.
        const Campaign changes{"values changed in databases", originals.size() * columns.size() * values};
        for (const std::uint64_t change : changes) {
            CAPTURE(change);
            Rng rng = stream_of(40, change);
            put(folder.database(), originals[change % originals.size()]);
            const SummedColumn& column = columns[change / originals.size() % columns.size()];
            const std::size_t value = change / originals.size() / columns.size();
            for (const char* more : {"-wal", "-shm", "-journal"})
                std::filesystem::remove(folder.database().string() + more);
            CAPTURE(column.table);
            CAPTURE(column.name);
            const bool is_other = value == values_of_harm().size();
            if (!change_a_value(folder.database(), column, is_other ? nullptr : &values_of_harm()[value], rng))
                continue;
            const auto store = Store::open(folder.database());
            if (!store || !store->check_rows(now)) {
                ++refused;
                // As a file of ours it is not looked at as closely. It must not stop the program all the same.
                if (store)
                    CHECK_NOTHROW([&] {
                        try {
                            read_all(const_cast<Store&>(*store));
                        } catch (const std::runtime_error&) { // an error with a sentence
                        }
                    }());
                continue;
            }
            ++taken;
            import_all(*store);
        }
        CHECK(refused > changes.size() / 10); // about a fifth
        CHECK(taken > 0);
    }
}
