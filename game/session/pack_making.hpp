// Makes the folder of a new pack, file by file, and leaves nothing behind when the pack turns out to be broken.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/json/problem.hpp"

namespace chelate::session {

/// Pairs of a name and the value that replaces `{{name}}` in a template.
using TemplateValues = std::vector<std::pair<std::string, std::string>>;

/// Returns a file of assets/new-pack with its values filled in. A value is never searched for further names, because
/// it may be what somebody wrote into a file to import. Errors: those of read_file.
[[nodiscard]] Result<std::string> filled_template(const std::string& file, const TemplateValues& values);

/// Returns a text as JSON, with its quotes.
[[nodiscard]] std::string json_text(const std::string& text);

/// Returns the id of a pack that is made in this folder. It is never empty.
[[nodiscard]] std::string pack_id_for(const std::filesystem::path& folder);

/// Returns the name of a new pack: the one that was given or, without one, what can be shown of a file's name.
/// Errors: title-not-text, title-too-long {limit}; a pack with such a name could not be read.
[[nodiscard]] Result<std::string> pack_title(const std::string& given, const std::filesystem::path& without_one);

/// A folder that a pack is written into. The destructor removes what was written, unless the pack is sound.
class PackInMaking {
public:
    explicit PackInMaking(std::filesystem::path folder) : folder_(std::move(folder)) {}
    PackInMaking(const PackInMaking&) = delete;
    PackInMaking& operator=(const PackInMaking&) = delete;
    ~PackInMaking();

    /// Makes the folder. It never overwrites what is in a folder.
    /// Errors: folder-not-empty {path}, folder-not-made {path, reason}.
    [[nodiscard]] Result<void> begin();
    /// Writes a file of the pack, which others may read as the umask says. Error: as write_file.
    [[nodiscard]] Result<void> write(const std::string& name, std::string_view bytes);
    /// Reads the pack, so that a pack that does not play is never left, and keeps it if it is sound.
    /// @param problems  gets what is wrong with it
    /// Error: pack-not-sound {path}.
    [[nodiscard]] Result<void> finish(std::vector<json::Problem>& problems);

private:
    std::filesystem::path folder_;
    std::vector<std::filesystem::path> files_;
    std::vector<std::filesystem::path> made_folders_; ///< the innermost first
    bool kept_ = false;
};

} // namespace chelate::session
