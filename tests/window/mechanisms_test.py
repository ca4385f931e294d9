#!/usr/bin/env python3
"""Tests the mechanisms with real keys: from home to the list and to one that plays, steps and pauses, and back.

Usage: mechanisms_test.py PROGRAM SOURCE_DIR [names of unittest...]

Pictures of each stage: see case.py.
"""
import os
import sys
import time
import unittest

from case import Case, every_look
from player import Player

PROGRAM = os.path.abspath(sys.argv[1])
FROM_THE_END = 8


class Mechanisms(Case):
    def player(self, **settings):
        settings = {**self.settings, **settings}
        player = Player(PROGRAM, self.display, self.data, size=self.size, settings=settings)
        self.addCleanup(player.stop)
        return player.ready("home")

    def open_list(self, player):
        player.key(*["shift+Tab"] * FROM_THE_END, "Return")
        return player.ready("mechanisms")

    def moves(self, player):
        """Returns whether the picture changes by itself."""
        before = player.look()
        for _ in range(20):
            time.sleep(0.1)
            if player.look() != before:
                return True
        return False

    def test_from_home_to_a_mechanism_that_plays_and_back(self):
        player = self.player()
        self.open_list(player)
        listed = player.still()
        self.shot(player, "list")
        player.key("Return")
        player.ready("mechanism")
        first = player.still(after=listed)
        self.shot(player, "start")
        player.key("space")
        self.assertTrue(self.moves(player), "Space does not play the figure")
        self.shot(player, "playing", moves=True)
        player.key("space")
        paused = player.still()
        self.assertNotEqual(paused, first)
        self.assertFalse(self.moves(player), "Space does not pause the figure")
        player.key("Escape")
        player.ready("mechanisms")
        player.key("Escape")
        player.ready("home")
        player.leave()

    def test_arrow_keys_step(self):
        # With reduced motion, each step is at once what it is at its end.
        player = self.player(reduced_motion=True)
        self.open_list(player)
        player.key("Return")
        player.ready("mechanism")
        pictures = [player.still(seconds=1)]
        for step in (1, 2, 3):
            player.key("Right")
            time.sleep(7)  # longer than any step of it
            pictures.append(player.still(after=pictures[-1], seconds=1))
            self.assertFalse(pictures[-1].resembles(pictures[-2]))
            self.shot(player, f"step-{step}")
        player.key("Left")
        back = player.still(after=pictures[3], seconds=1)
        self.shot(player, "back")
        self.assertTrue(back.resembles(pictures[2]), "a step looks otherwise when one steps back to it")
        player.key("1")
        jumped = player.still(after=back, seconds=1)
        self.assertFalse(jumped.resembles(back))
        player.key("Escape")
        player.ready("mechanisms")
        player.leave()


every_look(globals(), Mechanisms)

if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
