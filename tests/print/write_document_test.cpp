// Tests how documents become files of the data folder.
#include "game/print/write_document.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/folder.hpp"

using namespace chelate;
using namespace chelate::test;

namespace {

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string file_name_for(const Folder& folder, const std::string& name) {
    return print::new_file_path(folder.path, "sheets", name, ".html").value().filename().string();
}

} // namespace

TEST_SUITE("print/write_document") {
    TEST_CASE("a document becomes a file in its folder, which is created") {
        const Folder folder;
        const auto path = print::write_document(folder.path, {"reports", "A round", ".txt", "text\r\n"});
        REQUIRE(path.has_value());
        CHECK(*path == folder.path / "reports" / "A-round.txt");
        CHECK(text_of(*path) == "text\r\n");
    }

    TEST_CASE("an existing file is never overwritten: the next one gets a number") {
        const Folder folder;
        const auto first = print::write_document(folder.path, {"reports", "r", ".txt", "first"});
        const auto second = print::write_document(folder.path, {"reports", "r", ".txt", "second"});
        const auto third = print::write_document(folder.path, {"reports", "r", ".txt", "third"});
        REQUIRE(third.has_value());
        CHECK(second->filename() == "r-2.txt");
        CHECK(third->filename() == "r-3.txt");
        CHECK(text_of(*first) == "first");
        CHECK(text_of(*second) == "second");
    }

    TEST_CASE("a link in the place of a document is left alone, even one that leads nowhere") {
        const Folder folder;
        std::filesystem::create_directory(folder.path / "reports");
        std::filesystem::create_symlink(folder.path / "elsewhere", folder.path / "reports" / "r.txt");
        const auto path = print::write_document(folder.path, {"reports", "r", ".txt", "text"});
        REQUIRE(path.has_value());
        CHECK(path->filename() == "r-2.txt");
        CHECK_FALSE(std::filesystem::exists(folder.path / "elsewhere"));
        CHECK(print::new_file_path(folder.path, "reports", "r", ".txt").value().filename() == "r-3.txt");
    }

    TEST_CASE("the name of a file has only letters, digits and single dashes, and never leaves its folder") {
        const Folder folder;
        CHECK(file_name_for(folder, "../../etc/passwd") == "etc-passwd.html");
        CHECK(file_name_for(folder, "  Säure & \"Base\"!  ") == "S-ure-Base.html");
        CHECK(file_name_for(folder, "水") == "round.html");
        CHECK(file_name_for(folder, "") == "round.html");
        CHECK(file_name_for(folder, "--help") == "help.html");
        CHECK(file_name_for(folder, "..") == "round.html");
        CHECK(file_name_for(folder, "a\nb\x1B[31m\u202E\u0085") == "a-b-31m.html");
        CHECK(file_name_for(folder, std::string(200, 'x')) == std::string(60, 'x') + ".html");
    }

    TEST_CASE("without a data folder nothing is written") {
        CHECK(print::write_document({}, {"reports", "r", ".txt", "text"}).error().code == "not-kept");
    }

    TEST_CASE("a folder that cannot be created is an error") {
        const Folder folder;
        std::ofstream(folder.path / "reports") << "a file in its place";
        CHECK(print::write_document(folder.path, {"reports", "r", ".txt", "text"}).error().code == "folder-is-file");
    }
}
