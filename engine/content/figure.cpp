// Reads the figure of a mechanism and checks every name in it against the drawing.
#include "engine/content/figure.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/content/draft.hpp"
#include "engine/content/files.hpp"

namespace chelate::content {
namespace {

constexpr std::size_t longest_figure_alt = 300;
constexpr std::size_t longest_figure_label = 40;
constexpr std::size_t longest_gauge_name = 40;
constexpr std::size_t longest_gauge_word = 20;
constexpr std::size_t longest_variant_note = 300;
constexpr std::size_t longest_variant_step = 160;
constexpr std::size_t most_gauges = 3;
constexpr std::size_t most_variants = 3;
constexpr std::size_t most_changes = 60;                     // of one step
constexpr std::int64_t most_copies = 24;                     // more would be a crowd that nobody can follow
constexpr double longest_step = 20;                          // seconds
constexpr std::size_t most_drawing_bytes = 16 * 1024 * 1024; // of all drawings of a pack

// The key of a change says its kind; in the order of ChangeKind.
constexpr std::array change_keys{"show", "hide", "open", "close", "move", "flow", "glow", "gauge", "label"};

/// Returns the drawing of a file, read once for all figures that use it; null when it cannot be drawn.
std::shared_ptr<const Drawing> drawing_of(Draft& draft, json::ObjectReader& reader, const std::string& file) {
    const auto [known, is_new] = draft.drawings.try_emplace(file);
    if (!is_new) return known->second;
    if (!is_inside_path(file)) {
        reader.report("drawing", "bad-path", json::in_quotes(file) + " is no path inside the pack");
        return nullptr;
    }
    const auto svg = load(draft.folder, file, largest_drawing);
    if (!svg) {
        reader.report("drawing", svg.error().code, message_of(svg.error(), file) + suggestion_for(draft.folder, file));
        return nullptr;
    }
    draft.drawing_bytes += svg->size();
    if (draft.drawing_bytes > most_drawing_bytes) {
        reader.report("drawing", "too-large", "the drawings up to here have more than 16 MiB, the most of a pack");
        return nullptr;
    }
    const std::string& manifest = draft.files.front().shown;
    const std::string shown = manifest.substr(0, manifest.rfind('/') + 1) + file;
    if (auto drawing = read_drawing(file, shown, *svg, draft.problems))
        known->second = std::make_shared<const Drawing>(std::move(*drawing));
    return known->second;
}

/// Checks the names in one change against the figure and its drawing.
class ChangeReader {
public:
    ChangeReader(const json::Document& document, const Figure& figure, std::vector<json::Problem>& problems,
                 bool& sound)
        : document_(document), figure_(figure), problems_(problems), sound_(sound) {}

    std::vector<FigureChange> read(json::ObjectReader& outer, std::string_view key) {
        std::vector<FigureChange> changes;
        const auto list = outer.array(key, false);
        if (!list) return changes;
        if (list->size() > most_changes) {
            outer.report(key, "too-many", "a step has at most " + std::to_string(most_changes) + " changes");
            return changes;
        }
        for (auto value = list->first(); value; value = value->next()) {
            json::ObjectReader reader(document_, *value, "a change", problems_);
            changes.push_back(read_one(reader));
            reader.finish();
            sound_ = sound_ && reader.ok();
        }
        return changes;
    }

private:
    FigureChange read_one(json::ObjectReader& reader) {
        FigureChange change;
        const auto key =
            std::find_if(change_keys.begin(), change_keys.end(), [&](const char* name) { return reader.has(name); });
        if (key == change_keys.end()) {
            reader.report("", "figure-change",
                          "a change has one of the keys show, hide, open, close, move, flow, glow, gauge, label");
            reader.accept_rest();
            return change;
        }
        change.kind = static_cast<ChangeKind>(key - change_keys.begin());
        names(reader, *key, change);
        switch (change.kind) {
        case ChangeKind::move:
        case ChangeKind::flow:
            if (change.kind == ChangeKind::flow) {
                assign(change.from, anchor(reader, "from", reader.string("from", longest_word)));
                change.many = static_cast<int>(reader.optional_integer("many", 1, most_copies).value_or(1));
            }
            assign(change.via, anchor(reader, "via", reader.optional_string("via", longest_word)));
            assign(change.to, anchor(reader, "to", reader.string("to", longest_word)));
            break;
        case ChangeKind::gauge: read_level(reader, change); break;
        case ChangeKind::label: read_label(reader, change); break;
        default: break;
        }
        return change;
    }

    /// Reads the names under the key of a change: one, or a list where that makes sense.
    void names(json::ObjectReader& reader, std::string_view key, FigureChange& change) {
        const bool may_be_list = change.kind == ChangeKind::show || change.kind == ChangeKind::hide ||
                                 change.kind == ChangeKind::glow || change.kind == ChangeKind::open ||
                                 change.kind == ChangeKind::close;
        const auto value = reader.any(key);
        std::vector<std::size_t> offsets;
        if (may_be_list && value && value->kind() == json::Kind::array) {
            change.names = reader.strings(key, true, &offsets);
            if (!value->first()) reader.report(key, "empty-list", "the list names at least one part");
        } else if (const auto name = reader.string(key, longest_word)) {
            change.names = {*name};
            offsets = {value->offset()};
        }
        for (std::size_t i = 0; i < change.names.size(); ++i) check_name(reader, change, change.names[i], offsets[i]);
    }

    void check_name(json::ObjectReader& reader, const FigureChange& change, const std::string& name,
                    std::size_t offset) {
        if (!figure_.drawing) return;
        const Drawing& drawing = *figure_.drawing;
        const auto part = [&](const std::string& id) {
            if (drawing.find(id) == drawing.parts.size())
                reader.report_at(offset, "unknown-part", "the drawing has no part " + json::in_quotes(id));
        };
        switch (change.kind) {
        case ChangeKind::open:
        case ChangeKind::close:
            part(name + "-open");
            part(name + "-closed");
            return;
        case ChangeKind::gauge:
            if (std::none_of(figure_.gauges.begin(), figure_.gauges.end(),
                             [&](const FigureGauge& gauge) { return gauge.id == name; }))
                reader.report_at(offset, "unknown-part", "the figure has no gauge " + json::in_quotes(name));
            return;
        case ChangeKind::label:
            if (!drawing.anchors.contains(name))
                reader.report_at(offset, "unknown-part", "the drawing has no anchor " + json::in_quotes(name));
            return;
        case ChangeKind::flow:
            if (!DrawingPart::is_template(name))
                reader.report_at(offset, "figure-change", "only a template flows: a part whose id begins with 'copy-'");
            part(name);
            return;
        default: part(name);
        }
    }

    std::optional<std::string> anchor(json::ObjectReader& reader, std::string_view key, std::optional<std::string> id) {
        if (id && figure_.drawing && !figure_.drawing->anchors.contains(*id))
            reader.report(key, "unknown-part", "the drawing has no anchor " + json::in_quotes(*id));
        return id;
    }

    /// Reads what a label says after the change; an empty text takes the label away.
    void read_label(json::ObjectReader& reader, FigureChange& change) {
        const auto value = reader.any("text");
        const bool is_empty = value && value->kind() == json::Kind::string && value->as_string().empty();
        if (!is_empty) assign(change.text, reader.string("text", longest_figure_label));
    }

    /// Reads what a gauge reads after the change: a number within its ends, or one of its words.
    void read_level(json::ObjectReader& reader, FigureChange& change) {
        const auto gauge = std::find_if(figure_.gauges.begin(), figure_.gauges.end(), [&](const FigureGauge& one) {
            return !change.names.empty() && one.id == change.names.front();
        });
        if (gauge == figure_.gauges.end()) {
            reader.accept_rest(); // its unknown name has been reported
            return;
        }
        if (!gauge->levels.empty()) {
            if (const auto level = reader.word("to", gauge->levels)) change.level = static_cast<double>(*level);
            return;
        }
        const auto level = reader.number("to");
        if (!level) return;
        if (*level < gauge->from || *level > gauge->to) {
            reader.report("to", "out-of-range",
                          "the gauge reads from " + with_decimals(gauge->from, 1) + " to " +
                              with_decimals(gauge->to, 1));
        }
        change.level = *level;
    }

    const json::Document& document_;
    const Figure& figure_;
    std::vector<json::Problem>& problems_;
    bool& sound_;
};

FigureStep read_timed_changes(const json::Document& document, json::ObjectReader& reader, const Figure& figure,
                              std::vector<json::Problem>& problems, bool& sound) {
    FigureStep step;
    if (const auto seconds = reader.optional_number("seconds")) {
        if (*seconds < 1 || *seconds > longest_step)
            reader.report("seconds", "out-of-range", "a step takes 1 to 20 seconds");
        step.seconds = std::clamp(*seconds, 1.0, longest_step);
    }
    ChangeReader changes(document, figure, problems, sound);
    step.changes = changes.read(reader, "changes");
    return step;
}

void read_gauges(const json::Document& document, json::ObjectReader& outer, Figure& figure,
                 std::vector<json::Problem>& problems, bool& sound) {
    const auto list = outer.array("gauges", false);
    if (!list) return;
    if (list->size() > most_gauges) outer.report("gauges", "too-many", "a figure has at most three gauges");
    for (auto value = list->first(); value; value = value->next()) {
        json::ObjectReader reader(document, *value, "a gauge", problems);
        FigureGauge gauge;
        assign(gauge.id, reader.string("id", longest_word));
        assign(gauge.name, reader.string("name", longest_gauge_name));
        if (reader.has("levels")) {
            gauge.levels = reader.strings("levels", true);
            gauge.to = static_cast<double>(std::max<std::size_t>(gauge.levels.size(), 2)) - 1;
            if (gauge.levels.size() < 2 || gauge.levels.size() > 5)
                reader.report("levels", "figure-gauge", "a gauge with words has two to five of them");
            for (const std::string& level : gauge.levels) {
                if (code_points(level) > longest_gauge_word)
                    reader.report("levels", "too-long", "a word of a gauge has at most 20 characters");
            }
        } else {
            assign(gauge.unit, reader.optional_string("unit", longest_gauge_word));
            gauge.from = reader.number("from").value_or(0);
            gauge.to = reader.number("to").value_or(1);
            gauge.usual = reader.optional_number("usual");
            if (std::max(std::abs(gauge.from), std::abs(gauge.to)) > largest_on_scale)
                reader.report("to", "out-of-range", "the ends of a gauge are at most 1,000,000,000");
            else if (!(gauge.from < gauge.to))
                reader.report("to", "figure-gauge", "the upper end of a gauge is above its lower end");
            if (gauge.usual && (*gauge.usual < gauge.from || *gauge.usual > gauge.to))
                reader.report("usual", "out-of-range", "the usual reading lies between the ends of the gauge");
        }
        if (figure.gauge(gauge.id) < figure.gauges.size())
            reader.report("id", "duplicate-id",
                          "the figure has another gauge with the id " + json::in_quotes(gauge.id));
        reader.finish();
        sound = sound && reader.ok();
        figure.gauges.push_back(std::move(gauge));
    }
}

void read_labels(json::ObjectReader& outer, const json::Document& document, Figure& figure,
                 std::vector<json::Problem>& problems, bool& sound) {
    const auto object = outer.object("labels", false);
    if (!object) return;
    json::ObjectReader reader(document, *object, "the labels", problems);
    for (auto value = object->first(); value; value = value->next()) {
        const std::string id(value->key());
        if (id.starts_with("//")) continue; // a comment
        if (figure.drawing && !figure.drawing->anchors.contains(id))
            reader.report_at(value->key_offset(), "unknown-part", "the drawing has no anchor " + json::in_quotes(id));
        if (auto text = reader.string(value->key(), longest_figure_label)) figure.labels.emplace(id, std::move(*text));
    }
    reader.finish();
    sound = sound && reader.ok();
}

void read_variants(const json::Document& document, json::ObjectReader& outer, Figure& figure,
                   std::vector<json::Problem>& problems, bool& sound) {
    const auto list = outer.array("variants", false);
    if (!list) return;
    if (list->size() > most_variants) outer.report("variants", "too-many", "a figure has at most three variants");
    for (auto value = list->first(); value; value = value->next()) {
        json::ObjectReader reader(document, *value, "a variant", problems);
        FigureVariant variant;
        assign(variant.id, reader.string("id", longest_word));
        assign(variant.name, reader.string("name", longest_label));
        assign(variant.seen_in, reader.string("seen_in", longest_figure_label));
        assign(variant.note, reader.string("note", longest_variant_note));
        assign_ids(variant.sources, reader, "sources", true);
        if (std::any_of(figure.variants.begin(), figure.variants.end(),
                        [&](const FigureVariant& other) { return other.id == variant.id; }))
            reader.report("id", "duplicate-id",
                          "the figure has another variant with the id " + json::in_quotes(variant.id));
        ChangeReader start(document, figure, problems, sound);
        variant.start = start.read(reader, "start");
        if (const auto steps = reader.array("steps", false)) {
            for (auto step = steps->first(); step; step = step->next()) {
                json::ObjectReader step_reader(document, *step, "a step of a variant", problems);
                const auto number = step_reader.integer("step", 1, most_steps);
                FigureStep timed = read_timed_changes(document, step_reader, figure, problems, sound);
                assign(timed.text, step_reader.optional_string("text", longest_variant_step));
                if (number && !variant.steps.emplace(static_cast<std::size_t>(*number) - 1, std::move(timed)).second)
                    step_reader.report("step", "duplicate-id", "this step is there twice");
                step_reader.finish();
                sound = sound && step_reader.ok();
            }
        }
        reader.finish();
        sound = sound && reader.ok();
        figure.variants.push_back(std::move(variant));
    }
}

} // namespace

std::size_t Figure::gauge(const std::string& id) const {
    const auto found = std::find_if(gauges.begin(), gauges.end(), [&](const FigureGauge& one) { return one.id == id; });
    return static_cast<std::size_t>(found - gauges.begin());
}

std::vector<FigureChange> Figure::start_of(std::size_t variant) const {
    std::vector<FigureChange> changes = start;
    if (variant < variants.size())
        changes.insert(changes.end(), variants[variant].start.begin(), variants[variant].start.end());
    return changes;
}

const FigureStep& Figure::step_of(std::size_t variant, std::size_t index) const {
    if (variant < variants.size()) {
        const auto& own = variants[variant].steps;
        if (const auto step = own.find(index); step != own.end()) return step->second;
    }
    return steps[index];
}

bool read_figure(Draft& draft, const json::Document& document, json::ObjectReader& mechanism, Figure& figure) {
    const auto object = mechanism.object("figure", false);
    if (!object) return true;
    figure.is_written = true;
    bool sound = true;
    json::ObjectReader reader(document, *object, "a figure", draft.problems);
    if (const auto file = reader.string("drawing", 255)) figure.drawing = drawing_of(draft, reader, *file);
    assign(figure.alt, reader.string("alt", longest_figure_alt));
    read_labels(reader, document, figure, draft.problems, sound);
    read_gauges(document, reader, figure, draft.problems, sound);
    ChangeReader start(document, figure, draft.problems, sound);
    figure.start = start.read(reader, "start");
    read_variants(document, reader, figure, draft.problems, sound);
    reader.finish();
    return sound && (reader.ok() || !figure.drawing);
}

void read_figure_step(const json::Document& document, json::ObjectReader& reader, Figure& figure,
                      std::vector<json::Problem>& problems, bool& sound) {
    if (!figure.is_written) { // then the keys of its steps are unknown ones
        figure.steps.emplace_back();
        return;
    }
    if (reader.has("changes") && !figure.drawing) {
        // Without a drawing that can be shown, nothing in the changes can be checked.
        reader.any("changes");
        reader.any("seconds");
        figure.steps.emplace_back();
        return;
    }
    figure.steps.push_back(read_timed_changes(document, reader, figure, problems, sound));
}

} // namespace chelate::content
