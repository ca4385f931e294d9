#!/usr/bin/env python3
"""Tests a class around one screen with real keys and a real mouse: each response mode, and a whole class by clicker
keys.

Usage: classroom_test.py PROGRAM SOURCE_DIR [names of unittest...]

Pictures of each stage: see case.py.
"""
import json
import os
import pathlib
import sys
import time
import unittest

from case import SHOTS, Case, every_look
from player import Player, places_of, right_place

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
TEN_ID = "what-do-the-sources-say"  # a round of ten questions, most of them to choose from
ROUNDS = json.loads((SOURCE / "content/magnesium/rounds.json").read_text())["rounds"]
TEN, = (one["name"] for one in ROUNDS if one["id"] == TEN_ID)


class Lessons(Case):
    def class_of(self, taking, teams=2, choices=False, **more):
        """Returns a program at the lobby of a class with this response mode.

        With `choices`, it has a saved lesson that has only questions to choose from.
        """
        lessons = []
        if choices:
            places = places_of(PROGRAM, TEN_ID, 1, "pick-one")
            lessons = [{"name": "Choices", "pack": "magnesium", "round": TEN_ID, "seed": "1", "places": places}]
        room = {"name": "7b", "taking": taking, "lesson": "Choices" if choices else TEN, "teams": [{} for _ in range(teams)], **more}
        (self.data / "classes.json").write_text(json.dumps({"classes": [room], "lessons": lessons}))
        player = Player(PROGRAM, self.display, self.data, size=self.size, settings=self.settings)
        self.addCleanup(player.stop)
        player.ready("home")
        player.key(*["shift+Tab"] * 10, "Return")
        player.ready("settings")
        return player

    def begin(self, player):
        """Starts the class and goes on from the prompt to the choices."""
        player.key("Next")
        player.ready("question")
        self.shot(player, "prompt")
        player.key("Next")
        player.ready("question")

    def events(self, player, kind):
        return [line for line in map(json.loads, player.recording.read_text().splitlines()) if line.get("event") == kind]

    def wait_for_event(self, player, kind, count=1):
        end = time.monotonic() + 20
        while len(found := self.events(player, kind)) < count:
            self.assertLess(time.monotonic(), end, f"no {count} of {kind}")
            time.sleep(0.02)
        player.still(seconds=0.5)  # the picture after it takes no press at once
        return found


class Room(Lessons):
    def test_a_whole_class_by_a_clicker(self):
        player = self.class_of("turns", teams=3)
        self.shot(player, "lobby")
        player.key("Next")
        for number in range(1, 11):
            player.ready("question")
            player.key("Next")  # shows the choices without waiting for the time to read
            player.ready("question")
            asked = self.wait_for_event(player, "question-asked", number)[-1]
            if number == 1:
                self.shot(player, "choices")
            place = right_place(asked) if asked["question"]["way"] == "pick-one" else 0
            player.key(*["Right"] * place, "Return")  # a clicker has arrows and Enter
            self.wait_for_event(player, "answer-judged", number)
            if number == 1:
                self.shot(player, "answered")
                player.type(".")
                time.sleep(0.3)
                self.assertEqual(len({bytes(row) for row in player.still().rows[300:400]}), 1)  # the screen is blank
                player.type(".")
                player.still(seconds=0.5)
            player.key("Next")
            player.ready("reveal")
            if number == 1:
                self.shot(player, "reveal")
            player.key("Next")
            player.ready("standings")
            if number in (1, 2):
                self.shot(player, f"standings-{number}")
            player.key("Next")
        player.ready("knowledge")
        self.shot(player, "report")
        self.assertEqual(len(self.events(player, "question-revealed")), 10)
        self.assertTrue(self.events(player, "session-finished")[-1]["complete"])
        turns = [asked["turn"] for asked in self.events(player, "question-asked")]
        self.assertEqual(turns[:4], ["t1", "t2", "t3", "t1"])
        # The end was a step too, so the clicker's back key takes it back.
        player.key("Prior")
        player.ready("reveal")
        player.key("Prior")
        player.ready("question")
        self.assertEqual(len(self.events(player, "undone")), 2)
        player.leave()

    def test_buzzers(self):
        player = self.class_of("buzzers", teams=3, choices=True)
        player.key("Next")
        player.ready("question")
        player.key("a")  # too early
        self.wait_for_event(player, "buzzed-early")
        player.key("Next")
        player.ready("question")
        self.shot(player, "open")
        player.key("l")
        floor = self.wait_for_event(player, "buzzed")[0]
        self.assertEqual(floor["player"], "t2")
        self.shot(player, "pressed")
        asked = self.wait_for_event(player, "question-asked")[0]
        right = right_place(asked)
        wrong = (right + 1) % len(asked["shown"])
        player.key(str(wrong + 1))
        self.wait_for_event(player, "answer-judged")
        self.assertEqual(self.events(player, "question-revealed"), [])
        player.key("l")  # a team may buzz only once
        player.key("f")
        self.assertEqual(self.wait_for_event(player, "buzzed", 2)[1]["player"], "t3")
        player.key(str(right + 1))
        player.ready("reveal")
        self.shot(player, "stolen")
        self.assertEqual([judged["award"]["points"] for judged in self.events(player, "answer-judged")], [0, 1000])
        player.leave()

    def test_two_buzzers_at_once(self):
        player = self.class_of("buzzers")
        self.begin(player)
        player._do("keydown", "a", "keydown", "l", "keyup", "a", "keyup", "l")
        floor = self.wait_for_event(player, "buzzed")[0]
        # One team has the floor, whether or not both keys fell into the same poll. After a dead heat the event names
        # both teams.
        self.assertIn(floor["player"], ("t1", "t2"))
        self.assertIn(len(floor.get("tied", [])), (0, 2))
        player.leave()

    def test_sixty_hands_are_typed_as_numbers(self):
        player = self.class_of("hands", teams=1, choices=True)
        self.begin(player)
        asked = self.wait_for_event(player, "question-asked")[0]
        counts = [41, 13, 4, 2, 0, 0][:len(asked["shown"])]
        counts[0] += 60 - sum(counts)
        for count in counts:
            player.type(str(count))
            player.key("Return")
        self.shot(player, "counted")
        player.key("Return")
        judged = self.wait_for_event(player, "answer-judged")
        self.assertEqual(judged[0]["response"]["raised"], counts)
        self.assertEqual(sum(judged[0]["response"]["raised"]), 60)
        right = counts[right_place(asked)]
        self.assertEqual(judged[0]["award"]["points"], round(1000 * right / 60 + 1e-9))
        self.shot(player, "spread")
        player.key("Next")
        player.ready("reveal")
        self.shot(player, "reveal")
        player.leave()

    def test_cards_by_mouse(self):
        player = self.class_of("cards", teams=1, choices=True)
        self.begin(player)
        left, top, width, height = player.place()
        asked = self.wait_for_event(player, "question-asked")[0]
        self.assertGreaterEqual(len(asked["shown"]), 2)
        # The cards are in two columns below the prompt. Each tap counts one.
        for y in range(height * 3 // 10, height * 7 // 10, 12):
            player.click(width // 4, y)
        player.click(width // 4, height // 2)
        self.shot(player, "tapped")
        player.key("Next")
        judged = self.wait_for_event(player, "answer-judged")
        self.assertGreater(sum(judged[0]["response"]["raised"]), 3)
        player.leave()

    def test_the_hosts_menu_by_keys(self):
        player = self.class_of("turns", teams=12)
        self.begin(player)
        self.shot(player, "twelve-teams")
        player.key("Escape")
        player.ready("dialog")
        self.shot(player, "menu")
        player.key("Down", "Down", "Return")  # skips the question
        player.ready("question")
        self.wait_for_event(player, "question-voided")
        player.key("Escape")
        player.ready("dialog")
        player.key("Return")  # pauses
        self.wait_for_event(player, "paused")
        player.ready("question")
        player.key("Next")
        self.wait_for_event(player, "resumed")
        player.ready("question")
        player.key("ctrl+z")
        self.wait_for_event(player, "undone")
        player.key("ctrl+y")
        self.wait_for_event(player, "redone")
        player.leave()

    def test_the_hosts_own_window(self):
        player = self.class_of("turns")
        self.begin(player)
        before = player._windows_named("Chelate: host")
        self.assertEqual(before, set())
        left, top, width, height = player.place()
        # The strip of teams is above the footer. Drag it out.
        player.drag((width // 3, height - 75), (width // 3, height // 3))
        end = time.monotonic() + 20
        while not (host := player._windows_named("Chelate: host")):
            self.assertLess(time.monotonic(), end, "no window for the host")
            time.sleep(0.05)
        time.sleep(1)
        if SHOTS:
            self.display.picture().save(pathlib.Path(SHOTS) / type(self).__name__.lower() / f"{self._testMethodName}-both.png")
        # Keys work there too while the pointer is over it.
        end = time.monotonic() + 40
        while not self.events(player, "answer-judged"):  # a window that has just opened may not take keys yet
            self.assertLess(time.monotonic(), end, "the host's window takes no keys")
            player._do("mousemove", 960, 540, "sleep", 0.2, "key", "1", "sleep", 0.5)
            if not self.events(player, "answer-judged"):  # a question to put in order needs Enter to give the answer
                player._do("key", "Return", "sleep", 0.5)
        while player._windows_named("Chelate: host"):
            self.assertLess(time.monotonic(), end, "the host's window stays")
            player._do("key", "F10", "sleep", 1.5)
        self.assertTrue(host)
        player.leave()

    def test_names_typed_and_removed(self):
        player = self.class_of("turns")
        names = self.data / "classes.json"
        player.key(*["Down"] * 2, "Return")
        player.ready("name")
        for name in ("Zelda", "Yann", "Xenia"):
            player.type(name)
            player.key("Return")
        self.shot(player, "names")
        player.key("Next")
        player.ready("settings")
        teams = json.loads(names.read_text())["classes"][0]["teams"]
        self.assertEqual([team["members"] for team in teams], [["Zelda", "Xenia"], ["Yann"]])
        self.shot(player, "lobby")
        player.key("Delete")
        player.ready("dialog")  # asks first
        self.assertIn("Xenia", names.read_text())
        player.key("Left", "Return")
        player.still(seconds=0.5)
        self.assertNotIn("Xenia", names.read_text())
        player.leave()

    def test_preview(self):
        player = self.class_of("hands")
        player.key("Down", "Return")
        player.ready("knowledge")
        self.shot(player, "preview")
        player.key("Return")
        self.shot(player, "open")
        player.key("Delete", "Insert", "Right", "F9")
        self.shot(player, "kept")
        kept = self.data / "classes.json"
        end = time.monotonic() + 20
        while not json.loads(kept.read_text())["lessons"]:
            self.assertLess(time.monotonic(), end, "the lesson is not kept")
            time.sleep(0.1)
        self.assertEqual(len(json.loads(kept.read_text())["lessons"]), 1)
        player.key("Next")
        player.ready("question")
        player.leave()


every_look(globals(), Room)

if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
