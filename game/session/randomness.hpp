// Where the session draws what must differ each time. Everything else is computed from these.
#pragma once

#include <cstdint>
#include <functional>

#include "engine/quiz/session.hpp"

namespace chelate::session {

/// A program draws from the machine; a test hands in its own draws, so that two runs give the same bytes.
struct Randomness {
    std::function<std::uint64_t()> seed;      ///< of a round that nobody gave a seed for
    std::function<quiz::SessionId()> session; ///< an id that no session has had
};

/// Returns the machine's own randomness.
[[nodiscard]] Randomness machine_randomness();

} // namespace chelate::session
