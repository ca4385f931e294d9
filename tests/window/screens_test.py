#!/usr/bin/env python3
"""Shows every screen and saves a picture of each for people to look at. Fails when a screen does not appear.

Usage: screens_test.py PROGRAM SOURCE_DIR

Uses one size, dark and light. With CHELATE_ALL_SHOTS=1 it uses 3 sizes and text at 100 and 200 %. The pictures go
to the folder CHELATE_SHOTS as <size>-<theme>-<text>/<number>-<screen>.png, or nowhere when it is not set.
"""
import itertools
import os
import pathlib
import shutil
import sys
import tempfile
import time
import unittest

from display import Display
from player import Player, arrange, moves, start_with
from sights import Sights

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
SHOTS = os.environ.get("CHELATE_SHOTS")
ALL = os.environ.get("CHELATE_ALL_SHOTS") == "1"
SIZES = [(1280, 720), (1920, 1080), (1024, 768)] if ALL else [(1280, 720)]
PERCENTS = [100, 200] if ALL else [100]
ROUNDS = ["meet-the-four-forms", "which-has-more", "chain-of-events", "what-do-the-sources-say"]

SEARCH_CHIPS = 8  # what Look up can be limited to; the results come after them
OTHER_WAYS = {"multiple": "gut-feeling", "estimate": "gut-feeling", "poll": "gut-feeling", "match": "match-and-sort", "sort": "match-and-sort",
              "odd-one-out": "match-and-sort", "broken-chain": "broken-chains", "tested-in": "lab-animal-or-human", "label": "label-detective",
              "convert": "label-detective", "typed": "label-detective", "gap": "broken-chains", "claim-check": "what-do-the-sources-say",
              "card": "why-do-they-disagree", "point": "broken-chains"}
KINDS = {"single": ROUNDS[::-1], "true-false": ROUNDS[::-1], "compare": ROUNDS, "order": ROUNDS[2:] + ROUNDS[:2]}


class Screens(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.display = Display(1920, 1080)
        cls.addClassCleanup(cls.display.close)
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="chelate-screens-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.starts = {kind: start_with(PROGRAM, kind, rounds) for kind, rounds in KINDS.items()}
        cls.starts |= {kind: start_with(PROGRAM, kind, [round_id]) for kind, round_id in OTHER_WAYS.items()}

    def shot(self, player, name, after=None):
        picture = player.still(after=after)
        self.assertGreater(len(set(picture.rows)), 50, f"{name}: an empty picture")
        self.number += 1
        if SHOTS:
            folder = pathlib.Path(SHOTS) / self.name
            folder.mkdir(parents=True, exist_ok=True)
            picture.save(folder / f"{self.number:02}-{name}.png")
        return picture

    def play(self, *arguments, **options):
        settings = {"theme": self.theme, "text_percent": self.percent, **options.pop("settings", {})}
        player = Player(PROGRAM, self.display, self.data, *arguments, size=self.size, settings=settings, **options)
        self.addCleanup(player.stop)
        return player

    def begin(self, kind):
        player = self.play(*self.starts[kind])
        if self.asks_confidence(kind):
            player.ready("confidence")
            self.shot(player, f"{kind}-confidence")
            player.key("Return")
        return player.ready("question")

    def asks_confidence(self, kind):
        return "gut-feeling" in self.starts[kind]

    def test_every_screen(self):
        for self.size, self.theme, self.percent in itertools.product(SIZES, ["dark", "light"], PERCENTS):
            self.name = "{}x{}-{}-{}".format(*self.size, self.theme, self.percent)
            self.number = 0
            self.data = self.folder / self.name
            with self.subTest(self.name):
                self.walk_through()

    def walk_through(self):
        player = self.play(profile=None, settings={"profile": ""}).ready("name")
        self.shot(player, "name")
        player.key("Return")
        player.ready("home")
        home = self.shot(player, "home")
        player.key("End")
        lower = player.still()
        if lower != home:
            self.shot(player, "home-lower")
        player.key("F1")
        player.ready("keys")
        self.shot(player, "keys-home")
        player.leave()

        player = self.begin("single")
        self.shot(player, "single")
        player.answer(right=False)
        player.ready("reveal")
        self.shot(player, "reveal-wrong")
        player.key("Escape")
        player.ready("home")
        continued = self.shot(player, "home-continue")
        player.key("2")
        player.ready("dialog")
        self.shot(player, "dialog", after=continued)
        player.key("Escape")
        player.ready("home")
        player.leave()

        player = self.play().ready("home")
        player.key("shift+Tab", "Return")
        player.ready("settings")
        settings = self.shot(player, "settings")
        player.key("Up")
        self.shot(player, "settings-done", after=settings)
        player.key("Escape")
        player.ready("home")
        player.leave()

        self.around_the_rounds()

        for kind in ("true-false", "compare"):
            player = self.begin(kind)
            self.shot(player, kind)
            player.answer()
            player.ready("reveal")
            closed = self.shot(player, f"{kind}-reveal-right")
            if kind == "true-false":
                player.key("space")
                self.shot(player, "sources-open", after=closed)
                player.key("End")
                self.shot(player, "sources-open-end")
            player.leave()

        player = self.begin("order")
        first = self.shot(player, "order")
        player.key("Down", "space", "Down")
        held = self.shot(player, "order-held", after=first)
        player.key("F1")
        player.ready("keys")
        self.shot(player, "keys-order")
        player.key("Escape")
        player.ready("question")
        player.key("Up", "space")
        player.still(after=held)
        # Put all items in order except the last two.
        last = len(player.question()["shown"]) - 1
        arrange(player, [*moves(player.question()), (last, last - 1)], focus=1)
        player.key("Return")
        player.ready("reveal")
        closed = self.shot(player, "order-reveal-partial")
        player.key("End")
        if player.still() != closed:
            self.shot(player, "order-reveal-partial-end")
        # Play the rest of the round as it comes, with wrong answers.
        player.key("Return")
        while player.wait_for("ready ") == "ready question":
            player.answer(right=False)
            player.ready("reveal").key("Return")
        result = self.shot(player, "result")
        player.key("End")
        if player.still() != result:
            self.shot(player, "result-lower")
        player.leave()
        if ALL or self.theme == "dark":
            self.other_ways()

    def around_the_rounds(self):
        """Shows a round of your own, comparing, looking up, weighing, players, a clock, ending early, reporting a
        mistake, looking back and a sheet."""
        def open_from_home(places_from_the_end, screen):
            player = self.play().ready("home")
            player.key(*["shift+Tab"] * places_from_the_end, "Return")
            return player.ready(screen)

        player = open_from_home(11, "settings")
        own = self.shot(player, "own-round")
        player.key("Up")
        self.shot(player, "own-round-end", after=own)
        player.leave()
        player = open_from_home(6, "knowledge")
        bars = self.shot(player, "compare-bars")
        player.key(*["Tab"] * 8, "Return")
        self.shot(player, "compare-faces", after=bars)
        player.leave()
        player = open_from_home(7, "simulation")
        turned = self.shot(player, "model")
        player.key("Right")
        asked = self.shot(player, "model-asks", after=turned)
        time.sleep(0.4)  # a new picture takes no answer at once
        player.key("1")
        answered = self.shot(player, "model-curve", after=asked)
        player.key("Right", "Right")
        self.shot(player, "model-turned", after=answered)
        player.leave()
        player = open_from_home(5, "knowledge")
        empty = self.shot(player, "search")
        player.key(*"oxide")
        found = self.shot(player, "search-found", after=empty)
        player.key(*["Tab"] * SEARCH_CHIPS, "Return")
        self.shot(player, "search-open", after=found)
        player.leave()
        player = open_from_home(5, "knowledge")
        player.type("17 minutes")
        player.key(*["Tab"] * SEARCH_CHIPS)
        found = player.still()
        player.key("F8")
        weighing = self.shot(player.ready("settings"), "weighing", after=found)
        player.key("Right", "Right", "Down", "Down", *["Right"] * 4)
        self.shot(player, "weighing-moved", after=weighing)
        player.leave()
        player = open_from_home(2, "dialog")
        players = self.shot(player, "players")
        player.key("6")
        self.shot(player.ready("dialog"), "remove-player", after=players)
        player.leave()

        player = self.play("--round", "against-the-clock", "--seed", "2").ready("question")
        asked = self.shot(player, "clock")
        player.key("F4")
        self.shot(player.ready("dialog"), "end-round", after=asked)
        player.key("Escape")
        player.ready("question")
        player.answer(right=False)
        player.ready("reveal").key("F6")
        wrong = self.shot(player.ready("dialog"), "seems-wrong")
        player.key("1")
        self.shot(player, "reported", after=wrong)
        player.key("Return")
        player.ready("reveal").key("F4")
        player.ready("dialog").key("Return")
        result = self.shot(player.ready("result"), "result-ended")
        player.key("3")
        self.shot(player.ready("reveal"), "look-back", after=result)
        player.key("F7")
        self.shot(player.ready("dialog"), "sheet")
        player.leave()

    def other_ways(self):
        for kind in OTHER_WAYS:
            player = self.begin(kind)
            empty = self.shot(player, kind)
            asked = player.question()
            if kind in ("multiple", "match", "sort", "estimate", "convert", "typed", "gap"):
                player.give(asked)
                self.shot(player, f"{kind}-given", after=empty)
                player.key("Return")
            else:
                player.answer(right=kind != "odd-one-out", asked=asked)
            if self.asks_confidence(kind) and kind != "poll":
                self.shot(player, f"{kind}-how-sure", after=empty)
                player.key("2")
            if kind != "card":
                player.ready("reveal")
                self.shot(player, f"{kind}-reveal")
                player.leave()
                continue
            player.ready("question")  # the card has no result to wait for, so the first disagreement follows
            self.shot(player, "disagreement")
            player.answer(right=False)
            player.still()
            self.shot(player, "disagreement-try-again")
            player.answer()
            player.ready("reveal")
            self.shot(player, "disagreement-reveal")
            player.leave()


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=1)
