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

struct Seat {
    PlayerId id;
    std::string name;
    int time_factor_percent = 100; ///< 100 and more: this person's clock runs slower
    bool operator==(const Seat&) const = default;
};

/// Who answers a question, and how the answers come in.
enum class Taking : std::uint8_t {
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

// Commands.
struct LeavePlayer {
    PlayerId player;
    bool operator==(const LeavePlayer&) const = default;
};
struct OpenBuzzers {
    bool operator==(const OpenBuzzers&) const = default;
};
/// Presses that came at once, as near as can be told.
struct Buzz {
    std::vector<PlayerId> players;
    bool operator==(const Buzz&) const = default;
};
struct Count {
    PlayerId player;
    Raised raised;
    bool operator==(const Count&) const = default;
};
/// Hands of one or more seats, taken together.
struct CountHands {
    std::vector<Count> counts;
    bool operator==(const CountHands&) const = default;
};
/// From now on `right` is the answer with full credit to a question that was asked; all answers to it are marked again.
struct CorrectKey {
    int number = 0;
    Response right;
    bool operator==(const CorrectKey&) const = default;
};
struct AdjustPoints {
    PlayerId player;
    Points points{};
    Reason reason = Reason::other;
    bool operator==(const AdjustPoints&) const = default;
};
/// see speed_factor; 0: speed counts no more
struct SetSpeedLoss {
    int quarters = 0;
    bool operator==(const SetSpeedLoss&) const = default;
};
/// more of it for the open question
struct GiveTime {
    PlayerId player;
    Millis time{};
    bool operator==(const GiveTime&) const = default;
};

// Events.
struct PlayerLeft {
    PlayerId player;
    bool operator==(const PlayerLeft&) const = default;
};
struct BuzzersOpened {
    int number = 0;
    bool operator==(const BuzzersOpened&) const = default;
};
struct Buzzed {
    int number = 0;
    PlayerId player;              ///< who has the floor
    std::vector<PlayerId> tied{}; ///< all between whom the lot decided; empty: nobody else pressed
    Rng rng_after{};
    bool operator==(const Buzzed&) const = default;
};
struct BuzzedEarly {
    int number = 0;
    PlayerId player;
    Millis until{};
    bool operator==(const BuzzedEarly&) const = default;
};
/// An answer's award after another marking.
struct Remark {
    int number = 0;
    PlayerId player;
    Award award;
    bool operator==(const Remark&) const = default;
};
struct KeyCorrected {
    int number = 0;
    QuestionRef question;        ///< with its new key
    Order shown;                 ///< every option where it stood on the screen
    std::vector<Remark> remarks; ///< of every answer whose award is another one now
    bool operator==(const KeyCorrected&) const = default;
};
struct PointsAdjusted {
    PlayerId player;
    Points points{};
    Reason reason = Reason::other;
    bool operator==(const PointsAdjusted&) const = default;
};
struct SpeedLossSet {
    int quarters = 0;
    bool operator==(const SpeedLossSet&) const = default;
};
struct TimeGiven {
    int number = 0;
    PlayerId player;
    Millis time{};
    bool operator==(const TimeGiven&) const = default;
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
