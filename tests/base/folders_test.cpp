#include "engine/base/folders.hpp"

#include <cstdlib>
#include <fstream>
#include <map>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace chelate;
namespace fs = std::filesystem;

namespace {

Environment environment_of(std::map<std::string, std::string> variables) {
    return [variables](const std::string& name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        if (found == variables.end()) return std::nullopt;
        return found->second;
    };
}

/// A temporary folder for one test; its destructor removes it.
class Scratch {
public:
    Scratch() {
        std::string name = (fs::temp_directory_path() / "chelate-test-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        fs::permissions(path, fs::perms::owner_all, ignored);
        fs::remove_all(path, ignored);
    }
    fs::path path;
};

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

unsigned mode_of(const fs::path& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777;
}

} // namespace

TEST_SUITE("base/folders") {
    TEST_CASE("the data folder follows XDG_DATA_HOME, then HOME") {
        CHECK(data_folder(environment_of({{"XDG_DATA_HOME", "/data"}, {"HOME", "/home/a"}})).value() ==
              "/data/chelate");
        CHECK(data_folder(environment_of({{"HOME", "/home/a"}})).value() == "/home/a/.local/share/chelate");
    }

    TEST_CASE("a relative or empty XDG_DATA_HOME is ignored") {
        for (const char* value : {"", "data", "./data", "../data"}) {
            CAPTURE(value);
            const auto folder = data_folder(environment_of({{"XDG_DATA_HOME", value}, {"HOME", "/home/a"}}));
            CHECK(folder.value() == "/home/a/.local/share/chelate");
        }
    }

    TEST_CASE("with HOME unset the password database answers, or the error is no-home") {
        const auto folder = data_folder(environment_of({}));
        if (folder) CHECK(folder->is_absolute());
        else CHECK(folder.error().code == "no-home");
    }

    TEST_CASE("names with blanks, quotes and letters of any script are names") {
        const auto folder = data_folder(environment_of({{"HOME", "/home/O'Brien \xC3\xA9"}}));
        CHECK(folder.value() == "/home/O'Brien \xC3\xA9/.local/share/chelate");
    }

    TEST_CASE("a new folder is its owner's alone, and making it twice is fine") {
        const Scratch scratch;
        const fs::path folder = scratch.path / "a" / "b" / "chelate";
        CHECK(make_folder(folder).has_value());
        CHECK(fs::is_directory(folder));
        CHECK(mode_of(folder) == 0700);
        CHECK(make_folder(folder).has_value());
        CHECK(make_folder(scratch.path / "with_slash/").has_value());
        CHECK(mode_of(scratch.path / "with_slash") == 0700);
    }

    TEST_CASE("a folder whose name or parent is a file is refused by that file's name") {
        const Scratch scratch;
        const fs::path file = scratch.path / "file";
        REQUIRE(write_file(file, "x").has_value());
        for (const fs::path& folder : {file, file / "below"}) {
            CAPTURE(folder.string());
            const auto made = make_folder(folder);
            REQUIRE_FALSE(made.has_value());
            CHECK(made.error() == Error{"folder-is-file", {{"path", file.string()}}});
        }
    }

    TEST_CASE("a folder that may not be made says why") {
        if (::geteuid() == 0) return; // root can write everywhere
        const Scratch scratch;
        fs::permissions(scratch.path, fs::perms::owner_read | fs::perms::owner_exec);
        const auto made = make_folder(scratch.path / "new");
        REQUIRE_FALSE(made.has_value());
        CHECK(made.error().code == "folder-not-made");
    }

    TEST_CASE("a file is written whole and read back") {
        const Scratch scratch;
        const fs::path file = scratch.path / "f";
        const std::string bytes("a\0b\n", 4);
        REQUIRE(write_file(file, bytes).has_value());
        CHECK(read_file(file, 4).value() == bytes);
        REQUIRE(write_file(file, "new").has_value());
        CHECK(read_file(file, 100).value() == "new");
        CHECK(files_in(scratch.path) == 1); // no temporary file is left behind
        CHECK(mode_of(file) == 0600);
    }

    TEST_CASE("a rewritten file keeps its mode, and a link stays a link") {
        const Scratch scratch;
        const fs::path file = scratch.path / "f";
        REQUIRE(write_file(file, "old").has_value());
        fs::permissions(file, fs::perms(0640));
        fs::create_symlink("f", scratch.path / "link");
        REQUIRE(write_file(scratch.path / "link", "new").has_value());
        CHECK(fs::is_symlink(scratch.path / "link"));
        CHECK(read_file(file, 100).value() == "new");
        CHECK(mode_of(file) == 0640);
    }

    TEST_CASE("a failed write leaves what was there and no litter") {
        const Scratch scratch;
        const fs::path folder = scratch.path / "folder";
        REQUIRE(make_folder(folder).has_value());
        const auto onto_folder = write_file(folder, "x");
        REQUIRE_FALSE(onto_folder.has_value());
        CHECK(onto_folder.error().code == "file-not-written");
        CHECK(files_in(scratch.path) == 1);
        CHECK_FALSE(write_file(scratch.path / "no" / "such" / "f", "x").has_value());
        CHECK_FALSE(write_file("", "x").has_value());
    }

    TEST_CASE("a name of 255 bytes can be written") {
        const Scratch scratch;
        CHECK(write_file(scratch.path / std::string(255, 'n'), "x").has_value());
        CHECK_FALSE(write_file(scratch.path / std::string(256, 'n'), "x").has_value());
        CHECK(files_in(scratch.path) == 1);
    }

    TEST_CASE("reading says whether the file is missing, too large, or no file") {
        const Scratch scratch;
        REQUIRE(write_file(scratch.path / "f", "12345").has_value());
        CHECK(read_file(scratch.path / "f", 5).has_value());
        const auto code = [](const Result<std::string>& read) {
            return read ? std::string("none") : read.error().code;
        };
        CHECK(code(read_file(scratch.path / "f", 4)) == "file-too-large");
        CHECK(code(read_file(scratch.path / "g", 4)) == "file-missing");
        CHECK(code(read_file(scratch.path, 4)) == "file-not-read");
        REQUIRE(::mkfifo((scratch.path / "pipe").c_str(), 0600) == 0);
        // returns at once instead of waiting for a writer
        CHECK(code(read_file(scratch.path / "pipe", 4)) == "file-not-read");
        CHECK(code(read_file("/dev/zero", 4)) == "file-not-read");
        fs::create_symlink("loop", scratch.path / "loop");
        CHECK(code(read_file(scratch.path / "loop", 4)) == "file-not-read");
    }

    TEST_CASE("an empty file is read as nothing") {
        const Scratch scratch;
        REQUIRE(write_file(scratch.path / "empty", "").has_value());
        CHECK(read_file(scratch.path / "empty", 0).value().empty());
    }

    TEST_CASE("a new file is its owner's alone unless the umask is to decide") {
        const Scratch scratch;
        const auto mode_of = [](const fs::path& path) {
            struct stat status {};
            REQUIRE(::stat(path.c_str(), &status) == 0);
            return status.st_mode & 0777;
        };
        const mode_t before = ::umask(0027);
        REQUIRE(write_file(scratch.path / "private", "x").has_value());
        REQUIRE(write_file(scratch.path / "document", "x", FileMode::by_umask).has_value());
        ::umask(before);
        CHECK(mode_of(scratch.path / "private") == 0600);
        CHECK(mode_of(scratch.path / "document") == 0640);
        REQUIRE(write_file(scratch.path / "private", "y", FileMode::by_umask).has_value());
        CHECK(mode_of(scratch.path / "private") == 0600); // an old file keeps its mode
        CHECK(files_in(scratch.path) == 2);
    }

    TEST_CASE("a stream is read to its end, but not without end") {
        const Scratch scratch;
        REQUIRE(write_file(scratch.path / "f", "12345").has_value());
        CHECK(read_stream(scratch.path / "f", 5).value() == "12345");
        const auto code = [](const Result<std::string>& read) {
            return read ? std::string("none") : read.error().code;
        };
        CHECK(code(read_stream(scratch.path / "f", 4)) == "file-too-large");
        CHECK(code(read_stream("/dev/zero", 10000)) == "file-too-large");
        CHECK(code(read_stream(scratch.path / "g", 4)) == "file-missing");
        CHECK(code(read_stream(scratch.path, 4)) == "file-not-read");
    }
}
