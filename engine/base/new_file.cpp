#include "engine/base/new_file.hpp"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace chelate {
namespace {

tl::unexpected<Error> not_written(const std::filesystem::path& path, int error_number) {
    return fail("file-not-written",
                {{"path", path.string()}, {"reason", std::generic_category().message(error_number)}});
}

} // namespace

Result<NewFile> NewFile::create(std::filesystem::path path) {
    // O_EXCL also refuses a symbolic link, wherever it leads.
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (descriptor >= 0) return NewFile(std::move(path), descriptor);
    if (errno == EEXIST) return fail("file-exists", {{"path", path.string()}});
    return not_written(path, errno);
}

NewFile::NewFile(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      error_(other.error_),
      empty_(other.empty_) {}

NewFile::~NewFile() {
    if (descriptor_ >= 0) (void)close();
}

void NewFile::append(std::string_view bytes) {
    while (!bytes.empty() && error_ == 0 && descriptor_ >= 0) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            error_ = written < 0 ? errno : EIO;
            return;
        }
        empty_ = false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

Result<void> NewFile::close() {
    const int descriptor = std::exchange(descriptor_, -1);
    if (descriptor < 0) return {};
    if (empty_) ::unlink(path_.c_str());
    if (::close(descriptor) != 0 && error_ == 0) error_ = errno;
    if (error_ != 0) return not_written(path_, error_);
    return empty_ ? Result<void>() : sync_file(path_);
}

Result<void> write_new_file(const std::filesystem::path& path, std::string_view bytes) {
    auto file = NewFile::create(path);
    if (!file) return tl::unexpected(file.error());
    file->append(bytes);
    auto written = file->close();
    if (!written) {
        std::error_code none;
        std::filesystem::remove(path, none); // a part of a page would look like the whole
    }
    return written;
}

} // namespace chelate
