// Who plays: a person, a class, or the visitors of a kiosk.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/person_name.hpp"
#include "engine/quiz/session.hpp"
#include "game/session/archive.hpp"

namespace chelate::session {

enum class PlayerKind : std::uint8_t { person, classroom, visitors };

struct Player {
    PlayerKind kind = PlayerKind::person;
    std::string name{};         ///< empty: nobody plays
    quiz::PlayerId seat{};      ///< of a person, in a round under way
    store::ProfileId profile{}; ///< empty: nothing of this player is saved
};

/// Knows who plays now and who played before. It ends no round: Game does that before the player changes.
class Players {
public:
    Players(const runner::Clock& clock, Archive& archive) : clock_(clock), archive_(archive) {}

    [[nodiscard]] const Player& current() const { return player_; }
    [[nodiscard]] const std::string& name() const { return player_.name; } ///< empty: nobody plays
    [[nodiscard]] bool is_classroom() const { return player_.kind == PlayerKind::classroom; }
    [[nodiscard]] bool are_visitors() const { return player_.kind == PlayerKind::visitors; }
    /// Returns the profile's kind in the store. @pre not visitors: nothing of them is saved
    [[nodiscard]] store::ProfileKind profile_kind() const {
        return is_classroom() ? store::ProfileKind::classroom : store::ProfileKind::person;
    }
    /// Returns the names of all people who play here, last played first.
    [[nodiscard]] std::vector<std::string> names() const;

    /// Changes the player. The person who played before a class or visitors is remembered. @param name  see person_name
    void choose(PlayerKind kind, const std::string& name);
    /// Ends the turn of a class or of visitors: the person from before plays again, or nobody.
    void choose_person_before();
    /// Finds the player's profile, or makes it; trouble with the disk is the archive's to tell. It does nothing when
    /// the profile is known already.
    void find_profile();
    /// Forgets the profile, so that find_profile looks again: the store may be another one.
    void forget_profile() { player_.profile = {}; }
    /// @param name  see person_name  Errors: name-taken {name}, and those of the store.
    Result<void> rename(const std::string& name);
    /// Removes the player with all that is saved; nobody plays then. Errors: those of the store.
    Result<void> remove();
    /// Changes the seat, as the round under way names it.
    void take_seat(const quiz::PlayerId& seat) { player_.seat = seat; }

private:
    const runner::Clock& clock_;
    Archive& archive_;
    Player player_;
    std::string person_before_; ///< who played before a class or visitors
};

} // namespace chelate::session
