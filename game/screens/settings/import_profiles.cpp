#include "game/screens/settings/import_profiles.hpp"

#include <algorithm>
#include <utility>

#include "engine/base/folders.hpp"
#include "game/session/profile_exchange.hpp"

namespace chelate::screens {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_listed = 8;

fs::path folder_of(const Context& context) { return context.progress_file.parent_path() / session::exchange_folder; }

/// The newest first.
std::vector<fs::path> files_of(const Context& context) {
    std::error_code none;
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    for (auto entry = fs::directory_iterator(folder_of(context), none); !none && entry != fs::directory_iterator();
         entry.increment(none)) {
        std::error_code gone;
        if (entry->path().extension() == session::exchange_ending)
            found.emplace_back(entry->last_write_time(gone), entry->path());
    }
    std::sort(found.rbegin(), found.rend());
    std::vector<fs::path> files;
    for (auto& [time, file] : found) files.push_back(std::move(file));
    if (files.size() > most_listed) files.resize(most_listed);
    return files;
}

DialogModel list_of(const Context& context, const std::vector<fs::path>& files) {
    const auto& words = context.words;
    DialogModel model{.title = words.text("players.bring_in"),
                      .text = words.text(files.empty() ? "bring_in.none" : "bring_in.text",
                                         {{"folder", folder_of(context).string()}}),
                      .buttons = {},
                      .list = true};
    for (const fs::path& file : files) model.buttons.push_back({file.filename().string()});
    model.buttons.push_back({words.text("players.back"), {}, files.empty()});
    return model;
}

} // namespace

BringInOverlay::BringInOverlay(Context& context) : BringInOverlay(context, files_of(context)) {
    (void)make_folder(folder_of(context)); // so that there is one to put a file into
}

BringInOverlay::BringInOverlay(Context& context, std::vector<fs::path> files)
    : Dialog(context, list_of(context, files)), files_(std::move(files)) {}

Transition BringInOverlay::handle(const Intent& intent) {
    Transition next = Dialog::handle(intent);
    if (brought_ && std::holds_alternative<Close>(next)) return GoTo{ShowHome{}}; // everything below is of before
    return next;
}

Transition BringInOverlay::press(int index) {
    const auto& words = context_.words;
    const auto all = context_.game.import_profiles(files_.at(static_cast<std::size_t>(index)), context_.progress_file);
    brought_ = true;
    std::string said = all ? std::string{} : words.sentence(all.error());
    for (const store::Merged& one : all.value_or(std::vector<store::Merged>{})) {
        const char* key = one.events == 0 ? "bring_in.nothing" : one.is_new ? "bring_in.new" : "bring_in.more";
        said +=
            (said.empty() ? "" : "\n") + words.text(key, {{"name", context_.shown_name(one.profile.name)},
                                                          {"sessions", words.plural("kept.sessions", one.sessions)}});
    }
    say(said.empty() ? words.text("kept.nobody") : said);
    return Stay{};
}

} // namespace chelate::screens
