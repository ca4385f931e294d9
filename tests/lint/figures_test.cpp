// Tests what lint finds in figures, with a figure that follows each rule and one that breaks it.
#include "game/lint/figures.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/content/reader.hpp"
#include "tests/support/folder.hpp"

using namespace chelate;
using namespace chelate::lint;
namespace fs = std::filesystem;

namespace {

/// Returns what lint finds in the pack with a gate after `what` was replaced by `with` in one of its files.
std::vector<std::string> found_after(const std::string& file, const std::string& what, const std::string& with) {
    const test::Folder folder;
    const fs::path root = folder.path / "gate";
    fs::copy(fs::path(CHELATE_SOURCE_DIR) / "tests/content/gate", root, fs::copy_options::recursive);
    std::ostringstream read;
    read << std::ifstream(root / file, std::ios::binary).rdbuf();
    std::string text = read.str();
    const auto at = text.find(what);
    REQUIRE_MESSAGE(at != std::string::npos, what);
    std::ofstream(root / file, std::ios::binary) << text.replace(at, what.size(), with);
    const content::Reading reading = content::read_pack(root);
    REQUIRE(reading.pack);
    for (const json::Problem& problem : reading.problems) FAIL_CHECK(json::to_text(problem));
    std::vector<std::string> found;
    for (const Finding& finding : figure_findings(*reading.pack)) {
        CHECK(finding.kind == "mechanism");
        CHECK(finding.id == "gate");
        found.push_back(finding.code + ' ' + finding.detail);
    }
    return found;
}

using Found = std::vector<std::string>;
const std::string svg = "drawings/gate.svg";
const std::string items = "items.json";

} // namespace

TEST_SUITE("lint/figures") {
    TEST_CASE("a good figure gives no finding") { CHECK(found_after(items, "Able", "Able").empty()); }

    TEST_CASE("a step that changes nothing is found, in a variant too") {
        CHECK(found_after(items, R"("changes": [{"open": "gate"}])", R"("changes": [])") ==
              Found{"step-changes-nothing 3", "step-changes-nothing 7", "part-not-shown gate-open"});
        CHECK(found_after(items, R"({"text": "Others follow", "seconds": 6.5,)",
                          R"({"text": "Others wait", "changes": [{"show": "lamp"}]}, {"text": "Others follow",)") ==
              Found{"step-changes-nothing 5"});
        CHECK(found_after(items, R"("steps": [{"step": 3, "seconds": 2, "changes": [{"glow": "gate-closed"}]}])",
                          R"("steps": [{"step": 3, "changes": [{"close": "gate"}]}])") ==
              Found{"step-changes-nothing-in-variant 3"});
    }

    TEST_CASE("a part that is never shown, a template that never flows and an anchor that nothing uses are found") {
        CHECK(found_after(svg, "<g id=\"ion\">", "<g id=\"moon\" display=\"none\"/><g id=\"ion\">") ==
              Found{"part-not-shown moon"});
        CHECK(found_after(svg, "<g id=\"ion\">", "<g id=\"copy-moon\"/><g id=\"ion\">") ==
              Found{"part-not-shown copy-moon"});
        CHECK(found_after(svg, "<g id=\"ion\">", "<rect id=\"at-moon\"/><rect id=\"label-moon\"/><g id=\"ion\">") ==
              Found{"anchor-not-used at-moon", "anchor-not-used label-moon"});
    }

    TEST_CASE("words in a drawing are found, symbols are not") {
        const auto with_text = [](const std::string& text) {
            return found_after(svg, "<g id=\"ion\">", "<g id=\"ion\"><text x=\"9\">" + text + "</text>");
        };
        for (const char* symbol : {"Mg\u00B2\u207A", "K", "GABA", "1,25-D", "<tspan>Na</tspan>\u207A"})
            CHECK_MESSAGE(with_text(symbol).empty(), symbol);
        CHECK(with_text("outside") == Found{"words-in-drawing outside"});
        CHECK(with_text("a <tspan>nerve</tspan> cell") == Found{"words-in-drawing a nerve cell"});
    }

    TEST_CASE("a figure whose alternative text repeats the name is found") {
        CHECK(found_after(items, "A wall with a gate and an ion below it.", "How an ion leaves through a gate") ==
              Found{"figure-without-alt "});
    }

    TEST_CASE("more copies than anyone can follow are found, if they move at the same time") {
        const std::string flow = R"("seconds": 6.5, "changes": [{"flow": "copy-ion", "from": "at-below",)";
        const std::string crowd = R"("seconds": 1, "changes": [
            {"flow": "copy-ion", "from": "at-above", "to": "at-below", "many": 24},
            {"flow": "copy-ion", "from": "at-above", "to": "at-gate", "many": 24},
            {"flow": "copy-ion", "from": "at-below",)";
        CHECK(found_after(items, flow, crowd) == Found{"too-many-copies 5"});
    }
}
