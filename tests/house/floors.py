"""Defines which module may include what: see "Modules and floors" in engine/README.md and game/README.md."""

FLOORS = {
    ("engine", "base"): 0,
    ("engine", "json"): 1,
    ("engine", "content"): 2,
    ("engine", "memory"): 2,
    ("engine", "text"): 2,
    ("engine", "figure"): 3,
    ("engine", "quiz"): 3,
    ("engine", "interop"): 3,
    ("engine", "study"): 4,
    ("engine", "store"): 4,
    ("engine", "runner"): 5,
    ("engine", "stage"): 5,
    ("game", "session"): 6,
    ("game", "lint"): 6,
    ("game", "wording"): 6,
    ("game", "print"): 7,
    # The folders of game/screens are floors within floor 8.
    ("game", "screens", "model"): 8.0,
    ("game", "screens", "presenter"): 8.1,
    ("game", "screens", "interactions"): 8.2,
    ("game", "screens", "study"): 8.4,
    ("game", "screens", "knowledge"): 8.3,
    ("game", "screens", "settings"): 8.5,
    ("game", "screens", "solo"): 8.6,
    ("game", "screens", "classroom"): 8.7,
    ("game", "screens", "workshop"): 8.8,
    ("game", "screens", "app"): 8.9,
    ("game", "terminal"): 9,
    ("game", "window"): 9,
    ("game", "cli"): 10,
}


def module_of(path):
    """Returns the key in FLOORS of a file's module, or None when no module of the table has it."""
    parts = tuple(path.split("/"))
    return next((parts[:n] for n in (3, 2) if len(parts) > n and parts[:n] in FLOORS), None)


WINDOW = ("engine/stage", "game/window")
EVERYWHERE = tuple("/".join(module) for module in FLOORS)

# Header prefix: (Debian package, modules that may include it).
LIBRARIES = {
    # g++ 12 has neither std::format nor std::expected; these two libraries replace them.
    "fmt/": ("libfmt-dev", EVERYWHERE),
    "tl/expected.hpp": ("libexpected-dev", EVERYWHERE),
    "utf8proc.h": ("libutf8proc-dev", ("engine/base",)),
    "nlohmann/": ("nlohmann-json3-dev", ("engine/json",)),
    "xxhash.h": ("libxxhash-dev", ("engine/content", "engine/quiz")),
    "re2/": ("libre2-dev", ("engine/content",)),
    "muParser": ("libmuparser-dev", ("engine/content",)),
    "sqlite3.h": ("libsqlite3-dev", ("engine/store",)),
    "pugixml.hpp": ("libpugixml-dev", ("engine/content", "game/print")),
    "librsvg/": ("librsvg2-dev", ("engine/figure",)),
    "archive": ("libarchive-dev", ("engine/interop",)),
    "uuid/": ("uuid-dev", ("engine/base",)),
    "zlib.h": ("zlib1g-dev", ("engine/store",)),
    "SFML/": ("libsfml-dev", WINDOW),
    "imgui": ("libimgui-dev", WINDOW),
    "ft2build.h": ("libfreetype-dev", ("engine/stage",)),
    "freetype/": ("libfreetype-dev", ("engine/stage",)),
    "hb.h": ("libharfbuzz-dev", ("engine/stage",)),
    "fribidi.h": ("libfribidi-dev", ("engine/stage",)),
    "AL/": ("libopenal-dev", ("engine/stage",)),
    "GL/": ("libgl-dev", ("engine/stage",)),
    "X11/": ("libx11-dev", WINDOW),
    "CLI/": ("libcli11-dev", ("game/cli",)),
    "doctest/": ("doctest-dev", ()),
    "rapidcheck": ("librapidcheck-dev", ()),
    "benchmark/": ("libbenchmark-dev", ()),
}

# The core depends only on its input: it uses no clock, thread, system call or output.
PURE = ("engine/json", "engine/content", "engine/memory", "engine/text", "engine/quiz", "engine/interop", "engine/study")
NOT_PURE = {"chrono", "ctime", "time.h", "thread", "mutex", "future", "random", "iostream", "csignal"}
# Libraries never print; only the program's own modules may print.
PRINTING = {"iostream", "print"}

STANDARD = set("""
algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv chrono cinttypes climits
clocale cmath codecvt compare complex concepts condition_variable coroutine csetjmp csignal cstdarg cstddef cstdint
cstdio cstdlib cstring ctime cuchar cwchar cwctype deque exception execution filesystem forward_list fstream functional
future initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map memory memory_resource
mutex new numbers numeric optional ostream queue random ranges ratio regex scoped_allocator semaphore set shared_mutex
source_location span sstream stack stdexcept stop_token streambuf string string_view syncstream system_error thread tuple
type_traits typeindex typeinfo unordered_map unordered_set utility valarray variant vector version
""".split())

# System headers, for the modules that use files, terminals and processes.
SYSTEM = {"dirent.h", "dlfcn.h", "fcntl.h", "langinfo.h", "locale.h", "malloc.h", "poll.h", "pwd.h", "signal.h", "spawn.h", "termios.h", "time.h",
          "unistd.h", "sys/file.h", "sys/ioctl.h", "sys/select.h", "sys/stat.h", "sys/types.h", "sys/wait.h"}
SYSTEM_MODULES = ("engine/base", "engine/figure", "engine/store", "engine/runner", "engine/stage", "game/session", "game/terminal", "game/window",
                  "game/cli")
