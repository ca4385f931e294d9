"""What the window tests share: a display, a folder for each test, and pictures of each stage.

With CHELATE_SHOTS each stage is saved there as a picture. With CHELATE_ALL_SHOTS=1 the tests run in 3 sizes, dark
and light, and at 200 % text size in dark.
"""
import os
import pathlib
import shutil
import tempfile
import time
import unittest

from display import Display

SHOTS = os.environ.get("CHELATE_SHOTS")


class Case(unittest.TestCase):
    size, settings, look = (1280, 720), {}, ""

    @classmethod
    def setUpClass(cls):
        cls.display = Display(1920, 1080)
        cls.addClassCleanup(cls.display.close)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="chelate-window-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.data = self.folder / "data"
        self.data.mkdir()

    def shot(self, player, name, moves=False):
        """Saves a picture of the screen. With `moves` it does not wait until nothing moves, as for a drawn breath."""
        if not SHOTS:
            return
        folder = pathlib.Path(SHOTS) / f"{type(self).__name__.lower()}"
        folder.mkdir(parents=True, exist_ok=True)
        if moves:
            time.sleep(0.6)
        (player.look() if moves else player.still()).save(folder / f"{self._testMethodName}-{name}.png")


def every_look(namespace, base):
    """Adds the same tests in other sizes and looks for people to look at, when CHELATE_ALL_SHOTS asks for them."""
    if os.environ.get("CHELATE_ALL_SHOTS") != "1":
        return
    for width, height in ((800, 600), (1280, 720), (1920, 1080)):
        for theme, percent in (("dark", 100), ("light", 100), ("dark", 200)):
            name = f"{base.__name__}{width}x{height}{theme}{percent}"
            namespace[name] = type(name, (base,), {"size": (width, height), "settings": {"theme": theme, "text_percent": percent}})
