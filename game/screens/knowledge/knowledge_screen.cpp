#include "game/screens/knowledge/knowledge_screen.hpp"

#include <algorithm>

#include "game/screens/presenter/round_effects.hpp"

namespace chelate::screens {

namespace {

constexpr int most_asked = 10; ///< questions in a round about what the player has looked up

} // namespace

int KnowledgeScreen::chip_count() const {
    int count = 0;
    for (const ChipRow& row : chips()) count += static_cast<int>(row.options.size());
    return count;
}

std::optional<int> KnowledgeScreen::focused_row() const {
    const int row = focus_ - chip_count();
    return row >= 0 ? std::optional(row) : std::nullopt;
}

KnowledgeModel KnowledgeScreen::page() const {
    KnowledgeModel model;
    model.chips = chips();
    model.rows = rows();
    model.sources_heading = words_.text("lookup.sources");
    model.focus = focus_;
    if (open_ && *open_ < static_cast<int>(model.rows.size())) model.rows[static_cast<std::size_t>(*open_)].open = true;
    return model;
}

std::vector<KeyHint> KnowledgeScreen::hints() const {
    return {{words_.text("key.arrows"), words_.text("does.choose")},
            {words_.text("key.enter"), words_.text(focused_row() ? opens() : "does.choose_it")}};
}

std::vector<Action> KnowledgeScreen::actions() const {
    return {on(ActionId::ask_about, &KnowledgeScreen::ask).when(!items(focused_row()).empty()), on(ActionId::help),
            on(ActionId::back, Effects{Show{ShowHome{}}}, "does.back_home")};
}

void KnowledgeScreen::renew() {
    open_.reset();
    focus_ = std::clamp(focus_, 0, std::max(0, count() - 1));
}

Effects KnowledgeScreen::press(int index) {
    if (index < 0 || index >= count()) return {};
    focus_ = index;
    const int chosen = chip_count();
    if (index >= chosen) {
        const int row = index - chosen;
        if (auto elsewhere = open_elsewhere(row)) return *elsewhere;
        open_ = open_ == row ? std::nullopt : std::optional(row);
        return {};
    }
    int row = 0;
    for (const ChipRow& chip : chips()) {
        if (index < static_cast<int>(chip.options.size())) break;
        index -= static_cast<int>(chip.options.size());
        ++row;
    }
    choose(row, index);
    renew();
    return {};
}

Effects ask_about(std::vector<ItemId> items, const session::Rounds& rounds, const text::Language& words) {
    content::Round round;
    round.id = content::RoundId{session::own_round_id};
    round.pool.items = std::move(items);
    if (round.pool.items.empty()) return {};
    const auto available = rounds.questions_in(round, 0);
    if (available == 0)
        return ShowOver{ShowMessage{words.text("lookup.nothing_asked_title"), words.text("lookup.nothing_asked")}};
    round.count = static_cast<int>(std::min<std::size_t>(available, most_asked));
    return start_or_ask(round, rounds, words);
}

Effects KnowledgeScreen::ask() { return ask_about(items(focused_row()), rounds_, words_); }

Effects KnowledgeScreen::handle(const Intent& intent) {
    if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        focus_ = walked(focus_, move->by, count());
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index < count()) focus_ = focus->index;
    } else if (std::holds_alternative<Activate>(intent)) {
        return press(focus_);
    } else if (const auto* pressed = std::get_if<Press>(&intent)) {
        return press(pressed->index);
    }
    return {};
}

} // namespace chelate::screens
