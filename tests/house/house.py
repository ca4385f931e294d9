#!/usr/bin/env python3
"""Checks one house rule: first that it catches its bad snippets (bad.py), then that the tree follows it.

usage: house.py <rule> <top of the tree>
"""
import sys
from pathlib import Path

import bad
import rules
from source import Source, read_tree


def tree_of(rule, root):
    if rule == "top":
        return [p.name for p in root.iterdir()]
    folders = ["engine", "game", "tests"]
    if rule == "keys":
        folders = ["engine", "game", "assets/i18n"]
    if rule in ("paths", "width"):
        folders += ["assets", "content", ".ci"]
    tree = read_tree(root, folders)
    if rule in ("paths", "width"):
        tree += [Source(p.name, p.read_text("utf-8")) for p in sorted(root.iterdir()) if p.is_file()]
    return tree


def try_snippets(rule):
    """Returns a message for each row of bad.py that the rule judges wrongly."""
    wrong = []
    for files, expected in bad.ROWS[rule]:
        tree = files if rule == "top" else [Source(path, text) for path, text in files.items()]
        found = [f"{path}:{line}: {sentence}" for path, line, sentence in getattr(rules, rule)(tree)]
        if expected is None and found:
            wrong.append(f"flagged by mistake: {found}")
        elif expected is not None and not any(expected in f for f in found):
            wrong.append(f"not caught: {files!r} (expected '{expected}', found {found})")
    return wrong


def main(rule, top):
    wrong = try_snippets(rule)
    for line in wrong:
        print(f"{rule}: self-test: {line}")
    root = Path(top)
    tree = tree_of(rule, root)
    found = list(getattr(rules, rule)(tree))
    for path, line, sentence in found:
        print(f"{path}:{line}: {sentence}")
    if rule == "shape":
        for path, line, sentence in rules.long_files(tree):
            print(f"{path}:{line}: note: {sentence}")
    print(f"{rule}: {len(bad.ROWS[rule])} snippets, {len(wrong)} judged wrongly; {len(tree)} files, {len(found)} problems")
    return 1 if wrong or found or not tree else 0


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in bad.ROWS:
        sys.exit(f"{__doc__}rules: {' '.join(bad.ROWS)}")
    sys.exit(main(sys.argv[1], sys.argv[2]))
