#include "engine/stage/script_fonts.hpp"

#include <algorithm>
#include <map>
#include <system_error>
#include <tuple>
#include <unordered_map>

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>

#include "engine/base/scripts.hpp"

namespace chelate::stage {
namespace {

// Shaped words kept for the next frames. A screen has a few hundred.
constexpr std::size_t most_runs = 4096;

// Where a script's font is. A package may lack the semibold weight, and then the regular one serves.
std::filesystem::path file_of(const std::filesystem::path& noto, const Script& script, Weight weight) {
    const bool cjk = script.font == "NotoSansCJK";
    const std::filesystem::path folder = noto / (cjk ? "opentype/noto" : "truetype/noto");
    const auto named = [&](const char* wanted) {
        return folder / (std::string(script.font) + wanted + (cjk ? ".ttc" : ".ttf"));
    };
    std::error_code ignored;
    if (weight == Weight::semibold && std::filesystem::exists(named("-Bold"), ignored)) return named("-Bold");
    return named("-Regular");
}

} // namespace

struct ScriptFonts::Impl {
    template <auto free_it>
    struct Freed {
        template <class T>
        void operator()(T* pointer) const {
            free_it(pointer);
        }
    };

    struct ScriptFace {
        std::filesystem::path path;
        unsigned index = 0; // in a file of several fonts
        bool is_open = false;
        std::unique_ptr<FT_FaceRec_, Freed<FT_Done_Face>> outlines{};
        std::unique_ptr<hb_font_t, Freed<hb_font_destroy>> shaper{};
        float units_per_em = 1;
        std::unordered_map<std::string, std::vector<RunGlyph>> runs{}; // by direction and text
    };

    std::filesystem::path noto;
    std::unique_ptr<FT_LibraryRec_, Freed<FT_Done_FreeType>> library;
    std::vector<ScriptFace> faces;
    std::map<std::tuple<const Script*, Weight, unsigned>, Face> of_script;
    std::map<std::tuple<Face, std::uint32_t, float>, Glyph> pictures;
    GlyphSheet sheet;

    void open(ScriptFace& face) const {
        if (face.is_open) return;
        face.is_open = true;
        FT_Face outlines = nullptr;
        if (!library || FT_New_Face(library.get(), face.path.c_str(), static_cast<FT_Long>(face.index), &outlines) != 0)
            return;
        face.outlines.reset(outlines);
        if (!FT_IS_SCALABLE(outlines)) face.outlines.reset();
        if (!face.outlines) return;
        hb_blob_t* bytes = hb_blob_create_from_file(face.path.c_str());
        hb_face_t* tables = hb_face_create(bytes, face.index);
        face.shaper.reset(hb_font_create(tables));
        face.units_per_em = static_cast<float>(hb_face_get_upem(tables));
        hb_face_destroy(tables);
        hb_blob_destroy(bytes);
    }

    Face face_of(const Script& script, Weight weight, unsigned index) {
        const auto [found, is_new] = of_script.try_emplace({&script, weight, index}, faces.size());
        if (is_new) faces.push_back({.path = file_of(noto, script, weight), .index = index});
        return found->second;
    }
};

ScriptFonts::ScriptFonts(const std::array<FontFile, 4>& own, std::filesystem::path noto)
    : impl_(std::make_unique<Impl>()) {
    impl_->noto = std::move(noto);
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) == 0) impl_->library.reset(library);
    for (const FontFile& file : own) impl_->faces.push_back({.path = file.path});
}

ScriptFonts::~ScriptFonts() = default;

bool ScriptFonts::has(Face face, char32_t code) {
    if (face >= impl_->faces.size()) return false;
    impl_->open(impl_->faces[face]);
    const auto& outlines = impl_->faces[face].outlines;
    return outlines && FT_Get_Char_Index(outlines.get(), code) != 0;
}

ScriptFonts::Face ScriptFonts::find(char32_t code, Weight weight, bool japanese, bool korean) {
    if (const Script* script = script_of(code)) {
        // The fonts of the Chinese, Japanese and Korean file: 0 Japanese, 1 Korean, 2 simplified Chinese.
        const bool shared = script->font == "NotoSansCJK";
        const unsigned index = !shared ? 0 : japanese ? 0 : korean ? 1 : 2;
        const Face face = impl_->face_of(*script, weight, index);
        if (has(face, code)) return face;
    }
    // Inter, then DejaVu; see system_font_files.
    const Face own = weight == Weight::semibold ? 1 : 0;
    for (const Face face : {own, own + 2, Face{2}}) {
        if (has(face, code)) return face;
    }
    return none;
}

const std::vector<RunGlyph>& ScriptFonts::shape(Face face, std::string_view text, bool right_to_left) {
    Impl::ScriptFace& my = impl_->faces[face];
    if (my.runs.size() > most_runs) my.runs.clear();
    const auto [run, is_new] = my.runs.try_emplace((right_to_left ? "<" : ">") + std::string(text));
    std::vector<RunGlyph>& glyphs = run->second;
    if (!is_new || !my.shaper) return glyphs;
    const std::unique_ptr<hb_buffer_t, Impl::Freed<hb_buffer_destroy>> buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_set_direction(buffer.get(), right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer.get(), hb_language_from_string("und", -1)); // not that of the person's system
    hb_buffer_guess_segment_properties(buffer.get());
    hb_shape(my.shaper.get(), buffer.get(), nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* info = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* at = hb_buffer_get_glyph_positions(buffer.get(), &count);
    const auto ems = [&my](hb_position_t units) { return static_cast<float>(units) / my.units_per_em; };
    for (unsigned i = 0; i < count; ++i) {
        glyphs.push_back(
            {info[i].codepoint, info[i].cluster, ems(at[i].x_advance), ems(at[i].x_offset), ems(at[i].y_offset)});
    }
    return glyphs;
}

Glyph ScriptFonts::picture(Face face, std::uint32_t id, float em_pixels, unsigned atlas_height) {
    const auto [entry, is_new] = impl_->pictures.try_emplace({face, id, em_pixels});
    Glyph& glyph = entry->second;
    const auto& outlines = impl_->faces[face].outlines;
    if (!is_new || !outlines) return glyph;
    const float drawn = std::min(em_pixels, Fonts::largest_baked);
    if (FT_Set_Char_Size(outlines.get(), 0, static_cast<FT_F26Dot6>(drawn * 64), 72, 72) != 0) return glyph;
    if (FT_Load_Glyph(outlines.get(), id, FT_LOAD_RENDER | FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0) return glyph;
    const FT_GlyphSlot slot = outlines->glyph;
    const FT_Bitmap& bitmap = slot->bitmap;
    if (bitmap.width == 0 || bitmap.rows == 0 || bitmap.pixel_mode != FT_PIXEL_MODE_GRAY) return glyph;
    const auto place = impl_->sheet.add(bitmap.buffer, bitmap.width, bitmap.rows, bitmap.pitch);
    if (!place) return glyph;
    const float k = em_pixels / drawn;
    const auto width = static_cast<float>(bitmap.width);
    const auto height = static_cast<float>(bitmap.rows);
    glyph.x0 = static_cast<float>(slot->bitmap_left) * k;
    glyph.y0 = -static_cast<float>(slot->bitmap_top) * k;
    glyph.x1 = glyph.x0 + width * k;
    glyph.y1 = glyph.y0 + height * k;
    glyph.u0 = static_cast<float>(place->x);
    glyph.v0 = static_cast<float>(place->y + atlas_height);
    glyph.u1 = glyph.u0 + width;
    glyph.v1 = glyph.v0 + height;
    glyph.visible = true;
    return glyph;
}

void ScriptFonts::reset(unsigned width) {
    impl_->pictures.clear();
    impl_->sheet.reset(width);
}

void ScriptFonts::begin_frame() {
    if (impl_->sheet.is_crowded()) reset(impl_->sheet.width());
}

const GlyphSheet& ScriptFonts::sheet() const { return impl_->sheet; }

} // namespace chelate::stage
