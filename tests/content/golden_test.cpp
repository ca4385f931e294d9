// Each code of a problem has a folder with a pack that earns it and the exact text that is printed. After a change
// that is meant: `read_pack_tool --text tests/content/golden/<code>/pack > tests/content/golden/<code>/expected.txt`,
// and read what it says.
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

/// Codes whose packs cannot lie in a repository (too large, a link, no folder at all); reader_test and bad_packs_test
/// make them.
const std::set<std::string> made_elsewhere{"too-large", "too-many-problems", "folder-missing", "not-a-folder",
                                           "path-outside"};

std::string content_of(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

/// What read_pack_tool --text prints.
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

/// The codes in the table of content/README.md: rows that begin with "| `".
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
        fs::current_path(CHELATE_SOURCE_DIR); // problems name the files as the reader was given them
        for (const std::string& code : golden_codes()) {
            CAPTURE(code);
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
