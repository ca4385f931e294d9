#include "game/session/import_pack.hpp"

#include <doctest/doctest.h>

#include "engine/base/folders.hpp"
#include "tests/support/folder.hpp"

using namespace chelate;
using namespace chelate::session;

TEST_SUITE("session/import_pack") {
    TEST_CASE("a question file is read without a command line") {
        const test::Folder folder;
        REQUIRE(write_file(folder.path / "q.txt", "What barks? {=Dog ~Cat}\n\nEssay {}\n").has_value());
        const auto file = read_question_file(folder.path / "q.txt", std::nullopt);
        REQUIRE(file.has_value());
        CHECK(file->format == interop::Format::gift);
        CHECK(file->summary.kept == 1);
        CHECK(file->summary.left_out == 1);
    }

    TEST_CASE("a file of another format is refused by its name") {
        const test::Folder folder;
        REQUIRE(write_file(folder.path / "q.json", "{\"questions\": []}").has_value());
        const auto json = read_question_file(folder.path / "q.json", interop::Format::gift);
        REQUIRE_FALSE(json.has_value());
        CHECK(json.error().code == "import-other-format");
        REQUIRE(write_file(folder.path / "q.csv", "question,answer\nQ,a\n").has_value());
        const auto table = read_question_file(folder.path / "q.csv", interop::Format::aiken);
        REQUIRE_FALSE(table.has_value());
        CHECK(table.error().code == "import-looks-like");
    }
}
