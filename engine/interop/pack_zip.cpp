#include "engine/interop/pack_zip.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <archive.h>
#include <archive_entry.h>

#include "engine/base/text.hpp"
#include "engine/base/utf8_locale.hpp"

namespace chelate::interop {

namespace {

constexpr std::size_t longest_path = 200;                // bytes; folders and names that every file system can have
constexpr std::size_t most_entries = 4 * most_zip_files; // folders are entries too

struct FreeReader {
    void operator()(archive* reader) const { archive_read_free(reader); }
};
struct FreeWriter {
    void operator()(archive* writer) const { archive_write_free(writer); }
};
struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

std::string_view ending_of(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : name.substr(dot);
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> known) {
    return std::find(known.begin(), known.end(), name) != known.end();
}

Error wrong_name(std::string_view name) { return {"zip-wrong-name", {{"name", shortened(showable_line(name), 80)}}}; }

Error too_large(const std::string& name, std::size_t limit) {
    return {"zip-file-too-large", {{"name", name}, {"limit", std::to_string(limit >> 20)}}};
}

std::size_t largest_size(std::string_view name) { return is_picture_name(name) ? largest_picture : largest_text_file; }

/// Returns the name of an entry as the zip has it; empty when it has none.
std::string name_of(archive_entry* entry) {
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    return name == nullptr ? std::string() : std::string(name);
}

/// Reads the bytes of the present entry. @param left  bytes that all files together may still have
Result<std::string> bytes_of(archive* reader, const std::string& name, std::size_t left) {
    std::string bytes;
    std::array<char, 64 * 1024> buffer{};
    for (;;) {
        const la_ssize_t got = archive_read_data(reader, buffer.data(), buffer.size());
        if (got < 0) return fail("zip-broken");
        if (got == 0) return bytes;
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
        if (bytes.size() > largest_size(name)) return tl::unexpected(too_large(name, largest_size(name)));
        if (bytes.size() > left) return fail("zip-too-large", {{"limit", std::to_string(largest_unpacked >> 20)}});
    }
}

/// Takes off the name of the folder that all files are in, if there is one.
void take_off_folder(std::vector<NamedFile>& files) {
    if (files.empty()) return;
    const std::string folder = files.front().name.substr(0, files.front().name.find('/') + 1);
    if (folder.empty()) return;
    const bool all =
        std::all_of(files.begin(), files.end(), [&](const NamedFile& file) { return file.name.starts_with(folder); });
    if (!all) return;
    for (NamedFile& file : files) file.name.erase(0, folder.size());
}

/// Checks what concerns all files together, and sorts them.
Result<void> check(std::vector<NamedFile>& files) {
    if (files.size() > most_zip_files) return fail("zip-too-many-files", {{"limit", std::to_string(most_zip_files)}});
    std::sort(files.begin(), files.end(), [](const NamedFile& a, const NamedFile& b) { return a.name < b.name; });
    std::size_t total = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const NamedFile& file = files[i];
        if (!is_pack_file_name(file.name)) return tl::unexpected(wrong_name(file.name));
        if (i > 0 && files[i - 1].name == file.name) return fail("zip-name-twice", {{"name", file.name}});
        if (file.bytes.size() > largest_size(file.name))
            return tl::unexpected(too_large(file.name, largest_size(file.name)));
        total += file.bytes.size();
    }
    if (total > largest_unpacked) return fail("zip-too-large", {{"limit", std::to_string(largest_unpacked >> 20)}});
    const bool has_manifest =
        std::any_of(files.begin(), files.end(), [](const NamedFile& file) { return file.name == "pack.json"; });
    if (!has_manifest) return fail("zip-no-manifest");
    return {};
}

} // namespace

bool is_picture_name(std::string_view name) {
    return is_one_of(ending_of(name), {".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif"});
}

bool is_pack_file_name(std::string_view name) {
    if (name.empty() || name.size() > longest_path || first_invalid_utf8(name) || first_unshowable(name) ||
        name.find('\\') != std::string_view::npos || name.find('\n') != std::string_view::npos)
        return false;
    std::string_view rest = name;
    std::string_view part;
    for (bool last = false; !last;) {
        const std::size_t slash = rest.find('/');
        last = slash == std::string_view::npos;
        part = rest.substr(0, slash);
        if (part.empty() || part.front() == '.' || is_blank(part)) return false; // "..", hidden, or an absolute path
        if (!last) rest.remove_prefix(slash + 1);
    }
    const std::string_view stem = part.substr(0, part.size() - ending_of(part).size());
    if (is_one_of(ending_of(part), {"", ".md", ".txt"})) return is_one_of(stem, {"README", "LICENSE", "AUTHORS"});
    return ending_of(part) == ".json" || is_picture_name(part);
}

Result<std::vector<NamedFile>> read_pack_zip(std::string_view bytes) {
    const Utf8Locale names; // libarchive converts names to the locale's characters, and loses those it lacks
    const std::unique_ptr<archive, FreeReader> reader(archive_read_new());
    if (!reader || archive_read_support_format_zip(reader.get()) != ARCHIVE_OK) return fail("zip-broken");
    if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return fail("zip-broken");
    std::vector<NamedFile> files;
    std::size_t total = 0;
    for (std::size_t entries = 0;; ++entries) {
        archive_entry* entry = nullptr;
        const int got = archive_read_next_header(reader.get(), &entry);
        if (got == ARCHIVE_EOF) break;
        if (got != ARCHIVE_OK && got != ARCHIVE_WARN) return fail("zip-broken");
        if (files.size() == most_zip_files || entries == most_entries)
            return fail("zip-too-many-files", {{"limit", std::to_string(most_zip_files)}});
        std::string name = name_of(entry);
        if (archive_entry_is_encrypted(entry) != 0) return fail("zip-encrypted");
        const auto type = archive_entry_filetype(entry);
        if (archive_entry_hardlink(entry) != nullptr || (type != AE_IFREG && type != AE_IFDIR))
            return fail("zip-not-a-file", {{"name", shortened(showable_line(name), 80)}});
        if (type == AE_IFDIR) continue; // the names of files say which folders there are
        if (!is_pack_file_name(name)) return tl::unexpected(wrong_name(name));
        auto text = bytes_of(reader.get(), name, largest_unpacked - total);
        if (!text) return tl::unexpected(text.error());
        total += text->size();
        files.push_back({std::move(name), std::move(*text)});
    }
    if (files.empty()) return fail("zip-broken");
    take_off_folder(files);
    if (const auto checked = check(files); !checked) return tl::unexpected(checked.error());
    return files;
}

Result<std::string> write_pack_zip(std::vector<NamedFile> files) {
    if (const auto checked = check(files); !checked) return tl::unexpected(checked.error());
    const Utf8Locale names;
    std::string bytes;
    const std::unique_ptr<archive, FreeWriter> writer(archive_write_new());
    const auto append = [](archive*, void* to, const void* from, std::size_t size) -> la_ssize_t {
        static_cast<std::string*>(to)->append(static_cast<const char*>(from), size);
        return static_cast<la_ssize_t>(size);
    };
    if (!writer || archive_write_set_format_zip(writer.get()) != ARCHIVE_OK ||
        archive_write_set_bytes_in_last_block(writer.get(), 1) != ARCHIVE_OK ||
        archive_write_open(writer.get(), &bytes, nullptr, append, nullptr) != ARCHIVE_OK)
        return fail("zip-not-made");
    for (const NamedFile& file : files) {
        // No time and no owner: they would make the bytes differ from one machine to the next.
        const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
        if (!entry) return fail("zip-not-made");
        archive_entry_set_pathname_utf8(entry.get(), file.name.c_str());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.bytes.size()));
        if (archive_write_header(writer.get(), entry.get()) < ARCHIVE_WARN ||
            archive_write_data(writer.get(), file.bytes.data(), file.bytes.size()) !=
                static_cast<la_ssize_t>(file.bytes.size()))
            return fail("zip-not-made");
    }
    if (archive_write_close(writer.get()) != ARCHIVE_OK) return fail("zip-not-made");
    return bytes;
}

} // namespace chelate::interop
