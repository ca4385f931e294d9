#include "engine/stage/fonts.hpp"

#include <algorithm>
#include <cmath>
#include <system_error>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include <imgui.h>
#include <imgui_freetype.h>

#include "engine/stage/script_fonts.hpp"

namespace chelate::stage {
namespace {

// Replaces a character that no font has. It is not U+FFFD, because Dear ImGui keeps a table for each font that goes
// up to the largest code point.
constexpr ImWchar stand_in = 0x25A1; // white square

// Characters of European languages and of scientific text. Static, because ImGui keeps the pointers.
constexpr ImWchar wide_ranges[] = {
    0x0020, 0x007E, 0x00A0, 0x024F, // Latin
    0x02B0, 0x02DD, 0x0370, 0x03FF, // modifiers, Greek
    0x0400, 0x045F, 0x0490, 0x0491, // Cyrillic
    0x1E00, 0x1EFF,                 // Latin with more accents
    0x2010, 0x2027, 0x202F, 0x203A, 0x2044, 0x2044, 0x2070, 0x209C, 0x20AC, 0x20AC, 0x2103, 0x2103, 0x2116, 0x2116,
    0x2122, 0x2122, 0x2126, 0x2126, 0x212B, 0x212B, 0x2150, 0x215E, 0x2190, 0x2199, 0x21C4, 0x21CC, 0x21D0, 0x21D4,
    0x2202, 0x2202, 0x2206, 0x2206, 0x2211, 0x221E, 0x2227, 0x222B, 0x2248, 0x2248, 0x2260, 0x2267, 0x25A1, 0x25A1,
    0x25B2, 0x25B2, 0x25BC, 0x25BC, 0x25C9, 0x25C9, 0x25CB, 0x25CB, 0x25CE, 0x25CF, 0x2713, 0x2717, 0};
// The same without letters that only names need. A name in another type size borrows the glyphs of body type.
constexpr ImWchar narrow_ranges[] = {0x0020, 0x007E, 0x00A0, 0x00FF, 0x0391, 0x03C9, 0x2010, 0x2027, 0x202F,
                                     0x203A, 0x2070, 0x209C, 0x20AC, 0x20AC, 0x2103, 0x2103, 0x2122, 0x2122,
                                     0x2190, 0x2193, 0x21C4, 0x21CC, 0x2206, 0x2206, 0x2211, 0x2212, 0x221E,
                                     0x221E, 0x2248, 0x2248, 0x2260, 0x2265, 0x25A1, 0x25A1, 0x25B2, 0x25B2,
                                     0x25BC, 0x25BC, 0x25C9, 0x25C9, 0x25CB, 0x25CB, 0x25CE, 0x25CF, 0};

// Display type is only for the program's name, verdicts and scores; more large glyphs would take most of the texture.
constexpr ImWchar display_ranges[] = {0x0020, 0x007E, 0x00A0, 0x00FF, 0x2010, 0x2027, 0x25A1, 0x25A1, 0};

bool in_ranges(const ImWchar* range, char32_t code) {
    for (; *range != 0; range += 2) {
        if (code >= range[0] && code <= range[1]) return true;
    }
    return false;
}

struct Baked {
    TextStyle style;
    const ImWchar* ranges;
};
// Body is first because Dear ImGui uses the first font for itself.
constexpr std::array<Baked, 6> baked{{{{Type::body, Weight::regular}, wide_ranges},
                                      {{Type::body, Weight::semibold}, narrow_ranges},
                                      {{Type::caption, Weight::regular}, narrow_ranges},
                                      {{Type::caption, Weight::semibold}, narrow_ranges},
                                      {{Type::title, Weight::semibold}, narrow_ranges},
                                      {{Type::display, Weight::semibold}, display_ranges}}};

// Returns the space between letters as a share of the em; large type is set tighter.
// Source: Inter's dynamic metrics, rsms.me/inter/dynmetrics.
float tracking(float em) { return -0.0223F + 0.185F * std::exp(-0.1745F * em); }

std::size_t slot_of(TextStyle style) {
    if (style.type == Type::title) return 4;
    if (style.type == Type::display) return 5;
    return (style.type == Type::body ? 0U : 2U) + (style.weight == Weight::semibold ? 1U : 0U);
}

// ImGui asks FreeType for a height of ascent plus descent, but type sizes are given as the em.
float box_per_em(FT_Face face) {
    return static_cast<float>(face->ascender - face->descender) / static_cast<float>(face->units_per_EM);
}

// ImGui rounds every advance up to a whole pixel, which makes text too wide. This restores the font's own advances.
void set_true_advances(ImFont& font, FT_Face face, float em) {
    for (ImFontGlyph& glyph : font.Glyphs) {
        const FT_UInt index = FT_Get_Char_Index(face, glyph.Codepoint);
        FT_Fixed units = 0;
        if (index == 0 || FT_Get_Advance(face, index, FT_LOAD_NO_SCALE, &units) != 0) continue;
        glyph.AdvanceX = (static_cast<float>(units) / static_cast<float>(face->units_per_EM) + tracking(em)) * em;
    }
}

// Gives all digits the same width and centres each one, so that changing numbers do not jitter.
void even_digits(ImFont& font) {
    float widest = 0;
    const auto is_digit = [](const ImFontGlyph& g) { return g.Codepoint >= '0' && g.Codepoint <= '9'; };
    for (const ImFontGlyph& glyph : font.Glyphs) {
        if (is_digit(glyph)) widest = std::max(widest, glyph.AdvanceX);
    }
    for (ImFontGlyph& glyph : font.Glyphs) {
        if (!is_digit(glyph)) continue;
        const float shift = std::round((widest - glyph.AdvanceX) / 2);
        glyph.X0 += shift;
        glyph.X1 += shift;
        glyph.AdvanceX = widest;
    }
}

} // namespace

struct Fonts::Impl {
    struct LibraryCloser {
        void operator()(FT_Library library) const { FT_Done_FreeType(library); }
    };
    struct FaceCloser {
        void operator()(FT_Face face) const { FT_Done_Face(face); }
    };
    using Library = std::unique_ptr<FT_LibraryRec_, LibraryCloser>;
    using Face = std::unique_ptr<FT_FaceRec_, FaceCloser>;

    std::array<FontFile, 4> files;
    Library library;
    std::array<Face, 4> faces;
    ImFontAtlas atlas;
    std::unique_ptr<ScriptFonts> scripts;
    std::array<ImFont*, baked.size()> fonts{};
    std::array<float, 4> em{};
    std::array<float, baked.size()> scale{};
    unsigned generation = 0;

    [[nodiscard]] bool has(char32_t code) const {
        return FT_Get_Char_Index(faces[0].get(), code) != 0 || FT_Get_Char_Index(faces[2].get(), code) != 0;
    }
};

std::array<FontFile, 4> system_font_files() {
    const std::filesystem::path inter = "/usr/share/fonts/opentype/inter";
    const std::filesystem::path dejavu = "/usr/share/fonts/truetype/dejavu";
    return {{{inter / "Inter-Regular.otf", "Inter", "fonts-inter"},
             {inter / "Inter-SemiBold.otf", "Inter SemiBold", "fonts-inter"},
             {dejavu / "DejaVuSans.ttf", "DejaVu Sans", "fonts-dejavu-core"},
             {dejavu / "DejaVuSans-Bold.ttf", "DejaVu Sans Bold", "fonts-dejavu-core"}}};
}

Fonts::Fonts(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;
Fonts::~Fonts() = default;

Result<Fonts> Fonts::open(const std::array<FontFile, 4>& files, const std::filesystem::path& noto) {
    auto impl = std::make_unique<Impl>();
    impl->files = files;
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return fail("font-unreadable", {{"family", "FreeType"}, {"path", ""}});
    impl->library.reset(library);
    for (std::size_t i = 0; i < files.size(); ++i) {
        std::error_code ignored;
        if (!std::filesystem::exists(files[i].path, ignored)) {
            return fail("font-missing",
                        {{"family", files[i].family}, {"package", files[i].package}, {"path", files[i].path.string()}});
        }
        FT_Face face = nullptr;
        if (FT_New_Face(library, files[i].path.c_str(), 0, &face) != 0) {
            return fail("font-unreadable", {{"family", files[i].family}, {"path", files[i].path.string()}});
        }
        impl->faces[i].reset(face);
    }
    impl->scripts = std::make_unique<ScriptFonts>(files, noto);
    return Fonts(std::move(impl));
}

void Fonts::build(const std::array<float, 4>& em_pixels) {
    Impl& my = *impl_;
    my.em = em_pixels;
    my.atlas.Clear();
    my.atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    my.atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    my.atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoPowerOfTwoHeight;
    my.atlas.TexGlyphPadding = 2; // space for bilinear sampling at fractions of a pixel
    std::array<float, baked.size()> em{};
    for (std::size_t i = 0; i < baked.size(); ++i) {
        const std::size_t weight = baked[i].style.weight == Weight::semibold ? 1 : 0;
        const float wanted = em_pixels[static_cast<std::size_t>(baked[i].style.type)];
        const float ratio = box_per_em(my.faces[weight].get());
        const float box = std::min(largest_baked, std::round(wanted * ratio));
        em[i] = box / ratio;
        my.scale[i] = box < largest_baked ? 1.0F : wanted / em[i];
        ImFontConfig config;
        config.OversampleH = 1;
        config.GlyphRanges = baked[i].ranges;
        my.fonts[i] = my.atlas.AddFontFromFileTTF(my.files[weight].path.c_str(), box, &config);
        config.MergeMode = true;
        const float merged = std::min(largest_baked, std::round(em[i] * box_per_em(my.faces[weight + 2].get())));
        my.atlas.AddFontFromFileTTF(my.files[weight + 2].path.c_str(), merged, &config);
    }
    my.atlas.Build();
    my.atlas.ClearInputData(); // frees the files of six fonts; the next build reads them again
    for (std::size_t i = 0; i < baked.size(); ++i) {
        const std::size_t weight = baked[i].style.weight == Weight::semibold ? 1 : 0;
        set_true_advances(*my.fonts[i], my.faces[weight].get(), em[i]);
        even_digits(*my.fonts[i]);
        my.fonts[i]->FallbackChar = stand_in;
        my.fonts[i]->BuildLookupTable();
    }
    my.scripts->reset(static_cast<unsigned>(my.atlas.TexWidth));
    ++my.generation;
}

float Fonts::em(Type type) const { return impl_->em[static_cast<std::size_t>(type)]; }

Glyph Fonts::glyph(char32_t code, TextStyle style) const {
    const Impl& my = *impl_;
    std::size_t slot = slot_of(style);
    const ImWchar wanted = code > 0xFFFF ? stand_in : static_cast<ImWchar>(code);
    const ImFontGlyph* found = my.fonts[slot]->FindGlyphNoFallback(wanted);
    float k = my.scale[slot];
    float drop = 0;
    if (found == nullptr) {
        const std::size_t body = slot_of({Type::body, Weight::regular});
        const float own_baseline = my.fonts[slot]->Ascent * k;
        found = my.fonts[body]->FindGlyph(wanted);
        k = my.scale[body] * em(style.type) / em(Type::body);
        drop = own_baseline - my.fonts[body]->Ascent * k; // puts both on one baseline
    }
    if (found == nullptr) return {};
    const auto width = static_cast<float>(my.atlas.TexWidth);
    const auto height = static_cast<float>(my.atlas.TexHeight);
    return {found->X0 * k,      found->Y0 * k + drop, found->X1 * k,      found->Y1 * k + drop, found->U0 * width,
            found->V0 * height, found->U1 * width,    found->V1 * height, found->AdvanceX * k,  found->Visible != 0};
}

float Fonts::baseline(TextStyle style) const {
    const std::size_t slot = slot_of(style);
    return impl_->fonts[slot]->Ascent * impl_->scale[slot];
}

float Fonts::box_height(TextStyle style) const {
    const std::size_t slot = slot_of(style);
    return impl_->fonts[slot]->FontSize * impl_->scale[slot];
}

ImFont* Fonts::imgui(TextStyle style) const { return impl_->fonts[slot_of(style)]; }
float Fonts::imgui_scale(TextStyle style) const { return impl_->scale[slot_of(style)]; }
ImFontAtlas& Fonts::atlas() const { return impl_->atlas; }
unsigned Fonts::atlas_height() const { return static_cast<unsigned>(impl_->atlas.TexHeight); }
ScriptFonts& Fonts::scripts() const { return *impl_->scripts; }
unsigned Fonts::generation() const { return impl_->generation; }

bool Fonts::is_in_atlas(char32_t code, TextStyle style) { return in_ranges(baked[slot_of(style)].ranges, code); }

std::vector<char32_t> Fonts::undrawable(std::string_view text) const {
    std::vector<char32_t> missing;
    while (!text.empty()) {
        const char32_t code = take_code_point(text);
        const bool drawn = in_ranges(wide_ranges, code)
                               ? impl_->has(code)
                               : impl_->scripts->find(code, Weight::regular) != ScriptFonts::none;
        const bool unseen = code == 0x200C || code == 0x200D || (code >= 0xFE00 && code <= 0xFE0F); // joiners, variants
        if (code == U'\n' || unseen || (code != 0xFFFD && drawn)) continue;
        if (std::find(missing.begin(), missing.end(), code) == missing.end()) missing.push_back(code);
    }
    return missing;
}

char32_t take_code_point(std::string_view& text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
    if (length == 0 || length > text.size()) {
        text.remove_prefix(1);
        return 0xFFFD;
    }
    char32_t code = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto tail = static_cast<unsigned char>(text[i]);
        if ((tail & 0xC0U) != 0x80U) {
            text.remove_prefix(i);
            return 0xFFFD;
        }
        code = (code << 6) | (tail & 0x3FU);
    }
    text.remove_prefix(length);
    return code;
}

} // namespace chelate::stage
