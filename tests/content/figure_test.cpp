// Tests how the figure of a mechanism is read, and what is said of each fault in it.
#include "engine/content/figure.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "engine/content/reader.hpp"
#include "tests/support/folder.hpp"

using namespace chelate;
using namespace chelate::content;
namespace fs = std::filesystem;

namespace {

/// A copy of the pack with a gate, to spoil.
struct GatePack {
    test::Folder folder;
    fs::path root = folder.path / "gate";

    GatePack() { fs::copy(fs::path(CHELATE_SOURCE_DIR) / "tests/content/gate", root, fs::copy_options::recursive); }

    [[nodiscard]] std::string text(const std::string& file) const {
        std::ostringstream text;
        text << std::ifstream(root / file, std::ios::binary).rdbuf();
        return text.str();
    }
    void write(const std::string& file, const std::string& bytes) const {
        std::ofstream(root / file, std::ios::binary) << bytes;
    }
    /// Replaces the first `what` in a file. @return where it was: its line, from 1
    std::size_t replace(const std::string& file, const std::string& what, const std::string& with) const {
        std::string all = text(file);
        const auto at = all.find(what);
        REQUIRE_MESSAGE(at != std::string::npos, what);
        const auto line = static_cast<std::size_t>(std::count(all.begin(), all.begin() + static_cast<long>(at), '\n'));
        write(file, all.replace(at, what.size(), with));
        return line + 1;
    }
    [[nodiscard]] Reading read() const { return read_pack(root); }
};

const MechanismId with_figure{"gate"};
const MechanismId without_figure{"plain"};

std::string told(const Reading& reading) {
    std::string text;
    for (const json::Problem& problem : reading.problems) text += json::to_text(problem);
    return text;
}

struct Fault {
    std::string what;
    std::string with;
    std::string code;
};

} // namespace

TEST_CASE("a figure is read with its drawing, labels, gauges, changes and variants") {
    const GatePack pack;
    const Reading reading = pack.read();
    REQUIRE_MESSAGE(reading.problems.empty(), told(reading));
    REQUIRE(reading.pack);
    const Mechanism& mechanism = reading.pack->mechanisms.at(with_figure);
    const Figure& figure = mechanism.figure;
    CHECK(mechanism.area == "Walls");
    REQUIRE(figure);
    CHECK(figure.drawing->file == "drawings/gate.svg");
    CHECK(figure.labels.at("label-wall") == "wall");
    REQUIRE(figure.gauges.size() == 2);
    CHECK(figure.gauges[0].levels.size() == 3);
    CHECK(figure.gauges[0].to == 2);
    CHECK(figure.gauges[1].unit == "mV");
    CHECK(figure.gauge("voltage") == 1);
    CHECK(figure.gauge("none") == 2);
    REQUIRE(figure.steps.size() == mechanism.steps.size());
    CHECK(figure.steps[0].seconds == 2);
    CHECK(figure.steps[1].seconds == 4);
    CHECK(figure.steps[0].changes[1] == FigureChange{ChangeKind::gauge, {"signal"}, {}, {}, {}, 1, 2});
    CHECK(figure.steps[1].changes[1] == FigureChange{ChangeKind::glow, {"wall", "lamp"}});
    CHECK(figure.steps[3].changes[0] == FigureChange{ChangeKind::move, {"ion"}, {}, "at-gate", "at-above"});
    CHECK(figure.steps[4].changes[0] ==
          FigureChange{ChangeKind::flow, {"copy-ion"}, "at-below", "at-gate", "at-above", 4});
    CHECK(figure.steps[5].changes[1] == FigureChange{ChangeKind::label, {"label-wall"}});
    REQUIRE(figure.variants.size() == 1);
    CHECK(figure.start_of(0).size() == 2);
    CHECK(figure.step_of(0, 2).changes[0].kind == ChangeKind::glow);
    CHECK(figure.step_of(1, 2).changes[0].kind == ChangeKind::open);
    CHECK_FALSE(reading.pack->mechanisms.at(without_figure).figure);
}

TEST_CASE("each fault of a figure is told with its place, and leaves the rest of the pack") {
    const std::string many_changes = [] {
        std::string changes;
        for (int i = 0; i < 61; ++i) changes += std::string(i == 0 ? "" : ", ") + R"({"open": "gate"})";
        return changes;
    }();
    const std::string gauge = R"({"id": "voltage", "name": "Voltage", "unit": "mV", "from": -90, "to": 100})";
    const std::string other = R"({"id": "NEW", "name": "N", "from": 0, "to": 1})";
    const auto numbered = [&](const std::string& id) { return std::string(other).replace(8, 3, id); };
    const std::string step = R"({"step": 3, "seconds": 2, "changes": [{"glow": "gate-closed"}]})";
    const std::vector<Fault> faults{
        {R"("alt": "A wall with a gate and an ion below it.",)", "", "missing-key"},
        {R"("alt": "A wall)", R"("alt": ")" + std::string(301, 'x'), "too-long"},
        {R"("label-wall": "wall")", R"("label-wal": "wall")", "unknown-part"},
        {R"("label-wall": "wall")", R"("label-wall": ")" + std::string(41, 'x') + '"', "too-long"},
        {R"({"show": "lamp"})", R"({"show": "lantern"})", "unknown-part"},
        {R"({"show": "lamp"})", R"({"show": []})", "empty-list"},
        {R"({"show": "lamp"})", R"({"show": "lamp", "hide": "wall"})", "unknown-key"},
        {R"({"show": "lamp"})", R"({"blink": "lamp"})", "figure-change"},
        {R"({"glow": ["wall", "lamp"]})", R"({"glow": ["wall", "label-wall"]})", "unknown-part"},
        {R"({"open": "gate"})", R"({"open": "door"})", "unknown-part"},
        {R"({"open": "gate"})", many_changes, "too-many"},
        {R"({"move": "ion",)", R"({"move": "neon",)", "unknown-part"},
        {R"("via": "at-gate", "to": "at-above"})", R"("via": "at-door", "to": "at-above"})", "unknown-part"},
        {R"("via": "at-gate", "to": "at-above"})", R"("via": "at-gate"})", "missing-key"},
        {R"({"flow": "copy-ion",)", R"({"flow": "ion",)", "figure-change"},
        {R"("from": "at-below",)", "", "missing-key"},
        {R"("many": 4)", R"("many": 25)", "out-of-range"},
        {R"({"gauge": "signal", "to": "high"})", R"({"gauge": "signals", "to": "high"})", "unknown-part"},
        {R"({"gauge": "signal", "to": "high"})", R"({"gauge": "signal", "to": "highest"})", "unknown-word"},
        {R"({"gauge": "voltage", "to": 20})", R"({"gauge": "voltage", "to": 101})", "out-of-range"},
        {R"({"gauge": "voltage", "to": 20})", R"({"gauge": "voltage", "to": "20"})", "wrong-type"},
        {R"({"label": "label-wall", "text": "stuck"})", R"({"label": "wall", "text": "stuck"})", "unknown-part"},
        {R"({"label": "label-wall", "text": "stuck"})", R"({"label": "label-wall"})", "missing-key"},
        {R"("levels": ["low", "usual", "high"])", R"("levels": ["high"])", "figure-gauge"},
        {R"("from": -90)", R"("from": 100)", "figure-gauge"},
        {R"("to": 100})", R"("to": 100, "usual": 101})", "out-of-range"},
        {R"("id": "voltage", "name")", R"("id": "signal", "name")", "duplicate-id"},
        {gauge, gauge + ", " + numbered("one") + ", " + numbered("two"), "too-many"},
        {R"("seconds": 6.5)", R"("seconds": 0.5)", "out-of-range"},
        {R"("seconds": 6.5)", R"("seconds": 21)", "out-of-range"},
        {R"("seen_in": "a drawing",)", "", "missing-key"},
        {R"("note": "Gates are rarely stuck.", "sources": ["s"])", R"("note": "Gates are rarely stuck.")",
         "missing-key"},
        {R"("note": "Gates are rarely stuck.", "sources": ["s"])", R"("note": "N.", "sources": ["none"])",
         "dangling-reference"},
        {R"({"step": 3,)", R"({"step": 8,)", "out-of-range"},
        {R"({"step": 3,)", R"({"step": 0,)", "out-of-range"},
        {step, step + ", " + step, "duplicate-id"},
    };
    for (const Fault& fault : faults) {
        CAPTURE(fault.what);
        CAPTURE(fault.with);
        const GatePack pack;
        pack.replace("items.json", fault.what, fault.with);
        const Reading reading = pack.read();
        REQUIRE(reading.pack);
        REQUIRE_FALSE(reading.problems.empty());
        CHECK_MESSAGE(std::any_of(reading.problems.begin(), reading.problems.end(),
                                  [&](const json::Problem& problem) { return problem.code == fault.code; }),
                      told(reading));
        for (const json::Problem& problem : reading.problems) {
            CHECK(problem.file.ends_with("gate/items.json"));
            CHECK(problem.at.line > 6); // below the mechanism without a figure
            CHECK(problem.at.column > 1);
            CHECK_FALSE(problem.message.empty());
        }
        CHECK_FALSE(reading.pack->mechanisms.contains(with_figure));
        CHECK(reading.pack->mechanisms.contains(without_figure));
    }
}

TEST_CASE("a figure with a fault is told at the line and column of what is wrong") {
    const GatePack pack;
    const std::size_t line =
        pack.replace("items.json", R"("glow": ["wall", "lamp"])", R"("glow": ["wall", "lantern"])");
    const Reading reading = pack.read();
    REQUIRE(reading.problems.size() == 1);
    const json::Problem& problem = reading.problems.front();
    CHECK(problem.at.line == line);
    REQUIRE(problem.source_line.size() > problem.at.column);
    std::istringstream lines(pack.text("items.json"));
    std::string whole;
    for (std::size_t i = 0; i < line; ++i) std::getline(lines, whole);
    CHECK(whole.substr(problem.at.column - 1).starts_with("\"lantern\""));
    CHECK(problem.message.find("lantern") != std::string::npos);
}

TEST_CASE("a drawing with a fault is told in its own file, and its mechanism stays without it") {
    const GatePack pack;
    const std::size_t line = pack.replace("drawings/gate.svg", "<g id=\"lamp\"", "<g");
    const Reading reading = pack.read();
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].file.ends_with("gate/drawings/gate.svg"));
    CHECK(reading.problems[0].code == "drawing-part");
    CHECK(reading.problems[0].at.line == line);
    REQUIRE(reading.pack);
    CHECK(reading.left_out == 0);
    const Mechanism& mechanism = reading.pack->mechanisms.at(with_figure);
    CHECK(mechanism.steps.size() == 7);
    CHECK_FALSE(mechanism.figure);
}

TEST_CASE("a drawing that is not there is told where it is named") {
    for (const auto& [file, code] :
         std::vector<std::pair<std::string, std::string>>{{"drawings/none.svg", "file-missing"},
                                                          {"../gate.svg", "bad-path"},
                                                          {"/etc/passwd", "bad-path"},
                                                          {"outside.svg", "path-outside"},
                                                          {"drawings", "file-not-read"}}) {
        CAPTURE(file);
        const GatePack pack;
        fs::copy_file(pack.root / "drawings/gate.svg", pack.folder.path / "outside.svg");
        fs::create_symlink(pack.folder.path / "outside.svg", pack.root / "outside.svg");
        const std::size_t line = pack.replace("items.json", "drawings/gate.svg", file);
        const Reading reading = pack.read();
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].code == code);
        CHECK(reading.problems[0].at.line == line);
        REQUIRE(reading.pack);
        CHECK_FALSE(reading.pack->mechanisms.at(with_figure).figure);
    }
}

TEST_CASE("a figure that names no drawing leaves its mechanism without it") {
    const GatePack pack;
    const std::size_t line = pack.replace("items.json", R"("drawing": "drawings/gate.svg",)", "");
    const Reading reading = pack.read();
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].code == "missing-key");
    CHECK(reading.problems[0].at.line == line - 1); // at the figure
    CHECK_FALSE(reading.pack->mechanisms.at(with_figure).figure);
}

TEST_CASE("a drawing is read once for all figures that use it, and its faults are told once") {
    const GatePack pack;
    pack.replace("items.json", R"("where": "here", "topic": "t",)",
                 R"("where": "here", "topic": "t", "figure": {"drawing": "drawings/gate.svg", "alt": "A wall."},)");
    const Reading sound = pack.read();
    CHECK_MESSAGE(sound.problems.empty(), told(sound));
    CHECK(sound.pack->mechanisms.at(with_figure).figure.drawing ==
          sound.pack->mechanisms.at(without_figure).figure.drawing);
    pack.replace("drawings/gate.svg", "viewBox=\"0 0 200 100\"", "");
    const Reading faulty = pack.read();
    REQUIRE(faulty.problems.size() == 1);
    CHECK(faulty.problems[0].code == "drawing-size");
    CHECK(faulty.pack->mechanisms.size() == 2);
}
