// A small sound pack in a folder of its own, to be spoiled in one place by a test.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "engine/content/reader.hpp"

namespace chelate::content::test {

inline constexpr std::string_view small_manifest = R"({
  "format": 1, "id": "small", "name": "Small", "version": "1", "language": "en", "about": "About.", "disclaimer": "None.",
  "words": {"true": "True", "false": "False", "supported": "S", "mixed": "M", "weak": "W", "contradicted": "C", "traditional": "T"},
  "topics": [{"id": "t", "name": "Topic"}, {"id": "u", "name": "Other topic"}],
  "files": ["items.json", "more/questions.json"]
}
)";

inline constexpr std::string_view small_items = R"({
  "sources": [
    {"id": "s", "kind": "trial", "authors": "Able B", "title": "On water", "year": 1999, "publisher": "J Water", "doi": "10.1000/182", "checked": "abstract", "note": "N."},
    {"id": "web", "kind": "popular", "title": "A web article", "checked": "whole"},
    {"id": "old", "kind": "reference", "authors": "A", "checked": "general-knowledge"}
  ],
  "subjects": [
    {"id": "x", "group": "g", "name": "magnesium oxide", "short": "oxide", "also": ["magnesia"], "slot": 1, "shape": "circle", "symbol": "Ox", "formula": "MgO", "compound": "pure magnesium oxide", "about": "A."},
    {"id": "y", "group": "g", "name": "subject y", "short": "y"},
    {"id": "z", "group": "g", "name": "subject z", "short": "z"}
  ],
  "attributes": [
    {"id": "share", "name": "by mass", "unit": "%", "type": "number", "decimals": 1, "caveat": "C."},
    {"id": "taste", "name": "taste", "type": "text"}
  ],
  "facts": [
    {"id": "x.share", "subject": "x", "attribute": "share", "topic": "t", "value": 60.3, "of": "pure", "askable": true, "derived": "mass-share:Mg", "note": "N.", "sources": ["old"]},
    {"id": "y.share", "subject": "y", "attribute": "share", "topic": "t", "value": 2, "askable": true, "sources": ["s"]},
    {"id": "z.share", "subject": "z", "attribute": "share", "topic": "t", "value": 2.5, "askable": true, "sources": ["s"]},
    {"id": "y.taste", "subject": "y", "attribute": "taste", "topic": "t", "text": "sweet", "sources": ["web"]},
    {"id": "z.range", "subject": "z", "attribute": "share", "topic": "t", "low": 1, "high": 2.5, "sources": ["s"]}
  ],
  "mechanisms": [
    {"id": "m", "name": "Chain", "where": "here", "topic": "u", "steps": [{"text": "one"}, {"text": "two"}, {"text": "three, in words that are far too long for any card that shows a step", "short": "three"}], "askable": true, "evidence": "known", "note": "N.", "caveat": "C.", "subjects": ["x"], "sources": ["s"]}
  ],
  "claims": [
    {"id": "c", "statement": "Water is wet.", "topic": "t", "verdict": "supported", "seen_in": "people", "explanation": "It is.", "askable": true, "twin": {"statement": "Water is dry.", "refutation": "It is wet."}, "grade": {"question": "Is it wet?", "certainty": "very-low", "size": "none", "applies_to": "another-form"}, "subjects": ["x"], "mechanisms": ["m"], "sources": ["old", "s"]}
  ],
  "misconceptions": [
    {"id": "w", "belief": "B.", "tempting": "T.", "correction": "C.", "subjects": ["x"], "claims": ["c"], "sources": ["s"]}
  ]
}
)";

inline constexpr std::string_view small_questions = R"({
  "questions": [
    {"id": "q1", "kind": "single", "topic": "t", "prompt": "Which?", "choices": [{"text": "right", "right": true}, {"text": "wrong", "why": "No.", "misconception": "w"}, {"text": "worse", "right": false, "why": "No.", "claim": "c"}], "shuffle": false, "explanation": "E.", "difficulty": 3, "facts": ["x.share"]},
    {"id": "q2", "kind": "true-false", "topic": "t", "prompt": "Water is wet.", "answer": true, "explanation": "E.", "claims": ["c"], "hint": "H.", "image": "pictures/q2.svg", "formerly": ["q-old"], "derived": {"any": "thing"}, "lang": "en"},
    {"id": "q3", "kind": "compare", "topic": "t", "prompt": "Which has more?", "choices": [{"subject": "x", "right": true}, {"subject": "y", "why": "Less.", "fact": "y.share"}], "explanation": "E.", "facts": ["x.share", "y.share"]},
    {"id": "q4", "kind": "order", "topic": "u", "prompt": "Order?", "items": ["a", "b", "c"], "first_label": "first", "last_label": "last", "explanation": "E.", "mechanisms": ["m"]}
  ],
  "templates": [
    {"id": "p1", "kind": "compare", "prompt": "More: {a} or {b}?", "attribute": "share", "group": "g", "subjects": ["x", "y"], "most": false, "explanation": "{winner} {winner_value} {loser} {loser_value}", "topic": "u"},
    {"id": "p2", "kind": "order", "prompt": "Order.", "attribute": "share", "group": "g", "count": 3, "most": true, "first_label": "F", "last_label": "L", "explanation": "{ranking}"},
    {"id": "p3", "kind": "subject-for-value", "prompt": "Which has {value} {of}?", "attribute": "share", "group": "g", "count": 3, "explanation": "{subject} {value} {of}"},
    {"id": "p4", "kind": "chain", "prompt": "{mechanism}", "topics": ["u"], "subjects": ["x"], "count": 6, "first_label": "F", "last_label": "L"},
    {"id": "p5", "kind": "verdict", "prompt": "{statement}", "subjects": ["x"]},
    {"id": "p6", "kind": "true-false", "prompt": "{statement}?", "topics": ["t"]}
  ],
  "rounds": [
    {"id": "r2", "name": "Second", "about": "A.", "count": 4, "shuffled": false, "questions": ["q4", "q1"], "templates": ["p1"]},
    {"id": "r1", "name": "First", "about": "A.", "count": 2, "templates": ["p1", "p2", "p3", "p4", "p5", "p6"]}
  ]
}
)";

class SmallPack {
public:
    SmallPack() {
        std::string name = (std::filesystem::temp_directory_path() / "chelate-pack-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        root_ = name;
        write("pack.json", small_manifest);
        write("items.json", small_items);
        write("more/questions.json", small_questions);
    }
    SmallPack(const SmallPack&) = delete;
    SmallPack& operator=(const SmallPack&) = delete;
    ~SmallPack() {
        std::error_code ignored;
        std::filesystem::remove_all(root_, ignored);
    }

    [[nodiscard]] std::filesystem::path folder() const { return root_ / "pack"; }

    void write(const std::string& file, std::string_view text) const {
        std::filesystem::create_directories((folder() / file).parent_path());
        std::ofstream(folder() / file, std::ios::binary) << text;
    }

    /// Puts `with` in the place of the first `what`, in whichever of the three files has it.
    void replace(std::string_view what, std::string_view with) const {
        for (const char* file : {"pack.json", "items.json", "more/questions.json"}) {
            std::ostringstream read;
            read << std::ifstream(folder() / file, std::ios::binary).rdbuf();
            std::string text = read.str();
            if (const auto at = text.find(what); at != std::string::npos) {
                text.replace(at, what.size(), with);
                write(file, text);
                return;
            }
        }
        FAIL("the small pack does not hold: ", std::string(what));
    }

    [[nodiscard]] Reading read() const { return read_pack(folder()); }

private:
    std::filesystem::path root_;
};

/// The codes of all problems, in their order.
inline std::vector<std::string> codes_of(const Reading& reading) {
    std::vector<std::string> codes;
    for (const json::Problem& problem : reading.problems) codes.push_back(problem.code);
    return codes;
}

/// All problems as a person sees them, for a failed check.
inline std::string text_of(const Reading& reading) {
    std::string text;
    for (const json::Problem& problem : reading.problems) text += json::to_text(problem);
    return text;
}

} // namespace chelate::content::test
