// What the player has done so far: finished rounds, and totals over them.
#pragma once

#include <vector>

#include "game/session/players.hpp"

namespace chelate::session {

class History {
public:
    History(const Archive& archive, const Players& players) : archive_(archive), players_(players) {}

    /// Returns the finished rounds, newest first; empty where nothing is saved.
    [[nodiscard]] const std::vector<store::PlayedRound>& rounds() const { return rounds_; }
    [[nodiscard]] std::vector<store::TopicTotal> totals_by_topic() const;
    /// Returns the items that the player did not get fully right when they were last asked.
    [[nodiscard]] std::vector<ItemId> missed() const;

    /// Reads the rounds again: another player plays, or another round is finished.
    void load();

private:
    [[nodiscard]] bool is_saved() const { return archive_.store() != nullptr && !players_.current().profile.empty(); }

    const Archive& archive_;
    const Players& players_;
    std::vector<store::PlayedRound> rounds_;
};

} // namespace chelate::session
