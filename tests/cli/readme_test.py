#!/usr/bin/env python3
"""Runs every `chelate` command of README.md and game/README.md, in order, in a folder that has the repository's content.

Usage: readme_test.py PROGRAM SOURCE_DIR
"""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
commands = []
for readme in ("README.md", "game/README.md"):
    found = re.findall(r"^chelate .*?(?=\s+#|$)", (source / readme).read_text(), re.M)
    assert len(found) >= 4, f"{readme} lost its commands"
    commands += found
failed = []
with tempfile.TemporaryDirectory() as folder:
    shutil.copy(source / "tests/fuzz/seeds/kinds.gift", pathlib.Path(folder) / "questions.gift")
    (pathlib.Path(folder) / "planets.csv").write_text("Planet,Diameter (km)\nMercury,4879\nVenus,12104\nMars,6792\n", encoding="utf-8")
    (pathlib.Path(folder) / "exit-word").write_text("nokuto\n")
    (pathlib.Path(folder) / "exit-word").chmod(0o600)
    for name in ("content", "tests"):
        os.symlink(source / name, pathlib.Path(folder) / name)
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_DATA_HOME")} | {"HOME": folder}
    for command in commands:
        arguments = shlex.split(command)[1:]
        done = subprocess.run([program, *arguments], input="q\nq\n", capture_output=True, text=True, cwd=folder, env=environment, timeout=120)
        # The command for the window has neither a display nor a terminal here. It says so, shows the help and ends
        # with 2.
        wants_window = arguments[0] in ("play", "kiosk") and not {"--terminal", "--headless"} & set(arguments)
        fine = done.returncode == 2 and "--help" in done.stderr if wants_window else done.returncode == 0
        print(("ok    " if fine else "FAILED") + " " + command)
        if not fine:
            failed.append(command + "\n" + done.stdout + done.stderr)
print("\n".join(failed))
sys.exit(1 if failed else 0)
