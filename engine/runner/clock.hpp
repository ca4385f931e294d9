// Time as a value that is handed in: the system's clocks for people, one that is set by hand for tests and headless
// play.
#pragma once

#include "engine/base/units.hpp"

namespace chelate::runner {

class Clock {
public:
    virtual ~Clock() = default;
    /// Milliseconds that never go back, from any beginning.
    [[nodiscard]] virtual Millis steady() const = 0;
    /// Milliseconds since 1970, UTC; may jump when somebody sets the clock.
    [[nodiscard]] virtual Millis wall() const = 0;
    /// Minutes by which local time is ahead of UTC now, summer time counted.
    [[nodiscard]] virtual int zone() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Millis steady() const override;
    [[nodiscard]] Millis wall() const override;
    [[nodiscard]] int zone() const override;
};

/// Stands still until it is moved; local time is UTC.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Millis wall_at_start) : wall_at_start_(wall_at_start) {}

    void advance(Millis by) { steady_ = steady_ + by; }
    [[nodiscard]] Millis steady() const override { return steady_; }
    [[nodiscard]] Millis wall() const override { return wall_at_start_ + steady_; }
    [[nodiscard]] int zone() const override { return 0; }
    /// Somebody sets the clock.
    void set_wall(Millis wall) { wall_at_start_ = wall - steady_; }

private:
    Millis wall_at_start_;
    Millis steady_{};
};

} // namespace chelate::runner
