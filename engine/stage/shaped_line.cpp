#include "engine/stage/shaped_line.hpp"

#include <algorithm>
#include <cmath>

#include <fribidi.h>

#include "engine/base/scripts.hpp"
#include "engine/stage/script_fonts.hpp"

namespace chelate::stage {
namespace {

using Face = ScriptFonts::Face;

// A character, the font of its cluster, and its level: even ones run from left to right, odd ones from right to left.
struct Letter {
    char32_t code = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool joins = false; // belongs to the cluster of the letter before it
    Face face = ScriptFonts::none;
    FriBidiLevel level = 0;
};

// Part of a line in one font and one direction.
struct Segment {
    std::size_t first = 0;
    std::size_t last = 0; // one past the end
    Face face = ScriptFonts::none;
    FriBidiLevel level = 0;
};

// Joiners and variation selectors change the letter before them and are never seen themselves.
bool is_unseen(char32_t code) {
    return code == 0x200B || code == 0x200C || code == 0x200D || (code >= 0xFE00 && code <= 0xFE0F) ||
           (code >= 0xE0100 && code <= 0xE01EF);
}

bool joins_before(char32_t code) {
    if (code < 0x300) return false;
    return (code != 0x200B && is_unseen(code)) || fribidi_get_bidi_type(code) == FRIBIDI_TYPE_NSM;
}

// Thai and Lao write some vowels before their consonant and some behind it.
bool stands_before_its_consonant(char32_t code) {
    return (code >= 0x0E40 && code <= 0x0E44) || (code >= 0x0EC0 && code <= 0x0EC4);
}

bool stands_behind_its_consonant(char32_t code) {
    return code == 0x0E30 || code == 0x0E32 || code == 0x0E33 || code == 0x0E45 || code == 0x0EB0 || code == 0x0EB2 ||
           code == 0x0EB3;
}

std::vector<Letter> letters_of(std::string_view text) {
    std::vector<Letter> letters;
    std::string_view rest = text;
    while (!rest.empty()) {
        Letter letter;
        letter.begin = static_cast<std::uint32_t>(rest.data() - text.data());
        letter.code = take_code_point(rest);
        letter.end = static_cast<std::uint32_t>(rest.data() - text.data());
        letter.joins = !letters.empty() && (joins_before(letter.code) || stands_behind_its_consonant(letter.code) ||
                                            stands_before_its_consonant(letters.back().code));
        letters.push_back(letter);
    }
    return letters;
}

bool uses(const std::vector<Letter>& letters, std::string_view script) {
    return std::any_of(letters.begin(), letters.end(), [script](const Letter& letter) {
        const Script* own = script_of(letter.code);
        return own != nullptr && own->name == script;
    });
}

// Gives each cluster the first font that has all of it, else the first that has its letter. A single character of the
// atlas needs none.
void choose_faces(const Fonts& fonts, std::vector<Letter>& letters, TextStyle style) {
    ScriptFonts& scripts = fonts.scripts();
    const bool japanese = uses(letters, "japanese");
    const bool korean = uses(letters, "korean");
    for (std::size_t first = 0; first < letters.size();) {
        std::size_t last = first + 1;
        while (last < letters.size() && letters[last].joins) ++last;
        const char32_t base = letters[first].code;
        Face face = ScriptFonts::none;
        if ((last > first + 1 || !Fonts::is_in_atlas(base, style)) && !is_unseen(base)) {
            const auto has_all = [&](Face tried) {
                return std::all_of(letters.begin() + static_cast<std::ptrdiff_t>(first),
                                   letters.begin() + static_cast<std::ptrdiff_t>(last), [&](const Letter& letter) {
                                       return is_unseen(letter.code) || scripts.has(tried, letter.code);
                                   });
            };
            face = scripts.find(base, style.weight, japanese, korean);
            const Face own_face = style.weight == Weight::semibold ? 1 : 0;
            for (const Face own : {face, own_face, own_face + 2}) {
                if (!has_all(own)) continue;
                face = own;
                break;
            }
        }
        for (; first < last; ++first) letters[first].face = face;
    }
}

// Finds the level of each letter. Returns at once when nothing runs from right to left.
void find_levels(std::vector<Letter>& letters, bool right_to_left) {
    const auto turns = [](const Letter& letter) {
        return letter.code >= 0x590 && FRIBIDI_IS_RTL(fribidi_get_bidi_type(letter.code));
    };
    if (!right_to_left && std::none_of(letters.begin(), letters.end(), turns)) return;
    const auto count = static_cast<FriBidiStrIndex>(letters.size());
    std::vector<FriBidiChar> codes;
    for (const Letter& letter : letters) codes.push_back(letter.code);
    std::vector<FriBidiCharType> types(codes.size());
    std::vector<FriBidiBracketType> brackets(codes.size());
    std::vector<FriBidiLevel> levels(codes.size());
    fribidi_get_bidi_types(codes.data(), count, types.data());
    fribidi_get_bracket_types(codes.data(), count, types.data(), brackets.data());
    FriBidiParType base = right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &base, levels.data()) == 0) return;
    for (std::size_t i = 0; i < letters.size(); ++i) letters[i].level = levels[i];
}

// Returns the parts of a line in the order of its letters.
std::vector<Segment> segments_of(const std::vector<Letter>& letters) {
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const Letter& letter = letters[i];
        const bool continues = !segments.empty() && segments.back().face == letter.face &&
                               (letter.joins || segments.back().level == letter.level);
        if (continues) segments.back().last = i + 1;
        else segments.push_back({i, i + 1, letter.face, letter.level});
    }
    return segments;
}

// Puts segments in the order in which they are seen: rule L2 of unicode.org/reports/tr9.
void reorder(std::vector<Segment>& segments) {
    int highest = 0;
    for (const Segment& segment : segments) highest = std::max<int>(highest, segment.level);
    for (int level = highest; level > 0; --level) {
        for (auto from = segments.begin(); from != segments.end();) {
            auto to = from;
            while (to != segments.end() && to->level >= level) ++to;
            std::reverse(from, to);
            from = to == segments.end() ? to : to + 1;
        }
    }
}

std::string_view text_of(const Segment& segment, const std::vector<Letter>& letters, std::string_view text) {
    const std::uint32_t begin = letters[segment.first].begin;
    return text.substr(begin, letters[segment.last - 1].end - begin);
}

bool runs_left(const Segment& segment) { return segment.level % 2 == 1; }

// Adds characters of the atlas.
void place_plain(const Fonts& fonts, const Segment& segment, const std::vector<Letter>& letters, TextStyle style,
                 ShapedLine& line) {
    for (std::size_t n = 0; n < segment.last - segment.first; ++n) {
        char32_t code = letters[runs_left(segment) ? segment.last - 1 - n : segment.first + n].code;
        if (is_unseen(code)) continue;
        FriBidiChar mirrored = 0;
        if (runs_left(segment) && fribidi_get_mirror_char(code, &mirrored) != 0) code = mirrored;
        const Glyph glyph = fonts.glyph(code, style);
        line.glyphs.push_back({glyph, line.width});
        line.width += glyph.advance;
    }
}

// Adds glyphs of another font.
void place_shaped(const Fonts& fonts, const Segment& segment, std::string_view text, TextStyle style,
                  ShapedLine& line) {
    const float em = fonts.em(style.type);
    const float baseline = fonts.baseline(style);
    for (const RunGlyph& run : fonts.scripts().shape(segment.face, text, runs_left(segment))) {
        Glyph glyph = fonts.scripts().picture(segment.face, run.id, em, fonts.atlas_height());
        const float down = std::round(baseline - run.y * em);
        glyph.y0 += down;
        glyph.y1 += down;
        glyph.advance = run.advance * em;
        line.glyphs.push_back({glyph, line.width + run.x * em, run.id});
        line.width += glyph.advance;
    }
}

// Returns the widths of letters by the offset of their first byte. A letter that is part of the glyph of another has
// none.
std::vector<float> widths_of(const Fonts& fonts, std::string_view text, const std::vector<Letter>& letters,
                             const std::vector<Segment>& segments, TextStyle style) {
    std::vector<float> widths(text.size() + 1);
    for (const Segment& segment : segments) {
        if (segment.face == ScriptFonts::none) {
            for (std::size_t i = segment.first; i < segment.last; ++i) {
                if (!is_unseen(letters[i].code)) widths[letters[i].begin] = fonts.glyph(letters[i].code, style).advance;
            }
            continue;
        }
        const std::uint32_t begin = letters[segment.first].begin;
        for (const RunGlyph& run :
             fonts.scripts().shape(segment.face, text_of(segment, letters, text), runs_left(segment)))
            widths[begin + run.offset] += run.advance * fonts.em(style.type);
    }
    return widths;
}

} // namespace

bool needs_shaping(std::string_view text, TextStyle style) {
    while (!text.empty()) {
        if (static_cast<unsigned char>(text.front()) < 0x80) {
            text.remove_prefix(1);
            continue;
        }
        const char32_t code = take_code_point(text);
        if (!Fonts::is_in_atlas(code, style) && code != 0xFFFD) return true;
    }
    return false;
}

bool is_right_to_left(std::string_view paragraph) {
    while (!paragraph.empty()) {
        const FriBidiCharType type = fribidi_get_bidi_type(take_code_point(paragraph));
        if (FRIBIDI_IS_LETTER(type)) return FRIBIDI_IS_RTL(type);
    }
    return false;
}

ShapedLine shape_line(const Fonts& fonts, std::string_view text, TextStyle style, bool right_to_left) {
    std::vector<Letter> letters = letters_of(text);
    choose_faces(fonts, letters, style);
    find_levels(letters, right_to_left);
    std::vector<Segment> segments = segments_of(letters);
    reorder(segments);
    ShapedLine line;
    for (const Segment& segment : segments) {
        if (segment.face == ScriptFonts::none) place_plain(fonts, segment, letters, style, line);
        else place_shaped(fonts, segment, text_of(segment, letters, text), style, line);
    }
    return line;
}

float caret_x(const Fonts& fonts, std::string_view text, std::size_t caret, TextStyle style) {
    std::vector<Letter> letters = letters_of(text);
    choose_faces(fonts, letters, style);
    find_levels(letters, is_right_to_left(text));
    std::vector<Segment> segments = segments_of(letters);
    const std::vector<float> widths = widths_of(fonts, text, letters, segments, style);
    reorder(segments);
    float x = 0;
    for (const Segment& segment : segments) {
        for (std::size_t n = 0; n < segment.last - segment.first; ++n) {
            const std::size_t i = runs_left(segment) ? segment.last - 1 - n : segment.first + n;
            const float width = widths[letters[i].begin];
            // The caret is behind the letter before it. At the start it is before the first letter.
            if (letters[i].end == caret) return runs_left(segment) ? x : x + width;
            if (caret == 0 && i == 0) return runs_left(segment) ? x + width : x;
            x += width;
        }
    }
    return 0;
}

std::vector<Cluster> clusters_of(const Fonts& fonts, std::string_view text, TextStyle style) {
    std::vector<Letter> letters = letters_of(text);
    choose_faces(fonts, letters, style);
    find_levels(letters, is_right_to_left(text));
    const std::vector<float> widths = widths_of(fonts, text, letters, segments_of(letters), style);
    std::vector<Cluster> clusters;
    for (const Letter& letter : letters) {
        if (letter.joins) clusters.back().end = letter.end;
        else clusters.push_back({letter.begin, letter.end, 0});
        clusters.back().width += widths[letter.begin];
    }
    return clusters;
}

} // namespace chelate::stage
