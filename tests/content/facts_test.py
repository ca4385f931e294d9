#!/usr/bin/env python3
"""Checks the magnesium pack: nothing is invented, nothing reads as advice, and no figure differs from its source.

Usage: facts_test.py [repository root] [--accept]. Needs only Python 3. Prints one sentence for each fault; exits with 1
if any. --accept writes the numbers, verdicts and ids of the pack into its README and into known_sources.txt: use it after
a change that was reviewed, with grades.py --write, and read the difference before you commit it.

known_sources.txt in this folder lists what was reviewed: ids, verdicts and DOIs, and the claims of the popular
articles. A new source may be added without it; it then says what was read of it. This test derives the figures of the
forms again from their formulas, and percentages of people from the study rows.
"""

import hashlib
import json
import pathlib
import re
import sys
from collections import Counter, defaultdict

import grades

HERE = pathlib.Path(__file__).resolve().parent
ROOT = pathlib.Path(next((a for a in sys.argv[1:] if not a.startswith("--")), HERE.parents[1])).resolve()
PACK = ROOT / "content" / "magnesium"
KINDS = "sources subjects attributes facts mechanisms studies claims misconceptions conflicts breathing questions templates rounds scripts glossary models".split()

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
# the words of a source or a study row. `hint`: the pack asserts it and tells how to find an answer.

def hints_of(question):
    return question.get("hints") or ([question["hint"]] if "hint" in question else [])


def texts_of(manifest, items):
    def put(role, where, text):
        if text:
            found.append((role, where, text))

    found = []
    put("stated", "the pack", manifest["name"])
    put("stated", "the pack's about", manifest["about"])
    put("stated", "the disclaimer", manifest["disclaimer"])
    for key, word in manifest["words"].items():
        if isinstance(word, dict):
            put("stated", f"the word {key}", word["word"])
            put("asked", f"the word {key}", word.get("means"))
    for entry in items["glossary"].values():
        for text in [entry["word"], entry["meaning"], *entry.get("also", [])]:
            put("asked", f"glossary {entry['id']}", text)
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
            put("stated", f"mechanism {mechanism['id']}", step.get("because"))
    for model in items["models"].values():
        where = f"model {model['id']}"
        for text in [model["name"], model["about"], model["evidence"], *model["leaves_out"]]:
            put("stated", where, text)
        for part in [*model["inputs"], *model["outputs"]]:
            put("asked", where, part["name"])
    for claim in items["claims"].values():
        stands = claim["verdict"] in ("supported", "traditional")
        put("stated" if stands else "refuted", f"claim {claim['id']}", claim["statement"])
        put("stated", f"claim {claim['id']}", claim["explanation"])
        put("stated", f"claim {claim['id']}", claim.get("correction"))
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
        for text in hints_of(question):
            put("hint", where, text)
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
            if role in ("stated", "hint"):
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
                if role == "hint" and (pattern.startswith("^") or re.search(r"\d ?%", sentence)):
                    continue  # "Start with the formula." and "Take 14 % of 500." tell how to find the answer
                check(not re.search(pattern, sentence, re.I if not pattern.startswith("^") else 0), f"{where} reads as advice: '{sentence}'")


def amounts_name_their_limit(texts):
    """Checks that a text with an official limit names the authority and, in most items, says "supplement".

    Questions, claims, twins and misconceptions may leave out "supplement".
    """
    for role, where, text in texts:
        if role in ("stated", "asked") and re.search(r"\b(upper level|limit|guidance level)s?\b[^.]*\b\d+ mg\b|\b\d+ mg\b[^.]*\b(upper level|limit)s?\b", text):
            check(re.search(r"\b(US|EU|European|UK|Norw\w+|EFSA|IOM|German\w*|BfR|Japan\w*|Austral\w+|New Zealand)\b", text), f"{where} names a limit without its body: '{text}'")
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
        text = text.replace('xmlns="http://www.w3.org/2000/svg"', "")  # the name of the format, not a link
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

SAYS_WHAT_WAS_READ = re.compile(r"\b(read|general knowledge|comput\w+)\b", re.I)

def nothing_invented(manifest, items, known):
    def resolve(kind, entry, key, target):
        for name in entry.get(key, []):
            check(name in items[target], f"{kind} {entry['id']} names the {key[:-1]} {name}, which is not in the pack.")

    owners = {}
    for source in items["sources"].values():
        name, doi, note = source["id"], source.get("doi"), source.get("note", "")
        listed = known["source"].get(name)
        check(source["kind"] == "popular" or SAYS_WHAT_WAS_READ.search(note), f"The note of the source {name} does not say what was read of it.")
        if listed is not None and (listed or doi):
            check([doi] == listed, f"The source {name} has the DOI {doi}; the reviewed one is {(listed or ['none'])[0]}.")
        if doi:
            check(re.fullmatch(r"10\.\d{4,9}/\S*[\w)]", doi), f"{doi} of {name} is no DOI.")
            check(doi.lower() not in owners, f"{name} and {owners.get(doi.lower())} have the same DOI.")
            owners[doi.lower()] = name
        elif source["kind"] in ("trial", "review", "observational", "animal", "laboratory"):
            check("DOI" in note, f"The source {name} has no DOI, and its note does not say why.")
    for study in items["studies"].values():
        source = items["sources"].get(study["source"], {})
        check("doi" in source or "DOI" in source.get("note", ""), f"The study row {study['id']} rests on {study['source']}, which has neither a DOI nor a reason.")
    for path in sorted(PACK.rglob("*.json")):
        for doi in re.findall(r"\b10\.\d{4,9}/[^\s\"\\]+", path.read_text(encoding="utf-8")):
            check(doi.lower() in owners, f"{path.name} holds the DOI {doi}, which is that of no source.")
    for kind, singular in (("claims", "claim"), ("mechanisms", "mechanism"), ("misconceptions", "misconception"), ("conflicts", "conflict"), ("studies", "study")):
        for name in known[singular]:
            check(name in items[kind], f"The {singular} {name} is missing.")
    for kind in ("facts", "claims", "mechanisms", "misconceptions"):
        for entry in items[kind].values():
            check(entry.get("sources"), f"{kind[:-1]} {entry['id']} has no source.")
            for key, target in (("sources", "sources"), ("subjects", "subjects"), ("mechanisms", "mechanisms"), ("claims", "claims")):
                resolve(kind[:-1], entry, key, target)
    expected = grades.read_expected()
    for name, grade in grades.computed(items["claims"], items["studies"], manifest, expected).items():
        different = [key for key in grade if grade[key] != expected.get(name, {}).get(key)]
        check(not different, f"expected_grades.json differs from the rule at {name} ({', '.join(different)}): run grades.py --write.")
    for claim in items["claims"].values():
        name = claim["id"]
        verdict = known["claim"].get(name, [claim["verdict"]])[0]
        check(claim["verdict"] == verdict, f"claim {name} has the verdict {claim['verdict']}; the reviewed one is {verdict}.")
        check(re.fullmatch(r"c[0-9]{3}", name), f"claim {name} needs an id such as c181.")
    # grading_test.cpp checks the grades that the program computes against the same file.
    for name in expected.keys() - {grades.UNGRADED}:
        check(items["claims"].get(name, {}).get("grade", {}).get("studies"), f"expected_grades.json has a grade of {name}, which has no study rows: run grades.py --write.")
    for study in items["studies"].values():
        resolve("study", {**study, "sources": [study["source"]]}, "sources", "sources")
        for arm in study.get("arms", []):
            check(arm["people"] <= study.get("people", arm["people"]), f"An arm of the study row {study['id']} has more people than the row.")
        together = sum(arm["people"] for arm in study.get("arms", []))
        check(study["design"] == "crossover-rct" or together <= study.get("people", together), f"The arms of {study['id']} have {together} people, the row {study.get('people')}.")
    used = {name for kind in ("facts", "claims", "mechanisms", "models", "misconceptions", "conflicts") for entry in items[kind].values() for name in entry["sources"]}
    used |= {name for kind in ("glossary", "breathing", "questions") for entry in items[kind].values() for name in entry.get("sources", [])}
    used |= {study["source"] for study in items["studies"].values()}
    used |= {name for conflict in items["conflicts"].values() for side in conflict["sides"] for name in side["sources"]}
    for name in items["sources"]:
        check(name in used, f"The source {name} is not cited by anything.")


# ---- Figures of the forms

WEIGHTS = {"H": 1.008, "C": 12.011, "N": 14.007, "O": 15.999, "Na": 22.990, "Mg": 24.305, "P": 30.974, "S": 32.06, "Cl": 35.45, "K": 39.098, "Ca": 40.078}  # IUPAC, g/mol


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
    "peanuts": (63, True), "soymilk": (61, False), "black-beans": (60, True), "edamame": (50, True), "peanut-butter": (49, True),
    "potato": (43, True), "brown-rice": (42, True), "yogurt": (42, True), "oatmeal": (36, False), "kidney-beans": (35, True),
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
        fact = facts.get(f"{food}.magnesium", {})
        if "low" not in fact and "text" not in fact:
            expected[f"{food}.magnesium"] = value
        read = [name for name in fact.get("sources", []) if name in items["sources"] and items["sources"][name]["checked"] != "general-knowledge"]
        check(cross_checked or not fact.get("askable") or len(read) >= 2, f"The fact {food}.magnesium may be asked only if its figure was compared with a second source.")
        check(fact.get("of"), f"The fact {food}.magnesium does not name its serving.")
    for name, value in expected.items():
        if check(name in facts, f"The fact {name} is missing."):
            check(facts[name].get("value") == value, f"The fact {name} is {facts[name].get('value')}; the derivation or the source gives {value}.")
    general = {name for name, source in items["sources"].items() if source["checked"] == "general-knowledge"}
    for name, fact in facts.items():
        rule = fact.get("derived", "")
        formula = items["subjects"].get(fact["subject"], {}).get("formula")
        if rule in ("molar-mass", "mass-share:Mg") and check(formula, f"The fact {name} is derived, and its subject has no formula."):
            value = mass(formula) if rule == "molar-mass" else share(formula)
            places = items["attributes"][fact["attribute"]].get("decimals", 0)
            check(abs(fact["value"] - value) <= 0.501 * 10 ** -places, f"The fact {name} is {fact['value']}; {formula} gives {value:.3f}.")
        elif rule.startswith("arm-share:"):
            row, _, arm = rule.removeprefix("arm-share:").partition("/")
            found = [a for a in items["studies"].get(row, {}).get("arms", []) if a["name"] == arm and "events" in a]
            if check(found, f"The fact {name} is derived from {rule}, which has no such arm with events."):
                value, places = 100 * found[0]["events"] / found[0]["people"], items["attributes"][fact["attribute"]].get("decimals", 0)
                check(abs(fact["value"] - value) <= 0.501 * 10 ** -places, f"The fact {name} is {fact['value']}; {found[0]['events']} of {found[0]['people']} is {value:.3f} %.")
        elif "value" in fact and name not in expected:  # a new number
            if fact["attribute"] == "weight-for-200" and formula:
                check(abs(fact["value"] - 200 / (share(formula) / 100)) <= 0.51, f"The fact {name} is {fact['value']}; {formula} gives {200 / (share(formula) / 100):.1f}.")
                continue
            check(set(fact["sources"]) - general or "iupac" in fact["sources"] or not fact.get("askable"), f"The new number of the fact {name} is asked although it rests on general knowledge alone.")
            check(fact.get("of") or items["attributes"][fact["attribute"]].get("of"), f"The fact {name} does not say for whom or what it holds.")
        check(not (fact.get("askable") and "text" in fact), f"The fact {name} is a text and cannot be asked.")
    slots = {"glycinate": (1, "Gl"), "citrate": (2, "Ci"), "oxide": (3, "Ox"), "threonate": (4, "Th")}
    for form, (slot, symbol) in slots.items():
        subject = items["subjects"][form]
        check((subject.get("slot"), subject.get("symbol"), subject["group"]) == (slot, symbol, "form"), f"{form} must have slot {slot} and the symbol {symbol}.")


# ---- People, counts and certainty

PEOPLE = r"(?:people|persons?|women|men|patients|adults|participants|volunteers|users|children|girls|boys|Americans|athletes|students|smokers)"
SHARE_OF_PEOPLE = re.compile(rf"^ ?% (?:of )?(?:the |all |both |these |those )?(?:[\w-]+ ){{0,2}}{PEOPLE}\b|^ ?% (?:had|improved|responded|felt|developed|reported|finished|dropped out)\b", re.I)
CHANGE_BEFORE = re.compile(r"\b(?:fell|falls?|cut|cuts|rose|rises?|grew|dropped|lowered|reduced|raised|decreased|increased|by|rise of|fall of)(?:[ \w’]{0,24}) $", re.I)
CHANGE_AFTER = re.compile(r"^ ?% (?:\w+ )?(?:fewer|lower|higher|less|more|better|shorter|longer|fall|rise|reduction|increase|change|risk|smaller|larger|greater|confidence|interval)\b", re.I)
OF_THINGS = re.compile(r"absor|excret|urin|isotope|bioavail|by mass|by weight|formula|anhydrous|hydrate|pure |powder|declare|solub|dissol|cocoa|of (?:the )?(?:dose|magnesium|intake|requirement|allowance)|"
                       r"Daily Value|heterogeneity|interval|mass share|\b(?:bisglycinate|glycinate|citrate|oxide|L-threonate|compound) (?:is|has|gives|cannot)\b|\bcontains?\b", re.I)
THING_AT_ALL = re.compile(r"absor|excret|isotope|bioavail|by mass|formula|mass share|anhydrous|\bpure\b|magnesium content|magnesium share", re.I)
TYPED_CERTAINTY = re.compile(r"\b(?:very[ -]low|low|moderate|high|strong|weak|some|conclusive|limited)[ -](?:certainty|evidence)\b|\b(?:certainty|evidence) (?:is|was|remains) (?:very |quite |still )?(?:low|moderate|high|strong|weak|limited)\b", re.I)
JUDGED_BY = re.compile(r"\b(?:review\w*|authors|panel|guideline|Cochrane|EFSA|FDA|call|calls|called|judged|rated|words saying)\b", re.I)
UNCERTAIN = re.compile(r"\b(?:unclear|uncertain|inconsistent|inconclusive|conflicting|conflicts?|disputed|disagree|contradict one another|not known whether|mixed results)\b", re.I)
A_PART_OF_THEM = re.compile(r"\b(?:citrate|oxide|\w*glycin\w*|L-threonate|chloride|sulfate|pidolate|aspartate|lactate|crossover|open|placebo|rats?|mice|animals?|small|large)\b", re.I)
NUMBER_WORDS = dict(zip("two three four five six seven eight nine ten eleven twelve".split(), range(2, 13)))
COUNTS_TRIALS = re.compile(r"\b(\d+|" + "|".join(NUMBER_WORDS) + r") (?!of\b)(?:(?!and\b|women|people|men|adults|weeks|months|days|years|hours|minutes|mg|mmol)[\w-]+,? ){0,3}?(?:trials|studies)\b", re.I)


def shares_of_people(text, context=""):
    """Returns the percentages in a text that are shares of people, each with its sentence.

    A number is a share of people if people are named right after it, or if it has a decimal and is neither a change nor
    a share of a thing. A number with no such sign is what its neighbour in the sentence is: "86.0 % against 60.5 %".
    """
    return [(share, sentence) for share, kind, sentence in kinds_of_percentages(text, context) if kind == "people"]


def kinds_of_percentages(text, context=""):
    """Returns (number as printed, what it is, sentence) for each percentage: "people", "change", "thing" or None."""
    found = []
    for sentence in sentences(text):
        marks = list(re.finditer(r"(?<![\w.–])(\d[\d,]*(?:\.\d+)?)(?= ?%)", sentence))
        kinds = []
        for match in marks:
            before, after = sentence[:match.start()], sentence[match.end():]
            change = CHANGE_BEFORE.search(before) or CHANGE_AFTER.search(after)
            kinds.append("people" if SHARE_OF_PEOPLE.search(after) else "change" if change else None)
        linked = [len(gap) < 40 and not re.search(r"[;:]", gap) for gap in (sentence[one.end():two.start()] for one, two in zip(marks, marks[1:]))]
        for at in range(1, len(marks)):
            kinds[at] = kinds[at] or (kinds[at - 1] if linked[at - 1] else None)
        for at in range(len(marks) - 2, -1, -1):
            kinds[at] = kinds[at] or (kinds[at + 1] if linked[at] else None)
        for match, kind in zip(marks, kinds):
            if not kind and "." in match[1]:
                kind = "thing" if OF_THINGS.search(sentence) or THING_AT_ALL.search(context) else "people"
            found.append((match[1], kind, sentence))
    return found


def gives(percent, people):
    """Tells whether some whole number of that many people is that percentage, as printed."""
    places = len(percent.partition(".")[2])
    value = float(percent.replace(",", ""))
    near = round(value * people / 100)
    return any(0 <= events <= people and f"{100 * events / people:.{places}f}" == f"{value:.{places}f}" for events in range(near - 1, near + 2))


def cited_texts(items):
    """Yields (where, text, context, sources, rows) for each text of the pack that may state a share of people."""
    by_source = defaultdict(list)
    for row in items["studies"].values():
        by_source[row["source"]].append(row)

    def rows_of(sources):
        return [row for name in sources for row in by_source[name]]

    def sources_of_claim(claim):
        return set(claim["sources"]) | {items["studies"][row]["source"] for row in claim.get("grade", {}).get("studies", []) if row in items["studies"]}

    for claim in items["claims"].values():
        twin = claim.get("twin", {})
        texts = [claim["statement"], claim["explanation"], claim.get("correction"), twin.get("refutation")]
        sources = sources_of_claim(claim)
        yield f"claim {claim['id']}", [text for text in texts if text], " ".join(filter(None, texts)), sources, rows_of(sources)
    for fact in items["facts"].values():
        attribute = items["attributes"][fact["attribute"]]
        texts = [fact.get("text"), fact.get("of"), fact.get("note")]
        context = " ".join(filter(None, [attribute["name"], attribute.get("unit"), *texts]))
        yield f"fact {fact['id']}", [text for text in texts if text], context, set(fact["sources"]), rows_of(fact["sources"])
    for question in items["questions"].values():
        used = [items["claims"][name] for name in question.get("claims", []) if name in items["claims"]]
        choices = question.get("choices", [])
        used += [items["claims"][choice["claim"]] for choice in choices if choice.get("claim") in items["claims"]]
        facts = [items["facts"][name] for name in [*question.get("facts", []), *(c["fact"] for c in choices if "fact" in c)] if name in items["facts"]]
        sources = set().union(*(sources_of_claim(claim) for claim in used), *(fact["sources"] for fact in facts), question.get("sources", []))
        texts = [question["prompt"], question["explanation"], *hints_of(question), *(panel["text"] for panel in question.get("panels", []))]
        texts += [choice.get("why") for choice in choices] + [choice.get("text") for choice in choices if choice.get("right")]
        yield f"question {question['id']}", [text for text in texts if text], " ".join(filter(None, texts)), sources, rows_of(sources)
    for conflict in items["conflicts"].values():
        sources = set(conflict.get("sources", [])) | {name for side in conflict["sides"] for name in side["sources"]}
        texts = [conflict["evidence"], conflict["answer"], *(side["says"] for side in conflict["sides"])]
        yield f"conflict {conflict['id']}", texts, " ".join(texts), sources, rows_of(sources)
    for belief in items["misconceptions"].values():
        yield f"misconception {belief['id']}", [belief["correction"]], belief["belief"] + " " + belief["correction"], set(belief["sources"]), rows_of(belief["sources"])


def people_have_arms(items):
    """Checks that a percentage of people is a whole number of people of one arm, not of the whole trial."""
    for text, shares in (("The trial had 81 patients, and 18.6 % had diarrhoea.", ["18.6"]), ("It was 86.0 % against 60.5 %.", ["86.0", "60.5"]),
                         ("Attacks fell by 41.6 % against 15.8 % on placebo.", []), ("Pure bisglycinate is 14.1 % magnesium by mass.", []),
                         ("About 48 % of Americans take in less.", ["48"]), ("It absorbed 23.5 % against 22.8 % of the dose.", [])):
        check([share for share, _ in shares_of_people(text)] == shares, f"This test is broken: the shares of people in '{text}' must be {shares}.")
    check(gives("18.6", 43) and not gives("18.6", 81) and gives("86.0", 43) and not gives("68.3", 30), "This test is broken: it counts people wrongly.")
    for where, texts, context, sources, rows in cited_texts(items):
        arms = [arm for row in rows for arm in row.get("arms", [])]
        printed = " ".join(" ".join([row.get("note", ""), row["population"]]) for row in rows if "arms" not in row and ("pools" in row or row["design"] in ("cohort", "cross-sectional", "case-series")))
        surveys = [name for name in sources if items["sources"][name]["kind"] in ("observational", "reference", "guideline", "review") and not any(row["source"] == name for row in rows)]
        changes = {share for share, kind, _ in kinds_of_percentages(context) if kind == "change"}
        for text in texts:
            for share, sentence in shares_of_people(text, context):
                if share in changes:
                    continue
                of_an_arm = any(gives(share, arm["people"]) for arm in arms)
                vouched = re.search(rf"(?<![\d.]){re.escape(share)} ?%", printed)
                rounded = "." not in share and (surveys or not arms)
                check(of_an_arm or vouched or rounded, f"{where} states {share} % of people; no arm of its study rows gives that: '{sentence}'")
                for number in re.findall(rf"\b(\d[\d,]*) (?:\w+ ){{0,2}}{PEOPLE}\b", sentence):
                    whole = int(number.replace(",", ""))
                    check(whole == 0 or gives(share, whole) or vouched, f"{where} states {share} % beside {number} people, of whom no whole number gives it: '{sentence}'")
            for events, people, share in re.findall(r"\b(\d+) (?:of|out of) (\d+)\b[^.;%]{0,40}\((\d+(?:\.\d+)?) ?%", text):
                places = len(share.partition(".")[2])
                check(f"{100 * int(events) / int(people):.{places}f}" == share, f"{where} says that {events} of {people} is {share} %.")


def certainty_is_computed(items):
    """Checks that no claim, fact or question types a grade by hand: the program shows the computed one."""
    for text, typed in (("The certainty is low.", True), ("There is moderate evidence.", True), ("A review judged the evidence poor; low-certainty evidence, its authors say.", False), ("Low blood magnesium is rare.", False)):
        check(bool(TYPED_CERTAINTY.search(text)) and not JUDGED_BY.search(text) or not typed, f"This test is broken: '{text}'.")
    texts = [(f"claim {c['id']}", text) for c in items["claims"].values() for text in (c["statement"], c["explanation"], c.get("correction"), c.get("twin", {}).get("refutation"))]
    texts += [(f"fact {f['id']}", text) for f in items["facts"].values() for text in (f.get("text"), f.get("of"), f.get("note"))]
    for fact in items["facts"].values():
        bare = "evidence" in items["attributes"][fact["attribute"]]["name"].lower() and re.search(r"(?:^|[.;:] )(very low|low|moderate|good|high|strong|weak)\b", fact.get("text", ""), re.I)
        check(not bare, f"The fact {fact['id']} types a grade by hand: '{fact.get('text')}'")
    for question in items["questions"].values():
        choices = question.get("choices", [])
        for text in [question["prompt"], question["explanation"], *hints_of(question), *(c.get("why") for c in choices), *(c.get("text") for c in choices)]:
            texts.append((f"question {question['id']}", text))
    for where, text in texts:
        for sentence in sentences(text or ""):
            explained = re.search(r"“[^”]*(?:certainty|evidence)[^”]*”|\b(?:certainty|evidence)[”’]? (?:does not )?means?\b", sentence, re.I)
            check(not TYPED_CERTAINTY.search(sentence) or explained or JUDGED_BY.search(sentence), f"{where} types a grade by hand: '{sentence}'")


def trials_are_counted(items):
    """Checks that a claim that counts trials counts its own study rows, or names the review that counts them."""
    for claim in items["claims"].values():
        rows = [items["studies"][name] for name in claim.get("grade", {}).get("studies", []) if name in items["studies"]]
        sources = set(claim["sources"]) | {row["source"] for row in rows}
        single = {row["source"] for row in rows if "pools" not in row}
        cited = {name for name in sources if items["sources"][name]["kind"] in ("trial", "laboratory", "observational", "animal")}
        reviews = [row for row in items["studies"].values() if row["source"] in sources and "pools" in row]
        told = " ".join(f"{row['population']} {row.get('note', '')}" for row in reviews).lower()
        counts = {int(n) if n.isdigit() else NUMBER_WORDS[n] for n in re.findall(r"\b(?:\d+|" + "|".join(NUMBER_WORDS) + r")\b", told)}
        for text in (claim["statement"], claim["explanation"], claim.get("correction", "")):
            for sentence in sentences(text):
                for match in COUNTS_TRIALS.finditer(sentence):
                    number = int(match[1]) if match[1].isdigit() else NUMBER_WORDS[match[1].lower()]
                    named = re.search(r"\b(?:review\w*|meta-anal\w+|Cochrane|pooled|pooling|guideline)\b", claim["statement"] + " " + claim["explanation"], re.I)
                    by_review = named and any(items["sources"][name]["kind"] in ("review", "guideline") for name in sources)
                    some = A_PART_OF_THEM.search(sentence) and number <= max(len(single), len(cited))
                    check(number in (len(single), len(cited)) or number in counts or by_review or some,
                          f"claim {claim['id']} counts {number} trials; its study rows come from {len(single)}, and no review is named: '{sentence}'")


def names_are_their_own(items):
    """Checks that no other name of a subject is the name of another subject."""
    owner = defaultdict(set)
    for subject in items["subjects"].values():
        for text in {subject["name"].lower(), subject["short"].lower()}:
            owner[text].add(subject["id"])
    for subject in items["subjects"].values():
        for text in subject.get("also", []):
            others = owner[text.lower()] - {subject["id"]} | {s["id"] for s in items["subjects"].values() if s is not subject and text.lower() in [a.lower() for a in s.get("also", [])]}
            others = {name for name in others if items["subjects"][name]["group"] == subject["group"]}
            check(not others, f"'{text}' is another name of {subject['id']}, and the name of {', '.join(sorted(others))}.")


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
        if claim["verdict"] != "supported":
            check(claim.get("correction"), f"claim {name} is {claim['verdict']} and has no correction, the sentence that a person may keep.")
        if askable and claim.get("seen_in") != "rule":  # the statement of a rule may quote its uncertain words
            check(not UNCERTAIN.search(claim["statement"]), f"claim {name} asks for a verdict about uncertainty: '{claim['statement']}'")
        check(len(claim["explanation"].split()) <= 60, f"The explanation of claim {name} has more than 60 words.")
    for name in ("c160", "c161"):
        check(not items["claims"].get(name, {}).get("askable"), f"claim {name} is about an interval to a medicine and must not be asked.")
    check("grade" not in items["claims"]["c133"], "claim c133 must show no grade: its study row measures something else.")
    part = true_pool / (true_pool + false_pool)
    check(0.4 <= part <= 0.6, f"Of the statements that can be asked as true or false, {part:.0%} are true; it must be 40 to 60 %.")
    return true_pool, false_pool


def mechanisms(items):
    for mechanism in items["mechanisms"].values():
        for number, step in enumerate(mechanism["steps"], 1):
            check(step.get("because"), f"Step {number} of the mechanism {mechanism['id']} does not say why it follows.")
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
        check(len(hints_of(question)) <= 3, f"{name} has more than three hints.")
        for hint in hints_of(question):
            check(len(hint) <= 160, f"A hint of {name} has {len(hint)} characters.")
            for choice in question.get("choices", []):
                whole = choice.get("right") and choice.get("text") and rf"(?<!\w){re.escape(choice['text'].strip(' .'))}(?!\w)"
                check(not whole or not re.search(whole, hint, re.I), f"A hint of {name} contains the right choice: '{hint}'")
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
             "estimate", "name-for-value", "label", "convert", "swapped-steps", "missing-step", "seen-in", "predict", "predict-value"}
    check(kinds == known, f"Kinds of template that nothing uses: {sorted(known - kinds)}.")
    asked = {question["kind"] for question in items["questions"].values()}
    hand = {"single", "true-false", "compare", "order", "multiple", "match", "sort", "estimate", "typed", "gap", "claim-check", "disagreement", "case", "poll", "card"}
    check(asked >= hand, f"Kinds of question that nobody wrote by hand: {sorted(hand - asked)}.")


def counts(manifest, items):
    """Returns the rows of the two tables of numbers in the pack's README, and its sentences that contain numbers."""
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
        "glossary": row(items["glossary"].values(), lambda _: False) if items["glossary"] else None,
        "other facts": row(others, flag) if (others := facts_of(*(set(groups.values()) - {"form", "food", "limit", "intake", "eu-intake"}))) else None,
        "study rows": row(items["studies"].values(), lambda _: False), "sources": row(items["sources"].values(), lambda _: False),
    }
    expected = {name: numbers for name, numbers in expected.items() if numbers}
    topics = {topic["name"]: row([c for c in items["claims"].values() if c["topic"] == topic["id"]], flag)[:2] for topic in manifest["topics"]}
    grading = {row for claim in items["claims"].values() for row in claim.get("grade", {}).get("studies", [])}
    armless = {row["source"] for row in items["studies"].values() if row["design"] in ("rct", "crossover-rct") and "arms" not in row}
    nameless = [s for s in items["sources"].values() if "not shown" in s.get("authors", "").lower()]
    kinds = len({template["kind"] for template in items["templates"].values()})
    numbered = [f"{len(items['questions'])} questions by hand, {len(items['templates'])} templates of all {kinds} kinds, {len(items['rounds'])} rounds",
                f"{len(grading)} rows grade {sum('grade' in claim for claim in items['claims'].values())} claims",
                f"The rows of {len(armless)} trials have no arms", f"{len(nameless)} sources name no authors"]
    return expected, topics, numbered


def counted(manifest, items):
    """Checks that the tables in the pack's README match the contents of its files."""
    expected, topics, numbered = counts(manifest, items)
    text = (PACK / "README.md").read_text(encoding="utf-8")
    told = {cells[0]: cells[1:] for cells in ([cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|"))}
    for name, numbers in (expected | topics).items():
        said = [int(cell) for cell in told.get(name, [])[:len(numbers)] if cell.isdigit()]
        check(said == numbers, f"The README of the pack must say '| {name} | {' | '.join(map(str, numbers))} |', not {said}.")
    part = text.partition("## What is not asked")[2].partition("\n## ")[0]
    for kind, pattern in (("claims", r"\bc\d{3}\b"), ("mechanisms", r"(?<=`)[a-z_0-9]+(?=`)")):
        named, left_out = set(re.findall(pattern, part)), {name for name, entry in items[kind].items() if not entry.get("askable")}
        check(named >= left_out, f"The README of the pack does not say why these {kind} are not asked: {' '.join(sorted(left_out - named))}.")
        check(named <= left_out, f"The README of the pack says of {kind} that are asked that they are not: {' '.join(sorted(named - left_out))}.")
    for sentence in numbered:
        check(sentence in " ".join(text.split()), f"The README of the pack must say: '{sentence}'.")


def accept(manifest, items, known):
    """Writes what the pack contains now into its README and into known_sources.txt. Read the difference before you commit it."""
    expected, topics, numbered = counts(manifest, items)
    path = PACK / "README.md"
    head, title, table = path.read_text(encoding="utf-8").partition("## Claims of the popular articles")
    written = {line.strip("|").split("|")[0].strip() for line in head.splitlines() if line.startswith("|")}
    missing = {name: numbers for name, numbers in expected.items() if name not in written}
    lines, seen = [], False
    for line in head.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if cells and cells[0] in expected:
            line = f"| {' | '.join([cells[0], *map(str, expected[cells[0]]), *cells[4:]])} |".replace("|  |", "| |")
        if cells[:1] == ["claims about"]:
            seen = True
        elif seen and cells and not set(cells[0]) <= set("-: "):
            continue  # the rows of the topics are written again
        elif seen and not cells:
            lines += [f"| {name} | {numbers[0]} | {numbers[1]} |" for name, numbers in topics.items()]
            seen = False
        lines.append(line)
        if cells and cells[0] == "study rows":
            lines += [f"| {name} | {' | '.join(map(str, numbers))} | 0 | |" for name, numbers in missing.items()]
    head = "\n".join(lines) + "\n"
    for sentence in numbered:
        pattern = r"\s".join(re.sub(r"\d+", r"\\d+", word) for word in re.escape(sentence).replace("\\ ", " ").split(" "))
        head, times = re.subn(pattern, lambda old: " ".join(sentence.split()) if "\n" not in old[0] else re.sub(r"\S+", lambda _, words=iter(sentence.split()): next(words), old[0]), head)
        if not times:
            print(f"The README has no sentence such as '{sentence}'.")
    rows = []
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if len(cells) == 4 and cells[2] in items["claims"]:
            line = f"| {cells[0]} | {cells[1]} | {cells[2]} | {LABELS[items['claims'][cells[2]]['verdict']]} |"
        rows.append(line)
    path.write_text(head + title + "\n".join(rows) + "\n", encoding="utf-8")
    path = HERE / "known_sources.txt"
    comments = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = [f"source {s['id']} {s.get('doi', '')}".strip() for s in items["sources"].values()]
    lines += [f"claim {c['id']} {c['verdict']}" for c in sorted(items["claims"].values(), key=lambda c: c["id"])]
    lines += [f"{singular} {name}" for singular in ("mechanism", "misconception", "study", "conflict") for name in items[{"study": "studies"}.get(singular, singular + "s")]]
    lines += [f"article {name} {' '.join(marks)}" for name, marks in known["article"].items()]
    path.write_text("\n".join(comments + lines) + "\n", encoding="utf-8")


LABELS = {"supported": "Supported", "mixed": "Sources disagree", "weak": "Not shown", "contradicted": "Contradicted", "traditional": "Tradition, untested"}
MARKS = {"+": "{}", "~": "({})", "-": "not {}"}


def articles_are_judged(items, known):
    """Checks the last table of the pack's README: each claim of the popular articles, and the claim that judges it."""
    text = (PACK / "README.md").read_text(encoding="utf-8")
    lines = text.partition("## Claims of the popular articles")[2].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")][2:]
    judged = Counter()
    for row in rows:
        if not check(len(row) == 4, f"A row of the table of the articles has {len(row)} cells: {row}"):
            continue
        said, articles, name, verdict = row
        judged[name] += 1
        if not check(name in items["claims"], f"The table of the articles has no claim for '{said}': '{name}'."):
            continue
        label = LABELS[items["claims"][name]["verdict"]]
        check(verdict == label, f"The table of the articles must say '{label}' of {name}, not '{verdict}'.")
        told = known["article"].get(name)
        if told:
            cell = ", ".join(MARKS[mark[1]].format(mark[0]) for mark in told)
            check(articles == cell, f"The table of the articles must say '{cell}' of {name}, not '{articles}'.")
        else:
            check(re.fullmatch(r"not recorded|(?:not )?\(?[A-D]\)?(?:, (?:not )?\(?[A-D]\)?)*", articles), f"The table of the articles says '{articles}' of {name}.")
    for name in known["article"]:
        check(judged[name] == 1, f"The table of the articles has {judged[name]} rows of {name}; it needs one.")
    words = json.loads((PACK / "pack.json").read_text(encoding="utf-8"))["words"]
    for verdict, label in LABELS.items():
        word = words[verdict] if isinstance(words[verdict], str) else words[verdict]["word"]
        check(word == label, f"The pack shows the verdict {verdict} as '{word}', and its README as '{label}'.")
        check(f"| {label} | {words[verdict]['means']}" in text, f"The README words the rule of the verdict {verdict} in another way than the pack.")


def typography(texts):
    for role, where, text in texts:
        if role != "cited":
            check(not re.search(r"['\"]| - |\.\.\.", text), f"{where} uses typewriter signs: '{text}'")
            check(not re.search(r"\d%", text), f"{where} needs a blank before the per cent sign: '{text}'")


def main():
    manifest, items = read_pack()
    known = read_known()
    if "--accept" in sys.argv:
        accept(manifest, items, known)
        known = read_known()
    texts = texts_of(manifest, items)
    never_patterns(texts)
    emergency_is_named(items)
    advice_wording(texts)
    amounts_name_their_limit(texts)
    measured_words(items)
    no_popular_names(texts, items)
    articles_never_alone(items)
    nothing_invented(manifest, items, known)
    figures(items)
    true_pool, false_pool = claims(items)
    mechanisms(items)
    people_have_arms(items)
    certainty_is_computed(items)
    trials_are_counted(items)
    names_are_their_own(items)
    longest, expected, singles = questions(items)
    rounds(items)
    counted(manifest, items)
    articles_are_judged(items, known)
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
