#include "engine/stage/theme.hpp"

#include <utility>
#include <vector>

#include "engine/base/folders.hpp"
#include "engine/json/document.hpp"

namespace chelate::stage {
namespace {

template <class Part, class Member>
struct Named {
    const char* key;
    Member Part::*member;
};

constexpr Named<Colours, Rgba> colour_keys[] = {
    {"ground_top", &Colours::ground_top},
    {"ground_bottom", &Colours::ground_bottom},
    {"ground_glow_near", &Colours::ground_glow_near},
    {"ground_glow_far", &Colours::ground_glow_far},
    {"surface_top", &Colours::surface_top},
    {"surface_bottom", &Colours::surface_bottom},
    {"surface_edge", &Colours::surface_edge},
    {"surface_shine", &Colours::surface_shine},
    {"raised_top", &Colours::raised_top},
    {"raised_bottom", &Colours::raised_bottom},
    {"sunken", &Colours::sunken},
    {"sunken_edge", &Colours::sunken_edge},
    {"panel_top", &Colours::panel_top},
    {"panel_bottom", &Colours::panel_bottom},
    {"text", &Colours::text},
    {"text_quiet", &Colours::text_quiet},
    {"light", &Colours::light},
    {"light_glow", &Colours::light_glow},
    {"primary_top", &Colours::primary_top},
    {"primary_bottom", &Colours::primary_bottom},
    {"primary_edge", &Colours::primary_edge},
    {"primary_text", &Colours::primary_text},
    {"key_top", &Colours::key_top},
    {"key_bottom", &Colours::key_bottom},
    {"key_edge", &Colours::key_edge},
    {"ink_dark", &Colours::ink_dark},
    {"ink_light", &Colours::ink_light},
    {"mark_ink", &Colours::mark_ink},
    {"shadow", &Colours::shadow},
    {"veil", &Colours::veil},
};

constexpr Named<Lengths, float> length_keys[] = {
    {"grid", &Lengths::grid},           {"margin", &Lengths::margin},           {"gap", &Lengths::gap},
    {"padding", &Lengths::padding},     {"radius_card", &Lengths::radius_card}, {"radius_cap", &Lengths::radius_cap},
    {"edge", &Lengths::edge},           {"focus_edge", &Lengths::focus_edge},   {"shadow_blur", &Lengths::shadow_blur},
    {"glow_blur", &Lengths::glow_blur}, {"target", &Lengths::target},           {"bar", &Lengths::bar},
};

constexpr Named<TypeSizes, float> type_keys[] = {
    {"caption", &TypeSizes::caption}, {"body", &TypeSizes::body},       {"title", &TypeSizes::title},
    {"display", &TypeSizes::display}, {"leading", &TypeSizes::leading}, {"leading_tight", &TypeSizes::leading_tight},
};

constexpr Named<Durations, float> duration_keys[] = {
    {"enter", &Durations::enter}, {"focus", &Durations::focus},       {"scroll", &Durations::scroll},
    {"bloom", &Durations::bloom}, {"count_up", &Durations::count_up},
};

using Problems = std::vector<json::Problem>;

template <class Part, std::size_t Count>
void read_colours(const json::Document& document, const json::Value& object, const Named<Part, Rgba> (&keys)[Count],
                  Part& part, Problems& problems) {
    json::ObjectReader reader(document, object, "the colours", problems);
    for (const auto& [key, member] : keys) {
        const auto text = reader.string(key, 9);
        if (!text) continue;
        if (const auto colour = rgba_from_hex(*text)) part.*member = *colour;
        else reader.report(key, "bad-colour", "a colour is written #RRGGBB or #RRGGBBAA");
    }
    reader.finish();
}

template <class Part, std::size_t Count>
void read_numbers(const json::Document& document, const json::Value& object, std::string_view what,
                  const Named<Part, float> (&keys)[Count], Part& part, Problems& problems) {
    json::ObjectReader reader(document, object, what, problems);
    for (const auto& [key, member] : keys) {
        const auto number = reader.number(key);
        if (!number) continue;
        // No theme has 64 grid units, 64 times the font size or 64 seconds; a number above that is a typing error.
        if (*number >= 0 && *number <= 64) part.*member = static_cast<float>(*number);
        else reader.report(key, "range", "must lie between 0 and 64");
    }
    reader.finish();
}

template <std::size_t N>
void read_colours(const json::Document& document, json::ObjectReader& reader, std::string_view key,
                  std::array<Rgba, N>& colours, Problems& problems) {
    const std::vector<std::string> texts = reader.strings(key, true);
    if (texts.size() != colours.size()) {
        reader.report(key, "range", "there must be " + std::to_string(N) + " colours");
        return;
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (const auto colour = rgba_from_hex(texts[i])) colours[i] = *colour;
        else
            problems.push_back(document.problem(reader.offset(), "bad-colour",
                                                "a colour of " + std::string(key) + " is not written #RRGGBB"));
    }
}

} // namespace

Rgba Theme::slot(int slot) const {
    if (slot < 1 || slot > static_cast<int>(slots.size())) return colour.text_quiet;
    return slots[static_cast<std::size_t>(slot - 1)];
}

Result<Theme> load_theme(const std::filesystem::path& folder, std::string_view name) {
    const std::filesystem::path path = folder / (std::string(name) + ".json");
    auto text = read_file(path, json::max_bytes);
    if (!text) return tl::unexpected<Error>(text.error());
    Problems problems;
    Theme theme;
    theme.name = name;
    if (const auto document = json::Document::parse(path.filename().string(), std::move(*text), problems)) {
        json::ObjectReader reader(*document, document->root(), "a theme", problems);
        if (const auto part = reader.object("colours", true)) {
            read_colours(*document, *part, colour_keys, theme.colour, problems);
        }
        if (const auto part = reader.object("lengths", true)) {
            read_numbers(*document, *part, "the lengths", length_keys, theme.length, problems);
        }
        if (const auto part = reader.object("type", true)) {
            read_numbers(*document, *part, "the type sizes", type_keys, theme.type, problems);
        }
        if (const auto part = reader.object("durations", true)) {
            read_numbers(*document, *part, "the durations", duration_keys, theme.duration, problems);
        }
        read_colours(*document, reader, "slots", theme.slots, problems);
        read_colours(*document, reader, "answers", theme.answers, problems);
        reader.finish();
    }
    if (problems.empty()) return theme;
    json::sort(problems);
    const json::Problem& first = problems.front();
    return fail("theme-faulty", {{"path", path.string()},
                                 {"problem", std::to_string(first.at.line) + ":" + std::to_string(first.at.column) +
                                                 ": " + first.message}});
}

} // namespace chelate::stage
