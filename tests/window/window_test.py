#!/usr/bin/env python3
"""Tests the window as a person meets it: real keys, a real mouse and real windows, on a display that nobody sees.

Usage: window_test.py PROGRAM SOURCE_DIR [names of unittest...]

Each test saves pictures in the folder CHELATE_SHOTS, when that is set.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

from display import Display
from player import Player, arrange, moves, right_order, right_place, start_with
from sights import Sights

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
SHOTS = os.environ.get("CHELATE_SHOTS")
MIXED = "meet-the-four-forms"  # single, compare and order questions
CHOICE = ["what-do-the-sources-say", MIXED, "which-has-more"]
LETTERS = "/usr/share/fonts/opentype/inter"


def brightness(picture):
    """Returns the median of red, green and blue together over the middle of the picture: 0 to 765."""
    line = sorted(sum(picture.pixel(x, y)) for x in range(0, picture.width, 40) for y in range(picture.height // 4, picture.height * 3 // 4, 40))
    return line[len(line) // 2]


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.display = Display(1920, 1080)
        cls.addClassCleanup(cls.display.close)
        cls.sights = Sights(SOURCE)
        cls.choice = start_with(PROGRAM, "single", CHOICE)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="chelate-window-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def play(self, *arguments, data="data", **options):
        player = Player(PROGRAM, self.display, self.folder / data, *arguments, **options)
        self.addCleanup(player.stop)
        return player

    def shot(self, player, name):
        """Saves what is on the screen for people to look at."""
        if SHOTS:
            folder = pathlib.Path(SHOTS) / "scenarios"
            folder.mkdir(parents=True, exist_ok=True)
            player.look().save(folder / f"{self._testMethodName}-{name}.png")

    def answered(self, player):
        """Returns rows of the journal's answers: number, picked, arranged, points."""
        return player.stored("SELECT number, picked, arranged, points FROM journal WHERE kind = 'answer-judged' ORDER BY session, seq")

    def finished(self, player):
        """Returns the finished sessions: round, points, possible, right, asked."""
        return player.stored('SELECT round, points, possible, "full", asked FROM session WHERE finished IS NOT NULL ORDER BY key')


class WholeRounds(Case):
    def test_by_keyboard_alone(self):
        player = self.play("--round", MIXED, "--seed", 5).ready("question")
        given = []
        planned = 0
        while True:
            asked = player.question()
            planned += 1
            if asked["question"]["kind"] == "order":
                arrange(player, moves(asked), by_digits=planned % 2 == 0)
                given.append((planned, None, bytes(right_order(asked)), 1000))
                player.key("Return")
            else:
                wrong = planned == 2
                place = right_place(asked)
                if wrong:
                    place = (place + 1) % len(asked["shown"])
                given.append((planned, place, None, 0 if wrong else 1000))
                if planned % 2:
                    player.key(str(place + 1))
                else:  # Tab goes through the choices in reading order, from the first
                    player.key(*["Tab"] * place, "Return")
            player.ready("reveal")
            if planned == 1:
                player.key("space")  # opens the sources; Esc closes them again
                before = player.still()
                player.key("Escape")
                player.still(after=before)
            player.key("Return")
            if player.wait_for("ready ") == "ready result":
                break
        self.shot(player, "result")
        player.key("Escape")
        player.ready("home")
        self.shot(player, "home")
        player.quit()
        player.ended()
        self.assertEqual(self.answered(player), given)
        self.assertEqual(self.finished(player), [(MIXED, 1000 * (planned - 1), 1000 * planned, planned - 1, planned)])

    def test_by_mouse_alone(self):
        player = self.play("--round", MIXED, "--seed", 5).ready("question")
        given = []
        planned = 0
        while True:
            asked = player.question()
            planned += 1
            places = [cap.middle for cap in self.sights.number_caps(player.still())]
            self.assertEqual(len(places), len(asked["shown"]), f"number caps of question {planned}: {places}")
            if asked["question"]["kind"] == "order":
                for begin, end in moves(asked):
                    (x, y), (_, to) = places[begin], places[end]
                    before = player.look()
                    player.drag((x + 200, y), (x + 190, to - 4))
                    player.still(after=before)
                given.append((planned, None, bytes(right_order(asked)), 1000))
                self.shot(player, "ordered")
                player.click(*self.sights.main_button(player.look()).middle)
            else:
                wrong = planned == 2
                place = right_place(asked)
                if wrong:
                    place = (place + 1) % len(places)
                given.append((planned, place, None, 0 if wrong else 1000))
                x, y = places[place]
                player.click(x + 60, y)
            player.ready("reveal")
            player.click(*self.sights.main_button(player.still()).middle)
            if player.wait_for("ready ") == "ready result":
                break
        # The buttons of the result are in one row: play the mistake first and, at the right end, home.
        x, y = self.sights.main_button(player.still()).middle
        player.click(x, y)
        player.ready("question")
        places = [cap.middle for cap in self.sights.number_caps(player.still())]
        player.click(*places[0])
        player.ready("reveal")
        player.click(*self.sights.main_button(player.still()).middle)
        player.ready("result")
        self.shot(player, "mistake")
        player.click(1280 - 70, y)
        player.ready("home")
        player.close_window()
        player.ended()
        rows = self.answered(player)
        self.assertEqual(rows[:-1], given)
        self.assertEqual(rows[-1][:3], (1, 0, None))
        again = rows[-1][3]
        self.assertEqual(self.finished(player), [(MIXED, 1000 * (planned - 1), 1000 * planned, planned - 1, planned),
                                                 (MIXED, again, 1000, again // 1000, 1)])

    def test_ticks_and_pairs_by_mouse_alone(self):
        """Clicks the digits on the screen in the order in which a hand would: the right ones, then the button."""
        for kind, round_id in (("multiple", "gut-feeling"), ("match", "match-and-sort"), ("sort", "match-and-sort")):
            with self.subTest(kind):
                player = self.play(*start_with(PROGRAM, kind, [round_id]), data=kind, size=(1280, 900))  # all options fit
                if kind == "multiple":  # this round asks for confidence, and explains that first
                    player.ready("confidence")
                    player.click(*self.sights.panel_button(player.still()).middle)
                player.ready("question")
                asked = player.question()
                keys, shown = asked["question"]["keys"], asked["shown"]
                caps = [cap.middle for cap in self.sights.number_caps(player.still())]
                # Ticks go to the right options. With pairs, the current item gets what is clicked and the next one
                # becomes current.
                wanted = [place for place, option in enumerate(shown) if option in keys] if kind == "multiple" else [keys[item] for item in shown]
                for place in wanted:
                    player.click(*caps[place])
                    caps = [cap.middle for cap in self.sights.number_caps(player.still())]
                player.click(*self.sights.main_button(player.still()).middle)
                if kind == "multiple":
                    before = player.still()
                    player.click(*[cap.middle for cap in self.sights.number_caps(before)][2])
                player.ready("reveal")
                self.shot(player, kind)
                self.assertEqual(player.events("answer-judged")[-1]["award"]["credit"], [1, 1])
                player.leave()

    def test_a_scale_by_mouse_alone(self):
        player = self.play(*start_with(PROGRAM, "convert", ["label-detective"])).ready("question")
        scale = player.question()["question"]
        field = self.sights.focus(player.still())
        empty = player.look()
        for y in range(field.bottom + 10, field.bottom + 160, 10):  # down from the field until a click hits the scale
            player.click(field.x + 60, y)
            time.sleep(0.15)
            if not player.look().resembles(empty):
                break
        player.drag((field.x + 60, y), (field.x + 120, y))
        player.still()
        player.click(*self.sights.main_button(player.still()).middle)
        player.ready("reveal")
        self.shot(player, "scale")
        entered = player.events("answer-judged")[-1]["response"]["entered"]
        self.assertGreater(entered, scale["from"])
        self.assertLess(entered, scale["to"])
        player.leave()

    def test_large_text_in_a_small_window(self):
        player = self.play(*self.choice, size=(1024, 768), settings={"text_percent": 200}).ready("question")
        planned = 0
        scrolled = False
        while True:
            asked = player.question()
            planned += 1
            seen = player.still()
            # The focus goes through everything and ends at the first thing again. Each time its whole outline is on
            # the screen.
            count = len(asked["shown"]) + (asked["question"]["kind"] == "order")
            for place in range(1, count + 1):
                player.key("Tab")
                seen = player.still(after=seen)
                self.assertIsNotNone(self.sights.focus(seen), f"question {planned}: the outline of thing {place % count + 1} is not whole on the glass")
            if planned == 1:
                self.shot(player, "question")
            player.answer()
            player.ready("reveal")
            top = player.still()
            player.point(300, 400)
            player.wheel(3)
            time.sleep(0.2)
            lower = player.still()
            if lower != top:
                scrolled = True
                player.wheel(-9)
                upper = player.still(after=lower)
                self.assertIsNotNone(self.sights.main_button(upper))
                player.key("End")
                self.assertIsNotNone(self.sights.main_button(player.still(after=upper)), "the main button stays while the text scrolls")
                player.key("Home", "Page_Down")
            if planned == 1:
                self.shot(player, "reveal")
            player.point(512, 765)
            player.key("Return")
            if player.wait_for("ready ") == "ready result":
                break
        self.assertTrue(scrolled, "at twice the size something must scroll")
        self.shot(player, "result")
        player.leave()
        self.assertEqual(self.finished(player), [(self.choice[1], 1000 * planned, 1000 * planned, planned, planned)])


class Explanations(Case):
    def test_the_words_of_a_question_by_f12(self):
        player = self.play(*start_with(PROGRAM, "claim-check", ["what-do-the-sources-say"])).ready("question")
        question = player.still()
        for closing in ("F12", "Escape", "Return"):
            player.key("F12")
            player.ready("words")
            self.assertNotEqual(player.still(), question)
            self.shot(player, "words")
            player.key(closing)
            player.ready("question")
            self.assertTrue(player.still().resembles(question), f"{closing} leads back to the question")
        player.answer()
        player.ready("reveal").key("F12")
        player.ready("words").key("F12")
        player.ready("reveal")
        player.leave()

    def test_a_reveal_of_steps_shows_reasons(self):
        """Plays the shipped pack and a copy without reasons. Only what the reasons add may make the reveals differ."""
        bare = self.folder / "bare"
        shutil.copytree(SOURCE / "content" / "magnesium", bare)
        mechanisms = json.loads((bare / "mechanisms.json").read_text())
        for mechanism in mechanisms["mechanisms"]:
            for step in mechanism["steps"]:
                step.pop("because", None)
        (bare / "mechanisms.json").write_text(json.dumps(mechanisms))
        for kind, round_id in (("order", "chain-of-events"), ("broken-chain", "broken-chains")):
            with self.subTest(kind):
                start = start_with(PROGRAM, kind, [round_id])
                questions, reveals = [], []
                for name, pack in (("with", []), ("without", ["--pack", bare])):
                    player = self.play(*start, *pack, data=f"{kind}-{name}").ready("question")
                    questions.append(player.still())
                    player.answer()
                    player.ready("reveal")
                    reveals.append(player.still())
                    self.shot(player, f"{kind}-{name}")
                    player.leave()
                self.assertTrue(questions[0].resembles(questions[1]), "a question shows no reasons")
                self.assertFalse(reveals[0].resembles(reveals[1]), "the reveal shows no reason")

    def test_a_round_with_confidence_explains_it_first(self):
        player = self.play("--round", "gut-feeling", "--seed", 1).ready("confidence")
        page = player.still()
        self.shot(player, "confidence")
        player.key("Return")
        player.ready("question")
        before = player.still()
        self.assertNotEqual(before, page)
        player.answer()
        player.still(after=before, seconds=0.4)
        player.key("2")  # how sure
        player.ready("reveal").key("Return")
        player.ready("question")  # without the page
        player.leave()


class Windows(Case):
    def test_resized_in_the_middle_of_a_question(self):
        player = self.play(*self.choice).ready("question")
        before = player.still()
        for width, height in ((1024, 768), (1920, 1080), (640, 480), (1280, 720)):
            player.resize(width, height)
            player.still()
            seen = player.still(seconds=0.5)  # fonts follow once the size has stopped changing
            self.assertEqual((seen.width, seen.height), (width, height))
            self.assertIsNotNone(self.sights.focus(seen), f"the focus at {width}x{height}")
            self.shot(player, f"{width}x{height}")
        self.assertTrue(seen.resembles(before), "back at the old size everything is as it was")
        player.answer()
        player.ready("reveal")
        player.leave()
        self.assertEqual(len(self.answered(player)), 1)

    def test_full_screen_and_back(self):
        player = self.play(*self.choice).ready("question")
        before = player.still()
        player.key("F11")
        time.sleep(0.3)
        player.find_window()
        whole = player.still(seconds=0.5)
        self.assertEqual((whole.width, whole.height), (1920, 1080))
        self.shot(player, "full")
        self.assertIsNotNone(self.sights.focus(whole))
        player.key("F11")
        time.sleep(0.3)
        player.find_window()
        back = player.still(seconds=0.5)
        self.assertTrue(back.resembles(before))
        player.point(640, 715)
        player.answer()
        player.ready("reveal")
        player.leave()

    def test_full_screen_from_the_settings_is_kept_for_the_next_start(self):
        player = self.play(settings={}).ready("home")
        player.key("shift+Tab", "Return")
        player.ready("settings")
        player.key("Down", "Down", "Down", "Right")
        time.sleep(0.3)
        player.find_window()
        whole = player.still(seconds=0.5)
        self.assertEqual((whole.width, whole.height), (1920, 1080))
        self.shot(player, "settings-full")
        player.key("Escape")
        player.ready("home")
        player.leave()
        again = self.play().ready("home")
        again.find_window()
        self.assertEqual(again.still(seconds=0.5).width, 1920)
        again.key("F11")
        time.sleep(0.3)
        again.find_window()
        self.assertEqual(again.still(seconds=0.5).width, 1280)
        again.leave()

    def test_keys_page_and_esc_everywhere(self):
        player = self.play(settings={}).ready("home")
        home = player.still()
        player.key("F1")
        player.ready("keys")
        self.shot(player, "keys")
        player.key("Escape")
        player.ready("home")
        self.assertTrue(player.still().resembles(home))
        player.key("1")
        player.ready("question")
        player.key("F1")
        player.ready("keys")
        player.key("F1")  # the same key closes it
        player.ready("question")
        player.key("Escape")
        player.ready("home")
        self.shot(player, "continue")
        player.key("2")
        player.ready("dialog")
        self.shot(player, "dialog")
        player.key("Escape")
        player.ready("home")
        player.key("2")
        player.ready("dialog").key("Return")  # Continue has the focus
        player.ready("question")
        player.answer(right=False)
        player.ready("reveal")
        player.key("space", "Escape", "Escape")
        player.ready("home")
        player.quit()
        player.ended()

    def test_an_idle_screen_draws_nothing(self):
        player = self.play(*self.choice, settings={}).ready("question")
        for after, key in (("question", "1"), ("reveal", "Escape"), ("home", None)):
            frames = player.wait_for("idle ")
            self.assertTrue(player.quiet_for(2.1), f"{after}: drawn again after '{frames}': {player.lines}")
            if key:
                player.key(key)
                player.wait_for("ready ")
        player.leave()
        self.assertIn(f"frames={frames.split()[1]} ", player.wait_for("stats "))

    def test_without_the_letters_it_says_what_to_install(self):
        hidden = ["unshare", "-rm", "sh", "-c", f"mount -t tmpfs none {LETTERS} && exec \"$0\" \"$@\""]
        if subprocess.run([*hidden, "true"], capture_output=True, check=False).returncode != 0:
            self.skipTest("no folder can be hidden from one program here")
        player = self.play(prefix=hidden)
        self.assertEqual(player.process.wait(timeout=60), 1)
        player.stop()
        self.assertIn("fonts-inter", "".join(player.errors))

    def test_without_opengl_it_says_what_to_install(self):
        bare = Display(1280, 720, "-extension", "GLX")
        self.addCleanup(bare.close)
        player = self.play(env={"DISPLAY": bare.name})
        self.assertEqual(player.process.wait(timeout=60), 1)
        player.stop()
        self.assertIn("libgl1-mesa-dri", "".join(player.errors))

    def test_without_a_display_it_says_so(self):
        player = self.play(env={"DISPLAY": ""})
        self.assertEqual(player.process.wait(timeout=60), 2)
        player.stop()
        self.assertIn("--help", "".join(player.errors))


class Settings(Case):
    def kept(self):
        return json.loads((self.folder / "data" / "settings.json").read_text())

    def open(self, player):
        """Opens the settings from home. The rounds come first, then name, settings and keys."""
        player.key("shift+Tab", "Return")
        player.ready("settings")

    def test_by_keyboard(self):
        player = self.play(settings={}).ready("home")
        self.open(player)
        dark = player.still()
        player.key("Right")
        light = player.still(after=dark)
        self.assertGreater(brightness(light), brightness(dark) + 300, "paper instead of dusk")
        player.key("Down", *["Right"] * 9)
        large = player.still(after=light)
        player.key("Down", "Right")
        player.still(after=large)
        self.shot(player, "light-200")
        player.key("Escape")
        player.ready("home")
        self.shot(player, "home-light-200")
        player.leave()
        kept = self.kept()
        self.assertEqual((kept["theme"], kept["text_percent"], kept["reduced_motion"]), ("light", 200, True))
        again = self.play().ready("home")
        self.assertGreater(brightness(again.still()), 500)
        again.leave()

    def test_by_mouse(self):
        player = self.play(settings={}).ready("home")
        self.open_by_mouse(player)
        before = player.still()
        self.shot(player, "before")
        # The row of themes comes first; the sizes are below it.
        y = self.click_until(player, "theme", "light", 0.12)
        self.assertIsNotNone(y, "no click makes it light")
        self.assertIsNotNone(self.click_until(player, "text_percent", 200, y + 0.04), "no click doubles the text")
        player.still(after=before)
        self.shot(player, "after")
        player.leave()
        self.assertEqual((self.kept()["theme"], self.kept()["text_percent"]), ("light", 200))

    def open_by_mouse(self, player):
        """Opens the settings by mouse: the last of the lowest row of quiet buttons at the lower left, above the
        key hints."""
        seen = player.still()
        for y in range(int(seen.height * 0.94), int(seen.height * 0.6), -20):
            boxes = {}
            for x in range(80, seen.width // 2, 60):
                player.point(x, y)
                time.sleep(0.25)
                box = self.sights.focus(player.look())
                if box and box.y > seen.height // 2 and box.right < seen.width // 2 and box.x <= x <= box.right:
                    boxes[box.x] = box
            if len(boxes) >= 2:
                player.click(*boxes[sorted(boxes)[-1]].middle)
                player.ready("settings")
                return
        self.fail("no row of buttons at the lower left")

    def click_until(self, player, name, value, top):
        """Clicks from this share of the height down, from right to left, until the setting has this value. Returns
        where, as a share of the height, or None."""
        seen = player.still()
        for y in range(int(seen.height * top), int(seen.height * 0.8), 30):
            for x in range(int(seen.width * 0.78), int(seen.width * 0.45), -90):
                player.click(x, y)
                time.sleep(0.12)
                if self.kept()[name] == value:
                    return y / seen.height
        return None


class Starting(Case):
    def test_first_start_asks_for_a_name(self):
        player = self.play(profile=None).ready("name")
        self.shot(player, "name")
        player.key("ctrl+a")
        player.type("Marie Curie")
        player.still()
        self.shot(player, "typed")
        player.key("Return")
        player.ready("home")
        self.shot(player, "home")
        player.key("1")
        player.ready("question")
        player.leave()
        self.assertEqual(player.stored("SELECT name FROM profile"), [("Marie Curie",)])
        again = self.play(profile=None).ready("home")
        again.leave()

    def test_a_name_typed_fast_is_taken_whole(self):
        player = self.play(profile=None).ready("name")
        player.key("ctrl+a")
        player.type("Wilhelmina Sklodowska", delay=12)
        player.key("Return")
        player.ready("home")
        player.leave()
        self.assertEqual(player.stored("SELECT name FROM profile"), [("Wilhelmina Sklodowska",)])

    def test_an_empty_name_is_not_taken(self):
        player = self.play(profile=None).ready("name")
        before = player.still()
        player.key("ctrl+a", "BackSpace", "Return")
        player.still(after=before)
        self.shot(player, "empty")
        player.type("x" * 80)
        player.key("Return")
        player.still(seconds=0.5)
        self.shot(player, "long")
        self.assertEqual([line for line in player.lines if line.startswith("ready")], ["ready name"])
        player.key("Escape")
        player.ready("home")
        player.leave()
        self.assertEqual(player.stored("SELECT name FROM profile"), [("Guest",)])

    def test_left_in_the_middle_and_taken_up(self):
        ways = {"the cross": lambda p: p.close_window(), "SIGTERM": lambda p: p.process.terminate()}
        player = self.play(*self.choice).ready("question")
        first = player.answer(right=False)
        player.ready("reveal").key("Return")
        player.ready("question")
        seen, asked = player.still(), player.question()
        player.leave()
        for name, way in ways.items():
            with self.subTest(name):
                player = self.play().ready("home")
                player.key("Return")
                player.ready("question")
                self.assertTrue(player.still().resembles(seen), "the same question in the same order")
                way(player)
                player.ended()
        player = self.play().ready("home")
        player.key("Return")
        player.ready("question").key("Escape")
        player.ready("home").key("Return")
        player.ready("question")
        self.assertTrue(player.still().resembles(seen))
        second = player.answer(asked=asked)
        player.ready("reveal")
        player.leave()
        self.assertEqual(self.answered(player), [(*first, 0), (*second, 1000)])

    def test_a_second_instance_says_that_it_does_not_save(self):
        first = self.play(*self.choice).ready("question")
        below = first.still()
        self.assertFalse(self.sights.has_banner(below))
        second = self.play(*self.choice).ready("question")
        self.assertTrue(self.sights.has_banner(second.still()), "a banner says that progress is not being saved")
        self.shot(second, "question")
        second.key("2")
        second.ready("reveal")
        self.shot(second, "reveal")
        second.leave()
        first.point(640, 700)
        self.assertTrue(first.still().resembles(below), "the window below is drawn again when the pointer comes")
        first.leave()
        self.assertEqual(self.answered(first), [])

    def test_a_data_folder_that_is_a_file(self):
        (self.folder / "data").write_text("mine")
        player = self.play(*self.choice).ready("question")
        self.assertTrue(self.sights.has_banner(player.still()))
        self.shot(player, "question")
        player.key("Return")
        player.ready("reveal")
        player.leave()
        self.assertEqual((self.folder / "data").read_text(), "mine")

    def test_an_author_saves_while_it_plays(self):
        pack = self.folder / "pack"
        subprocess.run([PROGRAM, "new-pack", str(pack)], check=True, capture_output=True)
        questions = pack / "questions.json"
        text = questions.read_text().replace('"count": 5,', '"count": 5, "shuffled": false,')
        questions.write_text(text)
        player = self.play("--pack", pack, "--watch", "--round", "first-round").ready("question")
        before = player.still()
        questions.write_text(text.replace("A polygon gets one side more.", "One side is added to a polygon."))
        player.ready("question")
        self.assertNotEqual(player.still(after=before), before)
        questions.write_text(text.replace('"right": true', '"rihgt": true'))
        player.ready("dialog")
        self.shot(player, "problem")
        questions.write_text(text)
        player.ready("question")
        self.assertTrue(player.still().resembles(before))
        player.answer()
        player.ready("reveal")
        player.leave()
        self.assertEqual(self.answered(player), [], "an author's trial is not kept")

    def test_an_answer_survives_a_kill(self):
        player = self.play(*self.choice).ready("question")
        player.key("1")
        player.ready("reveal")
        player.process.kill()
        player.stop()
        again = self.play().ready("home")
        again.key("Return")
        again.ready("reveal")
        again.leave()
        self.assertEqual(len(self.answered(again)), 1)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
