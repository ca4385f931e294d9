// Reads the images of a pack and checks their files.
#include "engine/content/image.hpp"

#include "engine/base/picture_file.hpp"
#include "engine/content/draft.hpp"
#include "engine/content/files.hpp"

namespace chelate::content {
namespace {

constexpr std::size_t longest_alt = 300;
constexpr std::size_t most_picture_bytes = 64 * 1024 * 1024; // of all pictures of a pack

/// Returns what is wrong with a picture file, or an error without a code when it is sound.
Error problem_of_file(Draft& draft, const std::string& file) {
    const auto bytes = load(draft.folder, file, largest_picture_file);
    const std::string shown = json::in_quotes(file);
    if (!bytes && bytes.error().code == "too-large")
        return {"too-large", {{"message", shown + " has more than 4 MiB, which is the most a picture may have"}}};
    if (!bytes) return {bytes.error().code, {{"message", message_of(bytes.error(), file)}}};
    draft.picture_bytes += bytes->size();
    if (draft.picture_bytes > most_picture_bytes)
        return {"too-large", {{"message", "the pictures up to here have more than 64 MiB, the most of a pack"}}};
    const auto header = picture_header(*bytes);
    if (header) return {};
    std::string message = shown + " is not complete: the picture ends too early";
    if (header.error().code == "not-a-picture") message = shown + " is neither a PNG nor a JPEG picture";
    if (header.error().code == "picture-too-large") {
        message = shown + " has " + header.error().args[0].second + " x " + header.error().args[1].second +
                  " pixels; at most 4096 x 4096 can be shown";
    }
    return {header.error().code, {{"message", std::move(message)}}};
}

} // namespace

bool read_image(Draft& draft, const json::Document& document, json::ObjectReader& outer, Image& image) {
    const auto value = outer.any("image");
    if (!value) return true;
    std::size_t offset = value->offset();
    if (value->kind() == json::Kind::string) {
        assign(image.file, outer.optional_string("image"));
    } else if (const auto object = outer.object("image", true)) {
        json::ObjectReader reader(document, *object, "an image", draft.problems);
        assign(image.file, reader.string("file", 255));
        assign(image.alt, reader.string("alt", longest_alt));
        if (const auto file = object->find("file")) offset = file->offset();
        reader.finish();
        if (!reader.ok()) return false;
    }
    if (image.file.empty()) return true;
    if (!is_inside_path(image.file)) {
        // read_reserved reports a path that stands alone.
        if (value->kind() == json::Kind::object)
            outer.report_at(offset, "bad-path", json::in_quotes(image.file) + " is no path inside the pack");
        return true;
    }
    const auto [known, is_new] = draft.picture_problems.try_emplace(image.file);
    if (is_new) known->second = problem_of_file(draft, image.file);
    if (known->second.code.empty()) return true;
    if (image.alt.empty()) {
        // A path alone had no effect in older packs, so they stay valid. Lint asks for words, and the name of the file
        // stands for the picture.
        if (known->second.code == "path-outside") image = {"", image.file};
        return true;
    }
    // The item is sound without its picture, so it stays, and the words stand for the picture.
    document.report(draft.problems, offset, known->second.code, known->second.args.front().second);
    image.file.clear();
    return true;
}

std::string path_of(const Image& image, const Pack& pack) {
    if (image.file.empty() || !is_inside_path(image.file) || pack.folder.empty()) return {};
    return pack.folder + '/' + image.file;
}

std::string data_address(const Image& image, const Pack& pack) {
    if (path_of(image, pack).empty()) return {};
    const auto bytes = load(pack.folder, image.file, largest_picture_file);
    if (!bytes) return {};
    const auto header = picture_header(*bytes);
    if (!header) return {};
    return std::string(header->format == PictureFormat::png ? "data:image/png;base64," : "data:image/jpeg;base64,") +
           base64(*bytes);
}

const std::string& words_for(const Image& image) { return image.alt.empty() ? image.file : image.alt; }

} // namespace chelate::content
