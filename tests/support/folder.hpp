// A folder of its own for a test. It is removed with the test.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

namespace chelate::test {

struct Folder {
    std::filesystem::path path;

    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "chelate-test-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path); }
};

} // namespace chelate::test
