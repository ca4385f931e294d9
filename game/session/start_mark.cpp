#include "game/session/start_mark.hpp"

#include <array>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "game/session/local_json_file.hpp"

namespace chelate::session {

namespace {

constexpr const char* mark_file = "starting.json";
constexpr int most_counted = 1000;

/// Returns how many starts in a row failed with this pack, as the mark says. A mark of another pack, or one that was
/// cut off while it was written, says nothing.
int failed_starts(int descriptor, const std::string& pack) {
    std::array<char, 4096> bytes{};
    const ssize_t got = ::pread(descriptor, bytes.data(), bytes.size(), 0);
    if (got <= 0) return 0;
    std::vector<json::Problem> problems;
    const auto document =
        json::Document::parse(mark_file, std::string(bytes.data(), static_cast<std::size_t>(got)), problems);
    if (!document || document->root().kind() != json::Kind::object) return 0;
    if (local_json::text_of(document->root(), "pack") != pack) return 0;
    return local_json::number_of(document->root(), "failed", 0, most_counted, 0);
}

/// Writes into the open file, because renaming a new file over it would drop the lock.
void write_mark(int descriptor, const std::string& pack, int failed) {
    json::Writer out;
    out.begin_object().member("pack", pack).member("failed", failed).end_object();
    const std::string text = out.take();
    if (::ftruncate(descriptor, 0) == 0 &&
        ::pwrite(descriptor, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()))
        (void)::fsync(descriptor); // the whole machine may stop responding
}

/// Opens and locks the mark. Returns -1 when it cannot be opened, another program has it, or it was just removed.
int lock_mark(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    if (descriptor < 0) return -1;
    struct stat status {};
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0 && ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
        status.st_nlink == 1)
        return descriptor;
    ::close(descriptor);
    return -1;
}

} // namespace

StartMark::StartMark(const std::filesystem::path& data_folder, const std::string& pack)
    : file_(data_folder / mark_file), descriptor_(lock_mark(file_)) {
    if (descriptor_ < 0) return;
    failed_ = failed_starts(descriptor_, pack);
    // This start counts as failed until it reaches its first screen.
    if (!has_failed()) write_mark(descriptor_, pack, failed_ + 1);
}

StartMark::~StartMark() {
    if (descriptor_ < 0) return;
    if (has_failed()) ::close(descriptor_);
    else remove();
}

void StartMark::remove() {
    if (descriptor_ < 0) return;
    (void)::unlink(file_.c_str());
    ::close(descriptor_);
    descriptor_ = -1;
}

} // namespace chelate::session
