// Tests the exact text of every problem. For each code, tests/content/golden has a folder with a pack that causes the
// problem and the text that is printed. After an intended change, run
// `read_pack_tool --text tests/content/golden/<code>/pack > tests/content/golden/<code>/expected.txt`
// and review the new text.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "engine/content/reader.hpp"

using namespace chelate;
using namespace chelate::content;
namespace fs = std::filesystem;

namespace {

/// Codes whose packs cannot be in a repository, because they are too large, are links, or have no folder at all.
/// reader_test.cpp and bad_packs_test.cpp make those packs.
const std::set<std::string> made_elsewhere{"too-large",       "too-many-problems", "folder-missing",
                                           "folder-not-read", "not-a-folder",      "path-outside"};

std::string content_of(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

/// Returns what read_pack_tool --text prints.
std::string printed(const Reading& reading) {
    std::string text;
    for (const json::Problem& problem : reading.problems) text += json::to_text(problem);
    return text + (reading.pack ? "read" : "refused") + ", left out: " + std::to_string(reading.left_out) + '\n';
}

std::set<std::string> golden_codes() {
    std::set<std::string> codes;
    for (const auto& entry : fs::directory_iterator(fs::path(CHELATE_SOURCE_DIR) / "tests/content/golden")) {
        codes.insert(entry.path().filename().string());
    }
    return codes;
}

/// Returns the codes from the table of problems in content/README.md, whose rows start with "| `".
std::set<std::string> documented_codes() {
    std::set<std::string> codes;
    std::istringstream page(content_of(fs::path(CHELATE_SOURCE_DIR) / "content/README.md"));
    bool in_section = false;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("## ")) in_section = line == "## Problems and how to mend them";
        if (!in_section || !line.starts_with("| `")) continue;
        codes.insert(line.substr(3, line.find('`', 3) - 3));
    }
    return codes;
}

} // namespace

TEST_SUITE("content/golden") {
    TEST_CASE("every code is printed exactly as expected") {
        for (const std::string& code : golden_codes()) {
            CAPTURE(code);
            // Problems show paths as they were given to the reader, so these begin at the top of the repository.
            const std::string folder = "tests/content/golden/" + code;
            const std::string text = printed(read_pack(folder + "/pack"));
            CHECK(text == content_of(folder + "/expected.txt"));
            CHECK(text.find("error[" + code + "]: ") != std::string::npos);
        }
    }

    TEST_CASE("every documented code has its test, and every tested code its documentation") {
        std::set<std::string> tested = golden_codes();
        tested.insert(made_elsewhere.begin(), made_elsewhere.end());
        const std::set<std::string> documented = documented_codes();
        for (const std::string& code : documented) {
            CAPTURE(code);
            CHECK(tested.contains(code));
        }
        for (const std::string& code : tested) {
            CAPTURE(code);
            CHECK(documented.contains(code));
        }
    }
}
