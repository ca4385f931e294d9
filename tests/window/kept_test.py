#!/usr/bin/env python3
"""Tests with real keys and a real mouse that nothing a person did is lost, moved away or shown as something else.

Usage: kept_test.py PROGRAM SOURCE_DIR [names of unittest...]

Pictures of each stage: see case.py.
"""
import json
import os
import pathlib
import sys
import time
import unittest

from case import Case
from player import Player, arrange, moves, right_place, start_with
from sights import Sights

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])


class Kept(Case):
    wide = 400  # the least width of an item to match, in pixels; the place for its target is narrower

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sights = Sights(SOURCE)

    def play(self, *arguments, data="data", **options):
        player = Player(PROGRAM, self.display, self.folder / data, *arguments, **{"size": self.size, **options})
        self.addCleanup(player.stop)
        return player

    def class_setup(self, **more):
        """Returns a program at the setup of a class, and the file of its classes."""
        file = self.data / "classes.json"
        room = {"name": "7b", "taking": "turns", "teams": [{}, {}], **more}
        file.write_text(json.dumps({"classes": [room], "lessons": []}))
        player = self.play(settings={}).ready("home")
        player.key(*["shift+Tab"] * 10, "Return")
        return player.ready("settings"), file

    def saved(self, file, wanted):
        """Waits until the first class in the file is as wanted."""
        end = time.monotonic() + 20
        while not wanted(json.loads(file.read_text())["classes"][0]):
            self.assertLess(time.monotonic(), end, file.read_text())
            time.sleep(0.05)

    # Matching.

    def test_pairs_are_dragged_both_ways_and_check_points_to_the_empty_one(self):
        player = self.play(*start_with(PROGRAM, "match", ["match-and-sort"]), size=(1280, 900)).ready("question")
        asked = player.question()
        keys, shown = asked["question"]["keys"], asked["shown"]
        targets = [cap.middle for cap in self.sights.number_caps(player.still())]
        rows = []
        for item in range(len(shown)):  # the keyboard shows where each item is
            if item > 0:
                player.key("Down")
            rows.append(self.sights.focus(player.still(), self.wide))
        self.assertEqual(len({row.middle[1] for row in rows}), len(rows), rows)

        def place_of(item):
            return rows[item].x + 30, rows[item].middle[1]

        def target_of(item):
            x, y = targets[keys[shown[item]]]
            return x + 60, y

        player.drag(place_of(0), target_of(0))
        for item in range(2, len(shown)):
            player.drag(target_of(item), place_of(item))
        self.shot(player, "one-missing")
        player.click(*self.sights.main_button(player.still()).middle)
        empty = self.sights.focus(player.still(), self.wide)
        self.shot(player, "pointed-at")
        self.assertEqual(player.events("answer-judged"), [])
        self.assertLess(abs(empty.middle[1] - rows[1].middle[1]), 60, (empty, rows))  # a line above may say what is missing
        player.drag(target_of(1), (empty.x + 30, empty.middle[1]))
        player.click(*self.sights.main_button(player.still()).middle)
        player.ready("reveal")
        self.assertEqual(player.events("answer-judged")[-1]["award"]["credit"], [1, 1])
        player.leave()

    # Ordering.

    def test_the_reveal_shows_the_order_that_was_given(self):
        start = start_with(PROGRAM, "order", ["chain-of-events", "match-and-sort", "what-do-the-sources-say"])
        pictures = []
        for data, by_mouse, steps in (("a", True, 1), ("b", False, 1), ("c", False, 0)):
            player = self.play(*start, data=data, settings={"reduced_motion": True}).ready("question")
            asked = player.question()
            last = len(asked["shown"]) - 1
            order = list(range(len(asked["shown"])))
            if steps:  # the first item becomes the last
                order.append(order.pop(0))
                if by_mouse:
                    caps = [cap.middle for cap in self.sights.number_caps(player.still())]
                    (x, y), (_, to) = caps[0], caps[last]
                    before = player.look()
                    player.drag((x + 200, y), (x + 190, to + 4))
                    player.still(after=before)
                else:
                    arrange(player, [(0, last)])
            self.shot(player, f"{data}-given")
            player.click(*self.sights.main_button(player.still()).middle)
            player.ready("reveal")
            self.assertEqual(player.events("answer-judged")[-1]["response"]["arranged"], order)
            player.point(3, self.size[1] - 3)
            pictures.append(player.still())
            self.shot(player, f"{data}-reveal")
            player.leave()
        self.assertTrue(pictures[0].resembles(pictures[1]))
        self.assertFalse(pictures[0].resembles(pictures[2]))

    # The clock.

    def heading(self, picture):
        """Returns the pixels of the words that say how it went, at the top left of a reveal."""
        return [bytes(row[4 * 90:4 * 500]) for row in picture.rows[80:130]]

    def test_an_expired_clock_says_so(self):
        def reveal(data, seed, act):
            player = self.play("--round", "against-the-clock", "--seed", seed, data=data, settings={"reduced_motion": True})
            player.ready("question")
            act(player)
            player.wait_for("ready reveal", patience=90)
            picture = player.still()
            self.shot(player, data)
            judged = player.events("answer-judged")
            player.leave()
            return picture, judged

        def wait(_):
            pass  # until the clock has run out

        def miss(player):
            player.answer(right=False)

        late, judged = reveal("late", 1, wait)
        self.assertFalse(any("response" in one for one in judged), judged)
        also_late, _ = reveal("also-late", 2, wait)
        wrong, _ = reveal("wrong", 1, miss)
        self.assertEqual(self.heading(late), self.heading(also_late))
        self.assertNotEqual(self.heading(late), self.heading(wrong))

    # Deleting.

    def test_removing_a_player_asks(self):
        player = self.play(profile="Ada").ready("home")
        player.key(*["shift+Tab"] * 2, "Return")  # Players is the last but one of the small buttons
        player.ready("dialog")
        self.shot(player, "players")
        player.key("Down", "Down", "Down", "Down", "Return")  # the fifth line removes
        player.ready("dialog")
        self.shot(player, "asks")
        player.key("Return")  # Keep has the focus
        player.ready("dialog")
        player.key("Escape")
        player.ready("home")
        player.close_window()
        player.ended()
        self.assertEqual(player.stored("SELECT name FROM profile"), [("Ada",)])

    # Typing.

    def test_esc_keeps_the_names_that_were_typed(self):
        player, file = self.class_setup()
        player.key(*["Down"] * 2, "Return")
        player.ready("name")
        for name in ("Zelda", "Yann"):
            player.type(name)
            player.key("Return")
        typed = player.still()
        player.key("Escape")
        player.ready("dialog")
        self.shot(player, "asks")
        player.key("Escape")  # back to the names, which are still there
        player.ready("name")
        self.shot(player, "back")
        self.assertTrue(player.still().resembles(typed, by=40))
        player.type("Xenia")
        player.key("Escape")
        player.ready("dialog").key("Return")  # Save has the focus
        player.ready("settings")
        self.saved(file, lambda room: [team["members"] for team in room["teams"]] == [["Zelda", "Xenia"], ["Yann"]])
        player.leave()

    # Rows that stay under the pointer.

    def test_the_first_click_on_an_option_counts_whatever_was_chosen_above_it(self):
        player, file = self.class_setup()
        player.still()
        self.shot(player, "setup")
        # Where the setup shows them before anything is chosen.
        on, more_teams, buzzers = (1038, 550), (1047, 196), (762, 291)
        for place, wanted in ((buzzers, lambda room: room["taking"] == "buzzers"), (more_teams, lambda room: len(room["teams"]) == 3),
                              (more_teams, lambda room: len(room["teams"]) == 4), (on, lambda room: room["certainty"])):
            player.click(*place)
            self.saved(file, wanted)
            player.still()
        self.shot(player, "chosen")
        player.leave()

    # Hands.

    def test_hands_stop_at_the_number_of_people(self):
        player, file = self.class_setup(taking="hands", teams=[{}], people=24)
        player.key("Next")
        player.ready("question")
        player.key("Next")
        player.ready("question")
        player.type("25")
        self.shot(player, "stopped")
        player.key("Next")
        end = time.monotonic() + 20
        while not (judged := player.events("answer-judged")):
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)
        self.assertEqual(judged[0]["response"]["raised"][0], 24)
        player.leave()


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
