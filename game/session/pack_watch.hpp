// Notices when an author saves a file of the pack that is being played.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "engine/content/reader.hpp"

namespace chelate::session {

class PackWatch {
public:
    explicit PackWatch(std::filesystem::path folder);

    /// Returns the pack read again, once after its files have changed. It waits until they have not changed for a
    /// moment, since editors write in several steps. Call it often.
    [[nodiscard]] std::optional<content::Reading> changed();

private:
    using Stamps = std::map<std::string, std::pair<std::filesystem::file_time_type, std::uintmax_t>>;
    [[nodiscard]] Stamps stamps() const;

    std::filesystem::path folder_;
    Stamps read_; ///< of the files when they were last read
    Stamps seen_; ///< of the files at the last look
    std::chrono::steady_clock::time_point next_look_;
};

} // namespace chelate::session
