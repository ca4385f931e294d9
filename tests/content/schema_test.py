"""Checks the JSON Schema of packs: it is valid, shipped packs fit it, and it agrees with the reader on broken files.

Usage: schema_test.py SOURCE_DIR READ_PACK_TOOL
"""
import copy
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from campaign import campaign  # noqa: E402

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)  # ctest counts this as skipped

SPOILED_FILES = 1500

# The codes of problems that the schema can detect, which are about shape. The other codes are about bytes, files,
# references and rules between items.
SHAPE_CODES = {
    "wrong-type", "missing-key", "unknown-key", "unknown-word", "out-of-range", "empty-text", "too-long",
    "unshowable-text", "empty-list", "bad-id", "bad-path", "bad-language", "bad-doi", "repeated-id", "duplicate-file",
    "newer-format", "incomplete-looks", "formula-without-compound", "fact-content", "not-askable", "step-count", "long-step",
    "choice-count", "one-right-choice", "wrong-choice-reason", "item-count", "exercises-nothing", "empty-round",
    "twin-without-support", "correction-of-support", "too-many-files", "bad-date", "too-many", "figure-change",
    "figure-gauge",
}
OTHERS = [None, True, False, 7, -1, 2.5, "word", "", " ", "tab\there", "x" * 2001, "y" * 61, [], {}, ["word"], [None],
          ["word", "word"], {"id": "word"}]


def places(value, path=()):
    """Yields the path of every value below the root."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, member in members:
        yield path + (key,)
        yield from places(member, path + (key,))


def is_only_known_by_the_reader(root, path):
    """Returns whether the value decides about others: the reader compares a gauge with what the steps read on it."""
    return "gauges" in path and len(path) > path.index("gauges") + 1 or "gauge" in parent_of(root, path)


def parent_of(root, path):
    for key in path[:-1]:
        root = root[key]
    return root


def spoiled(original, rng):
    """Returns a copy with one change, and a description of the change."""
    root = copy.deepcopy(original)
    path = rng.choice([path for path in places(root) if not is_only_known_by_the_reader(root, path)])
    parent, key = parent_of(root, path), path[-1]
    value = parent[key]
    ways = ["replace", "replace", "delete"]
    if isinstance(value, dict):
        ways += ["unknown key", "comment"]
    if isinstance(value, list) and value:
        ways += ["empty", "repeat", "many"]
    way = rng.choice(ways)
    if way == "replace":
        parent[key] = copy.deepcopy(rng.choice(OTHERS))
    elif way == "delete":
        del parent[key]
    elif way == "unknown key":
        value["unheard_of"] = 1
    elif way == "comment":
        value["// note"] = [1]
    elif way == "empty":
        value.clear()
    elif way == "repeat":
        value.append(copy.deepcopy(value[0]))
    elif way == "many":
        value.extend(copy.deepcopy(value * 12))
    return root, f"{way} {'/'.join(map(str, path))} -> {json.dumps(parent[key] if way == 'replace' else None)[:60]}"


def pack_files(folder):
    manifest = json.loads((folder / "pack.json").read_text())
    return ["pack.json", *manifest["files"]]


def read_packs(tool, folders):
    """Returns for each folder the set of codes that the reader reports."""
    codes = []
    for begin in range(0, len(folders), 100):
        run = subprocess.run([tool, *map(str, folders[begin:begin + 100])], check=True, capture_output=True, text=True)
        codes += [set(line.split()) for line in run.stdout.splitlines()]
    return codes


def main():
    source, tool = pathlib.Path(sys.argv[1]), sys.argv[2]
    schema = json.loads((source / "content/schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)

    def part(name):
        return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]})

    manifest_schema, content_schema = part("manifest"), part("content")
    validator_of = lambda file: manifest_schema if file == "pack.json" else content_schema
    failures = []

    small, gate = source / "tests/content/small", source / "tests/content/gate"
    shipped = [folder.parent for folder in sorted((source / "content").glob("*/pack.json"))]
    turned = source / "tests/content/turned"
    for folder in [small, gate, turned, *shipped]:
        for file in pack_files(folder):
            for error in validator_of(file).iter_errors(json.loads((folder / file).read_text())):
                failures.append(f"{folder / file}: {error.json_path}: {error.message[:200]}")

    packs = {pack: {file: json.loads((pack / file).read_text()) for file in pack_files(pack)} for pack in (small, gate, turned)}
    with tempfile.TemporaryDirectory() as scratch:
        cases = []
        for number in campaign("spoiled files", SPOILED_FILES):
            rng = random.Random(number)  # so that a file is spoiled alike in every run
            pack, originals = rng.choice(list(packs.items()))
            file = rng.choice(list(originals))
            root, what = spoiled(originals[file], rng)
            folder = pathlib.Path(scratch) / str(number)
            shutil.copytree(pack, folder)
            (folder / file).write_text(json.dumps(root))
            cases.append((folder, file, f"{what} (file {number} of {pack.name})", validator_of(file).is_valid(root)))
        all_codes = read_packs(tool, [case[0] for case in cases])
        assert len(all_codes) == len(cases)
        for (_, file, what, fits), codes in zip(cases, all_codes):
            told = codes & SHAPE_CODES
            if fits == bool(told):
                failures.append(f"{file}: {what}: schema {'accepts' if fits else 'refuses'}, reader tells {sorted(codes)}")
    refused = sum(not case[3] for case in cases)
    print(f"{len(cases)} spoiled files, {refused} of them refused; {len(failures)} failures")
    print("\n".join(failures[:40]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
