#include "engine/stage/text_layout.hpp"

#include <algorithm>
#include <limits>

#include "engine/base/amount.hpp"
#include "engine/base/scripts.hpp"
#include "engine/base/text.hpp"
#include "engine/stage/shaped_line.hpp"

namespace chelate::stage {
namespace {

bool breaks_word_after(char32_t code) {
    return code == U'-' || code == U'/' || code == 0x2010 || code == 0x2013 || code == 0x2014;
}

char32_t code_at(std::string_view text, std::size_t at) {
    text.remove_prefix(at);
    return text.empty() ? U' ' : take_code_point(text);
}

char32_t last_code(std::string_view text) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return code_at(text, at);
}

// Punctuation and small kana that no line starts with, and brackets that none ends with.
// Source: www.w3.org/TR/jlreq, 3.1.7 and 3.1.8.
constexpr std::u32string_view never_first =
    U"、。，．・：；？！ー’”）〕］｝〉》」』】〙〗々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
    U"…‥°′″％,.:;?!)]}%";
constexpr std::u32string_view never_last = U"‘“（〔［｛〈《「『【〘〖([{";

// Returns whether a syllable ends between two letters of Thai or Lao, which have no spaces between words. A vowel that
// is written before its consonant begins a syllable, and some signs end one. Only a dictionary would find more.
bool ends_syllable(char32_t last, char32_t next) {
    const auto in = [](char32_t code, char32_t first, char32_t end) { return code >= first && code <= end; };
    const bool written_before = in(next, 0x0E40, 0x0E44) || in(next, 0x0EC0, 0x0EC4);
    const bool is_consonant = in(next, 0x0E01, 0x0E2E) || in(next, 0x0E81, 0x0EAE);
    constexpr std::u32string_view ends = U"ะำๆฯະຳໆ";
    if (written_before) return in(last, 0x0E01, 0x0EFF);
    return is_consonant && ends.find(last) != std::u32string_view::npos;
}

// Returns whether a line may end at a place in a text. @param place  neither its start nor its end
bool may_end_line(std::string_view text, std::size_t place) {
    const char32_t last = last_code(text.substr(0, place));
    const char32_t next = code_at(text, place);
    if (last == U' ') return !is_inside_amount(text, place - 1);
    if (last == 0x3000 || last == 0x200B) return true;
    const auto breaks_anywhere = [](char32_t code) {
        const Script* script = script_of(code);
        return script != nullptr && script->breaks_anywhere;
    };
    if (ends_syllable(last, next)) return true;
    return (breaks_anywhere(last) || breaks_anywhere(next)) && next != U' ' &&
           never_first.find(next) == std::u32string_view::npos && never_last.find(last) == std::u32string_view::npos;
}

// Marks above and below letters need more space than Latin headings have.
constexpr float tall_leading = 1.45F;

// Text laid out at exactly its measured width must not wrap, although sums of floats differ in their last digits.
constexpr float half_pixel = 0.5F;

struct Wrapper {
    const Fonts& fonts;
    TextStyle style;
    float max_width;
    int max_characters;
    std::vector<TextLine> lines{};

    void push(std::string_view line, bool right_to_left = false) {
        while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
        lines.push_back({std::string(line), text_width(fonts, line, style), right_to_left});
    }

    // Breaks one paragraph into lines. Walks along the characters and remembers the last place where a line may end.
    void paragraph(std::string_view text) {
        std::string_view rest = text;
        const char* start = text.data();
        const char* last_break = nullptr;  // after a space
        const char* last_hyphen = nullptr; // inside a word or an amount, used when there is no better place
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
            const bool inside_amount =
                code == U' ' && is_inside_amount(text, static_cast<std::size_t>(here - text.data()));
            if (code == U' ' && !inside_amount) last_break = rest.data();
            else if (inside_amount || breaks_word_after(code)) last_hyphen = rest.data();
        }
        push({start, static_cast<std::size_t>(text.data() + text.size() - start)});
    }

    // The same for a paragraph whose letters depend on each other.
    void shaped_paragraph(std::string_view text) {
        const bool right_to_left = is_right_to_left(text);
        const std::vector<Cluster> clusters = clusters_of(fonts, text, style);
        std::size_t start = 0;
        std::size_t last_break = 0; // the first cluster of the next line; 0: no place yet
        std::size_t last_hyphen = 0;
        float width = 0;
        const auto begin_of = [&](std::size_t i) { return i < clusters.size() ? clusters[i].begin : text.size(); };
        for (std::size_t i = 0; i < clusters.size(); ++i) {
            const bool full = width + clusters[i].width > max_width + half_pixel ||
                              (max_characters > 0 && i - start >= static_cast<std::size_t>(max_characters));
            if (full && text[clusters[i].begin] != ' ' && i != start) {
                const std::size_t end = last_break != 0 ? last_break : last_hyphen != 0 ? last_hyphen : i;
                push(text.substr(begin_of(start), begin_of(end) - begin_of(start)), right_to_left);
                start = end;
                last_break = 0;
                last_hyphen = 0;
                width = 0;
                for (std::size_t k = start; k < i; ++k) width += clusters[k].width;
            }
            width += clusters[i].width;
            const char32_t code = code_at(text, clusters[i].begin);
            if (may_end_line(text, clusters[i].end)) last_break = i + 1;
            else if (code == U' ' || breaks_word_after(code)) last_hyphen = i + 1;
        }
        push(text.substr(begin_of(start)), right_to_left);
    }

    void run(std::string_view text) {
        lines.clear();
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            const std::string_view one = text.substr(0, end);
            if (end == 0) lines.push_back({});
            else if (needs_shaping(one, style)) shaped_paragraph(one);
            else paragraph(one);
            text.remove_prefix(std::min(text.size(), end + 1));
        }
    }
};

} // namespace

float text_width(const Fonts& fonts, std::string_view text, TextStyle style) {
    float width = 0;
    if (needs_shaping(text, style)) {
        for (const Cluster& cluster : clusters_of(fonts, text, style)) width += cluster.width;
        return width;
    }
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
    const float leading = script_letters(shown).empty() ? setting.leading : std::max(setting.leading, tall_leading);
    block.line_height = fonts.em(style.type) * leading;
    return block;
}

} // namespace chelate::stage
