// Tests that whatever is changed in a row, with its checksum put right, is refused or does no harm.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include "engine/base/rng.hpp"
#include "engine/quiz/view.hpp"
#include "engine/store/journal_row.hpp"
#include "engine/store/sqlite.hpp"
#include "tests/store/place.hpp"
#include "tests/support/campaign.hpp"

using namespace chelate;
using namespace chelate::store;
using namespace chelate::test;

namespace {

constexpr Millis now{1'800'000'000'000}; // January 2027

/// A table with checksums: the checksum covers the values of these columns, in this order.
struct SummedTable {
    std::string name;
    std::vector<std::string> columns;
};

const std::vector<SummedTable>& tables() {
    static const std::vector<SummedTable> all{{"journal", {column_names.begin(), column_names.end()}},
                                              {"session",
                                               {"key", "id", "profile", "touched", "pack", "round", "finished",
                                                "complete", "points", "possible", "full", "asked", "streak"}},
                                              {"profile", {"id", "name", "created"}},
                                              {"question", {"hash", "body"}}};
    return all;
}

/// Values that nobody expects, and values that are nearly right.
Value a_value_of_harm(Rng& rng) {
    static const std::string long_text(300'000, 'a');
    static constexpr std::array<std::int64_t, 12> numbers{-1,
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
                                                          std::numeric_limits<std::int64_t>::min()};
    static constexpr std::array<std::string_view, 6> texts{"", "x", "\x1b[31m\n", "\u202e", "undone", "{}"};
    static constexpr std::array<std::string_view, 5> blobs{
        {"", {"\0\1\2\3", 4}, "\xff", {"\0\0", 2}, "0123456789abcdef"}};
    switch (rng.below(8)) {
    case 0: return std::monostate{};
    case 1: return std::numeric_limits<double>::infinity();
    case 2: return std::string_view(texts[rng.below(texts.size())]);
    case 3: return Blob{blobs[rng.below(blobs.size())]};
    case 4: return std::string_view(long_text);
    default: return numbers[rng.below(numbers.size())];
    }
}

/// Changes one value of one row of a database that nobody has open, and puts its checksum right.
/// @return what was changed; empty when SQLite itself would not take the value
std::string change_a_value(const std::filesystem::path& file, Rng& rng) {
    Connection connection(file.string());
    must(connection.open());
    const SummedTable& table = tables()[rng.below(6) < 3 ? 0 : rng.below(tables().size())];
    const std::int64_t rows = must(connection.number(("SELECT count(*) FROM " + table.name).c_str()));
    if (rows == 0) return {};
    const std::string row = std::to_string(rng.below(static_cast<std::uint64_t>(rows)));
    std::string list;
    for (const std::string& column : table.columns) list += (list.empty() ? "" : ", ") + column;
    const std::size_t changed = rng.below(table.columns.size());
    auto select =
        must(Statement::prepare(connection, "SELECT " + list + " FROM " + table.name + " LIMIT 1 OFFSET " + row));
    auto update = must(Statement::prepare(connection, "UPDATE " + table.name + " SET (" + table.columns[changed] +
                                                          ", crc) = (?1, ?2) WHERE (" + list + ") IS (SELECT " + list +
                                                          " FROM " + table.name + " LIMIT 1 OFFSET " + row + ")"));
    std::vector<Value> values;
    Query query(select, {});
    if (!must(query.next())) return {};
    for (std::size_t i = 0; i < table.columns.size(); ++i) values.push_back(query[static_cast<int>(i)]);
    if (rng.below(6) == 0) values[changed] = values[rng.below(values.size())]; // swapped with another column's
    else values[changed] = a_value_of_harm(rng);
    const std::int64_t sum = checksum(values);
    if (const auto done = Query(update, {values[changed], sum}).run(); !done) return {};
    return table.name + "." + table.columns[changed] + " of row " + row;
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
        const Campaign changes{"values changed in databases", 6000};
        const Folder folder;
        for (const std::uint64_t change : changes) {
            CAPTURE(change);
            Rng rng = stream_of(40, change);
            put(folder.database(), originals[change % originals.size()]);
            for (const char* more : {"-wal", "-shm", "-journal"})
                std::filesystem::remove(folder.database().string() + more);
            const std::string what = change_a_value(folder.database(), rng);
            if (what.empty()) continue;
            CAPTURE(what);
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
        CHECK(refused > changes.size() / 5);
        CHECK(taken > 0);
    }
}
