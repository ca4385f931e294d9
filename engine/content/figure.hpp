// How the drawing of a mechanism plays: what each step shows, hides, moves, opens, lets flow, and what gauges read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/content/drawing.hpp"

namespace chelate::content {

using SourceId = Id<struct SourceTag>;

/// What changes in a figure. Flow and glow belong to their step alone; everything else stays until it is changed.
enum class ChangeKind : std::uint8_t {
    show,
    hide,
    open,  ///< shows the part `<name>-open` and hides `<name>-closed`
    close, ///< the reverse
    move,
    flow, ///< copies of a template travel along a path
    glow, ///< a part lights up
    gauge,
    label
};

struct FigureChange {
    ChangeKind kind = ChangeKind::show;
    std::vector<std::string> names{}; ///< parts; open and close: the name of the pair; gauge, label: its id
    std::string from{};               ///< flow: anchor
    std::string via{};                ///< move, flow: anchor; may be empty
    std::string to{};                 ///< move, flow: anchor
    int many = 1;                     ///< flow: copies, 1..24
    double level = 0;                 ///< gauge: its reading; a gauge with words: the index of the word
    std::string text{};               ///< label; empty: it goes away
    bool operator==(const FigureChange&) const = default;
};

/// A bar beside the figure that reads a quantity, in numbers or in words.
struct FigureGauge {
    std::string id;
    std::string name;
    std::string unit; ///< may be empty
    double from = 0;  ///< reading at the lower end
    double to = 1;    ///< reading at the upper end; more than `from`
    std::optional<double> usual{};
    std::vector<std::string> levels{}; ///< words from low to high; not empty: the gauge has no numbers
    bool operator==(const FigureGauge&) const = default;
};

/// What one step does in the figure.
struct FigureStep {
    std::string text{}; ///< of a variant: what happens in its step; empty: what happens in the mechanism's own
    double seconds = 4; ///< at least this long, 1..20
    std::vector<FigureChange> changes{};
    bool operator==(const FigureStep&) const = default;
};

/// Another way the figure can play, such as with little magnesium.
struct FigureVariant {
    std::string id;
    std::string name;    ///< what a button says: "What if magnesium is low?"
    std::string seen_in; ///< in whom or what it was seen: "cells in a dish"
    std::string note;    ///< what the picture must not be taken for
    std::vector<SourceId> sources;
    std::vector<FigureChange> start{};         ///< after the figure's own start
    std::map<std::size_t, FigureStep> steps{}; ///< by index; these replace the figure's own steps
};

struct Figure {
    bool is_written = false;                     ///< the author wrote one, whether its drawing can be shown or not
    std::shared_ptr<const Drawing> drawing;      ///< null: the mechanism has no figure
    std::string alt;                             ///< says what the drawing shows
    std::map<std::string, std::string> labels{}; ///< text at the start, by anchor
    std::vector<FigureGauge> gauges{};
    std::vector<FigureChange> start{};
    std::vector<FigureStep> steps{}; ///< as many as the mechanism has
    std::vector<FigureVariant> variants{};

    explicit operator bool() const { return drawing != nullptr; }
    /// Returns the index of a gauge, or the number of gauges when none has this id.
    [[nodiscard]] std::size_t gauge(const std::string& id) const;
    /// Returns the changes of the start. @param variant  index; anything past the last: none
    [[nodiscard]] std::vector<FigureChange> start_of(std::size_t variant) const;
    /// Returns a step. @param variant  index; anything past the last: none  @param index  0..steps-1
    [[nodiscard]] const FigureStep& step_of(std::size_t variant, std::size_t index) const;
};

} // namespace chelate::content
