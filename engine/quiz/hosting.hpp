// What a host does to a session in front of several teams: buzzers, hands that were counted, and the net under it all.
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
    int time_factor_percent = 100; ///< 100 and more: this person's clock runs slower
    bool operator==(const Participant&) const = default;
};

/// Who answers a question, and how the answers come in.
enum class ResponseMode : std::uint8_t {
    each,    ///< everybody answers
    turns,   ///< each question belongs to one seat, in turn
    buzzers, ///< who presses first answers; after a wrong answer the others may press
    hands,   ///< everybody answers, hands are counted
    cards    ///< the same with cards held up
};

/// How long somebody waits who pressed before the buzzers were open.
inline constexpr Millis false_start_wait{1000};

/// Why a host may give or take points; one of a few words, so that nobody's name gets into a journal.
enum class Reason : std::uint8_t { fair_play, good_reason, counted_wrong, other };

struct Count {
    PlayerId player;
    Raised raised;
    bool operator==(const Count&) const = default;
};
/// An answer's award after another marking.
struct Regrade {
    int number = 0;
    PlayerId player;
    Award award;
    bool operator==(const Regrade&) const = default;
};

/// Buzzers of one question.
struct Buzzers {
    bool open = false;
    std::optional<PlayerId> floor{}; ///< who may answer now
    std::vector<PlayerId> tied{};    ///< between whom the lot gave it
    std::vector<Millis> waits{};     ///< by seat: false starters press in vain until then
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
