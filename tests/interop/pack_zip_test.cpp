// Tests packs as one zip file: what goes out comes in, and bytes from anywhere do no harm.
#include "engine/interop/pack_zip.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "engine/base/rng.hpp"
#include "engine/base/text.hpp"

using namespace chelate;
using namespace chelate::interop;

namespace {

std::vector<NamedFile> small_pack() {
    return {{"README.md", "Read me.\n"},
            {"pack.json", R"({"id": "small", "files": ["questions/städte.json"]})"},
            {"pictures/map.png", std::string("\x89PNG\0\1\2", 7)},
            {"questions/städte.json", std::string(5000, ' ')}};
}

std::string zip_of(std::vector<NamedFile> files) {
    auto zip = write_pack_zip(std::move(files));
    REQUIRE(zip.has_value());
    return std::move(*zip);
}

} // namespace

TEST_SUITE("interop/pack_zip") {
    TEST_CASE("what goes into a zip comes out of it, and the same files give the same bytes in any order") {
        const std::string zip = zip_of(small_pack());
        CHECK(zip.size() < 1500);
        const auto files = read_pack_zip(zip);
        REQUIRE(files.has_value());
        CHECK(*files == small_pack());
        std::vector<NamedFile> other = small_pack();
        std::reverse(other.begin(), other.end());
        CHECK(zip_of(other) == zip);
    }

    TEST_CASE("a pack has files of JSON, pictures and notes, inside its folder") {
        for (const char* name : {"pack.json", "a/b/c.json", "x.png", "x.jpeg", "x.svg", "README", "LICENSE.txt",
                                 "AUTHORS.md", "两 三.json"}) {
            CAPTURE(name);
            CHECK(is_pack_file_name(name));
        }
        for (const char* name :
             {"",        "/pack.json",    "../pack.json", "a/../b.json", "a//b.json",  "a/./b.json",   "./a.json",
              ".a.json", "a/.git/b.json", "a\\b.json",    "a\nb.json",   "a\x1b.json", "a\u202e.json", "a\xff.json",
              "x.exe",   "x.sh",          "run",          "readme.html", "pack.json/", "README.exe",   " /a.json"}) {
            CAPTURE(name);
            CHECK_FALSE(is_pack_file_name(name));
        }
        CHECK_FALSE(is_pack_file_name(std::string(300, 'a') + ".json"));
    }

    TEST_CASE("a folder around all files is taken off, as people zip a folder") {
        std::vector<NamedFile> files = small_pack();
        for (NamedFile& file : files) file.name = "My pack/" + file.name;
        files.push_back({"pack.json", "{}"}); // or writing refuses a zip without a manifest
        const auto mixed = read_pack_zip(zip_of(files));
        REQUIRE(mixed.has_value());
        CHECK(mixed->size() == 5); // not all of them are in the folder
    }

    TEST_CASE("limits hold for what is written") {
        const auto code = [](std::vector<NamedFile> files) { return write_pack_zip(std::move(files)).error().code; };
        std::vector<NamedFile> files = small_pack();
        files[3].bytes.resize(largest_text_file + 1);
        CHECK(code(files) == "zip-file-too-large");
        files = small_pack();
        files[2].bytes.resize(largest_picture + 1);
        CHECK(code(files) == "zip-file-too-large");
        files = small_pack();
        files.push_back(files[0]);
        CHECK(code(files) == "zip-name-twice");
        files = small_pack();
        for (std::size_t i = 0; i < 9; ++i)
            files.push_back({std::to_string(i) + ".png", std::string(largest_picture, 'x')});
        CHECK(code(files) == "zip-too-large");
        files = small_pack();
        for (std::size_t i = 0; i < most_zip_files; ++i) files.push_back({std::to_string(i) + ".json", "{}"});
        CHECK(code(files) == "zip-too-many-files");
        CHECK(code({{"README", "x"}}) == "zip-no-manifest");
    }

    TEST_CASE("changed bytes give an error or files that a pack may have, never harm") {
        const std::string sound = zip_of(small_pack());
        Rng rng{20261130};
        int read = 0;
        for (int round = 0; round < 4000; ++round) {
            std::string zip = sound;
            for (std::uint64_t i = 0; i <= rng.below(4); ++i) {
                const std::size_t at = rng.below(zip.size());
                switch (rng.below(4)) {
                case 0: zip[at] = static_cast<char>(rng.below(256)); break;
                case 1: zip.erase(at, 1 + rng.below(20)); break;
                case 2: zip.insert(at, zip.substr(rng.below(zip.size()), rng.below(60))); break;
                default: zip.resize(at + 1);
                }
                if (zip.empty()) break;
            }
            const auto files = read_pack_zip(zip);
            if (!files) {
                CHECK(files.error().code.starts_with("zip-"));
                continue;
            }
            ++read;
            CHECK(files->size() <= most_zip_files);
            for (const NamedFile& file : *files) CHECK(is_pack_file_name(file.name));
            CHECK(std::is_sorted(files->begin(), files->end(),
                                 [](const NamedFile& a, const NamedFile& b) { return a.name < b.name; }));
        }
        CHECK(read > 0);
        CHECK(read < 4000);
        CHECK(read_pack_zip("").error().code == "zip-broken");
        CHECK(read_pack_zip("PK").error().code == "zip-broken");
    }
}
