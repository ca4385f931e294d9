"""Checks the pack on musical intervals: computes every number again from the ratios and tests what the claims say.

Usage: intervals_test.py SOURCE_DIR
"""
import json
import math
import pathlib
import sys

RATIOS = {
    "minor-second": (16, 15, 1), "major-second": (9, 8, 2), "minor-third": (6, 5, 3), "major-third": (5, 4, 4), "fourth": (4, 3, 5), "tritone": (45, 32, 6),
    "fifth": (3, 2, 7), "minor-sixth": (8, 5, 8), "major-sixth": (5, 3, 9), "minor-seventh": (9, 5, 10), "major-seventh": (15, 8, 11), "octave": (2, 1, 12),
}
faults = []


def check(condition, sentence):
    if not condition:
        faults.append(sentence)


def cents(ratio):
    return 1200 * math.log2(ratio)


def near(value, exact, decimals=1):
    return abs(value - exact) <= 0.5 * 10 ** -decimals + 1e-9


def numbers(facts):
    seen = set()
    for fact in facts:
        above, below, steps = RATIOS[fact["subject"]]
        exact = {
            "semitones": steps, "cents": cents(above / below), "string-share": 100 * below / above, "hertz": 440 * 2 ** (steps / 12),
            "deviation": abs(100 * steps - cents(above / below)),
        }
        if fact["attribute"] == "ratio":
            check(fact["text"] == f"{above}:{below}", f"{fact['id']} says {fact['text']}")
            continue
        check(near(fact["value"], exact[fact["attribute"]]), f"{fact['id']} is {exact[fact['attribute']]:.3f}, not {fact['value']}")
        if fact["attribute"] == "deviation" and fact["value"] > 0:
            wider = 100 * steps > cents(above / below)
            check(fact["note"].endswith("wider." if wider else "narrower."), f"{fact['id']} has the wrong note")
        seen.add(fact["id"])
    check(len(seen) == 5 * len(RATIOS), f"{len(seen)} numbers, not {5 * len(RATIOS)}")


def what_claims_say():
    fifth, fourth, third, minor_third = 3 / 2, 4 / 3, 5 / 4, 6 / 5
    check(math.isclose(fifth * fourth, 2) and math.isclose(fifth * third, 15 / 8), "fifth-and-fourth")
    check(math.isclose(third * minor_third, fifth) and third * third > fifth, "thirds-make-fifth")
    check(near(cents(fifth ** 12 / 2 ** 7), 23.5) and near(fifth ** 12, 129.7), "twelve-fifths")
    check(near(1200 - cents(third ** 3), 41.1) and near(third ** 3, 1.953, 3), "three-thirds")
    check(math.isclose(fifth ** 4 / 4, 81 / 64) and near(cents(81 / 64), 407.8), "four-fifths")
    deviations = {name: abs(100 * steps - cents(a / b)) for name, (a, b, steps) in RATIOS.items()}
    check([name for name, d in deviations.items() if d < 0.05] == ["octave"], "octave-only")
    check(sorted(deviations, key=deviations.get)[1:3] in (["fifth", "fourth"], ["fourth", "fifth"]), "octave-only: the least")
    check(max(deviations, key=deviations.get) == "minor-seventh" and near(deviations["minor-seventh"], 17.6), "all-pure")
    check(near(440 * (2 ** (1 / 12) - 1), 26.2) and near(880 * (2 ** (1 / 12) - 1), 52.3), "equal-ratio")


def main():
    pack = pathlib.Path(sys.argv[1]) / "content/intervals"
    manifest = json.loads((pack / "pack.json").read_text(encoding="utf-8"))
    facts = [fact for name in manifest["files"] for fact in json.loads((pack / name).read_text(encoding="utf-8")).get("facts", [])]
    numbers(facts)
    what_claims_say()
    print("\n".join(faults) or f"{len(facts)} facts of the pack on intervals stand.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
