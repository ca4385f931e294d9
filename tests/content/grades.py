#!/usr/bin/env python3
"""Computes the grades of the magnesium pack again, by the rule in content/README.md, and compares expected_grades.json.

Usage: grades.py [repository root] [--write]. facts_test.py runs the comparison. grading_test.cpp compares the same file
with what the program computes, so two programs must agree. --write stores the grades of this one: use it after a change
of study rows or of graded claims, and read the difference before you commit it.
"""

import json
import pathlib
import sys
from collections import Counter, defaultdict

HERE = pathlib.Path(__file__).resolve().parent
REVIEWS = ("meta-analysis", "systematic-review")
SIZES = ("large", "medium", "small", "none")
UNGRADED = "c133"  # its study row measures something else, so the claim shows no grade


def start_of(row, about):
    if row["design"] in ("rct", "crossover-rct"):
        return 4
    if row["design"] in REVIEWS:
        return 2 if row["pools"] == "observational" else 4
    if row["design"] == "non-randomised":
        return 3 if about == "measurement" else 2
    return 2 if row["design"] in ("cohort", "cross-sectional", "case-series") else 1


def size_of(effect, yardsticks):
    """Returns the size of an effect, or None if its unit has no yardstick."""
    value, unit = abs(effect["size"]), effect["unit"]
    if unit in ("SMD", "Cohen d", "Hedges g"):
        limits = (0.8, 0.5, 0.2)
    elif unit in ("RR", "OR", "HR"):
        if value == 0:
            return None
        value, limits = (1 / value if value < 1 else value), (3, 1.7, 1.2)
    elif unit == "percentage points":
        limits = (30, 15, 5)
    elif unit in yardsticks:
        value, limits = value / yardsticks[unit], (2, 1, 0.25)
    else:
        return None
    return next((name for name, limit in zip(SIZES, limits) if value >= limit), "none")


def graded(about, asked, rows, yardsticks):
    """Grades each group of rows that starts alike, and returns the best grade; at a tie the group that starts higher."""
    groups = defaultdict(list)
    for row in rows:
        groups[start_of(row, about)].append(row)
    dose_response = any(row.get("dose_response") for row in rows)
    grades = [group_grade(start, about, asked, groups[start], dose_response, yardsticks) for start in sorted(groups, reverse=True)]
    return max(grades, key=lambda grade: grade["score"])


def group_grade(start, about, asked, rows, dose_response, yardsticks):
    few, enough = (20, 100) if about == "measurement" else (100, 400)

    def people_in(row):
        if row["design"] not in REVIEWS:
            return row.get("people", 0)
        people = row.get("people", few)
        return min(people, few) if row["pools"] == "mixed" else people

    def weight(chosen):
        return sum(max(1, people_in(row)) for row in chosen)

    def names(row):
        return bool(set(asked) & set(row.get("tested", [])))

    finding = next((way for way in ("favours", "against", "no-difference") if 10 * weight(r for r in rows if r["direction"] == way) >= 6 * weight(rows)), "mixed")
    reviews = [row for row in rows if row["design"] in REVIEWS]
    steps, score = [], start

    def step(kind, points):
        nonlocal score
        if points:
            steps.append([kind, points])
            score += points

    if start == 1:
        people = sum(row.get("people", 0) for row in rows)
    else:
        judged = reviews or rows

        def half_is(risk):
            return 2 * weight(row for row in judged if row.get("bias", "unknown") == risk) >= weight(judged)

        if start < 4:
            step("bias", -1 if half_is("high") else 0)
        else:
            step("bias", 0 if half_is("low") else -2 if half_is("high") else -1)
        ways = Counter(row["direction"] for row in rows)
        commonest = max(("favours", "against", "no-difference", "mixed"), key=lambda way: ways[way])
        varied = any(row.get("i2", 0) >= 75 for row in reviews)
        step("disagreement", -1 if 4 * ways[commonest] < 3 * len(rows) or commonest == "mixed" or varied else 0)
        single = defaultdict(int)
        for row in rows:
            if row not in reviews:
                single[row["source"]] = max(single[row["source"]], row.get("people", 0))
        people = max([sum(single.values()), *(people_in(row) for row in reviews)])
        step("few-people", -2 if people < few else -1 if people < enough else 0)
        step("not-matched", -1 if asked and not any(names(row) for row in rows) else 0)
        step("money", -1 if 2 * weight(r for r in rows if r.get("makers_money", "unknown") == "yes") >= weight(rows) else 0)
        large = {r["source"] for r in rows if r["direction"] == finding and "effect" in r and size_of(r["effect"], yardsticks) == "large"}
        step("bonus", 1 if score <= 2 and finding in ("favours", "against") and (dose_response or len(large) >= 2) else 0)
        one = len({row["source"] for row in rows}) == 1 and not reviews
        step("one-study", 3 - score if one and people < 1000 and score > 3 else 0)

    sized = [row for row in rows if row["direction"] == finding and "effect" in row and size_of(row["effect"], yardsticks)]
    if asked and any(names(row) for row in sized):
        sized = [row for row in sized if names(row)]
    if finding == "no-difference":
        size = "none"
    elif finding == "mixed" or start == 1:
        size = "unknown"
    elif finding == "against" and about != "measurement":
        size = "harm"
    elif not sized:
        size = "unknown"
    elif any(kind == "disagreement" for kind, _ in steps):
        size = max((size_of(row["effect"], yardsticks) for row in sized), key=SIZES.index)
    else:
        size = size_of(max(sized, key=lambda row: max(1, people_in(row)))["effect"], yardsticks)

    if all(row["tested_as"] == "unrelated" for row in rows):
        applies = "no-form"
    elif not asked:
        applies = "in-general"
    elif any(names(row) for row in rows):
        applies = "this-form"
    else:
        applies = "in-general" if all(row["tested_as"] in ("unstated", "several", "intake", "level") for row in rows) else "another-form"
    seen_in = "people" if start > 1 else "animals" if any(row["design"] == "animal" for row in rows) else "cells"
    certainty = "high" if score >= 4 else "moderate" if score == 3 else "low" if score == 2 else "very-low"
    return {"certainty": certainty, "finding": finding, "size": size, "applies_to": applies, "seen_in": seen_in, "start": start, "steps": steps,
            "people": people, "tested": sorted({form for row in rows for form in row.get("tested", [])}), "counted": [row["id"] for row in rows], "score": score}


def computed(claims, studies, manifest, expected):
    """Returns the grade of each graded claim, and of the one that shows none."""
    yardsticks = {entry["unit"]: entry["change"] for entry in manifest.get("yardsticks", [])}
    asked = {name: claim["grade"] for name, claim in claims.items() if claim.get("grade", {}).get("studies")}
    if UNGRADED in expected:
        asked[UNGRADED] = expected[UNGRADED]
    grades = {}
    for name, question in sorted(asked.items()):
        rows = [studies[row] for row in question["studies"] if row in studies]
        if rows:
            grade = graded(question["about"], question.get("asked", []), rows, yardsticks)
            del grade["score"]
            grades[name] = {**grade, "about": question["about"], "asked": question.get("asked", []), "studies": question["studies"]}
    return grades


def read_expected():
    return json.loads((HERE / "expected_grades.json").read_text(encoding="utf-8"))


def main():
    root = pathlib.Path(next((a for a in sys.argv[1:] if not a.startswith("--")), HERE.parents[1])).resolve()
    pack = root / "content" / "magnesium"
    manifest = json.loads((pack / "pack.json").read_text(encoding="utf-8"))
    items = {"claims": {}, "studies": {}}
    for name in manifest["files"]:
        content = json.loads((pack / name).read_text(encoding="utf-8"))
        for kind in items:
            items[kind].update({entry["id"]: entry for entry in content.get(kind, [])})
    expected = read_expected()
    grades = computed(items["claims"], items["studies"], manifest, expected)
    different = [name for name in sorted(grades.keys() | expected.keys()) if grades.get(name) != expected.get(name)]
    for name in different:
        print(f"{name}: expected_grades.json has {expected.get(name)}; the rule gives {grades.get(name)}.")
    if "--write" in sys.argv:
        lines = []
        for name, grade in grades.items():
            lines.append(f'  "{name}": {{\n' + ",\n".join(f"    {json.dumps(key)}: {json.dumps(value)}" for key, value in grade.items()) + "\n  }")
        (HERE / "expected_grades.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{len(grades)} grades, {len(different)} differ.")
    return 1 if different and "--write" not in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
