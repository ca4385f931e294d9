#include "game/screens/settings/settings_screen.hpp"

#include <algorithm>
#include <iterator>

namespace chelate::screens {

namespace {

enum Row { row_theme, row_text, row_motion, row_window, row_pack };

} // namespace

std::vector<SettingRow> SettingsScreen::rows() const {
    const auto& words = context_.words;
    const session::Settings& settings = context_.settings;
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
    if (context_.packs.size() > 1) {
        const auto& packs = context_.packs;
        const auto chosen = std::find(packs.begin(), packs.end(), context_.game.pack().name);
        rows.push_back({words.text("settings.pack_choice"), packs,
                        static_cast<int>(chosen == packs.end() ? 0 : chosen - packs.begin()),
                        trouble_.empty() ? words.text("settings.pack_choice.about") : trouble_});
    }
    return rows;
}

std::vector<SettingsScreen::More> SettingsScreen::buttons() const {
    std::vector<More> all;
    if (context_.game.learner() != nullptr) all.push_back(More::plan);
    if (!context_.progress_file.empty()) all.push_back(More::backups);
    return all;
}

Transition SettingsScreen::press_more(int index) {
    if (buttons().at(static_cast<std::size_t>(index)) == More::plan) return Push{ShowStudyPlan{}};
    return Push{ShowBackups{}};
}

ScreenModel SettingsScreen::model() const {
    const auto& words = context_.words;
    SettingsModel model = page(words.text("settings.title"), words.text("settings.done"));
    for (const More button : buttons())
        model.more.push_back(words.text(button == More::plan ? "plan.title" : "backups.title"));
    model.about_heading = words.text("settings.about");
    model.about = {
        words.text("settings.version", {{"version", context_.version}}),
        words.text("settings.pack", {{"name", context_.game.pack().name}, {"version", context_.game.pack().version}})};
    if (!context_.kept_in.empty())
        model.about.push_back(words.text("settings.kept_in", {{"folder", context_.kept_in}}));
    model.about.push_back(context_.game.pack().disclaimer);
    return model;
}

void SettingsScreen::set(int row, int option) {
    session::Settings& settings = context_.settings;
    switch (row) {
    case row_theme: settings.theme = option == 1 ? "light" : "dark"; break;
    case row_text: settings.text_percent = session::text_percents[option]; break;
    case row_motion: settings.reduced_motion = option == 1; break;
    case row_window: settings.full_screen = option == 1; break;
    default: {
        const auto chosen = context_.choose_pack(static_cast<std::size_t>(option));
        another_pack_ = another_pack_ || chosen.has_value();
        trouble_ = chosen ? "" : context_.words.sentence(chosen.error());
        break;
    }
    }
    context_.save_settings();
}

Transition SettingsScreen::done() { return another_pack_ ? Transition{GoTo{ShowHome{}}} : Close{}; }

} // namespace chelate::screens
