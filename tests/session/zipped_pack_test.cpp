// Tests that a zipped pack contains everything that the pack shows.
#include "game/session/zipped_pack.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "engine/interop/pack_zip.hpp"
#include "tests/support/folder.hpp"

using namespace chelate;
using namespace chelate::session;
namespace fs = std::filesystem;

namespace {

/// Zips a pack of the tests, and returns the names of what is in the zip.
std::vector<std::string> zipped_names(const std::string& pack, ZippedPack& zip) {
    std::vector<json::Problem> problems;
    auto zipped = zip_pack(fs::path(CHELATE_SOURCE_DIR) / pack, problems);
    REQUIRE(zipped.has_value());
    zip = std::move(*zipped);
    const auto files = interop::read_pack_zip(zip.bytes);
    REQUIRE(files.has_value());
    std::vector<std::string> names;
    for (const interop::NamedFile& file : *files) names.push_back(file.name);
    return names;
}

} // namespace

TEST_SUITE("session/zipped_pack") {
    TEST_CASE("a zip contains the drawings of figures, and unpacked they are shown again") {
        ZippedPack zip;
        CHECK(zipped_names("tests/content/gate", zip) ==
              std::vector<std::string>{"drawings/gate.svg", "items.json", "pack.json"});
        const test::Folder folder;
        std::ofstream(folder.path / zip.name, std::ios::binary) << zip.bytes;
        const auto unpacked = UnpackedPack::open(folder.path / zip.name, folder.path);
        REQUIRE(unpacked.has_value());
        const content::Reading reading = unpacked->read();
        CHECK(reading.problems.empty());
        CHECK(reading.pack->mechanisms.at(content::MechanismId{"gate"}).figure);
    }

    TEST_CASE("a zip contains images, whether they are written with their words or as a path alone") {
        ZippedPack zip;
        const auto names = zipped_names("tests/support/pictures", zip);
        for (const char* picture : {"pictures/circle.png", "pictures/leaf.jpg", "pictures/square.png"})
            CHECK_MESSAGE(std::find(names.begin(), names.end(), picture) != names.end(), picture);
        const test::Folder folder;
        std::ofstream(folder.path / zip.name, std::ios::binary) << zip.bytes;
        const auto unpacked = UnpackedPack::open(folder.path / zip.name, folder.path);
        REQUIRE(unpacked.has_value());
        CHECK(unpacked->read().problems.empty());
    }

    TEST_CASE("the shipped pack fits into a zip with all its drawings") {
        ZippedPack zip;
        const auto names = zipped_names("content/magnesium", zip);
        const auto drawings =
            std::count_if(names.begin(), names.end(), [](const std::string& name) { return name.ends_with(".svg"); });
        CHECK(drawings >= 20);
        CHECK(zip.bytes.size() < interop::largest_zip);
    }
}
