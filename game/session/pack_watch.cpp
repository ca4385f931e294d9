#include "game/session/pack_watch.hpp"

#include <system_error>

namespace chelate::session {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds between_looks{250};

} // namespace

PackWatch::PackWatch(fs::path folder)
    : folder_(std::move(folder)),
      read_(stamps()),
      seen_(read_),
      next_look_(std::chrono::steady_clock::now() + between_looks) {}

PackWatch::Stamps PackWatch::stamps() const {
    Stamps found;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
        if (const auto ending = entry->path().extension(); ending != ".json" && ending != ".svg") continue;
        std::error_code unreadable; // a file that is gone again in this moment
        const auto time = fs::last_write_time(entry->path(), unreadable);
        const auto size = fs::file_size(entry->path(), unreadable);
        if (!unreadable) found.emplace(entry->path().string(), std::pair(time, size));
    }
    return found;
}

std::optional<content::Reading> PackWatch::changed() {
    const auto now = std::chrono::steady_clock::now();
    if (now < next_look_) return std::nullopt;
    next_look_ = now + between_looks;
    Stamps present = stamps();
    const bool stands_still = present == seen_;
    seen_ = std::move(present);
    if (!stands_still || seen_ == read_) return std::nullopt;
    read_ = seen_;
    return content::read_pack(folder_);
}

} // namespace chelate::session
