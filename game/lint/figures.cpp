#include "game/lint/figures.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/text.hpp"
#include "engine/figure/timeline.hpp"

namespace chelate::lint {
namespace {

using content::ChangeKind;
using content::Figure;
using content::FigureChange;

constexpr std::size_t longest_symbol = 6;      // letters that a text of a drawing may have
constexpr std::size_t most_moving_copies = 24; // at once
constexpr double between_looks = 0.1;          // seconds

/// What the figures with one drawing use of it.
struct Use {
    std::set<std::string> parts; ///< shown or flowing at some time
    std::set<std::string> anchors;

    void add(const FigureChange& change) {
        for (const std::string& anchor : {change.from, change.via, change.to}) anchors.insert(anchor);
        for (const std::string& name : change.names) {
            if (change.kind == ChangeKind::show || change.kind == ChangeKind::flow) parts.insert(name);
            if (change.kind == ChangeKind::open) parts.insert(name + "-open");
            if (change.kind == ChangeKind::close) parts.insert(name + "-closed");
            if (change.kind == ChangeKind::label) anchors.insert(name);
        }
    }

    void add(const Figure& figure) {
        for (const auto& [anchor, text] : figure.labels) anchors.insert(anchor);
        const auto all = [this](const std::vector<FigureChange>& changes) {
            for (const FigureChange& change : changes) add(change);
        };
        all(figure.start);
        for (const content::FigureStep& step : figure.steps) all(step.changes);
        for (const content::FigureVariant& variant : figure.variants) {
            all(variant.start);
            for (const auto& [index, step] : variant.steps) all(step.changes);
        }
    }
};

/// Returns the texts in a piece of SVG that a person would read as words: those with too many letters for a symbol.
std::vector<std::string> words_in_drawing(std::string_view xml) {
    std::vector<std::string> found;
    for (std::size_t at = xml.find("<text"); at != std::string_view::npos; at = xml.find("<text", at + 1)) {
        const auto end = std::min(xml.find("</text", at), xml.size());
        std::string text;
        bool in_tag = false;
        for (const char c : xml.substr(at, end - at)) {
            if (c == '<' || c == '>') in_tag = c == '<';
            else if (!in_tag) text += c;
        }
        std::string letters;
        std::copy_if(text.begin(), text.end(), std::back_inserter(letters), [](char c) {
            return static_cast<unsigned char>(c) >= 0x80 || std::isalpha(static_cast<unsigned char>(c)) != 0;
        });
        if (code_points(letters) > longest_symbol) found.push_back(std::move(text));
    }
    return found;
}

/// Finds what could be better in one figure.
class FigureLinter {
public:
    FigureLinter(const content::Mechanism& mechanism, std::vector<Finding>& findings)
        : mechanism_(mechanism),
          figure_(mechanism.figure),
          boxes_(figure_.drawing->parts.size()),
          findings_(findings) {}

    void run() {
        if (figure_.alt.empty() || folded(figure_.alt) == folded(mechanism_.name)) find("figure-without-alt", {});
        for (std::size_t variant = 0; variant <= figure_.variants.size(); ++variant) {
            // The last one is none: the figure as it usually plays.
            for (std::size_t step = 1; step <= figure_.steps.size(); ++step) {
                if (variant < figure_.variants.size() && !figure_.variants[variant].steps.contains(step - 1)) continue;
                check(variant, step);
            }
        }
    }

private:
    void check(std::size_t variant, std::size_t step) {
        // Whether something moves depends on the anchors alone, so nothing has to be drawn to measure the parts.
        const figure::Playing playing{variant < figure_.variants.size() ? variant : figure::no_variant, false};
        if (!changes_something(playing, step)) {
            if (playing.variant == figure::no_variant) find("step-changes-nothing", std::to_string(step));
            else
                find("step-changes-nothing-in-variant", std::to_string(step),
                     {{"variant", figure_.variants[variant].name}});
        }
        std::size_t most = 0;
        const double seconds = figure::seconds_of(figure_, playing, step);
        for (double at = 0; at < seconds; at += between_looks) {
            const figure::Frame frame = figure::frame_at(figure_, boxes_, playing, step, at);
            most = std::max(most, static_cast<std::size_t>(std::count_if(
                                      frame.parts.begin(), frame.parts.end(), [&](const figure::PlacedPart& placed) {
                                          return figure_.drawing->parts[placed.part].is_template();
                                      })));
        }
        if (most > most_moving_copies)
            find("too-many-copies", std::to_string(step), {{"copies", std::to_string(most)}});
    }

    [[nodiscard]] bool changes_something(const figure::Playing& playing, std::size_t step) const {
        const std::vector<FigureChange>& changes = figure_.step_of(playing.variant, step - 1).changes;
        const bool is_lively = std::any_of(changes.begin(), changes.end(), [](const FigureChange& change) {
            return change.kind == ChangeKind::flow || change.kind == ChangeKind::glow;
        });
        return is_lively || state_after(playing, step - 1) != state_after(playing, step);
    }

    /// Returns the picture after a step, without what belongs to this step alone.
    [[nodiscard]] figure::Frame state_after(const figure::Playing& playing, std::size_t step) const {
        figure::Frame frame = figure::still_of(figure_, boxes_, playing, step);
        for (figure::PlacedPart& placed : frame.parts) placed.glow = 0;
        frame.flows.clear();
        frame.moving = false;
        return frame;
    }

    void find(std::string code, std::string detail, text::Args args = {}) {
        findings_.push_back({.kind = "mechanism",
                             .id = mechanism_.id.value,
                             .code = std::move(code),
                             .detail = std::move(detail),
                             .args = std::move(args)});
    }

    const content::Mechanism& mechanism_;
    const Figure& figure_;
    std::vector<figure::Box> boxes_; ///< empty ones
    std::vector<Finding>& findings_;
};

/// Finds parts, templates and anchors of a drawing that nothing uses, and words in it.
void check_drawing(const content::Drawing& drawing, const Use& use, const content::MechanismId& mechanism,
                   std::vector<Finding>& findings) {
    const auto find = [&](const char* code, std::string detail) {
        findings.push_back({.kind = "mechanism",
                            .id = mechanism.value,
                            .code = code,
                            .detail = std::move(detail),
                            .args = {{"file", drawing.file}}});
    };
    for (const content::DrawingPart& part : drawing.parts) {
        if (part.hidden && !use.parts.contains(part.id)) find("part-not-shown", part.id);
    }
    for (const auto& [anchor, point] : drawing.anchors) {
        if (!use.anchors.contains(anchor)) find("anchor-not-used", anchor);
    }
    std::vector<std::string> words = words_in_drawing(drawing.definitions);
    for (const content::DrawingPart& part : drawing.parts) {
        for (std::string& text : words_in_drawing(part.xml)) words.push_back(std::move(text));
    }
    for (std::string& text : words) find("words-in-drawing", std::move(text));
}

} // namespace

std::vector<Finding> figure_findings(const content::Pack& pack) {
    std::vector<Finding> findings;
    std::set<const content::Drawing*> checked;
    for (const auto& [id, mechanism] : pack.mechanisms) {
        if (!mechanism.figure) continue;
        FigureLinter(mechanism, findings).run();
        const content::Drawing* const drawing = mechanism.figure.drawing.get();
        if (!checked.insert(drawing).second) continue;
        Use use;
        for (const auto& [other_id, other] : pack.mechanisms) {
            if (other.figure.drawing.get() == drawing) use.add(other.figure);
        }
        check_drawing(*drawing, use, id, findings);
    }
    return findings;
}

} // namespace chelate::lint
