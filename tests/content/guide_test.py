#!/usr/bin/env python3
"""Plays the examples in content/README.md: every kind of question has one, and each is valid and can be answered. Draws
its figure.

Usage: guide_test.py CHELATE SOURCE_DIR
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

CHELATE, SOURCE = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
guide = (SOURCE / "content" / "README.md").read_text()
examples = next(block for block in map(json.loads, re.findall(r"```json\n(.*?)```", guide, re.S)) if isinstance(block, list))

kinds = set(re.findall(r'"([a-z-]+)",\s+(?:Writing::|\.writing)', (SOURCE / "engine" / "content" / "kinds.hpp").read_text()))
shown = {example["kind"] for example in examples}
assert len(kinds) >= 20, f"only {len(kinds)} kinds were found in the table"
assert shown == kinds, f"without an example: {sorted(kinds - shown)}; unknown: {sorted(shown - kinds)}"

with tempfile.TemporaryDirectory(prefix="chelate-guide-") as folder:
    pack = pathlib.Path(folder) / "pack"
    shutil.copytree(SOURCE / "content" / "magnesium", pack)
    manifest = json.loads((pack / "pack.json").read_text())
    manifest["files"].append("guide.json")
    (pack / "pack.json").write_text(json.dumps(manifest))
    round_ = {"id": "guide", "name": "Guide", "about": "All examples.", "count": len(examples), "shuffled": False, "questions": [e["id"] for e in examples]}
    (pack / "guide.json").write_text(json.dumps({"questions": examples, "rounds": [round_]}))

    def run(*words):
        return subprocess.run([CHELATE, *words], text=True, capture_output=True)

    valid = run("validate", str(pack))
    assert valid.returncode == 0, valid.stderr
    for answers in ("right", "wrong", "random"):
        played = run("play", "--headless", "--pack", str(pack), "--round", "guide", "--answers", answers, "--json")
        assert played.returncode == 0, played.stderr
        lines = [json.loads(line) for line in played.stdout.splitlines()]
        asked = [line["id"] for line in lines if line["type"] == "question"]
        assert asked == [e["id"] for e in examples], asked
        result = lines[-1]
        assert result["asked"] == len(examples) - 2, f"polls and cards count for nobody: {result}"
        if answers == "right":
            assert result["points"] == result["possible"] == 1000 * result["asked"], result
        if answers == "wrong":
            assert result["points"] == 0, result
# Follows the ten steps exactly: writes each file as the guide prints it, runs each command and compares its output.
steps = guide[guide.index("## From an empty folder"):guide.index("## What every pack is")]
assert re.findall(r"\*\*Step (\d+)\.\*\*", steps) == [str(n) for n in range(1, 11)]
with tempfile.TemporaryDirectory(prefix="chelate-guide-") as folder:
    files = re.findall(r"`(solids/[a-z.]+)`\n```json\n(.*?)```", steps, re.S)
    assert len(files) == 7, [name for name, _ in files]
    for name, text in files:
        path = pathlib.Path(folder) / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    commands = re.findall(r"```sh\n(.*?)\n```(?:\n```\n(.*?)```)?", steps, re.S)
    assert [command.split()[1] for command, _ in commands] == ["validate", "lint", "play"], commands
    for command, printed in commands:
        words = command.split()[1:]
        if words[0] == "play":  # play without a window
            words = [word for word in words if word != "--watch"] + ["--headless", "--answers", "right", "--round", "first"]
        done = subprocess.run([CHELATE, *words], text=True, capture_output=True, cwd=folder)
        assert done.returncode == 0, done.stdout + done.stderr
        assert not printed or done.stdout == printed, f"{command} prints {done.stdout!r}, the guide says {printed!r}"
    # A mistake of one character in any file must be reported with the name of that file.
    for name, text in files:
        path = pathlib.Path(folder) / name
        path.write_text(text.replace('"', "'", 1))
        spoiled = subprocess.run([CHELATE, "validate", "solids"], text=True, capture_output=True, cwd=folder)
        assert spoiled.returncode == 1 and name in spoiled.stderr, f"{name}: {spoiled.stderr}"
        path.write_text(text)

# Adds the figure of the guide to the pack of the ten steps, and draws each of its steps.
section = guide[guide.index("## Draw a figure"):guide.index("## Problems and how to mend them")]
with tempfile.TemporaryDirectory(prefix="chelate-guide-") as folder:
    pack = pathlib.Path(folder) / "solids"
    drawn = re.findall(r"`([a-z/]+\.(?:svg|json))`\n```(?:svg|json)\n(.*?)```", section, re.S)
    assert [name for name, _ in drawn] == ["figures/channel.svg", "channel.json"], [name for name, _ in drawn]
    for name, text in [(name.removeprefix("solids/"), text) for name, text in files] + drawn:
        (pack / name).parent.mkdir(parents=True, exist_ok=True)
        (pack / name).write_text(text)
    manifest = json.loads((pack / "pack.json").read_text())
    manifest["topics"].append({"id": "cells", "name": "Cells"})
    manifest["files"].append("channel.json")
    (pack / "pack.json").write_text(json.dumps(manifest))
    valid = subprocess.run([CHELATE, "validate", str(pack)], text=True, capture_output=True)
    assert valid.returncode == 0, valid.stderr
    mechanism = json.loads(drawn[1][1])["mechanisms"][0]

    def picture(step, *words):
        """Returns the bytes of a step as a PNG file."""
        out = pathlib.Path(folder) / f"{step}{''.join(words)}.png"
        done = subprocess.run([CHELATE, "figure", "--pack", str(pack), "--id", "channel", "--step", str(step), "--size", "320x240", "--out", str(out), *words], text=True, capture_output=True)
        assert done.returncode == 0, done.stderr
        return out.read_bytes()

    pictures = [picture(step) for step in range(len(mechanism["steps"]) + 1)]
    assert len(set(pictures)) == len(pictures), "two steps look the same"
    for variant in mechanism["figure"]["variants"]:
        for step in variant["steps"]:
            assert picture(step["step"], "--variant", variant["id"]) != pictures[step["step"]], step
    for theme in ("light", "paper"):
        assert picture(1, "--theme", theme) != pictures[1], theme

# Every class that a theme has is in the guide, and the guide names no other.
for theme in ("dark", "light", "paper"):
    css = re.sub(r"/\*.*?\*/", "", (SOURCE / "assets" / "themes" / f"{theme}.css").read_text(), flags=re.S)
    classes = set(re.findall(r"\.([a-z][a-z0-9-]*)", re.sub(r"\{[^}]*\}", " ", css)))
    named = set(re.findall(r"`([a-z0-9-]+)`", section[section.index("| for | classes |"):])) - {"shade", "spot", "ball", "halo", "depth"}
    assert classes <= named, f"{theme}: the guide lacks {sorted(classes - named)}"
    assert theme != "dark" or named <= classes, f"no theme has {sorted(named - classes)}"

print(f"{len(examples)} examples of {len(kinds)} kinds")
