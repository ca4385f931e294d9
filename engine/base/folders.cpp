#include "engine/base/folders.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace chelate {
namespace {

namespace fs = std::filesystem;

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    /// Closes the file now. Returns false when the system reports a late write error.
    bool close() {
        if (number_ < 0) return true;
        const int result = ::close(number_);
        number_ = -1;
        return result == 0;
    }

private:
    int number_;
};

std::string reason_of(int error_number) { return std::generic_category().message(error_number); }

Error failure(std::string_view code, const fs::path& path, int error_number) {
    return {std::string(code), {{"path", path.string()}, {"reason", reason_of(error_number)}}};
}

/// Returns the home folder from the password database, or nothing when this user has no entry.
std::optional<std::string> home_of_user() {
    std::array<char, 16384> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr)
        return std::nullopt;
    if (entry.pw_dir == nullptr) return std::nullopt;
    return std::string(entry.pw_dir);
}

std::optional<fs::path> absolute(const std::optional<std::string>& text) {
    if (!text || text->empty() || text->find('\0') != std::string::npos) return std::nullopt;
    fs::path path(*text);
    if (!path.is_absolute()) return std::nullopt;
    return path;
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Makes the name of a file in `folder` durable: a rename reaches the disk only when the folder is synced.
bool sync_folder(const fs::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some file systems cannot sync a folder and report an error. The file itself is safe there.
    return opened.is_open() && (::fsync(opened.number()) == 0 || errno == EINVAL || errno == EROFS);
}

/// Writes and syncs the temporary file, then renames it to `target`. Returns the errno that stopped it, or 0.
int write_temporary(const std::string& temporary, Descriptor& file, std::string_view bytes, const fs::path& target) {
    struct stat old {};
    const bool replaces = ::stat(target.c_str(), &old) == 0;
    if (replaces && !S_ISREG(old.st_mode)) return S_ISDIR(old.st_mode) ? EISDIR : EINVAL;
    errno = 0;
    if (!write_all(file.number(), bytes)) return errno != 0 ? errno : EIO;
    if (replaces && ::fchmod(file.number(), old.st_mode & 07777) != 0) return errno;
    if (::fsync(file.number()) != 0) return errno;
    if (!file.close()) return errno;
    if (::rename(temporary.c_str(), target.c_str()) != 0) return errno;
    return 0;
}

/// Creates a file with a new short name in `folder`, because the target's name may already have the maximum length.
/// Returns its descriptor, or -1 and sets errno.
int make_temporary(const fs::path& folder, FileMode mode, std::string& name) {
    name = (folder / ".chelate-XXXXXX").string();
    if (mode == FileMode::owner_only) return ::mkostemp(name.data(), O_CLOEXEC);
    // mkostemp always makes a private file, and reading the umask would change it for a moment.
    for (int number = 0; number < 100; ++number) {
        name = (folder / (".chelate-" + std::to_string(::getpid()) + '-' + std::to_string(number))).string();
        const int made = ::open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);
        if (made >= 0 || errno != EEXIST) return made;
    }
    return -1;
}

/// Reads to the end of a file whose size may be unknown. @param expected  size in bytes that it will probably have
Result<std::string> read_to_end(const Descriptor& file, const fs::path& path, std::size_t expected, std::size_t limit) {
    // One extra byte reveals a file that has grown in the meantime, or one in /proc, whose size reads as 0.
    std::string bytes(std::min(expected, limit) + 1, '\0');
    std::size_t filled = 0;
    for (;;) {
        if (filled == bytes.size()) bytes.resize(2 * filled + 4096);
        const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return tl::unexpected(failure("file-not-read", path, errno));
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
        if (filled > limit) return fail("file-too-large", {{"path", path.string()}, {"limit", std::to_string(limit)}});
    }
    bytes.resize(filled);
    return bytes;
}

} // namespace

Environment process_environment() {
    return [](const std::string& name) -> std::optional<std::string> {
        const char* value = std::getenv(name.c_str());
        if (value == nullptr) return std::nullopt;
        return std::string(value);
    };
}

Result<fs::path> data_folder(const Environment& environment) {
    if (const auto folder = absolute(environment("XDG_DATA_HOME"))) return *folder / "chelate";
    auto home = absolute(environment("HOME"));
    if (!home) home = absolute(home_of_user());
    if (!home) return fail("no-home");
    return *home / ".local" / "share" / "chelate";
}

Result<void> make_folder(const fs::path& folder) {
    std::error_code error;
    // "x/" has an empty last name; without this, the folder would count as its own parent.
    const fs::path plain = folder.has_filename() ? folder : folder.parent_path();
    for (fs::path above = plain; !above.empty(); above = above.parent_path()) {
        const auto status = fs::status(above, error);
        if (fs::exists(status) && !fs::is_directory(status)) return fail("folder-is-file", {{"path", above.string()}});
        if (above == above.parent_path()) break;
    }
    if (fs::is_directory(plain, error)) return {};
    if (const fs::path parent = plain.parent_path(); !parent.empty()) {
        fs::create_directories(parent, error);
        if (error) return tl::unexpected(failure("folder-not-made", folder, error.value()));
    }
    if (::mkdir(plain.c_str(), 0700) != 0 && errno != EEXIST) {
        return tl::unexpected(failure("folder-not-made", folder, errno));
    }
    return {};
}

Result<void> write_file(const fs::path& path, std::string_view bytes, FileMode mode) {
    std::error_code error;
    // A symbolic link is kept; the file it points to is replaced.
    const fs::path target = fs::is_symlink(path, error) ? fs::canonical(path, error) : path;
    if (error && error != std::errc::no_such_file_or_directory) {
        return tl::unexpected(failure("file-not-written", path, error.value()));
    }
    if (target.empty()) return tl::unexpected(failure("file-not-written", path, ENOENT));
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    std::string temporary;
    Descriptor file(make_temporary(folder, mode, temporary));
    if (!file.is_open()) return tl::unexpected(failure("file-not-written", path, errno));
    if (const int stopped = write_temporary(temporary, file, bytes, target); stopped != 0) {
        ::unlink(temporary.c_str());
        return tl::unexpected(failure("file-not-written", path, stopped));
    }
    if (!sync_folder(folder)) return tl::unexpected(failure("file-not-written", path, errno));
    return {};
}

Result<void> sync_file(const fs::path& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open() || ::fsync(file.number()) != 0) return tl::unexpected(failure("file-not-written", path, errno));
    if (!sync_folder(path.has_parent_path() ? path.parent_path() : fs::path(".")))
        return tl::unexpected(failure("file-not-written", path, errno));
    return {};
}

Result<std::string> read_file(const fs::path& path, std::size_t limit) {
    // Without O_NONBLOCK, opening a pipe would block the program until somebody writes to it.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!file.is_open()) {
        if (errno == ENOENT) return fail("file-missing", {{"path", path.string()}});
        return tl::unexpected(failure("file-not-read", path, errno));
    }
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) return tl::unexpected(failure("file-not-read", path, errno));
    if (!S_ISREG(status.st_mode)) {
        return tl::unexpected(failure("file-not-read", path, S_ISDIR(status.st_mode) ? EISDIR : EINVAL));
    }
    if (static_cast<std::uintmax_t>(status.st_size) > limit)
        return fail("file-too-large", {{"path", path.string()}, {"limit", std::to_string(limit)}});
    return read_to_end(file, path, static_cast<std::size_t>(status.st_size), limit);
}

Result<std::string> read_stream(const fs::path& path, std::size_t limit) {
    const Descriptor file(path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) {
        if (errno == ENOENT) return fail("file-missing", {{"path", path.string()}});
        return tl::unexpected(failure("file-not-read", path, errno));
    }
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) return tl::unexpected(failure("file-not-read", path, errno));
    return read_to_end(file, path, S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 4096, limit);
}

} // namespace chelate
