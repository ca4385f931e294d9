#include "game/session/randomness.hpp"

#include "engine/base/rng.hpp"
#include "engine/base/uuid.hpp"

namespace chelate::session {

Randomness machine_randomness() {
    return {[] { return Rng{std::hash<std::string>{}(text_of(new_uuid()))}.next(); },
            [] { return quiz::SessionId{text_of(new_uuid())}; }};
}

} // namespace chelate::session
