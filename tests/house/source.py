"""Splits a C++ file into what the rules check: includes, comments, literals, and the code without those two."""
import re
from pathlib import Path

from floors import module_of

CPP = (".cpp", ".hpp")
_TOKEN = re.compile(
    r"""(?P<line_comment>//[^\n]*)
      | (?P<block_comment>/\*.*?\*/)
      | (?P<raw>(?:u8|u|U|L)?R"(?P<mark>[^()\\\s]{0,16})\((?P<raw_text>.*?)\)(?P=mark)")
      | (?P<string>(?:u8|u|U|L)?"(?P<text>(?:[^"\\\n]|\\.)*)")
      | (?P<digits>[0-9][0-9a-fA-FxX']*)
      | (?P<char>'(?:[^'\\\n]|\\.)+')""",
    re.S | re.X,
)
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(<[^>\n]+>|"[^"\n]+")', re.M)


class Source:
    """One file of the tree. `path` is relative to the top level and has forward slashes."""

    def __init__(self, path, text):
        self.path = path
        self.text = text
        self.is_cpp = path.endswith(CPP)
        self.is_header = path.endswith(".hpp")
        self.includes = []  # (line, name with its brackets or quotes)
        self.comments = []  # (line, text)
        self.literals = []  # (line, text, code of the statement before the literal)
        self.code = text    # same length and lines, with comments and literals blanked out
        if self.is_cpp:
            self._read()

    def line_of(self, offset):
        return self.text.count("\n", 0, offset) + 1

    @property
    def line_count(self):
        return self.text.count("\n")

    @property
    def module(self):
        """Returns a module such as ("engine", "quiz"), or None for a file outside engine/ and game/."""
        return module_of(self.path)

    def _read(self):
        blank = list(self.text)
        starts = []
        include_spans = []
        comment_spans = [m.span() for m in _TOKEN.finditer(self.text) if m["line_comment"] or m["block_comment"]]
        for m in _INCLUDE.finditer(self.text):
            if any(a <= m.start() < b for a, b in comment_spans):
                continue
            self.includes.append((self.line_of(m.start(1)), m[1]))
            include_spans.append(m.span(1))
        for m in _TOKEN.finditer(self.text):
            if m["digits"]:
                continue
            line = self.line_of(m.start())
            if m["line_comment"] or m["block_comment"]:
                self.comments.append((line, m[0]))
            elif not any(a <= m.start() < b for a, b in include_spans) and not m["char"]:
                starts.append((line, m["raw_text"] if m["raw"] else m["text"], m.start()))
            for i in range(*m.span()):
                if blank[i] != "\n":
                    blank[i] = " "
        self.code = "".join(blank)
        for line, text, start in starts:
            begin = max(self.code.rfind(end, 0, start) for end in (";", "{\n", "}\n"))
            self.literals.append((line, text, self.code[begin + 1 : start]))


def read_tree(root, folders=("engine", "game", "tests")):
    """Returns every text file in these folders, sorted by path."""
    found = []
    for folder in folders:
        for path in sorted((Path(root) / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                try:
                    found.append(Source(path.relative_to(root).as_posix(), path.read_text("utf-8")))
                except UnicodeDecodeError:
                    pass  # a picture, a sound
    return found
