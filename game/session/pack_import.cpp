#include "game/session/pack_import.hpp"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "game/session/pack_making.hpp"

namespace chelate::session {

namespace {

namespace fs = std::filesystem;

constexpr int most_looked_at = 5000; ///< entries of one folder; a home folder may have very many
constexpr const char* endings[] = {".gift", ".txt", ".csv", ".tsv", ".zip"};

using Dated = std::pair<fs::file_time_type, fs::path>;

void add_files_in(const fs::path& folder, std::set<fs::path>& seen, std::vector<Dated>& found) {
    std::error_code none;
    const fs::path real = fs::canonical(folder, none);
    if (none || !seen.insert(real).second) return;
    int looked_at = 0;
    for (auto entry = fs::directory_iterator(folder, none);
         !none && entry != fs::directory_iterator() && ++looked_at <= most_looked_at; entry.increment(none)) {
        std::error_code gone;
        const fs::path& path = entry->path();
        const bool fits = std::any_of(std::begin(endings), std::end(endings),
                                      [&](const char* ending) { return path.extension() == ending; });
        if (fits && !path.filename().string().starts_with('.') && entry->is_regular_file(gone))
            found.emplace_back(entry->last_write_time(gone), path);
    }
}

Result<ImportPreview> preview_zip(const fs::path& file, const fs::path& data_folder) {
    auto unpacked = UnpackedPack::open(file, data_folder);
    if (!unpacked) return tl::unexpected(unpacked.error());
    const content::Reading reading = unpacked->read();
    if (!reading.pack) return fail("pack-refused", {{"path", file.string()}});
    return ImportPreview{file, GivenPack{std::move(*unpacked), reading.pack->name, reading.pack->questions.size(),
                                         reading.problems.size()}};
}

} // namespace

Result<ImportPreview> preview_import(const fs::path& file, const fs::path& data_folder) {
    if (is_zip_file(file)) {
        auto zipped = preview_zip(file, data_folder);
        // A text document is a zip too. What it is, the reader of question files says.
        if (zipped || (zipped.error().code != "zip-no-manifest" && zipped.error().code != "zip-wrong-name"))
            return zipped;
        if (file.extension() == ".zip") return zipped;
    }
    auto questions = read_question_file(file, std::nullopt);
    if (!questions) return tl::unexpected(questions.error());
    return ImportPreview{file, std::move(*questions)};
}

Result<fs::path> write_import(const ImportPreview& preview, const fs::path& data_folder, const std::string& about) {
    const fs::path packs = data_folder / packs_folder;
    if (const auto* given = std::get_if<GivenPack>(&preview.content)) return given->unpacked.add_to(packs);
    const auto title = pack_title({}, preview.file.stem());
    if (!title) return tl::unexpected(title.error());
    const fs::path folder = free_folder(packs, interop::pack_id_of(preview.file.stem().string()));
    std::vector<json::Problem> problems;
    const auto written =
        write_imported_pack(std::get<QuestionFile>(preview.content), {folder, *title, about}, problems);
    if (!written) return tl::unexpected(written.error());
    return folder;
}

std::vector<fs::path> importable_files(const Environment& environment, std::size_t most) {
    std::set<fs::path> seen;
    std::vector<Dated> found;
    if (const auto home = environment("HOME"); home && !home->empty()) {
        for (const char* folder : {"Downloads", "Documents", ""}) add_files_in(fs::path(*home) / folder, seen, found);
    }
    std::error_code none;
    add_files_in(fs::current_path(none), seen, found);
    std::sort(found.rbegin(), found.rend());
    std::vector<fs::path> files;
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i) files.push_back(std::move(found[i].second));
    return files;
}

} // namespace chelate::session
