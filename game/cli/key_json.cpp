#include "game/cli/key_json.hpp"

namespace chelate::cli {

void write_key(json::Writer& out, const quiz::Assigned& key) {
    for (const std::uint8_t target : key.targets) out.integer(target + 1);
}

void write_key(json::Writer& out, const quiz::Entered& key) { out.integer(key.units); }

void write_key(json::Writer& out, const quiz::Ticked& key) {
    for (const std::uint8_t position : key.positions) out.integer(position + 1);
}

void write_key(json::Writer& out, const quiz::Picked& key) { out.integer(key.position + 1); }

void write_key(json::Writer& out, const quiz::Arranged& key) {
    for (const std::uint8_t position : key.positions) out.integer(position + 1);
}

void write_key(json::Writer&, const quiz::Noted&) {}

void write_key(json::Writer&, const quiz::Raised&) {}

void write_key(json::Writer& out, const quiz::Written& key) { out.string(key.text); }

} // namespace chelate::cli
