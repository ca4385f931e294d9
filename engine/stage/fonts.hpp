// Loads the fonts: Inter in four sizes, and DejaVu for what Inter lacks, in one texture shared with Dear ImGui. Other
// scripts are in ScriptFonts.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/base/result.hpp"

struct ImFont;
struct ImFontAtlas;

namespace chelate::stage {

class ScriptFonts;

enum class Type : std::uint8_t { caption, body, title, display };
enum class Weight : std::uint8_t { regular, semibold };

struct TextStyle {
    Type type = Type::body;
    Weight weight = Weight::regular;
    bool operator==(const TextStyle&) const = default;
};

/// A font file and the package that contains it.
struct FontFile {
    std::filesystem::path path;
    const char* family;
    const char* package;
};

/// Returns the paths on Debian of Inter Regular, Inter SemiBold, DejaVu Sans and DejaVu Sans Bold.
[[nodiscard]] std::array<FontFile, 4> system_font_files();

/// A character ready to be drawn. Positions are in pixels from the pen (x) and from the top of the line's em box (y).
struct Glyph {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0; ///< texture coordinates in pixels
    float advance = 0;
    bool visible = false;
};

/// Owns the font atlas. Building it needs no display; only making a texture from it does.
class Fonts {
public:
    /// Opens the font files. Fonts of other scripts are below `noto`, if they are installed.
    /// Errors: font-missing {family, package, path}, font-unreadable {family, path}.
    static Result<Fonts> open(const std::array<FontFile, 4>& files = system_font_files(),
                              const std::filesystem::path& noto = "/usr/share/fonts");
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;
    ~Fonts();

    /// Bakes the glyphs for these em sizes in pixels (caption, body, title, display). A size with glyphs higher than
    /// `largest_baked` is baked at that height and drawn scaled. Never fails for sizes in 6..2000.
    void build(const std::array<float, 4>& em_pixels);

    [[nodiscard]] float em(Type type) const;                         ///< pixels
    [[nodiscard]] Glyph glyph(char32_t code, TextStyle style) const; ///< a white square when no font has the character
    [[nodiscard]] float baseline(TextStyle style) const;             ///< from the top of the glyph box, pixels
    [[nodiscard]] float box_height(TextStyle style) const;           ///< ascent plus descent, pixels
    [[nodiscard]] ImFont* imgui(TextStyle style) const;              ///< for PushFont
    [[nodiscard]] float imgui_scale(TextStyle style) const;          ///< 1 unless the size is drawn scaled
    [[nodiscard]] ImFontAtlas& atlas() const;
    [[nodiscard]] unsigned atlas_height() const; ///< rows of the atlas in its texture; the glyph sheet is below
    /// Returns the fonts of other scripts, which open their files and draw glyphs when a text first needs them.
    [[nodiscard]] ScriptFonts& scripts() const;
    /// Returns the number of builds so far, which tells owners of a texture when theirs is out of date.
    [[nodiscard]] unsigned generation() const;

    /// Returns whether the atlas is made for a character in this style: European letters and the signs of science.
    [[nodiscard]] static bool is_in_atlas(char32_t code, TextStyle style);
    /// Returns the code points of a text that no font can show, each once, in order of appearance.
    /// Invalid UTF-8 gives U+FFFD.
    [[nodiscard]] std::vector<char32_t> undrawable(std::string_view text) const;

    /// Largest height of a baked glyph. Above about 220 px, ImGui 1.86's FreeType builder overruns a buffer of 256
    /// KiB; 160 px is well below that.
    static constexpr float largest_baked = 160;

private:
    struct Impl;
    explicit Fonts(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// Removes one code point from the front of a UTF-8 text and returns it. An invalid byte gives U+FFFD. @pre not empty
[[nodiscard]] char32_t take_code_point(std::string_view& text);

} // namespace chelate::stage
