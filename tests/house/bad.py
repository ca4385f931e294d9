"""Contains snippets that each rule must catch and snippets that it must accept, to prove that the rule can fail.

A row is (files, part of the expected message), or (files, None) when the rule must find nothing. `files` maps paths to
texts.
"""

_OPEN = "// A header for trying the rules.\n#pragma once\n"
_EN = "assets/i18n/en.json"


def _header(text):
    return {"engine/quiz/a.hpp": _OPEN + text}


ROWS = {
    "includes": [
        ({"engine/quiz/a.cpp": '#include "engine/store/b.hpp"\n', "engine/store/b.hpp": _OPEN}, "may not include engine/store"),
        ({"engine/quiz/a.cpp": '#include "engine/interop/b.hpp"\n', "engine/interop/b.hpp": _OPEN}, "may not include engine/interop"),
        ({"engine/stage/a.cpp": '#include "game/session/b.hpp"\n', "game/session/b.hpp": _OPEN}, "may not include game/session"),
        ({"game/screens/knowledge/a.cpp": '#include "game/screens/study/b.hpp"\n', "game/screens/study/b.hpp": _OPEN},
         "may not include game/screens/study"),
        ({"game/screens/model/a.cpp": '#include "game/screens/solo/b.hpp"\n', "game/screens/solo/b.hpp": _OPEN},
         "may not include game/screens/solo"),
        ({"game/screens/a.cpp": "\n"}, "is not a module"),
        ({"engine/quiz/a.cpp": '#include "b.hpp"\n', "engine/quiz/b.hpp": _OPEN}, "write the path from the top"),
        ({"engine/quiz/a.cpp": '#include "tests/b.hpp"\n'}, "write the path from the top"),
        ({"engine/quiz/a.cpp": '#include "engine/quiz/gone.hpp"\n'}, "does not exist"),
        ({"engine/cellar/a.cpp": "\n"}, "not a module in the table"),
        ({"game/a.cpp": "\n"}, "not a module in the table"),
        ({"engine/quiz/a.cpp": "#include <SFML/Graphics.hpp>\n"}, "<SFML/Graphics.hpp> may not"),
        ({"engine/runner/a.cpp": "#  include <sqlite3.h>\n"}, "<sqlite3.h> may not"),
        ({"game/screens/model/a.cpp": "#include <imgui.h>\n"}, "<imgui.h> may not"),
        ({"game/window/a.cpp": "#include <CLI/CLI.hpp>\n"}, "<CLI/CLI.hpp> may not"),
        ({"engine/quiz/a.cpp": "#include <chrono>\n"}, "<chrono> may not"),
        ({"engine/store/a.cpp": "#include <iostream>\n"}, "<iostream> may not"),
        ({"engine/quiz/a.cpp": "#include <unistd.h>\n"}, "<unistd.h> may not"),
        ({"engine/base/a.cpp": "#include <boost/any.hpp>\n"}, "<boost/any.hpp> may not"),
        ({"engine/quiz/a.cpp": '#include <vector>\n#include "engine/quiz/a.hpp"\n', "engine/quiz/a.hpp": _OPEN}, "its own header"),
        ({"engine/store/a.cpp": "#include <zlib.h>\n", "game/packages.txt": "g++ build x\n"}, "comes from zlib1g-dev"),
        ({"engine/quiz/a.cpp": '#include "engine/quiz/a.hpp"\n\n#include <vector>\n// #include <SFML/Audio.hpp>\n'
                               '#include "engine/content/b.hpp"\n',
          "engine/quiz/a.hpp": _OPEN, "engine/content/b.hpp": _OPEN}, None),
        ({"engine/stage/a.cpp": "#include <SFML/Audio.hpp>\n#include <imgui_freetype.h>\n#include <chrono>\n"}, None),
        ({"tests/quiz/a_test.cpp": '#include <doctest/doctest.h>\n#include "engine/quiz/b.hpp"\n', "engine/quiz/b.hpp": _OPEN}, None),
    ],
    "shape": [
        ({"engine/quiz/a.hpp": "#pragma once\n"}, "opens with one sentence"),
        ({"engine/quiz/a.hpp": "// For nothing.\n#include <vector>\n#pragma once\n"}, "#pragma once is missing"),
        ({"engine/quiz/a.hpp": "// For nothing.\n// #pragma once\n"}, "#pragma once is missing"),
        (_header("using  namespace std;\n"), "using namespace"),
        (_header("\n" * 300), "at most 260"),
        ({"game/screens/model/a.cpp": "\n" * 451}, "at most 450"),
        ({"game/screens/model/a.cpp": "// TO" "DO: later\n"}, "do it, or file an issue"),
        ({"game/play": "# FIX" "ME\n"}, "do it, or file an issue"),
        ({"game/screens/model/a.cpp": "// return answer;\n"}, "commented-out code"),
        ({"game/screens/model/a.cpp": "    // run(1, 2);\n"}, "commented-out code"),
        ({"game/screens/model/PlayScreen.cpp": "\n"}, "snake_case"),
        ({"game/screens/model/play_utils.cpp": "\n"}, "the name is too vague"),
        (_header("class ScreenManager {};\n"), "ScreenManager"),
        (_header("struct QuestionInfo {};\n"), "QuestionInfo"),
        (_header("/// A value; see `run(1)`.\n// It returns nothing; std::string is not needed here (for once);\nstruct A {};\n"), None),
        (_header("struct ImDrawData;\n"), None),
        ({"game/screens/model/a.cpp": '#include <string>\nconst char* s = "using namespace";\n'}, None),
    ],
    "width": [
        ({"engine/quiz/a.cpp": "// " + "x" * 118 + "\n"}, "121 columns"),
        ({"README.md": "x" * 101 + "\n"}, "101 columns"),
        ({"engine/quiz/a.cpp": "// " + "x" * 117 + "\nauto t = R\"(\n" + "x" * 150 + "\n)\";\n"}, None),
        ({"README.md": "| " + "x" * 150 + " |\n```sh\n" + "x" * 150 + "\n```\n"}, None),
    ],
    "subject": [
        ({"engine/quiz/a.cpp": 'auto s = "Magnesium";\n'}, "'Magnes'"),
        ({"game/screens/model/a.cpp": "int citrate_count;\n"}, "'citrat'"),
        ({"game/screens/solo/a.cpp": "// about bisglycinate\n"}, "glycinat"),
        ({"engine/quiz/a.cpp": "int semitones = 12;\n"}, "'semitone'"),
        ({"game/screens/model/a.cpp": 'auto s = "an octave";\n'}, "'octave'"),
        ({"engine/content/a.cpp": 'auto s = "oxide"; // oxide\n'}, "'oxide'"),
        ({"engine/text/a.cpp": 'auto s = "Mg²⁺";\n'}, "'Mg²'"),
        ({"game/CMakeLists.txt": "set(pack magnesium)\n"}, "'magnes'"),
        ({"engine/content/a.hpp": '// "magnesium citrate"\nint a; ///< "oxide"\n'}, None),
        ({"engine/content/a.cpp": 'W{"Mg", 24.305}; // from the table\nauto dioxide = 1;\n'}, None),
    ],
    "texts": [
        ({"game/screens/model/a.cpp": 'model.title = "Right answer";\n'}, '"Right answer"'),
        ({"game/window/a.cpp": 'draw("Press Enter to go on");\n'}, '"Press Enter to go on"'),
        ({"game/screens/model/a.cpp": 'auto s = R"(Not this time)";\n'}, '"Not this time"'),
        ({"game/screens/model/a.cpp": 'print("Saved.");\n'}, '"Saved."'),
        ({"game/screens/model/a.cpp": 'score = fmt::format("{} points", n);\n'}, '"{} points"'),
        ({"engine/stage/a.cpp": 'error("no display found");\n'}, '"no display found"'),
        ({"game/screens/model/a.cpp": 'static_assert(true); model.title = "Right answer";\n'}, '"Right answer"'),
        ({"game/cli/cli_options.cpp": 'app.add_flag("--big", big, "Large letters for a projector");\n'}, None),
        ({"game/screens/model/a.cpp": 'trace("frame {} of {} drawn quickly", a, b);\nstatic_assert(n > 0, "not so few");\n'}, None),
        ({"game/screens/model/a.cpp": 'print("{}: {}", a, b); tr("home.title"); tr("kind." + k); f("--play"); // "a comment may speak"\n'}, None),
        ({"game/screens/model/a.cpp": 'set("Chelate Player"); // not for people: the window class\n'}, None),
        ({"game/screens/model/a.cpp": 'report("x", "must be small");\n'}, '"must be small"'),
        ({"engine/stage/a.cpp": 'reader.report(key, "range",\n    "must be small");\n'}, None),
        ({"engine/quiz/a.cpp": 'auto s = "two words";\n'}, None),
    ],
    "keys": [
        ({_EN: '{"home.title": "Chelate"}', "game/screens/model/a.cpp": 'tr("home.title"); tr("home.tagline");\n'}, "'home.tagline' is not in"),
        ({_EN: '{"home.title": "Chelate", "home.old": "x"}', "game/screens/model/a.cpp": 'tr("home.title");\n'}, "nothing in the code uses the text 'home.old'"),
        ({_EN: '{"home": {"title": "Chelate"}}', "game/screens/model/a.cpp": 'tr("home.titel"); tr("home.title");\n'}, "'home.titel' is not in"),
        ({_EN: '{"error.a": "x"}', "engine/store/a.cpp": 'return fail("store-locked"); fail("a");\n'}, "error 'store-locked' has no sentence"),
        ({_EN: '{"error.store-gone": "x"}', "engine/store/a.cpp": "\n"}, "nothing in the code uses the text 'error.store-gone'"),
        ({"game/screens/model/a.cpp": "\n"}, "is missing"),
        ({_EN: '{"//": "a comment", "language": "English", "plurals": {"one": "i = 1"}, "home.title": "x", "home.points": {"one": "{n} point", "other": "{n} points"}, '
               '"error.store-locked": "x", "kind.choice": "x"}',
          "game/screens/model/a.cpp": 'tr("home.title"); tr("home.points"); tr("kind." + name); open("default.json");\n',
          "engine/store/a.cpp": 'return fail("store-locked", {});\n'}, None),
    ],
    "quiet": [
        ({"engine/quiz/a.cpp": "std::cout << 1;\n"}, "never print"),
        ({"engine/store/a.cpp": 'std::fprintf(stderr, "x");\n'}, "never print"),
        ({"engine/runner/a.cpp": "if (bad) exit(1);\n"}, "never print and never exit"),
        ({"game/cli/a.cpp": "std::cerr << name;\n"}, "only game/cli/standard_streams.cpp writes"),
        ({"game/window/a.cpp": 'std::printf("x");\n'}, "only game/cli/standard_streams.cpp writes"),
        ({"game/session/a.cpp": "::write(1, text.data(), text.size());\n"}, "only game/cli/standard_streams.cpp writes"),
        ({"game/cli/standard_streams.cpp": "const ssize_t written = ::write(1, text.data(), text.size());\n"}, None),
        ({"game/window/a.cpp": "void f() {\n    static int frames = 0;\n}\n"}, "static locals"),
        ({"game/window/a.cpp": "auto c = sf::Color(255, 0, 0);\n"}, "colours come from the theme"),
        ({"game/window/a.cpp": "auto c = sf::Color::Red;\n"}, "colours come from the theme"),
        ({"engine/quiz/a.cpp": 'std::snprintf(b, 2, "x"); // exit(1)\nauto s = "printf(";\nloop.exit();\n'}, None),
        ({"game/window/a.cpp": "void f() {\n    static constexpr int n = 3;\n    auto c = theme.ink;\n}\n"}, None),
    ],
    "top": [
        (["README.md", "docs"], "docs"),
        (["notes.txt"], "notes.txt"),
        (["README.md", "engine", "game", "content", "assets", "tests", "CMakeLists.txt", "CMakePresets.json", "build", ".ci", ".git"], None),
    ],
    "paths": [
        ({"README.md": "see /wo" "rk/main/x\n"}, "exists on one machine only"),
        ({"tests/a.cpp": 'open("/fa' 'rm/x");\n'}, "exists on one machine only"),
        ({"README.md": "https://example.org/wo" "rk/1 and engine/work/x and ~/wo" "rk\n"}, None),
    ],
}
