// A disk that fails, or kills the process, when a test says so: a file system for SQLite over the usual one that counts
// writes and syncs.
#pragma once

#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <memory>

#include <sqlite3.h>
#include <sys/time.h>

namespace chelate::test {

/// What the disk does; there is one for the process.
struct Faults {
    std::int64_t operations = 0; ///< writes, truncations and syncs so far
    std::int64_t fails_at = -1;  ///< index of the operation that fails once, from 0; -1: none
    std::int64_t room = -1;      ///< bytes that may still be written; -1: no limit
    bool failed = false;         ///< an operation was refused
    std::int64_t dies_at = -1;   ///< index of the operation before which the process is killed, from 0; -1: none
    std::chrono::microseconds dies_later{}; ///< it is killed so much later; less than a second

    /// Returns the SQLite result of the next operation.
    int next(std::int64_t bytes) {
        if (operations == dies_at) die();
        if (operations++ == fails_at) {
            failed = true;
            return SQLITE_IOERR;
        }
        if (room >= 0 && bytes > room) {
            failed = true;
            return SQLITE_FULL;
        }
        if (room >= 0) room -= bytes;
        return SQLITE_OK;
    }

private:
    void die() const {
        if (dies_later.count() == 0) (void)std::raise(SIGKILL);
        // Nobody handles the signal of a timer, so it ends the process wherever it is then.
        const itimerval once{{}, {0, static_cast<suseconds_t>(dies_later.count())}};
        (void)::setitimer(ITIMER_REAL, &once, nullptr);
    }
};

inline Faults faults;

namespace faulty {

/// One of our files. The usual file follows it in the same block of memory.
struct File {
    sqlite3_file base;
    [[nodiscard]] sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

inline sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real(); }

inline sqlite3_vfs* usual = nullptr;

inline const sqlite3_io_methods& methods() {
    static const sqlite3_io_methods all = [] {
        sqlite3_io_methods m{};
        m.iVersion = 2; // version 2 has no memory mapping, so every write is seen
        m.xClose = [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); };
        m.xRead = [](sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
            return real(f)->pMethods->xRead(real(f), to, size, at);
        };
        m.xWrite = [](sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
            const int said = faults.next(size);
            return said == SQLITE_OK      ? real(f)->pMethods->xWrite(real(f), from, size, at)
                   : said == SQLITE_IOERR ? SQLITE_IOERR_WRITE
                                          : said;
        };
        m.xTruncate = [](sqlite3_file* f, sqlite3_int64 size) {
            return faults.next(0) == SQLITE_OK ? real(f)->pMethods->xTruncate(real(f), size) : SQLITE_IOERR_TRUNCATE;
        };
        m.xSync = [](sqlite3_file* f, int flags) {
            return faults.next(0) == SQLITE_OK ? real(f)->pMethods->xSync(real(f), flags) : SQLITE_IOERR_FSYNC;
        };
        m.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); };
        m.xLock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); };
        m.xUnlock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); };
        m.xCheckReservedLock = [](sqlite3_file* f, int* out) {
            return real(f)->pMethods->xCheckReservedLock(real(f), out);
        };
        m.xFileControl = [](sqlite3_file* f, int op, void* arg) {
            return real(f)->pMethods->xFileControl(real(f), op, arg);
        };
        m.xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); };
        m.xDeviceCharacteristics = [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); };
        m.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
            return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
        };
        m.xShmLock = [](sqlite3_file* f, int offset, int count, int flags) {
            return real(f)->pMethods->xShmLock(real(f), offset, count, flags);
        };
        m.xShmBarrier = [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); };
        m.xShmUnmap = [](sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); };
        return m;
    }();
    return all;
}

inline int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
    auto* ours = reinterpret_cast<File*>(file);
    std::memset(static_cast<void*>(ours->real()), 0, static_cast<std::size_t>(usual->szOsFile));
    const int said = usual->xOpen(usual, name, ours->real(), flags, out);
    ours->base.pMethods = ours->real()->pMethods != nullptr ? &methods() : nullptr;
    return said;
}

} // namespace faulty

/// While it exists, all file operations of SQLite go through `faults`.
class FaultyDisk {
public:
    FaultyDisk() : vfs_(std::make_unique<sqlite3_vfs>()) {
        faulty::usual = sqlite3_vfs_find(nullptr);
        *vfs_ = *faulty::usual;
        vfs_->pNext = nullptr;
        vfs_->zName = "faulty";
        vfs_->szOsFile = static_cast<int>(sizeof(faulty::File)) + faulty::usual->szOsFile;
        vfs_->xOpen = faulty::open;
        faults = {};
        sqlite3_vfs_register(vfs_.get(), 1);
    }
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;
    ~FaultyDisk() {
        sqlite3_vfs_unregister(vfs_.get());
        sqlite3_vfs_register(faulty::usual, 1);
    }

private:
    std::unique_ptr<sqlite3_vfs> vfs_;
};

} // namespace chelate::test
