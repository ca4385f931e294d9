// The type of the stage: Inter in four sizes, DejaVu for what Inter lacks, in one texture shared with Dear ImGui.
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

enum class Type : std::uint8_t { caption, body, title, display };
enum class Weight : std::uint8_t { regular, semibold };

struct TextStyle {
    Type type = Type::body;
    Weight weight = Weight::regular;
    bool operator==(const TextStyle&) const = default;
};

/// A font file and the package that brings it.
struct FontFile {
    std::filesystem::path path;
    const char* family;
    const char* package;
};

/// Where Debian keeps them: Inter Regular, Inter SemiBold, DejaVu Sans, DejaVu Sans Bold.
[[nodiscard]] std::array<FontFile, 4> system_font_files();

/// A character ready to be drawn, in pixels from the pen (x) and the top of the line's em box (y).
struct Glyph {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0; ///< pixels of the texture
    float advance = 0;
    bool visible = false;
};

/// Owns the atlas. Building needs no display; only the texture made of it does.
class Fonts {
public:
    /// Errors: font-missing {family, package, path}, font-unreadable {family, path}.
    static Result<Fonts> open(const std::array<FontFile, 4>& files = system_font_files());
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;
    ~Fonts();

    /// Bakes the glyphs for these sizes (pixels of the em; caption, body, title, display). Sizes whose glyphs would be
    /// higher than `largest_baked` are baked at that height and drawn scaled. Never fails for sizes in 6..2000.
    void build(const std::array<float, 4>& em_pixels);

    [[nodiscard]] float em(Type type) const;                         ///< pixels
    [[nodiscard]] Glyph glyph(char32_t code, TextStyle style) const; ///< a box-like sign when no font has it
    [[nodiscard]] float baseline(TextStyle style) const;             ///< from the top of the glyph box, pixels
    [[nodiscard]] float box_height(TextStyle style) const;           ///< ascent and descent together, pixels
    [[nodiscard]] ImFont* imgui(TextStyle style) const;              ///< for PushFont
    [[nodiscard]] float imgui_scale(TextStyle style) const;          ///< 1 unless the size is drawn scaled
    [[nodiscard]] ImFontAtlas& atlas() const;
    /// Counts builds, so that owners of textures know when theirs is stale.
    [[nodiscard]] unsigned generation() const;

    /// Code points of a text that body type cannot show, each once, in order of appearance. Invalid UTF-8 gives U+FFFD.
    [[nodiscard]] std::vector<char32_t> undrawable(std::string_view text) const;

    /// The FreeType builder of ImGui 1.86 writes past a buffer of 256 KiB above about 220 px; 160 keeps well clear.
    static constexpr float largest_baked = 160;

private:
    struct Impl;
    explicit Fonts(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// Takes one code point off the front of a UTF-8 text; U+FFFD for a byte that starts none. @pre not empty
[[nodiscard]] char32_t take_code_point(std::string_view& text);

} // namespace chelate::stage
