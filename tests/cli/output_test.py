#!/usr/bin/env python3
"""Tests what the program writes: nothing from outside can steer a terminal, no lost output goes unnoticed, and no file
that is there already is touched.

Usage: output_test.py PROGRAM SOURCE_DIR
"""
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import zlib

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
HOME = tempfile.mkdtemp(prefix="chelate-home-")
ROUND = "which-has-more"
HEADLESS = ("play", "--headless", "--answers", "right", "--round", ROUND, "--seed", "3")

# The rule for shown text: see chelate::first_unshowable.
UNSHOWABLE = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]")
# Every class of characters that may not be shown, and some that join to others.
HOSTILE = ["\x1b[31m", "\x1b]0;owned\x07", "\x1b[2J", "\x08", "\x7f", "\x85", "\x9b31m", "\x9d0;owned\x9c", "\r", "\n", "\t",
           "\u202e", "\u202a", "\u2066", "\u2069", "\u2028", "\u2029", "\ufdd0", "\uffff", "e" + "\u0301" * 40, "\u200b", "\ufeff"]


def environment(**more):
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_DATA_HOME")}
    return kept | {"HOME": HOME} | more


def start(arguments, **how):
    return subprocess.run([PROGRAM, *map(os.fspath, arguments)], stderr=subprocess.PIPE, timeout=120, check=False,
                          env=how.pop("env", environment()), **how)


def run(*arguments, stdin=b"", env=None):
    return start(arguments, input=stdin, stdout=subprocess.PIPE, env=environment(**(env or {})))


def checksum(*values):
    """Returns the checksum that the store keeps with a row of these values (see store::checksum)."""
    row = b""
    for place, value in enumerate(values):
        kind, content = {int: (1, None), str: (2, value), bytes: (3, value)}[type(value)]
        content = content.encode() if isinstance(content, str) else content
        row += bytes([place, kind]) + (value.to_bytes(8, "little") if kind == 1 else len(content).to_bytes(8, "little") + content)
    return zlib.crc32(row)


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="chelate-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode(errors="surrogateescape"))
        return path


def verbs_of(help_text):
    """Returns the verbs that a help text lists."""
    return re.findall(r"^  ([a-z-]+) {2,}\S", help_text.split("Subcommands:\n", 1)[1], re.M) if "Subcommands:" in help_text else []


class Output(Case):
    """Everything that prints says so, and ends with 1, when what it prints is lost."""

    def commands(self):
        """Returns arguments for each verb that make it write to stdout and end with 0."""
        data = self.folder / "data"
        assert run(*HEADLESS, "--profile", "Ada", "--data-dir", data).returncode == 0
        recording = self.folder / "recording.jsonl"
        assert run(*HEADLESS, "--record", recording).returncode == 0
        gift = self.file("questions.gift", "Which is longest? {~Rhine =Nile ~Po}\n")
        kept = ("--data-dir", data)
        self.made = 0

        def new(name):
            self.made += 1
            return self.folder / f"{self.made}-{name}"

        exported = new("export")
        assert run("progress", "export", exported, "--name", "Ada", *kept).returncode == 0
        other = self.folder / "other"
        return {
            "play": [lambda: HEADLESS, lambda: (*HEADLESS, "--json"), lambda: ("play", "--terminal", "--data-dir", data)],
            "kiosk": [],  # writes to stdout only when there is a display: tests/window/workshop_test.py
            "validate": [lambda: ("validate", SOURCE / "content" / "intervals"), lambda: ("validate", SOURCE / "content" / "intervals", "--json")],
            "replay": [lambda: ("replay", recording)],
            "questions": [lambda: ("questions", "--round", ROUND), lambda: ("questions", "--round", ROUND, "--json"),
                          lambda: ("questions", "--round", ROUND, "--sheet"), lambda: ("questions", "--round", ROUND, "--count", "2000")],
            "new-pack": [lambda: ("new-pack", new("pack"))],
            "import": [lambda: ("import", "--from", "gift", gift, "--to", new("pack")), lambda: ("import", "--from", "gift", gift, "--to", new("pack"), "--json")],
            "pack": [lambda: ("pack", SOURCE / "content" / "intervals", "--to", new("intervals.zip"))],
            "figure": [lambda: ("figure", "--pack", SOURCE / "content" / "magnesium", "--id", "nmda_block", "--out", new("plug.png"))],
            "lint": [lambda: ("lint", SOURCE / "content" / "intervals")],
            "memory": [lambda: ("memory", "--vectors", SOURCE / "tests" / "memory" / "fsrs_vectors.json"),
                       lambda: ("memory", "--vectors", SOURCE / "tests" / "memory" / "fsrs_vectors.json", "--json")],
            "progress check": [lambda: ("progress", "check", *kept)],
            "progress rebuild": [lambda: ("progress", "rebuild", *kept)],
            "progress backup": [lambda: ("progress", "backup", *kept)],
            "progress restore": [lambda: ("progress", "restore", *kept), lambda: ("progress", "restore", "newest", *kept)],
            "progress export": [lambda: ("progress", "export", new("export"), "--name", "Ada", *kept)],
            "progress import": [lambda: ("progress", "import", exported, "--data-dir", other)],
            "progress erase": [lambda: ("progress", "erase", "--name", "Ada", "--yes", *kept)],
        }

    def every_command(self):
        """Returns the arguments of everything that prints. It fails for a verb that it does not know."""
        commands = self.commands()
        listed = set()
        helps = [("--help",), ("--version",), ("--version", "--verbose")]
        for verb in verbs_of(run("--help").stdout.decode()):
            helps.append((verb, "--help"))
            below = verbs_of(run(verb, "--help").stdout.decode())
            listed |= {f"{verb} {one}" for one in below} or {verb}
        self.assertEqual(listed, set(commands), "each verb has a row here")
        return [lambda one=one: one for one in helps] + [command for rows in commands.values() for command in rows]

    def test_a_full_disk_is_noticed_by_every_verb(self):
        for command in self.every_command():
            arguments = command()
            with self.subTest(arguments), open("/dev/full", "wb") as full:
                done = start(arguments, stdout=full, stdin=subprocess.DEVNULL)
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertIn(b"No space left on device", done.stderr)
                self.assertTrue(done.stderr.startswith(b"chelate: ") or arguments[0] == "play", done.stderr)

    def test_a_closed_stdout_is_noticed_by_every_verb(self):
        for command in self.every_command():
            arguments = command()
            with self.subTest(arguments):
                done = subprocess.run(["sh", "-c", 'exec "$0" "$@" >&-', PROGRAM, *map(os.fspath, arguments)], stderr=subprocess.PIPE,
                                      stdin=subprocess.DEVNULL, timeout=120, check=False, env=environment())
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertIn(b"chelate: ", done.stderr)

    def test_a_reader_who_has_gone_ends_it_quietly(self):
        for command in self.every_command():
            arguments = command()
            with self.subTest(arguments):
                reading, writing = os.pipe()
                os.close(reading)
                done = start(arguments, stdout=writing, stdin=subprocess.DEVNULL)
                os.close(writing)
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertNotIn(b"output", done.stderr)

    def test_every_descriptor_closed_harms_no_file(self):
        data = self.folder / "data"
        done = subprocess.run(["sh", "-c", 'exec "$0" "$@" <&- >&- 2>&-', PROGRAM, *map(str, HEADLESS), "--profile", "Ada", "--data-dir", str(data)],
                              timeout=120, check=False, env=environment())
        self.assertEqual(done.returncode, 1)
        check = run("progress", "check", "--data-dir", data)
        self.assertEqual(check.returncode, 0, check.stdout + check.stderr)

    def test_what_is_written_completely_ends_with_0(self):
        for command in self.every_command():
            arguments = command()
            with self.subTest(arguments):
                done = start(arguments, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
                self.assertEqual(done.returncode, 0, done.stderr)


class NewFiles(Case):
    """A file that an option names is made anew; whatever is there already stays as it is."""

    def targets(self):
        letter = self.file("letter", b"dear aunt")
        (self.folder / "link").symlink_to(letter)
        (self.folder / "dangling").symlink_to(self.folder / "nowhere")
        os.mkfifo(self.folder / "pipe")
        (self.folder / "directory").mkdir()
        self.file("full/letter", b"dear aunt")
        return [self.folder / name for name in ("letter", "link", "dangling", "pipe", "directory", "full")] + [pathlib.Path("/dev/null")]

    def unharmed(self):
        self.assertEqual((self.folder / "letter").read_bytes(), b"dear aunt")
        self.assertEqual((self.folder / "full" / "letter").read_bytes(), b"dear aunt")
        self.assertFalse((self.folder / "nowhere").exists())
        self.assertTrue((self.folder / "link").is_symlink() and (self.folder / "dangling").is_symlink())
        self.assertEqual(list((self.folder / "directory").iterdir()), [])

    def refused(self, target, done):
        self.assertEqual(done.returncode, 1, (target, done.stdout, done.stderr))
        self.assertTrue(done.stderr.startswith(b"chelate: "), done.stderr)
        self.unharmed()

    def test_a_recording(self):
        for target in self.targets():
            with self.subTest(target):
                self.refused(target, run(*HEADLESS, "--record", target))
                self.refused(target, run("play", "--terminal", "--round", ROUND, "--record", target))
        new = self.folder / "new.jsonl"
        self.assertEqual(run(*HEADLESS, "--record", new).returncode, 0)
        mask = os.umask(0)
        os.umask(mask)
        self.assertEqual(new.stat().st_mode & 0o777, 0o666 & ~mask)
        before = new.read_bytes()
        self.refused(new, run(*HEADLESS, "--record", new))
        self.assertEqual(new.read_bytes(), before)

    def test_a_pack(self):
        gift = self.file("questions.gift", "Which is longest? {~Rhine =Nile ~Po}\n")
        for target in self.targets():
            if target.name == "directory":
                continue  # an empty folder becomes the pack's
            with self.subTest(target):
                self.refused(target, run("new-pack", target))
                self.refused(target, run("import", "--from", "gift", gift, "--to", target))

    def test_exported_progress(self):
        data = self.folder / "data"
        self.assertEqual(run(*HEADLESS, "--profile", "Ada", "--data-dir", data).returncode, 0)
        for target in self.targets():
            if target.name == "dangling":
                continue
            with self.subTest(target):
                self.refused(target, run("progress", "export", target, "--name", "Ada", "--data-dir", data))


class Hostile(Case):
    """Nothing from outside gets to a terminal as it is, whatever way it came in."""

    def setUp(self):
        super().setUp()
        self.chance = random.Random(20260101)

    def text(self, newlines=True, whole=False):
        """Returns a text with a few characters that may not be shown. @param whole  with all of them"""
        pieces = HOSTILE if whole else self.chance.sample(HOSTILE, 4)
        text = "".join(one + self.chance.choice(["a", "é", "x y"]) for one in pieces if newlines or one not in "\r\n")
        return "m" + text

    def clean(self, done, said=None):
        """Checks what was written, and that the program was not stopped by a signal."""
        self.assertGreaterEqual(done.returncode, 0, done.stderr)
        for stream in (done.stdout, done.stderr):
            text = stream.decode()  # fails for bytes that are not UTF-8
            found = UNSHOWABLE.search(text)
            self.assertIsNone(found, text[max(0, found.start() - 60) if found else 0:][:120])
        if said:
            self.assertIn(said, (done.stdout + done.stderr).decode())
        # A name must not be able to write a line that looks as if the program had written it.
        for line in (done.stdout + done.stderr).decode().splitlines():
            self.assertFalse(line.startswith("chelate: all is lost"), line)

    def test_arguments(self):
        for value in (self.text(whole=True), "x\nchelate: all is lost\udcff\udc80"):
            for arguments in (["--" + value], [value], ["play", "--" + value], ["play", "--headless", "--answers", value],
                              ["play", "--headless", "--answers", "right", "--round", value],
                              ["play", "--headless", "--answers", "right", "--seed", value],
                              ["play", "--headless", "--answers", "right", "--profile", value],
                              ["play", "--headless", "--answers", "right", "--language", value],
                              ["play", "--headless", "--answers", "right", "--pack", value],
                              ["play", "--headless", "--answers", "right", "--record", f"{self.folder}/no/{value}"],
                              ["play", "--headless", "--answers", "right", "--data-dir", f"{self.file('f', b'')}/{value}"],
                              ["kiosk", "--exit-word", value], ["kiosk", "--exit-word-file", value], ["kiosk", "--script", value],
                              ["validate", value], ["validate", value, "--json"], ["replay", value], ["lint", value],
                              ["lint", SOURCE / "content" / "intervals", "--today", value], ["memory", "--vectors", value],
                              ["questions", "--round", value], ["questions", "--round", ROUND, "--count", value],
                              ["questions", "--round", ROUND, "--pack", value], ["import", "--from", value, "x", "--to", "y"],
                              ["import", "--from", "gift", value, "--to", self.folder / "never"],
                              ["new-pack", self.file("g", b"") / value], ["new-pack", self.folder / "pack", "--title", value],
                              *(["progress", verb, *more, "--data-dir", f"{self.folder}/{value}"] for verb, *more in
                                (["check"], ["restore"], ["restore", value], ["import", value], ["export", value], ["erase", "--name", value]))):
                with self.subTest(arguments):
                    self.clean(run(*(a.replace("\0", "") if isinstance(a, str) else a for a in arguments)))

    def test_names_of_files_and_folders(self):
        for _ in range(3):
            name = self.text().replace("/", "").replace("\0", "")[:60]
            gift = self.file(f"{name}.gift", "Which is longest? {~Rhine =Nile ~Po}\n")
            pack = self.folder / f"pack {name}"
            with self.subTest(name):
                made = run("import", "--from", "gift", gift, "--to", pack)
                self.clean(made)
                self.assertEqual(made.returncode, 0, made.stderr)  # the pack's own reader accepts the name made of it
                for verb in ("validate", "lint"):
                    self.clean(run(verb, pack))
                    self.clean(run(verb, pack, "--json"))
                self.clean(run("questions", "--pack", pack, "--round", "all"))
                self.file(f"{name}.jsonl", "no recording")
                self.clean(run("replay", self.folder / f"{name}.jsonl"))
                self.file(f"{name}.json", "{")
                self.clean(run("memory", "--vectors", self.folder / f"{name}.json"))

    def test_question_files(self):
        for _ in range(4):
            name, one, two = self.text(newlines=False), self.text(newlines=False), self.text(newlines=False)
            files = {
                "gift": f"$CATEGORY: {name}\n\n::{name}:: {one}? {{~{two} =right ~wrong#{name}}}\n\n{one} {{}}\n\n{two} {{=a -> {name}}}\n",
                "aiken": f"{one}\nA) {two}\nB) right\nANSWER: B\n\n{two}\nA) {name}\nANSWER: {name}\n",
                "csv": f'question,answer,wrong1,wrong2,{name}\n"{one}",right,"{two}",wrong,x\n"{two}",,,,\n{name}\n',
            }
            for kind, content in files.items():
                with self.subTest(kind):
                    source = self.file(f"questions.{kind}", content)
                    pack = self.folder / f"pack-{self.chance.random()}"
                    self.clean(run("import", "--from", kind, source, "--to", pack))
                    self.clean(run("import", "--from", kind, source, "--to", pack / "json", "--json"))
                    if (pack / "pack.json").exists():
                        self.clean(run("validate", pack))
                        self.clean(run("questions", "--pack", pack, "--round", "all"))
                        self.clean(run("questions", "--pack", pack, "--round", "all", "--sheet"))

    def test_packs(self):
        pack = self.folder / "pack"
        self.assertEqual(run("new-pack", pack).returncode, 0)
        originals = {path.name: path.read_text() for path in pack.glob("*.json")}
        for name, original in originals.items():
            document = json.loads(original)
            for where in list(self.places(document)):
                changed = json.loads(original)
                self.put(changed, where, self.text())
                (pack / name).write_text(json.dumps(changed, ensure_ascii=self.chance.random() < 0.5))
                with self.subTest((name, where)):
                    verb = self.chance.choice([("validate",), ("validate", "--json"), ("lint",), ("lint", "--json")])
                    self.clean(run(verb[0], pack, *verb[1:]))
                (pack / name).write_text(original)
        bad = json.dumps({"id": self.text(whole=True), self.text(): self.text()}, ensure_ascii=False)
        for file in ("pack.json", "questions.json"):
            (pack / file).write_bytes(bad.encode() + b"\xff\x1b[31m")
            self.clean(run("validate", pack))
            self.clean(run("play", "--headless", "--answers", "right", "--pack", pack))
            (pack / file).write_text(originals[file])

    def places(self, value, before=()):
        """Returns the paths to all texts of a document."""
        children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, child in children:
            if isinstance(child, str):
                yield (*before, key)
            yield from self.places(child, (*before, key))

    @staticmethod
    def put(document, where, text):
        for key in where[:-1]:
            document = document[key]
        document[where[-1]] = text

    def test_recordings(self):
        file = self.folder / "recording.jsonl"
        self.assertEqual(run(*HEADLESS, "--record", file).returncode, 0)
        lines = file.read_text().splitlines()
        for _ in range(20):
            number = self.chance.randrange(len(lines))
            document = json.loads(lines[number])
            where = self.chance.choice(list(self.places(document)) or [None])
            if where is None:
                continue
            self.put(document, where, self.text())
            changed = [*lines[:number], json.dumps(document, ensure_ascii=False, separators=(",", ":")), *lines[number + 1:]]
            bad = self.file("changed.jsonl", "\n".join(changed) + "\n")
            with self.subTest((number, where)):
                self.clean(run("replay", bad))
                self.clean(run("play", "--headless", "--answers", bad))
                self.clean(run("play", "--headless", "--answers", bad, "--json"))

    def played(self):
        """Returns a data folder in which Ada has stopped in the middle of a round."""
        data = self.folder / "data"
        self.assertEqual(run("play", "--terminal", "--round", ROUND, "--seed", "3", "--profile", "Ada", "--data-dir", data, stdin=b"1\n\n").returncode, 0)
        return data

    def walk(self, data):
        """Runs everything that shows what is kept."""
        for verb in (["check"], ["rebuild"], ["backup"], ["erase"], ["erase", "--name", "nobody"], ["export", self.folder / str(self.chance.random())]):
            self.clean(run("progress", *verb, "--data-dir", data))
        self.clean(run("progress", "import", data / "progress.db", "--data-dir", self.folder / "other"))
        home = run("play", "--terminal", "--data-dir", data).stdout.decode()
        players = re.search(r"^ *(\d+)  Players$", home, re.M)
        way = f"{players[1]}\n\nb\nc\n1\n\ns\nq\nq\n" if players else "c\n1\n\ns\nq\nq\n"
        self.clean(run("play", "--terminal", "--data-dir", data, stdin=way.encode()))

    def test_stored_names_and_questions(self):
        data = self.played()
        for _ in range(3):
            name = self.text(whole=True) + "\nchelate: all is lost"
            database = sqlite3.connect(data / "progress.db")
            for rowid, uuid, created in database.execute("SELECT rowid, id, created FROM profile").fetchall():
                database.execute("UPDATE profile SET name = ?, crc = ? WHERE rowid = ?", (name, checksum(uuid, name, created), rowid))
            for key, body in database.execute("SELECT hash, body FROM question").fetchall():
                question = json.loads(body)
                for where in self.places(question):
                    if where[-1] in ("prompt", "text", "explanation"):
                        self.put(question, where, self.text())
                body = json.dumps(question, ensure_ascii=False, separators=(",", ":"))
                database.execute("UPDATE question SET body = ?, crc = ? WHERE hash = ?", (body, checksum(key, body), key))
            database.commit()
            database.close()
            self.walk(data)
            for file in (data / "settings.json",):
                file.write_text(json.dumps(json.loads(file.read_text()) | {"profile": name}))
            self.walk(data)

    def test_damaged_progress(self):
        data = self.played()
        original = (data / "progress.db").read_bytes()
        for table, column in (("profile", "name"), ("question", "body"), ("session", "pack"), ("session", "round"), ("journal", "player"), ("journal", "start")):
            (data / "progress.db").write_bytes(original)
            database = sqlite3.connect(data / "progress.db")
            database.execute(f"UPDATE {table} SET {column} = ?", (self.text(),))
            database.commit()
            database.close()
            with self.subTest((table, column)):
                self.clean(run("progress", "check", "--data-dir", data))
                self.clean(run("play", "--terminal", "--data-dir", data, stdin=b"c\nq\nq\n"))

    def test_files_of_the_data_folder(self):
        for _ in range(3):
            data = self.folder / f"data-{self.chance.random()}"
            settings = {key: self.text() for key in ("theme", "language", "pack", "profile")} | {self.text(): self.text()}
            (data / "packs" / "evil").mkdir(parents=True)
            (data / "packs" / "evil" / "pack.json").write_text(json.dumps({"id": "evil", "name": self.text(whole=True) * 20}))
            (data / "exchange").mkdir()
            (data / "exchange" / (self.text().replace("/", "").replace("\0", "")[:60] + ".chelate")).write_text("x")
            for content in (json.dumps(settings), "\x1b[31m{\u202e"):
                for name in ("settings.json", "classes.json", "workshop.json"):
                    (data / name).write_text(content)
                self.clean(run("play", "--terminal", "--data-dir", data, stdin=b"33\n\nb\n32\n\nb\nq\n"))
                self.clean(run("play", "--data-dir", data))

    def test_the_list_of_packs_has_a_short_line_for_each(self):
        data = self.folder / "data"
        (data / "packs" / "evil").mkdir(parents=True)
        (data / "packs" / "evil" / "pack.json").write_text(json.dumps({"id": "evil", "name": "\u202e" + "A\n" * 20000}))
        home = run("play", "--terminal", "--data-dir", data, stdin=b"q\n").stdout.decode()
        number = re.search(r"^ *(\d+)  Settings$", home, re.M)[1]
        done = run("play", "--terminal", "--data-dir", data, stdin=f"{number}\nb\nq\n".encode())
        self.clean(done)
        listed = done.stdout.decode()[len(home) - 100:]
        self.assertIn("\ufffdA A A", listed)
        self.assertLess(len(listed), 6000)

    def test_the_environment(self):
        for value in (self.text(whole=True).replace("\0", ""), "\x1b[31m/x"):
            for name in ("LANG", "LC_ALL", "LANGUAGE", "HOME", "XDG_DATA_HOME", "TERM", "CHELATE_LANG", "DISPLAY"):
                with self.subTest(name):
                    self.clean(run("play", stdin=b"", env={name: value}))
                    self.clean(run("progress", "check", env={name: value}))
                    self.clean(run("--version", "--verbose", env={name: value}))
        self.clean(run("progress", "check", env={"XDG_DATA_HOME": f"/tmp/{self.text().replace(chr(0), '')}"}))

    def test_json_keeps_values_exactly(self):
        value = "m" + "".join(one for one in HOSTILE) + "\U0001fffe"
        missing = self.folder / value.replace("/", "")
        done = run("validate", missing, "--json")
        self.clean(done)
        self.assertEqual(json.loads(done.stdout.splitlines()[-1])["path"], str(missing))


if __name__ == "__main__":
    try:
        unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=1)
    finally:
        shutil.rmtree(HOME, ignore_errors=True)
