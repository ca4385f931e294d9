#include "engine/stage/pictures.hpp"

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
        picture = {.changed = changed, .size = {}, .image = {}, .texture = {}, .used = frame_};
        const auto bytes = read_file(path, largest_picture_file);
        auto image = std::make_unique<sf::Image>();
        // The header is checked before anything is decoded, so a small file cannot ask for gigabytes.
        if (bytes && picture_header(*bytes) && decode(*bytes, *image)) {
            picture.size = {static_cast<float>(image->getSize().x), static_cast<float>(image->getSize().y)};
            picture.image = std::move(image);
        }
    }
    if (picture.size.x < 1 || picture.size.y < 1) return std::nullopt;
    return picture.size;
}

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
