#!/usr/bin/env python3
"""Installs the program into a folder, moves the folder, and uses it from there, also when files of it are missing.

Usage: install_test.py PROGRAM SOURCE_DIR CMAKE
"""
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

PROGRAM, SOURCE, CMAKE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3]
DESKTOP = SOURCE / "assets" / "desktop"
NAME = "org.chelate.Chelate"
NOT_INSTALLED = ("desktop", "pictures")  # folders of assets that the program does not read
ROUND = ["play", "--headless", "--answers", "right", "--round", "which-has-more", "--seed", "7", "--json"]


def files_of(*tops, base, without=()):
    """Returns the paths of all files below some folders, relative to `base`."""
    return {str(path.relative_to(base)) for top in tops for path in (base / top).rglob("*")
            if path.is_file() and path.name not in without}


def expected_files():
    share = files_of("content", base=SOURCE, without=("README.md", "schema.json"))
    folders = [path.name for path in (SOURCE / "assets").iterdir() if path.is_dir() and path.name not in NOT_INSTALLED]
    share |= files_of(*folders, base=SOURCE / "assets")
    share = {path if path.startswith("content/") else f"assets/{path}" for path in share}
    icons = {f"{size}x{size}/apps/{NAME}.png" for size in (16, 22, 24, 32, 48, 64, 128, 256, 512)}
    return ({"bin/chelate", f"share/applications/{NAME}.desktop", f"share/metainfo/{NAME}.metainfo.xml",
             "share/bash-completion/completions/chelate", "share/man/man1/chelate.1.gz",
             f"share/icons/hicolor/scalable/apps/{NAME}.svg"} |
            {f"share/doc/chelate/{name}" for name in ("changelog.Debian.gz", "copyright", "content/README.md", "content/schema.json")} |
            {f"share/icons/hicolor/{icon}" for icon in icons} | {f"share/chelate/{path}" for path in share})


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="chelate-install-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.folder.chmod(0o755)
        first = cls.folder / "first"
        done = subprocess.run([CMAKE, "--install", str(PROGRAM.parent), "--prefix", str(first)], capture_output=True, text=True,
                              check=False, umask=0o022)
        assert done.returncode == 0, done.stdout + done.stderr
        cls.prefix = cls.folder / "moved here"
        first.rename(cls.prefix)

    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="home-", dir=self.folder))
        self.home.chmod(0o777)

    def run_program(self, *arguments, prefix=None, as_user=False):
        """Runs the installed program in the top folder. With `as_user` it never has the rights of root."""
        command = [str((prefix or self.prefix) / "bin" / "chelate"), *map(str, arguments)]
        if as_user and os.geteuid() == 0:
            command = [shutil.which("setpriv"), "--reuid=65534", "--regid=65534", "--clear-groups", *command]
        return subprocess.run(command, capture_output=True, text=True, cwd="/", timeout=120, check=False,
                              env={"PATH": os.environ["PATH"], "HOME": str(self.home), "LC_ALL": "C.UTF-8"})

    def copy(self):
        """Returns a copy of the installation that the test may damage."""
        copy = self.home / "prefix"
        shutil.copytree(self.prefix, copy)
        return copy


class Installed(Case):
    def test_what_a_user_may_not_read_is_not_called_missing(self):
        private = self.home / "private"
        private.mkdir(mode=0o700)
        (private / "pack.json").write_text("{}")
        if os.geteuid() != 0:
            private.chmod(0)
        checked = self.run_program("progress", "check", "--data-dir", private, as_user=True)
        self.assertEqual(checked.returncode, 1, checked.stdout)
        self.assertIn("could not be read", checked.stderr)
        read = self.run_program("validate", private, as_user=True)
        self.assertEqual(read.returncode, 1)
        self.assertIn("folder-not-read", read.stdout + read.stderr)
        private.chmod(0o700)

    def test_every_file_is_expected_and_readable_by_all(self):
        self.assertEqual(files_of(".", base=self.prefix), expected_files())
        for path in self.prefix.rglob("*"):
            self.assertFalse(path.is_symlink(), path)
            wanted = 0o755 if path.is_dir() or path.name == "chelate" and path.parent.name == "bin" else 0o644
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), wanted, path)

    def test_it_plays_from_the_moved_folder_as_in_the_source_tree(self):
        moved = self.run_program(*ROUND)
        self.assertEqual(moved.returncode, 0, moved.stderr)
        here = subprocess.run([PROGRAM, *ROUND], capture_output=True, text=True, cwd="/", timeout=120, check=False)
        self.assertEqual(moved.stdout, here.stdout)

    def test_the_version_says_the_commit_and_where_the_files_are(self):
        short = self.run_program("--version").stdout
        self.assertRegex(short, r"^chelate \d+\.\d+\.\d+ \(([0-9a-f]{7,40}(-dirty)?|unknown)\)\n$")
        lines = self.run_program("--version", "--verbose").stdout.splitlines()
        self.assertEqual(lines[0], short.strip())
        values = dict(line.split(maxsplit=1) for line in lines[1:] if not line.startswith("Dear "))
        self.assertEqual(values["program"], str(self.prefix / "bin" / "chelate"))
        self.assertEqual(values["content"], str(self.prefix / "share" / "chelate" / "content"))
        self.assertEqual(values["assets"], str(self.prefix / "share" / "chelate" / "assets"))
        self.assertEqual(values["progress"], str(self.home / ".local" / "share" / "chelate"))
        self.assertRegex(values["SQLite"], r"^\d+\.\d+")
        self.assertEqual(self.run_program("--verbose").returncode, 2)

    def test_a_program_in_a_build_tree_uses_the_source_tree(self):
        text = subprocess.run([PROGRAM, "--version", "--verbose"], capture_output=True, text=True, cwd="/", check=True).stdout
        self.assertIn(f" {SOURCE / 'content'}\n", text)

    def test_nothing_is_written_into_the_installation(self):
        def state():
            return {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in self.prefix.rglob("*")}
        before = state()
        for arguments in (ROUND + ["--profile", "Ada", "--data-dir", self.home / "data"],
                          ["questions", "--round", "which-has-more", "--sheet"],
                          ["new-pack", self.home / "mine"], ["lint", self.prefix / "share/chelate/content/intervals"]):
            done = self.run_program(*arguments, as_user=True)
            self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((self.home / "data" / "progress.db").exists())
        self.assertEqual(state(), before)


class Damaged(Case):
    def says(self, prefix, *words, arguments=None):
        done = self.run_program(*(arguments or ROUND), prefix=prefix)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertEqual(done.stdout, "")
        for word in words:
            self.assertIn(str(word), done.stderr)

    def test_without_its_files_it_says_which_folder_is_missing(self):
        prefix = self.copy()
        shutil.rmtree(prefix / "share" / "chelate")
        self.says(prefix, f"{prefix / 'share/chelate'} does not exist", "Install Chelate again")
        for arguments in (["--version"], ["--help"]):
            self.assertEqual(self.run_program(*arguments, prefix=prefix).returncode, 0)

    def test_a_file_that_is_missing_or_unreadable_is_named(self):
        prefix = self.copy()
        share = prefix / "share" / "chelate"
        for name in ("assets/i18n/en.json", "assets/themes/light.json", "assets/sheets/print.css", "content/default.json"):
            kept = (share / name).read_bytes()
            (share / name).unlink()
            self.says(prefix, f"{share / name} does not exist", "Install Chelate again")
            (share / name).mkdir()
            self.says(prefix, f"{share / name} could not be read", "Install Chelate again")
            (share / name).rmdir()
            (share / name).write_bytes(kept)
        (share / "assets/i18n/en.json").write_text("{")
        self.says(prefix, "en.json", "Install Chelate again")

    def test_a_missing_file_of_a_pack_is_named(self):
        prefix = self.copy()
        pack = prefix / "share/chelate/content/magnesium"
        (pack / "forms.json").unlink()
        self.says(prefix, pack / "pack.json", "there is no file 'forms.json'", "cannot be used")

    def test_progress_is_left_as_it_is(self):
        prefix, keeps = self.copy(), ["--profile", "Ada", "--data-dir", self.home / "data"]
        self.assertEqual(self.run_program(*ROUND, *keeps, prefix=prefix).returncode, 0)
        before = (self.home / "data" / "progress.db").read_bytes()
        shutil.rmtree(prefix / "share" / "chelate" / "content")
        self.says(prefix, "content does not exist", arguments=ROUND + keeps)
        self.assertEqual((self.home / "data" / "progress.db").read_bytes(), before)
        self.assertEqual(self.run_program("progress", "check", "--data-dir", self.home / "data").returncode, 0)


class Described(Case):
    """The files that describe the program to the desktop, and to people."""

    def check(self, tool, *arguments):
        if shutil.which(tool) is None:
            self.skipTest(f"{tool} is not installed, so its file is not checked")
        done = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, "warning" in done.stdout + done.stderr), (0, False), done.stdout + done.stderr)

    def test_the_menu_entry_is_valid(self):
        self.check("desktop-file-validate", self.prefix / f"share/applications/{NAME}.desktop")

    def test_the_description_for_software_centres_is_valid(self):
        self.check("appstreamcli", "validate", "--no-net", self.prefix / f"share/metainfo/{NAME}.metainfo.xml")

    def test_the_manual_is_valid(self):
        if shutil.which("man") is None:
            self.skipTest("man is not installed, so the manual is not checked")
        done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", DESKTOP / "chelate.1"],
                              capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_all_name_the_same_version(self):
        version = self.run_program("--version").stdout.split()[1]
        release = xml.etree.ElementTree.parse(DESKTOP / f"{NAME}.metainfo.xml").find("releases/release").get("version")
        self.assertEqual(release, version)
        self.assertTrue((DESKTOP / "changelog").read_text().startswith(f"chelate ({version}-"))
        self.assertIn(f'"Chelate {version}"', (DESKTOP / "chelate.1").read_text())

    def verbs(self):
        """Returns the options of each verb, and of each command of `progress`, as --help lists them."""
        def listed(text, part):
            block = re.search(rf"^{part}:\n((?:  .*\n)+)", text, re.M)
            return re.findall(r"^  (\S+)", block[1], re.M) if block else []

        found = {}
        for verb in listed(self.run_program("--help").stdout, "Subcommands"):
            text = self.run_program(verb, "--help").stdout
            for act in listed(text, "Subcommands") or [""]:
                if act:
                    text = self.run_program(verb, act, "--help").stdout
                options = [name for names in listed(text, "Options") for name in names.split(",") if name.startswith("--")]
                found[f"{verb} {act}".strip()] = sorted(options)
        self.assertGreater(len(found), 12)
        return found

    def complete(self, *words):
        script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _chelate 2>/dev/null; '
                  'printf "%s\\n" "${COMPREPLY[@]}"')
        done = subprocess.run(["bash", "-c", script, "bash", self.prefix / "share/bash-completion/completions/chelate",
                               "chelate", *words], capture_output=True, text=True, cwd=self.home, check=True)
        return sorted(done.stdout.split())

    def test_the_manual_names_every_verb_and_option(self):
        manual = (DESKTOP / "chelate.1").read_text().replace("\\-", "-")
        for verb, options in self.verbs().items():
            self.assertIn(verb, manual)
            for option in options:
                self.assertIn(option, manual)

    def test_completion_offers_every_verb_and_option(self):
        verbs = self.verbs()
        self.assertEqual(self.complete(""), sorted({verb.split()[0] for verb in verbs}))
        self.assertEqual(self.complete("progress", ""), sorted(verb.split()[1] for verb in verbs if " " in verb))
        for verb, options in verbs.items():
            self.assertEqual(self.complete(*verb.split(), "--"), options, verb)
        self.assertEqual(self.complete("import", "--from", ""), ["aiken", "csv", "gift"])
        (self.home / "questions.gift").touch()
        self.assertEqual(self.complete("import", "que"), ["questions.gift"])
        self.assertEqual(self.complete("--version", "--"), ["--verbose"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
