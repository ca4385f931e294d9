"""Finds things on the glass by the colours of the dark or light theme: what has the focus, number caps, the main button."""
import json


def _colour(text):
    return tuple(int(text[i:i + 2], 16) for i in (1, 3, 5))


def _between(first, second, share):
    """Judges colours of a gradient from its first one up to this share of the way, a step each side for rounding."""
    made = set()
    for step in range(65):
        at = share * step / 64
        middle = [a + (b - a) * at for a, b in zip(first, second)]
        made |= {(round(middle[0]) + r, round(middle[1]) + g, round(middle[2]) + b)
                 for r in (-1, 0, 1) for g in (-1, 0, 1) for b in (-1, 0, 1)}
    return made.__contains__


def _near(colour, by):
    """Judges colours near this one: between two rows of pixels, or where a list dissolves, an outline is paler."""
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
    """Runs of neighbouring rows that share pixels, as boxes."""
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
        self.main = _between(_colour(colours["primary_top"]), _colour(colours["primary_bottom"]), 0.4)

    def focus(self, picture):
        """The box outlined in light, or None: two edges of one width, one above the other."""
        edges = [box for box in _grouped(picture.runs(self.light, 40)) if box.bottom - box.y <= 6]
        for i, top in enumerate(edges):
            for bottom in edges[i + 1:]:
                if abs(top.x - bottom.x) <= 4 and abs(top.right - bottom.right) <= 4 and bottom.y - top.y >= 24:
                    return Box(top.x, top.y, top.right, bottom.bottom)
        return None

    def number_caps(self, picture):
        """Middles of the caps with the numbers of choices, in reading order; the footer's caps are smaller and left out."""
        boxes = [box for box in _grouped(picture.runs(self.caps, 6)) if box.bottom - box.y >= 6 and box.y < picture.height * 0.9]
        boxes = [box for box in boxes if box.right - box.x < picture.width // 10]
        return sorted(boxes, key=lambda box: (round(box.y / 24), box.x))

    def main_button(self, picture):
        """The one main button of the screen."""
        boxes = [box for box in _grouped(picture.runs(self.main, 60)) if box.bottom - box.y >= 8]
        return boxes[-1] if boxes else None

    def has_banner(self, picture):
        """A line of light from side to side in the upper part."""
        return any(y < picture.height / 4 for y, _, _ in picture.runs(self.light, int(picture.width * 0.95)))
