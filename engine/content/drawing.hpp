// A drawing of a pack: an SVG file whose parts a mechanism shows, hides and moves. content/README.md tells authors how
// to draw one.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/json/problem.hpp"

namespace chelate::content {

/// A point of a drawing, in its own units: right and down from the corner of its viewBox.
struct DrawingPoint {
    double x = 0;
    double y = 0;
    bool operator==(const DrawingPoint&) const = default;
};

/// A layer of a drawing: an element at its top that has an id.
struct DrawingPart {
    std::string id;
    std::string xml;     ///< the element, without what hid it in the editor
    bool hidden = false; ///< it was hidden in the editor, or it is a template: the first picture is without it
    bool operator==(const DrawingPart&) const = default;

    /// Returns whether it is only a pattern for the copies that flow.
    [[nodiscard]] bool is_template() const { return is_template(id); }
    [[nodiscard]] static bool is_template(std::string_view id) { return id.starts_with("copy-"); }
};

/// A drawing that has been checked: nothing in it runs, leads out of the file or needs much time.
struct Drawing {
    std::string file; ///< path inside the pack
    double width = 0; ///< of the viewBox
    double height = 0;
    std::string definitions;                     ///< gradients, symbols and the like, as XML
    std::vector<DrawingPart> parts;              ///< from the back to the front
    std::map<std::string, DrawingPoint> anchors; ///< places where parts go and labels stand, by id
    bool operator==(const Drawing&) const = default;

    /// Returns the index of a part, or the number of parts when none has this id.
    [[nodiscard]] std::size_t find(std::string_view id) const;
};

inline constexpr std::size_t largest_drawing = 1024 * 1024;  ///< bytes of a file
inline constexpr std::size_t most_drawing_elements = 20'000; ///< as drawn: each use of a symbol counts all its elements
inline constexpr std::size_t deepest_drawing = 40;           ///< elements inside one another

/// Reads a drawing. Appends what is wrong with it to `problems`, each with its line, and returns nothing then.
/// Codes: drawing-syntax, drawing-size, drawing-element, drawing-reference, drawing-script, drawing-too-large,
/// drawing-id, drawing-part.
/// @param file  path inside the pack  @param shown  the name of the file that problems show
[[nodiscard]] std::optional<Drawing> read_drawing(std::string file, const std::string& shown, std::string_view svg,
                                                  std::vector<json::Problem>& problems);

} // namespace chelate::content
