#include "game/screens/knowledge/knowledge_screen.hpp"

#include <algorithm>

#include "game/screens/presenter/start_round.hpp"

namespace chelate::screens {

namespace {

constexpr int most_asked = 10; ///< questions of a round on what one has looked up

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
    model.sources_heading = context_.words.text("lookup.sources");
    model.focus = focus_;
    if (open_ && *open_ < static_cast<int>(model.rows.size())) model.rows[static_cast<std::size_t>(*open_)].open = true;
    return model;
}

std::vector<KeyHint> KnowledgeScreen::hints() const {
    const auto& words = context_.words;
    return {{words.text("key.arrows"), words.text("does.choose")},
            {words.text("key.enter"), words.text(focused_row() ? opens() : "does.choose_it")}};
}

std::vector<Action> KnowledgeScreen::actions() const {
    return {on(ActionId::ask_about, &KnowledgeScreen::ask).when(!items(focused_row()).empty()), on(ActionId::help),
            on(ActionId::back, Transition{GoTo{ShowHome{}}}, "does.back_home")};
}

void KnowledgeScreen::renew() {
    open_.reset();
    focus_ = std::clamp(focus_, 0, std::max(0, count() - 1));
}

Transition KnowledgeScreen::press(int index) {
    if (index < 0 || index >= count()) return Stay{};
    focus_ = index;
    const int chosen = chip_count();
    if (index >= chosen) {
        const int row = index - chosen;
        if (auto elsewhere = open_elsewhere(row)) return *elsewhere;
        open_ = open_ == row ? std::nullopt : std::optional(row);
        return Stay{};
    }
    int row = 0;
    for (const ChipRow& chip : chips()) {
        if (index < static_cast<int>(chip.options.size())) break;
        index -= static_cast<int>(chip.options.size());
        ++row;
    }
    choose(row, index);
    renew();
    return Stay{};
}

Transition KnowledgeScreen::ask() {
    content::Round round;
    round.id = content::RoundId{session::own_round_id};
    round.pool.items = items(focused_row());
    if (round.pool.items.empty()) return Stay{};
    const auto there = context_.game.questions_in(round, 0);
    if (there == 0)
        return Push{ShowMessage{context_.words.text("lookup.nothing_asked_title"),
                                context_.words.text("lookup.nothing_asked")}};
    round.count = static_cast<int>(std::min<std::size_t>(there, most_asked));
    return ask_or_start(context_, round);
}

Transition KnowledgeScreen::handle(const Intent& intent) {
    if (const auto* move = std::get_if<MoveFocus>(&intent)) {
        focus_ = walked(focus_, move->by, count());
    } else if (const auto* focus = std::get_if<FocusOn>(&intent)) {
        if (focus->index >= 0 && focus->index < count()) focus_ = focus->index;
    } else if (std::holds_alternative<Activate>(intent)) {
        return press(focus_);
    } else if (const auto* pressed = std::get_if<Press>(&intent)) {
        return press(pressed->index);
    }
    return Stay{};
}

} // namespace chelate::screens
