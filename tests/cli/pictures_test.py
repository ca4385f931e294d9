#!/usr/bin/env python3
"""Tests what people get of the pictures of a pack where there is no window: words in the terminal, pictures on a sheet.

Usage: pictures_test.py PROGRAM SOURCE_DIR
"""
import base64
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
PACK = SOURCE / "tests" / "support" / "pictures"


def run(*arguments, code=0, typed=""):
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    with tempfile.TemporaryDirectory(prefix="chelate-pictures-") as home:
        environment |= {"HOME": home, "XDG_DATA_HOME": home}
        done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, env=environment, input=typed, timeout=120, check=False)
    assert done.returncode == code, f"{arguments} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


class Pictures(unittest.TestCase):
    def test_the_pack_is_valid(self):
        self.assertIn("no problems", run("validate", PACK))

    def test_the_terminal_says_what_a_picture_shows(self):
        self.assertIn("[Picture: A green leaf with a red line along its middle]", run("play", "--terminal", "--pack", PACK, "--round", "leaf", typed="q\n"))
        shown = run("play", "--terminal", "--pack", PACK, "--round", "shapes", typed="q\n")
        self.assertIn("The second [Picture: An orange square]", shown)
        self.assertIn("Square [Picture: An orange square]", run("play", "--terminal", "--pack", PACK, "--round", "subjects", typed="q\n"))
        self.assertIn("[Picture: A tall hexagon]", run("play", "--terminal", "--pack", PACK, "--round", "card", typed="q\n"))

    def test_questions_are_printed_with_their_words(self):
        self.assertIn("[Picture: A green leaf with a red line along its middle]", run("questions", "--pack", PACK, "--round", "leaf", "--count", 1))
        self.assertIn("[Picture: A blue disc]", run("questions", "--pack", PACK, "--round", "shapes", "--count", 1))

    def test_a_sheet_contains_its_pictures(self):
        sheet = run("questions", "--pack", PACK, "--round", "leaf", "--count", 1, "--sheet")
        found = re.search(r'<img src="data:image/jpeg;base64,([^"]*)" alt="A green leaf with a red line along its middle" ?/>', sheet)
        self.assertEqual(base64.b64decode(found[1]), (PACK / "pictures" / "leaf.jpg").read_bytes())
        sheet = run("questions", "--pack", PACK, "--round", "shapes", "--count", 1, "--sheet")
        self.assertEqual(len(re.findall(r'<img src="data:image/png;base64,', sheet)), 4)
        sheet = run("questions", "--pack", PACK, "--round", "subjects", "--count", 1, "--sheet")
        self.assertEqual(len(re.findall(r'<img src="data:image/png;base64,[^"]*" alt="(?:A green triangle|An orange square)"', sheet)), 2)

    def test_a_missing_picture_is_a_problem_and_its_words_stay(self):
        with tempfile.TemporaryDirectory(prefix="chelate-pictures-") as folder:
            pack = pathlib.Path(folder) / "pack"
            shutil.copytree(PACK, pack)
            (pack / "pictures" / "leaf.jpg").unlink()
            told = run("validate", pack, code=1)
            self.assertIn("error[file-missing]: there is no file 'pictures/leaf.jpg' in this pack", told)
            self.assertIn("1 problem; items left out: 0", told)
            self.assertIn("[Picture: A green leaf", run("questions", "--pack", pack, "--round", "leaf", "--count", 1))
            self.assertIn("[A green leaf", run("questions", "--pack", pack, "--round", "leaf", "--count", 1, "--sheet"))

    def test_an_image_without_words_is_found_by_lint(self):
        with tempfile.TemporaryDirectory(prefix="chelate-pictures-") as folder:
            pack = pathlib.Path(folder) / "pack"
            shutil.copytree(PACK, pack)
            items = pack / "items.json"
            items.write_text(items.read_text().replace('{"file": "pictures/circle.png", "alt": "A blue disc"}', '"pictures/circle.png"', 1))
            self.assertIn("warning[image-without-alt]: the image pictures/circle.png does not say what it shows", run("lint", pack, code=1))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
