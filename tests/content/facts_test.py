#!/usr/bin/env python3
"""Checks the magnesium pack: nothing is invented, nothing reads as advice, and no figure differs from its source.

Usage: facts_test.py [repository root]. Needs only Python 3. Prints one sentence for each fault; exits with 1 if any.

known_sources.txt in this folder lists what the pack may contain: the ids, verdicts, grades and DOIs of the reviewed
sources and study rows. This test derives the figures of the forms again from their formulas.
"""

import hashlib
import json
import pathlib
import re
import sys
from collections import Counter, defaultdict

HERE = pathlib.Path(__file__).resolve().parent
ROOT = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else HERE.parents[1]
PACK = ROOT / "content" / "magnesium"
KINDS = "sources subjects attributes facts mechanisms studies claims misconceptions conflicts breathing questions templates rounds scripts".split()

faults = []


def fault(sentence):
    faults.append(sentence)


def check(condition, sentence):
    if not condition:
        fault(sentence)
    return bool(condition)


# ---- Reading

def read_pack():
    manifest = json.loads((PACK / "pack.json").read_text(encoding="utf-8"))
    items = {kind: {} for kind in KINDS}
    for name in manifest["files"]:
        path = PACK / name
        check(path.stat().st_size < 150_000, f"{name} is larger than 150 kB; split it.")
        for kind, entries in json.loads(path.read_text(encoding="utf-8")).items():
            if kind.startswith("//"):
                continue
            check(kind in KINDS, f"{name}: '{kind}' is no array of a pack.")
            for entry in entries:
                check(entry["id"] not in items[kind], f"{name}: the id {entry['id']} stands twice among the {kind}.")
                items[kind][entry["id"]] = entry
    for path in PACK.rglob("*.json"):
        name = path.relative_to(PACK).as_posix()
        check(name in ("pack.json", "lint.json") or name in manifest["files"], f"{name} lies in the pack but its manifest does not list it.")
    return manifest, items


def read_known():
    """Reads known_sources.txt: 'doi 10...', 'source id', 'claim id verdict', 'grade id certainty size applies', ..."""
    known = defaultdict(dict)
    for line in (HERE / "known_sources.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, name, *rest = line.split()
            known[kind][name] = rest
    return known


# ---- Texts
# Each text has a role. `stated`: the pack asserts it. `asked`: a question, which asserts nothing. `refuted`: the pack
# presents it as untrue or unproven, as it does a twin, a belief, a wrong choice or a claim without support. `cited`:
# the words of a source or a study row.

def texts_of(manifest, items):
    def put(role, where, text):
        if text:
            found.append((role, where, text))

    found = []
    put("stated", "the pack", manifest["name"])
    put("stated", "the pack's about", manifest["about"])
    put("stated", "the disclaimer", manifest["disclaimer"])
    for source in items["sources"].values():
        for key in ("authors", "title", "publisher", "note"):
            put("cited" if key != "note" else "stated", f"source {source['id']}", source.get(key))
    for subject in items["subjects"].values():
        for text in [subject["name"], subject["short"], subject.get("compound"), subject.get("about"), *subject.get("also", [])]:
            put("stated", f"subject {subject['id']}", text)
    for attribute in items["attributes"].values():
        for key in ("name", "unit", "caveat"):
            put("stated", f"attribute {attribute['id']}", attribute.get(key))
    for fact in items["facts"].values():
        for key in ("text", "of", "note"):
            put("stated", f"fact {fact['id']}", fact.get(key))
    for mechanism in items["mechanisms"].values():
        for key in ("name", "where", "evidence", "note", "caveat"):
            put("stated", f"mechanism {mechanism['id']}", mechanism.get(key))
        for step in mechanism["steps"]:
            put("stated", f"mechanism {mechanism['id']}", step["text"])
            put("stated", f"mechanism {mechanism['id']}", step.get("short"))
    for claim in items["claims"].values():
        stands = claim["verdict"] in ("supported", "traditional")
        put("stated" if stands else "refuted", f"claim {claim['id']}", claim["statement"])
        put("stated", f"claim {claim['id']}", claim["explanation"])
        if "twin" in claim:
            put("refuted", f"twin of {claim['id']}", claim["twin"]["statement"])
            put("stated", f"twin of {claim['id']}", claim["twin"]["refutation"])
        if "grade" in claim:
            put("asked", f"grade of {claim['id']}", claim["grade"]["question"])
        put("stated", f"claim {claim['id']}", claim.get("not_graded"))
    for study in items["studies"].values():
        for key in ("population", "comparator", "outcome", "note"):
            put("cited", f"study {study['id']}", study.get(key))
    for conflict in items["conflicts"].values():
        where = f"conflict {conflict['id']}"
        put("stated", where, conflict["name"])
        for side in conflict["sides"]:
            put("refuted", where, side["says"])
        put("stated", where, conflict["evidence"])
        put("stated", where, conflict["answer"])
    for belief in items["misconceptions"].values():
        put("refuted", f"misconception {belief['id']}", belief["belief"])
        put("refuted", f"misconception {belief['id']}", belief["tempting"])
        put("stated", f"misconception {belief['id']}", belief["correction"])
    for question in items["questions"].values():
        where = f"question {question['id']}"
        if question["kind"] == "true-false":
            put("stated" if question["answer"] else "refuted", where, question["prompt"])
        else:
            put("asked", where, question["prompt"])
        for choice in question.get("choices", []):
            put("stated" if choice.get("right") else "refuted", where, choice.get("text"))
            put("stated", where, choice.get("why"))
        for panel in question.get("panels", []):
            put("asked", where, panel.get("heading"))
            put("asked", where, panel["text"])
        for pair in question.get("pairs", []):
            put("asked", where, pair["item"])
            put("asked", where, pair["target"])
        for group in question.get("groups", []):
            for text in [group["name"], *group["items"]]:
                put("asked", where, text)
        for hint in question.get("hints", []):
            put("stated", where, hint)
        for item in question.get("items", []):
            put("stated", where, item)
        for key in ("explanation", "first_label", "last_label"):
            put("stated", where, question.get(key))
    for script in items["scripts"].values():
        where = f"script {script['id']}"
        for text in [script["name"], script["about"], *script["interest"].values()]:
            put("stated", where, text)
        for scene in script["scenes"]:
            for text in [scene["title"], scene.get("text"), *scene.get("notes", [])]:
                put("stated", where, text)
            for statement in scene.get("statements", []):
                supported = items["claims"][statement["claim"]]["verdict"] == "supported"
                put("stated" if supported else "refuted", where, statement["text"])
    for template in items["templates"].values():
        put("asked", f"template {template['id']}", template["prompt"])
        for key in ("explanation", "first_label", "last_label"):
            put("stated", f"template {template['id']}", template.get(key))
    for round_ in items["rounds"].values():
        put("stated", f"round {round_['id']}", round_["name"])
        put("asked", f"round {round_['id']}", round_["about"])
    return found


def sentences(text):
    return [part for part in re.split(r"(?<=[.!?;])\s+", text) if part]


# ---- 13 rules: what the pack must never state as fact or advice

NOT = (r"\b(not|no|nor|never|none|nobody|cannot|neither|without|unproven|unclear|unsupported|inconsistent|conflicting|evidence poor|poor evidence|lack|lacking|"
       r"proposed|assumed|idea|popular|rodents?|rats?|mice|animals?|contradict\w*|hypothesis|rather than|too little|question for|ask)\b")
GOOD = r"(treats?|prevents?|cures?|heals?|ends?|eliminates?|relieves?|fixes|stops?)"
MG = r"(magnesium|glycinate|bisglycinate|citrate|oxide|L-threonate|supplements?|tablets?|it)"
ILL = (r"(anxiety|panic|depression|insomnia|migraines?|high blood pressure|hypertension|diabetes|osteoporosis|fractures?|"
       r"broken bones|dementia)")
HOURS = r"\b(\d+|two|three|four|six|eight)([–-]\d+)?\s?(h|hours?)\b"
MEDICINE = r"(medicines?|antibiotics?|levothyroxine|thyroid|ciprofloxacin|quinolones?|tetracyclines?|bisphosphonates?|alendronate)"

# Rule number: (what the pack must never state, pattern, sentences it must catch, sentences it must let pass)
NEVER = {
    1: ("a personal dose or a 'safe' amount",
        rf"\bsafe (up to|at|dose|amount|daily)\b|\b(you|adults|people|everyone) (need|needs|can take|may take|should have)\b[^.]*\bmg\b"
        rf"|\btake\b[^.]*\b\d[\d,–]* ?m?g\b|\b(ideal|optimal|right|best|recommended) (daily )?(dose|amount) (of magnesium )?(is|for)\b",
        ["It is safe up to 400 mg.", "Adults need 300 mg of magnesium glycinate.", "Take 200 mg in the evening.", "The ideal dose is 300 mg."],
        ["The US upper level is 350 mg a day for supplements."]),
    2: ("that magnesium treats, prevents or cures a condition",
        rf"\b{MG}\b[^.]*\b{GOOD}\b[^.]*\b{ILL}\b",
        ["Magnesium treats anxiety.", "Magnesium citrate prevents migraine attacks.", "It cures insomnia in most people."],
        ["No trial shows that magnesium prevents dementia.", "Magnesium citrate was tested in migraine."]),
    3: ("that it replaces or allows stopping a medicine or a therapy",
        rf"\b(replaces?|instead of|in place of|stand in for|substitutes? for|stop taking|come off|allows? stopping|stop(ping)? the)\b[^.]*"
        rf"\b({MEDICINE}|therapy|treatment|pills?|antidepressants?|professional)\b",
        ["Magnesium replaces a sleeping medicine.", "People can stop taking the medicine.", "Stopping the medicine corrects it."],
        ["Magnesium cannot stand in for treatment by a professional."]),
    4: ("that L-threonate is proven for the human brain or memory",
        r"L-threonate\b[^.]*\b(reach|reaches|crosses|raises?|protects?|improves?|enters)\b[^.]*\b(brain|memory|barrier|dementia)",
        ["L-threonate raises brain magnesium in people.", "L-threonate protects memory.", "L-threonate crosses the blood–brain barrier."],
        ["L-threonate raises brain magnesium in rats.", "That L-threonate reaches the brain better is not shown."]),
    5: ("that it prevents night cramps, or that twitches or a clenched jaw prove deficiency",
        rf"\b{MG}\b[^.]*\b{GOOD}\b[^.]*\bcramps?\b|\b(twitch\w*|jaw)\b[^.]*\b(prove|proves|mean|means|shows?|signs? of)\b[^.]*\b(deficien|lack)",
        ["Magnesium prevents night cramps.", "It stops cramps.", "A clenched jaw is a sign of deficiency.", "Twitches prove deficiency."],
        ["Magnesium does not prevent leg cramps in older adults.", "Severe magnesium deficiency causes cramps, twitching and tremor."]),
    6: ("that it is harmless with kidney disease",
        r"\b(harmless|safe|fine|no risk|does not matter)\b[^.]*\bkidneys?\b|\bkidneys?\b[^.]*\b(harmless|safe|safer|fine)\b",
        ["It is harmless with poor kidneys.", "With kidney disease magnesium is safe."],
        ["Poor kidneys cannot clear magnesium."]),
    7: ("that a fixed interval is enough, or any interval in hours to a medicine",
        rf"{HOURS}[^.]*\b{MEDICINE}\b|\b{MEDICINE}\b[^.]*{HOURS}",
        ["Two hours from any medicine are enough.", "Levothyroxine needs 4 h.", "The antibiotic comes 4–6 hours after magnesium."],
        ["The interval stands on the medicine’s label.", "For some medicines two hours are not enough."]),
    8: ("that it is safe for everyone in pregnancy, or that tablets prevent pre-eclampsia",
        r"\bsafe\b[^.]*\bpregnan|\bpregnan\w*[^.]*\bsafe\b|\b(tablets?|supplements?)\b[^.]*\b(prevents?|lowers?|reduces?)\b[^.]*eclampsia",
        ["It is safe in pregnancy.", "Tablets prevent pre-eclampsia.", "In pregnancy magnesium is safe."],
        ["Moderate magnesium is generally considered compatible with pregnancy.", "The drip says nothing about tablets."]),
    9: ("that a mix with calming herbs or sedatives is proven or free of risk",
        r"\b(valerian|passionflower|theanine|lemon balm|herbs?|sedatives?)\b[^.]*\b(proven|safe|risk-free|free of risk|works? better|boosts?)\b",
        ["Valerian with magnesium is proven to calm.", "Herbs are safe with it."],
        ["No trial of magnesium with valerian is proven.", "The herbs have limited trials of their own."]),
    10: ("that baths or sprays correct low levels",
         r"\b(baths?|sprays?|skin|transdermal|cream)\b[^.]*\b(raises?|corrects?|tops? up|restores?|delivers?|proven)\b",
         ["Epsom baths raise body magnesium.", "A spray corrects low levels."],
         ["Magnesium through the skin is unsupported.", "A cream did not raise magnesium."]),
    11: ("a dated promise",
         r"\b(within|in|after) (about )?(\d+|two|three|four|six|eight)([–-](\d+|four|six|eight))? (days|weeks|months)\b[^.]*"
         r"\b(will|reliably|falls?|decreases?|improves?|builds?|eases?|noticeably)\b",
         ["Within 2–4 weeks cramps reliably decrease.", "In 6–8 weeks anxiety falls.", "After 3–6 months it builds resilience."],
         ["Sleep trials ran 3–8 weeks.", "Over 24 weeks plasma magnesium rose."]),
    12: ("an adult amount for children",
         r"^(?!.*\b(recommended|upper level|allowance|limit|intakes?|away from)\b).*\b(child|children|kids|toddlers?)\b[^.]*\b(mg|dose|same amount)\b",
         ["Children can have 200 mg.", "For a child half the adult dose will do."],
         ["US recommended intakes for children are 80 mg a day.", "The US upper level for children of 1–3 years is 65 mg."]),
    13: ("overdose self-care",
         r"\b(overdose|too much magnesium|poisoning)\b[^.]*\b(drink|wait|rest|at home|vomit|calcium tablets?|sleep it off)\b",
         ["After an overdose, drink plenty of water.", "With too much magnesium, rest at home."],
         ["Signs of too much magnesium are an emergency."]),
}


def never_patterns(texts):
    def hit(pattern, sentence):
        return re.search(pattern, sentence, re.I) and not re.search(NOT, sentence, re.I)

    for number, (what, pattern, caught, passed) in NEVER.items():
        for sentence in caught:
            check(hit(pattern, sentence), f"This test is broken: rule {number} does not catch '{sentence}'.")
        for sentence in passed:
            check(not hit(pattern, sentence), f"This test is broken: rule {number} catches '{sentence}'.")
        for role, where, text in texts:
            if role == "stated":
                for sentence in sentences(text):
                    check(not hit(pattern, sentence), f"{where} states {what} (rule {number}): '{sentence}'")


def emergency_is_named(items):
    """Checks the other half of rule 13: a text with the signs of too much magnesium also says "emergency"."""
    for where, text in ([(f"claim {i}", c["explanation"] + c["statement"]) for i, c in items["claims"].items()]
                        + [(f"question {i}", q["explanation"]) for i, q in items["questions"].items()]
                        + [(f"mechanism {i}", " ".join([s["text"] for s in m["steps"]] + [m.get("note", ""), m.get("caveat", "")]))
                           for i, m in items["mechanisms"].items()]):
        if re.search(r"loss of reflexes|reflexes disappear", text, re.I):
            check(re.search(r"emergency", text, re.I), f"{where} lists signs of too much magnesium without saying that they are an emergency.")


ADVICE = [
    r"\b(you|your|yours)\b",
    r"\b(we|experts|doctors) (recommend|advise|suggest)\b",
    r"\bshould (be )?(take|taken|choose|chosen|stop|change|switch|try|avoid|use|add|increase)\b",
    r"\b(take|try|choose|pick|buy|start with|switch to|increase to) (up to |about |at least )?\d[\d,]*",
    r"\btake\b[^.]{0,40}\bmg\b",
    r"\bbest (choice )?for (you|sleep|anxiety|relaxing)\b(?![^.]*\b(proven|shown)\b)",
    r"^(Take|Choose|Buy|Try|Stop|Avoid|Start|Switch|Ask your)\b",
    r"\b(make sure|be sure|remember) to\b",
]


def advice_wording(texts):
    for sentence in ["You should take it.", "We recommend citrate.", "Take 200 mg in the evening.", "Choose glycinate.", "It is best for you."]:
        check(any(re.search(p, sentence, re.I) for p in ADVICE), f"This test is broken: no advice pattern catches '{sentence}'.")
    for role, where, text in texts:
        if where == "the disclaimer" or role == "cited":
            continue
        for sentence in sentences(text):
            for pattern in ADVICE:
                check(not re.search(pattern, sentence, re.I if not pattern.startswith("^") else 0), f"{where} reads as advice: '{sentence}'")


def amounts_name_their_limit(texts):
    """Checks that a text with an official limit names the authority and, in most items, says "supplement".

    Questions, claims, twins and misconceptions may leave out "supplement".
    """
    for role, where, text in texts:
        if role in ("stated", "asked") and re.search(r"\b(upper level|limit|guidance level)s?\b[^.]*\b\d+ mg\b|\b\d+ mg\b[^.]*\b(upper level|limit)s?\b", text):
            check(re.search(r"\b(US|EU|European|UK|Norw\w+|EFSA|IOM)\b", text), f"{where} names a limit without its body: '{text}'")
            whole = where.split()[0] in ("question", "claim", "twin", "misconception")
            check(whole or re.search(r"supplement", text, re.I), f"{where} names a limit without saying that it counts supplements: '{text}'")


def measured_words(items):
    """Checks that no item claims more than its evidence badge supports."""
    strong = r"\b(proves|cures?|always|guarantee\w*|miracle|definitely|clearly best|completely)\b"
    for claim in items["claims"].values():
        if claim["verdict"] == "supported":
            check(not re.search(strong, claim["statement"], re.I), f"claim {claim['id']} claims more than evidence can carry: '{claim['statement']}'")
        check(not re.search(strong, claim["explanation"], re.I), f"claim {claim['id']} explains with a word too strong: '{claim['explanation']}'")
    for question in items["questions"].values():
        check(not re.search(strong, question["prompt"] + question["explanation"], re.I), f"question {question['id']} uses a word too strong.")


# ---- Popular sources

# SHA-256 hashes of names that must not appear: brands, manufacturers, sites, and authors and titles of popular
# articles. Hashes keep the names out of this file too. A name is hashed in lower case with one space between words.
UNNAMED = {
    "1b3339009c5c593416060ee9040ace43ff5bb277687939cb53604644a6dc0d56",
    "1fd52e828d734b113869ad68c0bbe0b0a87d3e1da94ccface0ff7f04c5bd9c87",
    "21293d41226376037e563e7375915cf744f76d245951125153ccf8b09037532f",
    "3eca5bade64096a6d3ded965d99404d846dd7573fc18334defca637a1399354b",
    "400a0e80a3fd53f65f65159a3e90e6518053f8f4c0cf3790b582a5ec141bf3e9",
    "498618a118fe9d1e2af17343d07f240fc888e6c351f8305968af7b974b584e35",
    "4b32234e6635f1cc9cf1acf66b3ec83fc53ac10ca12132fd1134466d47a5aacf",
    "5148bc25c2d3c85245740d7f7c7daef8744fd71cb345d844f55645b81b76575a",
    "5fd5249213d3fe759e59fc2cc95ff6f28c45c54b08b9e77fa99919427c06cdb4",
    "6375b054f7ad40b1a115ae812725eeb84dbca99b1aa4725d8be82197cbd59ce4",
    "683830971a5e1561fbacf1f0ac621d0d0371fd5f4d9028d7e2c66ef531154d0c",
    "692cf4a9ffaefbef8e3ff0f0946b6b8b6399bebdf8ec620560396da7e9cd40b9",
    "6e7955999fd419ee4db9896fb8bb75e022179e89deefc7d282eb0455f41f7afe",
    "733ff0cfcf1c9b6c48a518d925ff30720b24d27e31d5e7b7ae0a0cb18ba788d4",
    "76e4aa1b6d2ca68b43d031ae7b5da9daac32daf2c0dc13c7075f9c0d0cc5e62e",
    "7c3bb7f26d487d0a168e37217fcce3a48375d33194da43cc5eb234779e21f340",
    "879bc8909e0c87e2ab7beb3d7205710f351ee9c65c1c48ab1645ffdfd9d7f3de",
    "93ec4a69d00809a0404a96fed8c7aaa7147566d64e7987ea15f3a84a01f57abe",
    "a0e9ebc9aa4ccbe366ecc8f3be9342ee69956791a6570e54d4620c9c281ee176",
    "a893e75f20ca8879c3f043e3c8fdae1d44e13799bf1d8702a550ae6e265290ed",
    "ba42f3139d661fd284de5028bad01a62afd866f2ecd0bc63361ebbe296c235f9",
    "bc33e8602dd59313c55b2d2813d7b87875535ab7476832d3f69da1949927a75e",
    "c0c5c0b14ef15118dbb9b70c67be981030b252bea91cf360d4e11fb21d8c3fbf",
    "c6295f8fac2de7c19232d6eb7f26d024881b3c254c99e179d99251f3efd26b64",
    "e3c23ed44b554e5b1250e80666e9d24c669ade22f90077b28ac6fb298b45807d",
    "ec30213f6ea321f12c80b17d681933aa2d7881398e6577f23712e459ee41c594",
    "f0fbb80d2bf706621ec8515b11708c936dd36d0edece629651eefbd97e58af99",
}
LONGEST_NAME = 6  # words


def no_popular_names(texts, items):
    check(UNNAMED, "This test is broken: the list of names that must not appear is empty.")
    blob = [(where, text) for _, where, text in texts]
    blob += [(f"a file of the pack ({path.name})", path.read_text(encoding="utf-8")) for path in sorted(PACK.rglob("*")) if path.is_file()]
    for where, text in blob:
        check(not re.search(r"https?:|www\.|\.(com|org|net|it|tn)\b", text), f"{where} holds a link.")
        words = re.findall(r"[a-z0-9]+", text.lower())
        for length in range(1, LONGEST_NAME + 1):
            for at in range(len(words) - length + 1):
                name = " ".join(words[at:at + length])
                if hashlib.sha256(name.encode()).hexdigest() in UNNAMED:
                    fault(f"{where} names '{name}', which stays unnamed.")
    for source in items["sources"].values():
        if source["kind"] == "popular":
            for key in ("authors", "publisher", "doi", "year"):
                check(key not in source, f"The popular source {source['id']} has {key}.")
            if source["id"].startswith("web_article_"):
                letter = source["id"][-1].upper()
                check(source["title"] == f"A web article ({letter})", f"{source['id']} must be shown as 'A web article ({letter})'.")
        else:
            check(source.get("authors"), f"The source {source['id']} has no authors.")


def articles_never_alone(items):
    for claim in items["claims"].values():
        articles = [s for s in claim["sources"] if s.startswith("web_article_")]
        check(not articles or len(articles) == len(claim["sources"]), f"claim {claim['id']} cites a web article although a better source stands.")


# ---- Nothing is invented

def nothing_invented(items, known):
    def resolve(kind, entry, key, target):
        for name in entry.get(key, []):
            check(name in items[target], f"{kind} {entry['id']} names the {key[:-1]} {name}, which is not in the pack.")

    for source in items["sources"].values():
        check(source["id"] in known["source"], f"The source {source['id']} is not of the dossier.")
        if "doi" in source:
            check(source["doi"] in known["doi"], f"The DOI {source['doi']} of {source['id']} is not among the known ones.")
            check(known["source"].get(source["id"], ["-"])[0] == source["doi"], f"{source['id']} has the DOI of another source.")
    for path in sorted(PACK.rglob("*.json")):
        for doi in re.findall(r"\b10\.\d{4,9}/[^\s\"\\]+", path.read_text(encoding="utf-8")):
            check(doi in known["doi"], f"{path.name} holds the DOI {doi}, which is not among the known ones.")
    for kind, singular in (("claims", "claim"), ("mechanisms", "mechanism"), ("misconceptions", "misconception"), ("conflicts", "conflict")):
        for name in items[kind]:
            check(name in known[singular], f"The {singular} {name} is not of the dossier.")
    for kind in ("facts", "claims", "mechanisms", "misconceptions"):
        for entry in items[kind].values():
            check(entry.get("sources"), f"{kind[:-1]} {entry['id']} has no source.")
            for key, target in (("sources", "sources"), ("subjects", "subjects"), ("mechanisms", "mechanisms"), ("claims", "claims")):
                resolve(kind[:-1], entry, key, target)
    for claim in items["claims"].values():
        verdict = known["claim"].get(claim["id"], ["-"])[0]
        check(claim["verdict"] == verdict, f"claim {claim['id']} has the verdict {claim['verdict']}; the dossier says {verdict}.")
        # grading_test.cpp checks the computed grades. This checks that a claim has rows exactly if its grade is known.
        check(bool(claim.get("grade", {}).get("studies")) == (claim["id"] in known["grade"]), f"claim {claim['id']} has rows and should not, or the other way round.")
    for name, study in items["studies"].items():
        check(name in known["study"], f"The study row {name} is not of the dossier.")
        resolve("study", {**study, "sources": [study["source"]]}, "sources", "sources")
    for name in known["study"]:
        check(name in items["studies"], f"The study row {name} is missing.")
    used = {name for kind in ("facts", "claims", "mechanisms", "misconceptions", "conflicts") for entry in items[kind].values() for name in entry["sources"]}
    used |= {name for conflict in items["conflicts"].values() for side in conflict["sides"] for name in side["sources"]}
    for name in items["sources"]:
        check(name in used, f"The source {name} is not cited by anything.")


# ---- Figures of the forms

WEIGHTS = {"H": 1.008, "C": 12.011, "N": 14.007, "O": 15.999, "Mg": 24.305, "S": 32.06, "Cl": 35.45}  # IUPAC, g/mol


def atoms(formula):
    """Counts the atoms of a formula with one level of brackets and dotted hydrates: 'Mg3(C6H5O7)2', 'MgSO4.7H2O'."""
    count = Counter()
    for part in formula.split("."):
        times, rest = re.fullmatch(r"(\d*)(.*)", part).groups()
        for group, number, symbol, single in re.findall(r"\(([^)]*)\)(\d*)|([A-Z][a-z]?)(\d*)", rest):
            inside = re.findall(r"([A-Z][a-z]?)(\d*)", group) if group else [(symbol, single)]
            factor = int(number or 1) if group else 1
            for element, n in inside:
                count[element] += int(times or 1) * factor * int(n or 1)
    return count


def mass(formula):
    return sum(WEIGHTS[element] * n for element, n in atoms(formula).items())


def share(formula):
    return 100 * WEIGHTS["Mg"] * atoms(formula)["Mg"] / mass(formula)


# For each named pure compound: its formula, g/mol and % Mg. The two numbers check the arithmetic of this test.
FORMULAS = {
    "glycinate": ("Mg(C2H4NO2)2", 172.42, 14.1), "citrate": ("Mg3(C6H5O7)2", 451.11, 16.16),
    "oxide": ("MgO", 40.30, 60.3), "threonate": ("Mg(C4H7O5)2", 294.50, 8.25),
    "malate": ("MgC4H4O5", 156.38, 15.54), "chloride": ("MgCl2.6H2O", 203.30, 11.96), "taurate": ("Mg(C2H6NO3S)2", 272.57, 8.92),
    "sulfate": ("MgSO4.7H2O", 246.47, 9.86), "lactate": ("Mg(C3H5O3)2.2H2O", 238.48, 10.19), "aspartate": ("Mg(C4H6NO4)2", 288.50, 8.42),
    "carbonate": ("MgCO3", 84.31, 28.83), "hydroxide": ("Mg(OH)2", 58.32, 41.68),
}
STUDY_FIGURES = {  # fact: (value, source that the fact must cite)
    "glycinate.absorbed-isotope": (23.5, "schuette_1994"), "oxide.absorbed-isotope": (22.8, "schuette_1994"),
    "oxide.absorbed-urine": (4, "firoz_2001"), "citrate.extra-urine": (0.565, "kappeler_2017"),
    "oxide.constipation-improved": (70.6, "mori_s_2019"), "glycinate.cramps-halved": (86.0, "supakatisant_2015"),
    "citrate.attack-fall": (41.6, "peikert_1996"), "citrate.diarrhoea": (18.6, "peikert_1996"),
    "oxide.raised-blood-magnesium": (23, "wakai_2019"), "threonate.serving-magnesium": (144, "lopresti_2026"),
    "threonate.trial-people": (44, "liu_2016"), "glycinate.trial-people": (155, "schuster_2025"),
    "us-limit.value": (350, "vkm_2016"), "eu-limit.value": (250, "efsa_mgt_2024"), "norway-limit.value": (350, "vkm_2016"),
    "uk-guidance.value": (400, "nhs_evm"), "us-limit-1-3.value": (65, "iom_1997"), "us-limit-4-8.value": (110, "iom_1997"),
    "children-1-3.value": (80, "ods_consumer"), "children-4-8.value": (130, "ods_consumer"), "children-9-13.value": (240, "ods_consumer"),
    "boys-14-18.value": (410, "ods_consumer"), "girls-14-18.value": (360, "ods_consumer"), "men-19-30.value": (400, "ods_consumer"),
    "men-31.value": (420, "ods_consumer"), "women-19-30.value": (310, "ods_consumer"), "women-31.value": (320, "ods_consumer"),
    "us-label.value": (420, "fda_dv"), "infants-0-6m.value": (30, "ods_consumer"), "infants-7-12m.value": (75, "ods_consumer"), "lactating-14-18.value": (360, "ods_consumer"),
    "lactating-19-30.value": (310, "ods_consumer"), "lactating-31-50.value": (320, "ods_consumer"),
    "pregnant-14-18.value": (400, "ods_consumer"), "pregnant-19-30.value": (350, "ods_consumer"), "pregnant-31-50.value": (360, "ods_consumer"),
    "eu-men.value": (350, "efsa_drv_2015"), "eu-women.value": (300, "efsa_drv_2015"),
}
FOODS = {  # food: (mg per serving as listed by its source, whether the figure was cross-checked)
    "pumpkin-seeds": (156, True), "chia-seeds": (111, True), "almonds": (80, True), "spinach": (78, True), "cashews": (74, True),
    "peanuts": (63, False), "soymilk": (61, False), "black-beans": (60, True), "edamame": (50, True), "peanut-butter": (49, True),
    "potato": (43, True), "brown-rice": (42, True), "yogurt": (42, False), "oatmeal": (36, False), "kidney-beans": (35, False),
    "banana": (32, True), "salmon": (26, True), "milk": (24, False), "dark-chocolate": (64, False), "quinoa": (118, False),
    "lentils": (36, False),
}


def figures(items):
    facts, expected = items["facts"], {}
    for form, (formula, grams, percent) in FORMULAS.items():
        check(abs(mass(formula) - grams) < 0.006, f"This test is broken: {formula} gives {mass(formula):.3f} g/mol, the dossier says {grams}.")
        check(abs(share(formula) - percent) < 0.06, f"This test is broken: {formula} gives {share(formula):.3f} % Mg, the dossier says {percent}.")
        check(items["subjects"][form].get("formula") == formula, f"The formula of {form} must be {formula}.")
        check(items["subjects"][form].get("compound"), f"{form} has no named compound.")
        expected[f"{form}.molar-mass"] = round(mass(formula) + 1e-9, 1)
        expected[f"{form}.mass-share"] = round(share(formula), 1)
    for form in ("glycinate", "citrate", "oxide", "threonate"):
        expected[f"{form}.weight-for-200"] = round(200 / (share(FORMULAS[form][0]) / 100))
    glycine = mass("C2H5NO2")
    # each Mg comes with two glycine molecules
    expected["glycinate.glycine-with-200"] = round(200 / WEIGHTS["Mg"] * 2 * glycine / 1000, 1)
    for name, (value, source) in STUDY_FIGURES.items():
        expected[name] = value
        if check(name in facts, f"The fact {name} is missing."):
            check(source in facts[name]["sources"], f"The fact {name} does not cite {source}.")
            check(facts[name].get("of"), f"The fact {name} does not say for whom or what it holds.")
    for food, (value, cross_checked) in FOODS.items():
        expected[f"{food}.magnesium"] = value
        fact = facts.get(f"{food}.magnesium", {})
        check(fact.get("askable", False) == cross_checked, f"The fact {food}.magnesium may be asked only if its row was cross-checked.")
        check(fact.get("of"), f"The fact {food}.magnesium does not name its serving.")
    for name, value in expected.items():
        if check(name in facts, f"The fact {name} is missing."):
            check(facts[name].get("value") == value, f"The fact {name} is {facts[name].get('value')}; the derivation or the source gives {value}.")
    for name, fact in facts.items():
        if "value" in fact:
            check(name in expected, f"The number of the fact {name} is not checked by this test: add where it comes from.")
        check(not (fact.get("askable") and "text" in fact), f"The fact {name} is a text and cannot be asked.")
    slots = {"glycinate": (1, "Gl"), "citrate": (2, "Ci"), "oxide": (3, "Ox"), "threonate": (4, "Th")}
    for form, (slot, symbol) in slots.items():
        subject = items["subjects"][form]
        check((subject.get("slot"), subject.get("symbol"), subject["group"]) == (slot, symbol, "form"), f"{form} must have slot {slot} and the symbol {symbol}.")


# ---- Claims and mechanisms

def claims(items):
    general = {name for name, source in items["sources"].items() if source["checked"] == "general-knowledge"}
    true_pool = false_pool = 0
    for claim in items["claims"].values():
        name, askable = claim["id"], claim.get("askable", False)
        check(not askable or set(claim["sources"]) - general, f"claim {name} is asked although it rests on general knowledge alone.")
        if "twin" in claim:
            twin = claim["twin"]
            check(claim["verdict"] == "supported", f"claim {name} has a twin but is not supported.")
            check(twin["statement"].strip(" .").lower() != claim["statement"].strip(" .").lower(), f"The twin of claim {name} says what the claim says.")
            check(len(sentences(twin["refutation"].replace(";", ","))) == 1, f"The refutation of the twin of claim {name} is not one sentence.")
            check(twin["refutation"] not in (twin["statement"], claim["statement"]), f"The refutation of the twin of claim {name} only repeats.")
        if askable:
            true_pool += claim["verdict"] == "supported"
            false_pool += ("twin" in claim) + (claim["verdict"] == "contradicted")
        check(len(claim["explanation"].split()) <= 60, f"The explanation of claim {name} has more than 60 words.")
    for name in ("c160", "c161"):
        check(not items["claims"].get(name, {}).get("askable"), f"claim {name} is about an interval to a medicine and must not be asked.")
    check("grade" not in items["claims"]["c133"], "claim c133 must show no grade: its study row measures something else.")
    part = true_pool / (true_pool + false_pool)
    check(0.4 <= part <= 0.6, f"Of the statements that can be asked as true or false, {part:.0%} are true; it must be 40 to 60 %.")
    return true_pool, false_pool


def mechanisms(items):
    asked = [m for m in items["mechanisms"].values() if m.get("askable")]
    check(len(asked) >= 8, f"Only {len(asked)} mechanisms can be asked.")
    for mechanism in asked:
        cards = [step.get("short", step["text"]) for step in mechanism["steps"]]
        for card in cards:
            check(len(card) <= 60, f"A step of {mechanism['id']} has {len(card)} characters on its card: '{card}'")
        check(len(set(cards)) == len(cards), f"Two steps of {mechanism['id']} read alike.")
    for name in ("threonate_brain", "dipeptide_route", "vascular_tone", "glycine_sleep_temperature"):
        check(not items["mechanisms"][name].get("askable"), f"The mechanism {name} is not established and must not be asked as an order.")


# ---- Questions, rounds and README

def questions(items):
    places, singles, longest, expected, variance = defaultdict(Counter), 0, 0.0, 0.0, 0.0
    for question in items["questions"].values():
        name, kind = question["id"], question["kind"]
        check(len(question["prompt"]) <= 140, f"The prompt of {name} has {len(question['prompt'])} characters.")
        check(len(question["explanation"].split()) <= 60, f"The explanation of {name} has more than 60 words.")
        marked = kind not in ("poll", "card")
        check(not marked or any(question.get(key) for key in ("facts", "claims", "mechanisms")), f"{name} exercises nothing.")
        for key in ("facts", "claims", "mechanisms"):
            for entry in question.get(key, []):
                check(entry in items[key], f"{name} exercises {entry}, which is not in the pack.")
        for fact in question.get("facts", []):
            check(items["facts"].get(fact, {}).get("askable"), f"{name} exercises the fact {fact}, which may not be asked.")
        for claim in question.get("claims", []):
            check(items["claims"].get(claim, {}).get("askable"), f"{name} exercises claim {claim}, which may not be asked.")
        for item in question.get("items", []):
            check(len(item) <= 60, f"An item of {name} has {len(item)} characters.")
        choices = question.get("choices", [])
        for choice in choices:
            text = choice.get("text", "")
            check(len(text) <= 60, f"A choice of {name} has {len(text)} characters: '{text}'")
            check(not re.search(r"\b(all|none|both) of the above\b", text, re.I), f"{name} offers '{text}'.")
            if marked and not choice.get("right"):
                reasons = [key for key in ("misconception", "fact", "claim") if key in choice]
                check(choice.get("why") and len(reasons) == 1, f"A wrong choice of {name} does not say why it is wrong.")
                for key in reasons:
                    check(choice[key] in items[key + "s"], f"{name} refutes by {choice[key]}, which is not in the pack.")
            elif choice.get("right"):
                check("why" not in choice, f"The right choice of {name} has a why.")
        if kind in ("single", "compare"):
            check(sum(bool(choice.get("right")) for choice in choices) == 1, f"{name} needs exactly one right choice.")
        if kind == "single":
            sizes = [len(choice["text"]) for choice in choices]
            key = next(i for i, choice in enumerate(choices) if choice.get("right"))
            singles += 1
            chance = 1 / len(sizes)
            expected += chance
            variance += chance * (1 - chance)
            if sizes[key] == max(sizes):
                longest += 1 / sizes.count(max(sizes))
            if question.get("shuffle", True):
                places[len(sizes)][key] += 1
    check(len(items["questions"]) >= 40, "There are fewer than 40 questions written by hand.")
    check(abs(longest - expected) <= 1.5 * variance ** 0.5, f"The key is the longest choice in {longest:.1f} of {singles} questions; chance gives {expected:.1f}.")
    for size, counts in places.items():
        for place in range(size):
            total = sum(counts.values())
            check(counts[place] <= total / size + 2 + total * 0.08, f"Of the questions with {size} choices, the key stands {counts[place]} of {total} times at place {place + 1}.")
    answers = Counter(q["answer"] for q in items["questions"].values() if q["kind"] == "true-false")
    check(0.4 <= answers[True] / max(1, sum(answers.values())) <= 0.6, f"Of the true-or-false questions written by hand {answers[True]} of {sum(answers.values())} are true.")
    return longest, expected, singles


def rounds(items):
    for name in ("meet-the-four-forms", "which-has-more", "chain-of-events", "what-do-the-sources-say"):
        check(name in items["rounds"], f"The round {name} is missing.")
    for round_ in items["rounds"].values():
        check("minutes" in round_ or 5 <= round_["count"] <= 12, f"The round {round_['id']} asks {round_.get('count')} questions; 5 to 12 fit.")
        for key in ("questions", "templates"):
            for entry in round_.get(key, []):
                check(entry in items[key], f"The round {round_['id']} names {entry}, which is not among the {key}.")
    kinds = {template["kind"] for template in items["templates"].values()}
    known = {"compare", "order", "subject-for-value", "chain", "verdict", "true-false", "select-over", "sort-by", "odd-one-out", "match-values",
             "estimate", "name-for-value", "label", "convert", "swapped-steps", "missing-step", "seen-in"}
    check(kinds == known, f"Kinds of template that nothing uses: {sorted(known - kinds)}.")
    asked = {question["kind"] for question in items["questions"].values()}
    hand = {"single", "true-false", "compare", "order", "multiple", "match", "sort", "estimate", "typed", "gap", "claim-check", "disagreement", "case", "poll", "card"}
    check(asked >= hand, f"Kinds of question that nobody wrote by hand: {sorted(hand - asked)}.")


def counted(manifest, items):
    """Checks that the tables in the pack's README match the contents of its files."""
    groups = {name: subject["group"] for name, subject in items["subjects"].items()}
    askable = {name for name, claim in items["claims"].items() if claim.get("askable")}
    chosen = {choice.get("misconception") for question in items["questions"].values() for choice in question.get("choices", [])}

    def through_claims(entry):
        return bool(askable & set(entry.get("claims", []))) or entry["id"] in chosen

    def row(entries, asked):
        entries = list(entries)
        number = sum(bool(asked(entry)) for entry in entries)
        return [len(entries), number, len(entries) - number]

    def facts_of(*wanted):
        return [fact for fact in items["facts"].values() if groups[fact["subject"]] in wanted]

    def flag(entry):
        return entry.get("askable")

    forms = [name for name, group in groups.items() if group == "form"]
    asked_forms = {fact["subject"] for fact in facts_of("form") if flag(fact)}
    is_reference = lambda entry: entry["id"].startswith("reference_")
    expected = {
        "forms": row([{"id": name} for name in forms], lambda entry: entry["id"] in asked_forms),
        "facts on forms": row(facts_of("form"), flag), "foods": row(facts_of("food"), flag),
        "limits and intakes": row(facts_of("limit", "intake", "eu-intake"), flag),
        "mechanisms": row(items["mechanisms"].values(), flag), "claims": row(items["claims"].values(), flag),
        "misconceptions": row(items["misconceptions"].values(), through_claims),
        "conflicts": row([c for c in items["conflicts"].values() if not is_reference(c)], through_claims),
        "corrected references": row([c for c in items["conflicts"].values() if is_reference(c)], through_claims),
        "study rows": row(items["studies"].values(), lambda _: False), "sources": row(items["sources"].values(), lambda _: False),
    }
    for topic in manifest["topics"]:
        expected[topic["name"]] = row([c for c in items["claims"].values() if c["topic"] == topic["id"]], flag)[:2]
    text = (PACK / "README.md").read_text(encoding="utf-8")
    told = {cells[0]: cells[1:] for cells in ([cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|"))}
    for name, numbers in expected.items():
        said = [int(cell) for cell in told.get(name, [])[:len(numbers)] if cell.isdigit()]
        check(said == numbers, f"The README of the pack says {said} of '{name}'; the files hold {numbers}.")
    beside = re.search(r"(\d+) questions by hand, (\d+) templates of all 17 kinds, (\d+) rounds", text)
    numbers = [len(items[kind]) for kind in ("questions", "templates", "rounds")]
    check(beside and [int(n) for n in beside.groups()] == numbers, f"The README of the pack must say: {numbers} questions, templates, rounds.")
    grading = {row for claim in items["claims"].values() for row in claim.get("grade", {}).get("studies", [])}
    check(f"{len(grading)} rows grade {sum('grade' in claim for claim in items['claims'].values())} claims" in text, "The README of the pack miscounts the rows that grade claims.")


def typography(texts):
    for role, where, text in texts:
        if role != "cited":
            check(not re.search(r"['\"]| - |\.\.\.", text), f"{where} uses typewriter signs: '{text}'")
            check(not re.search(r"\d%", text), f"{where} needs a blank before the per cent sign: '{text}'")


def main():
    manifest, items = read_pack()
    known = read_known()
    texts = texts_of(manifest, items)
    never_patterns(texts)
    emergency_is_named(items)
    advice_wording(texts)
    amounts_name_their_limit(texts)
    measured_words(items)
    no_popular_names(texts, items)
    articles_never_alone(items)
    nothing_invented(items, known)
    figures(items)
    true_pool, false_pool = claims(items)
    mechanisms(items)
    longest, expected, singles = questions(items)
    rounds(items)
    counted(manifest, items)
    typography(texts)
    for sentence in dict.fromkeys(faults):
        print(sentence)
    if faults:
        print(f"{len(dict.fromkeys(faults))} faults.")
        return 1
    print(f"{len(texts)} texts of the pack stand: {len(items['claims'])} claims, {len(items['facts'])} facts, {len(items['mechanisms'])} mechanisms, "
          f"{len(items['questions'])} questions; true or false {true_pool} to {false_pool}; "
          f"the key is longest in {longest:.1f} of {singles} (chance {expected:.1f}).")
    return 0


sys.exit(main())
