#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "engine/base/folders.hpp"
#include "engine/base/picture_file.hpp"
#include "engine/stage/painter.hpp"
#include "engine/stage/pictures.hpp"
#include "tests/support/folder.hpp"

using namespace chelate;
using namespace chelate::stage;

namespace {

const std::string shipped = CHELATE_SOURCE_DIR "/tests/support/pictures/pictures/";

// Writes the leaf as a camera would that was held like this.
void write_turned_leaf(const std::filesystem::path& file, char orientation) {
    const auto leaf = read_file(shipped + "leaf.jpg", largest_picture_file);
    REQUIRE(leaf);
    std::string segment{"\xFF\xE1\0\x22"
                        "Exif\0\0"
                        "II*\0\x08\0\0\0"                 // lowest byte first; where the directory is
                        "\x01\0"                          // it has one entry ...
                        "\x12\x01\x03\0\x01\0\0\0?\0\0\0" // ... how the camera was held
                        "\0\0\0\0",
                        36};
    segment[28] = orientation;
    std::ofstream(file, std::ios::binary) << leaf->substr(0, 2) << segment << leaf->substr(2);
}

} // namespace

TEST_CASE("the size of a picture is known without a display, PNG or JPEG") {
    Pictures pictures;
    CHECK(pictures.size(shipped + "tall.png") == Vec{300, 400});
    CHECK(pictures.size(shipped + "leaf.jpg") == Vec{800, 480});
    CHECK_FALSE(pictures.size(shipped + "none.png"));
    CHECK_FALSE(pictures.size(""));
    CHECK_FALSE(pictures.size(shipped)); // a folder
}

TEST_CASE("a broken picture has no size, and a file that was mended is read again") {
    const test::Folder folder;
    const std::filesystem::path file = folder.path / "shape.png";
    std::ofstream(file) << "no picture";
    Pictures pictures;
    CHECK_FALSE(pictures.size(file.string()));
    std::filesystem::copy_file(shipped + "circle.png", file, std::filesystem::copy_options::overwrite_existing);
    std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) + std::chrono::seconds(2));
    CHECK(pictures.size(file.string()) == Vec{64, 64});
    std::filesystem::remove(file);
    CHECK_FALSE(pictures.size(file.string()));
}

TEST_CASE("a photo is turned upright as its camera says") {
    const test::Folder folder;
    for (int orientation = 0; orientation <= 9; ++orientation) {
        CAPTURE(orientation);
        const std::filesystem::path file = folder.path / (std::to_string(orientation) + ".jpg");
        write_turned_leaf(file, static_cast<char>(orientation));
        Pictures pictures;
        const bool turned = orientation >= 5 && orientation <= 8;
        CHECK(pictures.size(file.string()) == (turned ? Vec{480, 800} : Vec{800, 480}));
        CHECK_FALSE(pictures.ink(file.string()));
    }
}

TEST_CASE("the colour of a drawing with see-through parts is known, and a photo has none") {
    Pictures pictures;
    // The ground around the disc cannot be seen, so it does not count.
    const auto ink = pictures.ink(shipped + "circle.png");
    REQUIRE(ink);
    CHECK(*ink == Rgba{68, 99, 168});
    CHECK_FALSE(pictures.ink(shipped + "tall.png"));
    CHECK_FALSE(pictures.ink(shipped + "none.png"));
}

TEST_CASE("a picture moves, fades and is clipped like everything else") {
    auto fonts = Fonts::open();
    REQUIRE(fonts);
    fonts->build({15, 19, 28, 50});
    Pictures pictures;
    Painter painter(*fonts, &pictures);
    painter.push({10, 5}, 0.5F);
    painter.picture(shipped + "circle.png", {0, 0, 20, 20});
    painter.pop();
    REQUIRE(painter.layers().back().pictures.size() == 1);
    CHECK(painter.layers().back().pictures[0].rect == Rect{10, 5, 20, 20});
    CHECK(painter.layers().back().pictures[0].alpha == 0.5F);
    painter.layer(Rect{0, 100, 50, 50});
    painter.picture(shipped + "circle.png", {0, 0, 20, 20}); // above the clip
    CHECK(painter.layers().back().pictures.empty());
    CHECK_FALSE(Painter(*fonts).picture_size(shipped + "circle.png")); // no pictures were given
}
