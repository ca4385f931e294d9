#include "engine/stage/text_layout.hpp"

#include <algorithm>
#include <limits>

#include "engine/base/text.hpp"

namespace chelate::stage {
namespace {

bool breaks_word_after(char32_t code) {
    return code == U'-' || code == U'/' || code == 0x2010 || code == 0x2013 || code == 0x2014;
}

// Text laid out at exactly its measured width must not wrap, although sums of floats differ in their last digits.
constexpr float half_pixel = 0.5F;

struct Wrapper {
    const Fonts& fonts;
    TextStyle style;
    float max_width;
    int max_characters;
    std::vector<TextLine> lines{};

    void push(std::string_view line) {
        while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
        lines.push_back({std::string(line), text_width(fonts, line, style)});
    }

    // Breaks one paragraph into lines. Walks along the characters and remembers the last place where a line may end.
    void paragraph(std::string_view text) {
        std::string_view rest = text;
        const char* start = text.data();
        const char* last_break = nullptr;  // after a space
        const char* last_hyphen = nullptr; // inside a word, used when there is no better place
        float width = 0;
        int count = 0;
        while (!rest.empty()) {
            const char* here = rest.data();
            const char32_t code = take_code_point(rest);
            const float advance = fonts.glyph(code, style).advance;
            const bool full =
                width + advance > max_width + half_pixel || (max_characters > 0 && count >= max_characters);
            if (full && code != U' ' && here != start) {
                const char* end = last_break != nullptr ? last_break : last_hyphen != nullptr ? last_hyphen : here;
                push({start, static_cast<std::size_t>(end - start)});
                start = end;
                last_break = nullptr;
                last_hyphen = nullptr;
                rest = text.substr(static_cast<std::size_t>(start - text.data()));
                width = 0;
                count = 0;
                continue;
            }
            width += advance;
            ++count;
            // A number and its percent sign stay together.
            if (code == U' ' && !rest.starts_with('%')) last_break = rest.data();
            else if (breaks_word_after(code)) last_hyphen = rest.data();
        }
        push({start, static_cast<std::size_t>(text.data() + text.size() - start)});
    }

    void run(std::string_view text) {
        lines.clear();
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            if (end == 0) lines.push_back({});
            else paragraph(text.substr(0, end));
            text.remove_prefix(std::min(text.size(), end + 1));
        }
    }
};

} // namespace

float text_width(const Fonts& fonts, std::string_view text, TextStyle style) {
    float width = 0;
    while (!text.empty()) width += fonts.glyph(take_code_point(text), style).advance;
    return width;
}

TextBlock lay_out(const Fonts& fonts, std::string_view text, TextStyle style, const Setting& setting) {
    const float widest = setting.max_width > 0 ? setting.max_width : std::numeric_limits<float>::max();
    const std::string shown = showable(text);
    Wrapper wrapper{fonts, style, widest, setting.max_characters};
    wrapper.run(shown);
    if (setting.balanced && wrapper.lines.size() > 1 && setting.max_width > 0) {
        const std::size_t wanted = wrapper.lines.size();
        float low = setting.max_width / 2;
        float high = setting.max_width;
        std::vector<TextLine> best = wrapper.lines;
        for (int i = 0; i < 7; ++i) {
            wrapper.max_width = (low + high) / 2;
            wrapper.run(shown);
            if (wrapper.lines.size() <= wanted) {
                best = wrapper.lines;
                high = wrapper.max_width;
            } else {
                low = wrapper.max_width;
            }
        }
        wrapper.lines = std::move(best);
    }
    TextBlock block;
    block.style = style;
    block.lines = std::move(wrapper.lines);
    for (const TextLine& line : block.lines) block.width = std::max(block.width, line.width);
    block.line_height = fonts.em(style.type) * setting.leading;
    return block;
}

} // namespace chelate::stage
