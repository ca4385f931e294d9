// What comparing and searching show: rows of options, and rows of what is known that open to their sources.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/app/answer_models.hpp"

namespace chelate::app {

/// Options to choose from, in a row.
struct ChipRow {
    std::string label{};
    std::vector<std::string> options{};
    std::vector<int> chosen{};     ///< one or more of them
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
    std::string text{};            ///< "60.3 %"
    std::string about{};           ///< of what; may be empty
    bool operator==(const KnownCell&) const = default;
};

/// A row of knowledge; it opens to its details and sources.
struct KnownRow {
    std::optional<Look> look{};
    std::string title{};
    std::string about{};           ///< one quiet line; may be empty
    std::vector<KnownCell> cells{}; ///< one: beside the title; more: in columns below it
    std::optional<Span> bar{};
    bool no_data = false;        ///< nothing is known: it says so and has no bar
    bool open = false;
    std::vector<std::string> details{};
    std::vector<std::string> sources{};
    bool operator==(const KnownRow&) const = default;
};

/// Comparing and searching. Focusable: every option of the rows of options, then the rows of knowledge.
struct KnowledgeModel {
    std::string title{};
    std::optional<FieldModel> field{}; ///< what is typed goes into it
    std::vector<ChipRow> chips{};
    std::string caveat{};          ///< what to mind with these numbers, or how many were found; may be empty
    std::vector<KnownRow> rows{};
    std::string sources_heading{}; ///< of an open row
    std::string last_line{};       ///< may be empty
    int focus = 0;
    bool operator==(const KnowledgeModel&) const = default;
};

} // namespace chelate::app
