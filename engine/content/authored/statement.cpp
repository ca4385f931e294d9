// Reads whether the statement in the prompt is true.
#include "engine/content/authored/authored.hpp"

namespace chelate::content {

bool read(const AuthoredReading& reading, Statement& statement) {
    statement.answer = reading.reader.boolean("answer").value_or(false);
    return true;
}

} // namespace chelate::content
