#include "engine/content/breathing.hpp"

#include <algorithm>
#include <cmath>

#include "engine/content/draft.hpp"

namespace chelate::content {

namespace {

constexpr double shortest_phase = 0.5;     ///< seconds
constexpr double longest_phase = 20;       ///< seconds
constexpr std::size_t longest_saying = 30; ///< people read it from a distance

BreathPhase read_phase(json::ObjectReader& reader) {
    BreathPhase phase;
    assign(phase.say, reader.string("say", longest_saying));
    if (const auto seconds = reader.number("seconds")) {
        if (*seconds < shortest_phase || *seconds > longest_phase)
            reader.report("seconds", "out-of-range", "'seconds' must be from 0.5 to 20");
        else phase.milliseconds = static_cast<int>(std::lround(*seconds * 1000));
    }
    if (const auto fill = reader.integer("fill", 0, 100)) phase.fill_percent = static_cast<int>(*fill);
    phase.hold = reader.optional_boolean("hold").value_or(false);
    reader.finish();
    return phase;
}

} // namespace

const BreathingPattern& pattern_of(const std::vector<BreathingPattern>& patterns, const BreathingId& id) {
    return *std::find_if(patterns.begin(), patterns.end(),
                         [&](const BreathingPattern& pattern) { return pattern.id == id; });
}

std::vector<BreathPhase> phases_of(const BreathingPattern& pattern, bool holds) {
    std::vector<BreathPhase> phases;
    for (const BreathPhase& phase : pattern.phases) {
        if (holds || !phase.hold) phases.push_back(phase);
    }
    return phases;
}

void read_breathing(Draft& draft, const json::Document& document, const json::Value& value) {
    json::ObjectReader reader(document, value, name_of(EntryKind::breathing), draft.problems);
    BreathingPattern pattern;
    bool sound = true;
    pattern.id.value = take_id(draft, reader, EntryKind::breathing);
    assign(pattern.name, reader.string("name", longest_short_name));
    assign(pattern.about, reader.string("about"));
    if (const auto phases = reader.array("phases", true)) {
        for (auto one = phases->first(); one; one = one->next()) {
            json::ObjectReader phase(document, *one, "a phase", draft.problems);
            pattern.phases.push_back(read_phase(phase));
            sound = sound && phase.ok();
        }
        if (phases_of(pattern, false).size() < 2) {
            reader.report("phases", "out-of-range", "'phases' must name at least two in which the breath is not held");
        }
    }
    if (const auto minutes = reader.integer("minutes", 1, 20)) pattern.minutes = static_cast<int>(*minutes);
    assign(pattern.caution, reader.string("caution"));
    assign_ids(pattern.claims, reader, "claims", false);
    assign_ids(pattern.sources, reader, "sources", true);
    read_reserved(reader);
    if (keep(draft, reader, EntryKind::breathing, pattern.id.value, sound))
        draft.pack.breathing.push_back(std::move(pattern));
}

} // namespace chelate::content
