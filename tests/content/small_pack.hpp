// A small valid pack in its own temporary folder, for tests that break it in one place.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "engine/content/reader.hpp"

namespace chelate::test {

/// Returns the unchanged text of a file in tests/content/small.
inline std::string small_text(const std::string& file) {
    std::ostringstream text;
    text << std::ifstream(std::string(CHELATE_SOURCE_DIR) + "/tests/content/small/" + file, std::ios::binary).rdbuf();
    REQUIRE_FALSE(text.str().empty());
    return text.str();
}

inline constexpr const char* small_files[] = {"pack.json", "items.json", "more/questions.json"};

/// A copy of the small pack in a new temporary folder, which the destructor removes.
class SmallPack {
public:
    SmallPack() {
        std::string name = (std::filesystem::temp_directory_path() / "chelate-pack-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        root_ = name;
        for (const char* file : small_files) write(file, small_text(file));
    }
    SmallPack(const SmallPack&) = delete;
    SmallPack& operator=(const SmallPack&) = delete;
    ~SmallPack() {
        std::error_code ignored;
        std::filesystem::remove_all(root_, ignored);
    }

    [[nodiscard]] std::filesystem::path folder() const { return root_ / "pack"; }

    void write(const std::string& file, std::string_view text) const {
        std::filesystem::create_directories((folder() / file).parent_path());
        std::ofstream(folder() / file, std::ios::binary) << text;
    }

    /// Replaces the first `what` with `with`, in the first file that contains it. Fails the test if none does.
    void replace(std::string_view what, std::string_view with) const {
        for (const char* file : small_files) {
            std::ostringstream read;
            read << std::ifstream(folder() / file, std::ios::binary).rdbuf();
            std::string text = read.str();
            if (const auto at = text.find(what); at != std::string::npos) {
                text.replace(at, what.size(), with);
                write(file, text);
                return;
            }
        }
        FAIL("the small pack does not hold: ", std::string(what));
    }

    [[nodiscard]] content::Reading read() const { return content::read_pack(folder()); }

private:
    std::filesystem::path root_;
};

/// Returns the codes of all problems, in order.
inline std::vector<std::string> codes_of(const content::Reading& reading) {
    std::vector<std::string> codes;
    for (const json::Problem& problem : reading.problems) codes.push_back(problem.code);
    return codes;
}

/// Returns all problems as a user sees them, for the message of a failed check.
inline std::string text_of(const content::Reading& reading) {
    std::string text;
    for (const json::Problem& problem : reading.problems) text += json::to_text(problem);
    return text;
}

} // namespace chelate::test
