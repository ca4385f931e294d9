"""Defines the house rules. Each rule takes the tree and yields problems as (path, line, sentence)."""
import json
import re

from floors import (FLOORS, LIBRARIES, NOT_PURE, PRINTING, PURE, STANDARD, SYSTEM, SYSTEM_MODULES, module_of)

HEADER_WISH, HEADER_LIMIT = 200, 260
SOURCE_WISH, SOURCE_LIMIT = 400, 450


def _ours(tree):
    return [s for s in tree if s.path.startswith(("engine/", "game/"))]


def _cpp(tree):
    return [s for s in _ours(tree) if s.is_cpp]


def includes(tree):
    """Modules include only strictly lower floors, and libraries only where the table allows it.

    A source includes its own header first.
    """
    paths = {s.path for s in tree}
    packages = {line.split()[0] for s in tree if s.path == "game/packages.txt" for line in s.text.splitlines() if line[:1].isalpha()}
    for s in tree:
        if not s.is_cpp:
            continue
        module = "/".join(s.module) if s.module else None
        if s.path.startswith(("engine/", "game/")) and s.module is None:
            yield s.path, 1, f"{s.path.rsplit('/', 1)[0]} is not a module in the table"
            continue
        for line, name in s.includes:
            bare = name[1:-1]
            if name[0] == '"':
                yield from _own_include(s, line, bare, paths)
            elif not _library_allowed(s, module, bare):
                yield s.path, line, f"<{bare}> may not be included in {module or 'tests'}"
            else:
                package = next((p for prefix, (p, _) in LIBRARIES.items() if bare.startswith(prefix)), None)
                if packages and package and package not in packages:
                    yield s.path, line, f"<{bare}> comes from {package}, which is not in game/packages.txt"
        own = s.path[:-4] + ".hpp"
        if s.path.endswith(".cpp") and own in paths and (not s.includes or s.includes[0][1] != f'"{own}"'):
            yield s.path, s.includes[0][0] if s.includes else 1, f'the first include must be its own header "{own}"'


def _own_include(s, line, bare, paths):
    other = module_of(bare)
    if bare.startswith("tests/") and s.module is None:
        return
    if other is None:
        yield s.path, line, f'"{bare}": write the path from the top ("engine/quiz/session.hpp")'
    elif bare not in paths:
        yield s.path, line, f'"{bare}" does not exist'
    elif s.module and other != s.module and FLOORS[other] >= FLOORS[s.module]:
        yield s.path, line, (f"{'/'.join(s.module)} (floor {FLOORS[s.module]}) may not include {'/'.join(other)} "
                             f"(floor {FLOORS[other]})")


def _library_allowed(s, module, bare):
    if module is None:  # tests may include any library
        return True
    if module in PURE and bare in NOT_PURE:
        return False
    if module.startswith("engine/") and bare in PRINTING:
        return False
    if bare in STANDARD:
        return True
    if bare in SYSTEM:
        return module in SYSTEM_MODULES
    return any(bare.startswith(prefix) and module in modules for prefix, (_, modules) in LIBRARIES.items())


def shape(tree):
    """Checks how a file begins, how long it is, what its name is, and what must not be left in it."""
    for s in tree:
        if s.is_header:
            if not s.text.startswith("// "):
                yield s.path, 1, "a header opens with one sentence: what it is for"
            if not re.match(r"\s*#pragma once\b", s.code):
                yield s.path, 1, "#pragma once is missing or not the first thing after the comment"
            for m in re.finditer(r"\busing\s+namespace\b", s.code):
                yield s.path, s.line_of(m.start()), "no `using namespace` in a header"
        if s.is_cpp and not s.path.startswith("tests/"):
            limit = HEADER_LIMIT if s.is_header else SOURCE_LIMIT
            if s.line_count > limit:
                yield s.path, limit, f"{s.line_count} lines, at most {limit}: split the file"
        # Split, so that this file does not match itself.
        for m in re.finditer(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b", s.text):
            yield s.path, s.line_of(m.start()), f"{m[0]}: do it, or file an issue"
        if s.is_cpp:
            for line, text in s.comments:
                if re.match(r"//\s*(#include\b|(if|for|while)\s*\(.*\{\s*$|(return|auto|const|std::)\b.*;\s*$|[\w.>:-]+\(.*\);\s*$)", text):
                    yield s.path, line, "commented-out code"
        name = s.path.rsplit("/", 1)[-1]
        if s.is_cpp and not re.fullmatch(r"[a-z0-9_]+\.[ch]pp", name):
            yield s.path, 1, "file names are snake_case"
        if s.is_cpp and re.search(r"(^|_)(manager|helper|util|utils|data|info)(_|\.)", name):
            yield s.path, 1, "the name is too vague (manager, helper, util, data, info)"
        if s.is_cpp:
            for m in re.finditer(r"\b(?:class|struct|namespace|enum class)\s+(\w*?(?:[Mm]anager|[Hh]elpers?|[Uu]tils?|Data|Info))\b(?!\s*;)", s.code):
                yield s.path, s.line_of(m.start()), f"{m[1]}: the name is too vague (manager, helper, util, data, info)"


CODE_WIDTH, MARKDOWN_WIDTH = 120, 100


def width(tree):
    """Wraps C++ at 120 columns, outside of raw strings, and Markdown at 100, outside of tables and code."""
    for s in tree:
        if s.is_cpp:
            raw = {s.line_of(m.start()) + n for m in re.finditer(r'R"(\w*)\(.*?\)\1"', s.text, re.S)
                   for n in range(m[0].count("\n") + 1)}
            for number, line in enumerate(s.text.split("\n"), 1):
                if len(line) > CODE_WIDTH and number not in raw:
                    yield s.path, number, f"{len(line)} columns, at most {CODE_WIDTH}"
        elif s.path.endswith(".md"):
            fenced = False
            for number, line in enumerate(s.text.split("\n"), 1):
                fenced ^= line.startswith("```")
                if len(line) > MARKDOWN_WIDTH and not fenced and not line.lstrip().startswith(("|", "```")):
                    yield s.path, number, f"{len(line)} columns, at most {MARKDOWN_WIDTH}"


def long_files(tree):
    """Yields files over the recommended length, which is not a failure."""
    for s in tree:
        wish = HEADER_WISH if s.is_header else SOURCE_WISH
        if s.is_cpp and s.line_count > wish:
            yield s.path, wish, f"{s.line_count} lines; the recommended limit is {wish}"


# Words from the subjects of the packs in content/. The engine must be independent of any subject.
_SUBJECT = re.compile(
    r"magnes|mg\s?2\+|mg²|\b(bis|di)?glycinat|citrat|\b(hydr)?oxides?\b|threonat|taurat|\bmalat|orotat|gluconat|aspartat|"
    r"\blactat|\bsul(f|ph)ates?\b|\bchlorides?\b|\bcarbonates?\b|\bepsom\b|supplement|electrolyte|"
    r"semitone|\boctaves?\b|\btritone|\btemperaments?\b|\bovertone|\bhertz\b|\bmusical", re.I)
_EXAMPLES = ("engine/content/", "game/screens/model/")  # their comments may give examples


def subject(tree):
    """engine/ and game/ contain no word from the subject of a pack."""
    for s in _ours(tree):
        text = s.text
        if s.is_cpp and s.path.startswith(_EXAMPLES):
            text = re.sub(r'//[^\n]*', lambda m: " " * len(m[0]), text)
        for m in _SUBJECT.finditer(text):
            yield s.path, s.line_of(m.start()), f"'{m[0]}' is a word from a pack's subject"


# Two words, a word next to a placeholder, or a sentence of one word.
_WORDS = re.compile(r"[A-Za-zÀ-ÿ]{2,}[,;:]? [A-Za-zÀ-ÿ]{2,}|\} [A-Za-zÀ-ÿ]{2,}|[A-Za-zÀ-ÿ]{2,} \{|^[A-ZÀ-Þ][a-zà-ÿ]+[.!?]$")
_NOT_PEOPLE = re.compile(r"\b(static_assert|assert|trace\w*|log\w*|deprecated|nodiscard)\b[^;]*$", re.I)
# Problems in files are reported in one language, as in engine/json: "the lengths", "must lie between 0 and 64".
_PROBLEM = re.compile(r"\b(report|problem|reader|read_\w+)\s*\([^;]*$")


_FACE = re.compile(r"(Inter|DejaVu)( [A-Z]\w+)+")  # names of font faces are the same in every language


def _speaks(path):
    return path.startswith(("game/", "engine/stage/")) and not re.match(r"game/cli/cli\w*\.cpp$", path)


def texts(tree):
    """Texts for people come from assets/i18n. Only the help of the command line (game/cli/cli*.cpp) is in the code."""
    for s in _cpp(tree):
        if not _speaks(s.path):
            continue
        excused = {line for line, text in s.comments if "not for people" in text}
        for line, text, before in s.literals:
            if line in excused or _NOT_PEOPLE.search(before) or _FACE.fullmatch(text):
                continue
            if s.path.startswith("engine/stage/") and _PROBLEM.search(before):
                continue
            if _WORDS.search(text):
                yield s.path, line, f'"{text[:60]}" looks like text for people; it belongs in assets/i18n'


_KEY = re.compile(r"[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+")
_PREFIX = re.compile(r"[a-z][a-z0-9_-]*\.([a-z0-9_-]+\.)*")
_FAIL = re.compile(r'\bfail\s*\(\s*"([^"]+)"|\bError\s*\{\s*"([^"]+)"')


def _language_keys(text):
    """Returns the keys of a language file: dotted keys or nested objects.

    An object of plural forms counts as one key. "//" begins a comment.
    """
    keys = set()

    def walk(prefix, value):
        if isinstance(value, dict) and "other" not in value:
            for key, below in value.items():
                if not key.startswith("//") and (prefix or key not in ("language", "plurals", "numbers")):  # these are no texts
                    walk(f"{prefix}.{key}" if prefix else key, below)
        else:
            keys.add(prefix)

    walk("", json.loads(text))
    return keys


def keys(tree):
    """Every text key in the code is in assets/i18n/en.json, every error code has a sentence, and every key is used."""
    language = next((s for s in tree if s.path == "assets/i18n/en.json"), None)
    if language is None:
        yield "assets/i18n/en.json", 1, "is missing"
        return
    known = {k for k in _language_keys(language.text) if "." in k}
    first = {k.split(".")[0] for k in known}
    literals, prefixes = set(), set()
    for s in _cpp(tree):
        for line, text, _ in s.literals:
            literals.add(text)
            if _PREFIX.fullmatch(text) and text.split(".")[0] in first:
                prefixes.add(text)
            if _KEY.fullmatch(text) and not text.endswith(".json") and text.split(".")[0] in first and text not in known:
                yield s.path, line, f"the text key '{text}' is not in assets/i18n/en.json"
        if s.path.startswith("engine/content/"):
            continue  # its errors become problems of a pack, which have their own sentence and a golden test
        for m in _FAIL.finditer(s.text):
            code = m[1] or m[2]
            if f"error.{code}" not in known:
                yield s.path, s.line_of(m.start()), f"the error '{code}' has no sentence 'error.{code}' in assets/i18n/en.json"
    for key in sorted(known):
        built = key.startswith("error.") and key[len("error."):] in literals
        # A key such as "question.kind." + name counts as used when its prefix is a literal in the code.
        made = any(key.startswith(p) and p != "error." for p in prefixes)
        if key not in literals and not built and not made:
            at = language.text.find(f'"{key}"')
            yield language.path, language.line_of(max(at, 0)), f"nothing in the code uses the text '{key}'"


# What it writes is safe to show, and what it cannot write ends the program with 1.
_PRINTS = "game/cli/standard_streams.cpp"


def quiet(tree):
    """Libraries never print and never exit. One file of the program prints. Screens have no hidden state and define no colours."""
    for s in _cpp(tree):
        if s.path.startswith("game/") and s.path != _PRINTS:
            for m in re.finditer(r"\bstd::(cout|cerr|clog)\b|(?<![\w.>])(?:std::)?(f?printf|f?puts|f?putc|putchar|fwrite|perror)\s*\(|\bfmt::print\b|(?<!\w)::write\s*\(", s.code):
                yield s.path, s.line_of(m.start()), f"{m[0].strip('( ')}: only {_PRINTS} writes to stdout and stderr"
        if s.path.startswith("engine/"):
            for m in re.finditer(r"\bstd::(cout|cerr|clog)\b|(?<![\w.>])(?:std::)?(f?printf|puts|perror|exit|_exit|quick_exit|abort)\s*\(|\bfmt::print\b", s.code):
                yield s.path, s.line_of(m.start()), f"{m[0].strip('( ')}: libraries never print and never exit"
        if s.path.startswith(("game/window/", "engine/stage/")) and s.path.endswith(".cpp"):
            for m in re.finditer(r"^(?: {4,}|\t+)(?:thread_local )?static\s+(?!const\b|constexpr\b|constinit const\b)[^(\n]*[;={]", s.code, re.M):
                yield s.path, s.line_of(m.start()), "no static locals in drawing code"
        if s.path.startswith("game/window/"):
            for m in re.finditer(r"\bsf::Color\s*[({]\s*[\d]|\bsf::Color::(?!Transparent)[A-Z]\w+|\bIM_COL32\s*\(\s*\d|\bImVec4\s*[({]\s*\d", s.code):
                yield s.path, s.line_of(m.start()), "colours come from the theme"


_TOP = {"CMakeLists.txt", "CMakePresets.json", "README.md", "engine", "game", "content", "assets", "tests"}


def top(names):
    """The top level has no other entries. `names` are its entries; git ignores build."""
    for name in sorted(names):
        if name not in _TOP and name != "build" and not name.startswith("."):
            yield name, 1, "does not belong at the top level"


# Split, so that this file does not match itself.
_MACHINE = re.compile(r"(?<![\w.:/-])/(?:wo" r"rk|fa" r"rm)/")


def paths(tree):
    """No file contains a path of the machine it was written on."""
    for s in tree:
        for m in _MACHINE.finditer(s.text):
            yield s.path, s.line_of(m.start()), f"'{m[0]}' is a path that exists on one machine only"
