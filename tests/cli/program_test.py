#!/usr/bin/env python3
"""Tests the program as a person meets it: its verbs, exit codes, sentences and trouble.

Usage: program_test.py PROGRAM SOURCE_DIR
"""
import json
import os
import pathlib
import pty
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import warnings
import zipfile

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
ROUNDS = ["meet-the-four-forms", "which-has-more", "chain-of-events", "what-do-the-sources-say"]


def run(*arguments, stdin="", env=None, timeout=120):
    """Runs the program without a display and returns the finished process with its output."""
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_DATA_HOME")}
    environment["HOME"] = HOME
    environment.update(env or {})
    environment = {k: v for k, v in environment.items() if v is not None}
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, text=True, env=environment,
                          timeout=timeout, check=False, errors="replace")


HOME = tempfile.mkdtemp(prefix="chelate-home-")


def answers(round_id, seed, count):
    """Returns a line that fits each of the first questions. Which kinds a seed asks depends on the pack."""
    lines = run("questions", "--round", round_id, "--seed", seed, "--count", count, "--json").stdout.splitlines()
    keys = [json.loads(line)["key"] for line in lines]
    return ["1" if len(key) == 1 else " ".join(str(place + 1) for place in range(len(key))) for key in keys]


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="chelate-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def says(self, result, code, *words):
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        for word in words:
            self.assertIn(word, result.stderr)
        if code != 0:
            self.assertTrue(result.stderr.strip())

    def pack(self, **files):
        """Makes a folder with the given files and returns it. In their names `__` stands for a dot."""
        folder = self.folder / "pack"
        folder.mkdir()
        for name, text in files.items():
            (folder / name.replace("__", ".")).write_bytes(text if isinstance(text, bytes) else text.encode())
        return folder


class Use(Case):
    def test_help_and_version_need_nothing(self):
        for arguments in (["--help"], ["--version"], ["play", "--help"], ["validate", "--help"], ["replay", "--help"], ["questions", "--help"]):
            with self.subTest(arguments):
                result = run(*arguments, env={"HOME": None})
                self.assertEqual(result.returncode, 0)
                self.assertTrue(result.stdout.strip())
                self.assertEqual(result.stderr, "")

    def test_help_names_every_verb_and_the_virtual_clock(self):
        text = run("--help").stdout
        for word in ("play", "validate", "replay", "questions", "virtual clock", "Exit codes"):
            self.assertIn(word, text)

    def test_wrong_use_ends_with_2(self):
        for arguments in (["nonsense"], ["--nonsense"], ["play", "--seed", "x"], ["validate"], ["replay"], ["questions"],
                          ["play", "--headless"], ["play", "--answers", "right"], ["play", "--json"],
                          ["questions", "--round", "which-has-more", "--count", "0"], ["play", "--headless", "--terminal", "--answers", "right"],
                          ["play", "--headless", "--answers", "right", "--seed", "-1"]):
            with self.subTest(arguments):
                self.says(run(*arguments), 2, "chelate:")


class ExitWord(Case):
    """The word that ends kiosk mode is checked before anything else, so these tests need no display."""

    def test_words_that_visitors_would_type_are_refused(self):
        for word, why in (("", "cannot be empty"), ("1111", "at least 6"), ("aaaa", "at least 6"), ("nokut", "at least 6"), ("111111", "2 different letters"),
                          ("nnnnnn", "2 different letters"), ("NnNnNn", "2 different letters"), ("123456", "“1”"), ("bekata", "“b”"),
                          ("nokuto.", "“.”"), ("noku to", "without spaces"), ("nökutö", "every keyboard"), ("no\x1bkuto", "every keyboard")):
            for option in ("--exit-word", "--way-out"):
                with self.subTest((option, word)):
                    self.says(run("kiosk", option, word), 2, why)

    def test_a_word_in_a_file(self):
        word = self.folder / "word"
        for content, mode, why in (("nokuto\n", 0o604, "chmod o-r"), ("nokut\nnokuto\n", 0o600, "at least 6"), ("\nnokuto\n", 0o600, "at least 6"),
                                   ("1111111\n", 0o600, "2 different letters"), ("x" * 5000, 0o600, "larger than")):
            word.write_text(content)
            word.chmod(mode)
            with self.subTest(content[:20]):
                self.says(run("kiosk", "--exit-word-file", word), 1, why)
        word.unlink()
        self.says(run("kiosk", "--way-out-file", word), 1, "does not exist")
        os.mkfifo(word, 0o600)
        self.says(run("kiosk", "--way-out-file", word), 1, "could not be read")
        self.says(run("kiosk", "--way-out-file", word, "--way-out", "nokuto"), 2, "cannot be used together")

    def test_a_good_word_comes_to_the_window(self):
        word = self.folder / "word"
        word.write_text("nokuto\r\n")
        word.chmod(0o640)
        self.says(run("kiosk", "--exit-word-file", word), 2, "needs a window")
        self.says(run("kiosk", "--exit-word", "nokuto"), 2, "needs a window")


class Headless(Case):
    def play(self, *arguments):
        return run("play", "--headless", "--json", *arguments)

    def last(self, result):
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout.splitlines()[-1])

    def test_every_round_right_wrong_and_random(self):
        for name in ROUNDS:
            right = self.last(self.play("--answers", "right", "--round", name, "--seed", "5"))
            self.assertEqual(list(right), ["type", "round", "points", "possible", "right", "asked"])
            self.assertEqual((right["type"], right["round"]), ("session_result", name))
            self.assertEqual(right["points"], right["possible"])
            self.assertEqual(right["right"], right["asked"])
            self.assertEqual(right["possible"], 1000 * right["asked"])
            wrong = self.last(self.play("--answers", "wrong", "--round", name, "--seed", "5"))
            self.assertEqual((wrong["points"], wrong["right"]), (0, 0))
            self.assertEqual(wrong["asked"], right["asked"])
            random = self.last(self.play("--answers", "random", "--round", name, "--seed", "5"))
            self.assertLessEqual(random["points"], random["possible"])

    def test_same_seed_same_bytes_other_seed_others(self):
        one = self.play("--answers", "random", "--round", "which-has-more", "--seed", "9")
        two = self.play("--answers", "random", "--round", "which-has-more", "--seed", "9")
        three = self.play("--answers", "random", "--round", "which-has-more", "--seed", "10")
        kept = self.play("--answers", "random", "--round", "which-has-more", "--seed", "9", "--data-dir", self.folder / "d", "--profile", "Ada")
        self.assertEqual(one.stdout, two.stdout)
        self.assertEqual(one.stdout, kept.stdout)
        self.assertNotEqual(one.stdout, three.stdout)
        self.assertTrue((self.folder / "d" / "progress.db").exists())

    def test_every_line_is_json(self):
        for line in self.play("--answers", "random", "--round", "chain-of-events").stdout.splitlines():
            self.assertIn("type", json.loads(line))

    def test_a_recording_replays_and_answers_again(self):
        for name in ROUNDS:
            file = self.folder / f"{name}.jsonl"
            first = self.play("--answers", "random", "--round", name, "--seed", "77", "--record", file)
            replayed = run("replay", file)
            self.assertEqual(replayed.returncode, 0, replayed.stderr)
            self.assertEqual(replayed.stdout.strip(), first.stdout.splitlines()[-1])
            again = self.play("--answers", file)
            self.assertEqual(again.stdout, first.stdout)
            second = self.folder / f"{name}-again.jsonl"
            self.play("--answers", file, "--record", second)
            self.assertEqual(second.read_bytes(), file.read_bytes())

    def test_a_changed_recording_is_found_out(self):
        file = self.folder / "r.jsonl"
        self.play("--answers", "right", "--round", "which-has-more", "--record", file)
        text = file.read_text()
        file.write_text(text.replace('"points":1000', '"points":9000', 1))
        self.says(run("replay", file), 1, "recorded:", "replayed:", "9000")
        self.says(self.play("--answers", file), 1, "r.jsonl:", "differs")
        file.write_text("hello\n")
        self.says(run("replay", file), 1, "recording")
        self.says(run("replay", self.folder / "none"), 1, "does not exist")
        self.says(self.play("--answers", self.folder / "none"), 1, "does not exist")


class Questions(Case):
    def test_prompt_choices_key_facts_and_sources(self):
        result = run("questions", "--pack", SOURCE / "content/magnesium", "--round", "which-has-more", "--seed", "4", "--count", "30", "--json")
        self.assertEqual(result.returncode, 0, result.stderr)
        lines = [json.loads(line) for line in result.stdout.splitlines()]
        self.assertEqual(len(lines), 30)
        for line in lines:
            self.assertTrue(line["prompt"] and line["facts"] and line["sources"] and line["explanation"])
            for place in line["key"]:
                self.assertTrue(1 <= place <= len(line["choices"]))
        plain = run("questions", "--round", "chain-of-events", "--count", "3")
        self.assertEqual(plain.returncode, 0)
        self.assertIn("Right answer:", plain.stdout)

    def test_a_question_has_its_kind_and_all_that_is_shown_with_it(self):
        found = {}
        for pack, round_id in (("tests/content/planets", "tour"), ("tests/content/planets", "opinions"), ("content/magnesium", "broken-chains")):
            result = run("questions", "--pack", SOURCE / pack, "--round", round_id, "--seed", "4", "--count", "30", "--json")
            self.assertEqual(result.returncode, 0, result.stderr)
            for line in result.stdout.splitlines():
                found.setdefault(json.loads(line)["kind"], json.loads(line))
        self.assertEqual(found["poll"]["key"], [])
        self.assertEqual(len(found["poll"]["choices"]), 2)
        matched = found["match"]
        self.assertEqual(len(matched["targets"]), 4)
        self.assertEqual(sorted(matched["key"]), [1, 2, 3, 4])
        scale = found["estimate"]["scale"]
        self.assertTrue(scale["from"] <= found["estimate"]["key"][0] <= scale["to"])
        self.assertEqual(scale["decimals"], 0)
        self.assertTrue(any(question["panels"] for question in found.values()))

    def test_an_unknown_round_suggests_the_nearest(self):
        self.says(run("questions", "--round", "wich-has-more"), 1, "which-has-more")
        self.says(run("play", "--headless", "--answers", "right", "--round", "chain_of_event"), 1, "chain-of-events")
        self.says(run("play", "--terminal", "--round", "zzzzzz"), 1, "zzzzzz", "which-has-more")


class Memory(Case):
    """Compares the memory model with the results of another program."""
    VECTORS = SOURCE / "tests/memory/fsrs_vectors.json"
    OURS = {"retrievability_before", "stability", "difficulty", "interval_raw", "interval", "interval_modifier", "retrievability"}

    def leaves(self, value, path=()):
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
        if items is None:
            return {path: value}
        return {leaf: one for key, inner in items for leaf, one in self.leaves(inner, (*path, key)).items()}

    def test_the_document_comes_back_with_our_results_under_the_same_keys(self):
        given = json.loads(self.VECTORS.read_text())
        result = run("memory", "--vectors", self.VECTORS, "--json")
        self.assertEqual(result.returncode, 0, result.stderr)
        ours, theirs = self.leaves(json.loads(result.stdout)), self.leaves(given)
        self.assertEqual(ours.keys(), theirs.keys())
        computed = {path for path in theirs if path[-1] in self.OURS and path[0] in ("histories", "single_steps", "intervals")
                    and path[-2] != "state" and not (path[0] == "intervals" and path[-1] == "stability")}
        self.assertGreater(len(computed), 2000)
        for path, value in theirs.items():
            if path not in computed or value is None:
                self.assertEqual(ours[path], value, path)
            else:  # a day more or less is fine on the edge of rounding
                self.assertAlmostEqual(ours[path], value, delta=1 if path[-1] == "interval" else max(5e-6 * abs(value), 5e-7), msg=path)
        # Results that the file does not have yet are computed as well.
        for path in sorted(computed, key=str):
            place = given
            for key in path[:-1]:
                place = place[key]
            del place[path[-1]]
        bare = self.folder / "bare.json"
        bare.write_text(json.dumps(given))
        again = run("memory", "--vectors", bare, "--json")
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual(self.leaves(json.loads(again.stdout)), ours)

    def test_what_is_too_far_off_or_not_readable_is_said(self):
        near = run("memory", "--vectors", self.VECTORS)
        self.assertEqual(near.returncode, 0, near.stderr)
        self.assertIn("All are within", near.stdout)
        text = self.VECTORS.read_text()
        wrong = self.folder / "wrong.json"
        wrong.write_text(text.replace('"stability": 1.2931', '"stability": 1.3', 1))
        result = run("memory", "--vectors", wrong)
        self.assertEqual(result.returncode, 1)
        self.assertIn("1 is outside", result.stdout)
        wrong.write_text(text.replace('"rating": 2', '"rating": 7', 1))
        self.says(run("memory", "--vectors", wrong, "--json"), 1, "out-of-range", "rating")
        wrong.write_text("{}")
        self.says(run("memory", "--vectors", wrong), 1, "parameter_sets")
        self.says(run("memory", "--vectors", self.folder / "none.json"), 1, "does not exist")
        self.says(run("memory"), 2, "--vectors")


class Progress(Case):
    """`chelate progress`: checks, backs up, restores and moves everybody's saved progress."""

    def play(self, name="Ada", seed=1, folder=None):
        result = run("play", "--headless", "--answers", "right", "--profile", name, "--seed", seed, "--data-dir", folder or self.folder / "d")
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def progress(self, verb, *arguments, folder=None):
        return run("progress", verb, *arguments, "--data-dir", folder or self.folder / "d")

    def backups(self):
        return sorted(path.name for path in (self.folder / "d" / "backups").glob("progress-*.db"))

    def test_nothing_is_kept_yet(self):
        for verb in ("check", "rebuild", "backup"):
            result = self.progress(verb)
            self.assertEqual(result.returncode, 0)
            self.assertIn("No progress is saved", result.stdout)

    def test_check_and_rebuild(self):
        self.play()
        self.play("Ben")
        result = self.progress("check")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("Ada:", result.stdout)
        self.assertIn("No problems found", result.stdout)
        import sqlite3
        with sqlite3.connect(self.folder / "d" / "progress.db") as connection:
            connection.execute("UPDATE memory SET stability = stability * 2")
        connection.close()
        self.says(self.progress("check"), 1, "Ada", "Ben")
        self.assertEqual(self.progress("rebuild").returncode, 0)
        self.assertEqual(self.progress("check").returncode, 0)

    def test_a_backup_a_day_by_itself_and_one_by_hand(self):
        left = 86400 - time.time() % 86400
        if left < 60:
            time.sleep(left + 1)  # the test counts days, so it must not run over midnight
        self.play()
        self.assertEqual(self.backups(), [])  # there was nothing to back up before
        self.play(seed=2)
        self.assertEqual(len(self.backups()), 1)
        self.play(seed=3)
        self.assertEqual(len(self.backups()), 1)  # one a day is enough
        time.sleep(1.1)
        result = self.progress("backup")
        self.assertEqual(result.returncode, 0)
        self.assertIn("progress-", result.stdout)
        # Of each day, only the newest backup stays.
        self.assertEqual(self.backups(), [pathlib.Path(result.stdout.strip()).name])

    def test_back_to_a_backup(self):
        self.play()
        self.assertEqual(self.progress("restore").stdout, "There is no readable backup.\n")
        self.assertEqual(self.progress("backup").returncode, 0)
        before = self.progress("check").stdout
        self.play(seed=2)
        self.assertNotEqual(self.progress("check").stdout, before)
        listed = self.progress("restore").stdout
        self.assertIn(self.backups()[0], listed)
        self.assertEqual(sorted(path.name for path in (self.folder / "d" / "backups").iterdir()), self.backups())
        result = self.progress("restore", self.backups()[0])
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertEqual(self.progress("check").stdout, before)
        # the progress from before, which was set aside
        self.assertTrue(pathlib.Path(result.stdout.splitlines()[-1]).exists())
        self.says(self.progress("restore", "nowhere.db"), 1, "nowhere.db")

    def test_damaged_progress_names_the_backup_that_helps(self):
        self.play()
        self.progress("backup")
        good = self.backups()[0]
        (self.folder / "d" / "backups" / "progress-20991231T000000Z.db").write_bytes(b"broken")
        database = self.folder / "d" / "progress.db"
        for damage in (b"", database.read_bytes()[:6000]):
            database.write_bytes(damage)
            result = run("play", "--terminal", "--profile", "Ada", "--data-dir", self.folder / "d", stdin="q\n")
            self.assertIn("chelate progress restore " + good, result.stderr)
            self.assertEqual(database.read_bytes(), damage)
            self.says(self.progress("check"), 1, "damaged", good)
            self.assertEqual(database.read_bytes(), damage)
        self.assertLessEqual({path.name for path in (self.folder / "d").iterdir()}, {"backups", "progress.db", "settings.json"})
        self.assertEqual(self.progress("restore", "newest").returncode, 0)
        self.assertEqual(self.progress("check").returncode, 0)

    def test_from_one_machine_to_another(self):
        self.play()
        self.play("Ben")
        out = self.folder / "ada.db"
        self.says(self.progress("export", out), 1, "--name", "Ada", "Ben")
        self.says(self.progress("export", out, "--name", "Zoe"), 1, "Zoe", "Ada")
        self.assertIn("Ada", self.progress("export", out, "--name", "ada").stdout)
        self.says(self.progress("export", out, "--name", "Ada"), 1, "already exists")
        before = out.read_bytes()
        away = self.folder / "away"
        result = self.progress("import", out, folder=away)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("Ada was added", result.stdout)
        self.assertEqual(out.read_bytes(), before)
        known = next(line for line in self.progress("check").stdout.splitlines() if line.startswith("Ada"))
        self.assertIn(known, self.progress("check", folder=away).stdout)
        # Importing again adds nothing. What was played there comes home exactly once.
        self.assertIn("0 events", self.progress("import", out, folder=away).stdout)
        self.play(seed=5, folder=away)
        back = self.folder / "back.db"
        self.progress("export", back, folder=away)
        self.assertIn("in 1 round", self.progress("import", back).stdout)
        self.assertEqual(self.progress("check").returncode, 0)
        known = next(line for line in self.progress("check").stdout.splitlines() if line.startswith("Ada"))
        self.assertIn(known, self.progress("check", folder=away).stdout)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["ada.db", "away", "back.db", "d"])

    def test_two_people_of_one_name(self):
        self.play()
        here = self.progress("check").stdout
        away, out = self.folder / "away", self.folder / "other.db"
        self.play(seed=9, folder=away)
        self.progress("export", out, folder=away)
        self.says(self.progress("import", out, "--name", "Zoe"), 1, "Zoe", "Ada")
        self.says(self.progress("import", out, "--as", " "), 1, "name")
        self.assertEqual(self.progress("check").stdout, here)
        self.assertIn("Ada B. was added", self.progress("import", out, "--as", "Ada B.").stdout)
        after = self.progress("check").stdout
        for line in here.splitlines():
            self.assertIn(line, after)
        self.assertEqual(sum(line.startswith("Ada") for line in after.splitlines()), 2)
        # From now on they are recognised by their identity, not by their name.
        self.assertIn("Ada B. gained 0 events", self.progress("import", out).stdout)

    def test_what_cannot_be_brought_in(self):
        self.play()
        before = self.progress("check").stdout
        letter = self.folder / "letter.db"
        letter.write_bytes(b"Dear aunt, " * 1000)
        self.says(self.progress("import", letter), 1, "letter.db")
        self.says(self.progress("import", self.folder / "none.db"), 1, "none.db", "does not exist")
        self.assertEqual(self.progress("check").stdout, before)
        self.assertEqual(letter.read_bytes(), b"Dear aunt, " * 1000)

    def test_erase_asks_first_and_says_where_a_copy_is_left(self):
        self.play()
        self.play("Ben")
        self.says(self.progress("erase"), 1, "--name")
        self.says(self.progress("erase", "--name", "Ben"), 1, "Ben", "bring it back", "--yes")
        self.assertIn("Ben", self.progress("check").stdout)
        self.progress("backup")
        result = self.progress("erase", "--name", "Ben", "--yes")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("Earlier backups still contain Ben", result.stdout)
        self.assertNotIn("Ben", self.progress("check").stdout)
        self.assertIn("Ada", self.progress("check").stdout)

    def test_an_unreadable_settings_file_is_put_aside_and_said(self):
        data = self.folder / "d"
        data.mkdir()
        (data / "settings.json").write_text('{"theme": ')
        result = run("play", "--terminal", "--profile", "Ada", "--data-dir", data, stdin="q\n")
        self.assertIn("settings.json.broken", result.stderr)
        self.assertEqual((data / "settings.json.broken").read_text(), '{"theme": ')


class Validate(Case):
    def test_the_shipped_pack_is_fine(self):
        result = run("validate", SOURCE / "content/magnesium")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("no problems", result.stdout)
        self.assertEqual(run("validate", SOURCE / "content/magnesium/pack.json").returncode, 0)

    def test_missing_empty_not_json_and_newer_packs(self):
        self.says(run("validate", self.folder / "none"), 1, "none")
        empty = self.folder / "empty"
        empty.mkdir()
        self.says(run("validate", empty), 1, "empty")
        self.says(run("validate", self.pack(pack__json="not json")), 1, "pack.json:1:")
        newer = self.folder / "newer"
        newer.mkdir()
        (newer / "pack.json").write_text('{"format": 2}')
        self.says(run("validate", newer), 1, "format")
        for folder in (self.folder / "none", empty, self.folder / "pack", newer):
            self.says(run("play", "--headless", "--answers", "right", "--pack", folder), 1, "cannot be used")

    def test_the_rules_of_a_pack_are_looked_at_too(self):
        folder = self.folder / "copy"
        shutil.copytree(SOURCE / "content/magnesium", folder)
        rules = folder / "lint.json"
        sound = rules.read_bytes()
        rules.write_bytes(sound[:40] + b"\xff" + sound[40:])
        self.says(run("validate", folder), 1, "lint.json:", "error[bad-utf8]")
        self.says(run("lint", folder), 1, "lint.json:", "error[bad-utf8]")
        as_json = run("validate", folder, "--json")
        self.assertEqual(as_json.returncode, 1)
        self.assertIn("lint.json", as_json.stdout)
        rules.write_text(sound.decode().replace('"why"', '"wyh"', 1))
        self.says(run("validate", folder), 1, "lint.json:", "error[unknown-key]", "^")
        rules.unlink()
        rules.mkdir()
        self.says(run("validate", folder), 1, "lint.json", "error[file-not-read]")
        rules.rmdir()
        self.assertEqual(run("validate", folder).returncode, 0)

    def test_a_problem_has_file_line_column_code_and_caret(self):
        folder = self.folder / "copy"
        shutil.copytree(SOURCE / "content/magnesium", folder)
        rounds = folder / "rounds.json"
        rounds.write_text(rounds.read_text().replace('"about"', '"abuot"', 1))
        result = run("validate", folder)
        self.says(result, 1, "rounds.json:", "error[unknown-key]", "did you mean", "^")
        as_json = run("validate", folder, "--json")
        self.assertEqual(as_json.returncode, 1)
        lines = [json.loads(line) for line in as_json.stdout.splitlines()]
        self.assertEqual(lines[-1]["type"], "validation")
        self.assertIn("unknown-key", [line.get("code") for line in lines])
        # One faulty round costs only itself; the others can be played.
        played = run("play", "--headless", "--answers", "right", "--json", "--pack", folder, "--round", "chain-of-events")
        self.assertEqual(played.returncode, 0, played.stderr)


class Terminal(Case):
    def test_a_whole_round_in_the_terminal(self):
        # "1" answers a choice. An order of n items needs all n, so longer and longer orders follow each refusal.
        lines = "1\n1 2 3\n1 2 3 4\n1 2 3 4 5\n1 2 3 4 5 6\n\n" * 80
        result = run("play", "--terminal", "--round", "which-has-more", "--seed", "2", "--profile", "Ada", "--data-dir", self.folder, stdin=lines)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("of 10 right", result.stdout)
        self.assertIn("Saved", result.stdout)
        self.assertIn("For learning only", result.stdout.replace("\n", " "))

    def test_the_sources_are_told_when_asked_for(self):
        result = run("play", "--terminal", "--round", "what-do-the-sources-say", "--seed", "3", "--profile", "Ada", "--data-dir", self.folder,
                     stdin=answers("what-do-the-sources-say", 3, 1)[0] + "\ns\nq\n")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("  – ", result.stdout.split("Enter continues")[1])

    def test_a_recording_of_a_round_taken_up_replays(self):
        one, two = answers("what-do-the-sources-say", 3, 2)
        run("play", "--terminal", "--round", "what-do-the-sources-say", "--seed", "3", "--profile", "Ada", "--data-dir", self.folder, stdin=one + "\n\n")
        file = self.folder / "second.jsonl"
        run("play", "--terminal", "--profile", "Ada", "--data-dir", self.folder, "--record", file, stdin=f"c\n{two}\n\nq\nq\n")
        self.assertIn('"taken_up":', file.read_text().splitlines()[0])
        replayed = run("replay", file)
        self.assertEqual((replayed.returncode, replayed.stderr), (0, ""))
        self.assertEqual(json.loads(replayed.stdout)["asked"], 2)

    def test_left_in_the_middle_it_is_offered_again_with_the_same_question(self):
        first = run("play", "--terminal", "--round", "what-do-the-sources-say", "--seed", "3", "--profile", "Ada", "--data-dir", self.folder,
                    stdin=answers("what-do-the-sources-say", 3, 1)[0] + "\n\n")
        self.assertIn("Your round is saved", first.stdout)
        second = run("play", "--terminal", "--profile", "Ada", "--data-dir", self.folder, stdin="c\nq\nq\n")
        self.assertIn("Continue", second.stdout)
        question = re.split("Your choice|The order", first.stdout.split("Question 2 of")[1])[0]
        self.assertIn("Question 2 of" + question, second.stdout)

    def test_no_display_and_no_terminal_gives_help_and_2(self):
        result = run("play")
        self.assertEqual(result.returncode, 2)
        self.assertIn("chelate", result.stderr)
        self.assertIn("--help", result.stderr)

    def test_no_display_but_a_terminal_plays_there(self):
        pid, fd = pty.fork()
        if pid == 0:
            os.environ.pop("DISPLAY", None)
            os.execv(PROGRAM, [PROGRAM, "play", "--profile", "Ada", "--data-dir", str(self.folder)])
        text = b""
        end = time.time() + 60
        while b"Which round?" not in text and time.time() < end:
            text += os.read(fd, 4096)
        os.write(fd, b"q\n")
        _, status = os.waitpid(pid, 0)
        self.assertEqual(os.waitstatus_to_exitcode(status), 0)
        self.assertIn(b"Playing in the terminal", text)


class Trouble(Case):
    def headless(self, *arguments, env=None):
        return run("play", "--headless", "--answers", "right", "--json", *arguments, env=env)

    def test_profile_names(self):
        for name in ("a/b", "../../etc", "🦊", "##", "x'; DROP TABLE profile; --", "名前"):
            with self.subTest(name):
                result = self.headless("--profile", name, "--data-dir", self.folder / "d")
                self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["d"])
        for name in ("x" * 300, "", "   "):
            with self.subTest(name):
                self.says(self.headless("--profile", name), 2, "name")

    def test_the_pack_that_was_chosen_is_played_again_but_not_by_nobody(self):
        (self.folder / "settings.json").write_text('{"pack": "intervals"}')
        chosen = run("play", "--terminal", "--profile", "Ada", "--data-dir", self.folder, stdin="q\n")
        self.assertIn("First steps", chosen.stdout)
        # Headless play does not depend on anybody's settings.
        self.assertEqual(run("play", "--headless", "--answers", "right", "--json", "--data-dir", self.folder).stdout.splitlines()[-1],
                         run("play", "--headless", "--answers", "right", "--json").stdout.splitlines()[-1])
        own = self.folder / "packs" / "mine"
        run("new-pack", own, "--title", "Mine")
        (self.folder / "settings.json").write_text('{"pack": "mine"}')
        self.assertIn("First round", run("play", "--terminal", "--profile", "Ada", "--data-dir", self.folder, stdin="q\n").stdout)
        (own / "pack.json").write_text('{"format": 1, "id": "mine", "name": "Mine"}')
        broken = run("play", "--terminal", "--profile", "Ada", "--data-dir", self.folder, stdin="q\n")
        self.assertIn("missing-key", broken.stderr)
        self.assertIn("Which has more", broken.stdout)
        self.says(broken, 0)

    def test_home_unset(self):
        result = run("play", "--terminal", stdin="q\n", env={"HOME": None})
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_a_data_folder_that_is_a_file_does_not_stop_the_round(self):
        file = self.folder / "file"
        file.write_text("mine")
        result = self.headless("--data-dir", file)
        self.assertEqual(result.returncode, 0)
        self.assertIn("is a file", result.stderr)
        self.assertEqual(file.read_text(), "mine")

    def test_every_round_is_played_recorded_replayed_and_played_again_from_its_recording(self):
        for round_ in json.loads((SOURCE / "content" / "magnesium" / "rounds.json").read_text())["rounds"]:
            for answers in ("right", "wrong", "random"):
                with self.subTest(round=round_["id"], answers=answers):
                    file = self.folder / f"{round_['id']}-{answers}.jsonl"
                    arguments = ["--round", round_["id"], "--seed", "11", "--json"]
                    played = run("play", "--headless", "--answers", answers, "--record", file, *arguments)
                    self.assertEqual(played.returncode, 0, played.stderr)
                    result = json.loads(played.stdout.splitlines()[-1])
                    if answers == "right":
                        self.assertEqual(result["right"], result["asked"])
                        if "speed_loss" not in round_:  # 5 s per answer costs a little where speed counts
                            self.assertEqual(result["points"], result["possible"])
                    if answers == "wrong":
                        self.assertLessEqual(result["points"], 0)
                    self.assertEqual(run("replay", file).stdout.splitlines()[-1], played.stdout.splitlines()[-1])
                    again = run("play", "--headless", "--answers", file, *arguments)
                    self.assertEqual(again.stdout, played.stdout)

    def test_a_second_instance_plays_without_saving(self):
        first = subprocess.Popen([PROGRAM, "play", "--terminal", "--profile", "Ada", "--data-dir", str(self.folder)], stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        try:
            line = b"the beginning"
            while b"Which round?" not in line + first.stdout.peek():
                line = first.stdout.readline()
                self.assertTrue(line, "it ended before it asked")
            result = self.headless("--data-dir", self.folder)
            self.assertEqual(result.returncode, 0)
            self.assertIn("another copy of Chelate", result.stderr)
        finally:
            first.stdin.close()
            first.wait(timeout=20)
            first.stdout.close()
        self.assertEqual(self.headless("--data-dir", self.folder).stderr, "")

    def test_foreign_and_newer_progress_is_left_as_it_is(self):
        database = self.folder / "progress.db"
        database.write_bytes(b"this is a letter to my aunt" * 100)
        result = self.headless("--data-dir", self.folder)
        self.assertEqual(result.returncode, 0)
        self.assertIn("not being saved", result.stderr)
        self.assertEqual(database.read_bytes(), b"this is a letter to my aunt" * 100)
        database.unlink()
        self.headless("--data-dir", self.folder)
        import sqlite3
        with sqlite3.connect(database) as connection:
            connection.execute("PRAGMA user_version = 9999")
        connection.close()
        before = database.read_bytes()
        result = self.headless("--data-dir", self.folder)
        self.assertIn("newer", result.stderr)
        self.assertEqual(database.read_bytes(), before)

    def test_a_recording_that_cannot_be_written(self):
        self.says(self.headless("--record", self.folder / "no" / "such" / "folder"), 1, "could not be written")

    def test_sigterm_during_an_answer_keeps_it(self):
        process = subprocess.Popen([PROGRAM, "play", "--terminal", "--round", "what-do-the-sources-say", "--seed", "3", "--profile", "Ada",
                                    "--data-dir", str(self.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        process.stdin.write(answers("what-do-the-sources-say", 3, 1)[0].encode() + b"\n")
        process.stdin.flush()
        text = b""
        while b"Enter continues" not in text:
            more = os.read(process.stdout.fileno(), 4096)
            self.assertTrue(more, text)
            text += more
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)
        process.stdin.close()
        process.stdout.close()
        self.assertEqual(process.returncode, 0)
        again = run("play", "--terminal", "--profile", "Ada", "--data-dir", self.folder, stdin="c\nq\nq\n")
        self.assertIn("Continue", again.stdout)

    def test_sigterm_at_an_open_question_keeps_the_round(self):
        process = subprocess.Popen([PROGRAM, "play", "--terminal", "--round", "which-has-more", "--seed", "3", "--profile", "Ada",
                                    "--data-dir", str(self.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        text = b""
        while b"e end round" not in text:
            more = os.read(process.stdout.fileno(), 4096)
            self.assertTrue(more, text)
            text += more
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)
        process.stdin.close()
        process.stdout.close()
        self.assertEqual(process.returncode, 0)
        again = run("play", "--terminal", "--profile", "Ada", "--data-dir", self.folder, stdin="c\nq\nq\n")
        self.assertIn("Question 1 of", again.stdout)


class StartWithAChosenPack(Case):
    """A pack chosen in the settings that ends or stops the program must not do so at every start."""

    def setUp(self):
        super().setUp()
        self.mark = self.folder / "starting.json"
        self.settings = self.folder / "settings.json"
        shutil.copytree(SOURCE / "content/intervals", self.folder / "packs" / "mine")
        manifest = self.folder / "packs" / "mine" / "pack.json"
        text = manifest.read_text(encoding="utf-8").replace('"id": "intervals"', '"id": "mine"', 1)
        manifest.write_text(re.sub(r'"name": "[^"]*"', '"name": "My pack"', text, count=1), encoding="utf-8")
        self.choose("mine")

    def choose(self, pack):
        self.settings.write_text(json.dumps({"pack": pack, "profile": "Ada"}), encoding="utf-8")

    def start(self, stdin="q\n"):
        return run("play", "--terminal", "--data-dir", self.folder, stdin=stdin)

    def killed_start(self):
        """Starts the program and kills it before its first screen: as soon as it has written its mark."""
        for _ in range(200):
            process = subprocess.Popen([PROGRAM, "play", "--terminal", "--data-dir", str(self.folder)], stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            before = self.mark.read_bytes() if self.mark.exists() else b""
            while process.poll() is None and (not self.mark.exists() or self.mark.read_bytes() in (b"", before)):
                pass
            process.kill()
            process.wait()
            if self.mark.exists():
                return
        self.fail("every start was quicker than its kill")

    def test_a_start_that_reaches_a_screen_leaves_no_mark(self):
        for _ in range(4):
            self.assertIn("My pack", self.start().stdout)
            self.assertFalse(self.mark.exists())

    def test_after_two_failed_starts_the_shipped_pack_is_used_and_the_reason_said(self):
        self.killed_start()
        self.assertEqual(self.mark.stat().st_mode & 0o777, 0o600)
        self.assertIn("My pack", self.start().stdout) # one failed start may be an accident
        self.assertFalse(self.mark.exists())
        self.killed_start()
        self.killed_start()
        result = self.start()
        self.assertEqual(result.returncode, 0)
        self.assertIn("My pack", result.stderr)
        self.assertIn("settings", result.stderr)
        self.assertNotIn("– My pack", result.stdout)
        self.assertFalse(self.mark.exists())
        again = self.start()
        self.assertNotIn("My pack", again.stderr)
        self.assertNotIn("– My pack", again.stdout)
        self.assertEqual(json.loads(self.settings.read_text(encoding="utf-8"))["profile"], "Ada")
        self.choose("mine")
        self.assertIn("– My pack", self.start().stdout)

    def test_a_kill_after_the_first_screen_is_no_failed_start(self):
        for _ in range(3):
            process = subprocess.Popen([PROGRAM, "play", "--terminal", "--data-dir", str(self.folder)], stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            text = b""
            while b"> " not in text and b"Settings" not in text:
                text += os.read(process.stdout.fileno(), 4096)
            while self.mark.exists():
                time.sleep(0.01)
            process.kill()
            process.wait()
            process.stdin.close()
            process.stdout.close()
        self.assertIn("– My pack", self.start().stdout)

    def test_a_mark_that_cannot_be_read_changes_nothing(self):
        for text in ("", "{", '{"pack": "mine"}', '{"pack": "mine", "failed": "two"}', '{"pack": "other", "failed": 9}', "x" * 100000):
            with self.subTest(text[:20]):
                self.mark.write_text(text, encoding="utf-8")
                self.assertIn("– My pack", self.start().stdout)
                self.assertFalse(self.mark.exists())
        self.mark.mkdir()
        self.assertIn("– My pack", self.start().stdout)

    def test_a_pack_is_chosen_for_good_once_its_first_question_was_made(self):
        self.choose("")
        run("new-pack", self.folder / "packs" / "silent", "--title", "Silent")
        questions = self.folder / "packs" / "silent" / "questions.json"
        rounds = json.loads(questions.read_text(encoding="utf-8"))
        rounds["rounds"] = [{"id": "r", "name": "R", "about": "A.", "count": 5, "pool": {"kinds": ["poll"]}}]
        questions.write_text(json.dumps(rounds), encoding="utf-8")
        settings = re.search(r"(\d+)\s+Settings", self.start().stdout).group(1)
        listed = self.start(f"{settings}\nb\nq\n").stdout
        names = re.findall(r"(\d+)\s(My\spack|Silent)", listed.replace("[", "").replace("]", ""))
        self.assertEqual(len(names), 2, listed)
        option = {name[:2]: number for number, name in names}
        row = re.search(r"(\d+)\s+Pack", listed).group(1)
        self.start(f"{settings}\n{row} {option['Si']}\nb\nq\n")
        self.assertNotIn("pack", json.loads(self.settings.read_text(encoding="utf-8")))
        self.start(f"{settings}\n{row} {option['My']}\nb\nq\n")
        self.assertEqual(json.loads(self.settings.read_text(encoding="utf-8"))["pack"], "mine")


class BareQuestions(Case):
    """Questions without facts behind them, as an import makes them."""

    def test_each_answer_is_remembered_by_its_question(self):
        pack = SOURCE / "tests" / "content" / "capitals"
        data = self.folder / "data"
        played = run("play", "--headless", "--pack", pack, "--round", "all", "--answers", "right", "--seed", 1,
                     "--profile", "Ada", "--data-dir", data)
        self.says(played, 0)
        check = run("progress", "check", "--data-dir", data)
        self.says(check, 0)
        self.assertIn("12 answers that count, 12 things remembered", check.stdout)
        self.says(run("progress", "export", self.folder / "ada.db", "--name", "Ada", "--data-dir", data), 0)
        other = self.folder / "other"
        self.says(run("progress", "import", self.folder / "ada.db", "--data-dir", other), 0)
        self.assertIn("12 things remembered", run("progress", "check", "--data-dir", other).stdout)


class ZippedPack(Case):
    """A pack as one file to give away, and files that pretend to be one."""
    CAPITALS = SOURCE / "tests" / "content" / "capitals"

    def zip(self, name="made.zip", base=CAPITALS, **more):
        """Makes a zip of a good pack and more entries: in their names `__` stands for a dot, `_I_` for a slash."""
        path = self.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
            for file in sorted(base.iterdir()):
                made.write(file, file.name)
            for entry, text in more.items():
                if not isinstance(entry, zipfile.ZipInfo):
                    entry = entry.replace("__", ".").replace("_I_", "/")
                made.writestr(entry, text)
        return path

    def test_a_pack_is_packed_validated_played_and_imported_and_is_the_same(self):
        shutil.copytree(self.CAPITALS, self.folder / "own")
        (self.folder / "own" / "README.md").write_text("By hand.", encoding="utf-8")
        (self.folder / "own" / "private.json").write_text("{}", encoding="utf-8")  # not listed, so it stays here
        first, second = self.folder / "first.zip", self.folder / "second.zip"
        self.says(run("pack", self.folder / "own", "--to", first), 0)
        (self.folder / "own" / "pack.json").touch()
        self.says(run("pack", self.folder / "own", "--to", second, env={"TZ": "Asia/Tokyo"}), 0)
        self.assertEqual(first.read_bytes(), second.read_bytes())
        self.assertEqual(first.stat().st_mode & 0o444, 0o444 & ~umask())
        with zipfile.ZipFile(first) as zipped:
            self.assertEqual(zipped.namelist(), ["README.md", "pack.json", "questions.json", "rounds.json"])
        self.says(run("pack", self.folder / "own", "--to", first), 1, "already exists")
        self.says(run("validate", first), 0)
        played = run("play", "--headless", "--pack", first, "--answers", "right", "--round", "all")
        self.assertIn("12 of 12 right", played.stdout)
        self.assertIn("capital of", run("questions", "--pack", first, "--round", "all").stdout)
        self.says(run("import", first, "--to", self.folder / "given"), 0)
        for name in ("README.md", "pack.json", "questions.json", "rounds.json"):
            self.assertEqual((self.folder / "given" / name).read_bytes(), (self.folder / "own" / name).read_bytes())
        self.says(run("import", first, "--to", self.folder / "given"), 1, "not empty")

    def test_a_pack_with_problems_is_not_packed(self):
        folder = self.pack(pack__json="{")
        self.says(run("pack", folder, "--to", self.folder / "x.zip"), 1, "pack.json:1", "not packed")
        self.assertFalse((self.folder / "x.zip").exists())
        self.says(run("pack", self.folder / "none"), 1, "none")

    def test_problems_of_a_zipped_pack_are_named_by_the_zip(self):
        path = self.zip(base=self.pack(pack__json='{"id": 3}'))
        self.says(run("validate", path), 1, f"{path}/pack.json:1:")

    def test_a_question_file_is_imported_in_the_settings_and_played_at_once(self):
        downloads = self.folder / "Downloads"
        downloads.mkdir()
        (downloads / "rivers.csv").write_text("question,answer\nLongest river of Europe?,Volga\n", encoding="utf-8")

        def play(*lines):
            return run("play", "--terminal", "--profile", "Ada", "--data-dir", self.folder / "data",
                       stdin="\n".join(lines) + "\nq\n", env={"HOME": str(self.folder)}).stdout
        row, = re.findall(r"^ +(\d+)  Settings$", play(), re.M)
        settings = play(row)
        button, = re.findall(r"^ +(\d+)  Import a file$", settings, re.M)
        listed = play(row, button)
        file, = re.findall(r"^ +(\d+)  rivers.csv", listed, re.M)
        said = play(row, button, file, "1", "1")
        self.assertIn("1 question can be imported", said)
        self.assertIn("“rivers” is now one of your packs", said)
        self.assertIn("Study – 1 new question", said)
        self.assertEqual(json.loads((self.folder / "data" / "settings.json").read_text())["pack"], "rivers")
        self.assertIn("1 new question", play())  # chosen at the next start too

    def test_a_folder_around_the_pack_does_no_harm(self):
        path = self.folder / "wrapped.zip"
        with zipfile.ZipFile(path, "w") as made:
            made.writestr("Capitals/", "")
            for file in self.CAPITALS.iterdir():
                made.write(file, "Capitals/" + file.name)
        self.says(run("validate", path), 0)

    def test_what_no_pack_contains_is_refused_by_name_and_nothing_is_written(self):
        link = zipfile.ZipInfo("link.json")
        link.external_attr = (0o120777 << 16)
        device = zipfile.ZipInfo("device.json")
        device.external_attr = (0o020666 << 16)
        for entry, word in (("../evil.json", "evil.json"), ("/etc/evil.json", "evil.json"), ("a/../../evil.json", "evil"),
                            ("run.sh", "run.sh"), ("a\x1b[31m.json", "A pack cannot contain"), ("a\u202e.json", "A pack"),
                            (link, "link"), (device, "device"), ("pack.json", "twice"), (".bashrc", ".bashrc"),
                            ("questions.json/x.json", "questions.json")):
            with self.subTest(str(entry)):
                path = self.folder / "made.zip"
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")  # about the name that is there twice
                    with zipfile.ZipFile(path, "w") as made:
                        for file in self.CAPITALS.iterdir():
                            made.write(file, file.name)
                        made.writestr(entry, "x")
                for arguments in (["validate", path], ["play", "--terminal", "--pack", path],
                                  ["questions", "--pack", path, "--round", "all"]):
                    result = run(*arguments, stdin="q\n")
                    self.says(result, 1, word)
                    self.assertNotIn("\x1b", result.stderr)
        self.assertEqual([one.name for one in self.folder.iterdir()], ["made.zip"])

    def test_a_bomb_stops_while_it_is_read(self):
        self.says(run("validate", self.zip(big__json=b" " * (1 << 21))), 1, "larger than 1 MiB")
        many = {f"p{number}__png": b" " * (4 << 20) for number in range(9)}
        self.says(run("validate", self.zip(**many)), 1, "32 MiB together")
        many = {f"f{number}__json": b"{}" for number in range(600)}
        self.says(run("validate", self.zip(**many)), 1, "512 files")
        cut = self.zip().read_bytes()[:-300]
        (self.folder / "cut.zip").write_bytes(cut)
        self.says(run("validate", self.folder / "cut.zip"), 1, "damaged")
        (self.folder / "text.zip").write_text("not a zip", encoding="utf-8")
        self.says(run("validate", self.folder / "text.zip"), 1, "damaged")


def umask():
    value = os.umask(0o022)
    os.umask(value)
    return value


if __name__ == "__main__":
    try:
        unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=1)
    finally:
        shutil.rmtree(HOME, ignore_errors=True)
