#include "game/print/write_document.hpp"

#include <system_error>

#include "engine/base/folders.hpp"
#include "engine/base/new_file.hpp"

namespace chelate::print {

namespace {

constexpr std::size_t longest_stem = 60; ///< in bytes

/// Returns the letters and digits of a text with dashes between them. Every file system accepts such a name.
std::string file_stem(const std::string& text) {
    std::string stem;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
        if (plain) stem += c;
        else if (!stem.empty() && stem.back() != '-') stem += '-';
        if (stem.size() == longest_stem) break;
    }
    while (!stem.empty() && stem.back() == '-') stem.pop_back();
    return stem.empty() ? "round" : stem;
}

/// Returns the file with this number among those of one name: "round.html", "round-2.html".
std::filesystem::path numbered(const std::filesystem::path& folder, const std::string& stem, int number,
                               const std::string& ending) {
    return folder / (stem + (number == 1 ? "" : '-' + std::to_string(number)) + ending);
}

/// Makes a folder inside the data folder.
Result<std::filesystem::path> made_folder(const std::filesystem::path& data_folder, const std::string& folder) {
    if (data_folder.empty()) return fail("not-kept");
    std::filesystem::path inside = data_folder / folder;
    if (const auto made = make_folder(inside); !made) return tl::unexpected(made.error());
    return inside;
}

} // namespace

Result<std::filesystem::path> new_file_path(const std::filesystem::path& data_folder, const std::string& folder,
                                            const std::string& name, const std::string& ending) {
    const auto inside = made_folder(data_folder, folder);
    if (!inside) return inside;
    const std::string stem = file_stem(name);
    std::error_code ignored; // if the folder cannot be read, writing the file fails too and says why
    int number = 1;
    // A symbolic link that leads nowhere is there too.
    while (std::filesystem::exists(std::filesystem::symlink_status(numbered(*inside, stem, number, ending), ignored)))
        ++number;
    return numbered(*inside, stem, number, ending);
}

Result<std::filesystem::path> write_document(const std::filesystem::path& data_folder, const Document& document) {
    const auto inside = made_folder(data_folder, document.folder);
    if (!inside) return inside;
    const std::string stem = file_stem(document.name);
    for (int number = 1;; ++number) {
        auto path = numbered(*inside, stem, number, document.ending);
        const auto written = write_new_file(path, document.text);
        if (written) return path;
        if (written.error().code != "file-exists") return tl::unexpected(written.error());
    }
}

} // namespace chelate::print
