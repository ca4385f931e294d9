// What the benchmarks compare their figures with, measured in the same run: machines differ in speed, and ratios
// differ much less.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include <sqlite3.h>
#include <xxhash.h>

namespace chelate::bench {

using Clock = std::chrono::steady_clock;

inline double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Returns the seconds that this process has kept a processor busy. Other work on the machine does not count.
inline double cpu_seconds() {
    timespec now{};
    (void)::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Returns a quantile of some values.
/// @param values not empty  @param share from 0 to 1
inline double quantile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

/// Returns how many seconds of a processor it takes to hash one kibibyte with XXH3: the median of 25 loops. Each piece
/// of 64 bytes is seeded with the hash of the piece before, so the speed is that of the processor, not of the memory.
inline double seconds_to_hash_a_kibibyte() {
    constexpr std::size_t piece = 64;
    constexpr std::size_t kibibytes = 16;
    constexpr int rounds = 200;
    std::vector<unsigned char> bytes(kibibytes * 1024);
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<unsigned char>(i * 131 + i / 251);
    std::uint64_t hash = 1;
    std::vector<double> times;
    for (int loop = 0; loop < 25; ++loop) {
        const double start = cpu_seconds();
        for (int round = 0; round < rounds; ++round) {
            for (std::size_t at = 0; at < bytes.size(); at += piece)
                hash = XXH3_64bits_withSeed(bytes.data() + at, piece, hash);
        }
        times.push_back((cpu_seconds() - start) / static_cast<double>(rounds * kibibytes));
    }
    if (hash == 0) (void)std::fputs("the hash is zero\n", stderr); // used, so that nothing is optimised away
    return quantile(times, 0.5);
}

/// What some work took of a processor, and what hashing took just before and after it.
struct BesideHashing {
    double seconds = 0;          ///< of the work
    double kibibyte_seconds = 0; ///< to hash a kibibyte
    /// Returns how many kibibytes are hashed in the time that one of `count` parts of the work took.
    [[nodiscard]] double kibibytes_each(double count) const { return seconds / count / kibibyte_seconds; }
};

template <class Work>
BesideHashing beside_hashing(Work work) {
    const double before = seconds_to_hash_a_kibibyte();
    const double start = cpu_seconds();
    work();
    const double seconds = cpu_seconds() - start;
    return {seconds, (before + seconds_to_hash_a_kibibyte()) / 2};
}

/// A bare SQLite database that commits as the program does: write-ahead log, synchronised fully, one connection.
class BareSqlite {
public:
    /// Opens a database. Ends the program when that is not possible.
    explicit BareSqlite(const std::filesystem::path& file) {
        if (sqlite3_open(file.c_str(), &handle_) != SQLITE_OK) stop();
        run("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    }
    BareSqlite(const BareSqlite&) = delete;
    BareSqlite& operator=(const BareSqlite&) = delete;
    ~BareSqlite() {
        sqlite3_finalize(insert_);
        sqlite3_close(handle_);
    }

    /// Runs statements and ignores their rows. Ends the program when one fails.
    void run(const std::string& sql) {
        if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) stop();
    }

    /// Commits one row of 400 bytes, about as large as an answer, and returns the milliseconds it took.
    double commit() {
        if (insert_ == nullptr) {
            run("CREATE TABLE bare (number INTEGER PRIMARY KEY, bytes BLOB)");
            if (sqlite3_prepare_v2(handle_, "INSERT INTO bare (bytes) VALUES (zeroblob(400))", -1, &insert_, nullptr) !=
                SQLITE_OK)
                stop();
        }
        const auto start = Clock::now();
        run("BEGIN IMMEDIATE");
        if (sqlite3_step(insert_) != SQLITE_DONE) stop();
        sqlite3_reset(insert_);
        run("COMMIT");
        return seconds_since(start) * 1000;
    }

private:
    [[noreturn]] void stop() const {
        (void)std::fprintf(stderr, "bare SQLite: %s\n", sqlite3_errmsg(handle_));
        std::exit(1);
    }

    sqlite3* handle_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
};

} // namespace chelate::bench
