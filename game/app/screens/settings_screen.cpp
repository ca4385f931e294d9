#include "game/app/screens/settings_screen.hpp"

#include <iterator>

namespace chelate::app {

namespace {

enum Row { row_theme, row_text, row_motion, row_window, row_count };

} // namespace

std::vector<SettingRow> SettingsScreen::rows() const {
    const auto& words = context_.words;
    const Settings& settings = context_.settings;
    SettingRow theme{words.text("settings.theme"),
                     {words.text("settings.theme.dark"), words.text("settings.theme.light")},
                     settings.theme == "light" ? 1 : 0,
                     words.text("settings.theme.about")};
    SettingRow text{words.text("settings.text"), {}, 0, words.text("settings.text.about")};
    for (const int percent : text_percents) {
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
    return {theme, text, motion, window};
}

ScreenModel SettingsScreen::model() const {
    const auto& words = context_.words;
    SettingsModel model;
    model.title = words.text("settings.title");
    model.rows = rows();
    model.about_heading = words.text("settings.about");
    model.about = {words.text("settings.version", {{"version", context_.version}}),
                   words.text("settings.pack", {{"name", context_.game.pack().name}, {"version", context_.game.pack().version}})};
    if (!context_.kept_in.empty()) model.about.push_back(words.text("settings.kept_in", {{"folder", context_.kept_in}}));
    model.about.push_back(context_.game.pack().disclaimer);
    model.done = words.text("settings.done");
    model.focus = focus_;
    return model;
}

std::vector<KeyHint> SettingsScreen::footer() const {
    const auto& words = context_.words;
    return {{words.text("key.up_down"), words.text("does.choose")},
            {words.text("key.left_right"), words.text("does.change")},
            {words.text("key.esc"), words.text("does.back"), Click::back}};
}

void SettingsScreen::set(int row, int option) {
    const auto all = rows();
    if (row < 0 || row >= row_count) return;
    if (option < 0 || option >= static_cast<int>(all[static_cast<std::size_t>(row)].options.size())) return;
    Settings& settings = context_.settings;
    switch (row) {
    case row_theme: settings.theme = option == 1 ? "light" : "dark"; break;
    case row_text: settings.text_percent = text_percents[option]; break;
    case row_motion: settings.reduced_motion = option == 1; break;
    default: settings.full_screen = option == 1; break;
    }
    context_.save_settings();
}

Transition SettingsScreen::handle(const Intent& intent) {
    if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        focus_ = walked(focus_, move->by, row_count + 1);
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index <= row_count) focus_ = focus->index;
    } else if (const auto* adjust = std::get_if<Adjust>(&intent)) {
        const int row = adjust->row < 0 ? focus_ : adjust->row;
        if (row < row_count) set(row, rows()[static_cast<std::size_t>(row)].chosen + adjust->by);
    } else if (const auto* option = std::get_if<SetOption>(&intent)) {
        if (option->row >= 0 && option->row < row_count) focus_ = option->row;
        set(option->row, option->option);
    } else if (const auto* press = std::get_if<Press>(&intent)) {
        if (press->index == row_count) return Close{};
        if (press->index >= 0 && press->index < row_count) focus_ = press->index;
    } else if (std::holds_alternative<Activate>(intent)) {
        if (focus_ == row_count) return Close{};
        const SettingRow row = rows()[static_cast<std::size_t>(focus_)];
        set(focus_, (row.chosen + 1) % static_cast<int>(row.options.size()));
    } else if (std::holds_alternative<Back>(intent)) {
        return Close{};
    }
    return Stay{};
}

} // namespace chelate::app
