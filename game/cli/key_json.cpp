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

void write_answer_space(json::Writer& out, const quiz::Interaction& interaction) {
    if (const auto* assign = std::get_if<quiz::Assign>(&interaction)) {
        out.key("targets").begin_array();
        for (const quiz::Option& target : assign->targets) out.string(target.text);
        out.end_array();
    } else if (const auto* number = std::get_if<quiz::EnterNumber>(&interaction)) {
        const quiz::Scale& scale = number->scale;
        out.key("scale").begin_object();
        out.member("from", scale.from).member("to", scale.to).member("step", scale.step);
        out.member("decimals", scale.decimals).member("unit", scale.unit).end_object();
    }
}

} // namespace chelate::cli
