// Measures how many questions are read per second from a GIFT file of 10,000, compared with a bare walk over its lines.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "engine/base/rng.hpp"
#include "engine/interop/imported.hpp"

namespace {

using clock_type = std::chrono::steady_clock;

constexpr int questions = 10'000;
constexpr int runs = 7;

std::string prose(chelate::Rng& rng, int words) {
    static constexpr const char* known[] = {"river",    "longest", "the",     "of",      "which",
                                            "mountain", "country", "capital", "largest", "name"};
    std::string text;
    for (int i = 0; i < words; ++i) text += (i > 0 ? " " : "") + std::string(known[rng.below(std::size(known))]);
    return text;
}

/// Returns a file with all kinds of question in turn. Most are choices, as in teachers' files.
std::string file() {
    chelate::Rng rng{2026};
    std::string text;
    for (int i = 0; i < questions; ++i) {
        const std::string n = std::to_string(i);
        text += "// question: " + n + "\n::Q" + n + ":: " + prose(rng, 9) + " " + n + "? ";
        switch (i % 6) {
        case 0: text += "{T#" + prose(rng, 6) + "}"; break;
        case 1: text += "{=" + prose(rng, 2) + " =%50%" + prose(rng, 3) + " x}"; break;
        case 2: text += "{#" + n + ":2}"; break;
        default:
            text += "{\n\t=" + prose(rng, 3) + " a#" + prose(rng, 5) + "\n\t~" + prose(rng, 3) + " b#" + prose(rng, 5) +
                    "\n\t~" + prose(rng, 3) + " c\n\t~" + prose(rng, 3) + " d\n}";
        }
        text += "\n\n";
    }
    return text;
}

template <class Work>
double best_seconds(Work work) {
    double best = 1e9;
    for (int i = 0; i < runs; ++i) {
        const auto begun = clock_type::now();
        work();
        best = std::min(best, std::chrono::duration<double>(clock_type::now() - begun).count());
    }
    return best;
}

} // namespace

int main() {
    const std::string text = file();
    std::size_t kept = 0;
    const double took = best_seconds([&] { kept = chelate::interop::read_gift(text).questions.size(); });
    std::size_t lines = 0;
    const double walk =
        best_seconds([&] { lines += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')); });
    std::printf("{\"bench\":\"gift\",\"questions\":%d,\"kept\":%zu,\"megabytes\":%.1f,\"per_second\":%.0f,\"ms\":%.1f,"
                "\"walk_ms\":%.2f,\"lines\":%zu}\n",
                questions, kept, static_cast<double>(text.size()) / 1e6, questions / took, took * 1e3, walk * 1e3,
                lines / runs);
    return kept == questions ? 0 : 1;
}
