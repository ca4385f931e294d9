// Starts with a chosen pack that did or did not reach a screen.
#include <fstream>
#include <optional>

#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include "game/session/start_mark.hpp"
#include "tests/support/folder.hpp"

using namespace chelate::session;
using namespace chelate::test;
namespace fs = std::filesystem;

namespace {

/// Begins a start in another process, which then ends at once, as a crash does.
void crash_at_start(const fs::path& folder, const std::string& pack) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const StartMark mark(folder, pack);
        ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
}

} // namespace

TEST_SUITE("session/start_mark") {
    TEST_CASE("a start fails when two before it left their mark") {
        const Folder folder;
        CHECK_FALSE(StartMark(folder.path, "p").has_failed());
        crash_at_start(folder.path, "p");
        CHECK(fs::exists(folder.path / "starting.json"));
        crash_at_start(folder.path, "p");
        for (int i = 0; i < 2; ++i) CHECK(StartMark(folder.path, "p").has_failed()); // until a screen is there
        StartMark third(folder.path, "p");
        third.remove();
        CHECK_FALSE(fs::exists(folder.path / "starting.json"));
        CHECK_FALSE(StartMark(folder.path, "p").has_failed());
    }

    TEST_CASE("a start that ends early, or another pack, begins to count anew") {
        const Folder folder;
        crash_at_start(folder.path, "p");
        { const StartMark ended_by_itself(folder.path, "p"); }
        crash_at_start(folder.path, "p");
        CHECK_FALSE(StartMark(folder.path, "p").has_failed());
        crash_at_start(folder.path, "p");
        crash_at_start(folder.path, "q");
        crash_at_start(folder.path, "p");
        CHECK_FALSE(StartMark(folder.path, "p").has_failed());
    }

    TEST_CASE("programs that start at the same time do not count each other as failed") {
        const Folder folder;
        std::optional<StartMark> first(std::in_place, folder.path, "p");
        for (int i = 0; i < 4; ++i) crash_at_start(folder.path, "p");
        StartMark second(folder.path, "p");
        CHECK_FALSE(second.has_failed());
        first->remove();
        first.reset();
        second.remove(); // it has no mark
        CHECK_FALSE(fs::exists(folder.path / "starting.json"));
        CHECK_FALSE(StartMark(folder.path, "p").has_failed());
    }

    TEST_CASE("without a folder, or with something else in the place of the mark, nothing is marked") {
        const Folder folder;
        CHECK_FALSE(StartMark(folder.path / "none", "p").has_failed());
        CHECK_FALSE(fs::exists(folder.path / "none"));
        fs::create_directory(folder.path / "starting.json");
        CHECK_FALSE(StartMark(folder.path, "p").has_failed());
        fs::remove(folder.path / "starting.json");
        std::ofstream(folder.path / "target") << "keep";
        fs::create_symlink(folder.path / "target", folder.path / "starting.json");
        CHECK_FALSE(StartMark(folder.path, "p").has_failed());
        CHECK(fs::file_size(folder.path / "target") == 4);
    }
}
