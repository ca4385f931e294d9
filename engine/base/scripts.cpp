#include "engine/base/scripts.hpp"

#include <algorithm>
#include <array>

namespace chelate {
namespace {

constexpr std::string_view core = "fonts-noto-core";
constexpr std::string_view cjk = "fonts-noto-cjk";

constexpr Script armenian{"armenian", core, "NotoSansArmenian", false, false};
constexpr Script hebrew{"hebrew", core, "NotoSansHebrew", false, true};
constexpr Script arabic{"arabic", core, "NotoSansArabic", false, true};
constexpr Script syriac{"syriac", core, "NotoSansSyriac", false, true};
constexpr Script thaana{"thaana", core, "NotoSansThaana", false, true};
constexpr Script devanagari{"devanagari", core, "NotoSansDevanagari", false, false};
constexpr Script bengali{"bengali", core, "NotoSansBengali", false, false};
constexpr Script gurmukhi{"gurmukhi", core, "NotoSansGurmukhi", false, false};
constexpr Script gujarati{"gujarati", core, "NotoSansGujarati", false, false};
constexpr Script odia{"odia", core, "NotoSansOriya", false, false};
constexpr Script tamil{"tamil", core, "NotoSansTamil", false, false};
constexpr Script telugu{"telugu", core, "NotoSansTelugu", false, false};
constexpr Script kannada{"kannada", core, "NotoSansKannada", false, false};
constexpr Script malayalam{"malayalam", core, "NotoSansMalayalam", false, false};
constexpr Script sinhala{"sinhala", core, "NotoSansSinhala", false, false};
constexpr Script thai{"thai", core, "NotoSansThai", false, false};
constexpr Script lao{"lao", core, "NotoSansLao", false, false};
constexpr Script tibetan{"tibetan", core, "NotoSerifTibetan", false, false};
constexpr Script burmese{"burmese", core, "NotoSansMyanmar", false, false};
constexpr Script georgian{"georgian", core, "NotoSansGeorgian", false, false};
constexpr Script hangul{"korean", cjk, "NotoSansCJK", false, false};
constexpr Script ethiopic{"ethiopic", core, "NotoSansEthiopic", false, false};
constexpr Script cherokee{"cherokee", core, "NotoSansCherokee", false, false};
constexpr Script khmer{"khmer", core, "NotoSansKhmer", false, false};
constexpr Script mongolian{"mongolian", core, "NotoSansMongolian", false, false};
constexpr Script kana{"japanese", cjk, "NotoSansCJK", true, false};
constexpr Script han{"chinese", cjk, "NotoSansCJK", true, false};

struct Block {
    char32_t first;
    char32_t last;
    const Script* script;
};

// Source: the blocks of Unicode 15, www.unicode.org/Public/15.0.0/ucd/Blocks.txt. In order.
constexpr std::array<Block, 52> blocks{{
    {0x0530, 0x058F, &armenian},  {0x0590, 0x05FF, &hebrew},     {0x0600, 0x06FF, &arabic},
    {0x0700, 0x074F, &syriac},    {0x0750, 0x077F, &arabic},     {0x0780, 0x07BF, &thaana},
    {0x0860, 0x086F, &syriac},    {0x0870, 0x08FF, &arabic},     {0x0900, 0x097F, &devanagari},
    {0x0980, 0x09FF, &bengali},   {0x0A00, 0x0A7F, &gurmukhi},   {0x0A80, 0x0AFF, &gujarati},
    {0x0B00, 0x0B7F, &odia},      {0x0B80, 0x0BFF, &tamil},      {0x0C00, 0x0C7F, &telugu},
    {0x0C80, 0x0CFF, &kannada},   {0x0D00, 0x0D7F, &malayalam},  {0x0D80, 0x0DFF, &sinhala},
    {0x0E00, 0x0E7F, &thai},      {0x0E80, 0x0EFF, &lao},        {0x0F00, 0x0FFF, &tibetan},
    {0x1000, 0x109F, &burmese},   {0x10A0, 0x10FF, &georgian},   {0x1100, 0x11FF, &hangul},
    {0x1200, 0x139F, &ethiopic},  {0x13A0, 0x13FF, &cherokee},   {0x1780, 0x17FF, &khmer},
    {0x1800, 0x18AF, &mongolian}, {0x19E0, 0x19FF, &khmer},      {0x1C90, 0x1CBF, &georgian},
    {0x2D00, 0x2D2F, &georgian},  {0x2D80, 0x2DDF, &ethiopic},   {0x2E80, 0x303F, &han},
    {0x3040, 0x30FF, &kana},      {0x3100, 0x312F, &han},        {0x3130, 0x318F, &hangul},
    {0x3190, 0x31EF, &han},       {0x31F0, 0x31FF, &kana},       {0x3200, 0x4DBF, &han},
    {0x4E00, 0x9FFF, &han},       {0xA8E0, 0xA8FF, &devanagari}, {0xA960, 0xA97F, &hangul},
    {0xA9E0, 0xA9FF, &burmese},   {0xAA60, 0xAA7F, &burmese},    {0xAB70, 0xABBF, &cherokee},
    {0xAC00, 0xD7FF, &hangul},    {0xF900, 0xFAFF, &han},        {0xFB13, 0xFB17, &armenian},
    {0xFB1D, 0xFB4F, &hebrew},    {0xFB50, 0xFDFF, &arabic},     {0xFE70, 0xFEFE, &arabic},
    {0xFF00, 0xFFEF, &han},
}};

} // namespace

const Script* script_of(char32_t code) {
    if (code < blocks.front().first) return nullptr;
    if (code >= 0x20000 && code <= 0x323AF) return &han;
    const auto block = std::lower_bound(blocks.begin(), blocks.end(), code,
                                        [](const Block& entry, char32_t sought) { return entry.last < sought; });
    return block != blocks.end() && block->first <= code ? block->script : nullptr;
}

std::vector<ScriptLetter> script_letters(std::string_view text) {
    std::vector<ScriptLetter> letters;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = std::min<std::size_t>(text.size() - at, lead < 0xC0   ? 1
                                                                           : lead < 0xE0 ? 2
                                                                           : lead < 0xF0 ? 3
                                                                                         : 4);
        char32_t code = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length; ++i)
            code = (code << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
        if (const Script* script = script_of(code)) letters.push_back({script, text.substr(at, length)});
        at += length;
    }
    return letters;
}

} // namespace chelate
