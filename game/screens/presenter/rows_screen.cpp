#include "game/screens/presenter/rows_screen.hpp"

namespace chelate::screens {

namespace {

/// Returns the option that a step leads to, past disabled ones; it may be beyond the ends.
int next_option(const SettingRow& row, int from, int by) {
    int option = from + by;
    while (option >= 0 && row.is_disabled(static_cast<std::size_t>(option))) option += by > 0 ? 1 : -1;
    return option;
}

} // namespace

SettingsModel RowsScreen::page(std::string title, std::string done) const {
    SettingsModel model;
    model.title = std::move(title);
    model.rows = rows();
    model.done = std::move(done);
    model.focus = focus_;
    return model;
}

std::vector<KeyHint> RowsScreen::hints() const {
    return {{words_.text("key.up_down"), words_.text("does.choose")},
            {words_.text("key.left_right"), words_.text("does.change")}};
}

std::vector<Action> RowsScreen::actions() const { return {on(ActionId::back, &RowsScreen::leave)}; }

Effects RowsScreen::choose(int row, int option) {
    const auto all = rows();
    if (row < 0 || row >= static_cast<int>(all.size())) return {};
    if (option < 0 || option >= static_cast<int>(all[static_cast<std::size_t>(row)].options.size())) return {};
    return set(row, option);
}

Effects RowsScreen::handle(const Intent& intent) {
    const std::vector<SettingRow> all = rows();
    const int count = static_cast<int>(all.size());
    if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        focus_ = walked(focus_, move->by, count + 1 + more());
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index <= count + more()) focus_ = focus->index;
    } else if (const auto* adjust = std::get_if<Adjust>(&intent)) {
        const int row = adjust->row < 0 ? focus_ : adjust->row;
        if (row < count)
            return choose(row, next_option(all[static_cast<std::size_t>(row)],
                                           all[static_cast<std::size_t>(row)].chosen, adjust->by));
    } else if (const auto* option = std::get_if<SetOption>(&intent)) {
        if (option->row >= 0 && option->row < count) focus_ = option->row;
        return choose(option->row, option->option);
    } else if (const auto* press = std::get_if<Press>(&intent)) {
        if (press->index == count) return done();
        if (press->index > count && press->index <= count + more()) return press_more(press->index - count - 1);
        if (press->index >= 0 && press->index < count) focus_ = press->index;
    } else if (std::holds_alternative<Activate>(intent)) {
        if (focus_ == count) return done();
        if (focus_ > count) return press_more(focus_ - count - 1);
        const SettingRow& row = all[static_cast<std::size_t>(focus_)];
        const int next = next_option(row, row.chosen, 1);
        return choose(focus_, next < static_cast<int>(row.options.size()) ? next : next_option(row, -1, 1));
    }
    return {};
}

} // namespace chelate::screens
