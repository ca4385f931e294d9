#include "game/session/randomness.hpp"

#include "engine/base/rng.hpp"
#include "engine/base/uuid.hpp"

namespace chelate::session {

Randomness machine_randomness() {
    return {[] { return Rng{std::hash<std::string>{}(new_uuid())}.next(); },
            [] { return quiz::SessionId{new_uuid()}; }};
}

} // namespace chelate::session
