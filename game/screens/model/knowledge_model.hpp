// What compare and search show: rows of options, and rows of knowledge that open to show their sources.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "game/screens/model/answer_models.hpp"

namespace chelate::screens {

/// Options to choose from, in a row.
struct ChipRow {
    std::string label{};
    std::vector<std::string> options{};
    std::vector<int> chosen{}; ///< one or more of them
    bool operator==(const ChipRow&) const = default;
};

/// A part of an axis, 0..1.
struct Span {
    double from = 0;
    double to = 0;
    bool operator==(const Span&) const = default;
};

/// What is known of one thing.
struct KnownCell {
    std::optional<Look> look{};
    std::string text{};  ///< "60.3 %"
    std::string about{}; ///< of what; may be empty
    bool operator==(const KnownCell&) const = default;
};

/// How a part of a bar is filled, so that it reads without colour.
enum class Filling : std::uint8_t { none, dotted, striped, solid };

/// A part of a bar that shows what something is made of.
struct BarPart {
    double share = 0; ///< of the whole bar, 0..1
    Filling filling = Filling::none;
    bool operator==(const BarPart&) const = default;
};

/// One mark of a chart. Its row is its twin in the table below.
struct ChartPoint {
    std::string text{};         ///< all of it in words, for hovering
    std::string label{};        ///< below it; empty: none
    double value = 0;           ///< of the whole height, 0..1; of days: how much there was
    double x = 0;               ///< line: where it stands from left to right, 0..1
    int row = -1;               ///< of the rows of knowledge; -1: none
    bool now = false;           ///< stands out
    std::optional<Span> fair{}; ///< where the value should lie
    bool operator==(const ChartPoint&) const = default;
};

enum class ChartKind : std::uint8_t { columns, line, days };

/// A picture of the rows below it.
struct ChartModel {
    ChartKind kind = ChartKind::columns;
    std::string top{};            ///< what the upper end means: "12", "100 %"
    std::optional<double> goal{}; ///< a line across, 0..1
    std::string goal_text{};
    std::vector<ChartPoint> points{}; ///< days: whole weeks from Monday, the oldest first
    bool operator==(const ChartModel&) const = default;
};

/// A row of knowledge; it opens to its details and sources.
struct KnownRow {
    std::optional<Look> look{};
    std::string title{};
    std::string about{};            ///< one quiet line; may be empty
    std::vector<KnownCell> cells{}; ///< one: beside the title; more: in columns below it
    std::optional<Span> bar{};
    std::optional<double> zero{}; ///< where zero is on the axis of the bar, 0..1; nothing: at its left end
    std::vector<BarPart> parts{}; ///< a bar of several fillings; empty: none
    bool no_data = false;         ///< nothing is known: it says so and has no bar
    bool open = false;
    std::vector<std::string> details{};
    std::optional<ImageModel> image{}; ///< shown with the details
    std::vector<std::string> sources{};
    bool operator==(const KnownRow&) const = default;
};

/// Comparing and searching. Focusable: every option of the rows of options, then the rows of knowledge.
struct KnowledgeModel {
    std::string title{};
    std::optional<FieldModel> field{}; ///< what is typed goes into it
    std::vector<ChipRow> chips{};
    bool pages = false; ///< the options are pages: they stay in sight beside what they show
    std::vector<std::pair<Filling, std::string>> legend{}; ///< of the parts of bars
    std::optional<ChartModel> chart{};
    std::string caveat{}; ///< what to mind with these numbers, or how many were found; may be empty
    std::vector<KnownRow> rows{};
    std::string sources_heading{}; ///< of an open row
    std::string last_line{};       ///< may be empty
    int focus = 0;
    [[nodiscard]] InputTraits traits() const {
        return {.name = "knowledge", .keys = field ? Keys::type : Keys::focus, .arrows_adjust_steps = true};
    }
    bool operator==(const KnowledgeModel&) const = default;
};

} // namespace chelate::screens
