"""Plays the game as a person does: starts the program, presses keys, moves the mouse and looks at the screen."""
import json
import os
import pathlib
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time

from display import ask_to_close

PATIENCE = 30  # seconds; the sanitized program on a busy machine is slow


class Player:
    """A running program on a display."""

    def __init__(self, program, display, folder, *arguments, size=(1280, 720), settings=None, profile="Ada", env=None, prefix=(), verb="play"):
        self.display, self.folder = display, pathlib.Path(folder)
        self.recording = self.folder.parent / f"{self.folder.name}.{time.monotonic_ns()}.jsonl"
        self.lines, self._news = [], threading.Condition()
        if settings is not None:
            self.folder.mkdir(exist_ok=True)
            written = {"theme": "dark", "text_percent": 100, "reduced_motion": False, "profile": "Ada", **settings}
            (self.folder / "settings.json").write_text(json.dumps(written))
        command = [*prefix, str(program), verb, "--trace", "--window-size", "{}x{}".format(*size), "--data-dir", str(self.folder)]
        if verb == "play":
            command += ["--record", str(self.recording)]
        if verb == "play" and profile is not None:
            command += ["--profile", profile]
        environment = {**os.environ, "DISPLAY": display.name, "LIBGL_ALWAYS_SOFTWARE": "1", "ASAN_OPTIONS": "detect_leaks=0",
                       "ALSOFT_DRIVERS": "null", **(env or {})}
        environment.pop("WAYLAND_DISPLAY", None)
        self._park(size)
        self._others = self._windows()
        self.process = subprocess.Popen([*command, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True, env=environment)
        self.errors = []
        self._readers = [threading.Thread(target=self._listen), threading.Thread(target=self._listen_to_errors)]
        for reader in self._readers:
            reader.start()
        self._heard = 0
        self.window = None

    def _listen(self):
        for line in self.process.stdout:
            with self._news:
                self.lines.append(line.strip())
                self._news.notify_all()
        with self._news:
            self.lines.append("end of output")
            self._news.notify_all()

    def _listen_to_errors(self):
        for line in self.process.stderr:
            self.errors.append(line)

    # What the program prints.

    def wait_for(self, *wanted, patience=PATIENCE):
        """Waits for the next line that begins with one of these and returns it. Lines that were read before do not
        count."""
        end = time.monotonic() + patience
        with self._news:
            while True:
                while self._heard < len(self.lines):
                    line = self.lines[self._heard]
                    self._heard += 1
                    if line.startswith(wanted):
                        return line
                    if line == "end of output":
                        raise AssertionError(f"waited for {wanted}, but the program ended: {self.lines} {''.join(self.errors)}")
                if not self._news.wait(end - time.monotonic()):
                    raise AssertionError(f"waited {patience} s for {wanted}, heard {self.lines} {''.join(self.errors)}")

    def ready(self, screen):
        """Waits until the next screen has stopped moving. It must be this one."""
        line = self.wait_for("ready ")
        assert line == f"ready {screen}", f"expected '{screen}', got '{line}' after {self.lines}"
        if self.window is None:
            self.find_window()
        return self

    def quiet_for(self, seconds):
        """Returns whether no line comes in this time."""
        before = len(self.lines)
        time.sleep(seconds)
        return len(self.lines) == before

    # What the person does.

    def _do(self, *words):
        done = subprocess.run(["xdotool", *map(str, words)], env={**os.environ, "DISPLAY": self.display.name}, capture_output=True, text=True,
                              timeout=PATIENCE, check=False)
        if done.returncode != 0:
            raise AssertionError(f"xdotool {words}: {done.stderr} {self.lines} {''.join(self.errors)}")
        return done.stdout

    def _park(self, size):
        """Moves the pointer to the middle of the bottom edge: without a window manager, keys go to the window under
        the pointer."""
        whole = self.display.picture()
        self._do("mousemove", whole.width // 2, (whole.height + size[1]) // 2 - 3)

    def _windows(self):
        # Without a window manager, SFML does not tell which process a window belongs to.
        return self._windows_named("Chelate")

    def _windows_named(self, name):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{name}$"], env={**os.environ, "DISPLAY": self.display.name},
                               capture_output=True, text=True, timeout=PATIENCE, check=False)
        return {int(number) for number in found.stdout.split()}

    def find_window(self):
        end = time.monotonic() + PATIENCE
        while True:
            found = self._windows() - self._others
            if found:
                self.window = max(found)
                return
            assert time.monotonic() < end, "no window"
            time.sleep(0.05)

    def place(self):
        """Returns the place and size of the window: x, y, width, height."""
        text = self._do("getwindowgeometry", "--shell", self.window)
        said = dict(line.split("=") for line in text.split())
        return tuple(int(said[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))

    def key(self, *keys):
        if keys:
            self._do("key", "--delay", 30, *keys)
        return self

    def type(self, text, delay=40):
        self._do("type", "--delay", delay, "--", text)

    def point(self, x, y):
        left, top, _, _ = self.place()
        self._do("mousemove", left + x, top + y)

    def click(self, x, y):
        left, top, _, _ = self.place()
        self._do("mousemove", left + x, top + y, "sleep", 0.05, "click", 1)

    def drag(self, begin, end):
        left, top, _, _ = self.place()
        (x, y), (to_x, to_y) = begin, end
        words = ["mousemove", left + x, top + y, "mousedown", 1]
        for step in range(1, 9):
            words += ["mousemove", left + x + (to_x - x) * step // 8, top + y + (to_y - y) * step // 8, "sleep", 0.02]
        self._do(*words, "sleep", 0.1, "mouseup", 1)

    def wheel(self, lines):
        self._do("click", "--repeat", abs(lines), "--delay", 30, 5 if lines > 0 else 4)

    def resize(self, width, height):
        self._do("windowmove", self.window, 0, 0)
        self._do("windowsize", "--sync", self.window, width, height)
        self._do("mousemove", width // 2, height - 3)

    def quit(self):
        """Leaves the program from its home screen: Esc asks first."""
        self.key("Escape")
        self.ready("dialog").key("1")

    def close_window(self):
        ask_to_close(self.display.name, self.window)

    # What the person sees.

    def look(self):
        return self.display.picture(*self.place())

    def still(self, after=None, seconds=0.25):
        """Returns the picture once it has not changed for a while; with `after`, once it also differs from that
        picture."""
        end = time.monotonic() + PATIENCE
        last, since = self.look(), time.monotonic()
        while time.monotonic() < end:
            time.sleep(0.03)
            now = self.look()
            if now != last or (after is not None and now == after):
                last, since = now, time.monotonic()
            elif time.monotonic() - since >= seconds:
                return now
        raise AssertionError("the picture never stood still, or never changed")

    # How the program ends.

    def ended(self):
        """Waits for the end. The exit code must be 0."""
        self.process.wait(timeout=PATIENCE)
        self._close_pipes()
        assert self.process.returncode == 0, f"exit code {self.process.returncode}: {''.join(self.errors)}"

    def leave(self):
        self.process.send_signal(signal.SIGTERM)
        self.ended()

    def stop(self):
        """Ends the program at the end of a test, whatever happened before."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._close_pipes()

    def _close_pipes(self):
        for reader in self._readers:
            reader.join()
        self.process.stdout.close()
        self.process.stderr.close()

    def answer(self, right=True, asked=None):
        """Answers the fresh question on the screen with keys. Returns what was given as (number, picked, arranged)."""
        asked = asked or self.question()
        way = asked["question"]["way"]
        if way not in ("pick-one", "point-at", "put-in-order"):
            if right:
                self.give(asked)
                if way != "vote":
                    self.key("Return")
            else:
                self.miss(asked)
            return asked["number"], None, None
        if way == "put-in-order":
            if right:
                arrange(self, moves(asked))
            self.key("Return")
            places = right_order(asked) if right else range(len(asked["shown"]))
            return asked["number"], None, bytes(places)
        place = right_place(asked)
        if not right:
            place = (place + 1) % len(asked["shown"])
        self.key(str(place + 1))
        return asked["number"], place, None

    def give(self, asked):
        """Enters the right answer to a question that is submitted with a button, without submitting it."""
        question, shown = asked["question"], asked["shown"]
        way = question["way"]
        if way == "pick-many":
            self.key(*(str(place + 1) for place, option in enumerate(shown) if option in question["keys"]))
        elif way == "assign":
            self.key(*(str(question["keys"][item] + 1) for item in shown))  # each digit moves on to the next item
        elif way == "enter-number":
            units, decimals = (question["low"] + question["high"]) // 2, question["decimals"]
            self.type(f"{units / 10 ** decimals:.{decimals}f}")
        elif way == "write-text":
            self.type(question["accepted"][0]["text"])
        elif way == "vote":
            self.key("1")

    def miss(self, asked):
        """Submits an answer that is not right, whatever it earns."""
        question = asked["question"]
        way = question["way"]
        if way == "pick-many":
            wrong = [str(place + 1) for place, option in enumerate(asked["shown"]) if option not in question["keys"]]
            self.key(*wrong[:1], "Return")
        elif way == "assign":
            targets = [question["keys"][item] for item in asked["shown"]]
            wrong = targets[1:] + targets[:1] if question["one_each"] else [(target + 1) % len(question["targets"]) for target in targets]
            self.key(*(str(target + 1) for target in wrong), "Return")
        elif way == "enter-number":
            self.type(str(question["to"] // 10 ** question["decimals"]))
            self.key("Return")
        elif way == "write-text":
            self.type("something else")
            self.key("Return")
        else:
            self.key("1" if way == "vote" else "Return")

    # What the program saves.

    def events(self, kind):
        lines = [json.loads(line) for line in self.recording.read_text().splitlines() if line.endswith("}")]
        return [line for line in lines if line.get("event") == kind]

    def question(self):
        return self.events("question-asked")[-1]

    def stored(self, query):
        """Returns rows of the progress in this player's folder. Use it only after the program has ended."""
        connection = sqlite3.connect(f"file:{self.folder / 'progress.db'}?mode=ro", uri=True)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()


def questions_of(program, round_id, seed):
    """Returns the questions of a round in their order, from headless play."""
    with tempfile.TemporaryDirectory(prefix="chelate-seed-") as folder:
        file = pathlib.Path(folder) / "headless.jsonl"
        subprocess.run([program, "play", "--headless", "--answers", "right", "--round", round_id, "--seed", str(seed), "--record", str(file)],
                       stdout=subprocess.DEVNULL, check=True, env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"})
        events = map(json.loads, file.read_text().splitlines())
        return [event["question"] for event in events if event.get("event") == "question-asked"]


def places_of(program, round_id, seed, way):
    """Returns the places in a round, from 0, of the questions with this interaction."""
    return [place for place, question in enumerate(questions_of(program, round_id, seed)) if question["way"] == way]


def start_with(program, kind, rounds):
    """Returns arguments for one of these rounds that start with a question of this kind. It searches, as content may
    change."""
    for round_id in rounds:
        for seed in range(1, 200):
            if questions_of(program, round_id, seed)[0]["kind"] == kind:
                return ["--round", round_id, "--seed", str(seed)]
    raise AssertionError(f"no round begins with {kind}")


def right_place(asked):
    """Returns the place (from 0) where a choice question shows its right answer."""
    return asked["shown"].index(asked["question"]["key"])


def right_order(asked):
    """Returns, for an order question, the current places (from 0) of the items that belong first, second and so on."""
    return [asked["shown"].index(item) for item in range(len(asked["question"]["items"]))]


def moves(asked):
    """Returns steps (from, to), places from 0, that put an order question in order. Each takes one item to its final
    place."""
    now = list(asked["shown"])
    steps = []
    for goal in range(len(now)):
        at = now.index(goal)
        if at != goal:
            now.insert(goal, now.pop(at))
            steps.append((at, goal))
    return steps


def arrange(player, steps, focus=0, by_digits=False):
    """Carries items by keyboard, each step (from, to) up or down, with the focus at `focus`. Returns where the focus
    ends."""
    for begin, end in steps:
        player.key(*["Down" if focus < begin else "Up"] * abs(focus - begin))
        if by_digits:
            player.key(str(end + 1))
        else:
            player.key("space", *["Down" if begin < end else "Up"] * abs(end - begin), "space")
        focus = end
    return focus
