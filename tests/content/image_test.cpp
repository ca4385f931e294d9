// Tests the images of a pack: where they are read, which files are accepted, and what is said of the others.
#include "engine/content/image.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "engine/base/picture_file.hpp"
#include "engine/content/reader.hpp"
#include "tests/support/folder.hpp"

using namespace chelate;
using namespace chelate::content;
namespace fs = std::filesystem;

namespace {

const fs::path picture_pack = fs::path(CHELATE_SOURCE_DIR) / "tests/support/pictures";

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void put(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

/// A copy of the pack, to spoil.
fs::path copied(const test::Folder& folder) {
    const fs::path copy = folder.path / "pack";
    fs::copy(picture_pack, copy, fs::copy_options::recursive);
    return copy;
}

} // namespace

TEST_CASE("questions, choices, subjects and cards have images") {
    const Reading reading = read_pack(picture_pack);
    CHECK(reading.problems.empty());
    REQUIRE(reading.pack);
    const Pack& pack = *reading.pack;
    CHECK(pack.questions.at(QuestionId{"leaf"}).image ==
          Image{"pictures/leaf.jpg", "A green leaf with a red line along its middle"});
    CHECK(pack.questions.at(QuestionId{"hexagon"}).image.file == "pictures/tall.png");
    CHECK(pack.subjects.at(SubjectId{"circle"}).image.alt == "A blue disc");
    const auto& choices = std::get<Choices>(pack.questions.at(QuestionId{"which-shape"}).authored);
    CHECK(choices.choices[1].image.file == "pictures/square.png");
    CHECK(fs::exists(path_of(choices.choices[1].image, pack)));
    CHECK(data_address(choices.choices[1].image, pack).starts_with("data:image/png;base64,iVBORw0KGgo"));
    CHECK(data_address(pack.questions.at(QuestionId{"leaf"}).image, pack).starts_with("data:image/jpeg;base64,/9j/"));
    CHECK(path_of({"../secret.png", "x"}, pack).empty());
    CHECK(path_of({"", "x"}, pack).empty());
}

TEST_CASE("an image that cannot be shown is named at its place, and its item stays with its words") {
    const test::Folder folder;
    const fs::path pack = copied(folder);
    fs::remove(pack / "pictures/circle.png");
    put(pack / "pictures/square.png", bytes_of(pack / "pictures/square.png").substr(0, 500));
    put(pack / "pictures/tall.png", "BM");
    put(pack / "pictures/leaf.jpg", std::string(largest_picture_file + 1, 'x'));
    fs::remove(pack / "pictures/triangle.png");
    put(folder.path / "outside.png", bytes_of(picture_pack / "pictures/triangle.png"));
    fs::create_symlink(folder.path / "outside.png", pack / "pictures/triangle.png");
    const Reading reading = read_pack(pack);
    REQUIRE(reading.pack);
    CHECK(reading.left_out == 0);
    std::vector<std::string> codes;
    for (const json::Problem& problem : reading.problems) {
        codes.push_back(problem.code);
        CHECK(problem.message.find("pictures/") != std::string::npos);
        CHECK(problem.at.line > 1);
    }
    // Each place that names a picture is told: subjects first, in the order of the file.
    CHECK(codes == std::vector<std::string>{"path-outside", "picture-broken", "file-missing", "too-large",
                                            "path-outside", "picture-broken", "file-missing", "not-a-picture",
                                            "not-a-picture"});
    const Image& circle = reading.pack->subjects.at(SubjectId{"circle"}).image;
    CHECK(circle == Image{"", "A blue disc"});
    CHECK(words_for(circle) == "A blue disc");
}

TEST_CASE("an image is written with its words, or as a path alone") {
    const test::Folder folder;
    const fs::path pack = copied(folder);
    std::string items = bytes_of(pack / "items.json");
    const std::string written = R"({"file": "pictures/circle.png", "alt": "A blue disc"})";
    const auto with = [&](const std::string& image) {
        std::string changed = items;
        changed.replace(changed.find(written), written.size(), image);
        put(pack / "items.json", changed);
        return read_pack(pack);
    };
    const Reading path = with(R"("pictures/circle.png")");
    CHECK(path.problems.empty());
    CHECK(words_for(path.pack->subjects.at(SubjectId{"circle"}).image) == "pictures/circle.png");
    CHECK(with(R"("pictures/none.svg")").problems.empty()); // as in older packs, where it had no effect
    for (const auto& [image, code] : std::vector<std::pair<std::string, std::string>>{
             {R"({"file": "pictures/circle.png"})", "missing-key"},
             {R"({"alt": "A disc"})", "missing-key"},
             {R"({"file": "pictures/circle.png", "alt": " "})", "empty-text"},
             {R"({"file": "../circle.png", "alt": "A disc"})", "bad-path"},
             {R"({"file": "/etc/passwd", "alt": "A disc"})", "bad-path"},
             {R"({"file": "pictures/circle.png", "alt": "A disc", "size": 3})", "unknown-key"},
             {"7", "wrong-type"}}) {
        CAPTURE(image);
        const Reading reading = with(image);
        REQUIRE_FALSE(reading.problems.empty());
        CHECK(reading.problems.front().code == code);
    }
}

TEST_CASE("a picture is recognised by its content, and its size is known before it is decoded") {
    const auto png = picture_header(bytes_of(picture_pack / "pictures/tall.png"));
    REQUIRE(png);
    CHECK(png->format == PictureFormat::png);
    CHECK(png->width == 300);
    CHECK(png->height == 400);
    const std::string whole = bytes_of(picture_pack / "pictures/leaf.jpg");
    const auto jpeg = picture_header(whole);
    REQUIRE(jpeg);
    CHECK(jpeg->format == PictureFormat::jpeg);
    CHECK(jpeg->width == 800);
    CHECK(jpeg->height == 480);
    CHECK(jpeg->orientation == 1);
    // Cut anywhere, each is refused.
    for (const char* name : {"tall.png", "leaf.jpg"}) {
        const std::string bytes = bytes_of(picture_pack / "pictures" / name);
        for (std::size_t size = 0; size + 2 < bytes.size(); size += size < 700 ? 1 : 997)
            CHECK_FALSE(picture_header(std::string_view(bytes).substr(0, size)));
    }
    std::string bomb = bytes_of(picture_pack / "pictures/tall.png");
    bomb[16] = '\x7F'; // 2^31 pixels wide
    CHECK(picture_header(bomb).error().code == "picture-too-large");
}

TEST_CASE("base64 is as in RFC 4648") {
    CHECK(base64("") == "");
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foobar") == "Zm9vYmFy");
    CHECK(base64("\xFF\xFE\xFD") == "//79");
}
