// Animates values as functions of the time passed in, never of a count of frames.
#pragma once

#include <algorithm>

namespace chelate::stage {

/// Seconds on any clock that never goes backwards.
using Seconds = double;

/// Returns a cubic ease-out: a fast start and a soft stop. @param t clamped to 0..1
[[nodiscard]] constexpr float ease_out(float t) {
    const float left = 1 - std::clamp(t, 0.0F, 1.0F);
    return 1 - left * left * left;
}

/// A value that moves from one number to another.
class Glide {
public:
    Glide() = default;
    explicit Glide(float value) : from_(value), to_(value) {}

    /// Starts moving from the value at `now` to `target`. The same target again changes nothing.
    /// @param duration seconds
    void aim(float target, Seconds now, float duration) {
        if (target == to_) return;
        from_ = value(now);
        to_ = target;
        start_ = now;
        duration_ = duration;
    }
    /// Sets the value at once, without movement.
    void jump(float value) { *this = Glide(value); }

    [[nodiscard]] float value(Seconds now) const {
        if (duration_ <= 0) return to_;
        return from_ + (to_ - from_) * ease_out(static_cast<float>((now - start_) / static_cast<double>(duration_)));
    }
    [[nodiscard]] float target() const { return to_; }
    [[nodiscard]] bool moving(Seconds now) const {
        return from_ != to_ && now - start_ < static_cast<double>(duration_);
    }

private:
    float from_ = 0;
    float to_ = 0;
    Seconds start_ = 0;
    float duration_ = 0;
};

} // namespace chelate::stage
