#include "engine/base/private_files.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/folders.hpp"

namespace chelate {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view work_prefix = ".work-";

tl::unexpected<Error> failed(std::string_view code, const fs::path& path, int error_number) {
    return fail(code, {{"path", path.string()}, {"reason", std::generic_category().message(error_number)}});
}

/// Closes a file descriptor at the end of its scope.
class Closing {
public:
    explicit Closing(int descriptor) : descriptor_(descriptor) {}
    Closing(const Closing&) = delete;
    Closing& operator=(const Closing&) = delete;
    ~Closing() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    [[nodiscard]] int number() const { return descriptor_; }
    [[nodiscard]] int release() { return std::exchange(descriptor_, -1); }

private:
    int descriptor_;
};

int open_folder(const fs::path& folder) { return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }

/// Copies until the end of the file. Returns the errno that stopped it, 0, or EFBIG above `limit` bytes.
int copy_bytes(int from, int to, std::uintmax_t limit, bool& reading) {
    std::array<char, 65536> part;
    std::uintmax_t copied = 0;
    for (;;) {
        reading = true;
        const ssize_t got = ::read(from, part.data(), part.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errno;
        reading = false;
        if (got == 0) return ::fsync(to) == 0 ? 0 : errno;
        copied += static_cast<std::uintmax_t>(got);
        if (copied > limit) return EFBIG;
        for (ssize_t done = 0; done < got;) {
            const ssize_t written = ::write(to, part.data() + done, static_cast<std::size_t>(got - done));
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) return written < 0 ? errno : EIO;
            done += written;
        }
    }
}

/// Gives a file another name on the same file system, unless that name is taken. Returns 0 or the errno.
int rename_to_new(const fs::path& from, const fs::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    // This file system cannot do it in one step.
    struct stat status {};
    if (::lstat(to.c_str(), &status) == 0) return EEXIST;
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

} // namespace

Result<void> make_private_file(const fs::path& path) {
    const Closing file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.number() >= 0) return {};
    if (errno == EEXIST) return fail("file-exists", {{"path", path.string()}});
    return failed("file-not-written", path, errno);
}

Result<void> copy_private(const fs::path& from, const fs::path& to, std::uintmax_t limit) {
    const auto too_large = [&] {
        return fail("file-too-large", {{"path", from.string()}, {"limit", std::to_string(limit)}});
    };
    // Without O_NONBLOCK, opening a pipe would block until somebody writes to it.
    const Closing source(::open(from.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (source.number() < 0 && errno == ENOENT) return fail("file-missing", {{"path", from.string()}});
    if (source.number() < 0) return failed("file-not-read", from, errno);
    struct stat status {};
    if (::fstat(source.number(), &status) != 0) return failed("file-not-read", from, errno);
    if (S_ISDIR(status.st_mode)) return failed("file-not-read", from, EISDIR);
    if (!S_ISREG(status.st_mode))
        return fail("file-not-read", {{"path", from.string()}, {"reason", "not an ordinary file"}});
    if (static_cast<std::uintmax_t>(status.st_size) > limit) return too_large();
    if (auto made = make_private_file(to); !made) return made;
    const Closing target(::open(to.c_str(), O_WRONLY | O_CLOEXEC));
    bool reading = false;
    const int stopped = target.number() < 0 ? errno : copy_bytes(source.number(), target.number(), limit, reading);
    if (stopped == 0) return {};
    ::unlink(to.c_str());
    if (stopped == EFBIG) return too_large();
    return reading ? failed("file-not-read", from, stopped) : failed("file-not-written", to, stopped);
}

Result<void> move_private(const fs::path& from, const fs::path& to) {
    int stopped = rename_to_new(from, to);
    if (stopped == EXDEV) {
        const fs::path folder = to.has_parent_path() ? to.parent_path() : fs::path(".");
        // A name of its own, because the goal's name may already have the greatest length.
        std::string beside = (folder / ".chelate-XXXXXX").string();
        const Closing made(::mkostemp(beside.data(), O_CLOEXEC)); // mode 0600
        if (made.number() < 0) return failed("file-not-written", to, errno);
        const Closing source(::open(from.c_str(), O_RDONLY | O_CLOEXEC));
        bool reading = false;
        stopped = source.number() < 0 ? errno : copy_bytes(source.number(), made.number(), UINTMAX_MAX, reading);
        if (stopped == 0) stopped = rename_to_new(beside, to);
        if (stopped != 0) ::unlink(beside.c_str());
        if (stopped == 0) ::unlink(from.c_str());
    }
    if (stopped == EEXIST) return fail("file-exists", {{"path", to.string()}});
    if (stopped != 0) return failed("file-not-written", to, stopped);
    return sync_file(to);
}

Result<WorkFolder> WorkFolder::make(const fs::path& inside) {
    // Several processes may hold this lock. It keeps clear_abandoned away until the new folder has its own lock.
    const Closing above(open_folder(inside));
    if (above.number() >= 0) (void)::flock(above.number(), LOCK_SH);
    std::string name = (inside / (std::string(work_prefix) + "XXXXXX")).string();
    if (::mkdtemp(name.data()) == nullptr) return failed("folder-not-made", inside, errno); // mode 0700
    Closing folder(open_folder(name));
    if (folder.number() >= 0) (void)::flock(folder.number(), LOCK_EX);
    return WorkFolder(name, folder.release());
}

void WorkFolder::clear_abandoned(const fs::path& inside) {
    const Closing above(open_folder(inside));
    if (above.number() < 0 || ::flock(above.number(), LOCK_EX | LOCK_NB) != 0) return;
    std::error_code none;
    for (auto entry = fs::directory_iterator(inside, none); !none && entry != fs::directory_iterator();
         entry.increment(none)) {
        if (!entry->path().filename().string().starts_with(work_prefix)) continue;
        const Closing folder(::open(entry->path().c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (folder.number() < 0 || ::flock(folder.number(), LOCK_EX | LOCK_NB) != 0) continue;
        std::error_code stays;
        fs::remove_all(entry->path(), stays);
    }
}

WorkFolder::WorkFolder(WorkFolder&& other) noexcept
    : path_(std::exchange(other.path_, {})), descriptor_(std::exchange(other.descriptor_, -1)) {}

WorkFolder::~WorkFolder() {
    std::error_code stays;
    if (!path_.empty()) fs::remove_all(path_, stays);
    if (descriptor_ >= 0) ::close(descriptor_);
}

} // namespace chelate
