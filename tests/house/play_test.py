#!/usr/bin/env python3
"""Tests game/play and game/package with fake dpkg-query, apt-get, sudo, cmake, ninja and cpack: calls and messages."""
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOP = Path(sys.argv.pop(1))
TOOLS = "awk basename bash cat date dirname env flock fold grep head mkdir mktemp mv nproc readlink rm sed tail touch true".split()

# Each fake command appends its name and arguments to $WORLD/calls. The files in $WORLD determine its answer.
FAKES = {
    "dpkg-query": 'while read -r n g w; do case $n in ""|"#"*) ;; *) [ -e "$WORLD/gone-$n" ] || echo "$n installed";; esac; done <"$WORLD/tree/game/packages.txt"',
    "apt-get": 'case "$*" in *update*) exit 0;; esac\nif [ -e "$WORLD/apt-fails" ]; then cat "$WORLD/apt-fails"; exit 100; fi\necho "dlstatus:1:50.0:x"; rm -f "$WORLD"/gone-*',
    "sudo": '[ ! -e "$WORLD/sudo-refuses" ] || exit 1\n[ "$1" != -n ] || shift\nexec "$@"',
    "cmake": 't=$WORLD/tree/build/$2; mkdir -p "$t"; printf "CMAKE_HOME_DIRECTORY:INTERNAL=%s\\nCMAKE_CACHEFILE_DIR:INTERNAL=%s\\n" "$WORLD/tree" "$t" >"$t/CMakeCache.txt"; touch "$t/build.ninja"',
    "cpack": 'if [ -e "$WORLD/cpack-fails" ]; then echo "CPack Error: oops"; exit 1; fi\ntouch "$4/chelate_1.2_all.deb"',
    "ninja": 'case " $* " in *" -n "*) echo "ninja: no work to do."; exit 0;; esac\nif [ -e "$WORLD/build-fails" ]; then echo "[1/2] a.cpp"; echo "FAILED: a.cpp.o"; echo "a.cpp:1:1: error: oops"; exit 1; fi\n'
             'if [ -x "$2/chelate" ]; then echo "ninja: no work to do."; else echo "[1/1] chelate"; cp "$WORLD/program" "$2/chelate"; fi',
}
PROGRAM = '#!/bin/sh\nprintf "program"; for a in "$@"; do printf " <%s>" "$a"; done; echo; if [ "$1" = --read ]; then cat; fi\n'


class Play(unittest.TestCase):
    def setUp(self):
        self.world = Path(tempfile.mkdtemp(prefix="chelate-play-"))
        self.addCleanup(self.clean_up)
        self.tree, bin_folder = self.world / "tree", self.world / "bin"
        (self.tree / "game").mkdir(parents=True)
        bin_folder.mkdir()
        for name in ("play", "package", "packages.txt"):
            shutil.copy(TOP / "game" / name, self.tree / "game" / name)
        shutil.copy(TOP / "CMakePresets.json", self.tree)
        for tool in TOOLS + ["cp", "sh"]:
            os.symlink(shutil.which(tool), bin_folder / tool)
        for name, body in FAKES.items():
            self.script(bin_folder / name, f'#!/bin/sh\necho "{name} $*" >>"$WORLD/calls"\n{body}\n')
        self.script(self.world / "program", PROGRAM)
        (self.world / "os-release").write_text('PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n')
        for path in [self.world, *self.world.rglob("*")]:  # for runs as a user other than root, see run_play()
            if not path.is_symlink():
                path.chmod(path.stat().st_mode | (0o777 if path.is_dir() else 0o666))

    def clean_up(self):
        for folder, _, _ in os.walk(self.world):  # top down, so that a folder is made accessible before it is entered
            os.chmod(folder, 0o777)
        shutil.rmtree(self.world)

    @staticmethod
    def script(path, text):
        path.write_text(text)
        path.chmod(path.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)

    def run_play(self, *args, stdin="", as_user=False, script="play"):
        """Returns the exit code, stdout and stderr. With `as_user`, the script never runs as root."""
        command = [str(self.tree / "game" / script), *args]
        if as_user and os.geteuid() == 0:
            command = [shutil.which("setpriv"), "--reuid=65534", "--regid=65534", "--clear-groups", *command]
        done = subprocess.run(command, input=stdin, text=True, capture_output=True, cwd="/", timeout=60,
                              env={"PATH": str(self.world / "bin"), "WORLD": str(self.world), "HOME": str(self.world),
                                   "CHELATE_OS_RELEASE": str(self.world / "os-release")})
        return done.returncode, done.stdout, done.stderr

    def calls(self):
        path = self.world / "calls"
        text = path.read_text() if path.exists() else ""
        path.unlink(missing_ok=True)
        return text

    def gone(self, *names):
        for name in names:
            (self.world / f"gone-{name}").touch()

    def test_with_all_there_it_is_silent_and_passes_arguments_and_stdin(self):
        self.run_play()
        self.calls()
        code, out, err = self.run_play("--read", "two words", "", stdin="1\n2\n")
        self.assertEqual((code, out, err), (0, "program <--read> <two words> <>\n1\n2\n", ""))
        calls = self.calls()
        self.assertNotIn("apt-get", calls)
        self.assertNotIn("cmake --preset", calls)

    def test_a_first_start_configures_builds_and_keeps_stdout_for_the_program(self):
        code, out, err = self.run_play("--version")
        self.assertEqual((code, out), (0, "program <--version>\n"))
        self.assertIn("Building Chelate (1 steps)", err)
        self.assertIn("cmake --preset release", self.calls())

    def test_missing_packages_are_listed_and_only_they_are_installed(self):
        self.gone("libsfml-dev", "cmake", "doctest-dev")
        code, out, err = self.run_play()
        self.assertEqual((code, out), (0, "program\n"))
        self.assertIn("cmake libsfml-dev", err)
        calls = self.calls()
        self.assertRegex(calls, r"apt-get .*update\n")
        self.assertRegex(calls, r"apt-get .*install -y --no-install-recommends cmake libsfml-dev\n")

    def test_the_tests_packages_are_no_business_of_a_player(self):
        self.gone("doctest-dev", "xvfb")
        self.assertEqual(self.run_play()[0], 0)
        self.assertNotIn("apt-get", self.calls())

    def test_without_root_and_sudo_it_gives_the_command(self):
        (self.world / "bin" / "sudo").unlink()
        self.gone("cmake")
        code, out, err = self.run_play(as_user=True)
        self.assertEqual((code, out), (1, ""))
        self.assertIn("apt-get update && apt-get install --no-install-recommends cmake\n", err)

    def test_a_sudo_that_refuses_gives_the_command(self):
        (self.world / "sudo-refuses").touch()
        self.gone("cmake")
        code, _, err = self.run_play(as_user=True)
        self.assertEqual(code, 1)
        self.assertIn("sudo does not let you", err)
        self.assertIn("apt-get install --no-install-recommends cmake\n", err)
        self.assertNotIn("apt-get", self.calls())

    def test_sudo_is_used_when_not_root(self):
        self.gone("cmake")
        self.assertEqual(self.run_play(as_user=True)[0], 0)
        self.assertRegex(self.calls(), r"sudo env .*apt-get .*install")

    def test_no_network_is_said_in_a_sentence(self):
        (self.world / "apt-fails").write_text("E: Failed to fetch http://x  Temporary failure resolving 'x'\n")
        self.gone("cmake")
        code, out, err = self.run_play()
        self.assertEqual((code, out), (1, ""))
        self.assertIn("connected to the network?", err)

    def test_an_unknown_package_is_told_from_a_dead_network(self):
        (self.world / "apt-fails").write_text("E: Unable to locate package cmake\n")
        self.gone("cmake")
        self.assertIn("knows Debian 12 and 13", self.run_play()[2])

    def test_without_apt_it_says_what_it_needs(self):
        (self.world / "bin" / "apt-get").unlink()
        (self.world / "bin" / "ninja").unlink()
        code, _, err = self.run_play()
        self.assertEqual(code, 1)
        self.assertIn("knows Debian 12 and 13", err)
        self.assertIn("(Debian GNU/Linux 12 (bookworm))", err)
        self.assertIn("Install g++ 12, CMake 3.25", err)

    def test_without_apt_it_builds_with_what_is_there(self):
        (self.world / "bin" / "apt-get").unlink()
        self.script(self.world / "bin" / "c++", "#!/bin/sh\n")
        self.assertEqual(self.run_play()[:2], (0, "program\n"))

    def test_a_system_that_was_not_tried_is_named_once_before_installing(self):
        self.gone("cmake")
        self.assertNotIn("was not tried", self.run_play()[2])
        (self.world / "os-release").write_text('NAME="Ubuntu"\nPRETTY_NAME="Ubuntu 24.04 LTS"\n')
        self.gone("cmake")
        code, _, err = self.run_play()
        self.assertEqual(code, 0)
        self.assertEqual(err.count("This system (Ubuntu 24.04 LTS) was not tried."), 1)
        self.assertEqual(self.run_play()[2], "")

    def test_a_failed_build_shows_the_compilers_words_and_starts_nothing(self):
        (self.world / "build-fails").touch()
        code, out, err = self.run_play()
        self.assertEqual((code, out), (1, ""))
        self.assertIn("a.cpp:1:1: error: oops", err)

    def test_a_moved_tree_is_made_anew(self):
        self.run_play()
        cache = self.tree / "build/release/CMakeCache.txt"
        cache.write_text(cache.read_text().replace(str(self.tree), "/elsewhere"))
        (self.tree / "build/release/left_over").touch()
        self.assertEqual(self.run_play()[0], 0)
        self.assertFalse((self.tree / "build/release/left_over").exists())

    def test_a_tree_that_cannot_be_written_is_said(self):
        self.tree.chmod(0o555)
        code, _, err = self.run_play(as_user=True)
        self.assertEqual(code, 1)
        self.assertIn("cannot be written", err)

    def test_a_built_tree_that_cannot_be_written_still_plays(self):
        self.run_play()
        for path in [self.tree, *self.tree.rglob("*")]:
            path.chmod(path.stat().st_mode & ~0o222)
        self.assertEqual(self.run_play("--version", as_user=True), (0, "program <--version>\n", ""))

    def test_a_package_is_made_from_a_built_program_and_named(self):
        self.gone("dpkg-dev", "doctest-dev")
        code, out, err = self.run_play(script="package")
        package = self.tree / "build" / "chelate_1.2_all.deb"
        self.assertEqual((code, out), (0, f"{package}\n"))
        self.assertTrue(package.exists())
        self.assertIn(f"sudo apt install {package}", err)
        self.assertEqual([path.name for path in package.parent.glob("package.*/")], [])
        calls = self.calls()
        self.assertRegex(calls, r"apt-get .*install -y --no-install-recommends dpkg-dev\n")
        self.assertLess(calls.index("cmake --preset release"), calls.index("cpack "))

    def test_a_package_that_fails_shows_why(self):
        (self.world / "cpack-fails").touch()
        code, out, err = self.run_play(script="package")
        self.assertEqual((code, out), (1, ""))
        self.assertIn("CPack Error: oops", err)
        self.assertIn("The package could not be made.", err)

    def test_a_program_that_does_not_build_is_not_packaged(self):
        (self.world / "build-fails").touch()
        self.assertEqual(self.run_play(script="package")[:2], (1, ""))
        self.assertNotIn("cpack ", self.calls())


if __name__ == "__main__":
    unittest.main()
