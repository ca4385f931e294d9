#include "game/screens/settings/settings_screen.hpp"

#include <algorithm>

#include "game/session/local_files.hpp"
#include "game/session/study.hpp"

namespace chelate::screens {

std::vector<SettingRow> SettingsScreen::rows() const {
    const text::Language& words = words_;
    const session::Settings& settings = files_.settings();
    SettingRow theme{words.text("settings.theme"),
                     {words.text("settings.theme.dark"), words.text("settings.theme.light")},
                     settings.theme == "light" ? 1 : 0,
                     words.text("settings.theme.about")};
    SettingRow text{words.text("settings.text"), {}, 0, words.text("settings.text.about")};
    for (const int percent : session::text_percents) {
        if (percent == settings.text_percent) text.chosen = static_cast<int>(text.options.size());
        text.options.push_back(words.text("settings.text.percent", {{"percent", words.number(percent)}}));
    }
    SettingRow motion{words.text("settings.motion"),
                      {words.text("settings.motion.full"), words.text("settings.motion.reduced")},
                      settings.reduced_motion ? 1 : 0,
                      words.text("settings.motion.about")};
    SettingRow window{words.text("settings.window"),
                      {words.text("settings.window.window"), words.text("settings.window.full")},
                      settings.full_screen ? 1 : 0,
                      words.text("settings.window.about")};
    std::vector<SettingRow> rows{theme, text, motion, window};
    if (program_.packs.size() > 1) {
        SettingRow pack{words.text("settings.pack_choice"),
                        {},
                        0,
                        trouble_.empty() ? words.text("settings.pack_choice.about") : trouble_};
        for (const session::FoundPack& found : program_.packs) pack.options.push_back(found.name);
        const auto chosen = std::find(pack.options.begin(), pack.options.end(), program_.pack.name);
        if (chosen != pack.options.end()) pack.chosen = static_cast<int>(chosen - pack.options.begin());
        rows.push_back(std::move(pack));
    }
    return rows;
}

std::vector<SettingsScreen::More> SettingsScreen::buttons() const {
    std::vector<More> all;
    if (study_.learner() != nullptr) all.push_back(More::plan);
    if (!program_.progress.empty()) all.push_back(More::backups);
    return all;
}

Effects SettingsScreen::press_more(int index) {
    if (buttons().at(static_cast<std::size_t>(index)) == More::plan) return ShowOver{ShowStudyPlan{}};
    return ShowOver{ShowBackups{}};
}

ScreenModel SettingsScreen::model() const {
    const text::Language& words = words_;
    SettingsModel model = page(words.text("settings.title"), words.text("settings.done"));
    for (const More button : buttons())
        model.more.push_back(words.text(button == More::plan ? "plan.title" : "backups.title"));
    model.about_heading = words.text("settings.about");
    const content::Pack& pack = program_.pack;
    model.about = {words.text("settings.version", {{"version", program_.version}}),
                   words.text("settings.pack", {{"name", pack.name}, {"version", pack.version}})};
    if (!files_.folder().empty())
        model.about.push_back(words.text("settings.kept_in", {{"folder", files_.folder().string()}}));
    model.about.push_back(pack.disclaimer);
    return model;
}

Effects SettingsScreen::set(int row, int option) {
    session::Settings settings = files_.settings();
    switch (row) {
    case row_theme: settings.theme = option == 1 ? "light" : "dark"; break;
    case row_text: settings.text_percent = session::text_percents[option]; break;
    case row_motion: settings.reduced_motion = option == 1; break;
    case row_window: settings.full_screen = option == 1; break;
    default: return choose_pack(option);
    }
    return Save{std::move(settings)};
}

Effects SettingsScreen::choose_pack(int option) {
    return Submit{session::ChoosePack{static_cast<std::size_t>(option)}, [this](const Result<void>& chosen) -> Effects {
                      has_changed_pack_ = has_changed_pack_ || chosen.has_value();
                      trouble_ = chosen ? "" : words_.sentence(chosen.error());
                      return {};
                  }};
}

Effects SettingsScreen::done() { return has_changed_pack_ ? Effects{Show{ShowHome{}}} : Close{}; }

} // namespace chelate::screens
