// Checks an SVG file element by element and takes it apart into parts and anchors.
#include "engine/content/drawing.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <locale>
#include <optional>
#include <set>
#include <sstream>
#include <unordered_map>

#include <pugixml.hpp>

#include "engine/base/text.hpp"
#include "engine/json/document.hpp"

namespace chelate::content {
namespace {

// Elements that a drawing may have. All others are refused, because they run, load something or cost much time.
constexpr std::array allowed_elements{"circle",  "clipPath",       "defs",           "desc", "ellipse", "g",
                                      "line",    "linearGradient", "marker",         "mask", "path",    "pattern",
                                      "polygon", "polyline",       "radialGradient", "rect", "stop",    "symbol",
                                      "text",    "title",          "tspan",          "use"};
// Elements that only say something about the file. Editors write them; they are left out.
constexpr std::array ignored_elements{"metadata"};
constexpr std::array definition_elements{"clipPath", "linearGradient", "marker", "mask",
                                         "pattern",  "radialGradient", "symbol"};
constexpr double largest_side = 10'000;

template <std::size_t Count>
bool is_one_of(std::string_view name, const std::array<const char*, Count>& names) {
    return std::any_of(names.begin(), names.end(), [&](const char* one) { return name == one; });
}

/// Finds elements that are too deep inside one another. It does not recurse, unlike everything that follows it.
struct DepthCheck : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& node) override {
        if (depth() <= static_cast<int>(deepest_drawing)) return true;
        too_deep = node;
        return false;
    }
    pugi::xml_node too_deep;
};

/// Returns whether a name belongs to an editor: it has a prefix, such as "inkscape:label".
bool is_of_editor(std::string_view name) {
    const auto colon = name.find(':');
    return colon != std::string_view::npos && name.substr(0, colon) != "xlink" && name.substr(0, colon) != "xml";
}

/// Returns whether an element only says something about the file, and is left out.
bool is_left_out(std::string_view name) { return is_of_editor(name) || is_one_of(name, ignored_elements); }

std::optional<double> number_of(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || !std::isfinite(number)) return std::nullopt;
    const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (!rest.empty() && rest != "px") return std::nullopt;
    return number;
}

std::string xml_of(const pugi::xml_node& node) {
    std::ostringstream text;
    node.print(text, "", pugi::format_raw | pugi::format_no_declaration);
    return text.str();
}

class DrawingReader {
public:
    DrawingReader(const std::string& shown, std::string_view svg, std::vector<json::Problem>& problems)
        : shown_(shown), svg_(svg), problems_(problems), before_(problems.size()) {}

    std::optional<Drawing> read(std::string file) {
        drawing_.file = std::move(file);
        if (svg_.size() > largest_drawing) {
            report(0, "drawing-too-large", "a drawing has at most 1 MiB");
            return std::nullopt;
        }
        // pugixml takes a DOCTYPE as it stands, but an entity in it could make a small file huge.
        if (const auto doctype = svg_.find("<!DOCTYPE"); doctype != std::string_view::npos)
            report(doctype, "drawing-element", "a drawing has no DOCTYPE; save it as plain SVG");
        pugi::xml_document document;
        const auto parsed = document.load_buffer(
            svg_.data(), svg_.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
        if (!parsed) {
            report(static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, parsed.offset)), "drawing-syntax",
                   std::string("this is not XML: ") + parsed.description());
            return std::nullopt;
        }
        const pugi::xml_node root = document.document_element();
        if (std::string_view(root.name()) != "svg") {
            report(offset_of(root), "drawing-syntax",
                   "the file is not an SVG drawing: its first element is " + json::in_quotes(root.name()));
            return std::nullopt;
        }
        DepthCheck depth;
        if (!document.traverse(depth)) {
            report(offset_of(depth.too_deep), "drawing-too-large",
                   "elements are inside one another more than " + std::to_string(deepest_drawing) + " deep");
            return std::nullopt;
        }
        read_size(root);
        check_attributes(root);
        for (const pugi::xml_node& child : root.children()) check(child);
        check_references();
        if (problems_.size() == before_ && drawn(root) > most_drawing_elements)
            report(
                offset_of(root), "drawing-too-large",
                "the drawing has more than " + std::to_string(most_drawing_elements) +
                    " elements when each use of a symbol is counted, or uses refer to one another in a circle or too "
                    "deeply");
        if (problems_.size() != before_) return std::nullopt;
        take_apart(root);
        if (problems_.size() != before_) return std::nullopt;
        return std::move(drawing_);
    }

private:
    static std::size_t offset_of(const pugi::xml_node& node) {
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, node.offset_debug()));
    }

    void report(std::size_t offset, std::string_view code, std::string message) {
        if (problems_.size() - before_ < json::max_told)
            problems_.push_back(locator_.problem(svg_, shown_, offset, code, std::move(message)));
    }

    void read_size(const pugi::xml_node& root) {
        std::istringstream box{std::string(root.attribute("viewBox").value())};
        double x = 0;
        double y = 0;
        box.imbue(std::locale::classic());
        if (!(box >> x >> y >> drawing_.width >> drawing_.height) || x != 0 || y != 0 || drawing_.width < 10 ||
            drawing_.height < 10 || drawing_.width > largest_side || drawing_.height > largest_side) {
            report(offset_of(root), "drawing-size",
                   "the drawing needs a viewBox such as \"0 0 1000 900\": from 0 0, each side 10 to 10000");
        }
    }

    /// Checks an element and what is in it; collects ids and references.
    void check(const pugi::xml_node& node) {
        if (node.type() != pugi::node_element) return;
        const std::string_view name = node.name();
        if (name.starts_with("svg:")) {
            report(offset_of(node), "drawing-element",
                   "the elements of a drawing have no prefix; save it as plain SVG");
            return;
        }
        if (is_left_out(name)) return;
        if (!is_one_of(name, allowed_elements)) {
            report(offset_of(node), "drawing-element",
                   "a drawing cannot have " + json::in_quotes(name) +
                       ": only shapes, paths, text, groups and gradients");
            return;
        }
        check_attributes(node);
        if (const pugi::xml_attribute id = node.attribute("id")) {
            const std::string_view value = id.value();
            const bool is_word =
                !value.empty() && value.size() <= 80 && std::all_of(value.begin(), value.end(), [](char c) {
                    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.';
                });
            if (!is_word)
                report(offset_of(node), "drawing-id",
                       "the id " + json::in_quotes(value) + " may have only letters, digits, '-', '_' and '.'");
            else if (!by_id_.emplace(value, node).second)
                report(offset_of(node), "drawing-id", "the id " + json::in_quotes(value) + " is there twice");
        }
        for (const pugi::xml_node& child : node.children()) check(child);
    }

    void check_attributes(const pugi::xml_node& node) {
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            const std::string value = folded(attribute.value());
            if (name.starts_with("on")) {
                report(offset_of(node), "drawing-script",
                       "a drawing runs nothing, so it has no " + json::in_quotes(name));
            } else if (name == "href" || name == "xlink:href") {
                if (value.empty() || value.front() != '#')
                    report(offset_of(node), "drawing-reference",
                           "a drawing shows only what is in its file; " + json::in_quotes(attribute.value()) +
                               " leads elsewhere");
                else refer(node, std::string(attribute.value()).substr(1));
            } else if (name == "style" && value.find('\\') != std::string::npos) {
                // An escape could spell an address that the check below does not see.
                report(offset_of(node), "drawing-reference", "a style has no backslash");
            }
            check_addresses(node, attribute.value());
        }
    }

    /// Checks each url(...) in an attribute: it has to name something in the file.
    void check_addresses(const pugi::xml_node& node, std::string_view value) {
        std::string lower(value); // the names of functions ignore case
        for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        for (std::size_t at = lower.find("url"); at != std::string::npos; at = lower.find("url", at + 3)) {
            const auto open = value.find('(', at);
            const auto close = value.find(')', at);
            if (open == std::string_view::npos) continue;
            std::string inside(value.substr(open + 1, close == std::string_view::npos ? close : close - open - 1));
            std::erase_if(inside, [](char c) { return c == ' ' || c == '"' || c == '\''; });
            if (inside.empty() || inside.front() != '#')
                report(offset_of(node), "drawing-reference",
                       "a drawing shows only what is in its file; " + json::in_quotes(inside) + " leads elsewhere");
            else refer(node, inside.substr(1));
        }
    }

    void refer(const pugi::xml_node& node, std::string id) {
        references_.push_back({node, id});
        refers_to_[node.internal_object()].push_back(std::move(id));
    }

    void check_references() {
        for (const auto& [node, id] : references_) {
            const auto target = by_id_.find(id);
            if (target == by_id_.end()) {
                report(offset_of(node), "drawing-reference",
                       "nothing in the drawing has the id " + json::in_quotes(id));
                continue;
            }
            // Each part is drawn alone, so what another part contains may not be there.
            const pugi::xml_node top = top_of(target->second);
            if (top != top_of(node) && !is_definition(top))
                report(offset_of(node), "drawing-reference",
                       json::in_quotes(id) + " is in another part; put what several parts use into 'defs'");
        }
    }

    /// Returns the element at the top of the drawing that contains a node.
    static pugi::xml_node top_of(pugi::xml_node node) {
        while (node.parent().parent().parent()) node = node.parent();
        return node;
    }

    static bool is_definition(const pugi::xml_node& top) {
        return std::string_view(top.name()) == "defs" || is_one_of(top.name(), definition_elements);
    }

    /// Returns how many elements are drawn for a node, or more than the most when uses refer to one another in a circle
    /// or too deeply.
    std::size_t drawn(const pugi::xml_node& node) {
        std::size_t count = 1;
        if (const auto ids = refers_to_.find(node.internal_object()); ids != refers_to_.end()) {
            for (const std::string& id : ids->second) count += drawn_for(id);
        }
        for (const pugi::xml_node& child : node.children()) {
            if (count > most_drawing_elements) return count;
            if (child.type() == pugi::node_element && !is_left_out(child.name())) count += drawn(child);
        }
        return count;
    }

    std::size_t drawn_for(const std::string& id) {
        if (const auto known = counted_.find(id); known != counted_.end()) return known->second;
        if (inside_.size() >= deepest_drawing || !inside_.insert(id).second) return most_drawing_elements + 1;
        const std::size_t count = drawn(by_id_.at(id));
        inside_.erase(id);
        counted_[id] = count;
        return count;
    }

    /// Removes what only an editor needs, which a browser or printer would not know.
    static void tidy(pugi::xml_node node) {
        std::vector<pugi::xml_node> leave;
        for (const pugi::xml_node& child : node.children()) {
            if (child.type() == pugi::node_element && is_left_out(child.name())) leave.push_back(child);
        }
        for (const pugi::xml_node& child : leave) node.remove_child(child);
        std::vector<pugi::xml_attribute> drop;
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            if (is_of_editor(attribute.name())) drop.push_back(attribute);
        }
        for (const pugi::xml_attribute& attribute : drop) node.remove_attribute(attribute);
        for (pugi::xml_node& child : std::vector<pugi::xml_node>(node.begin(), node.end())) tidy(child);
    }

    /// Takes off what hides an element. @return whether something did
    static bool unhide(pugi::xml_node node) {
        bool hidden = std::string_view(node.attribute("display").value()) == "none" ||
                      std::string_view(node.attribute("visibility").value()) == "hidden";
        node.remove_attribute("display");
        node.remove_attribute("visibility");
        std::string style = node.attribute("style").value();
        for (const std::string_view off :
             {"display:none", "display: none", "visibility:hidden", "visibility: hidden"}) {
            if (const auto at = style.find(off); at != std::string::npos) {
                style.erase(at, off.size());
                hidden = true;
            }
        }
        if (hidden && node.attribute("style")) node.attribute("style").set_value(style.c_str());
        return hidden;
    }

    static bool is_anchor(std::string_view id) { return id.starts_with("at-") || id.starts_with("label-"); }

    void take_anchor(const pugi::xml_node& node) {
        const std::string_view name = node.name();
        const std::string id = node.attribute("id").value();
        if (id.empty() || node.attribute("transform") || (name != "rect" && name != "circle")) {
            report(
                offset_of(node), "drawing-part",
                "the anchor " + json::in_quotes(id) +
                    " has to be a rectangle or a circle with an id, at the top of the drawing and without a transform");
            return;
        }
        const auto value = [&](const char* key) {
            const pugi::xml_attribute attribute = node.attribute(key);
            const auto number = number_of(attribute.value());
            if (attribute && !number)
                report(offset_of(node), "drawing-part",
                       "the anchor " + json::in_quotes(id) + " has the " + key + ' ' +
                           json::in_quotes(attribute.value()) + "; write a plain number");
            return number.value_or(0);
        };
        DrawingPoint point{value("x") + value("width") / 2, value("y") + value("height") / 2};
        if (name == "circle") point = {value("cx"), value("cy")};
        drawing_.anchors.emplace(id, point);
    }

    void take_apart(const pugi::xml_node& root) {
        for (pugi::xml_node node : std::vector<pugi::xml_node>(root.begin(), root.end())) {
            if (node.type() != pugi::node_element) continue;
            const std::string_view name = node.name();
            if (is_left_out(name) || name == "title" || name == "desc") continue;
            tidy(node);
            if (name == "defs") {
                for (const pugi::xml_node& child : node.children()) drawing_.definitions += xml_of(child);
                continue;
            }
            if (is_definition(node)) {
                drawing_.definitions += xml_of(node);
                continue;
            }
            const std::string id = node.attribute("id").value();
            if (id == "anchors") {
                for (const pugi::xml_node& child : node.children()) {
                    if (child.type() == pugi::node_element) take_anchor(child);
                }
                if (node.attribute("transform"))
                    report(offset_of(node), "drawing-part", "the group of anchors cannot have a transform");
            } else if (is_anchor(id)) {
                take_anchor(node);
            } else if (id.empty()) {
                report(offset_of(node), "drawing-part",
                       "each element at the top of the drawing needs an id: it is a part that can be shown, hidden or "
                       "moved");
            } else {
                DrawingPart part{id, {}, unhide(node)};
                part.hidden = part.hidden || part.is_template();
                part.xml = xml_of(node);
                drawing_.parts.push_back(std::move(part));
            }
        }
        if (drawing_.parts.empty()) report(0, "drawing-part", "the drawing has no part");
    }

    struct Reference {
        pugi::xml_node node;
        std::string id;
    };

    const std::string& shown_;
    std::string_view svg_;
    std::vector<json::Problem>& problems_;
    std::size_t before_;
    json::Locator locator_;
    Drawing drawing_;
    std::unordered_map<std::string, pugi::xml_node> by_id_;
    std::unordered_map<const void*, std::vector<std::string>> refers_to_; ///< ids, by the node that names them
    std::set<std::string> inside_;                                        ///< ids whose elements are being counted
    std::unordered_map<std::string, std::size_t> counted_; ///< elements drawn for each element referred to
    std::vector<Reference> references_;
};

} // namespace

std::size_t Drawing::find(std::string_view id) const {
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const DrawingPart& part) { return part.id == id; });
    return static_cast<std::size_t>(found - parts.begin());
}

std::optional<Drawing> read_drawing(std::string file, const std::string& shown, std::string_view svg,
                                    std::vector<json::Problem>& problems) {
    return DrawingReader(shown, svg, problems).read(std::move(file));
}

} // namespace chelate::content
