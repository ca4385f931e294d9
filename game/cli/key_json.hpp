// The key of a question as JSON, for `chelate questions --json`.
#pragma once

#include "engine/json/writer.hpp"
#include "engine/quiz/question.hpp"

namespace chelate::cli {

/// A key as the entries of a JSON array: screen positions or targets from 1, or what is entered or written.
void write_key(json::Writer& out, const quiz::Picked& key);
void write_key(json::Writer& out, const quiz::Arranged& key);
void write_key(json::Writer& out, const quiz::Ticked& key);
void write_key(json::Writer& out, const quiz::Assigned& key);
void write_key(json::Writer& out, const quiz::Entered& key);
void write_key(json::Writer& out, const quiz::Written& key);
void write_key(json::Writer& out, const quiz::Noted& key);
void write_key(json::Writer& out, const quiz::Raised& key); ///< hands are no key: nothing

} // namespace chelate::cli
