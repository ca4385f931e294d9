// Loads picture files when a screen first shows them, and forgets those that no screen shows any more.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "engine/stage/geometry.hpp"
#include "engine/stage/rgba.hpp"

namespace sf {
class Image;
class Texture;
} // namespace sf

namespace chelate::stage {

/// The pictures of the screen, by the path of their file. Loading them needs no display; only their textures do.
class Pictures {
public:
    Pictures();
    ~Pictures();
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;

    /// Returns the size of a picture in pixels, turned upright, or nothing when its file is missing, broken or too
    /// large (see base/picture_file.hpp). A file that has changed is read again.
    [[nodiscard]] std::optional<Vec> size(const std::string& path);
    /// Returns the mean colour of what can be seen of a picture with see-through parts; nothing when it has none.
    [[nodiscard]] std::optional<Rgba> ink(const std::string& path);
    /// Returns the texture of a picture, or null when there is none.
    [[nodiscard]] const sf::Texture* texture(const std::string& path);
    /// Forgets the pictures that were not drawn lately.
    void begin_frame();

private:
    struct Loaded {
        std::filesystem::file_time_type changed{};
        Vec size;
        std::optional<Rgba> ink{};
        std::unique_ptr<sf::Image> image; ///< until there is a texture
        std::unique_ptr<sf::Texture> texture;
        std::uint64_t used = 0; ///< the frame in which it was last asked for
    };
    std::map<std::string, Loaded> loaded_;
    std::uint64_t frame_ = 0;
};

} // namespace chelate::stage
