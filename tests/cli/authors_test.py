#!/usr/bin/env python3
"""Tests what authors run: new-pack, validate, lint and import, and the sentences they get.

Usage: authors_test.py PROGRAM SOURCE_DIR
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv[1])
HOME = tempfile.mkdtemp(prefix="chelate-home-")

GIFT = """// question: 1
$CATEGORY: rivers

::longest:: Which is longest? {~Rhine ~=Nile ~Po}

Water boils at {#100:1} degrees.

Essay {}

Match. {=France -> Paris =Spain -> Madrid}

The sea is salty. {T}
"""
AIKEN = "What is 2 + 2?\nA) 3\nB) 4\nANSWER: B\nNo answer\nA) x\nB) y\nANSWER: Q\n"
CSV = "question,answer,wrong1,wrong2,explanation\nCapital of France?,Paris,Rome,Bonn,On the Seine.\nSky is blue,true,,,\nNothing,,,,\n"


def run(*arguments, code=0):
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_DATA_HOME")} | {"HOME": HOME}
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, env=environment, timeout=120, check=False)
    assert code is None or done.returncode == code, f"{arguments} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    return done


class Authors(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="chelate-authors-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def plays(self, pack, round_id):
        lines = run("play", "--headless", "--answers", "right", "--pack", pack, "--round", round_id, "--json", "--data-dir", self.folder / "data").stdout.splitlines()
        result = json.loads(lines[-1])
        self.assertEqual(result["type"], "session_result")
        self.assertEqual(result["right"], result["asked"])
        self.assertGreater(result["asked"], 0)
        return result

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def test_a_missing_key_of_a_source_is_one_problem_and_what_follows_is_counted(self):
        pack = self.folder / "mine"
        run("new-pack", pack)
        file = pack / "knowledge.json"
        text = file.read_text(encoding="utf-8")
        broken = re.sub(r'"authors": "[^"]*", ', "", text, count=1)
        self.assertNotEqual(text, broken)
        file.write_text(broken, encoding="utf-8")
        told = run("validate", pack, code=1).stderr
        self.assertEqual(told.count("error["), 1, told)
        self.assertRegex(told, r"error\[missing-key\].*'authors'")
        self.assertRegex(told, r"\n  and \d+ items that depend on it\n")
        self.assertRegex(told, r"mine: 1 problem; items left out: \d+")
        self.assertGreater(run("validate", pack, "--verbose", code=1).stderr.count("error["), 5)
        lines = [json.loads(line) for line in run("validate", pack, "--json", code=1).stdout.splitlines()]
        self.assertNotIn("because", lines[0])
        self.assertEqual({line["because"] for line in lines[1:-1]}, {lines[0]["item"]})
        self.assertEqual(lines[-1]["causes"], 1)
        self.assertEqual(lines[-1]["problems"], len(lines) - 1)

    def test_a_new_pack_validates_is_lint_free_and_plays(self):
        pack = self.folder / "Pack of mine"
        made = run("new-pack", pack, "--title", 'Polygons, "for" me')
        self.assertIn("--watch", made.stdout)
        self.assertIn("no problems", run("validate", pack).stdout)
        self.assertIn("0 findings", run("lint", pack).stdout)
        self.plays(pack, "first-round")
        manifest = json.loads((pack / "pack.json").read_text(encoding="utf-8"))
        self.assertEqual(manifest["id"], "pack-of-mine")
        self.assertEqual(manifest["name"], 'Polygons, "for" me')
        # Nothing is ever overwritten.
        self.assertIn("not empty", run("new-pack", pack, code=1).stderr)
        (self.folder / "empty").mkdir()
        run("new-pack", self.folder / "empty")
        self.assertIn("not empty", run("new-pack", self.file("a-file", "x"), code=1).stderr)

    def test_question_files_become_packs_and_every_repair_and_refusal_is_told_with_its_line(self):
        for kind, text, kept, told in (("gift", GIFT, 4, [":4: changed: [tilde-equals]", ":6: changed: [scale-added]", ":8: left out: [essay]"]),
                                       ("aiken", AIKEN, 1, [":5: left out: [no-such-letter]"]), ("csv", CSV, 2, [":4: left out: [no-answer]"])):
            with self.subTest(kind):
                pack = self.folder / kind
                done = run("import", "--verbose", self.file(f"file.{kind}", text), "--to", pack, "--title", "Mine")
                for line in told:
                    self.assertIn(line, done.stderr)
                self.assertIn("no problems", run("validate", pack).stdout)
                manifest = json.loads((pack / "pack.json").read_text(encoding="utf-8"))
                self.assertIs(manifest["unsourced"], True)
                questions = json.loads((pack / "questions.json").read_text(encoding="utf-8"))["questions"]
                self.assertEqual(len(questions), kept)
                self.assertTrue(all(question["unsourced"] for question in questions))
                self.plays(pack, "all")
                self.assertIn("[unsourced]", run("lint", pack, code=1).stderr)

    def test_the_same_as_json(self):
        lines = [json.loads(line) for line in run("import", "--from", "gift", self.file("a.gift", GIFT), "--to", self.folder / "p", "--json").stdout.splitlines()]
        self.assertEqual([line["code"] for line in lines[:-1]], ["tilde-equals", "scale-added", "essay"])
        self.assertEqual(lines[-1], {"type": "import", "format": "gift", "kept": 4, "repaired": 2, "left_out": 1, "fine": True,
                                     "reasons": [{"code": "essay", "count": 1}, {"code": "scale-added", "count": 1}, {"code": "tilde-equals", "count": 1}]})
        findings = [json.loads(line) for line in run("lint", self.folder / "p", "--json", code=1).stdout.splitlines()]
        self.assertTrue(findings and all(line["type"] == "finding" and line["line"] > 1 for line in findings))

    def test_what_cannot_be_imported(self):
        empty = self.file("empty.gift", "\n\n")
        self.assertIn("no question", run("import", "--from", "gift", empty, "--to", self.folder / "p", code=1).stderr)
        self.assertFalse((self.folder / "p").exists())
        self.assertIn("does not exist", run("import", "--from", "csv", self.folder / "nothing.csv", "--to", self.folder / "p", code=1).stderr)
        run("import", "--from", "kahoot", empty, "--to", self.folder / "p", code=2)
        self.file("busy", "x")
        self.assertIn("not empty", run("import", "--from", "aiken", self.file("b.txt", AIKEN), "--to", self.folder / "busy", code=1).stderr)

    def test_a_summary_has_a_line_for_each_reason(self):
        many = "".join(f"Q{i} {{#{i}}}\n\n" for i in range(1067)) + "Essay {}\n"
        told = run("import", self.file("many.gift", many), "--to", self.folder / "p").stderr
        self.assertIn("1 question left out: an essay cannot be marked automatically (line 2,135) [essay]", told)
        self.assertIn("1,067 questions changed: a scale was added (lines 1, 3, 5 and 1,064 more) [scale-added]", told)
        self.assertEqual(len(told.splitlines()), 2)

    def test_a_file_of_another_format_is_named_and_nothing_is_written(self):
        aiken = self.file("b.txt", AIKEN)
        xml = self.file("moodle.xml", '<?xml version="1.0"?>\n<quiz><question type="essay"></question></quiz>')
        zipped = self.folder / "word.docx"
        zipped.write_bytes(b"PK\x03\x04\x14\x00 word/document.xml")
        for arguments, said in (((xml,), "Moodle XML"), ((zipped,), "a Word document"), ((aiken, "--from", "gift"), "looks like Aiken, not GIFT"),
                                ((aiken, "--from", "csv"), "looks like Aiken"), ((self.file("t.csv", CSV), "--from", "aiken"), "a table"),
                                ((self.file("p.txt", "Only prose.\n"), "--from", "gift"), "no answers in braces"),
                                ((self.file("q.txt", "Only prose.\n"),), "does not look like"), ((self.file("e.txt", ""),), "no question")):
            with self.subTest(said):
                refused = run("import", *arguments, "--to", self.folder / "p", code=1)
                self.assertIn(said, refused.stderr)
                self.assertEqual(len(refused.stderr.splitlines()), 1)
                self.assertFalse((self.folder / "p").exists())

    def test_pipes_and_encodings(self):
        for number, data in enumerate((GIFT.encode(), ("\ufeff" + GIFT).encode("utf-16"), GIFT.replace("Nile", "Nil é").encode("cp1252"))):
            for name in ("-", "/dev/stdin"):
                pack = self.folder / f"pack{number}{len(name)}"
                done = subprocess.run([PROGRAM, "import", name, "--to", pack], input=data, capture_output=True, timeout=60, check=False)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(b"Windows-1252" in done.stderr, number == 2)
                self.assertIn("no problems", run("validate", pack).stdout)
        endless = run("import", "/dev/zero", "--to", self.folder / "p", code=1)
        self.assertIn("larger than 33554432 bytes", endless.stderr)

    def test_every_question_is_asked(self):
        statements = "".join(f"Statement {i} holds. {{T}}\n\n" for i in range(9)) + "A card to read.\n"
        pack = self.folder / "ten"
        run("import", self.file("ten.gift", statements), "--to", pack)
        asked = json.loads((pack / "rounds.json").read_text(encoding="utf-8"))["rounds"]
        self.assertEqual([(one["count"], len(one["questions"])) for one in asked], [(10, 10)])
        pack = self.folder / "many"
        run("import", self.file("many.gift", "".join(f"Q{i} {{=a ~b}}\n\n" for i in range(120)) + "A card.\n"), "--to", pack)
        rounds = json.loads((pack / "rounds.json").read_text(encoding="utf-8"))["rounds"]
        self.assertEqual([one["count"] for one in rounds], [50, 50, 50, 21])
        self.assertEqual(self.plays(pack, "part-3")["asked"], 20)  # the card has no answer

    def test_names_of_any_kind_make_packs_that_can_be_read(self):
        # The name of a file has at most 255 bytes.
        for number, name in enumerate(("x" * 240, "turned \u202e round", "\u0301" * 100, "\udcff\udcfe", "考試", " ", "\u200b")):
            with self.subTest(name.encode("utf-8", "surrogateescape")):
                folder = self.folder / str(number) / name
                folder.parent.mkdir()
                run("import", self.file(f"{name[:100]}.gift", GIFT), "--to", folder)
                self.assertIn("no problems", run("validate", folder).stdout)
        for name in ("考試", "测验"):
            run("new-pack", self.folder / name)
        ids = {json.loads((self.folder / name / "pack.json").read_text(encoding="utf-8"))["id"] for name in ("考試", "测验")}
        self.assertEqual(len(ids - {"pack"}), 2)

    def test_files_of_a_pack_have_the_mode_of_any_document(self):
        for umask, mode in ((0o022, 0o644), (0o027, 0o640), (0o077, 0o600)):
            pack = self.folder / f"pack{umask}"
            subprocess.run([PROGRAM, "new-pack", pack], umask=umask, check=True, capture_output=True)
            imported = self.folder / f"imported{umask}"
            subprocess.run([PROGRAM, "import", self.file("a.gift", GIFT), "--to", imported], umask=umask, check=True, capture_output=True)
            for file in (*pack.iterdir(), *imported.iterdir()):
                self.assertEqual(file.stat().st_mode & 0o777, mode, file)

    def test_names_that_look_like_the_templates_own_stay_as_they_are(self):
        categories = ["{{count}}", "{{files}}", "{{unsourced}}", "{{id}}", "{{title}}", "{{about}}", "{{topics}}", "{{{{deep}}}}", "{single}", "{{"]
        text = "".join(f"$CATEGORY: {name}\n\n::Q{i}:: What now? {{=yes {i} ~no}}\n\n" for i, name in enumerate(categories))
        pack = self.folder / "braces"
        run("import", "--from", "gift", self.file("{{topics}}.gift", text), "--to", pack, "--title", "{{files}} {{about}}")
        manifest = json.loads((pack / "pack.json").read_text(encoding="utf-8"))
        self.assertEqual([topic["name"] for topic in manifest["topics"]], categories)
        self.assertEqual(manifest["name"], "{{files}} {{about}}")
        self.assertIn("{{topics}}.gift", manifest["about"])
        self.assertIn("no problems", run("validate", pack).stdout)
        self.plays(pack, "all")

    def test_a_pack_that_the_reader_would_refuse_is_not_left_behind(self):
        # The manifest lists all topics, and a file of a pack has at most a mebibyte.
        large = self.file("large.gift", "".join(f"$CATEGORY: {i} {'x' * 90}\n\nWhat {i}? {{=a ~b}}\n\n" for i in range(8000)))
        (self.folder / "mine").mkdir()
        for goal in (self.folder / "new" / "deep", self.folder / "mine"):
            refused = run("import", "--from", "gift", large, "--to", goal, code=1)
            self.assertIn("error[", refused.stderr)
            self.assertIn("removed", refused.stderr)
            self.assertNotIn("Made", refused.stdout)
        self.assertFalse((self.folder / "new").exists())
        self.assertEqual(list((self.folder / "mine").iterdir()), [])

    def test_a_title_that_no_pack_may_have_is_refused_before_anything_is_made(self):
        for verb in (["import", "--from", "gift", self.file("a.gift", GIFT), "--to"], ["new-pack"]):
            for title in ("x" * 5000, "turned \u202e round", "\x1b[31m"):
                self.assertIn("title", run(*verb, self.folder / "new", "--title", title, code=1).stderr)
                self.assertFalse((self.folder / "new").exists())

    def test_no_file_of_a_pack_is_read_from_outside_its_folder(self):
        secret = self.file("outside.txt", "secret line outside the pack\n")
        for name in ("pack.json", "knowledge.json", "questions.json", "lint.json"):
            for verb in ("validate", "lint"):
                with self.subTest(f"{verb} {name}"):
                    pack = self.folder / f"{verb}-{name}"
                    run("new-pack", pack)
                    (pack / name).unlink(missing_ok=True)
                    (pack / name).symlink_to("../outside.txt")
                    refused = run(verb, pack, code=1)
                    self.assertIn("leads out of the pack", refused.stderr)
                    self.assertNotIn("secret", refused.stderr + refused.stdout)
        # A folder inside the pack that leads out is refused as well.
        pack = self.folder / "through-a-folder"
        run("new-pack", pack)
        (self.folder / "elsewhere").mkdir()
        (pack / "questions.json").rename(self.folder / "elsewhere" / "questions.json")
        (pack / "sub").symlink_to(self.folder / "elsewhere")
        text = (pack / "pack.json").read_text(encoding="utf-8").replace('"questions.json"', '"sub/questions.json"')
        (pack / "pack.json").write_text(text, encoding="utf-8")
        self.assertIn("leads out of the pack", run("validate", pack, code=1).stderr)
        # A link that stays inside is fine.
        inside = self.folder / "inside"
        run("new-pack", inside)
        (inside / "questions.json").rename(inside / "real.json")
        (inside / "questions.json").symlink_to("real.json")
        run("validate", inside)
        self.assertEqual(secret.read_text(encoding="utf-8"), "secret line outside the pack\n")

    def test_what_is_no_regular_file_is_refused_at_once(self):
        for name in ("pack.json", "questions.json", "lint.json"):
            for kind, make in (("pipe", os.mkfifo), ("folder", os.mkdir), ("device", lambda path: os.symlink("/dev/zero", path)),
                               ("loop", lambda path: os.symlink(path, path)), ("huge", lambda path: self.sparse(path))):
                with self.subTest(f"{kind} {name}"):
                    pack = self.folder / f"{kind}-{name}"
                    run("new-pack", pack)
                    (pack / name).unlink(missing_ok=True)
                    make(pack / name)
                    for verb in ("validate", "lint"):
                        refused = run(verb, pack, code=1)
                        self.assertRegex(refused.stderr, r"error\[(file-not-read|path-outside|too-large)\]")

    @staticmethod
    def sparse(path):
        with open(path, "wb") as file:
            file.truncate(1 << 40)

    def pack_of_things(self, name, count, template):
        """Writes a pack of so many things with a value each, and one round that asks one template."""
        pack = self.folder / name
        run("new-pack", pack)
        knowledge = {"sources": [{"id": "s", "kind": "reference", "authors": "A", "title": "T", "checked": "whole"}],
                     "attributes": [{"id": "v", "name": "value", "type": "number"}],
                     "subjects": [{"id": f"s{i}", "group": "g", "name": f"thing {i}", "short": f"t{i}"} for i in range(count)],
                     "facts": [{"id": f"s{i}.v", "subject": f"s{i}", "attribute": "v", "topic": "angles", "value": i + 1, "askable": True, "sources": ["s"]}
                               for i in range(count)]}
        made = {"id": "made", "attribute": "v", "group": "g", **template}
        questions = {"templates": [made], "rounds": [{"id": "r", "name": "R", "about": "A.", "count": 5, "templates": ["made"]}]}
        (pack / "knowledge.json").write_text(json.dumps(knowledge), encoding="utf-8")
        (pack / "questions.json").write_text(json.dumps(questions), encoding="utf-8")
        return pack

    def test_packs_with_more_possible_questions_than_could_be_listed(self):
        order = {"kind": "order", "prompt": "Order.", "explanation": "{ranking}.", "count": 6, "most": False, "first_label": "a", "last_label": "b"}
        whose = {"kind": "subject-for-value", "prompt": "Whose {value}?", "explanation": "{subject}: {value}.", "count": 4}
        for name, count, template in (("sixty", 60, order), ("two-thousand", 2000, whose), ("hundreds", 400, order)):
            with self.subTest(name):
                pack = self.pack_of_things(name, count, template)
                run("validate", pack)
                asked = [json.loads(line) for line in run("questions", "--pack", pack, "--round", "r", "--count", 50, "--seed", 3, "--json").stdout.splitlines()]
                self.assertEqual(len({question["id"] for question in asked}), 50)
                self.assertEqual(run("questions", "--pack", pack, "--round", "r", "--count", 50, "--seed", 3, "--json").stdout.splitlines(),
                                 [json.dumps(question, ensure_ascii=False, separators=(",", ":")) for question in asked])
                self.plays(pack, "r")

    def test_a_pattern_that_backtracks_without_end_is_searched_at_once(self):
        pack = self.folder / "p"
        run("new-pack", pack)
        text = (pack / "questions.json").read_text(encoding="utf-8").replace("a triangle has 180°.", "a triangle has " + "a" * 1500 + "b.")
        (pack / "questions.json").write_text(text, encoding="utf-8")
        (pack / "lint.json").write_text('{"never": [{"id": "x", "why": "w", "pattern": "(a+)+$|zz", "caught": ["zz"]}]}', encoding="utf-8")
        self.assertNotIn("[x]", run("lint", pack, code=None).stderr)
        (pack / "lint.json").write_text('{"never": [{"id": "x", "why": "w", "pattern": "a(?!b)", "caught": ["ac"]}]}', encoding="utf-8")
        self.assertRegex(run("validate", pack, code=1).stderr, r"lint\.json:1:\d+: error\[pattern-looks-around\]")

    def test_a_pack_that_is_sourceless_without_saying_so_does_not_play(self):
        pack = self.folder / "p"
        run("import", "--from", "csv", self.file("c.csv", CSV), "--to", pack)
        manifest = json.loads((pack / "pack.json").read_text(encoding="utf-8"))
        del manifest["unsourced"]
        (pack / "pack.json").write_text(json.dumps(manifest), encoding="utf-8")
        self.assertIn("[unsourced-question]", run("validate", pack, code=1).stderr)

    def test_a_table_of_facts_becomes_a_pack_that_plays(self):
        table = self.file("planets.csv", "Planet,Diameter (km),Moons\nMercury,\"4,879.4\",0\nVenus,\"12,104\",0\nEarth,\"12,756.3\",1\nMars,6 792,2\n")
        pack = self.folder / "planets"
        told = run("import", "--as", "facts", table, "--source", "NASA. Planetary fact sheet", "--to", pack).stdout
        self.assertIn("with 8 facts", told)
        self.assertIn("no problems", run("validate", pack).stdout)
        self.assertIn("0 findings", run("lint", pack).stdout)
        self.plays(pack, "all")
        facts = json.loads((pack / "facts.json").read_text(encoding="utf-8"))
        self.assertEqual([fact["value"] for fact in facts["facts"] if fact["attribute"] == "diameter"], [4879.4, 12104, 12756.3, 6792])
        self.assertEqual(json.loads(run("import", "--as", "facts", table, "--source", "NASA", "--to", "-").stdout)["facts"][0]["subject"], "mercury")
        self.assertIn("not empty", run("import", "--as", "facts", table, "--source", "NASA", "--to", pack, code=1).stderr)

    def test_a_table_with_a_cell_that_cannot_be_read_writes_nothing(self):
        table = self.file("planets.csv", "Planet,Diameter (km)\nMercury,4 miles\nVenus,12\n")
        pack = self.folder / "planets"
        told = run("import", "--as", "facts", table, "--to", pack, code=1).stderr
        self.assertIn("planets.csv:2: column “Diameter (km)”: ", told)
        self.assertIn("Nothing was written", told)
        self.assertFalse(pack.exists())
        lines = run("import", "--as", "facts", table, "--to", pack, "--json", code=1).stdout.splitlines()
        self.assertEqual(json.loads(lines[0])["code"], "other-unit")
        word = self.file("table.csv", "PK\x03\x04 xl/workbook.xml")
        self.assertIn("CSV", run("import", "--as", "facts", word, "--to", pack, code=1).stderr)
        run("import", "--from", "csv", "--as", "facts", table, "--to", pack, code=2)

    def test_lint_finds_pictures_that_are_not_there_and_files_that_are_not_listed(self):
        pack = self.folder / "p"
        run("new-pack", pack)
        knowledge = pack / "knowledge.json"
        knowledge.write_text(knowledge.read_text(encoding="utf-8").replace('"id": "square", ', '"id": "square", "image": "pictures/sqare.png", ', 1), encoding="utf-8")
        (pack / "pictures").mkdir()
        (pack / "pictures/square.png").write_bytes(b"")
        (pack / "more.json").write_text('{"claims": []}', encoding="utf-8")
        (pack / "notes.json").write_text('{"mine": []}', encoding="utf-8")
        told = run("lint", pack, code=1)
        self.assertRegex(told.stderr, r"knowledge\.json:\d+:\d+: warning\[picture-missing\].*did you mean 'pictures/square\.png'")
        self.assertRegex(told.stderr, r"pack\.json:\d+:\d+: warning\[file-not-listed\]: more\.json")
        self.assertNotIn("notes.json", told.stderr)
        self.assertIn("[image-without-alt]", told.stderr)
        self.assertIn("3 findings", told.stdout)

    def test_a_failing_example_of_a_packs_own_rule_is_a_finding(self):
        pack = self.folder / "p"
        run("new-pack", pack)
        (pack / "lint.json").write_text('{"never": [{"id": "x", "why": "w", "pattern": "cure", "caught": ["heal"]}]}', encoding="utf-8")
        told = run("lint", pack, code=1)
        self.assertRegex(told.stderr, r"lint\.json:1:\d+: error\[rule-misses\]")
        self.assertIn("1 finding, ", told.stdout)
        self.assertIn("error", [json.loads(line)["severity"] for line in run("lint", pack, "--json", code=1).stdout.splitlines()])

    def test_remarks_of_lint_do_not_change_the_exit_code(self):
        pack = self.folder / "remarks"
        run("new-pack", pack)
        remarks = [json.loads(line) for line in run("lint", pack, "--json").stdout.splitlines()]
        self.assertEqual([(line["code"], line["severity"]) for line in remarks], [("no-hint", "remark")])
        self.assertIn("0 findings, 1 remark", run("lint", pack).stdout)

    def test_lint_finds_advice_and_validate_refuses_it_in_a_pack_with_rules_on_health(self):
        pack = self.folder / "health"
        run("new-pack", pack)
        questions = pack / "questions.json"
        text = questions.read_text(encoding="utf-8")
        explanation = json.loads(text)["questions"][0]["explanation"]
        questions.write_text(text.replace(explanation, "Take 400 mg every day, safe in pregnancy."), encoding="utf-8")
        self.assertRegex(run("lint", pack, code=1).stderr, r"questions\.json:\d+:\d+: warning\[health-amount\]")
        run("validate", pack)
        manifest = json.loads((pack / "pack.json").read_text(encoding="utf-8"))
        manifest["rules"] = ["health"]
        (pack / "pack.json").write_text(json.dumps(manifest), encoding="utf-8")
        self.assertRegex(run("validate", pack, code=1).stderr, r"questions\.json:\d+:\d+: error\[health-amount\]")

    def test_lint_names_file_and_line_and_judges_dates_by_the_day_given(self):
        pack = self.folder / "p"
        run("new-pack", pack)
        text = (pack / "questions.json").read_text(encoding="utf-8").replace("By how much does the sum of its angles grow?", "By how much does the sum of its angles grow? " + "Why? " * 30)
        (pack / "questions.json").write_text(text, encoding="utf-8")
        self.assertRegex(run("lint", pack, code=1).stderr, r"questions\.json:3:5: warning\[long-prompt\]")
        manifest = json.loads((pack / "pack.json").read_text(encoding="utf-8"))
        manifest["review_by"] = "2030-01-31"
        (pack / "pack.json").write_text(json.dumps(manifest), encoding="utf-8")
        self.assertNotIn("past-review", run("lint", pack, "--today", "2030-01-31", code=1).stderr)
        self.assertIn("past-review", run("lint", pack, "--today", "2030-02-01", code=1).stderr)


if __name__ == "__main__":
    try:
        unittest.main(argv=sys.argv[:1])
    finally:
        shutil.rmtree(HOME, ignore_errors=True)
