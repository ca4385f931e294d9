#include "game/session/history.hpp"

#include <utility>

namespace chelate::session {

void History::load() {
    rounds_.clear();
    if (!is_saved()) return;
    if (auto rounds = archive_.store()->history(players_.current().profile)) rounds_ = std::move(*rounds);
}

std::vector<store::TopicTotal> History::totals_by_topic() const {
    if (!is_saved()) return {};
    return archive_.store()->totals_by_topic(players_.current().profile).value_or(std::vector<store::TopicTotal>{});
}

std::vector<ItemId> History::missed() const {
    std::vector<ItemId> items;
    if (!is_saved()) return items;
    const auto totals = archive_.store()->totals_by_item(players_.current().profile);
    for (const store::ItemTotal& total : totals.value_or(std::vector<store::ItemTotal>{})) {
        if (!total.last_right) items.push_back(total.id);
    }
    return items;
}

} // namespace chelate::session
