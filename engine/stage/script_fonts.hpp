// Opens the fonts of scripts that the atlas lacks, when a text first needs them, and shapes and draws their glyphs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/stage/fonts.hpp"
#include "engine/stage/glyph_sheet.hpp"

namespace chelate::stage {

/// A glyph of a shaped run. Lengths are in ems.
struct RunGlyph {
    std::uint32_t id = 0;     ///< in its font
    std::uint32_t offset = 0; ///< of its first character in the run, bytes
    float advance = 0;
    float x = 0; ///< shift to the right
    float y = 0; ///< shift upwards
};

class ScriptFonts {
public:
    /// The index of a font. `none` means that no font has the character.
    using Face = std::size_t;
    static constexpr Face none = static_cast<Face>(-1);

    /// Takes the program's own fonts, which also have characters that are not in the atlas.
    /// @param noto  the folder that has the Noto fonts of Debian
    ScriptFonts(const std::array<FontFile, 4>& own, std::filesystem::path noto);
    ~ScriptFonts();
    ScriptFonts(const ScriptFonts&) = delete;
    ScriptFonts& operator=(const ScriptFonts&) = delete;

    /// Returns the first font that has a character. @param japanese, korean  which shapes Chinese characters have
    [[nodiscard]] Face find(char32_t code, Weight weight, bool japanese = false, bool korean = false);
    [[nodiscard]] bool has(Face face, char32_t code);

    /// Returns the glyphs of a text in one script, from left to right. The reference is valid until the next call.
    [[nodiscard]] const std::vector<RunGlyph>& shape(Face face, std::string_view text, bool right_to_left);

    /// Returns the picture of a glyph at a size. Its y0 and y1 are relative to the baseline.
    /// @param atlas_height  rows of the texture above the sheet
    [[nodiscard]] Glyph picture(Face face, std::uint32_t id, float em_pixels, unsigned atlas_height);

    /// Forgets all pictures. @param width  of the atlas above the sheet
    void reset(unsigned width);
    /// Makes space for the glyphs of a frame.
    void begin_frame();
    [[nodiscard]] const GlyphSheet& sheet() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace chelate::stage
