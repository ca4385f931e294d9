// Measures what reading a question takes from a GIFT file of 10,000.
#include <cstdio>
#include <string>
#include <vector>

#include "engine/base/rng.hpp"
#include "engine/interop/imported.hpp"
#include "tests/bench/baseline.hpp"

namespace {

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

} // namespace

int main() {
    const std::string text = file();
    std::size_t kept = 0;
    std::vector<double> ratios;
    std::vector<double> seconds;
    for (int i = 0; i < runs; ++i) {
        const auto took =
            chelate::bench::beside_hashing([&] { kept = chelate::interop::read_gift(text).questions.size(); });
        ratios.push_back(took.kibibytes_each(questions));
        seconds.push_back(took.seconds);
    }
    const double median = chelate::bench::quantile(seconds, 0.5);
    std::printf("{\"bench\":\"gift\",\"questions\":%d,\"kept\":%zu,\"megabytes\":%.1f,\"kibibytes_each\":%.3f,"
                "\"per_second\":%.0f,\"ms\":%.1f}\n",
                questions, kept, static_cast<double>(text.size()) / 1e6, chelate::bench::quantile(ratios, 0.5),
                questions / median, median * 1e3);
    return kept == questions ? 0 : 1;
}
