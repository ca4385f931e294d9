#include "game/screens/settings/import_profiles.hpp"

#include <algorithm>
#include <utility>

#include "engine/base/folders.hpp"
#include "engine/base/text.hpp"
#include "game/screens/presenter/services.hpp"
#include "game/screens/study/memory_words.hpp"
#include "game/session/study.hpp"

namespace chelate::screens {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_files = 8;
constexpr std::size_t longest_file_name = 60; ///< graphemes

fs::path folder_beside(const fs::path& progress) { return progress.parent_path() / session::exchange_folder; }

/// Returns the files that can be imported, newest first.
std::vector<fs::path> newest_files(const fs::path& folder) {
    std::error_code none;
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    for (auto entry = fs::directory_iterator(folder, none); !none && entry != fs::directory_iterator();
         entry.increment(none)) {
        std::error_code gone;
        if (entry->path().extension() == session::exchange_ending)
            found.emplace_back(entry->last_write_time(gone), entry->path());
    }
    std::sort(found.rbegin(), found.rend());
    std::vector<fs::path> files;
    for (auto& [time, file] : found) files.push_back(std::move(file));
    if (files.size() > most_files) files.resize(most_files);
    return files;
}

DialogModel list_of(const text::Language& words, const fs::path& folder, const std::vector<fs::path>& files) {
    DialogModel model{.title = words.text("players.import_profiles"),
                      .text = words.text(files.empty() ? "import_profiles.none" : "import_profiles.text",
                                         {{"folder", folder.string()}}),
                      .buttons = {},
                      .list = true};
    for (const fs::path& file : files)
        model.buttons.push_back({shortened(showable_line(file.filename().string()), longest_file_name)});
    model.buttons.push_back({words.text("players.back"), {}, files.empty()});
    return model;
}

} // namespace

ImportProfilesOverlay::ImportProfilesOverlay(const text::Language& words, const fs::path& progress,
                                             const session::Study& study, const ShownNames& shown_name)
    : ImportProfilesOverlay(words, folder_beside(progress), newest_files(folder_beside(progress)), study, shown_name) {}

ImportProfilesOverlay::ImportProfilesOverlay(const text::Language& words, const fs::path& folder,
                                             std::vector<fs::path> files, const session::Study& study,
                                             const ShownNames& shown_name)
    : Dialog(words, list_of(words, folder, files)), files_(std::move(files)), study_(study), shown_name_(shown_name) {}

Effects ImportProfilesOverlay::enter() { return MakeImportFolder{}; }

Effects ImportProfilesOverlay::press(int index) {
    if (asked_about_) answers_[*asked_about_] = index == 0;
    else file_ = files_.at(static_cast<std::size_t>(index));
    return import_file();
}

Effects ImportProfilesOverlay::import_file() {
    return ImportProfiles{file_, answers_, [this](const Result<session::ImportResult>& imported) -> Effects {
                              if (imported && !imported->clashes.empty()) {
                                  ask_about(imported->clashes.front());
                                  return {};
                              }
                              // The screens below show the earlier progress, so home takes their place.
                              return Effects{Show{ShowHome{}}}.and_then(
                                  ShowOver{ShowMessage{words_.text("players.import_profiles"), result_text(imported)}});
                          }};
}

void ImportProfilesOverlay::ask_about(const session::NameClash& clash) {
    asked_about_ = clash.there.profile.id;
    const std::string name = shown_name_(clash.here.profile.name);
    ask({.title = words_.text("import_profiles.same_title", {{"name", name}}),
         .text =
             words_.text("import_profiles.same_text",
                         {{"name", name}, {"here", summary_text(clash.here)}, {"there", summary_text(clash.there)}}),
         .buttons = {{words_.text("import_profiles.same_yes")},
                     {words_.text("import_profiles.same_no")},
                     {words_.text("players.back"), {}, true}},
         .list = true,
         .focus = 2});
}

std::string ImportProfilesOverlay::summary_text(const session::PersonSummary& person) const {
    const std::string answers = words_.plural("import_profiles.answers", person.answers);
    if (person.profile.last_played == Millis{}) return answers;
    const int day = study_.day_of(person.profile.last_played);
    return words_.text("import_profiles.summary",
                       {{"answers", answers}, {"day", day_text(words_, day, study_.today())}});
}

std::string ImportProfilesOverlay::result_text(const Result<session::ImportResult>& imported) const {
    if (!imported) return words_.sentence(imported.error());
    std::string text;
    for (const session::ImportedProfile& person : imported->people) {
        const store::Merged& one = person.merged;
        const char* key = one.events == 0 ? "import_profiles.nothing"
                          : one.is_new    ? "import_profiles.new"
                                          : "import_profiles.more";
        text +=
            (text.empty() ? "" : "\n") + words_.text(key, {{"name", shown_name_(one.profile.name)},
                                                           {"sessions", words_.plural("kept.sessions", one.sessions)}});
    }
    return text.empty() ? words_.text("kept.nobody") : text;
}

} // namespace chelate::screens
