#!/usr/bin/env python3
"""Tests that another language is only a file: chosen, remembered, incomplete, broken.

Usage: language_test.py PROGRAM SOURCE_DIR
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

BUILT = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(sys.argv[2]).resolve()
GERMAN = {
    "language": "Deutsch",
    "plurals": {"one": "i = 1 and v = 0"},
    "numbers": {"group": ".", "decimal": ","},
    "home.greeting": "Es spielt {name}",
    "settings.title": "Einstellungen",
}


class Languages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # An installed program finds its files in share/chelate beside the folder that it is in.
        cls.root = pathlib.Path(tempfile.mkdtemp(prefix="chelate-language-"))
        cls.addClassCleanup(shutil.rmtree, cls.root, ignore_errors=True)
        (cls.root / "bin").mkdir()
        cls.program = cls.root / "bin/chelate"
        shutil.copy(BUILT, cls.program)
        cls.share = cls.root / "share/chelate"
        shutil.copytree(SOURCE / "assets", cls.share / "assets")
        (cls.share / "content").symlink_to(SOURCE / "content")

    def setUp(self):
        self.data = pathlib.Path(tempfile.mkdtemp(prefix="chelate-data-"))
        self.addCleanup(shutil.rmtree, self.data, ignore_errors=True)
        self.write("de", json.dumps(GERMAN))

    def write(self, tag, text):
        (self.share / f"assets/i18n/{tag}.json").write_text(text, encoding="utf-8")
        self.addCleanup((self.share / f"assets/i18n/{tag}.json").unlink, missing_ok=True)

    def run_program(self, *arguments, stdin=""):
        environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")} | {"HOME": str(self.data)}
        return subprocess.run([self.program, *map(str, arguments)], input=stdin, capture_output=True, text=True,
                              env=environment, timeout=120, check=False)

    def play(self, *arguments, stdin="q\n"):
        return self.run_program("play", "--terminal", "--profile", "Ada", "--data-dir", self.data, *arguments, stdin=stdin)

    def test_a_language_of_the_command_line_falls_back_on_english(self):
        played = self.play("--language", "de")
        self.assertEqual((played.returncode, played.stderr), (0, ""))
        self.assertIn("Es spielt Ada", played.stdout)
        self.assertIn("Which round?", played.stdout)
        self.assertIn("Playing as Ada", self.play().stdout)

    def test_the_language_of_the_settings_is_used_by_people_only(self):
        (self.data / "settings.json").write_text('{"language": "de"}')
        self.assertIn("Es spielt Ada", self.play().stdout)
        self.assertIn("Playing as Ada", self.play("--language", "en").stdout)
        headless = ("play", "--headless", "--answers", "right", "--json")
        self.assertEqual(self.run_program(*headless, "--data-dir", self.data).stdout.splitlines()[-1],
                         self.run_program(*headless).stdout.splitlines()[-1])

    def test_it_is_chosen_in_the_settings_changes_at_once_and_is_remembered(self):
        home = self.play().stdout
        settings = next(line.split()[0] for line in home.splitlines() if line.strip().endswith("Settings"))
        played = self.play(stdin=f"{settings}\n5 2\n\nq\n")
        self.assertIn("Language", played.stdout)
        self.assertIn("Deutsch", played.stdout)
        self.assertIn("Es spielt Ada", played.stdout)
        self.assertEqual(json.loads((self.data / "settings.json").read_text())["language"], "de")
        self.assertIn("Es spielt Ada", self.play().stdout)

    def test_a_language_that_cannot_be_used(self):
        self.assertEqual(self.play("--language", "fr").returncode, 2)
        self.assertIn("no language file for “fr”", self.play("--language", "fr").stderr)
        self.write("de", '{"home.greeting": ')
        self.assertEqual(self.play("--language", "de").returncode, 2)
        (self.data / "settings.json").write_text('{"language": "de"}')
        played = self.play()
        self.assertEqual(played.returncode, 0)
        self.assertIn("Chelate is shown in English.", played.stderr)
        self.assertIn("de.json:1:", played.stderr)
        self.assertIn("Playing as Ada", played.stdout)

    def test_lint_names_what_a_language_file_lacks(self):
        self.write("xx", '{\n  "home.greeting": "{nam}",\n  "home.greting": "x"\n}')
        found = self.run_program("lint", self.share / "assets/i18n/xx.json")
        self.assertEqual(found.returncode, 1)
        self.assertIn("xx.json:2:20: warning[missing-placeholder]", found.stderr)
        self.assertIn("xx.json:2:20: warning[unknown-placeholder]", found.stderr)
        self.assertIn("xx.json:3:19: warning[unknown-text]", found.stderr)
        self.assertIn("“home.settings” has no text", found.stderr)
        self.assertEqual(self.run_program("lint", self.share / "assets/i18n/en.json").returncode, 0)
        as_json = self.run_program("lint", self.share / "assets/i18n/xx.json", "--json")
        self.assertIn("unknown-text", [json.loads(line)["code"] for line in as_json.stdout.splitlines()])
        self.write("en-GB", '{\n  "home.settings": "Whoever plays, plays."\n}')
        found = self.run_program("lint", self.share / "assets/i18n/en-GB.json")
        self.assertIn("en-GB.json:2:20: remark[whoever]: Write “anyone who” or “players who”: Whoever plays, plays.", found.stderr)
        self.write("xx", '{\n  "home.settings": "Whoever plays, plays."\n}')  # its language has no rules
        self.assertNotIn("remark[", self.run_program("lint", self.share / "assets/i18n/xx.json").stderr)
        self.write("xx", "[]")
        self.assertIn("must be an object", self.run_program("lint", self.share / "assets/i18n/xx.json").stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
