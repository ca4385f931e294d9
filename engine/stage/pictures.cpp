#include "engine/stage/pictures.hpp"

#include <algorithm>
#include <ostream>
#include <system_error>

#include <SFML/Graphics/Image.hpp>
#include <SFML/Graphics/Texture.hpp>
#include <SFML/System/Err.hpp>

#include "engine/base/folders.hpp"
#include "engine/base/picture_file.hpp"

namespace chelate::stage {
namespace {

// Decodes a picture. SFML would report a broken one on stderr, but the screen shows its words instead.
bool decode(const std::string& bytes, sf::Image& image) {
    std::streambuf* const voice = sf::err().rdbuf(nullptr);
    const bool decoded = image.loadFromMemory(bytes.data(), bytes.size());
    sf::err().rdbuf(voice);
    return decoded;
}

// Turns a picture upright. Cameras save it as their sensor saw it, and say in the header how they were held.
sf::Image upright(sf::Image image, unsigned orientation) {
    // From 5 on, rows and columns are exchanged first. What is left is to mirror one way, the other, or both.
    if (orientation >= 5) {
        sf::Image turned;
        turned.create(image.getSize().y, image.getSize().x);
        for (unsigned y = 0; y < image.getSize().y; ++y)
            for (unsigned x = 0; x < image.getSize().x; ++x) turned.setPixel(y, x, image.getPixel(x, y));
        image = std::move(turned);
    }
    if (orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7) image.flipHorizontally();
    if (orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8) image.flipVertically();
    return image;
}

// Returns the mean colour of a picture with see-through parts, weighted by how much can be seen.
std::optional<Rgba> mean_ink(const sf::Image& image) {
    constexpr std::size_t samples = 65536; // enough for a mean, and as quick for a large picture as for a small one
    const std::size_t pixels = std::size_t{image.getSize().x} * image.getSize().y;
    const std::size_t step = std::max<std::size_t>(1, pixels / samples);
    std::uint64_t red = 0;
    std::uint64_t green = 0;
    std::uint64_t blue = 0;
    std::uint64_t seen = 0;
    bool opaque = true;
    for (std::size_t i = 0; i < pixels; i += step) {
        const sf::Uint8* pixel = image.getPixelsPtr() + 4 * i;
        const std::uint64_t alpha = pixel[3];
        opaque = opaque && alpha == 255;
        red += alpha * pixel[0];
        green += alpha * pixel[1];
        blue += alpha * pixel[2];
        seen += alpha;
    }
    if (opaque || seen == 0) return std::nullopt;
    return Rgba{static_cast<std::uint8_t>(red / seen), static_cast<std::uint8_t>(green / seen),
                static_cast<std::uint8_t>(blue / seen)};
}

// A screen at rest draws no frames, so this is long in time and short while things move.
constexpr std::uint64_t frames_kept = 600;

} // namespace

Pictures::Pictures() = default;
Pictures::~Pictures() = default;

std::optional<Vec> Pictures::size(const std::string& path) {
    std::error_code missing;
    const auto changed = std::filesystem::last_write_time(path, missing);
    if (missing) return std::nullopt;
    const auto [entry, is_new] = loaded_.try_emplace(path);
    Loaded& picture = entry->second;
    picture.used = frame_;
    if (is_new || picture.changed != changed) {
        picture = {.changed = changed, .size = {}, .ink = {}, .image = {}, .texture = {}, .used = frame_};
        const auto bytes = read_file(path, largest_picture_file);
        auto image = std::make_unique<sf::Image>();
        // The header is checked before anything is decoded, so a small file cannot ask for gigabytes.
        const auto header = bytes ? picture_header(*bytes) : fail("not-a-picture");
        if (header && decode(*bytes, *image)) {
            if (header->orientation != 1) *image = upright(std::move(*image), header->orientation);
            picture.ink = mean_ink(*image);
            picture.size = {static_cast<float>(image->getSize().x), static_cast<float>(image->getSize().y)};
            picture.image = std::move(image);
        }
    }
    if (picture.size.x < 1 || picture.size.y < 1) return std::nullopt;
    return picture.size;
}

std::optional<Rgba> Pictures::ink(const std::string& path) { return size(path) ? loaded_.at(path).ink : std::nullopt; }

const sf::Texture* Pictures::texture(const std::string& path) {
    if (!size(path)) return nullptr;
    Loaded& picture = loaded_.at(path);
    if (!picture.texture && picture.image) {
        auto texture = std::make_unique<sf::Texture>();
        if (!texture->loadFromImage(*picture.image)) return nullptr;
        texture->setSmooth(true);
        (void)texture->generateMipmap(); // large photos are drawn small
        picture.texture = std::move(texture);
        picture.image.reset();
    }
    return picture.texture.get();
}

void Pictures::begin_frame() {
    ++frame_;
    std::erase_if(loaded_, [this](const auto& entry) { return entry.second.used + frames_kept < frame_; });
}

} // namespace chelate::stage
