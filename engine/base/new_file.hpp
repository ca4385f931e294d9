// A file that is made anew and written piece by piece. What is there already is never touched.
#pragma once

#include <filesystem>
#include <string_view>

#include "engine/base/folders.hpp"
#include "engine/base/result.hpp"

namespace chelate {

/// A new file. It closes itself.
class NewFile {
public:
    /// Makes the file. Whatever already has this name stays as it is: a file, folder, pipe or device, or a symbolic
    /// link, even one that leads nowhere. @param mode  who may read it
    /// Errors: file-exists {path}, file-not-written {path, reason}.
    [[nodiscard]] static Result<NewFile> create(std::filesystem::path path, FileMode mode = FileMode::owner_only);
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    ~NewFile();

    /// Writes to the end of the file. After an error nothing more is written, and `close` returns the error.
    void append(std::string_view bytes);

    /// Makes the file durable and closes it. A file that nothing was written into is removed.
    /// Error: file-not-written {path, reason}.
    [[nodiscard]] Result<void> close();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    NewFile(std::filesystem::path path, int descriptor);

    std::filesystem::path path_;
    int descriptor_;
    int error_ = 0; ///< errno of the first write that failed
    bool empty_ = true;
};

/// Makes a file with these bytes, or none. Errors: those of NewFile.
[[nodiscard]] Result<void> write_new_file(const std::filesystem::path& path, std::string_view bytes,
                                          FileMode mode = FileMode::owner_only);

} // namespace chelate
