"""Ordinary slips of the hand, in the real window with real keys and a real mouse: none of them does harm.

Usage: slips_test.py <program> <source folder>
"""
import os
import pathlib
import subprocess
import sys
import time
import unittest

from case import Case
from player import Player, start_with
from sights import Sights

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
CHOICE = ["what-do-the-sources-say", "meet-the-four-forms", "which-has-more"]


class Slips(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.choice = start_with(PROGRAM, "single", CHOICE)
        cls.sights = Sights(SOURCE)

    def play(self, *arguments, data="data", **options):
        player = Player(PROGRAM, self.display, self.folder / data, *arguments, **options)
        self.addCleanup(player.stop)
        return player

    def answered(self, player):
        return len(player.events("answer-judged"))

    def pressed_quickly(self, player, key, times, delay):
        player._do("key", "--delay", delay, *[key] * times)
        time.sleep(1)

    def test_six_quick_presses_of_enter_answer_one_question(self):
        player = self.play(*self.choice).ready("question")
        self.pressed_quickly(player, "Return", 6, 12)
        self.assertEqual(self.answered(player), 1)
        player.ready("reveal")
        self.pressed_quickly(player, "Return", 6, 12)
        self.assertEqual(self.answered(player), 1, "the next question was answered unseen")
        player.ready("question")
        self.shot(player, "after-quick-presses")

    def test_a_double_click_on_next_question_answers_none(self):
        player = self.play(*self.choice).ready("question")
        player.key("Return")
        player.ready("reveal")
        left, top, _, _ = player.place()
        x, y = self.sights.main_button(player.still()).middle
        before = self.answered(player)
        player._do("mousemove", left + x, top + y, "sleep", 0.05, "click", "--repeat", 2, "--delay", 60, 1)
        player.ready("question")
        self.assertEqual(self.answered(player), before)

    def test_the_number_pad_works_with_and_without_num_lock(self):
        player = self.play(*self.choice).ready("question")
        first = player.still()
        player.key("KP_Down")
        moved = player.still(after=first)
        player.key("KP_Up")
        self.assertTrue(player.still(after=moved).resembles(first))
        player.key("KP_Enter")
        player.ready("reveal").key("KP_Enter")
        player.ready("question")
        player.key("Num_Lock")
        try:
            player.key("KP_2")
            player.ready("reveal")
            self.assertEqual(player.events("answer-judged")[-1]["response"]["picked"], 1)
        finally:
            player.key("Num_Lock")

    def test_the_number_pad_edits_text(self):
        player = self.play(profile=None).ready("name")
        player._do("windowfocus", "--sync", player.window)
        player.type("xAdam")
        player.key("KP_Home", "KP_Delete", "KP_Right", "KP_End", "KP_Left", "KP_Delete", "Return")
        player.ready("home")
        player.quit()
        player.ended()
        self.assertEqual(player.stored("SELECT name FROM profile"), [("Ada",)])

    def test_a_key_held_while_the_focus_leaves_deletes_nothing_afterwards(self):
        other = self.play(data="other", profile="Ben").ready("home")
        player = self.play(data="data", profile=None).ready("name")
        player._do("windowfocus", "--sync", player.window)
        player.type("abcdefghij")
        player.still()
        player._do("keydown", "BackSpace", "sleep", 0.05, "windowfocus", "--sync", other.window, "keyup", "BackSpace")
        player._do("windowfocus", "--sync", player.window)
        time.sleep(1)
        player.type("xyz")
        player.still()
        player.key("Return")
        player.ready("home")
        player.quit()
        player.ended()
        name = player.stored("SELECT name FROM profile")[0][0]
        self.assertTrue(name.startswith("abcdefg") and name.endswith("xyz"), name)

    def test_esc_on_the_home_screen_asks_and_stays_unless_told_otherwise(self):
        player = self.play().ready("home")
        player.key("Escape")
        player.ready("dialog")
        self.shot(player, "asks")
        player.key("Escape")
        player.ready("home")
        player.key("Escape")
        player.ready("dialog").key("Return")  # Stay has the focus
        player.ready("home")
        self.pressed_quickly(player, "Escape", 2, 12)
        self.assertIsNone(player.process.poll())
        player.close_window()
        player.ended()


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
