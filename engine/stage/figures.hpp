// The figures of the screen: draws their parts once at the size they are shown and keeps them as textures.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/figure/renderer.hpp"
#include "engine/stage/geometry.hpp"
#include "engine/stage/rgba.hpp"

namespace sf {
class Texture;
}

namespace chelate::stage {

/// Parts of a drawing at one moment, at their place on the screen.
struct PlacedFigure {
    std::shared_ptr<const content::Drawing> drawing;
    std::string style;                     ///< name of the stylesheet
    std::vector<figure::PlacedPart> parts; ///< as in figure::Frame
    Rect rect;                             ///< of the whole drawing
    Rect seen;                             ///< the part of it that is shown
    Rgba light;                            ///< of what glows; its alpha does not matter
    float alpha = 1;
};

/// A part as a piece of a texture, and where that piece lies.
struct PartTexture {
    const sf::Texture* texture = nullptr; ///< null: there is nothing to see
    Rect piece;                           ///< of the texture, pixels
    Vec at;                               ///< of the piece in the picture of the whole drawing, pixels of the screen
    float enlarged = 1;                   ///< pixels of the screen for one of the piece
};

/// All figures that are shown. Opening them needs no display; only their textures do.
class Figures {
public:
    /// @param styles  folder with the stylesheets; empty: there are no figures
    explicit Figures(std::filesystem::path styles = {});
    ~Figures();
    Figures(const Figures&) = delete;
    Figures& operator=(const Figures&) = delete;

    /// Returns where the parts of a drawing lie, in its units; null when figures cannot be drawn here.
    [[nodiscard]] const std::vector<figure::Box>* boxes(const std::shared_ptr<const content::Drawing>& drawing,
                                                        const std::string& style);
    /// Returns whether the parts have their places at this width, so that drawing them takes little time.
    [[nodiscard]] bool is_ready(const std::shared_ptr<const content::Drawing>& drawing, const std::string& style,
                                float width) const;
    /// Returns a part as large as the rectangle of the figure asks. @param lit  its glow, without the part
    [[nodiscard]] PartTexture part(const PlacedFigure& figure, std::size_t index, bool lit);
    /// Forgets the figures that were not drawn lately.
    void begin_frame();

private:
    struct Sheet;
    Sheet* sheet(const std::shared_ptr<const content::Drawing>& drawing, const std::string& style);

    std::filesystem::path styles_;
    std::map<std::pair<const content::Drawing*, std::string>, std::unique_ptr<Sheet>> sheets_;
    std::uint64_t frame_ = 0;
};

} // namespace chelate::stage
