#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "engine/stage/painter.hpp"
#include "engine/stage/pictures.hpp"
#include "tests/support/folder.hpp"

using namespace chelate;
using namespace chelate::stage;

namespace {

const std::string shipped = CHELATE_SOURCE_DIR "/tests/support/pictures/pictures/";

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
