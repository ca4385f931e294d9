// Notices when an author saves a file of the pack that is played.
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

    /// To be called often. @return the pack read again, once after its files have changed and then stood still for a
    /// moment: editors write in several steps
    [[nodiscard]] std::optional<content::Reading> changed();

private:
    using Stamps = std::map<std::string, std::pair<std::filesystem::file_time_type, std::uintmax_t>>;
    [[nodiscard]] Stamps stamps() const;

    std::filesystem::path folder_;
    Stamps read_; ///< of what was read last
    Stamps seen_; ///< at the last look
    std::chrono::steady_clock::time_point next_look_;
};

} // namespace chelate::session
