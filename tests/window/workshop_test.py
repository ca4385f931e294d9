#!/usr/bin/env python3
"""Tests a workshop and a kiosk with real keys: both shipped scripts by a clicker, and a visitor of whom nothing is
saved.

Usage: workshop_test.py PROGRAM SOURCE_DIR [names of unittest...]

Pictures: see case.py.
"""
import json
import os
import pathlib
import subprocess
import sys
import time
import unittest

from case import Case, every_look
from player import Player

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
SCRIPTS = json.loads((SOURCE / "content/magnesium/scripts.json").read_text())["scripts"]
WORKSHOP_FROM_THE_END = 9


class Workshop(Case):
    @staticmethod
    def where(player):
        """Returns the scene and step that are shown, by the recording."""
        shown = player.events("scene-shown")
        return (shown[-1]["scene"], shown[-1]["scene_step"]) if shown else (0, 0)

    def go_on(self, player):
        """Presses Page Down until the next scene or step comes. What does not fit on the screen is shown first."""
        before = self.where(player)
        for _ in range(12):
            player.key("Next")
            end = time.monotonic() + 1.5
            while time.monotonic() < end:
                if self.where(player) != before:
                    return self.where(player)
                time.sleep(0.05)
        self.fail(f"no key leads on from {before}")

    def from_end_to_end(self, number):
        script = SCRIPTS[number]
        (self.data / "workshop.json").write_text(json.dumps({"holder": "Ines Marsh", "sells": "no"}))
        player = Player(PROGRAM, self.display, self.data, size=self.size, settings=self.settings)
        self.addCleanup(player.stop)
        player.ready("home")
        player.key(*["shift+Tab"] * WORKSHOP_FROM_THE_END, "Return")
        player.ready("settings")
        if number:
            player.key("Up", "Up", "Right", "Down", "Down")
        self.shot(player, "door")
        player.key("Next")
        player.ready("scene")
        counted, at = 0, (0, 0)
        while True:
            scene, step = at
            kind = script["scenes"][scene]["kind"]
            if kind == "claims-wall" and step > 0 and (step - 1) % 3 != 1 and step < 3 * len(script["scenes"][scene]["statements"]) + 1:
                player.still(seconds=0.5)  # a new picture takes no Enter at once
                for hands in ("3", "4", "2", "1"):
                    player.type(hands)
                    player.key("Return")
                counted += 1
            self.shot(player, f"{scene:02}-{step:02}-{kind}", moves=True)
            if scene == len(script["scenes"]) - 1:
                break
            at = self.go_on(player)
        self.assertEqual(counted, 10)
        player.wait_for("ready scene")
        player.still(seconds=0.5)  # a new picture takes no key at once
        player.key("F9")
        player.wait_for("ready dialog")
        player.key("Return")
        player.still(seconds=0.5)
        player.key("F7")
        player.wait_for("ready dialog")
        self.shot(player, "handout-written")
        table = next((self.data / "reports").glob("*.csv")).read_text().splitlines()
        self.assertEqual(len(table), 6)
        for line in table[1:]:
            self.assertTrue(line.endswith(",3,4,2,1,3,4,2,1,0"), line)
        page = next((self.data / "sheets").glob("*.html")).read_text()
        self.assertIn("Ines Marsh", page)
        player.leave()
        self.assertEqual(player.stored("SELECT count(*) FROM journal WHERE kind = 'votes-counted'"), [(10,)])
        self.assertEqual(json.loads((self.data / "workshop.json").read_text()), {"holder": "Ines Marsh", "sells": "no"})

    def test_ten_minutes(self):
        self.from_end_to_end(0)

    def test_thirty_minutes(self):
        self.from_end_to_end(1)


class Undo(Case):
    def test_keys_take_back_pictures_and_counts(self):
        player = Player(PROGRAM, self.display, self.data, size=self.size, settings=self.settings)
        self.addCleanup(player.stop)
        player.ready("home")
        player.key(*["shift+Tab"] * WORKSHOP_FROM_THE_END, "Return")
        player.ready("settings")
        player.key("Next")
        player.ready("scene")
        player.key("Escape")  # the list of scenes
        player.ready("knowledge")
        player.key("6")
        player.wait_for("ready ")
        player.key("ctrl+z")  # the jump was wrong
        player.ready("scene")
        player.key("Escape")
        player.ready("knowledge")
        player.key("3")
        player.ready("scene")
        player.key("Next")
        player.ready("question")
        for hands in ("3", "4", "2", "1"):
            player.type(hands)
            player.key("Return")
        player.key("Next")
        player.ready("reveal")
        player.key("ctrl+z")  # back to the vote
        player.ready("question")
        player.key("ctrl+z")  # the count was wrong
        player.ready("question")
        player.key("ctrl+y")
        player.ready("question")
        player.key("Prior")  # the picture before
        player.ready("scene")
        player.leave()
        self.assertEqual([event["hands"] for event in player.events("votes-counted")], [[3, 4, 2, 1]])
        self.assertEqual(len(player.events("undone")), 3)
        self.assertEqual(len(player.events("redone")), 1)
        self.assertEqual([(event["scene"], event["scene_step"]) for event in player.events("scene-shown")],
                         [(5, 0), (2, 0), (2, 1), (2, 2), (2, 0)])
        replayed = subprocess.run([PROGRAM, "replay", str(player.recording)], capture_output=True, text=True, check=False)
        self.assertEqual(replayed.returncode, 0, replayed.stderr)


class Kiosk(Case):
    def test_a_visitor_leaves_nothing(self):
        # The host brings a script of their own.
        own = {**SCRIPTS[1], "id": "own", "scenes": [SCRIPTS[1]["scenes"][0], SCRIPTS[1]["scenes"][-1]]}
        (self.folder / "own.json").write_text(json.dumps({"scripts": [own]}))
        player = Player(PROGRAM, self.display, self.data, "--exit-word", "nokuto", "--script", self.folder / "own.json", size=self.size, settings=self.settings, verb="kiosk")
        self.addCleanup(player.stop)
        player.wait_for("To leave, type: nokuto")
        player.ready("scene")
        listed = pathlib.Path(f"/proc/{player.process.pid}/cmdline").read_bytes()
        self.assertIn(b"--exit-word", listed)
        self.assertNotIn(b"nokuto", listed)
        before = {path.name: path.read_bytes() for path in self.data.rglob("*") if path.is_file()}
        self.shot(player, "loop", moves=True)
        player.key("space")
        player.ready("home")
        self.shot(player, "home")
        player.key("1")
        player.ready("question")
        player.key("F7", "F6", "F11")
        player.close_window()
        player.wait_for("ready dialog", patience=70)  # nobody does anything until the countdown
        self.shot(player, "countdown", moves=True)
        player.wait_for("ready scene", patience=40)
        self.assertEqual(before, {path.name: path.read_bytes() for path in self.data.rglob("*") if path.is_file()})
        player.key("Return")
        player.wait_for("ready home")
        player.type("nokuto")
        player.ended()

    def test_the_exit_word_of_a_file_is_not_printed_and_ends_it(self):
        word = self.folder / "word"
        word.write_text("nokuto\nthe rest is a note\n")
        word.chmod(0o600)
        player = Player(PROGRAM, self.display, self.data, "--way-out-file", word, size=self.size, settings=self.settings, verb="kiosk")
        self.addCleanup(player.stop)
        player.ready("scene")
        player.type("nokut")
        player.type("o")
        player.ended()
        self.assertNotIn("nokuto", "".join(player.lines + player.errors))

    def test_a_word_that_nobody_can_read_starts_no_kiosk(self):
        environment = {**os.environ, "DISPLAY": self.display.name, "LIBGL_ALWAYS_SOFTWARE": "1", "ASAN_OPTIONS": "detect_leaks=0"}
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "kiosk", "--data-dir", str(self.data)], stdout=full, stderr=subprocess.PIPE, env=environment, timeout=60, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"No space left on device", done.stderr)

    def test_a_script_that_cannot_be_shown_is_told(self):
        (self.folder / "own.json").write_text(json.dumps({"scripts": [{"id": "own"}]}))
        for script, said in (("own.json", "contains no script"), ("none.json", "there is no such file")):
            player = Player(PROGRAM, self.display, self.data, "--script", self.folder / script, verb="kiosk")
            self.addCleanup(player.stop)
            self.assertEqual(player.process.wait(timeout=60), 1)
            player.wait_for("end of output")
            self.assertIn(said, "".join(player.errors))


every_look(globals(), Workshop)

if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
