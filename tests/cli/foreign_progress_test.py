#!/usr/bin/env python3
"""Tests what happens with progress files of others: import, restore and export, whole, forged and interrupted.

Usage: foreign_progress_test.py PROGRAM SOURCE_DIR
"""
import os
import pathlib
import shutil
import signal
import sqlite3
import stat
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import zlib

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
sys.path.insert(0, str(SOURCE / "tests" / "support"))
from campaign import campaign  # noqa: E402

HOME = tempfile.mkdtemp(prefix="chelate-home-")
ENVIRONMENT = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_DATA_HOME")} | {"HOME": HOME}
OTHER = "Berta Unmistakable"
YEAR_2099 = 4_070_908_800_000


def start(*arguments, **options):
    return subprocess.Popen([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            text=True, env=ENVIRONMENT, errors="replace", **options)


def run(*arguments, stdin="", **options):
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, text=True, env=ENVIRONMENT, timeout=120,
                          check=False, errors="replace", **options)


def checksum(*values):
    """Computes the checksum of a row as engine/store/sqlite.cpp does."""
    data = b""
    for place, value in enumerate(values):
        if value is None:
            continue
        kind = {int: 1, str: 2, bytes: 3, float: 4}[type(value)]
        data += bytes([place, kind])
        if kind == 1:
            data += struct.pack("<q", value)
        elif kind == 4:
            data += struct.pack("<d", value)
        else:
            content = value.encode() if kind == 2 else value
            data += struct.pack("<Q", len(content)) + content
    return zlib.crc32(data)


def rows_of(file):
    """Returns every row of every table except where only bookkeeping differs."""
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        rows = {name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}"))) for name in tables}
    connection.close()
    return rows


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="chelate-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.ours = self.folder / "ours"

    def play(self, name="Ada", seed=1, folder=None):
        result = run("play", "--headless", "--answers", "random", "--round", "which-has-more", "--seed", seed, "--profile", name,
                     "--data-dir", folder or self.ours)
        self.assertEqual(result.returncode, 0, result.stderr)

    def progress(self, verb, *arguments, folder=None, **options):
        return run("progress", verb, *arguments, "--data-dir", folder or self.ours, **options)

    def says(self, result, code, *words):
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        for word in words:
            self.assertIn(word, result.stderr)

    def export(self, name="Ada", seed=7):
        """Returns an export of one person of another machine."""
        folder = self.folder / f"theirs of {name} {seed}"
        file = self.folder / f"{name}-{seed}.db"
        file.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        self.play(name, seed, folder)
        self.assertEqual(self.progress("export", file, folder=folder).returncode, 0)
        return file

    def forged(self, change, file=None):
        """Returns an export that was changed by SQL, with right checksums in profile, journal and question."""
        file = file or self.export()
        connection = sqlite3.connect(file)
        connection.executescript(change)
        for table, key in (("profile", ("id",)), ("journal", ("session", "seq")), ("question", ("hash",))):
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone():
                continue
            cursor = connection.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            summed = [name for name in names if name != "crc" and not (table == "profile" and name == "key")]
            for row in cursor.fetchall():
                values = dict(zip(names, row))
                where = " AND ".join(f"{name} = ?" for name in key)
                connection.execute(f"UPDATE {table} SET crc = ? WHERE {where}",
                                   (checksum(*(values[name] for name in summed)), *(values[name] for name in key)))
        connection.commit()
        connection.close()
        return file

    def leftovers(self):
        return [str(path) for path in self.folder.rglob("*") if path.name.startswith(".work-") or "exporting" in path.name]


class Forged(Case):
    CHANGES = {
        "places that are not there": "UPDATE journal SET shown = x'00C8' WHERE kind = 'question-asked'",
        "no question": "UPDATE journal SET question = NULL WHERE kind = 'question-asked'",
        "key beyond the choices": "UPDATE question SET body = json_set(body, '$.key', 200)",
        "prompt of escapes": "UPDATE question SET body = json_set(body, '$.prompt', 'Which' || char(27) || '[2J?')",
        "points from nowhere": "UPDATE journal SET points = points + 1 WHERE kind = 'answer-judged'",
        "half a step undone": "UPDATE journal SET kind = 'undone', first = 1, last = 1 WHERE kind = 'question-revealed'",
        "endless view": "ALTER TABLE profile RENAME TO people; CREATE VIEW profile AS WITH RECURSIVE n (i) AS"
                        " (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT key, id, name, created, crc FROM people, n",
        "trigger": "CREATE TRIGGER bad BEFORE INSERT ON journal WHEN new.kind = 'answer-judged' BEGIN SELECT raise(ignore); END",
        "virtual table": "CREATE VIRTUAL TABLE more USING fts5 (x)",
        "generated column": "ALTER TABLE session ADD COLUMN more TEXT AS (upper(pack))",
        "expression index": "CREATE INDEX more ON profile (lower(name))",
        "last day of all": "UPDATE journal SET wall = 185542587144000000",
        "year 2099": f"UPDATE journal SET wall = {YEAR_2099}",
        "year 1970": "UPDATE journal SET wall = 0",
        "name of escapes": "UPDATE profile SET name = 'Ada' || char(27) || '[2J' || char(10) || 'chelate: all is lost'",
        "name without end": "UPDATE profile SET name = replace(hex(zeroblob(150000)), '0', 'A')",
        "name turned around": "UPDATE profile SET name = char(8238) || 'adA'",
        "serial without end": "UPDATE journal SET serial = 9223372036854775807",
        "row before the first": "UPDATE journal SET seq = seq - 1 WHERE seq = 0",
        "item of a megabyte": "INSERT INTO suspended SELECT id, replace(hex(zeroblob(500000)), '0', 'A') FROM profile",
    }

    def test_import_and_restore_refuse_it_and_nothing_changes(self):
        self.play("Carl")
        before = rows_of(self.ours / "progress.db")
        for name, change in self.CHANGES.items():
            with self.subTest(name):
                file = self.forged(change)
                bytes_before = file.read_bytes()
                for verb in ("import", "restore"):
                    result = self.progress(verb, file)
                    self.says(result, 1, "chelate:", file.name)
                    self.assertLess(len(result.stderr), 1000)
                    self.assertNotIn("\x1b", result.stderr + result.stdout)
                    self.assertEqual(rows_of(self.ours / "progress.db"), before)
                self.assertEqual(file.read_bytes(), bytes_before)
                self.assertEqual(self.leftovers(), [])
        self.assertEqual(self.progress("check").returncode, 0)

    def test_a_data_folder_of_somebody_else(self):
        self.play()
        database = self.ours / "progress.db"
        for name in ("endless view", "trigger"):
            shutil.copy(self.forged(self.CHANGES[name]), database)
            before = database.read_bytes()
            self.says(self.progress("check"), 1, "not part of Chelate")
            result = run("play", "--headless", "--answers", "right", "--round", "which-has-more", "--profile", "Ada", "--data-dir", self.ours)
            self.assertIn("not part of Chelate", result.stderr)
            self.assertEqual(database.read_bytes(), before)

    def test_all_of_a_file_or_nothing(self):
        self.play("Carl")
        folder = self.folder / "theirs"
        self.play("Ada", 7, folder)
        self.play("Berta", 8, folder)
        file = folder / "progress.db"
        # Ada comes after Berta, who played last. Her checksums are right, and her session cannot be replayed from row 3 on.
        self.forged("UPDATE journal SET kind = 'question-lost' WHERE seq = 3 AND session = (SELECT min(key) FROM session)", file)
        before = rows_of(self.ours / "progress.db")
        self.says(self.progress("import", file), 1, "chelate:")
        self.assertEqual(rows_of(self.ours / "progress.db"), before)
        self.play("Carl", seed=2)

    def test_other_kinds_of_files(self):
        self.play()
        before = rows_of(self.ours / "progress.db")
        pipe, link, circle = self.folder / "pipe", self.folder / "link.db", self.folder / "circle"
        os.mkfifo(pipe)
        link.symlink_to(self.export("Dora"))
        circle.symlink_to(circle)
        for file in (pipe, "/dev/zero", self.folder, circle, self.folder / "none.db", self.ours / "progress.db"):
            self.says(self.progress("import", file), 1, "chelate:", pathlib.Path(file).name)
        self.assertEqual(rows_of(self.ours / "progress.db"), before)
        self.assertIn("Dora was added", self.progress("import", link).stdout)


class Namesakes(Case):
    def test_the_same_name_asks_and_shows_both(self):
        self.play()
        file = self.export("ada")
        before = rows_of(self.ours / "progress.db")
        result = self.progress("import", file)
        self.says(result, 1, "Ada", "10 answers, last played on 1 January", "--same-person", "--as")
        self.assertEqual(result.stderr.count("10 answers"), 2)
        self.assertEqual(rows_of(self.ours / "progress.db"), before)
        self.says(self.progress("import", file, "--as", "ADA"), 1, "--same-person")
        result = self.progress("import", file, "--as", "Ada L.")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("Ada L. was added", result.stdout)
        # The identity is known now, so no question is left.
        self.assertIn("0 events", self.progress("import", file).stdout)

    def test_the_same_person(self):
        self.play()
        file = self.export()
        result = self.progress("import", file, "--same-person")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("Ada gained ", result.stdout)
        self.assertIn("20 answers", self.progress("check").stdout)
        self.assertEqual(self.progress("check").returncode, 0)


class Interrupted(Case):
    def test_the_log_beside_a_file_is_imported_too(self):
        folder = self.folder / "theirs"
        process = subprocess.Popen([PROGRAM, "play", "--terminal", "--round", "which-has-more", "--seed", "3", "--profile", "Ada",
                                    "--data-dir", str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   env=ENVIRONMENT)
        process.stdin.write(b"1\n")
        process.stdin.flush()
        text = b""
        while b"Enter continues" not in text:
            more = os.read(process.stdout.fileno(), 4096)
            self.assertTrue(more, text)
            text += more
        # It is in use now, so a copy could be of two halves.
        self.says(self.progress("import", folder / "progress.db"), 1, "progress.db")
        process.kill()
        process.wait(timeout=60)
        process.stdin.close()
        process.stdout.close()
        self.assertGreater((folder / "progress.db-wal").stat().st_size, 0)
        files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        result = self.progress("import", folder / "progress.db")
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertIn("Ada: 1 answer", result.stdout)
        self.assertEqual({path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}, files)
        (folder / "progress.db-journal").write_bytes(b"x" * 600)
        self.says(self.progress("import", folder / "progress.db"), 1, "unfinished", "-journal")

    def test_imports_at_once(self):
        self.play("Carl")
        files = [self.export("Ada"), self.export("Dora"), self.export("Eve")]
        for _ in range(5):
            processes = [start("progress", "import", file, "--data-dir", self.ours) for file in files]
            for process in processes:
                _, errors = process.communicate(timeout=120)
                # One at a time can use the folder. Nobody takes another one's copy away.
                if process.returncode != 0:
                    self.assertIn("another copy of Chelate is using", errors)
        for file in files:
            self.assertEqual(self.progress("import", file).returncode, 0)
        self.assertEqual(self.leftovers(), [])
        self.assertEqual(self.progress("check").returncode, 0)

    def test_an_interrupted_export_leaves_nobody_else_behind(self):
        self.play("Ada")
        for seed in range(4):
            self.play(OTHER, seed)
        began = time.monotonic()
        self.assertEqual(self.progress("export", self.folder / "first.db", "--name", "Ada").returncode, 0)
        lasts = time.monotonic() - began
        self.assertNotIn(OTHER.encode(), (self.folder / "first.db").read_bytes())
        elsewhere = pathlib.Path(tempfile.mkdtemp(prefix="chelate-test-", dir="/dev/shm"))  # another file system
        self.addCleanup(shutil.rmtree, elsewhere, ignore_errors=True)
        ended = 0
        for item in campaign("exports that are interrupted", 200):
            goal = (elsewhere if item % 2 else self.folder) / f"out-{item}.db"
            process = start("progress", "export", goal, "--name", "Ada", "--data-dir", self.ours)
            time.sleep(lasts * item / 180)
            process.send_signal(signal.SIGKILL if item // 2 % 2 else signal.SIGINT)
            process.communicate(timeout=60)
            ended += goal.exists()
            for root in (self.folder, elsewhere):
                for path in root.rglob("*"):
                    if path.is_file() and self.ours not in path.parents:
                        self.assertNotIn(OTHER.encode(), path.read_bytes(), path)
                        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600, path)
            for path in self.ours.glob(".work-*"):
                self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o700)
        self.assertEqual(self.progress("check").returncode, 0)
        self.assertEqual(self.leftovers(), [])

    def test_an_interrupted_import_leaves_the_progress_whole(self):
        self.play("Carl")
        file = self.export()
        before = rows_of(self.ours / "progress.db")
        del before["backup"]
        for item in campaign("imports that are interrupted", 100):
            process = start("progress", "import", file, "--data-dir", self.ours)
            time.sleep(0.3 * item / 100)
            process.send_signal(signal.SIGKILL if item % 2 else signal.SIGINT)
            process.communicate(timeout=60)
            self.assertEqual(self.progress("check").returncode, 0)
            rows = rows_of(self.ours / "progress.db")
            self.assertIn(len(rows["profile"]), (1, 2))
            del rows["backup"]  # a backup is made and counted before anything is imported
            if len(rows["profile"]) == 1:
                self.assertEqual(rows, before)
            self.assertEqual(self.leftovers(), [])


class Private(Case):
    def test_nobody_else_can_read_any_of_it(self):
        options = {"preexec_fn": lambda: os.umask(0)}
        for _ in range(2):
            result = run("play", "--headless", "--answers", "right", "--round", "which-has-more", "--profile", "Ada", "--data-dir", self.ours,
                         "--record", self.folder / "record.jsonl", **options)
            self.assertEqual(result.returncode, 0, result.stderr)
            (self.folder / "record.jsonl").unlink()
        run("play", "--terminal", "--profile", "Ada", "--data-dir", self.ours, stdin="q\n", **options)
        self.progress("export", self.folder / "out.db", **options)
        self.progress("backup", **options)
        self.progress("restore", "newest", **options)
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        self.assertIn(self.ours / "settings.json", files)
        self.assertIn(self.folder / "out.db", files)
        for path in files:
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600, path)
        self.assertEqual(stat.S_IMODE(self.ours.stat().st_mode), 0o700)
        self.assertEqual(stat.S_IMODE((self.ours / "backups").stat().st_mode), 0o700)


if __name__ == "__main__":
    try:
        unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=1)
    finally:
        shutil.rmtree(HOME, ignore_errors=True)
