#include "engine/base/new_file.hpp"

#include <sys/stat.h>

#include "engine/base/folders.hpp"
#include "tests/support/folder.hpp"

using namespace chelate;

namespace {

namespace fs = std::filesystem;

std::string code_of(const Result<NewFile>& made) { return made ? "" : made.error().code; }

} // namespace

TEST_SUITE("base/new_file") {
    TEST_CASE("a new file follows the umask, and has what was written into it") {
        const test::Folder folder;
        const fs::path path = folder.path / "new";
        const mode_t before = ::umask(0027);
        auto file = NewFile::create(path);
        ::umask(before);
        REQUIRE(file);
        file->append("one\n");
        file->append("two\n");
        REQUIRE(file->close());
        CHECK(read_file(path, 100) == "one\ntwo\n");
        CHECK((fs::status(path).permissions() & fs::perms(0777)) == fs::perms(0640));
    }

    TEST_CASE("whatever has the name already stays as it is") {
        const test::Folder folder;
        const fs::path letter = folder.path / "letter";
        REQUIRE(write_file(letter, "dear aunt"));
        fs::create_symlink(letter, folder.path / "link");
        fs::create_symlink(folder.path / "nowhere", folder.path / "dangling");
        REQUIRE(::mkfifo((folder.path / "pipe").c_str(), 0600) == 0);
        for (const char* name : {"letter", "link", "dangling", "pipe", "."}) {
            CAPTURE(name);
            CHECK(code_of(NewFile::create(folder.path / name)) == "file-exists");
            CHECK(write_new_file(folder.path / name, "gone").error().code == "file-exists");
        }
        CHECK(code_of(NewFile::create("/dev/null")) == "file-exists");
        CHECK(read_file(letter, 100) == "dear aunt");
        CHECK_FALSE(fs::exists(folder.path / "nowhere"));
    }

    TEST_CASE("a file that cannot be made is an error; one that nothing was written into is gone again") {
        const test::Folder folder;
        CHECK(code_of(NewFile::create(folder.path / "no" / "file")) == "file-not-written");
        auto file = NewFile::create(folder.path / "empty");
        REQUIRE(file);
        REQUIRE(file->close());
        CHECK_FALSE(fs::exists(folder.path / "empty"));
    }
}
