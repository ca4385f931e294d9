// A pack as one zip file: makes one to give away, and opens one that somebody gave.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/base/private_files.hpp"
#include "engine/base/result.hpp"
#include "engine/content/reader.hpp"
#include "engine/json/problem.hpp"

namespace chelate::session {

/// Returns a path inside a folder that is free: the name, or the name and a number from 2.
[[nodiscard]] std::filesystem::path free_folder(const std::filesystem::path& inside, const std::string& name);

/// Returns the folder that a path is in, where a private folder is on the same file system; "." for a bare name.
[[nodiscard]] std::filesystem::path folder_beside(const std::filesystem::path& path);

/// Returns whether the path is a file that is or calls itself a zip.
[[nodiscard]] bool is_zip_file(const std::filesystem::path& path);

/// The zip of a pack, and what to call it.
struct ZippedPack {
    std::string bytes;
    std::string name; ///< made from the pack's id: "capitals.zip"
};

/// Zips the pack in a folder: its manifest, the files it lists, its rules of wording, the images and drawings its items
/// name, and README, LICENSE and AUTHORS. The same files give the same bytes.
/// @param problems  gets what is wrong with the pack
/// Errors: pack-has-problems {path}; those of content::load with {path}; those of interop::write_pack_zip.
[[nodiscard]] Result<ZippedPack> zip_pack(const std::filesystem::path& folder, std::vector<json::Problem>& problems);

/// A zipped pack that was unpacked into a private folder, which is removed with this value.
class UnpackedPack {
public:
    /// @param inside  where the private folder is made  Errors: those of read_file, interop::read_pack_zip, WorkFolder
    /// and write_file.
    [[nodiscard]] static Result<UnpackedPack> open(const std::filesystem::path& zip,
                                                   const std::filesystem::path& inside);

    /// Opens it for as long as the program needs it, in the system's folder for temporary files.
    [[nodiscard]] static Result<UnpackedPack> open(const std::filesystem::path& zip);

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    /// Reads the pack. Its problems name the zip in place of the private folder.
    [[nodiscard]] content::Reading read() const;
    /// Names the zip in place of the private folder.
    void name_zip(std::vector<json::Problem>& problems) const;

    /// Adds the pack to a folder of packs, under a name that is free there, and returns its folder. Nothing is left in
    /// the private folder then. @param packs  is made if needed; on the file system of the private folder
    /// Errors: pack-refused {path}, folder-not-made {path, reason}, file-not-written {path, reason}.
    [[nodiscard]] Result<std::filesystem::path> add_to(const std::filesystem::path& packs) const;
    /// Moves the pack to a folder that does not exist yet, or is empty. Errors: pack-refused {path}, folder-not-empty
    /// {path}, file-not-written {path, reason}.
    [[nodiscard]] Result<void> move_to(const std::filesystem::path& folder) const;

private:
    UnpackedPack(std::filesystem::path zip, WorkFolder work);

    std::filesystem::path zip_;
    WorkFolder work_;
    std::filesystem::path folder_;
};

} // namespace chelate::session
