// Writes the key of a question, and what it is chosen from, as JSON, for `chelate questions --json`.
#pragma once

#include "engine/json/writer.hpp"
#include "engine/quiz/question.hpp"

namespace chelate::cli {

/// Writes a key as entries of a JSON array: display positions or targets from 1, or the number or text to enter.
void write_key(json::Writer& out, const quiz::Picked& key);
void write_key(json::Writer& out, const quiz::Arranged& key);
void write_key(json::Writer& out, const quiz::Ticked& key);
void write_key(json::Writer& out, const quiz::Assigned& key);
void write_key(json::Writer& out, const quiz::Entered& key);
void write_key(json::Writer& out, const quiz::Written& key);
void write_key(json::Writer& out, const quiz::Noted& key);
void write_key(json::Writer& out, const quiz::Raised& key); ///< writes nothing: raised hands have no key

/// Writes what an answer is chosen from besides the choices, as members of a JSON object: the `targets` of a matching
/// or sorting question, or the `scale` of a number, in units of 10^-decimals like its key. Writes nothing for others.
void write_answer_space(json::Writer& out, const quiz::Interaction& interaction);

} // namespace chelate::cli
