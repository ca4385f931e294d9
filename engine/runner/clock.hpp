// Clocks that are passed in: the system's clock for real use, and one set by hand for tests and headless play.
#pragma once

#include "engine/base/units.hpp"

namespace chelate::runner {

/// Tells the time to a session.
class Clock {
public:
    virtual ~Clock() = default;
    /// Returns milliseconds since any starting point; they never go back.
    [[nodiscard]] virtual Millis steady() const = 0;
    /// Returns milliseconds since 1970, UTC. It may jump when the user sets the system clock.
    [[nodiscard]] virtual Millis wall() const = 0;
    /// Returns the minutes by which local time is ahead of UTC now, including daylight saving time.
    [[nodiscard]] virtual int zone() const = 0;
};

/// The clocks of the operating system.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Millis steady() const override;
    [[nodiscard]] Millis wall() const override;
    [[nodiscard]] int zone() const override;
};

/// A clock that moves only when told to. Its local time is UTC.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Millis wall_at_start) : wall_at_start_(wall_at_start) {}

    void advance(Millis by) { steady_ = steady_ + by; }
    [[nodiscard]] Millis steady() const override { return steady_; }
    [[nodiscard]] Millis wall() const override { return wall_at_start_ + steady_; }
    [[nodiscard]] int zone() const override { return 0; }
    /// Sets the wall clock, as a user may do.
    void set_wall(Millis wall) { wall_at_start_ = wall - steady_; }

private:
    Millis wall_at_start_;
    Millis steady_{};
};

} // namespace chelate::runner
