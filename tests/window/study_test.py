#!/usr/bin/env python3
"""Tests studying alone with real keys: one evening's session from Continue to the end, and the study plan.

Usage: study_test.py PROGRAM SOURCE_DIR [names of unittest...]

Pictures of each stage: see case.py.
"""
import os
import shutil
import sqlite3
import sys
import time
import unittest

from case import Case, every_look
from player import Player

PROGRAM = os.path.abspath(sys.argv[1])
PAGES = ["today", "topics", "things", "forecast", "memories", "calendar", "sureness", "confused", "history"]


class Study(Case):
    def player(self, *arguments):
        player = Player(PROGRAM, self.display, self.data, *arguments, size=self.size, settings=self.settings)
        self.addCleanup(player.stop)
        player.ready("home")
        return player

    def sit(self, player, misses=()):
        """Answers a new person's first session from the open question to the result, some of it wrong. States high
        confidence where it is asked: from the second meeting with a fact on. Returns the number of questions."""
        number, met = 0, set()
        while True:
            number += 1
            line = player.wait_for("ready ")
            if line == "ready result":
                return number - 1
            self.assertEqual(line, "ready question")
            if number <= 2:
                self.shot(player, f"question-{number}")
            asked = player.question()
            kinds = ("facts", "claims", "mechanisms", "predictions")
            items = {(kind, item) for kind in kinds for item in asked["question"].get(kind, [])}
            asks_confidence = not met.isdisjoint(items)
            met |= items
            player.answer(number not in misses, asked=asked)
            if asks_confidence:
                player.still(seconds=0.5)  # a new picture takes no key at once
                player.key("3")
            player.ready("reveal")
            self.assertEqual(player.events("answer-judged")[-1].get("sure"), "sure" if asks_confidence else None)
            if number <= 2:
                self.shot(player, f"reveal-{number}")
            player.key("Return")

    def test_an_evening(self):
        player = self.player()
        self.shot(player, "home")
        player.key("Return")
        asked = self.sit(player, misses=(1, 3))
        self.assertGreater(asked, 8)
        self.shot(player, "result")
        player.key("Escape")
        player.ready("home")
        self.shot(player, "home-after")
        player.leave()
        with sqlite3.connect(self.data / "progress.db") as base:
            remembered, = base.execute("SELECT count(*) FROM memory WHERE item NOT LIKE 'pair:%'").fetchone()
            sure_and_wrong, = base.execute("SELECT sum(sure_wrong) FROM memory WHERE item NOT LIKE 'pair:%'").fetchone()
            answers, = base.execute("SELECT count(*) FROM journal WHERE kind = 'answer-judged'").fetchone()
        self.assertGreaterEqual(remembered, 10)
        self.assertEqual(answers, asked)
        self.assertEqual(sure_and_wrong, 0)  # both were known when they came again

    def test_progress_by_keys_and_by_mouse(self):
        player = self.player()
        player.key("Return")
        self.sit(player, misses=(1, 2, 3, 4))
        player.key("Escape")
        player.ready("home")
        player.key("Return")  # nothing is left for today, so progress has the focus
        player.ready("knowledge")
        _, _, width, height = player.place()
        pictures = [player.still()]
        for page in PAGES:
            if page != PAGES[0]:
                player.key("Tab", "Return")
                pictures.append(player.still(after=pictures[-1]))
            self.shot(player, page)
            if page == "calendar" and width / height > 1.5:
                # The pointer is over a day of the year and shows its numbers.
                player.point(width * 6 // 10, height * 2 // 10)
                asked = player.still(after=pictures[-1])
                player.point(width * 5 // 10, height * 2 // 10)
                self.assertNotEqual(player.still(after=asked), asked)
                player.point(width // 2, height - 3)
        player.key("Tab", "Return")  # the round that was just played
        player.ready("reveal")
        self.shot(player, "looked-back")
        player.key("Escape")
        player.ready("knowledge")
        player.key("Escape")
        player.ready("home")
        player.leave()

    def open_backups(self, player):
        """Opens the backups from home by the last button but one of the settings."""
        player.key("shift+Tab", "Return")
        player.ready("settings")
        player.key("shift+Tab", "shift+Tab", "Return")
        player.ready("dialog")

    def test_a_backup_and_back_to_it(self):
        player = self.player()
        player.key("Return")
        self.sit(player)
        player.key("Escape")
        player.ready("home")
        self.open_backups(player)
        self.shot(player, "none")
        player.key("Return")
        player.still(seconds=0.5)  # the dialog says something else now, and takes no key at once
        self.shot(player, "made")
        player.key("Return")
        player.ready("settings")
        player.key("Escape")
        player.ready("home")
        player.key("2")
        player.ready("question")
        player.key("Return")  # any answer to a question to choose from or to put in order
        player.ready("reveal")
        player.key("Escape")
        player.ready("home")
        self.open_backups(player)
        player.key("Down")
        self.shot(player, "listed")
        player.key("Return")
        player.ready("dialog")
        self.shot(player, "asked")
        player.key("Up", "Return")
        player.ready("dialog")
        self.shot(player, "done")
        player.key("Return")
        player.ready("home")
        player.leave()
        with sqlite3.connect(self.data / "progress.db") as base:
            rounds, = base.execute("SELECT count(*) FROM session").fetchone()
        self.assertEqual(rounds, 1)

    def open_players(self, player):
        player.key("shift+Tab", "shift+Tab", "Return")
        player.ready("dialog")

    def test_progress_taken_along_and_brought_in(self):
        player = self.player()
        player.key("Return")
        self.sit(player)
        player.key("Escape")
        player.ready("home")
        self.open_players(player)
        self.shot(player, "players")
        player.key("3")
        self.shot(player, "taken")
        end = time.monotonic() + 30
        while not list((self.data / "exchange").glob("*.db")) and time.monotonic() < end:
            time.sleep(0.05)  # the file gets its name when it is complete
        file, = (self.data / "exchange").iterdir()
        player.still(seconds=0.5)
        player.key("Return")
        player.ready("home")
        player.leave()
        other = self.folder / "other"
        other.mkdir()
        away = Player(PROGRAM, self.display, other, size=self.size, settings=self.settings)
        self.addCleanup(away.stop)
        away.ready("home")
        self.open_players(away)
        away.key("4")
        away.ready("dialog")
        self.shot(away, "nothing-to-bring-in")
        away.key("Return")
        away.ready("dialog")
        away.key("Escape")
        away.ready("home")
        shutil.copy(file, other / "exchange")
        away.key("Return")  # home has the same focus as before
        away.ready("dialog")
        away.key("4")
        away.ready("dialog")
        self.shot(away, "files")
        away.key("Return")
        away.still(seconds=0.5)
        self.shot(away, "same-person")  # both machines have a player with the same name
        away.key("1")
        away.ready("dialog")
        self.shot(away, "brought-in")
        away.key("Return")
        away.ready("home")
        self.shot(away, "home-after")
        away.leave()
        with sqlite3.connect(self.data / "progress.db") as here, sqlite3.connect(other / "progress.db") as there:
            for table in ("journal", "memory", "session"):
                rows = [base.execute(f"SELECT count(*) FROM {table}").fetchone() for base in (here, there)]
                self.assertEqual(rows[0], rows[1], table)
                self.assertGreater(rows[0][0], 0)

    def test_the_plan_of_study(self):
        player = self.player()
        player.key("shift+Tab", "Return")
        player.ready("settings")
        player.key(*["shift+Tab"] * 3, "Return")
        player.ready("settings")
        self.shot(player, "plan")
        player.key("Left", "Left")  # fewer new ones a day
        player.key(*["Down"] * 5, "Right")  # sets an exam
        self.shot(player, "exam")
        player.key("Escape")
        player.ready("home")
        self.shot(player, "home")
        player.leave()
        with sqlite3.connect(self.data / "progress.db") as base:
            new, exam = base.execute("SELECT new_a_day, exam_day FROM study").fetchone()
        self.assertEqual(new, 3)
        self.assertIsNotNone(exam)


every_look(globals(), Study)

if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
