#include "game/screens/settings/backups.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>

#include "game/screens/study/memory_words.hpp"

namespace chelate::screens {

namespace {

constexpr std::size_t most_backups = 8;

std::vector<store::Backup> newest_backups(const std::filesystem::path& progress) {
    auto found = store::backups_in(store::backup_folder(progress));
    if (found.size() > most_backups) found.resize(most_backups);
    return found;
}

DialogModel list_of(const text::Language& words, const std::vector<store::Backup>& backups, int today) {
    DialogModel model{.title = words.text("backups.title"),
                      .text = words.text(backups.empty() ? "backups.none" : "backups.text"),
                      .buttons = {},
                      .list = true};
    model.buttons.push_back({words.text("backups.now"), {}, true});
    for (const store::Backup& backup : backups) model.buttons.push_back({backup_text(words, backup, today)});
    model.buttons.push_back({words.text("backups.back")});
    return model;
}

DialogModel question_of(const text::Language& words, const ShowRestore& request, int today) {
    store::Backup backup{request.backup};
    for (const store::Backup& one : store::backups_in(request.backup.parent_path())) {
        if (one.file == request.backup) backup = one;
    }
    DialogModel model{.title = words.text("restore.title", {{"when", backup_text(words, backup, today)}}),
                      .text = words.text("restore.text"),
                      .buttons = {}};
    if (!request.trouble.empty()) model.text = request.trouble + "\n\n" + words.text("restore.damaged");
    model.buttons = {{words.text("restore.yes"), {}, !request.trouble.empty()},
                     {words.text("restore.no"), {}, request.trouble.empty()}};
    model.focus = request.trouble.empty() ? 1 : 0;
    return model;
}

} // namespace

std::string backup_text(const text::Language& words, const store::Backup& backup, int today) {
    const auto seconds = static_cast<std::time_t>(backup.made.count / 1000);
    std::tm local{};
    if (localtime_r(&seconds, &local) == nullptr) return backup.file.filename().string();
    char clock[6];
    (void)std::strftime(clock, sizeof clock, "%H:%M", &local); // the same in every language
    const auto local_day = static_cast<int>((static_cast<std::int64_t>(seconds) + local.tm_gmtoff) / 86'400);
    return words.text("backups.when", {{"day", day_text(words, local_day, today)}, {"time", clock}});
}

BackupsOverlay::BackupsOverlay(const text::Language& words, const std::filesystem::path& progress, int today)
    : BackupsOverlay(words, newest_backups(progress), today) {}

BackupsOverlay::BackupsOverlay(const text::Language& words, std::vector<store::Backup> backups, int today)
    : Dialog(words, list_of(words, backups, today)), backups_(std::move(backups)) {}

Effects BackupsOverlay::press(int index) {
    if (index > 0) return ShowOver{ShowRestore{backups_.at(static_cast<std::size_t>(index) - 1).file, {}}};
    return BackUp{[this](const Result<std::filesystem::path>& made) -> Effects {
        say(made ? words_.text("backups.made", {{"path", made->string()}}) : words_.sentence(made.error()));
        return {};
    }};
}

RestoreOverlay::RestoreOverlay(const text::Language& words, const ShowRestore& request, int today)
    : Dialog(words, question_of(words, request, today)), backup_(request.backup) {}

Effects RestoreOverlay::press(int) {
    return RestoreBackup{backup_, [this](const Result<std::optional<std::filesystem::path>>& earlier) -> Effects {
                             if (!earlier) {
                                 say(words_.sentence(earlier.error()));
                                 return {};
                             }
                             // The screens below show the earlier progress, so home takes their place.
                             return Effects{Show{ShowHome{}}}.and_then(ShowOver{ShowMessage{
                                 words_.text("backups.title"),
                                 *earlier ? words_.text("restore.done_aside", {{"path", (*earlier)->string()}})
                                          : words_.text("restore.done")}});
                         }};
}

} // namespace chelate::screens
