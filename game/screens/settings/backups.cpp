#include "game/screens/settings/backups.hpp"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>

#include "game/screens/study/memory_words.hpp"

namespace chelate::screens {

namespace {

constexpr std::size_t most_listed = 8;

std::vector<store::Backup> backups_of(const Context& context) {
    auto found = store::backups_in(store::backup_folder(context.progress_file));
    if (found.size() > most_listed) found.resize(most_listed);
    return found;
}

DialogModel list_of(const Context& context, const std::vector<store::Backup>& backups) {
    const auto& words = context.words;
    DialogModel model{.title = words.text("backups.title"),
                      .text = words.text(backups.empty() ? "backups.none" : "backups.text"),
                      .buttons = {},
                      .list = true};
    model.buttons.push_back({words.text("backups.now"), {}, true});
    for (const store::Backup& backup : backups) model.buttons.push_back({backup_text(context, backup)});
    model.buttons.push_back({words.text("backups.back")});
    return model;
}

DialogModel question_of(const Context& context, const ShowRestore& request) {
    const auto& words = context.words;
    store::Backup backup{request.backup};
    for (const store::Backup& one : store::backups_in(request.backup.parent_path())) {
        if (one.file == request.backup) backup = one;
    }
    DialogModel model{.title = words.text("restore.title", {{"when", backup_text(context, backup)}}),
                      .text = words.text("restore.text"),
                      .buttons = {}};
    if (!request.trouble.empty()) model.text = request.trouble + "\n\n" + words.text("restore.damaged");
    model.buttons = {{words.text("restore.yes"), {}, !request.trouble.empty()},
                     {words.text("restore.no"), {}, request.trouble.empty()}};
    model.focus = request.trouble.empty() ? 1 : 0;
    return model;
}

} // namespace

std::string backup_text(const Context& context, const store::Backup& backup) {
    const auto seconds = static_cast<std::time_t>(backup.made.count / 1000);
    std::tm local{};
    if (localtime_r(&seconds, &local) == nullptr) return backup.file.filename().string();
    char clock[6];
    (void)std::strftime(clock, sizeof clock, "%H:%M", &local); // not for people to translate
    const auto local_day = static_cast<int>((static_cast<std::int64_t>(seconds) + local.tm_gmtoff) / 86'400);
    return context.words.text("backups.when",
                              {{"day", day_text(context.words, local_day, context.game.today())}, {"time", clock}});
}

BackupsOverlay::BackupsOverlay(Context& context) : BackupsOverlay(context, backups_of(context)) {}

BackupsOverlay::BackupsOverlay(Context& context, std::vector<store::Backup> backups)
    : Dialog(context, list_of(context, backups)), backups_(std::move(backups)) {}

Transition BackupsOverlay::press(int index) {
    if (index > 0) return Push{ShowRestore{backups_.at(static_cast<std::size_t>(index) - 1).file, {}}};
    const auto made = context_.game.back_up(store::backup_folder(context_.progress_file));
    say(made ? context_.words.text("backups.made", {{"path", made->string()}}) : context_.words.sentence(made.error()));
    return Stay{};
}

RestoreOverlay::RestoreOverlay(Context& context, const ShowRestore& request)
    : Dialog(context, question_of(context, request)), backup_(request.backup) {}

Transition RestoreOverlay::handle(const Intent& intent) {
    Transition next = Dialog::handle(intent);
    if (restored_ && std::holds_alternative<Close>(next)) return GoTo{ShowHome{}}; // everything below is of before
    return next;
}

Transition RestoreOverlay::press(int) {
    // The events of a workshop that wait for the disk do not fit into another store.
    const bool waits = context_.workshop_run != nullptr && context_.workshop_run->has_unsaved();
    const auto restored =
        waits ? fail("rounds-not-saved") : context_.game.restore_backup(backup_, context_.progress_file);
    if (!restored) {
        say(context_.words.sentence(restored.error()));
        return Stay{};
    }
    say(*restored ? context_.words.text("restore.done_aside", {{"path", (*restored)->string()}})
                  : context_.words.text("restore.done"));
    restored_ = true;
    return Stay{};
}

} // namespace chelate::screens
