// What a host does in a session with several teams: runs buzzers, counts hands, adjusts points and corrects mistakes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/base/rng.hpp"
#include "engine/base/units.hpp"
#include "engine/quiz/marking.hpp"
#include "engine/quiz/question.hpp"

namespace chelate::quiz {

using PlayerId = Id<struct PlayerTag>;

struct Participant {
    PlayerId id;
    std::string name;
    int time_factor_percent = 100; ///< 100 or more; a larger factor gives this person more time
    bool operator==(const Participant&) const = default;
};

/// Who answers a question, and how the answers come in.
enum class ResponseMode : std::uint8_t {
    each,    ///< everybody answers
    turns,   ///< each question belongs to one participant, in turn
    buzzers, ///< the first to press answers; after a wrong answer the others may press
    hands,   ///< everybody answers by a show of hands, and the hands are counted
    cards    ///< as `hands`, with cards held up
};

/// How long a player must wait after pressing before the buzzers were open.
inline constexpr Millis false_start_wait{1000};

/// Why a host may give or take points. It is a fixed list of words, so that nobody's name ends up in a journal.
enum class Reason : std::uint8_t { fair_play, good_reason, counted_wrong, other };

struct Count {
    PlayerId player;
    Raised raised;
    bool operator==(const Count&) const = default;
};
/// An answer's award after its question was regraded.
struct Regrade {
    int number = 0;
    PlayerId player;
    Award award;
    bool operator==(const Regrade&) const = default;
};

/// The buzzers of one question.
struct Buzzers {
    bool open = false;
    std::optional<PlayerId> floor{}; ///< the player who may answer now
    std::vector<PlayerId> tied{};    ///< the players among whom a draw decided
    std::vector<Millis> waits{};     ///< by seat: a press before this time has no effect, after a false start
    bool operator==(const Buzzers&) const = default;
};

/// Points that a host gave or took.
struct Adjustment {
    PlayerId player;
    Points points{};
    Reason reason = Reason::other;
    bool operator==(const Adjustment&) const = default;
};

} // namespace chelate::quiz
