// Measures what saving an answer and its memory update costs: the store's append compared with a bare SQLite
// transaction of rows with the same columns and sizes. Prints one line of JSON; `ratio` is the ratio of the medians.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include "engine/store/store.hpp"
#include "tests/bench/baseline.hpp"
#include "tests/support/builders.hpp"

using namespace chelate;

namespace {

using bench::Clock;
using bench::quantile;

constexpr int answers = 4000;
constexpr int items = 2;     // that an answer exercises
constexpr int facts = 500;   // in all
constexpr int warm_up = 200; // answers not counted, because the first ones make the log grow

[[noreturn]] void stop(std::string_view why) {
    fmt::print(stderr, "store_bench: {}\n", why);
    std::exit(1);
}

template <class T>
T must(Result<T> result) {
    if (!result) stop(result.error().code);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

ItemId item_of(int number, int place) {
    return {ItemKind::fact, fmt::format("things.attribute-{}", (number * items + place) % facts)};
}

/// The store's side: a session whose questions are known, one answer at a time.
class Ours {
public:
    explicit Ours(const std::filesystem::path& file) : store_(must(store::Store::open(file))) {
        profile_ = must(store_.profile_named("Ada", {1})).id;
        const test::Script script({{quiz::PlayerId{profile_.value}, "Ada"}});
        must(store_.append(profile_, session_, 0, script.history.log, {1}));
        next_ = script.history.log.size();
    }

    /// Returns the milliseconds that one answer takes.
    double answer(int number) {
        const std::vector<quiz::Event> events{
            {{number},
             static_cast<std::uint32_t>(number),
             quiz::AnswerJudged{number,
                                quiz::PlayerId{profile_.value},
                                quiz::Picked{2},
                                {1234},
                                quiz::award_for({1000}, Fraction::one(), Fraction::one(), {100})}},
            {{number}, static_cast<std::uint32_t>(number), quiz::QuestionRevealed{number}}};
        store::MemoryUpdate learned;
        for (int place = 0; place < items; ++place) {
            learned.records.push_back(
                {item_of(number, place),
                 {.state = {12.5, 5.25}, .reviews = number, .first_day = 19'000, .last_day = 19'700}});
        }
        const auto start = Clock::now();
        must(store_.append(profile_, session_, next_, events, {1'700'000'000'000 + number}, nullptr, &learned));
        const std::chrono::duration<double, std::milli> took = Clock::now() - start;
        next_ += events.size();
        return took.count();
    }
    [[nodiscard]] const std::string& player() const { return profile_.value; }

private:
    store::Store store_;
    store::ProfileId profile_;
    quiz::SessionId session_{"bench"};
    std::size_t next_ = 0;
};

/// The same rows without a store: its journal table and prepared statements, but no checks.
class Bare {
public:
    Bare(const std::filesystem::path& file, const std::filesystem::path& pattern, std::string player)
        : player_(std::move(player)) {
        if (sqlite3_open(file.c_str(), &handle_) != SQLITE_OK) stop("open");
        run(fmt::format("ATTACH '{}' AS pattern", pattern.string()));
        std::string schema;
        sqlite3_exec(handle_,
                     "SELECT sql FROM pattern.sqlite_schema WHERE name IN ('profile', 'question', 'session', "
                     "'journal', 'memory')",
                     take, &schema, nullptr);
        sqlite3_exec(handle_, "SELECT name FROM pragma_table_info('journal', 'pattern')", count, &columns_, nullptr);
        sqlite3_exec(handle_,
                     "SELECT name FROM pragma_table_info('journal', 'pattern') WHERE cid <= (SELECT cid FROM "
                     "pragma_table_info('journal', 'pattern') WHERE name = 'crc')",
                     count, &crc_, nullptr);
        run("DETACH pattern");
        run("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA "
            "foreign_keys = ON");
        run(schema);
        run("INSERT INTO profile VALUES (1, randomblob(16), 'Ada', 1, 1); "
            "INSERT INTO session (key, id, profile, touched, pack, round, crc) SELECT 1, 'bench', id, 1, 'pack', "
            "'round', 1 FROM profile");
        std::string insert = "INSERT INTO journal VALUES (?";
        for (int i = 1; i < columns_; ++i) insert += ", ?";
        prepare("BEGIN IMMEDIATE", begin_);
        prepare("COMMIT", commit_);
        prepare(insert + ")", insert_);
        prepare("INSERT OR REPLACE INTO memory VALUES ((SELECT id FROM profile), ?1, 12.5, 5.25, ?2, 0, 0, 19000, "
                "19700, 3, 6, 0, 0, 4294967295)",
                memory_);
    }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;
    ~Bare() {
        for (sqlite3_stmt* statement : {begin_, commit_, insert_, memory_}) sqlite3_finalize(statement);
        sqlite3_close(handle_);
    }

    double answer(int number) {
        const auto start = Clock::now();
        step(begin_);
        row(2 * number, number, "answer-judged");
        text(13, player_);
        numbers(16, {2});
        numbers(18, {1234, 1100, 1000, 1, 1, 1, 1, 100});
        step(insert_);
        row(2 * number + 1, number, "question-revealed");
        step(insert_);
        for (int place = 0; place < items; ++place) {
            const std::string item = item_of(number, place).to_text();
            sqlite3_bind_text(memory_, 1, item.data(), static_cast<int>(item.size()), nullptr);
            sqlite3_bind_int(memory_, 2, number);
            step(memory_);
        }
        step(commit_);
        const std::chrono::duration<double, std::milli> took = Clock::now() - start;
        return took.count();
    }

private:
    static int take(void* to, int, char** values, char**) {
        *static_cast<std::string*>(to) += std::string(values[0] != nullptr ? values[0] : "") + ";\n";
        return 0;
    }
    static int count(void* to, int, char**, char**) {
        ++*static_cast<int*>(to);
        return 0;
    }
    void run(const std::string& sql) {
        if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) stop(sqlite3_errmsg(handle_));
    }
    void prepare(const std::string& sql, sqlite3_stmt*& statement) {
        if (sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            stop(sqlite3_errmsg(handle_));
    }
    void step(sqlite3_stmt* statement) {
        if (sqlite3_step(statement) != SQLITE_DONE) stop(sqlite3_errmsg(handle_));
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }
    void text(int place, std::string_view value) {
        sqlite3_bind_text(insert_, place, value.data(), static_cast<int>(value.size()), nullptr);
    }
    void numbers(int place, std::initializer_list<std::int64_t> values) {
        for (const std::int64_t value : values) sqlite3_bind_int64(insert_, place++, value);
    }
    /// Binds what both rows have: session, sequence, profile, origin, times, kind, number and room for a checksum.
    void row(int seq, int number, std::string_view kind) {
        numbers(1, {1, seq});
        sqlite3_bind_blob(insert_, 3, player_.data(), 16, nullptr);
        sqlite3_bind_blob(insert_, 4, player_.data(), 16, nullptr);
        numbers(5, {1'700'000'000'000 + number});
        text(6, kind);
        numbers(7, {number, number, number});
        numbers(crc_, {0xFFFFFFFF, 60, seq}); // zone and serial were added after it
    }

    sqlite3* handle_ = nullptr;
    sqlite3_stmt* begin_ = nullptr;
    sqlite3_stmt* commit_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
    sqlite3_stmt* memory_ = nullptr;
    std::string player_;
    int columns_ = 0;
    int crc_ = 0; ///< its place among the columns, from 1
};

} // namespace

int main(int count, char** arguments) {
    // The benchmark measures the disk of this folder, which may be an argument.
    const std::filesystem::path parent = count > 1 ? arguments[1] : std::filesystem::temp_directory_path();
    std::string folder = (parent / "chelate_bench_XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) stop("no temporary folder");
    const std::filesystem::path file = std::filesystem::path(folder) / "ours";
    const std::filesystem::path pattern = std::filesystem::path(folder) / "pattern";
    { const auto made = must(store::Store::open(pattern)); }
    std::vector<double> ours;
    std::vector<double> bare;
    {
        Ours store(file);
        Bare database(std::filesystem::path(folder) / "bare", pattern, store.player());
        // The two take turns, so that both meet the same conditions on the disk.
        for (int i = 1; i <= answers; ++i) {
            const double with = store.answer(i);
            const double without = database.answer(i);
            if (i <= warm_up) continue;
            ours.push_back(with);
            bare.push_back(without);
        }
    }
    std::filesystem::remove_all(folder);
    fmt::print(
        "{{\"bench\":\"store_append\",\"answers\":{},\"median_ms\":{:.4f},\"p99_ms\":{:.4f},\"bare_median_ms\":{:.4f},"
        "\"bare_p99_ms\":{:.4f},\"ratio\":{:.3f},\"p99_ratio\":{:.3f}}}\n",
        ours.size(), quantile(ours, 0.5), quantile(ours, 0.99), quantile(bare, 0.5), quantile(bare, 0.99),
        quantile(ours, 0.5) / quantile(bare, 0.5), quantile(ours, 0.99) / quantile(bare, 0.99));
    return 0;
}
