#include "game/screens/settings/settings_screen.hpp"

#include <array>

#include "game/session/game.hpp"

namespace chelate::screens {

namespace {

/// Returns a row of which the option with this value is chosen, or the first one.
template <class Options, class Name, class IsChosen>
SettingRow row_of_choices(std::string label, std::string about, const Options& options, Name name, IsChosen is_chosen) {
    SettingRow row{std::move(label), {}, 0, std::move(about)};
    for (const auto& option : options) {
        if (is_chosen(option)) row.chosen = static_cast<int>(row.options.size());
        row.options.push_back(name(option));
    }
    return row;
}

} // namespace

std::vector<SettingsScreen::Row> SettingsScreen::row_kinds() const {
    std::vector<Row> kinds{Row::theme, Row::text, Row::motion, Row::window};
    if (languages_.size() > 1) kinds.push_back(Row::language);
    if (program_.game.packs().size() > 1) kinds.push_back(Row::pack);
    return kinds;
}

SettingRow SettingsScreen::row_of(Row kind) const {
    const text::Language& words = words_;
    const session::Settings& settings = files_.settings();
    switch (kind) {
    case Row::theme:
        return {words.text("settings.theme"),
                {words.text("settings.theme.dark"), words.text("settings.theme.light")},
                settings.theme == "light" ? 1 : 0,
                words.text("settings.theme.about")};
    case Row::text:
        return row_of_choices(
            words.text("settings.text"), words.text("settings.text.about"), session::text_percents,
            [&](int percent) {
                return words.text("settings.text.percent", {{"percent", words.number(percent)}});
            },
            [&](int percent) { return percent == settings.text_percent; });
    case Row::motion:
        return {words.text("settings.motion"),
                {words.text("settings.motion.full"), words.text("settings.motion.reduced")},
                settings.reduced_motion ? 1 : 0,
                words.text("settings.motion.about")};
    case Row::window:
        return {words.text("settings.window"),
                {words.text("settings.window.window"), words.text("settings.window.full")},
                settings.full_screen ? 1 : 0,
                words.text("settings.window.about")};
    case Row::language:
        return row_of_choices(
            words.text("settings.language"),
            language_trouble_ ? words.sentence(*language_trouble_) : words.text("settings.language.about"), languages_,
            [](const text::FoundLanguage& found) { return found.name; },
            [&](const text::FoundLanguage& found) { return found.name == words.name(); });
    case Row::pack: return pack_row();
    }
    return {};
}

SettingRow SettingsScreen::pack_row() const {
    const std::vector<session::FoundPack>& packs = program_.game.packs();
    SettingRow row{words_.text("settings.pack_choice"), {}, 0, about_pack()};
    for (std::size_t i = 0; i < packs.size(); ++i) {
        const bool disabled = packs[i].trouble || refused_.contains(i);
        row.options.push_back(disabled ? words_.text("settings.pack_disabled", {{"name", packs[i].name}})
                                       : packs[i].name);
        row.disabled.push_back(disabled);
    }
    if (program_.game.playing_pack() < packs.size()) row.chosen = static_cast<int>(program_.game.playing_pack());
    return row;
}

std::string SettingsScreen::about_pack() const {
    if (pack_trouble_) return words_.sentence(*pack_trouble_);
    const std::vector<session::FoundPack>& packs = program_.game.packs();
    const std::size_t playing = program_.game.playing_pack();
    if (playing < packs.size() && packs[playing].shares_id)
        return words_.text("settings.pack_shares_id", {{"id", packs[playing].id}});
    return words_.text("settings.pack_choice.about");
}

std::vector<SettingRow> SettingsScreen::rows() const {
    std::vector<SettingRow> rows;
    for (const Row kind : row_kinds()) rows.push_back(row_of(kind));
    return rows;
}

std::vector<SettingsScreen::More> SettingsScreen::buttons() const {
    std::vector<More> all;
    if (study_.learner() != nullptr) all.push_back(More::plan);
    if (!program_.progress.empty()) all.push_back(More::backups);
    if (!files_.folder().empty()) all.push_back(More::import_file);
    return all;
}

Effects SettingsScreen::press_more(int index) {
    switch (buttons().at(static_cast<std::size_t>(index))) {
    case More::plan: return ShowOver{ShowStudyPlan{}};
    case More::backups: return ShowOver{ShowBackups{}};
    case More::import_file: return ShowOver{ShowImportFile{}};
    }
    return {};
}

ScreenModel SettingsScreen::model() const {
    const text::Language& words = words_;
    SettingsModel model = page(words.text("settings.title"), words.text("settings.done"));
    static constexpr std::array titles{"plan.title", "backups.title", "import_file.title"}; // by More
    for (const More button : buttons()) model.more.push_back(words.text(titles[static_cast<std::size_t>(button)]));
    model.about_heading = words.text("settings.about");
    const content::Pack& pack = program_.game.pack();
    model.about = {words.text("settings.version", {{"version", program_.version}}),
                   words.text("settings.pack", {{"name", pack.name}, {"version", pack.version}})};
    if (!files_.folder().empty())
        model.about.push_back(words.text("settings.kept_in", {{"folder", files_.folder().string()}}));
    model.about.push_back(pack.disclaimer);
    return model;
}

Effects SettingsScreen::set(int row, int option) {
    session::Settings settings = files_.settings();
    switch (row_kinds().at(static_cast<std::size_t>(row))) {
    case Row::theme: settings.theme = option == 1 ? "light" : "dark"; break;
    case Row::text: settings.text_percent = session::text_percents[option]; break;
    case Row::motion: settings.reduced_motion = option == 1; break;
    case Row::window: settings.full_screen = option == 1; break;
    case Row::language: return choose_language(option);
    case Row::pack: return choose_pack(option);
    }
    return Save{std::move(settings)};
}

Effects SettingsScreen::choose_language(int option) {
    return UseLanguage{languages_.at(static_cast<std::size_t>(option)).tag,
                       [this](const Result<void>& used) -> Effects {
                           home_is_outdated_ = home_is_outdated_ || used.has_value();
                           language_trouble_ = used ? std::nullopt : std::optional(used.error());
                           return {};
                       }};
}

Effects SettingsScreen::choose_pack(int option) {
    return Submit{session::ChoosePack{static_cast<std::size_t>(option)},
                  [this, option](const Result<void>& chosen) -> Effects {
                      if (!chosen && chosen.error().code == "pack-refused")
                          refused_.insert(static_cast<std::size_t>(option));
                      home_is_outdated_ = home_is_outdated_ || chosen.has_value();
                      pack_trouble_ = chosen ? std::nullopt : std::optional(chosen.error());
                      return {};
                  }};
}

Effects SettingsScreen::done() { return home_is_outdated_ ? Effects{Show{ShowHome{}}} : Close{}; }

} // namespace chelate::screens
