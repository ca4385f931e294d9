#!/usr/bin/env python3
"""Measures what the window costs, compared with a bare SFML window in the same minute on the same display.

Usage: window_bench.py PROGRAM [--runs N]

Prints one JSON object per line: first frame, start (until nothing moves any more), memory, idle, frame times, draw
calls and vertices, each with its goal. Times are ratios to those of the bare window. Builds bare_window.cpp with c++;
needs xvfb and xdotool.
"""
import argparse
import json
import os
import pathlib
import select
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "window"))
from display import Display  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent


def report(name, value, goal, **more):
    print(json.dumps({"bench": name, "value": round(value, 3), "goal": goal, "met": value <= goal, **more}), flush=True)


class Running:
    """A program with a window, from exec to its first full screen."""

    def __init__(self, display, command, ready, whole=(1280, 720)):
        environment = {**os.environ, "DISPLAY": display.name, "LIBGL_ALWAYS_SOFTWARE": "1", "ALSOFT_DRIVERS": "null"}
        environment.pop("WAYLAND_DISPLAY", None)
        begun = time.monotonic()
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        # An empty display is black, and none of our windows is.
        while display.picture(whole[0] // 2, whole[1] // 2, 1, 1).pixel(0, 0) == (0, 0, 0):
            time.sleep(0.001)
        self.first_frame_ms = self.start_ms = 1000 * (time.monotonic() - begun)
        # The program says that it is ready when a new picture takes presses, which is a while after its last change.
        seen = display.picture()
        while True:
            if select.select([self.process.stdout], [], [], 0.005)[0]:
                if self.process.stdout.readline().startswith(ready):
                    break
                assert self.process.poll() is None, f"{command[0]} ended"
            now = display.picture()
            if now != seen:
                seen, self.start_ms = now, 1000 * (time.monotonic() - begun)

    def memory_mib(self):
        """Returns the program's share of the machine's memory in MiB. Shared pages are divided among their users."""
        rollup = pathlib.Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        kib = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        return kib / 1024

    def cpu_seconds(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def idle_percent(self, seconds):
        before, begun = self.cpu_seconds(), time.monotonic()
        time.sleep(seconds)
        return 100 * (self.cpu_seconds() - before) / (time.monotonic() - begun)

    def end(self):
        """Ends the program and returns what it printed at the end."""
        self.process.terminate()
        said = self.process.stdout.read()
        self.process.wait(timeout=20)
        self.process.stdout.close()
        return said


def build_bare(folder):
    program = folder / "bare_window"
    subprocess.run(["c++", "-std=c++20", "-O2", HERE / "bare_window.cpp", "-o", program, "-lsfml-graphics", "-lsfml-window", "-lsfml-system"],
                   check=True)
    return str(program)


def start_and_memory(display, chelate, bare, runs):
    """Measures both in turn, so that other work on the machine affects both."""
    firsts, starts, sizes = ({"chelate": [], "bare": []} for _ in range(3))
    for _ in range(runs):
        for name, command, ready in (("bare", bare, "ready"), ("chelate", chelate, "ready home")):
            running = Running(display, command, ready)
            firsts[name].append(running.first_frame_ms)
            starts[name].append(running.start_ms)
            time.sleep(2)
            sizes[name].append(running.memory_mib())
            running.end()
            while display.picture(640, 360, 1, 1).pixel(0, 0) != (0, 0, 0):
                time.sleep(0.01)
    for name, measured, goal, unit in (("first_frame", firsts, 4, "ms"), ("start", starts, 4, "ms"), ("memory", sizes, 2, "MiB")):
        ours, theirs = statistics.median(measured["chelate"]), statistics.median(measured["bare"])
        spread = {f"{who}_{unit}": [round(least, 1), round(middle, 1), round(most, 1)]
                  for who, values in measured.items() for least, middle, most in [(min(values), statistics.median(values), max(values))]}
        report(f"{name}_ratio", ours / theirs, goal, runs=runs, **spread)


def bare_frames(display, bare, size):
    """Returns the median and the 99th percentile of a bare window's frames, in milliseconds."""
    environment = {**os.environ, "DISPLAY": display.name, "LIBGL_ALWAYS_SOFTWARE": "1"}
    environment.pop("WAYLAND_DISPLAY", None)
    done = subprocess.run([*bare, *map(str, size), "300"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True)
    said = dict(word.split("=") for word in done.stdout.split())
    return float(said["median_ms"]), float(said["p99_ms"])


def idle(display, chelate, bare, seconds):
    """A bare window at rest waits for events and costs nothing, so the baseline is what it costs to draw one frame."""
    running = Running(display, chelate, "ready home")
    time.sleep(2)
    percent = running.idle_percent(seconds)
    running.end()
    frame_ms, _ = bare_frames(display, bare, (1280, 720))
    report("idle_second_ratio", percent * 10 / frame_ms, 1.5, percent_of_a_core=round(percent, 3), bare_frame_ms=frame_ms, seconds=seconds)


def frames(display, chelate, bare, size, goals):
    """Measures the frames of a question while the pointer moves over its choices, between two runs of a bare window."""
    before = bare_frames(display, bare, size)
    running = Running(display, [*chelate, "--window-size", "{}x{}".format(*size), "--round", "what-do-the-sources-say", "--seed", "3"], "ready question", size)
    whole = display.picture()
    left, top = (whole.width - size[0]) // 2, (whole.height - size[1]) // 2
    words = []
    for step in range(300):
        words += ["mousemove", left + size[0] // 4 + step * 2, top + size[1] // 3 + (step * 17) % (size[1] // 3), "sleep", "0.02"]
    subprocess.run(["xdotool", *map(str, words)], check=True, env={**os.environ, "DISPLAY": display.name})
    said = dict(word.split("=") for word in running.end().split() if "=" in word)
    while display.picture(size[0] // 2, size[1] // 2, 1, 1).pixel(0, 0) != (0, 0, 0):
        time.sleep(0.01)
    after = bare_frames(display, bare, size)
    bare_ms = (before[0] + after[0]) / 2
    name = f"{size[1]}p"
    for figure, key in (("frame_median_ratio", "median_ms"), ("frame_p99_ratio", "p99_ms")):
        report(f"{name}_{figure}", float(said[key]) / bare_ms, goals[figure], frames=int(said["frames"]), chelate_ms=float(said[key]),
               bare_ms=round(bare_ms, 3))
    for figure in ("draw_calls", "vertices"):
        report(f"{name}_{figure}", float(said[figure]), goals[figure], frames=int(said["frames"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("program")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--idle-seconds", type=float, default=10)
    given = parser.parse_args()
    display = Display(1280, 720)
    print(json.dumps({"load": os.getloadavg(), "cores": os.cpu_count()}), flush=True)
    try:
        with tempfile.TemporaryDirectory(prefix="chelate-bench-") as folder:
            bare = [build_bare(pathlib.Path(folder))]
            chelate = [os.path.abspath(given.program), "--trace", "--profile", "Ada", "--data-dir", f"{folder}/data"]
            start_and_memory(display, chelate, bare, given.runs)
            idle(display, chelate, bare, given.idle_seconds)
            frames(display, chelate, bare, (1280, 720), {"frame_median_ratio": 2.5, "frame_p99_ratio": 5, "draw_calls": 12, "vertices": 40000})
            display.close()
            display = Display(1920, 1080)
            frames(display, chelate, bare, (1920, 1080), {"frame_median_ratio": 2.5, "frame_p99_ratio": 5, "draw_calls": 12, "vertices": 40000})
        print(json.dumps({"load": os.getloadavg()}), flush=True)
    finally:
        display.close()


if __name__ == "__main__":
    main()
