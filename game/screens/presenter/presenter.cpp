#include "game/screens/presenter/presenter.hpp"

namespace chelate::screens {

namespace {

KeyHint hint_of(const Action& action, const text::Language& words) {
    const ActionRow& row = row_of(action.id);
    return {words.text(row.key_text), words.text(action.label.empty() ? row.label : action.label), action.id};
}

} // namespace

std::vector<KeyHint> footer_of(const Presenter& screen, const text::Language& words) {
    std::vector<KeyHint> hints = screen.hints();
    for (const Action& action : screen.actions()) {
        if (action.enabled && action.in_footer) hints.push_back(hint_of(action, words));
    }
    return hints;
}

std::vector<KeyHint> all_keys_of(const Presenter& screen, const text::Language& words) {
    std::vector<KeyHint> hints = screen.all_hints();
    for (const Action& action : screen.actions()) {
        if (action.enabled) hints.push_back(hint_of(action, words));
    }
    return hints;
}

int walked(int focus, int by, int count) {
    if (count <= 0) return 0;
    return ((focus + by) % count + count) % count;
}

} // namespace chelate::screens
