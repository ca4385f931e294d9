// Converts an event to a row of typed columns, and back.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "engine/quiz/session.hpp"
#include "engine/store/sqlite.hpp"

namespace chelate::store {

/// Columns of the journal without the checksum. The checksum depends on their order: add new ones at the end.
enum class Column : std::uint8_t {
    session,
    seq,
    profile,
    origin,
    wall,
    kind,
    at,
    step,
    number,
    question,
    shown,
    rng,
    player,
    name,
    time_factor,
    picked,
    arranged,
    taken,
    points,
    possible,
    credit_num,
    credit_den,
    speed_num,
    speed_den,
    streak,
    complete,
    first,
    last,
    resumed,
    start,
    response,
    help_num,
    help_den,
    sure,
    confidence_factor,
    passed,
    zone,
    serial
};
inline constexpr std::array<std::string_view, 38> column_names{
    "session",  "seq",      "profile",     "origin",   "wall",       "kind",       "at",          "step",
    "number",   "question", "shown",       "rng",      "player",     "name",       "time_factor", "picked",
    "arranged", "taken",    "points",      "possible", "credit_num", "credit_den", "speed_num",   "speed_den",
    "streak",   "complete", "first",       "last",     "resumed",    "start",      "response",    "help_num",
    "help_den", "sure",     "sure_factor", "passed",   "zone",       "serial"};

/// Values by column. Texts and bytes are views of what the row was made from.
struct Row {
    std::array<Value, column_names.size()> values{};

    Value& operator[](Column column) { return values[static_cast<std::size_t>(column)]; }
    const Value& operator[](Column column) const { return values[static_cast<std::size_t>(column)]; }
};

/// Writes an event into its columns. The caller fills in the row's place (session, seq, profile, origin, wall, zone,
/// serial) and the question's hash.
/// @param text  storage for a text that the row refers to
void fill(Row& row, const quiz::Event& event, std::string& text);

/// Returns the event of a row; nothing when a column it needs is missing or out of range, or its kind is unknown.
/// @param question  the question whose hash is in the row
[[nodiscard]] std::optional<quiz::Event> event_of(const Row& row, quiz::QuestionRef question);

} // namespace chelate::store
