"""Finds things on the screen by the colours of the dark or light theme: the focus, number caps, the main button."""
import json


def _colour(text):
    return tuple(int(text[i:i + 2], 16) for i in (1, 3, 5))


def _between(first, second, share):
    """Returns a test for the colours of a gradient up to this share of it, with one step each side for rounding."""
    made = set()
    for step in range(65):
        at = share * step / 64
        middle = [a + (b - a) * at for a, b in zip(first, second)]
        made |= {(round(middle[0]) + r, round(middle[1]) + g, round(middle[2]) + b)
                 for r in (-1, 0, 1) for g in (-1, 0, 1) for b in (-1, 0, 1)}
    return made.__contains__


def _near(colour, by):
    """Returns a test for colours near this one: an outline is paler between two pixel rows or where a list fades."""
    return lambda seen: all(abs(one - two) <= by for one, two in zip(seen, colour))


class Box:
    def __init__(self, x, y, right, bottom):
        self.x, self.y, self.right, self.bottom = x, y, right, bottom

    @property
    def middle(self):
        return (self.x + self.right) // 2, (self.y + self.bottom) // 2

    def __repr__(self):
        return f"Box({self.x}, {self.y}, {self.right}, {self.bottom})"


def _grouped(runs, reach=2):
    """Groups runs of neighbouring rows that share pixels into boxes."""
    boxes = []
    for y, x, length in runs:
        for box in boxes:
            if y - box.bottom <= reach and x < box.right and x + length > box.x:
                box.x, box.right, box.bottom = min(box.x, x), max(box.right, x + length), y + 1
                break
        else:
            boxes.append(Box(x, y, x + length, y + 1))
    return boxes


class Sights:
    def __init__(self, source, theme="dark"):
        colours = json.loads((source / "assets" / "themes" / f"{theme}.json").read_text())["colours"]
        self.light = _near(_colour(colours["light"]), 70)
        self.caps = _between(_colour(colours["key_top"]), _colour(colours["key_bottom"]), 0.4)
        top, bottom = _colour(colours["primary_top"]), _colour(colours["primary_bottom"])
        self.main = _between(top, bottom, 0.4)
        self.main_of_panel = _near(tuple((one + two) // 2 for one, two in zip(top, bottom)), 4)

    def focus(self, picture, least=40):
        """Returns the first box outlined in light that is at least so wide, or None. It looks for two edges of equal
        width, one above the other."""
        edges = [box for box in _grouped(picture.runs(self.light, least)) if box.bottom - box.y <= 6]
        for i, top in enumerate(edges):
            for bottom in edges[i + 1:]:
                if abs(top.x - bottom.x) <= 4 and abs(top.right - bottom.right) <= 4 and bottom.y - top.y >= 24:
                    return Box(top.x, top.y, top.right, bottom.bottom)
        return None

    def number_caps(self, picture):
        """Returns the middles of the number caps of choices in reading order, without the footer's smaller caps."""
        boxes = [box for box in _grouped(picture.runs(self.caps, 6)) if box.bottom - box.y >= 6 and box.y < picture.height * 0.9]
        boxes = [box for box in boxes if box.right - box.x < picture.width // 10]
        return sorted(boxes, key=lambda box: (round(box.y / 24), box.x))

    def main_button(self, picture):
        """Returns the one main button of the screen."""
        boxes = [box for box in _grouped(picture.runs(self.main, 60)) if box.bottom - box.y >= 8]
        return boxes[-1] if boxes else None

    def panel_button(self, picture):
        """Returns the main button of a dialog or a page over the screen. It has one colour and is at the bottom."""
        boxes = [box for box in _grouped(picture.runs(self.main_of_panel, 60)) if box.bottom - box.y >= 8]
        return boxes[-1] if boxes else None

    def has_banner(self, picture):
        """Returns whether there is a line of light from side to side in the upper part."""
        return any(y < picture.height / 4 for y, _, _ in picture.runs(self.light, int(picture.width * 0.95)))
