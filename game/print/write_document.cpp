#include "game/print/write_document.hpp"

#include <system_error>

#include "engine/base/folders.hpp"

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

} // namespace

Result<std::filesystem::path> new_file_path(const std::filesystem::path& data_folder, const std::string& folder,
                                            const std::string& name, const std::string& ending) {
    if (data_folder.empty()) return fail("not-kept");
    const std::filesystem::path inside = data_folder / folder;
    if (const auto made = make_folder(inside); !made) return tl::unexpected(made.error());
    const std::string stem = file_stem(name);
    std::filesystem::path path = inside / (stem + ending);
    std::error_code ignored; // if the folder cannot be read, writing the file fails too and says why
    for (int number = 2; std::filesystem::exists(path, ignored); ++number)
        path = inside / (stem + '-' + std::to_string(number) + ending);
    return path;
}

Result<std::filesystem::path> write_document(const std::filesystem::path& data_folder, const Document& document) {
    auto path = new_file_path(data_folder, document.folder, document.name, document.ending);
    if (!path) return path;
    if (const auto written = write_file(*path, document.text); !written) return tl::unexpected(written.error());
    return path;
}

} // namespace chelate::print
