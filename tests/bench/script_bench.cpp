// Measures what it costs to lay out and draw a text whose letters must be shaped, compared with Latin letters.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "engine/stage/painter.hpp"
#include "engine/stage/text_layout.hpp"

namespace {

using namespace chelate::stage;

constexpr int frames = 400;
constexpr int lines = 20; ///< of about 60 letters; a full screen has fewer

struct Sample {
    const char* script;
    const char* text;
};

constexpr Sample samples[] = {{"latin", "Which of these metals is in the chlorophyll of green plants? "},
                              {"arabic", "أي من هذه المعادن موجود في الكلوروفيل في النباتات الخضراء؟ "},
                              {"devanagari", "इनमें से कौन सी धातु हरे पौधों के क्लोरोफिल में पाई जाती है? "},
                              {"chinese", "以下哪种金属存在于绿色植物的叶绿素中？请选择正确的答案，并说明理由。它的原子"
                                          "序数是十二，化学符号是什么？在自然界中很常见。"}};

/// Returns the median time of a frame in microseconds, after the first frame.
double time_of(const Fonts& fonts, const std::string& text) {
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
        const auto start = std::chrono::steady_clock::now();
        Painter painter(fonts);
        painter.begin();
        painter.text(lay_out(fonts, text, {}, {.max_width = 560}), {0, 0}, {255, 255, 255, 255});
        const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
        if (i > 0) times.push_back(took.count());
    }
    std::nth_element(times.begin(), times.begin() + frames / 2, times.end());
    return times[frames / 2];
}

} // namespace

int main() {
    Fonts fonts = Fonts::open().value();
    fonts.build({15, 19, 28, 50});
    double latin = 0;
    for (const Sample& sample : samples) {
        std::string text;
        for (int i = 0; i < lines; ++i) text += sample.text;
        const double took = time_of(fonts, text);
        if (latin == 0) latin = took;
        std::printf("{\"bench\": \"script\", \"script\": \"%s\", \"us\": %.1f, \"ratio\": %.2f}\n", sample.script, took,
                    took / latin);
    }
}
